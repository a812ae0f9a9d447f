"""The way from a reader's text to the cleaned one: the steps in their order."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.models import CleanText
from qcompare.settings import Wording
from qcompare.text import pinyin, steps
from qcompare.text.byteslips import byteslips
from qcompare.text.edits import Found, Step, repair
from qcompare.text.words import Lexicon


def clean(text: str, words: Wording, lexicon: Lexicon) -> CleanText:
    """The repaired, simplified text with its offset map and the log of every change."""
    return repair(text, cleaning_steps(words, lexicon))


def cleaning_steps(words: Wording, lexicon: Lexicon) -> Sequence[Step]:
    """Byte slips first, for the annotations are their evidence; wording last, for its list is simplified.

    What the small steps know of glyphs and characters is simplified too, but for what OpenCC could not read.
    """

    def slips(text: str) -> Found:
        return byteslips(text, lexicon)

    return (
        slips,
        pinyin.annotations,
        steps.undecoded,
        steps.unseen,
        steps.widths,
        steps.compatible,
        steps.glyphs,
        steps.script,
        steps.zeros,
        steps.dashes,
        steps.aspect,
        steps.wording(words),
    )
