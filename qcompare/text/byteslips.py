"""Undo what programs that did not keep to the boundaries of GBK characters did to a page.

At each place where a byte may have been lost all readings are followed side by side, as far as their
bytes pair up and their annotations fit, until they are back in step. The one that reads best is taken if
it reads far better than the text as it stands and clearly better than the next; where only some of its
characters are in doubt, the others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qcompare.models import Span, Suspect
from qcompare.text.annotated import Habit
from qcompare.text.edits import Edit, Found, Step, repair
from qcompare.text.fluency import Fluency
from qcompare.text.narrowed import narrowed
from qcompare.text.pinyin import is_reading
from qcompare.text.slips import Moves
from qcompare.text.slipsearch import Place, followed
from qcompare.text.slipsites import BRACKET, SITE, WINDOW, Line, line_at, suspicious
from qcompare.text.slipunits import BARE, SYLLABLE, TONED, units
from qcompare.text.slipverdicts import Finding, judged
from qcompare.text.words import Lexicon

_ROUNDS = 3  # readings of a page, each knowing what the last one repaired
_UNITS = 48  # units followed from one place

# Places examined in one page, and at how many of them nothing is found that can be repaired before the page
# is given up; both grow with its length. Bad real pages have three places in a thousand characters, and nine
# in ten of them can be repaired.
_MOST = 500
_PATIENCE = 100

_PRIVATE = re.compile(r"(?<=\S)[\ue000-\ue765](?=\S)")  # an unassigned pair that was not dropped
_TONED = re.compile(f"[(（]{TONED}[)）]")
_TRACE = re.compile(
    rf"[?\ufffd]{SYLLABLE}[)）]|{BARE}|(?<![㐀-\u9fff)）]){_TONED.pattern}|{_PRIVATE.pattern}"
)

_NO_READING = "bytes were lost here, and no reading of what is left fits"


def byteslips(text: str, lexicon: Lexicon) -> Found:
    """Edits that put back the characters of slipped bytes; places that cannot be decided are suspects.

    Annotations are evidence, so this runs before they are removed: those of restored characters stay
    behind them, false ones go with the edit.
    """
    if not SITE.search(text):
        return Found()
    found = _together(text, _rounds(text, lexicon))
    doubts = {suspect.span: suspect for suspect in found.suspects}
    for span in _traces(text, found):
        doubts[span] = Suspect("byteslip", span.of(text), span, _NO_READING)
    edits = sorted((*found.edits, *narrowed(text, found.edits)), key=lambda edit: edit.start)
    return Found(tuple(edits), tuple(doubts[span] for span in sorted(doubts)))


def _rounds(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """What is found in the text, then in the text so repaired, where more is evidence, and so on."""
    effort = _Effort(len(text))
    for count in range(1, _ROUNDS + 1):
        moves = Moves(Fluency(lexicon, BRACKET.sub("", text)), Habit(text))
        findings = list(_findings(text, moves, effort))
        edits = tuple(Edit(f.start, f.end, f.text, "byteslip") for f in findings if f.text is not None)
        last = count == _ROUNDS or len(edits) in (0, len(findings)) or effort.is_vain()
        doubts = [
            (Span(f.start, f.end), f.reason) for f in findings if f.reason and (last or f.text is not None)
        ]
        found = Found(
            edits, tuple(Suspect("byteslip", span.of(text), span, reason) for span, reason in doubts)
        )
        yield found
        if last:
            return
        text = repair(text, [_step_of(found)]).text


def _step_of(found: Found) -> Step:
    return lambda _: found


def _together(text: str, rounds: Iterable[Found]) -> Found:
    """What one round after the other found, as edits of the text before the first."""
    rounds = list(rounds)
    if len(rounds) == 1:
        return rounds[0]
    repaired = repair(text, [_step_of(found) for found in rounds])
    spans = [(repaired.offsets.source_span(suspect.span), suspect) for suspect in repaired.suspects]
    return Found(
        tuple(Edit(r.at, r.at + len(r.before), r.after, "byteslip") for r in repaired.repairs),
        tuple(replace(suspect, span=span, text=span.of(text)) for span, suspect in spans),
    )


def _findings(text: str, moves: Moves, effort: _Effort) -> Iterator[Finding]:
    """The damaged places in their order; each is read with what was put back before it."""
    position, before, gaps = 0, "", not _PRIVATE.search(text)
    while match := SITE.search(text, position):
        start = match.start()
        before = (before + text[position:start])[-WINDOW:]
        finding = None
        if not _fits(match) and suspicious(text, line := line_at(text, start, before), moves):
            if effort.is_vain():
                yield from effort.gives_up(match)
                return
            finding = effort.made(_examined(text, line, moves, gaps=gaps))
        position = finding.end if finding else match.end()
        before += text[start:position] if finding is None or finding.text is None else finding.text
        if finding:
            yield finding


def _fits(match: re.Match[str]) -> bool:
    """Whether a site is but an annotation of the character before it."""
    site, start = match[0], match.start()
    return site[0] in "(（" and is_reading(site[1:-1], match.string[max(0, start - 1) : start])


def _examined(text: str, line: Line, moves: Moves, *, gaps: bool) -> Finding | None:
    """What comes of a place, None if nothing is wrong at its first unit."""
    found = units(text, line.start, _UNITS)
    ends_line = text[found[-1].end : found[-1].end + 1] in ("", "\n")
    place = Place(found, line.before, ends_line, gaps)
    return judged(followed(place, moves), place, line, moves)


class _Effort:
    """Counts the places examined in a page, and those of them where nothing could be repaired."""

    def __init__(self, length: int) -> None:
        self._most = _MOST + length // 200
        self._patience = _PATIENCE + length // 1000
        self._fruitful = self._fruitless = 0

    def made(self, finding: Finding | None) -> Finding | None:
        """Counts what came of one place."""
        fruitful = finding is not None and finding.text is not None
        self._fruitful += fruitful
        self._fruitless += not fruitful
        return finding

    def is_vain(self) -> bool:
        """Whether the page is given up: no text was ever damaged like this."""
        return (
            self._fruitful + self._fruitless > self._most or self._fruitless > self._patience + self._fruitful
        )

    def gives_up(self, match: re.Match[str]) -> Iterator[Finding]:
        """Says where, if there was damage at all."""
        if self._fruitful:
            yield Finding(*match.span(), None, "more is damaged from here on than can be examined")


def _traces(text: str, found: Found) -> Iterator[Span]:
    """What else no author of an annotated page writes: torn annotations, private-use signs."""
    spans = [(edit.start, edit.end) for edit in found.edits] + [
        (s.span.start, s.span.end) for s in found.suspects
    ]
    known = {at for start, end in spans for at in range(start, end)}
    kept = {end for _, end in spans}  # where annotations of restored characters stand
    for match in _TRACE.finditer(text) if _TONED.search(text) else ():
        if match.start() not in known and not (match.start() in kept and BRACKET.fullmatch(match[0])):
            yield Span(*match.span())
