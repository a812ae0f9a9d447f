"""What many plans come to in one table each: shares of topics, measures found, how alike they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from qcompare.models import Match, Notice, Plan, RunSettings, TopicCell, TopicRow
from qcompare.taxonomy import Measure, Taxonomy


@dataclass(frozen=True, slots=True)
class Place:
    """Where a measure was found: in a unit, or in a ``heading``; ``id`` is that of the unit or section.

    ``score`` is that of ``models.MeasureHit``; ``by_hand``: whether somebody set the topic of the unit.
    """

    id: str
    ref: str
    score: float
    heading: bool = False
    by_hand: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether it is no plain find: said in other words, in passing or in a quoted title."""
        return self.score < 1

    @property
    def marked(self) -> str:
        """The reference, with a sign where the find is doubtful, and one where the topic was set by hand."""
        return self.ref + "?" * self.doubtful + "✎" * self.by_hand


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure over all plans; ``cells`` in the order of the plans, places in the order of the text."""

    measure: Measure
    cells: tuple[tuple[Place, ...], ...]

    @property
    def adopters(self) -> tuple[int, ...]:
        """The positions of the plans that have it."""
        return tuple(n for n, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class TopicMatrix:
    """How much each plan gives to each topic, in the order of the taxonomy.

    ``by_hand`` holds, for each plan, the ids of the units whose topic somebody set.
    """

    settings: RunSettings
    taxonomy: Taxonomy
    plans: tuple[Plan, ...]
    rows: tuple[TopicRow, ...]
    by_hand: tuple[frozenset[str], ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureMatrix:
    """Which plan has which measure: the measures that at least one has, by topic, most widely found first."""

    settings: RunSettings
    taxonomy: Taxonomy
    plans: tuple[Plan, ...]
    rows: tuple[MeasureRow, ...]
    notices: tuple[Notice, ...] = ()

    def found(self, plan: int) -> tuple[MeasureRow, ...]:
        """The measures of the plan at a position."""
        return tuple(row for row in self.rows if plan in row.adopters)

    def alone(self, plan: int) -> tuple[MeasureRow, ...]:
        """The measures that only the plan at a position has; none where it is the only plan."""
        return tuple(row for row in self.rows if row.adopters == (plan,) and len(self.plans) > 1)

    def shared(self) -> tuple[MeasureRow, ...]:
        """The measures that all plans have."""
        return tuple(row for row in self.rows if len(row.adopters) == len(self.plans))


@dataclass(frozen=True, slots=True)
class SimilarityMatrix:
    """How alike the plans are, each with each, from 0 to 1 (see ``comparing.compare.similarity``).

    It rests on what somebody set by hand too: for each plan the units whose topic was, the pairs ``made``,
    and those ``parted``, as they were.
    """

    settings: RunSettings
    plans: tuple[Plan, ...]
    rows: tuple[tuple[float, ...], ...]
    by_hand: tuple[frozenset[str], ...]
    made: tuple[Match, ...] = ()
    parted: tuple[Match, ...] = ()
    notices: tuple[Notice, ...] = ()


Matrix = TopicMatrix | MeasureMatrix | SimilarityMatrix


def mean_share(cells: Iterable[TopicCell]) -> float:
    """The average of the plans' shares, each plan counting the same whatever its length."""
    return fmean(cell.share for cell in cells)
