from __future__ import annotations

from pathlib import Path

import pytest

from qcompare.agreement import Coded, Coding
from qcompare.errors import BadConfiguration, UnknownName
from qcompare.storage.goldtopics import read_codings

NAMES = {
    **dict.fromkeys(("sea.fish", "fish", "渔业", "deep, blue"), "sea.fish"),
    **dict.fromkeys(("sea.port", "port", "港口、码头", "sea port"), "sea.port"),
    "chrome": "chrome",
}


def named(name: str) -> str:
    if name.casefold() not in NAMES:
        raise UnknownName(f"no topic {name}", "Nearest names: sea.fish.")
    return NAMES[name.casefold()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "anna.tsv"


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def faults(path: Path) -> list[str]:
    with pytest.raises(BadConfiguration) as raised:
        read_codings(path, named)
    return [line.strip().removeprefix(f"{path}: ") for line in str(raised.value).splitlines()]


def test_a_coding(path: Path) -> None:
    written(
        path,
        "n\ttopic\talso\ttext",
        "7\tsea.fish\tsea.port chrome\t捕捞。",
        "8\t\t\t未归类。",
        "9\tchrome\t\t首页",
    )
    units = (Coded("捕捞。", "sea.fish", ("sea.port", "chrome"), "#7"), Coded("首页", "chrome", (), "#9"))
    assert read_codings(path, named) == (Coding("anna", units),)


def test_a_coding_sheet(path: Path) -> None:
    written(
        path,
        "plan,ref,unit,text,topic,score,unsure,also,coder,note",
        'p,一 ¶1,u001,"捕捞,休渔。",sea.fish,0.5,true,,Ben,see above',
        "p,,u002,港口。,sea.port,0.5,false,,,",
    )
    units = (Coded("捕捞,休渔。", "sea.fish", (), "一 ¶1"), Coded("港口。", "sea.port", (), "#3"))
    assert read_codings(path, named) == (Coding("Ben", units),)


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ("", ()),
        ("fish", ("sea.fish",)),
        ("PORT fish", ("sea.port", "sea.fish")),
        ("port,fish", ("sea.port", "sea.fish")),
        ("渔业，chrome", ("sea.fish", "chrome")),
        ("港口、码头; 渔业", ("sea.port", "sea.fish")),
        ("渔业、chrome", ("sea.fish", "chrome")),
        ("Deep, Blue", ("sea.fish",)),
        ("sea port ; deep, blue", ("sea.port", "sea.fish")),
        (" fish ,, ", ("sea.fish",)),
    ],
)
def test_further_topics_by_any_name(also: str, expected: tuple[str, ...], path: Path) -> None:
    written(path, "text\ttopic\talso", f"甲\tFish\t{also}")
    (coding,) = read_codings(path, named)
    assert coding.units == (Coded("甲", "sea.fish", expected, "#2"),)


def test_unknown_topics_all_of_them_with_line_and_nearest_name(path: Path) -> None:
    written(path, "topic\talso\ttext", "sea.fsh\t\t甲", "sea.fish\tport, land 林\t乙", "chrome\t\t丙")
    assert faults(path) == [
        "3 faults:",
        'line 2: names the unknown topic "sea.fsh"; Nearest names: sea.fish.',
        'line 3: names the unknown topic "land"; Nearest names: sea.fish.',
        'line 3: names the unknown topic "林"; Nearest names: sea.fish.',
    ]


# --- who coded what ---


def test_several_who_coded_the_same_have_a_coding_each(path: Path) -> None:
    written(
        path,
        "ref,text,topic,coder",
        "一 ¶1,甲 甲,fish,Ben",
        "一 ¶1,甲甲,port,Eve",
        "一 ¶2,乙,port,Ben",
        "一 ¶3,丙,fish,Eve",
    )
    assert read_codings(path, named) == (
        Coding("Ben", (Coded("甲 甲", "sea.fish", (), "一 ¶1"), Coded("乙", "sea.port", (), "一 ¶2"))),
        Coding("Eve", (Coded("甲甲", "sea.port", (), "一 ¶1"), Coded("丙", "sea.fish", (), "一 ¶3"))),
    )


@pytest.mark.parametrize("second", ["一 ¶2,乙,fish,Eve", "一 ¶2,甲,fish,Eve"])
def test_several_who_shared_the_work_are_one_coder_named_as_the_file(second: str, path: Path) -> None:
    written(path, "ref,text,topic,coder", "一 ¶1,甲,fish,Ben", second, "一 ¶3,丙,port,")
    (coding,) = read_codings(path, named)
    assert (coding.coder, [unit.ref for unit in coding.units]) == ("anna", ["一 ¶1", "一 ¶2", "一 ¶3"])


def test_a_row_of_nobody_amid_several_codings(path: Path) -> None:
    written(path, "text,topic,coder", "甲,fish,Ben", "甲,port,Eve", "乙,port,", "丙,port,")
    assert faults(path) == [
        "line 4: names no coder (rows like it: 2); name who coded it, for the file holds several codings"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("text,topic", "甲,fish", "乙,port", "甲 ,port"),
        ("text,topic,coder,ref", "甲,fish,Ben,¶1", "乙,port,Eve,¶2", "甲,port,Ben,¶1", "甲,port,Eve,¶1"),
        ("text,topic,coder", "甲,fish,Ben", "乙,port,Ben", "甲,port,"),
        ("n,text,topic", "1,甲,fish", "2,乙,port", "1,甲,port"),
    ],
)
def test_one_coder_who_coded_a_text_twice_and_differently(lines: tuple[str, ...], path: Path) -> None:
    written(path, *lines)
    assert faults(path) == [
        "line 4: has the text of line 2 and another topic (sea.port, there sea.fish);"
        " keep one, or tell coders apart in the column coder, sentences in ref or n"
    ]


@pytest.mark.parametrize("lines", [("1,甲,fish", "2,甲,port"), ("1,甲,fish", "1,甲,fish")])
def test_a_sentence_that_stands_twice_may_be_coded_twice(lines: tuple[str, ...], path: Path) -> None:
    written(path, "n,text,topic", *lines)
    (coding,) = read_codings(path, named)
    assert [unit.text for unit in coding.units] == ["甲", "甲"]
