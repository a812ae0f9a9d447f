"""The headline of a page: the document's title, the notice that covers it, or an article's own title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qcompare.models import Kind
from qcompare.parsing.headmatter import Row, is_organ
from qcompare.parsing.titles import (
    ENDING,
    LONGEST,
    REMARK,
    Title,
    bare,
    document_kind,
    page_kind,
    squeezed,
    titles,
    unwrapped,
)

ARTICLES: tuple[Kind, ...] = ("interpretation", "news")
_LONGEST_FALLBACK = 60  # characters: a longer first line is a paragraph
_SHORTEST_HEADLINE = 10  # characters: a shorter line that is printed twice is a button or a name
_ALIKE = 0.8  # share of common characters: 实施质量兴市战略规划 heads what the notice calls 质量兴市战略规划

_NOTICE = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发)(?P<inner>.+?)的?(?:通知|通告|公告|函)"
    r"|(?:征求|征集)(?:对|关于)?(?P<draft>《.+?》|〈.+?〉).{0,12}?的?(?:通知|通告|公告|函)"
)
_QUOTED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_FIRST_QUOTED = re.compile(r"[《〈<](.+?)[》〉>](?:等|和|及|的|意见|$)")
_HANDED_ON = re.compile(r"(?:将|^)\s*《([^《》]+)》.{0,80}?(?:印发|予印发|予以印发|公布)", re.MULTILINE)
# A title in a text that lost its line ends.
_RUN_IN = re.compile(
    rf"[^。；;，,：:《]{{0,60}}关于[^。；;，,：:]{{4,80}}?(?:的?通知|{ENDING})(?!的){REMARK}?"
)

_QUESTIONS = re.compile(r"(?:^|\n)\s*(?:问|答)\s*[:：]|(?:为何|为什么|亮点|如何).{0,30}[?？]")
_PRESS = re.compile(
    r"本报讯|本报记者|通讯员|记者|新华社|新华网|讯[)）]"
    r"|^\s*(?:近日|日前|(?:今天[(（])?\d{1,2}月\d{1,2}日[)）]?(?:[上下]午)?[,，])",
    re.MULTILINE,
)
_MEASURES = re.compile(
    r"(?:制定|编制|制订)(?:了)?(?:本|以下|如下)[^。]{0,12}(?:方案|计划|规划|意见|纲要|措施|办法|要点|细则)|提出(?:如下|以下)[^。]{0,8}意见"
)
_TRAIL_TO_ARTICLES = re.compile(r".*[>›»＞].*解读[^>›»＞]{0,6}")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page, its kind, the notice above the document, and the rows the titles stand on."""

    title: str
    kind: Kind
    notice: str | None = None
    rows: tuple[Row, ...] = ()


def headline_of(head: Sequence[Row], rows: Sequence[Row], recorded: str | None, stem: str) -> Headline:
    """The headline of a page; ``recorded`` is the title in the page's record, ``stem`` the last resort."""
    found = tuple(titles(head))
    main = _main(found)
    twice = _printed_twice(head[: main.row if main else len(head)])
    if main is None or twice:
        return _without_title(head, rows, twice or recorded, stem)
    on = tuple(row for title in found for row in head[title.row : title.end])
    if main.kind in ARTICLES:
        return Headline(main.text, _article_kind(main.kind, rows), rows=on)
    if any(_TRAIL_TO_ARTICLES.fullmatch(row.text) for row in head):
        return Headline(main.text, "interpretation", rows=on)
    notice = _notice(main, found)
    if notice is None:
        return Headline(main.text, main.kind, rows=on)
    title = _covered(handed_on(notice.text) or "", rows, notice)
    return Headline(title, document_kind(title) or main.kind, notice.text, on)


