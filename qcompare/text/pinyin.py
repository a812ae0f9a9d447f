"""Pinyin annotations: the reading in brackets that some pages put behind their traditional characters.

A bracket is an annotation exactly when it holds one syllable and that is a reading of the character
before it. ``(GDP)`` and ``(PM2.5)`` are no syllables, ``(略)`` is no Latin: the author's brackets stay.
"""

import re
import unicodedata
from functools import cache

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found
from qcompare.text.script import simplify

_TONES = re.compile("[\u0300\u0301\u0304\u030c]")  # grave, acute, macron, caron on a decomposed vowel
_LOOK_ALIKES = str.maketrans({"ɑ": "a", "ɡ": "g", "v": "ü"})  # the first two are GBK's own letters
_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = "i?ang?|[iu]?a[io]|i?ong?|uang?|[iuü]?an|[eiuü]ng?|ü?e|[iu][ae]|e[ir]|ou|uo|i?u|u?i|[aeoü]"
_SYLLABLE = re.compile(f"(?:{_INITIAL})?(?:{_FINAL})")

LETTERS = "[a-zɑɡêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300-\u030c]{1,8}"  # one syllable, not yet checked
_BRACKETS = re.compile(f"([㐀-\u9fff豈-\ufaff〇])((?:[(（]{LETTERS}[)）])+)")
_BRACKET = re.compile(f"[(（]({LETTERS})[)）]")


def annotations(text: str) -> Found:
    """Deletions of all annotations; a syllable that is no reading of its character is a suspect.

    Some pages annotate a character several times over; all its brackets are judged by it.
    """
    found = [
        (match[1], bracket)
        for match in _BRACKETS.finditer(text)
        for bracket in _BRACKET.finditer(text, match.start(2), match.end(2))
    ]
    edits = [Edit(b.start(), b.end(), "", "pinyin") for c, b in found if is_reading(b[1], c)]
    gone = {edit.start for edit in edits}
    doubts = [(c, b) for c, b in found if b.start() not in gone and _is_doubtful(b[1], annotated=bool(edits))]
    return Found(tuple(edits), tuple(_suspect(c, b, text) for c, b in doubts))


def is_reading(syllable: str, character: str) -> bool:
    """Whether the syllable, with its tone or any other, is a reading of the character.

    Tones are not insisted on: pages mark sandhi (一 as yí) and differ over a few characters (質 zhí).
    """
    return _plain(syllable) in _plain_readings(character)


@cache
def readings(character: str) -> frozenset[str]:
    """The readings, with their tones, of a character and of its simplified form."""
    from pypinyin import pinyin  # a fifth of a second: only where there is an annotation to judge

    rows = [row for form in {character, simplify(character)} for row in pinyin(form, heteronym=True)]
    return frozenset(reading for row in rows for reading in row if reading not in character)


def _is_doubtful(syllable: str, *, annotated: bool) -> bool:
    """Whether a bracket looks like an annotation; without a tone only on a page that has annotations."""
    plain = _plain(syllable)
    toned = plain != syllable.translate(_LOOK_ALIKES)
    return bool(_SYLLABLE.fullmatch(plain)) and (toned or annotated)


def _suspect(character: str, bracket: re.Match[str], text: str) -> Suspect:
    start = bracket.start() - (text[bracket.start() - 1] == character)
    span = Span(start, bracket.end())
    return Suspect("pinyin", span.of(text), span, f"{bracket[1]} is not a reading of {character}")


@cache
def _plain(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", _TONES.sub("", decomposed)).translate(_LOOK_ALIKES)


@cache
def _plain_readings(character: str) -> frozenset[str]:
    return frozenset(map(_plain, readings(character)))
