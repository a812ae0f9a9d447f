"""Forms of a line that tell its part in the document: opener, title, address, date, signature."""

from __future__ import annotations

import re

_ENDS = re.compile(r"[。！？；!?;]$")
# 实施产品质量提升工程。 一是…。 ■加大…。 ——重点产业优势明显。 为何要制定…?
_OPENER_LIMIT = 30
_MARKED = re.compile(r"(?:[一二三四五六七八九十]是|[■●◆▲►※]|——|第[一二三四五六七八九十][,，、])")
_PAPER = re.compile(
    "|".join(
        (
            # the date, with or without a signature
            r"(?:\S{0,12}\s*)?[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
            r"[二一][〇○零OＯ一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日",
            r"附\s*[件表录]\s*\d*\s*[:：、.].{0,80}",
            r".{2,80}[:：]",  # 各区、县人民政府,各直属机构:
            r"[（(]\s*此件.{1,20}[）)]",
            r"[（(].{0,20}联系.{0,40}[）)]",
        )
    )
)


def is_title_line(text: str) -> bool:
    """A line without a sentence's end: a title, a subtitle, a signature."""
    return not _ENDS.search(text)


def is_marked(text: str) -> bool:
    """A unit that says itself that it opens a block: 一是…, ■…, ——…."""
    return bool(_MARKED.match(text))


def is_opener(text: str) -> bool:
    """A unit that opens a block: marked as such, or a short sentence or subtitle of one clause."""
    return is_marked(text) or (len(text) <= _OPENER_LIMIT and not re.search("[,，;；]", text))


def is_paper_form(text: str) -> bool:
    """Addressees, dates, attachments: the paper's form, whatever words they hold."""
    return bool(_PAPER.fullmatch(text))
