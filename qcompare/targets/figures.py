"""Figures in their clause: which text can belong to each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from qcompare.models import Span
from qcompare.targets.clauses import BRACKETED, SEPARATOR
from qcompare.targets.operators import Op, read_suffix
from qcompare.targets.quantities import Quantity, find

_FAR = 120  # characters to either side of a figure that can belong to it: a bound for the work
_BLANK = " \u3000" + BRACKETED
_CLOSING = ("", "的", "的目标", "水平", "的水平", "目标")
_FROM = re.compile(r"[从由]\s?(?:(?:19|20)\d\d\s?年[底末]?的?)?约?\Z")
_TO = re.compile(r"[^，,；;。、]{0,12}?[到至为]")
_GRADE = r"(?:国家|[省市县区部])级"
_GRADED = re.compile(rf"[、和及与]\s?\d{{1,6}}\s?[个家项]\s?{_GRADE}(?P<noun>[^、，,；;。和\d]{{2,30}})")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its clause: what can belong to it reaches from ``left`` to ``right`` of the sentence.

    ``end`` is behind 以上 and the like, which ``suffix`` is; ``nested``: another figure follows before any
    separator, so that this one can be part of what that one measures.
    """

    text: str
    names: str
    left: int
    right: int
    quantity: Quantity
    end: int
    suffix: Op | None
    nested: bool

    @property
    def before(self) -> str:
        """What stands before the figure, from the last separator that belongs to nothing else."""
        start = max(self.left, self.quantity.start - _FAR)
        separator = SEPARATOR.match(self.names, start, self.quantity.start)
        return self.text[separator.end() if separator else start : self.quantity.start]

    @property
    def noun(self) -> str:
        """What follows, as far as it can be what is counted; 2 个国家级、5 个省级示范区 are both 示范区."""
        noun = self.text[self.end : self.right].strip().removeprefix("的")
        shared = _GRADED.match(self.text, self.right) if noun.endswith("级") else None
        return noun + shared["noun"] if shared else noun

    @property
    def closes(self) -> bool:
        """Whether nothing follows that the figure could count or belong to."""
        rest = self.names[self.end : self.right].strip(_BLANK)
        return rest in _CLOSING or bool(SEPARATOR.match(rest))


def figures_of(text: str, names: str, clause: Span) -> list[Figure]:
    """The figures of a clause, ``left`` at its start; where something starts from (从2.8%提高到…) is none."""
    quantities = [q for q in find(names, clause) if not _starts_from(text, clause, q)]
    following = (q.start for q in quantities[1:])
    return [_placed(text, names, clause, q, after) for q, after in zip_longest(quantities, following)]


def run_of(figures: Sequence[Figure]) -> list[Figure]:
    """The first figure and those that only separators part from it: 55%以上和32%以上."""
    run = [figures[0]]
    for figure in figures[1:]:
        if not SEPARATOR.fullmatch(figure.names, run[-1].end, figure.quantity.start):
            break
        run.append(figure)
    return run


def _placed(text: str, names: str, clause: Span, quantity: Quantity, following: int | None) -> Figure:
    """A quantity with its bounds; ``following`` is where the next one of the clause stands."""
    end, suffix = read_suffix(names, quantity.end)
    separator = _last_separator(names, end, following) if following else None
    return Figure(
        text=text,
        names=names,
        left=clause.start,
        right=min(clause.end if separator is None else separator, end + _FAR),
        quantity=quantity,
        end=end,
        suffix=suffix,
        nested=following is not None and separator is None,
    )


def _starts_from(text: str, clause: Span, quantity: Quantity) -> bool:
    before = text[max(clause.start, quantity.start - 12) : quantity.start]
    return bool(_FROM.search(before) and _TO.match(text, quantity.end, clause.end))


def _last_separator(names: str, start: int, end: int) -> int | None:
    return max((match.start() for match in SEPARATOR.finditer(names, start, end)), default=None)
