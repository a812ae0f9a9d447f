"""Full-width marks that a program made half-width in step, on pages whose slips show that it did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qcompare.text.edits import Edit

_MARKS = {mark: chr(ord(mark) + 0xFEE0) for mark in "!;:,?"}
_CHINESE = "[㐀-\u9fff“”《》「」『』〔〕（）、。…—]"
# A question mark only where a sentence ends: elsewhere it may be the sign for a lost byte.
_BESIDE = re.compile(f"(?<={_CHINESE})[!;:,]|[!;:,](?={_CHINESE})|(?<={_CHINESE})[?](?=$|”)", re.MULTILINE)
_FULL = re.compile(f"(?<={_CHINESE})[！-～]|[！-～](?={_CHINESE})")
_ENOUGH = 3  # full-width forms that show that the page is not half-width throughout


def narrowed(text: str, slips: Iterable[Edit]) -> Iterator[Edit]:
    """Edits that widen the marks beside Chinese characters which the page has in no other width.

    The full-width forms of a page that has nothing but half-width ones may have been so before any program
    touched it: such marks stay as found.
    """
    slips = list(slips)
    if all(text[slip.start] not in "!;:," for slip in slips):
        return
    full = [match[0] for match in _FULL.finditer(text)]
    absent = {mark for mark, wide in _MARKS.items() if wide not in full}
    inside = {at for slip in slips for at in range(slip.start, slip.end)}
    for match in _BESIDE.finditer(text) if len(full) >= _ENOUGH else ():
        if match[0] in absent and match.start() not in inside:
            yield Edit(match.start(), match.end(), _MARKS[match[0]], "byteslip")
