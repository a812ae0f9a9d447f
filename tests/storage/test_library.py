"""Plans that can be named: by id, by city, by path; what is shadowed, and what is near."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from qcompare.errors import UnknownName, UnreadableInput
from qcompare.models import Metadata
from qcompare.storage.library import Entry, Library, is_path


def hangzhou(year: int | None = 2018, **more: object) -> Metadata:
    return city("hangzhou", "杭州", year, **more)


def xian(year: int | None = 2014, **more: object) -> Metadata:
    return city("xian", "西安", year, **more)


def city(pinyin: str, name: str, year: int | None, **more: object) -> Metadata:
    given: Mapping[str, object] = {
        "id": f"{pinyin}-{year}",
        "title": "",
        "kind": "plan",
        "city": pinyin,
        **more,
    }
    return Metadata(**{"city_zh": name, "year": year, **given})  # type: ignore[arg-type]


class Shelves:
    """Folders of empty files, and a ``describe`` that knows what each would say."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.metas: dict[Path, Metadata] = {}
        self.described: list[str] = []

    def put(self, name: str, meta: Metadata | None = None) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        if meta is not None:
            self.metas[path] = meta
        return path

    def describe(self, path: Path) -> Metadata:
        self.described.append(path.name)
        if path not in self.metas:
            raise UnreadableInput(f"{path.name} is empty")
        return self.metas[path]

    def library(self, *folders: str) -> Library:
        return Library([self.root / folder for folder in folders or ("a",)], self.describe)


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path)


# --- naming ---


@pytest.mark.parametrize(
    "name",
    [
        "xian-2014",
        "XIAN-2014",
        "xian",
        "Xian",
        "xi'an",
        "Xi’an",
        "Xī'ān",
        "xi an",
        "西安",
        "西安市",
        " 西安 ",
    ],
)
def test_the_names_of_a_plan(shelves: Shelves, name: str) -> None:
    path = shelves.put("a/one.txt", xian())
    shelves.put("a/two.txt", hangzhou())
    found = shelves.library().find(name)
    assert (found.path, found.entry, found.others) == (path, Entry(path, xian(), path.parent), ())


@pytest.mark.parametrize(
    "name", ["./a.txt", "plans/xian", "a.TXT", "x.md", "x.htm", "x.html", "x.pdf", "x.docx", "x.doc"]
)
def test_a_path_is_taken_as_it_is(shelves: Shelves, name: str) -> None:
    shelves.put("a/one.txt", xian())
    found = shelves.library().find(name)
    assert (found.path, found.entry, found.others, shelves.described) == (Path(name), None, (), [])


@pytest.mark.parametrize(
    "name", ["xian", "xian-2014", "西安", "v1.2", "notes.yaml", "a\\b" if os.sep == "/" else "a"]
)
def test_what_is_no_path(name: str) -> None:
    assert not is_path(name)


def test_a_city_means_its_newest_plan_and_the_others_are_told(shelves: Shelves) -> None:
    shelves.put("a/1.txt", hangzhou(2012))
    shelves.put("a/2.txt", hangzhou(2023, kind="interpretation"))
    newest = shelves.put("a/3.txt", hangzhou(2018))
    shelves.put("a/4.txt", hangzhou(2024, kind="news"))
    shelves.put("a/5.txt", hangzhou(2025, kind="other"))
    shelves.put("a/6.txt", hangzhou(None, id="old"))
    shelves.put("a/7.txt", xian(2030))
    found = shelves.library().find("杭州")
    assert found.path == newest
    assert [entry.meta.id for entry in found.others] == [
        "hangzhou-2012",
        "old",
        "hangzhou-2023",
        "hangzhou-2024",
        "hangzhou-2025",
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (hangzhou(2018, id="x", issued="2018-12-10"), hangzhou(2018, id="a", issued="2018-02-01")),
        (hangzhou(2018, id="x", issued="2018-01-01"), hangzhou(2018, id="a")),
        (hangzhou(2018, id="x"), hangzhou(2023, id="a", district="西湖区")),
        (hangzhou(2018, id="a"), hangzhou(2018, id="b")),
    ],
)
def test_which_plan_of_a_city_is_meant(shelves: Shelves, better: Metadata, worse: Metadata) -> None:
    shelves.put("a/1.txt", worse)
    shelves.put("a/2.txt", better)
    found = shelves.library().find("hangzhou")
    assert found.entry is not None
    assert (found.entry.meta, [entry.meta for entry in found.others]) == (better, [worse])


def test_an_id_goes_before_a_city(shelves: Shelves) -> None:
    path = shelves.put("a/hangzhou.txt", hangzhou(None, id="hangzhou"))
    shelves.put("a/newer.txt", hangzhou(2018))
    found = shelves.library().find("Hangzhou")
    assert found.path == path
    assert [entry.meta.id for entry in found.others] == ["hangzhou-2018"]


def test_by_id_there_is_nothing_else_to_tell(shelves: Shelves) -> None:
    shelves.put("a/1.txt", hangzhou(2012))
    shelves.put("a/2.txt", hangzhou(2018))
    assert shelves.library().find("hangzhou-2012").others == ()


# --- folders ---


def test_the_first_folder_that_knows_a_name_wins(shelves: Shelves) -> None:
    old = shelves.put("a/1.txt", hangzhou(2012))
    new = shelves.put("b/1.txt", hangzhou(2018))
    other = shelves.put("b/2.txt", xian())
    library = shelves.library("a", "b")
    assert [library.find(name).path for name in ("杭州", "hangzhou-2018", "xian")] == [old, new, other]
    assert library.find("杭州").others == ()


