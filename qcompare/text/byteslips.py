"""Undo what programs that did not keep to the boundaries of GBK characters did to a page.

At each place where a byte may have been lost all readings are followed side by side, as far as their
bytes pair up and their annotations fit, until they are back in step. The one that reads best is taken if
it reads far better than the text as it stands and clearly better than the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found
from qcompare.text.fluency import Fluency, Prefix
from qcompare.text.pinyin import is_reading
from qcompare.text.script import simplify
from qcompare.text.slips import REFUSED, Moves, Path
from qcompare.text.slipsearch import SLACK, Place, followed, may_slip
from qcompare.text.slipunits import BARE, MARKS, SYLLABLE, TONED, Unit, units
from qcompare.text.words import Lexicon

# In nats, set on damaged copies of the real plans and on the plans as they are.
_GAIN = 8.0  # over the text as it stands
_LEAD = 4.0  # over the next reading: right 98 times in 100 if the scores are
_UNMATCHED = 12.0  # for each quotation mark of a line without its partner
_DULL = -7.5  # for each character: the text behind a mark is worth a closer look below

_MOST = 500  # places examined in one page: ten times what bad real pages have, a minute at the very worst
_UNITS = 48  # units followed from one place
_NEAR = 10  # of them that are looked at first
_CONTEXT = 200  # characters of the line on either side that quotation marks are counted in

_BRACKET = re.compile(rf"[(（]{SYLLABLE}[)）]")
_SITE = re.compile(
    rf"[?\ufffd]?[(（]{SYLLABLE}[)）]|[?\ufffd]{SYLLABLE}[)）]|{BARE}|[?\ufffd]?[{MARKS}]|[?\ufffd]。"
)
_PRIVATE = re.compile(r"(?<=\S)[\ue000-\ue765](?=\S)")  # an unassigned pair that was not dropped
_TONED = re.compile(f"[(（]{TONED}[)）]")
_TRACE = re.compile(rf"[?\ufffd]{SYLLABLE}[)）]|{BARE}|(?<![㐀-\u9fff]){_TONED.pattern}|{_PRIVATE.pattern}")
_PARTNERS = (("“", "”"), ("《", "》"), ("「", "」"))


def byteslips(text: str, lexicon: Lexicon) -> Found:
    """Edits that put back the characters of slipped bytes; places that cannot be decided are suspects.

    Annotations are evidence, so this runs before they are removed: those of restored characters stay
    behind them, false ones go with the edit.
    """
    if not _SITE.search(text):
        return Found()
    findings = list(_findings(text, Moves(Fluency(lexicon, _BRACKET.sub("", text)))))
    edits = tuple(Edit(f.start, f.end, f.text, "byteslip") for f in findings if f.text is not None)
    doubts = {Span(f.start, f.end): f.reason for f in findings if f.text is None}
    doubts |= dict.fromkeys(
        _traces(text, findings), "bytes were lost here, and no reading of what is left fits"
    )
    return Found(edits, tuple(Suspect("byteslip", s.of(text), s, doubts[s]) for s in sorted(doubts)))


def _traces(text: str, findings: Iterable[_Finding]) -> Iterator[Span]:
    """What else no author of an annotated page writes: torn annotations, private-use signs."""
    known = {at for finding in findings for at in range(finding.start, finding.end)}
    kept = {finding.end for finding in findings}  # where annotations of restored characters stand
    for match in _TRACE.finditer(text) if _TONED.search(text) else ():
        if match.start() not in known and not (match.start() in kept and _BRACKET.fullmatch(match[0])):
            yield Span(*match.span())


def _drops_pairs(text: str) -> bool:
    """Whether the programs behind an annotated page may have dropped unassigned pairs: it shows none."""
    return bool(_TONED.search(text)) and not _PRIVATE.search(text)


@dataclass(frozen=True, slots=True)
class _Finding:
    """A damaged place: its new text if that is decided, else the reason for the doubt."""

    start: int
    end: int
    text: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of a place: before it without annotations, and from its start on as found."""

    start: int
    before: str
    after: str

    def as_found(self) -> str:
        """The line without annotations."""
        return self.before + _BRACKET.sub("", self.after)

    def with_reading(self, text: str, end: int) -> str:
        """The line with ``text`` in place of what stands there up to ``end``."""
        return self.before + _BRACKET.sub("", text + self.after[end - self.start :])


