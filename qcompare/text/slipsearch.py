"""Follow all readings of a damaged place side by side until they are back in step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from qcompare.text.fluency import Prefix
from qcompare.text.slips import OPEN, REFUSED, Moves, Path
from qcompare.text.slipunits import Unit, may_slip

SLACK = 60.0  # nats behind the best at which a reading is given up
_WIDTH = 64  # readings followed at a time
_ALIKE = 6  # of them with the same last character that wait for the same byte
_AFTER = 8  # units that are followed when all readings came back in step
_BEFORE = 12  # characters before a place that its first words may begin in
_RESTARTS = 2  # readings in step that may go out of it again at the next mark
_GAP_UNITS = 24  # units of a place in which a dropped pair is looked for
_GAP_PATHS = 2  # readings at each of them for which it is


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may be damaged: its units, and the text before it in its line, without annotations.

    ``ends_line`` says that the line ends with the units; ``gaps`` that pairs may have been dropped there.
    """

    units: list[Unit]
    before: str
    ends_line: bool
    gaps: bool


def followed(place: Place, moves: Moves) -> list[Path]:
    """The best paths that came back in step, and those that took the first unit for right."""
    first, following = place.units[0], _at(place, 1)
    start = Path(moves.fluency.read(Prefix(), place.before[-_BEFORE:]), place.before[-2:])
    literal = moves.literal(replace(start, closed=REFUSED), first, following)
    paths = _best(chain([literal], (way.at(1) for way in moves.out_of_step(start, first))))
    settled = 0
    for count in range(1, len(place.units)):
        if settled > _AFTER:
            break
        paths = _best(way.at(count + 1) for way in _steps(place, moves, paths, count))
        settled = 0 if any(path.closed == OPEN for path in paths) else settled + 1
    if place.ends_line:
        ends = (moves.on(path, None, None, None) for path in paths)
        paths = [*paths, *(way.at(len(place.units)) for way in chain.from_iterable(ends))]
    return [path for path in paths if path.closed != OPEN]


def _steps(place: Place, moves: Moves, paths: list[Path], count: int) -> Iterator[Path]:
    """All ways of all paths, the best path first, over the unit behind the first ``count``."""
    unit, previous, following = place.units[count], place.units[count - 1], _at(place, count + 1)
    in_step = [path for path in paths if path.pending is None]
    out_of_step = [path for path in paths if path.pending is not None]
    for path in in_step:
        yield moves.literal(path, unit, following)
    for path in in_step[:_RESTARTS] if may_slip(unit, following) else ():
        yield from moves.out_of_step(path, unit)
    for path in out_of_step:
        yield from moves.on(path, unit, previous, following)
    for path in _unlike(out_of_step)[:_GAP_PATHS] if place.gaps and count < _GAP_UNITS else ():
        yield from moves.over_gap(path, unit, following)


def _at(place: Place, index: int) -> Unit | None:
    return place.units[index] if index < len(place.units) else None


def _best(paths: Iterable[Path]) -> list[Path]:
    """The paths worth following, the best first; of those that will go on alike a few are enough."""
    kept: list[Path] = []
    alike: Counter[tuple[int | None, str]] = Counter()
    for path in sorted(paths, key=_score, reverse=True):
        if len(kept) == _WIDTH or (kept and path.score < kept[0].score - SLACK):
            break
        state = (path.pending, path.tail[-1:])
        if alike[state] < _ALIKE:
            alike[state] += 1
            kept.append(path)
    return kept


def _unlike(paths: list[Path]) -> list[Path]:
    """The first path of each pending byte."""
    return list({path.pending: path for path in reversed(paths)}.values())[::-1]


def _score(path: Path) -> float:
    return path.score
