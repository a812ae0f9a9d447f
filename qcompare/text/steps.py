"""The small repair steps: width and blanks, look-alikes, script, wording. Each is ``str → Found``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby

from qcompare.models import RepairKind, Span, Suspect
from qcompare.settings import Wording
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.script import simplify

# Full-width digits and Latin letters (U+FF10–FF19, FF21–FF3A, FF41–FF5A) lose 0xFEE0; signs such as ，：％
# stay as found. Blanks of other widths become a plain one.
_WIDTHS: Mapping[str, str] = {
    **{
        chr(c): chr(c - 0xFEE0)
        for first, last in ("０９", "ＡＺ", "ａｚ")
        for c in range(ord(first), ord(last) + 1)
    },
    **dict.fromkeys(map(chr, (0x3000, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)), " "),
}
# Invisible: soft hyphens, zero-width characters, bidi controls, noncharacters, variation selectors, and
# controls other than tabs and line ends.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)

# What a PDF or an old font puts for an ordinary character. Radicals and compatibility forms, which Unicode
# knows to be the same (NFKC); then what it does not know, nor does OpenCC: radicals of simplified forms,
# Japanese and variant glyphs.
_COMPATIBLE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
_GLYPHS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳硏戸発対気囯囘",
        "民虎西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟研户发对气国回",
        strict=True,
    )
)
# An O among the numerals of a year, and 一 for the dash between two years.
_ZERO = re.compile("(?<=[一二三四五六七八九〇])[OoＯｏ○◯]+(?=[一二三四五六七八九〇年])")
_DASH = re.compile(r"(?<=\b[12]\d{3})一(?=[12]\d{3}\b)", re.ASCII)
# 著 for 着, which OpenCC leaves alone: as in 着力, 着手, but not in 成效显著落实; and behind a verb, as in
# 沿着, 围绕着, but not in 带著名商标.
_ZHE = re.compile(
    "(?<![显卓昭名原专巨论编译遗土较合])著(?=[力眼手重落陆实想])"
    "|(?<=[沿本执随朝向接围绕味有带临存在跟看靠怀凭抱附胶志])著(?![作名称录述书者])"
)


def _mapped(kind: RepairKind, table: Mapping[str, str]) -> Step:
    """A step that maps single characters; neighbours make one edit."""

    def step(text: str) -> Found:
        hits = (i for i, character in enumerate(text) if character in table)
        return Found(tuple(Edit(s, e, "".join(table[c] for c in text[s:e]), kind) for s, e in _runs(hits)))

    return step


def _runs(positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of neighbouring positions."""
    for _, group in groupby(enumerate(positions), lambda pair: pair[1] - pair[0]):
        members = [position for _, position in group]
        yield members[0], members[-1] + 1


def _substituted(kind: RepairKind, pattern: re.Pattern[str], new: Callable[[str], str]) -> Step:
    """A step that replaces what a pattern finds, where the replacement differs."""

    def step(text: str) -> Found:
        found = ((m.start(), m.end(), m.group(), new(m.group())) for m in pattern.finditer(text))
        return Found(tuple(Edit(s, e, after, kind) for s, e, before, after in found if before != after))

    return step


widths: Step = _mapped("width", _WIDTHS)
unseen: Step = _substituted("layout", _UNSEEN, lambda _: "")
compatible: Step = _substituted("variant", _COMPATIBLE, lambda c: unicodedata.normalize("NFKC", c))
glyphs: Step = _mapped("variant", _GLYPHS)
zeros: Step = _substituted("variant", _ZERO, lambda run: "〇" * len(run))
dashes: Step = _substituted("variant", _DASH, lambda _: "—")
aspect: Step = _substituted("variant", _ZHE, lambda _: "着")


def undecoded(text: str) -> Found:
    """Reports, and leaves, the characters that stand for bytes that no encoding could read."""
    spans = _runs(i for i, character in enumerate(text) if character == "\ufffd")
    reason = "bytes that are no character in the file's encoding"
    return Found(suspects=tuple(Suspect("encoding", text[s:e], Span(s, e), reason) for s, e in spans))


def script(text: str) -> Found:
    """Traditional characters to simplified ones; each run of changed characters is one edit."""
    new = simplify(text)
    changed = (i for i, (before, after) in enumerate(zip(text, new, strict=True)) if before != after)
    return Found(tuple(Edit(s, e, new[s:e], "script") for s, e in _runs(changed)))


def wording(words: Wording) -> Step:
    """A step that puts mainland words for Taiwan and Hong Kong ones, if the text is in such wording.

    Longest match first; what matches a word to ``keep`` stays.
    """
    table = {before: after for before, after in words.replace if before not in words.keep}
    listed = _any_of({*table, *words.keep})
    mainland = _any_of({*table.values()} - {*table})

    def step(text: str) -> Found:
        hits = [match for match in listed.finditer(text) if match.group() in table]
        if not _speaks({match.group() for match in hits}, len(hits), len(mainland.findall(text))):
            return Found()
        return Found(tuple(Edit(m.start(), m.end(), table[m.group()], "wording") for m in hits))

    return step


def _speaks(kinds: Collection[str], count: int, mainland: int) -> bool:
    """Whether a text is in Taiwan or Hong Kong wording, by how often it says which listed words.

    At least three times, two different ones, and more often than their mainland forms: 品质 is a word on the
    mainland too, but a mainland plan speaks of 质量, 信息 and 水平 far more often.
    """
    return count >= 3 and len(kinds) >= 2 and count > mainland


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    """The longest of the words at a place; with no words, a pattern that never matches."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")
