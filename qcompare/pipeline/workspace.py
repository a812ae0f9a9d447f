"""A workspace: a configuration, the plans that can be named, and the cache. It never prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qcompare import models
from qcompare.comparing.compare import narrowed
from qcompare.errors import BadUsage, QCompareError
from qcompare.models import CodedPlan, Metadata
from qcompare.pipeline.comparison import Comparison, Progress, scored_from, side_by_side, silent
from qcompare.pipeline.handfile import HandFile, hand_file
from qcompare.pipeline.narrowing import narrowing
from qcompare.pipeline.overriding import hand_coded
from qcompare.pipeline.pairing import Pairing, pairing
from qcompare.settings import Settings
from qcompare.storage.cache import Cache, cache_folder, digest
from qcompare.storage.codec import decode, encode
from qcompare.storage.configuration import load_settings
from qcompare.storage.defaults import samples_dir
from qcompare.storage.files import read_bytes
from qcompare.storage.fingerprint import fingerprint
from qcompare.storage.frontmatter import listed
from qcompare.storage.library import Entry, Found, Library, id_choices
from qcompare.text.words import Lexicon

if TYPE_CHECKING:
    from qcompare.coding.coder import Coder
    from qcompare.models import CleanText, RawText

ValueT = TypeVar("ValueT")

MOST_PLANS = 6
_REMEMBERED = 16  # parsed plans: the samples and some more; a folder of hundreds must not stay in memory


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was read; two are the same when what is made of them is."""

    path: Path
    key: str
    data: bytes = field(compare=False)
    given: Mapping[str, object] = field(compare=False)


