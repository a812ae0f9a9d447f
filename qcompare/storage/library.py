"""The plans that can be named, folder after folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from qcompare.errors import QCompareError, UnknownName, UnreadableInput
from qcompare.models import Kind, Metadata
from qcompare.text.fuzzy import nearest
from qcompare.text.names import fold

READABLE = frozenset(
    (".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".pdf", ".docx")
)
_SUFFIXES = READABLE | {".doc"}  # old Word files are known for what they are, but not looked at
_RANKS: dict[Kind, int] = {"plan": 0, "interpretation": 1, "news": 2, "other": 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a folder of plans.

    ``meta.id`` is unique in the folder. ``shadowed_by`` is the path of the plan in an earlier folder that
    answers to that id; ``problem`` says why the file cannot be read, and ``meta`` then holds its name alone.
    """

    path: Path
    meta: Metadata
    folder: Path
    shadowed_by: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a name means: a path, its entry unless it was named by path, and other plans of that city."""

    path: Path
    entry: Entry | None = None
    others: tuple[Entry, ...] = ()


class Library:
    """Plans in folders; of two that answer to a name, the one in the earlier folder is meant.

    ``describe`` reads a file's metadata and may raise QCompareError; ``named`` gives the file names that the
    ``plans.yaml`` of a folder speaks of. Raises UnreadableInput at once for a folder that is not there.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        describe: Callable[[Path], Metadata],
        named: Callable[[Path], Collection[str]] = lambda _: (),
    ) -> None:
        unique: dict[Path, Path] = {}
        for folder in folders:
            unique.setdefault(_checked(folder).resolve(), folder)
        self._folders = tuple(unique.values())
        self._describe = describe
        self._named = named
        self._shelves: dict[Path, tuple[Entry, ...]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """All plans, by folder and then by id."""
        return tuple(entry for folder in self._folders for entry in self._shelf(folder))

    def find(self, name: str) -> Found:
        """The plan of that name: a path, an id, or a city. Raises UnknownName with the nearest names."""
        if is_path(name):
            return Found(Path(name))
        for folder in self._folders:
            found = _on_shelf(name, self._shelf(folder))
            if found:
                return found
        raise self._unknown(name)

    def _shelf(self, folder: Path) -> tuple[Entry, ...]:
        """The entries of one folder, made on first use."""
        if folder not in self._shelves:
            earlier = self._folders[: self._folders.index(folder)]
            above = {fold(e.meta.id): str(e.path) for each in earlier[::-1] for e in self._shelf(each)}
            entries = _with_unique_ids(self._entry(path, folder) for path in self._files(folder))
            self._shelves[folder] = tuple(replace(e, shadowed_by=above.get(fold(e.meta.id))) for e in entries)
        return self._shelves[folder]

    def _files(self, folder: Path) -> list[Path]:
        """The plans in a folder, and those missing from it: a misspelt row must not be without effect."""
        missing = (folder / name for name in self._named(folder))
        return [*_plan_files(folder), *sorted(path for path in missing if not path.exists())]

    def _entry(self, path: Path, folder: Path) -> Entry:
        try:
            return Entry(path, self._describe(path), folder)
        except QCompareError as error:
            return Entry(path, Metadata(id=path.stem, title=path.name), folder, problem=error.message)

    def _unknown(self, name: str) -> UnknownName:
        metas = [entry.meta for entry in self.entries()]
        names = (each for meta in metas for each in (meta.id, meta.city, meta.city_zh) if each)
        near = nearest(name, names)
        looked = ", ".join(map(str, self._folders)) or "no folder"
        hint = f"Nearest names: {', '.join(near)}. " if near else ""
        return UnknownName(
            f'no plan is called "{name}" (looked in {looked})',
            f"{hint}`qcompare list` shows all; a file is named by its path, such as ./plan.txt.",
        )


def is_path(name: str) -> bool:
    """Whether a name is a path: it holds a separator of folders or ends like a document."""
    separators = {"/", os.sep, os.altsep or "/"}
    return any(sign in name for sign in separators) or Path(name).suffix.lower() in _SUFFIXES


def _checked(folder: Path) -> Path:
    if folder.is_dir():
        return folder
    wrong = "is not a folder" if folder.exists() else "does not exist"
    hint = "Name an existing folder with --plans, QCOMPARE_PLANS or `plans:` in the configuration."
    raise UnreadableInput(f"the folder of plans {folder} {wrong}", hint)


def _plan_files(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        wrong = f"the folder of plans {folder} cannot be read: {error.strerror}"
        raise UnreadableInput(wrong, "Check who may read it.") from None
    return [path for path in paths if _is_plan_name(path.name) and path.is_file()]


def _is_plan_name(name: str) -> bool:
    hidden = name.startswith((".", "~$"))  # ~$ are the lock files of an open Word document
    return not hidden and not name.upper().startswith("README") and Path(name).suffix.lower() in READABLE


def _with_unique_ids(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by id; a plan goes before an interpretation of the same id, which gets a longer one."""
    result: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda e: (_RANKS[e.meta.kind], e.path.name)):
        new = next(name for name in id_choices(entry.meta) if fold(name) not in result)
        result[fold(new)] = replace(entry, meta=replace(entry.meta, id=new))
    return sorted(result.values(), key=lambda e: e.meta.id)


def id_choices(meta: Metadata) -> Iterator[str]:
    """The ids that a plan may get, the first that is free being its own."""
    yield meta.id
    yield f"{meta.id}-{meta.kind}"
    yield from (f"{meta.id}-{n}" for n in count(2))


def _on_shelf(name: str, shelf: Sequence[Entry]) -> Found | None:
    """What a name means in one folder: first an id, then a city."""
    wanted = fold(name)
    by_id = [entry for entry in shelf if fold(entry.meta.id) == wanted]
    of_city = sorted((entry for entry in shelf if wanted in _city_names(entry.meta)), key=_order)
    if not wanted or not (by_id or of_city):
        return None
    found = (by_id or of_city)[0]
    return Found(found.path, found, tuple(entry for entry in of_city if entry is not found))


def _city_names(meta: Metadata) -> set[str]:
    return {fold(name) for name in (meta.city, meta.city_zh) if name}


def _order(entry: Entry) -> tuple[int, bool, int, int, str]:
    """What is meant first when a city is named: plans, the whole city's before a district's, the newest."""
    meta = entry.meta
    day = int((meta.issued or "").replace("-", "") or 0)
    return (_RANKS[meta.kind], meta.district is not None, -(meta.year or 0), -day, meta.id)
