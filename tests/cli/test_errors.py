"""Every bad input gets one message that says what, why and what to do, and exit code 2."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Qcompare


def written(name: str, data: bytes | str) -> Callable[[Path], Path]:
    """A maker of a file in a folder."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return make


def folder_named(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.mkdir()
        return path

    return make


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "hangzou", "beijing"], ['no plan is called "hangzou"', "Nearest names: hangzhou"]),
        (["diff", "beijing", "Beijing"], ['"beijing" and "Beijing" are the same plan']),
        (["diff", "beijing"], ["1 plan given", "two to 6"]),
        (["diff", *["beijing"] * 7], ["7 plans given", "two to 6"]),
        (
            ["diff", "beijing", "hangzhou", "--topic", "standard"],
            ['no topic is called "standard"', "standards"],
        ),
        (
            ["diff", "beijing", "hangzhou", "--pillar", "prodcts"],
            ['no pillar is called "prodcts"', "products"],
        ),
        (
            ["diff", "beijing", "hangzhou", "--pillar", "products", "--topic", "standards"],
            ["the topic standards is not in the pillar products"],
        ),
        (["diff", "beijing", "hangzhou", "--min-score", "1.5"], ["the least score is 1.5", "from 0 to 1"]),
        (["diff", "beijing", "hangzhou", "--min-score", "high"], ["--min-score", "high"]),
        (["diff", "beijing", "hangzhou", "--limit", "0"], ["--limit", "0"]),
        (["diff", "beijing", "hangzhou", "--format", "pdf"], ["--format", "pdf"]),
        (["diff", "beijing", "hangzhou", "--lang", "de"], ["--lang", "de"]),
        (["diff", "beijing", "hangzhou", "--by", "word"], ["--by", "word"]),
        (["diff", "beijing", "hangzhou", "-o", "out.xlsx"], ["out.xlsx: .xlsx cannot be written", ".md"]),
        (["show", "missing.txt"], ["missing.txt does not exist"]),
        (["schema", "plans"], ["no schema named 'plans'", "plan"]),
        (["taxonomy", "chek", "x.yaml"], ["taxonomy chek", "taxonomy check FILE"]),
        (["taxonomy", "check"], ["taxonomy check", "taxonomy check FILE"]),
        (["list", "--plans", "nowhere"], ["nowhere does not exist", "--plans"]),
        (["list", "--config", "nowhere.yaml"], ["nowhere.yaml does not exist"]),
        (["dif", "beijing", "hangzhou"], ["No such command 'dif'", "diff"]),
        (["diff", "--fromat", "md", "a", "b"], ["--fromat", "--format"]),
    ],
)
def test_bad_words(arguments: list[str], said: list[str], qcompare: Qcompare) -> None:
    outcome = qcompare(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    for words in said:
        assert words in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (written("empty.txt", b""), ["empty.txt: the file is empty"]),
        (written("blank.txt", b"  \n\t\n"), ["blank.txt: the file is empty"]),
        (written("plan.pdf", b"%PDF-1.7\n"), ["plan.pdf", "PDF"]),
        (written("plan.docx", b"PK\x03\x04rest"), ["plan.docx"]),
        (written("plan.doc", b"\xd0\xcf\x11\xe0rest"), ["plan.doc", "Word", "soffice", ".docx"]),
        (written("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x01\x02\xff\xfe\x00" * 9), ["image.txt"]),
        (
            written("english.txt", "The quality of products shall rise.\n"),
            ["english.txt: no Chinese text in this file (read as txt, utf-8)", "save it as UTF-8"],
        ),
        (
            written("hidden.html", "<p hidden>质量</p>"),
            ["hidden.html: no Chinese text in this file (read as html"],
        ),
        (written("marks.md", "。，〔1〕"), ["marks.md: no Chinese text in this file (read as md, utf-8)"]),
        (written("bad.md", "---\ncity: [\n---\n质量\n"), ["bad.md"]),
        (written("keys.md", "---\ntown: nanjing\n---\n质量\n"), ["keys.md", "town"]),
        (written("open.md", "---\ncity: nanjing\n质量\n"), ["open.md", "not closed"]),
        (folder_named("folder.txt"), ["folder.txt is a folder"]),
    ],
)
def test_bad_files(make: Callable[[Path], Path], said: list[str], tmp_path: Path, qcompare: Qcompare) -> None:
    outcome = qcompare("show", make(tmp_path))
    assert (outcome.code, outcome.out) == (2, "")
    for words in said:
        assert words in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(plan_file: Path, qcompare: Qcompare) -> None:
    plan_file.chmod(0)
    outcome = qcompare("show", plan_file)
    assert outcome.code == 2
    assert "cannot be read" in outcome.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang: [", ["my.yaml, line 2"]),
        ("langg: zh\n", ["langg", "did you mean lang"]),
        ("lang: zh\nlang: en\n", ["my.yaml", "lang"]),
        ("lang: !!python/object/apply:os.system ['true']\n", ["my.yaml"]),
        ("thresholds: {min_score: 2}\n", ["thresholds.min_score", "2"]),
        # all faults at once
        (
            "lang: de\nthresholds: {min_score: x}\ncoding: {speed: 1}\n",
            ["lang:", "min_score", "coding.speed"],
        ),
        ("- a list\n", ["my.yaml", "mapping"]),
    ],
)
def test_bad_configurations(text: str, said: list[str], tmp_path: Path, qcompare: Qcompare) -> None:
    path = written("my.yaml", text)(tmp_path)
    for arguments in (("list", "--config", path), ("taxonomy", "check", path)):
        outcome = qcompare(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        for words in said:
            assert words in outcome.err


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("missing/out.md", ["missing"]),
        (".", ["is a folder"]),
    ],
)
def test_bad_outputs(output: str, said: list[str], tmp_path: Path, qcompare: Qcompare) -> None:
    before = sorted(tmp_path.iterdir())
    outcome = qcompare("diff", "beijing", "hangzhou", "--format", "md", "-o", tmp_path / output)
    assert (outcome.code, outcome.out) == (2, "")
    for words in said:
        assert words in outcome.err
    assert sorted(tmp_path.iterdir()) == before  # nothing half written


