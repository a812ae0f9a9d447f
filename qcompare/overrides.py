"""What people set by hand: the code of a unit, and whether two units are counterparts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from qcompare.models import ByHand, CodedPlan

HAND = "hand"  # the part of an evidence that is somebody's word
_SIGN = "h"  # before the digits: a spreadsheet takes 268909401232 for a number, and 0774279e5165 too
_DIGITS = 12  # of the hash: one clash in a million plans, and short enough to be read out


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as people name it: its plan by id or file name, the hash of its text, or some of its words."""

    plan: str
    unit: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class CodeOverride:
    """Whoever says so codes the unit to ``topic``; ``at`` is the file and the key where it stands."""

    at: str
    place: Place
    topic: str
    by_hand: ByHand


@dataclass(frozen=True, slots=True)
class PairOverride:
    """Whoever says so takes two units for counterparts, or for none of each other."""

    at: str
    a: Place
    b: Place
    counterpart: bool
    by_hand: ByHand


@dataclass(frozen=True, slots=True)
class Overrides:
    """All that a ``codes.yaml`` says, in its order."""

    codes: tuple[CodeOverride, ...] = ()
    pairs: tuple[PairOverride, ...] = ()


def content_hash(text: str) -> str:
    """The name of a text: ``h`` and 12 hex digits of the SHA-256 of ``bare(text)`` in UTF-8."""
    return signed(hashlib.sha256(bare(text).encode("utf-8")).hexdigest()[:_DIGITS])


def signed(name: str) -> str:
    """A hash that may have lost its sign, with it."""
    return _SIGN + name.removeprefix(_SIGN)


def bare(text: str) -> str:
    """The text without white space, which layout may change."""
    return "".join(text.split())


def coded_by_hand(coded: CodedPlan) -> frozenset[str]:
    """The ids of the units whose topic somebody set by hand."""
    pairs = zip(coded.plan.units, coded.units, strict=True)
    return frozenset(unit.id for unit, code in pairs if code.by_hand)
