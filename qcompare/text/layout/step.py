"""Layout: page numbers, hard line breaks and blanks inside sentences, each the others' evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qcompare.models import Suspect
from qcompare.text.edits import Edit, Found, Step, repair
from qcompare.text.layout.blanks import blanks
from qcompare.text.layout.joints import Joints
from qcompare.text.layout.pagenumbers import inline_numbers
from qcompare.text.layout.wraps import wraps
from qcompare.text.script import simplify
from qcompare.text.words import Lexicon

_ROUNDS = 4  # at most: the second seldom changes anything


def layout(lexicon: Lexicon) -> Step:
    """A step that takes page numbers, line breaks and blanks out of sentences till nothing is left to do.

    It reads the text as simplified, for so are the lexicon's words, and leaves it in its script.
    """
    joints = Joints(lexicon)
    steps = (inline_numbers(joints), blanks(joints), wraps(joints))

    def step(text: str) -> Found:
        current = text = simplify(text)
        changes: list[Found] = []
        for _ in range(_ROUNDS):
            known = len(changes)
            doubts: list[Suspect] = []
            for each in steps:
                found = each(current)
                doubts += found.suspects
                if found.edits:
                    changes.append(Found(found.edits))
                    current = _edited(current, found.edits)
            if len(changes) == known:
                break
        return _composed(text, changes, doubts)

    return step


def _edited(text: str, edits: Sequence[Edit]) -> str:
    starts = [0, *(edit.end for edit in edits)]
    kept = (text[start : edit.start] + edit.new for start, edit in zip(starts, edits, strict=False))
    return "".join(kept) + text[starts[-1] :]


def _composed(text: str, changes: Sequence[Found], doubts: Sequence[Suspect]) -> Found:
    """Changes made one after the other as edits of the text before them, and what is still open in it."""
    if not changes:
        return Found(suspects=tuple(doubts))
    whole = repair(text, [lambda _, found=found: found for found in changes])  # type: ignore[misc]
    edits = (Edit(r.at, r.at + len(r.before), r.after, "layout") for r in whole.repairs)
    spans = (whole.offsets.source_span(doubt.span) for doubt in doubts)
    return Found(tuple(edits), tuple(replace(d, span=span) for d, span in zip(doubts, spans, strict=True)))