def test_a_folder_is_looked_through_only_when_it_is_needed(shelves: Shelves) -> None:
    shelves.put("a/1.txt", hangzhou())
    shelves.put("b/2.txt", xian())
    library = shelves.library("a", "b")
    library.find("hangzhou")
    library.find("hangzhou")
    assert shelves.described == ["1.txt"]


def test_entries_with_what_is_shadowed(shelves: Shelves) -> None:
    first = shelves.put("a/1.txt", hangzhou())
    second = shelves.put("b/2.txt", hangzhou(id="Hangzhou-2018"))
    third = shelves.put("c/3.txt", hangzhou())
    fourth = shelves.put("c/4.txt", hangzhou(2020))
    assert shelves.library("a", "b", "c").entries() == (
        Entry(first, hangzhou(), first.parent),
        Entry(second, hangzhou(id="Hangzhou-2018"), second.parent, shadowed_by=str(first)),
        Entry(third, hangzhou(), third.parent, shadowed_by=str(first)),
        Entry(fourth, hangzhou(2020), fourth.parent),
    )


def test_a_folder_named_twice_is_one(shelves: Shelves) -> None:
    shelves.put("a/1.txt", hangzhou())
    shelves.put("b/1.txt", hangzhou(2012))
    entries = shelves.library("a", "b", "b/../a").entries()
    assert [(entry.meta.id, entry.shadowed_by) for entry in entries] == [
        ("hangzhou-2018", None),
        ("hangzhou-2012", None),
    ]


def test_which_files_are_looked_at(shelves: Shelves) -> None:
    taken = ["1.txt", "2.md", "3.html", "4.htm", "5.pdf", "6.docx", "7.TXT"]
    left = [
        ".1.txt",
        "~$6.docx",
        "plans.yaml",
        "README.md",
        "readme.txt",
        "1.doc",
        "1.json",
        "1",
        "sub/2.txt",
    ]
    for name in taken + left:
        shelves.put(f"a/{name}", hangzhou(id=name))
    (shelves.root / "a" / "folder.txt").mkdir()
    assert [entry.path.name for entry in shelves.library().entries()] == taken


def test_a_file_that_cannot_be_read_is_listed_with_its_problem(shelves: Shelves) -> None:
    broken = shelves.put("a/broken.pdf")
    whole = shelves.put("a/whole.txt", hangzhou())
    library = shelves.library()
    assert library.entries() == (
        Entry(broken, Metadata("broken", "broken.pdf"), broken.parent, problem="broken.pdf is empty"),
        Entry(whole, hangzhou(), whole.parent),
    )
    assert library.find("broken").path == broken


# --- ids ---


def test_a_second_plan_of_the_same_id_gets_a_longer_one(shelves: Shelves) -> None:
    shelves.put("a/1-interpretation.txt", hangzhou(kind="interpretation"))
    shelves.put("a/2-plan.txt", hangzhou())
    shelves.put("a/3-interpretation.txt", hangzhou(kind="interpretation"))
    shelves.put("a/4-plan.txt", hangzhou())
    shelves.put("a/5-plan.txt", hangzhou())
    library = shelves.library()
    named = {entry.meta.id: entry.path.stem for entry in library.entries()}
    assert named == {
        "hangzhou-2018": "2-plan",
        "hangzhou-2018-plan": "4-plan",
        "hangzhou-2018-2": "5-plan",
        "hangzhou-2018-interpretation": "1-interpretation",
        "hangzhou-2018-3": "3-interpretation",
    }
    assert {name: library.find(name).path.stem for name in named} == named


# --- faults ---


def test_an_unknown_name_with_those_near_it(shelves: Shelves) -> None:
    shelves.put("a/1.txt", hangzhou())
    shelves.put("b/2.txt", xian())
    with pytest.raises(UnknownName) as caught:
        shelves.library("a", "b").find("hangzou")
    root = shelves.root
    assert str(caught.value) == (
        f'no plan is called "hangzou" (looked in {root / "a"}, {root / "b"})\n'
        "Nearest names: hangzhou, hangzhou-2018, xian. "
        "`qcompare list` shows all; a file is named by its path, such as ./plan.txt."
    )


@pytest.mark.parametrize("name", ["", "市", " ", "-"])
def test_a_name_of_nothing_is_unknown(shelves: Shelves, name: str) -> None:
    shelves.put("a/1.txt", hangzhou())
    with pytest.raises(UnknownName):
        shelves.library().find(name)


def test_a_missing_folder_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        Library([tmp_path / "none"], lambda _: hangzhou())
    assert str(caught.value) == (
        f"the folder of plans {tmp_path / 'none'} does not exist\n"
        "Name an existing folder with --plans, QCOMPARE_PLANS or `plans:` in the configuration."
    )


def test_a_file_in_place_of_a_folder(shelves: Shelves) -> None:
    path = shelves.put("a/1.txt")
    with pytest.raises(UnreadableInput, match=r"1\.txt is not a folder"):
        Library([path], shelves.describe)


def test_a_folder_that_may_not_be_read(shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    shelves.put("a/1.txt", hangzhou())
    library = shelves.library()

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)  # root, who may run this, may read everything
    with pytest.raises(UnreadableInput, match=r"the folder of plans .*a cannot be read: Permission denied"):
        library.entries()


def test_a_library_without_folders() -> None:
    with pytest.raises(UnknownName, match=r"looked in no folder"):
        Library([], lambda _: hangzhou()).find("hangzhou")
