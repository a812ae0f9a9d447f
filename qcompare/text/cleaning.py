"""The way from a reader's text to the cleaned one: the steps in their order."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.models import CleanText
from qcompare.settings import Wording
from qcompare.text import glyphs, pinyin, script, steps
from qcompare.text.byteslips import byteslips
from qcompare.text.edits import Found, Step, repair
from qcompare.text.layout.cutreadings import cut_readings
from qcompare.text.layout.step import layout
from qcompare.text.lost import lost
from qcompare.text.misreading.mojibake import mojibake
from qcompare.text.wording import wording
from qcompare.text.words import Lexicon


def clean(text: str, words: Wording, lexicon: Lexicon) -> CleanText:
    """The repaired, simplified text with its offset map and the log of every change."""
    return repair(text, cleaning_steps(words, lexicon))


def cleaning_steps(words: Wording, lexicon: Lexicon) -> Sequence[Step]:
    """What was read by the wrong encoding first; then byte slips, for the annotations are their evidence.

    Wording and script see ordinary characters in words that nothing cuts, wording the traditional ones too:
    they are its evidence.
    """

    def slips(text: str) -> Found:
        return byteslips(text, lexicon)

    return (
        *mojibake(lexicon),
        cut_readings,
        slips,
        pinyin.annotations,
        steps.undecoded,
        steps.unseen,
        steps.widths,
        glyphs.compatible,
        glyphs.variants,
        layout(lexicon),
        wording(words, lexicon),
        script.script,
        script.aspect,
        steps.zeros,
        steps.dashes,
        steps.years,
        steps.quotes,
        lost(lexicon),
    )