@dataclass(frozen=True)
class Workspace:
    """A configuration, the plans that can be named, and the cache."""

    settings: Settings
    folders: tuple[Path, ...]
    cache: Cache

    @classmethod
    def open(
        cls, config: Path | None = None, plans: Sequence[Path] = (), *, use_cache: bool = True
    ) -> Workspace:
        """The workspace of a configuration file (None: the default) and folders of plans.

        Plans are looked for in ``plans``, in ``QCOMPARE_PLANS``, in the folders of the configuration, and in
        the samples that ship.
        """
        cache = Cache(cache_folder() if use_cache else None)
        settings = load_settings(config, cache)
        named = os.environ.get("QCOMPARE_PLANS", "")
        folders = (
            *plans,
            *(Path(folder) for folder in named.split(os.pathsep) if folder),
            *map(Path, settings.plans),
            samples_dir(),
        )
        return cls(settings, folders, cache)

    @cached_property
    def library(self) -> Library:
        """The plans in the folders."""
        return Library(self.folders, self.describe, self._named)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The segmenter, loaded when a text is first cut."""
        from qcompare.preparing import dictionary

        return Lexicon.open(lambda: self.cache.file("words", digest(fingerprint()), dictionary))

    @cached_property
    def coder(self) -> Coder:
        """The coder of the taxonomy in force, made when a plan is first coded."""
        from qcompare.preparing import coder_of

        return coder_of(self.settings, self.lexicon)

    # --- naming ---

    def entries(self) -> tuple[Entry, ...]:
        """All plans that can be named."""
        return self.library.entries()

    def find(self, name: str) -> Found:
        """The plan of a name: an id, a city, a path. Raises UnknownName."""
        return self.library.find(name)

    def describe(self, path: Path) -> Metadata:
        """The metadata of a file, from the cache if it is known."""
        file = self._opened(path)
        kept = self._kept("meta", file.key, Metadata)
        if kept:
            return kept
        meta = self._parse(file).meta
        self.cache.put("meta", file.key, encode(meta))
        return meta

    # --- loading ---

    def load(self, name: str, *, overridden: bool = True) -> CodedPlan:
        """The coded plan of a name, with the codes that people set by hand unless they are not wanted.

        Raises UnknownName, UnreadableInput, BadConfiguration.
        """
        return self._load(self.find(name), overridden=overridden)

    def load_all(
        self, names: Sequence[str], progress: Progress = silent, *, overridden: bool = True
    ) -> tuple[CodedPlan, ...]:
        """Several plans as ``load`` gives them, each once, under ids that differ."""
        found = [self.find(name) for name in names]
        _refuse_twice(names, [each.path for each in found])
        plans = []
        for n, each in enumerate(found):
            progress("load", n, len(found))
            plans.append(self._load(each, overridden=overridden))
        return tuple(_with_unique_ids(plans))

    def _load(self, found: Found, *, overridden: bool) -> CodedPlan:
        coded = self.read_plan(found.path)
        named = _renamed(coded, found.entry.meta.id) if found.entry else coded
        return self._overridden(named) if overridden else named

    def _overridden(self, coded: CodedPlan) -> CodedPlan:
        """The plan as people coded it, where they did."""
        changed = hand_coded(coded, self._by_hand(_folder(coded)))
        if changed.units == coded.units:
            return changed
        from qcompare.preparing import settled

        return settled(changed, self.coder)

    @cached_property
    def _by_hand(self) -> Callable[[Path], HandFile]:
        """What the ``codes.yaml`` in a folder says, read once."""
        topics = (*(topic.id for topic in self.settings.taxonomy.topics), models.CHROME)
        return lru_cache(maxsize=_REMEMBERED)(
            lambda folder: hand_file(
                folder, topics, lambda: Library((folder,), self.describe, self._named).entries()
            )
        )

    def pairs_by_hand(self, plans: Sequence[CodedPlan]) -> Pairing:
        """What people said of pairs among these plans, in the folder of any. Raises BadConfiguration."""
        folders = {_folder(coded).resolve(): _folder(coded) for coded in plans}
        files = map(self._by_hand, folders.values())
        return pairing(plans, files, lambda name: any(each.meta.id == name for each in self.entries()))

    def read_plan(self, path: Path) -> CodedPlan:
        """The plan in a file as the program codes it, from the cache if it is known."""
        file = self._opened(path)
        kept = self._kept("plan", file.key, CodedPlan)
        if kept:
            return replace(kept, plan=replace(kept.plan, source=replace(kept.plan.source, path=str(path))))
        from qcompare.preparing import coded

        plan = coded(self._parse(file), self.coder)
        self.cache.put("plan", file.key, encode(plan))
        return plan

    def clean(self, name: str) -> tuple[models.Source, RawText, CleanText]:
        """Where a plan was read from, its text as read and as repaired. Raises as ``load`` does."""
        from qcompare.preparing import cleaned, read_text, source_of

        path = self.find(name).path
        data = self._bytes(path)
        raw = read_text(data, str(path), self._listed(path), self.settings.limits)
        return source_of(data, path, raw), raw, cleaned(raw, str(path), self.settings, self.lexicon)

    @cached_property
    def _parse(self) -> Callable[[_File], models.Plan]:
        """Parsing, with a memory of the last plans: one that is named by its city is described first."""
        from qcompare.preparing import parsed

        return lru_cache(maxsize=_REMEMBERED)(
            lambda file: parsed(file.data, file.path, file.given, self.settings, self.lexicon)
        )

    def _opened(self, path: Path) -> _File:
        """A file, with the key of what is made of it.

        A plan depends on its bytes, its name, what is said of it, the configuration and this program.
        """
        data, given = self._bytes(path), self._listed(path)
        said = repr(sorted((name, str(value)) for name, value in given.items()))
        key = digest(fingerprint(), self.settings.sha256, path.name, said, data)
        return _File(path, key, data, given)

    def _bytes(self, path: Path) -> bytes:
        return read_bytes(path, self.settings.limits.file_mb)

    def _listed(self, path: Path) -> Mapping[str, object]:
        """What a ``plans.yaml`` beside the file says of it."""
        return self._rows(path.parent).get(path.name, {})

    def _rows(self, folder: Path) -> Mapping[str, Mapping[str, object]]:
        path = folder / "plans.yaml"
        return listed(read_bytes(path), str(path)) if path.is_file() else {}

    def _named(self, folder: Path) -> Collection[str]:
        """The files that a ``plans.yaml`` speaks of; one with faults is complained of file by file."""
        try:
            return self._rows(folder).keys()
        except QCompareError:
            return ()

    def _kept(self, namespace: str, key: str, kind: type[ValueT]) -> ValueT | None:
        """A cached value; one that does not fit counts as absent."""
        row = self.cache.get(namespace, key)
        try:
            return None if row is None else decode(kind, row)
        except (TypeError, ValueError):
            return None

    # --- comparing ---

    def compare(
        self,
        names: Sequence[str],
        *,
        min_score: float | None = None,
        topic: str | None = None,
        pillar: str | None = None,
        progress: Progress = silent,
    ) -> Comparison:
        """Two to six plans side by side. Raises BadUsage, UnknownName, UnreadableInput, BadConfiguration."""
        if not 2 <= len(names) <= MOST_PLANS:
            plans = "1 plan" if len(names) == 1 else f"{len(names)} plans"
            raise BadUsage(f"{plans} given", f"Name two to {MOST_PLANS} plans to compare.")
        limits = scored_from(self.settings.thresholds, min_score)
        filters, topics = narrowing(self.settings.taxonomy, topic, pillar)
        coded = self.load_all(names, progress)
        by_hand = self.pairs_by_hand(coded)
        compared = side_by_side(coded, self.settings, limits, filters, progress, by_hand)
        return Comparison.of(narrowed(compared, topics) if filters else compared)


def _refuse_twice(names: Sequence[str], paths: Sequence[Path]) -> None:
    first: dict[Path, int] = {}
    for n, path in enumerate(paths):
        if (earlier := first.setdefault(path.resolve(), n)) != n:
            raise BadUsage(
                f'"{names[earlier]}" and "{names[n]}" are the same plan ({path})',
                "Name different plans; `qcompare list` shows those that can be named.",
            )


def _with_unique_ids(plans: Iterable[CodedPlan]) -> Iterator[CodedPlan]:
    """A second plan of the same id gets its kind behind it, a third a number."""
    taken: set[str] = set()
    for coded in plans:
        chosen = next(choice for choice in id_choices(coded.plan.meta) if choice not in taken)
        taken.add(chosen)
        yield _renamed(coded, chosen)


def _folder(coded: CodedPlan) -> Path:
    return Path(coded.plan.source.path).parent


def _renamed(coded: CodedPlan, plan_id: str) -> CodedPlan:
    return replace(coded, plan=replace(coded.plan, meta=replace(coded.plan.meta, id=plan_id)))


def compare(
    names: Sequence[str | Path], *, config: Path | None = None, plans: Sequence[Path] = ()
) -> Comparison:
    """Two to six plans, by name or path, side by side; the Python form of ``qcompare diff``."""
    if isinstance(names, str):
        raise BadUsage(f'compare("{names}"): one name given', "Give a list of two to six names or paths.")
    return Workspace.open(config, plans).compare([_name(each) for each in names])


def load_plan(name: str | Path, *, config: Path | None = None, plans: Sequence[Path] = ()) -> CodedPlan:
    """One coded plan by name or path; the Python form of ``qcompare show``."""
    return Workspace.open(config, plans).load(_name(name))


def _name(plan: str | Path) -> str:
    """A plan's name; a path stays one, whatever its suffix."""
    return plan if isinstance(plan, str) else str(plan.absolute())
