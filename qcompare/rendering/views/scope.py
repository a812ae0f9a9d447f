"""What a view of a comparison is drawn from: the plans as columns, the language, how much to show."""

from __future__ import annotations

from dataclasses import dataclass

from qcompare.models import Comparison
from qcompare.rendering.views.layout import excerpt_size
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Scope:
    """A comparison with all that decides how it is shown; no ``limit`` means everything, with whole texts."""

    comparison: Comparison
    columns: tuple[Side, ...]
    voice: Voice
    limit: int | None
    width: int

    @property
    def names(self) -> list[str]:
        """What heads the columns."""
        return [side.name for side in self.columns]

    @property
    def by_id(self) -> bool:
        """Whether plan ids head the columns, cities being unknown or the same."""
        return self.columns[0].name == self.columns[0].meta.id

    @property
    def excerpt(self) -> int | None:
        """So many characters of a text are shown; None: all of them."""
        return None if self.limit is None else excerpt_size(self.width, len(self.columns))

    def few(self, to_ten: int) -> int | None:
        """The limit of a list that shows ``to_ten`` rows where the list of counterparts shows ten."""
        return None if self.limit is None else max(1, self.limit * to_ten // 10)