@pytest.mark.parametrize("command", [["clean"], ["show"], ["diff", "hangzhou"]])
def test_what_is_read_is_not_written_over(command: list[str], plan_file: Path, qcompare: Qcompare) -> None:
    before = plan_file.read_bytes()
    outcome = qcompare(*command, plan_file, "-o", plan_file)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is what is being read" in outcome.err
    assert plan_file.read_bytes() == before


def test_control_characters_of_a_name_do_not_reach_the_terminal(qcompare: Qcompare) -> None:
    outcome = qcompare("show", "bei\x1b[31mjing")
    assert outcome.code == 2
    assert "\x1b" not in outcome.err
    assert "bei␛[31mjing" in outcome.err


def test_an_error_leaves_the_old_output_alone(tmp_path: Path, qcompare: Qcompare) -> None:
    path = written("out.md", "old")(tmp_path)
    assert qcompare("diff", "beijing", "nowhere", "-o", path).code == 2
    assert path.read_text() == "old"


def test_debug_shows_the_traceback(qcompare: Qcompare) -> None:
    from qcompare.errors import UnknownName

    with pytest.raises(UnknownName):
        qcompare("show", "nowhere", "--debug")


def test_what_nobody_expected_is_one_message(
    plan_file: Path, qcompare: Qcompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("qcompare.pipeline.workspace.Workspace.load", broken)
    outcome = qcompare("show", plan_file)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "Error: something unexpected went wrong (RuntimeError: out of luck)\n"
        "Run the same command with --debug and report what it prints.\n"
    )


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt])
def test_an_interrupt_is_exit_code_3(
    interrupt: type[BaseException], plan_file: Path, qcompare: Qcompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise interrupt

    monkeypatch.setattr("qcompare.pipeline.workspace.Workspace.load", stopped)
    assert qcompare("show", plan_file).code == 3


def test_two_files_of_one_plan_may_be_compared(tmp_path: Path, plan_file: Path, qcompare: Qcompare) -> None:
    """The same text under two names is a fair question: ids differ then."""
    copy = tmp_path / "copy.txt"
    copy.write_text(PLAN.replace("甲市", "南京市"), encoding="utf-8")
    outcome = qcompare("diff", plan_file, copy, "--format", "json")
    assert outcome.code == 0
    assert '"id": "nanjing-2019-plan"' in outcome.out


@pytest.mark.parametrize(
    ("limits", "size", "said"),
    [
        (
            "{characters: 20}",
            21,
            ["the text has 21 characters, more than the 20 allowed", "limits: {characters:"],
        ),
        ("{file_mb: 1}", 400_000, ["is larger than 1 MB", "limits: {file_mb:"]),
    ],
)
def test_a_file_beyond_the_limits(
    limits: str, size: int, said: list[str], tmp_path: Path, qcompare: Qcompare
) -> None:
    (tmp_path / "mine.yaml").write_text(f"limits: {limits}\n", encoding="utf-8")
    (tmp_path / "plan.txt").write_text("质" * size, encoding="utf-8")
    outcome = qcompare("clean", tmp_path / "plan.txt", "--config", tmp_path / "mine.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    for words in said:
        assert words in outcome.err
