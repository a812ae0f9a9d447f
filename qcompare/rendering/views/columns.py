"""Many plans as columns: so many side by side as there is room for, the others in tables below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from qcompare.models import Metadata
from qcompare.rendering.views.shares import longest_part
from qcompare.rendering.views.side import column_names
from qcompare.rendering.views.voice import Voice

_GAP = 2  # between columns


@dataclass(frozen=True, slots=True)
class Columns:
    """The plans of a matrix as columns of at least ``cell`` display columns beside a ``label``.

    ``limit`` bounds the rows of each table, ``width`` the display columns; None: no bound. Where the plans do
    not fit beside each other under their names, numbers head their columns.
    """

    metas: tuple[Metadata, ...]
    names: tuple[str, ...]
    voice: Voice
    limit: int | None
    width: int | None
    label: int
    cell: int

    @classmethod
    def of(
        cls,
        metas: Sequence[Metadata],
        voice: Voice,
        sizes: tuple[int, int],
        *,
        limit: int | None,
        width: int | None,
    ) -> Columns:
        """Named by city, or by id where a city is unknown or has two plans; ``sizes``: of label and cell."""
        return cls(tuple(metas), tuple(column_names(metas, voice.lang)), voice, limit, width, *sizes)

    @property
    def numbered(self) -> bool:
        """Whether numbers head the columns."""
        return not fits(len(self.names), self.label, self._named, self.width)

    @property
    def heads(self) -> list[str]:
        """What heads the columns."""
        return [str(n + 1) if self.numbered else name for n, name in enumerate(self.names)]

    @property
    def titles(self) -> list[str]:
        """The plans as rows: their names, after the numbers that head their columns."""
        return [f"{n + 1} {name}" if self.numbered else name for n, name in enumerate(self.names)]

    @property
    def each(self) -> int:
        """The display columns of a plan."""
        return self.cell if self.numbered else self._named

    @property
    def blocks(self) -> list[slice]:
        """The plans of each table, about as many in one as in another."""
        count = len(self.names)
        room = count if self.width is None else max(1, (self.width - self.label) // (self.each + _GAP))
        size = ceil(count / ceil(count / room))
        return [slice(start, min(start + size, count)) for start in range(0, count, size)]

    def caption(self, block: slice) -> str:
        """Which plans a table is of; '' for the only one."""
        if len(self.blocks) == 1:
            return ""
        return self.voice.say("matrix.block", first=block.start + 1, last=block.stop, count=len(self.names))

    @property
    def _named(self) -> int:
        return max(self.cell, *map(longest_part, self.names))


def fits(plans: int, label: int, each: int, width: int | None) -> bool:
    """Whether so many columns have room beside a label."""
    return width is None or label + plans * (each + _GAP) <= width
