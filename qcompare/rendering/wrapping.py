"""Text laid out in display columns, by the rules of Chinese and of Latin script at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

# What must not stand at the end of a line, and what must not stand at its start.
_OPENING = r"[“‘（《〈「『【〔［｛(\[{]"
_CLOSING = r"[”’），。；：、！？》〉」』】〕］｝…％,.;:!?)\]}%]"
_LETTER = r"[!-~\xa1-\u024f\u0370-\u052f\u1e00-\u1eff]"
_WORD = (
    rf"[-/]*(?:(?!-\d|/\w){_LETTER})+[-/]?"  # alphabets keep words together, but ids and paths can be parted
)
_MARKS = r"[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]*"  # what is set on top of a character stays with it
_REFERENCE = (  # 二(二)1 ¶3 and 附件2:一 ¶1 are one word
    r"(?:(?:通知|附[件表录图][A-Z\d一二三四五六七八九十.-]*)(?:#\d+)?:?)?"
    r"[\d一二三四五六七八九十百零〇第编篇部分章节条①-⑳()（）#]* ¶\d+"
)
_SIGN = r"(?: ?[?✎✗▲▼](?!\S| =))*"  # of doubt, of handwork: it stays with what it stands behind
_TOKEN = re.compile(rf"\s+|{_OPENING}*(?:{_REFERENCE}|{_WORD}|\S){_MARKS}{_CLOSING}*{_SIGN}")


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` display columns (two at least); only blanks at line ends go.

    A line that begins with blanks keeps them where it is folded.
    """
    room = max(2, width)
    return [line for raw in text.split("\n") for line in _folded(raw, room)]


def _folded(raw: str, width: int) -> list[str]:
    stripped = raw.lstrip(" ")
    indent = " " * min(len(raw) - len(stripped), (width - 1) // 2)
    return [f"{indent}{line}".rstrip() for line in _filled(_TOKEN.findall(stripped), width - len(indent))]


def _filled(tokens: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for token in tokens:
        size = cell_len(token)
        if used + size <= width:
            line, used = line + token, used + size
        elif token.isspace():
            used = width  # a line ends here
        else:
            lines += [line] if line else []
            *whole, line = [token] if size <= width else _chopped(token, width)
            lines += whole
            used = cell_len(line)
    return [*lines, line]


def _chopped(token: str, width: int) -> list[str]:
    """A word that no line holds, in pieces that lines hold: at the blank of a reference, else anywhere."""
    pieces = [""]
    for part in re.split(r" (?=¶)", token):
        pieces += [""] if pieces[-1] else []
        for character in part:
            if cell_len(pieces[-1] + character) > width:
                pieces.append("")
            pieces[-1] += character
    return pieces


def share_out(room: int, wants: Sequence[int], ratios: Sequence[int]) -> list[int]:
    """``room`` shared out by ``ratios``, nobody over what it wants: little wants leave more to others."""
    widths = [0] * len(wants)
    hungry = [i for i, want in enumerate(wants) if want > 0]
    while hungry:
        total = sum(ratios[i] for i in hungry)
        modest = [i for i in hungry if wants[i] * total <= room * ratios[i]]
        for i in modest or hungry:
            widths[i] = wants[i] if modest else room * ratios[i] // total
        room -= sum(widths[i] for i in modest)
        hungry = [i for i in hungry if i not in modest] if modest else []
    return widths


def column_widths(room: int, wants: Sequence[int], ratios: Sequence[int], floor: int = 10) -> list[int]:
    """The width of each column; those of ratio 0 come first, if they leave the others ``floor`` each.

    All values are display columns; widths add up to at most ``room``, unless that is under two a column.
    """
    fixed = sum(want for want, ratio in zip(wants, ratios, strict=True) if ratio == 0)
    least = sum(min(floor, want) for want, ratio in zip(wants, ratios, strict=True) if ratio > 0)
    if fixed + least > room:
        return [max(2, width) for width in share_out(room, wants, [max(1, ratio) for ratio in ratios])]
    flexible = share_out(room - fixed, [w if r else 0 for w, r in zip(wants, ratios, strict=True)], ratios)
    return [
        max(2, width if ratio else want) for width, want, ratio in zip(flexible, wants, ratios, strict=True)
    ]