def _main(found: Sequence[Title]) -> Title | None:
    """Lines of the document before furniture, what is printed twice before the rest, then the first.

    Of a title in full and its end (without its organ, or broken off), the one in full.
    """
    keys = [title.key for title in found]
    first = min(found, key=lambda t: (t.chrome, -min(keys.count(t.key), 2), t.row), default=None)
    fuller = (t for t in found if first and t.key != first.key and t.key.endswith(first.key))
    return next((t for t in fuller if first and t.kind == first.kind), first)


def _printed_twice(rows: Sequence[Row]) -> str | None:
    """A line that heads the page and its article, and looks like no title: a newspaper's headline."""
    lines = (row.text for row in rows if _short_line(row) and not is_organ(row.text))
    times = Counter(line for line in lines if len(line) >= _SHORTEST_HEADLINE)
    return next((line for line, n in times.items() if n > 1), None)


# --- notices --------------------------------------------------------------------------------------


def handed_on(title: str) -> str | None:
    """The title of what a notice hands on: 关于印发《…》的通知; None for another title."""
    match = _NOTICE.search(title) if document_kind(title) else None
    if not match:
        return None
    inner = (match["inner"] or match["draft"]).strip()
    quoted = _FIRST_QUOTED.match(inner)
    return quoted[1] if quoted else unwrapped(inner)


def _notice(main: Title, found: Sequence[Title]) -> Title | None:
    """The notice that is the main title, or that hands it on."""
    if handed_on(main.text):
        return main
    handing = ((title, handed_on(title.text)) for title in found)
    return next((title for title, inner in handing if inner and squeezed(inner) in main.key), None)


def _covered(inner: str, rows: Sequence[Row], notice: Title) -> str:
    """The title of what a notice hands on: as its own head has it, else the fullest form in the text."""
    wanted = squeezed(inner)
    below = [title for title in titles(rows) if title.row >= notice.end and not handed_on(title.text)]
    own = [title.text for title in below if _is_same(wanted, title.key)]
    quoted = [m[1] for row in rows for m in _QUOTED.finditer(row.text) if wanted in squeezed(m[1])]
    fullest = sorted((title for title in quoted if not handed_on(title)), key=len, reverse=True)
    return next(iter((*own, *fullest)), inner)


def _is_same(a: str, b: str) -> bool:
    """Whether two squeezed titles are one: one holds the other, or they share nearly all characters."""
    common = sum((Counter(a) & Counter(b)).values())
    return a in b or b in a or common >= _ALIKE * max(len(a), len(b))


# --- articles, and pages without a title -----------------------------------------------------------


def _article_kind(kind: Kind, rows: Sequence[Row]) -> Kind:
    """A report on a document that asks and answers questions interprets it."""
    asks = _QUESTIONS.search("\n".join(row.text for row in rows))
    return "interpretation" if asks else kind


def _without_title(head: Sequence[Row], rows: Sequence[Row], recorded: str | None, stem: str) -> Headline:
    """A page without a title line: its record's title, one run into the text, what it hands on, or a line."""
    text = "\n".join(row.text for row in rows if not row.chrome)
    run_in = _RUN_IN.match(bare(text[: 2 * LONGEST]))
    announced = _HANDED_ON.search(text)
    named = bare(recorded or (run_in.group() if run_in else announced[1] if announced else ""))
    title = named or next(filter(None, map(_short_line, head)), stem)
    inner = handed_on(title)
    kind = page_kind(title) or (
        "plan" if _MEASURES.search(text) else "news" if _PRESS.search(text) else "other"
    )
    return Headline(inner, document_kind(inner) or kind, title) if inner else Headline(title, kind)


def _short_line(row: Row) -> str | None:
    """A line that may stand for a title: no furniture, no sentence, no addressee."""
    line = bare(row.text)
    is_plain = (
        not row.chrome and not row.heading and not re.search(r"[。；]|(?:[:：,，]|报|网|客户端)$", line)
    )
    return line if is_plain and 4 < len(line) <= _LONGEST_FALLBACK else None
