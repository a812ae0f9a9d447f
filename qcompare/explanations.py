"""One score, taken apart: what led to a topic and what lost against it, and the addends of a pair's score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from qcompare.models import Assignment, ByHand, MatchLevel, Metadata, Notice, Section

PairLevel = MatchLevel | Literal["neither"]
# Why two passages have nothing in common: no word or measure that tells, or one of them is page furniture.
Nothing = Literal["common", "chrome"]
# Why a topic lost: less speaks for it, or less and nothing in the passage itself; as much, but less of it in
# the passage itself; as much in all, so that the order of names decides; what speaks against it leaves none.
Lost = Literal["less", "unsaid", "less_own", "order", "nothing"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit or a section of a plan: its id and reference, its text or title, its code, the headings above.

    ``above`` runs from the outermost to the nearest; ``section`` tells whether it is a section.
    """

    plan: Metadata
    id: str
    ref: str
    text: str
    code: Assignment
    above: tuple[Section, ...]
    section: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """One addend: which part of the reasoning, on which words, how much; ``refs``: where, if elsewhere."""

    part: str
    term: str
    weight: float
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that something speaks for; ``weight`` is the sum of its contributions."""

    topic: str
    weight: float
    score: float
    contributions: tuple[Contribution, ...]
    lost: Lost | None = None


@dataclass(frozen=True, slots=True)
class TopicExplained:
    """Why a passage has its topic: the topic chosen, and its rivals by falling weight.

    ``code`` is what the evidence leads to; the passage's own differs where it was set by hand. Nothing is
    ``chosen`` where nothing speaks for any topic, or where the passage is page furniture. A score is a
    topic's weight, of the two greatest weights and ``doubt``.
    """

    passage: Passage
    code: Assignment
    chosen: Candidate | None
    rivals: tuple[Candidate, ...]
    doubt: float
    unsure_score: float
    notices: tuple[Notice, ...] = ()

    @property
    def rival_weight(self) -> float:
        """The weight of the runner-up; 0 where there is none."""
        return max(0.0, *(rival.weight for rival in self.rivals[:1]), 0.0)


@dataclass(frozen=True, slots=True)
class PairExplained:
    """Why a pair has its score: the contributions, which add up to it, and the limits of the levels.

    ``by_hand``: who made the pair a counterpart by hand, or took it away; the program's ``own_score`` stays.
    """

    a: Passage
    b: Passage
    score: float
    level: PairLevel
    limits: Mapping[MatchLevel, float]
    contributions: tuple[Contribution, ...]
    own_score: float
    nothing: Nothing | None = None
    by_hand: ByHand | None = None
    notices: tuple[Notice, ...] = ()

    def sums(self) -> Iterator[float]:
        """The sum after each contribution; the last one is the score."""
        return accumulate(each.weight for each in self.contributions)