def _findings(text: str, moves: Moves) -> Iterator[_Finding]:
    """The damaged places in their order; each is read with what was put back before it."""
    position, before, examined, drops = 0, "", 0, _drops_pairs(text)
    while examined < _MOST and (match := _SITE.search(text, position)):
        before = (before + text[position : match.start()])[-_CONTEXT:]
        line = _line(text, match.start(), before)
        suspicious = _is_suspicious(units(text, line.start, _NEAR), line, moves)
        finding = _examined(text, line, moves, drops=drops) if suspicious else None
        examined += suspicious
        position = finding.end if finding else match.end()
        put_back = finding.text if finding else None
        before += text[match.start() : position] if put_back is None else put_back
        if finding:
            yield finding


def _line(text: str, start: int, before: str) -> _Line:
    return _Line(
        start,
        _BRACKET.sub("", before.rpartition("\n")[2]),
        text[start : start + _CONTEXT].partition("\n")[0],
    )


def _examined(text: str, line: _Line, moves: Moves, *, drops: bool) -> _Finding | None:
    """What comes of a place, None if nothing is wrong at its first unit."""
    found = units(text, line.start, _UNITS)
    ends_line = text[found[-1].end : found[-1].end + 1] in ("", "\n")
    place = Place(found, line.before, ends_line, gaps=drops)
    return _judged(_ranked(followed(place, moves), place, line), place, line, moves)


def _is_suspicious(near: list[Unit], line: _Line, moves: Moves) -> bool:
    """Whether the next units read badly, or hold what no author writes."""
    first, *rest = near
    if first.syllable:
        return first.lost or not is_reading(first.syllable, line.before[-1:])
    digits = bool(rest) and rest[0].is_digit
    if not any(map(_is_chinese, rest)) or not may_slip(
        first, rest[0], quotes=digits and _unmatched(line.as_found()) > 0
    ):
        return False
    path = Path(moves.fluency.read(Prefix(), first.text), first.text, closed=REFUSED)
    for unit, following in zip(rest, (*rest[1:], None), strict=True):
        path = moves.literal(path, unit, following)
    return digits or path.score < _DULL * sum(not unit.syllable for unit in rest)


def _is_chinese(unit: Unit) -> bool:
    """Whether a unit may be of a Chinese text, damaged or not."""
    return bool(unit.syllable) or "㐀" <= unit.text < "\uff00"


def _ranked(paths: list[Path], place: Place, line: _Line) -> list[tuple[float, Path]]:
    """The best path of each reading with its score, the best first."""
    best: dict[tuple[int, str], tuple[float, Path]] = {}
    for path in paths:
        refused = path.closed == REFUSED
        read = line.as_found() if refused else line.with_reading(path.text, place.units[path.closed - 1].end)
        score = path.score - _UNMATCHED * _unmatched(read)
        reading = (path.closed, "" if refused else simplify(path.text))
        if reading not in best or best[reading][0] < score:
            best[reading] = (score, path)
    return sorted(best.values(), key=lambda ranked: ranked[0], reverse=True)


def _judged(ranked: list[tuple[float, Path]], place: Place, line: _Line, moves: Moves) -> _Finding | None:
    """The decision between the readings, None if nothing is wrong at the first unit."""
    slips = [(score, path) for score, path in ranked if path.closed != REFUSED]
    if not slips:
        return None
    (best, path), *others = slips
    as_found = next((score for score, path in ranked if path.closed == REFUSED), best - SLACK)
    if best < as_found - _LEAD:
        return None
    clear = best >= as_found + _GAIN and all(best >= score + _LEAD for score, _ in others[:1])
    if clear and moves.fluency.knows(path.text):
        return _decided(place, line, path)
    ends = place.units[path.closed - 1 : path.closed + 1]
    end = ends[-1].end if ends[-1].syllable else ends[0].end  # an annotation behind belongs to the doubt
    readings = " or ".join(_BRACKET.sub("", path.text) for _, path in slips[:2])
    return _Finding(line.start, end, None, f"bytes were lost here; it may have been {readings}")


def _decided(place: Place, line: _Line, path: Path) -> _Finding:
    """The reading of a path; an annotation at its end that stays as it is is none of the edit's."""
    last = place.units[path.closed - 1]
    kept = last.text if last.syllable and not last.lost and path.text.endswith(last.text) else ""
    return _Finding(line.start, last.end - len(kept), path.text.removesuffix(kept))


def _unmatched(line: str) -> int:
    """How many quotation marks of a line have no partner."""
    return sum(abs(line.count(opening) - line.count(closing)) for opening, closing in _PARTNERS)
