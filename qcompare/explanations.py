"""One score, taken apart: what led to a topic and what lost against it, and the addends of a pair's score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import tanh
from typing import Literal

from qcompare.models import Assignment, ByHand, MatchLevel, Metadata, Notice, Section

PairLevel = MatchLevel | Literal["neither"]
# Why two passages have nothing in common: no word or measure that tells, or one of them is page furniture.
Nothing = Literal["common", "chrome"]
# Why a topic lost: less speaks for it, or less and nothing in the passage itself; as much, but less of it in
# the passage itself; as much in all, so that the order of names decides; what speaks against it leaves none.
Lost = Literal["less", "unsaid", "less_own", "order", "nothing"]
# The parts of the reasoning that are a passage's own words; all others stand around it or are concluded.
OWN_WORDS = frozenset(("term", "measure", "several"))
_PLACES = 4  # of a score


@dataclass(frozen=True, slots=True)
class Lead:
    """How far a topic is ahead, in weights: in all, and in the passage's own words.

    In all it is ``best`` to ``rival``, the runner-up's; in own words ``own`` to ``against``, the most that
    they say for any other topic. 0 where there is none; all are 0 where nothing speaks for any topic.
    """

    best: float = 0.0
    rival: float = 0.0
    own: float = 0.0
    against: float = 0.0

    @property
    def length(self) -> float:
        """The lead in all, and half of that in own words; below 0 where the own words say something else."""
        return self.best - self.rival + (self.own - self.against) / 2

    @property
    def score(self) -> float:
        """The logistic function of half the length, 0 where nothing speaks for the topic.

        That is about the share of sentences with such a lead that are coded as a reader codes them.
        """
        return round((1 + tanh(self.length / 4)) / 2, _PLACES) if self.best > 0 else 0.0

    def share(self, weight: float) -> float:
        """The score of a topic of this weight: the leader's, by the ratio of their weights."""
        return round(self.score * weight / self.best, _PLACES) if self.best > 0 and weight > 0 else 0.0


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
    """One addend: which part of the reasoning, on which words, how much.

    ``refs``: where, if elsewhere; in a pair of sections the units of the first that say it, and ``refs_b``
    those of the second. ``factors`` multiply to the weight of own words: what the taxonomy gives them, the
    factor of their place, and that of a further word. ``because``: why a rule speaks.
    """

    part: str
    term: str
    weight: float
    refs: tuple[str, ...] = ()
    refs_b: tuple[str, ...] = ()
    factors: tuple[float, ...] = ()
    because: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """What it rests on one by one, where several stand together."""
        return tuple(self.term.split("、"))

    @property
    def own(self) -> bool:
        """Whether it is what the passage itself says."""
        return self.part in OWN_WORDS


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
    ``chosen`` where nothing speaks for any topic, or where the passage is page furniture. The score follows
    from ``lead``, those of the rivals from it by their weights. ``factors`` are those of places in a
    sentence, by name. ``unheard``: words of a section's title that speak for context in the sentences below
    it alone.
    """

    passage: Passage
    code: Assignment
    chosen: Candidate | None
    rivals: tuple[Candidate, ...]
    lead: Lead
    unsure_score: float
    factors: Mapping[str, float]
    unheard: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


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
