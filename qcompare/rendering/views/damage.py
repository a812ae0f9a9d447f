"""What was repaired, kind by kind, and what could not be decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qcompare.models import Repair, Suspect
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.voice import Voice
from qcompare.rendering.visible import one_line

_EXAMPLES = 5
_BLANKS = re.compile(r"(\s)\1*")
_SIGNS = {" ": "␣", "\n": "⏎"}
_COUNTED = 4  # equal blanks: from there on they are counted
_AROUND = 8  # characters of context on each side


def repairs_table(repairs: Sequence[Repair], voice: Voice) -> Table:
    """A row per kind, the most frequent first, with its first examples."""
    kinds: dict[str, list[Repair]] = {}
    for repair in repairs:
        kinds.setdefault(repair.kind, []).append(repair)
    return Table(
        (
            Column(voice.say("column.repair")),
            Column(voice.say("column.count"), right=True),
            Column(voice.say("column.examples"), ratio=1),
        ),
        tuple(
            (Cell(voice.say(f"repair.{kind}")), Cell(str(len(found))), Cell(_examples(found, voice)))
            for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))
        ),
    )


def change(repair: Repair) -> str:
    """``before → after``, with signs for what does not show."""
    return f"{_shown(repair.before)} → {_shown(repair.after)}"


def suspects(found: Sequence[Suspect], text: str, voice: Voice, limit: int | None) -> list[Block]:
    """The places left as they were, in the cleaned ``text``; nothing if there are none."""
    if not found:
        return []
    columns = (
        Column(voice.say("column.suspect"), ratio=1),
        Column(voice.say("column.context"), ratio=2),
        Column(voice.say("column.reason"), ratio=2),
    )
    shown = found[:limit]
    rows = tuple(
        (_what(suspect, voice), Cell(_around(suspect, text)), Cell(suspect.reason)) for suspect in shown
    )
    note = voice.shown(len(shown), len(found))
    return [Heading(2, voice.say("show.suspects")), Table(columns, rows), Paragraph(note, "dim")]


def _what(suspect: Suspect, voice: Voice) -> Cell:
    return Cell(voice.say(f"repair.{suspect.kind}"), lead=_shown(suspect.text))


def _around(suspect: Suspect, text: str) -> str:
    span = suspect.span
    return one_line(text[max(0, span.start - _AROUND) : span.end + _AROUND])


def _examples(repairs: Sequence[Repair], voice: Voice) -> str:
    """The first changes of a kind, each once."""
    return voice.listed([*dict.fromkeys(map(change, repairs))][:_EXAMPLES])


def _shown(text: str) -> str:
    """A text with signs for blanks, line ends and nothing at all: ``␣``, ``⏎``, ``⟨U+3000⟩×4``, ``∅``."""
    return one_line(_BLANKS.sub(_sign, text)) or "∅"


def _sign(run: re.Match[str]) -> str:
    blank, count = run[1], len(run[0])
    sign = _SIGNS.get(blank, f"⟨U+{ord(blank):04X}⟩")
    return sign * count if count < _COUNTED else f"{sign}×{count}"
