"""Decide between the readings of a damaged place: one of them, what they agree on, or none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qcompare.text.script import simplify
from qcompare.text.slips import REFUSED, Moves, Path
from qcompare.text.slipsearch import SLACK, Place
from qcompare.text.slipsites import BRACKET, Line

# In nats, set on damaged copies of real plans and on the plans as they are: how much better the best reading
# must be than the text as it stands, and than the next one.
_GAIN, _LEAD = 8.0, 3.0  # right 95 times in 100 if the scores are
_CLEAR_GAIN, _CLEAR_LEAD = 12.0, 6.0  # on a page without annotations, which bears no other witness to damage
_COMMON = 50  # how often the lexicon must have each of its characters there
_UNMATCHED = 12.0  # for each quotation mark of a line without its partner

UNREADABLE = "□"  # as editors print it for a character that cannot be made out


@dataclass(frozen=True, slots=True)
class Finding:
    """A damaged place: its new text, None if nothing is decided, and the reason for a doubt that remains."""

    start: int
    end: int
    text: str | None
    reason: str = ""


def judged(paths: list[Path], place: Place, line: Line, moves: Moves) -> Finding | None:
    """The decision between the readings, None if nothing is wrong at the first unit."""
    ranked = _ranked(paths, place, line)
    slips = [(score, path) for score, path in ranked if path.closed != REFUSED]
    if not slips:
        return None
    best, path = slips[0]
    as_found = next((score for score, path in ranked if path.closed == REFUSED), best - SLACK)
    annotated = moves.habit.annotates
    if best < as_found - _LEAD * annotated:
        return None
    lead, gain = (_LEAD, _GAIN) if annotated else (_CLEAR_LEAD, _CLEAR_GAIN)
    rivals = [path for score, path in slips if score > best - lead]
    known = moves.fluency.knows(path.text, 1 if annotated else _COMMON)
    clear = best >= as_found + gain and known and (annotated or (len(rivals) == 1 and not path.dropped))
    agreed = _agreed(rivals) if clear else None
    readings = " or ".join(BRACKET.sub("", path.text) for _, path in slips[:2])
    doubt = f"bytes were lost here; it may have been {readings}"
    if agreed is not None:
        return _decided(place, line, replace(path, text=agreed), doubt if len(rivals) > 1 else "")
    ends = place.units[path.closed - 1 : path.closed + 1]
    end = ends[-1].end if ends[-1].syllable else ends[0].end  # an annotation behind belongs to the doubt
    return Finding(line.start, end, None, doubt)


def _ranked(paths: list[Path], place: Place, line: Line) -> list[tuple[float, Path]]:
    """The best path of each reading with its score, the best first."""
    best: dict[tuple[int, str], tuple[float, Path]] = {}
    for path in paths:
        refused = path.closed == REFUSED
        unmatched = (
            line.unmatched() if refused else line.unmatched(path.text, place.units[path.closed - 1].end)
        )
        score = path.score - _UNMATCHED * unmatched
        reading = (path.closed, "" if refused else simplify(path.text))
        if reading not in best or best[reading][0] < score:
            best[reading] = (score, path)
    return sorted(best.values(), key=lambda ranked: ranked[0], reverse=True)


def _agreed(rivals: list[Path]) -> str | None:
    """What all readings have in common, with signs for the other characters; None if that is little."""
    best, *others = (path.text for path in rivals)
    if any(path.closed != rivals[0].closed for path in rivals):
        return None
    if all(len(other) == len(best) for other in others):
        differs = [len(set(column)) > 1 for column in zip(best, *others, strict=True)]
    else:
        first = min(_alike(best, other) for other in others)
        last = min(_alike(best[:first:-1], other[:first:-1]) for other in others)
        differs = [first <= at < len(best) - last for at in range(len(best))]
    agreed = "".join(UNREADABLE if differs[at] else character for at, character in enumerate(best))
    return agreed if agreed.count(UNREADABLE) <= max(1, len(BRACKET.sub("", agreed)) / 3) else None


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _decided(place: Place, line: Line, path: Path, doubt: str) -> Finding:
    """The reading of a path; an annotation at its end that stays as it is is none of the edit's."""
    last = place.units[path.closed - 1]
    kept = last.text if last.syllable and not last.lost and path.text.endswith(last.text) else ""
    return Finding(line.start, last.end - len(kept), path.text.removesuffix(kept), doubt)
