"""A ``codes.yaml`` and the plans beside it: which units its lines stand for, and what is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qcompare.errors import BadConfiguration
from qcompare.models import ByHand, Notice, NoticeKind, Plan, Unit
from qcompare.overrides import CodeOverride, Overrides, PairOverride, Place, bare, content_hash
from qcompare.storage.files import read_bytes
from qcompare.storage.library import Entry
from qcompare.storage.overrides import FILE, read_overrides


@dataclass(frozen=True, slots=True)
class HandFile:
    """A ``codes.yaml``; ``beside`` are the plans in its folder, by id and by file name, as whole paths."""

    overrides: Overrides
    beside: Mapping[str, Path]

    def means(self, name: str, plan: Plan) -> bool:
        """Whether a plan is meant: one beside the file before one that bears that name elsewhere."""
        path = Path(plan.source.path)
        if name in self.beside:
            return self.beside[name] == path.resolve()
        return name in (plan.meta.id, path.name)


NO_HAND_FILE = HandFile(Overrides(), {})


def hand_file(folder: Path, topics: Collection[str], entries: Callable[[], Iterable[Entry]]) -> HandFile:
    """The ``codes.yaml`` in a folder, whose plans, asked for if there is one, are the ``entries``.

    Raises BadConfiguration, UnreadableInput.
    """
    path = folder / FILE
    if not path.is_file():
        return NO_HAND_FILE
    overrides = read_overrides(read_bytes(path), str(path), topics)
    plans = [(entry.meta.id, entry.path) for entry in entries()]
    beside = {**{file.name: file for _, file in plans}, **dict(plans)}
    return HandFile(overrides, {name: file.resolve() for name, file in beside.items()})


# --- which units are meant ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Texts:
    """The units of a plan by the hash of their text, and their texts without white space."""

    hashes: Mapping[str, Sequence[Unit]]
    bare: Sequence[tuple[str, Unit]]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Texts:
        """The texts of these units."""
        hashes: defaultdict[str, list[Unit]] = defaultdict(list)
        texts = [(bare(unit.text), unit) for unit in units]
        for text, unit in texts:
            hashes[content_hash(text)].append(unit)
        return cls(hashes, texts)

    def find(self, place: Place) -> tuple[Sequence[Unit], NoticeKind | None]:
        """The units that a place stands for, and what is to be said of that."""
        named, words = self.hashes.get(place.unit, ()), bare(place.quote)
        quoted = [unit for text, unit in self.bare if words in text] if words else []
        if named and words and named[0] not in quoted:
            return (), "differ"
        found = named or quoted
        if not found:
            return (), "gone"
        if len({bare(unit.text) for unit in found}) > 1:
            return (), "unclear"
        if place.unit and not named:
            return found, "changed"
        return found, "repeated" if len(found) > 1 else None


def told(at: str, place: Place, found: Sequence[Unit], kind: NoticeKind | None) -> tuple[Notice, ...]:
    """What is said of the units that a line stands for, if anything."""
    said = place.quote or place.unit
    return (Notice(kind, at, place.plan, said, tuple(unit.id for unit in found)),) if kind else ()


def stranger(at: str, place: Place) -> Notice:
    """That no plan bears the name in a line."""
    return Notice("stranger", at, place.plan, place.quote or place.unit)


# --- what several lines say of one thing ----------------------------------------------------------


def together(said: Iterable[ByHand]) -> ByHand:
    """Several who say the same, in an order that does not depend on the lines'."""
    rows = list(said)
    coders, notes = ({row.coder for row in rows}, {row.note for row in rows if row.note})
    return ByHand(", ".join(sorted(coders)), "; ".join(sorted(notes)))


def contradiction(
    one: CodeOverride | PairOverride, other: CodeOverride | PairOverride, wrong: str
) -> BadConfiguration:
    """The error of two lines that cannot both be followed."""
    return BadConfiguration(
        f"{one.at} ({one.by_hand.coder}) and {other.at} ({other.by_hand.coder}): {wrong}",
        "Agree on one of them and take the other line away.",
    )
