"""Title lines: what a line, or lines together, can be the title of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qcompare.models import Kind
from qcompare.parsing.headmatter import Row, is_organ, opens_organ
from qcompare.parsing.marks import DAY, HAN, doc_numbers
from qcompare.text.geography.places import find_city, province_of

# What kind of document a title's last word makes, the first that fits. A notice with measures of its own is
# a plan.
_ENDINGS: tuple[tuple[Kind, str], ...] = (
    ("other", r"报告|讲话|致辞|总结|批复|复函|函|公告|通告|通报|公报|条例|答复|名单|公示|议案|建议"),
    (
        "plan",
        r"方案|计划|规划|意见|纲要|措施|办法|决定|要点|通知|政策|规定|细则|规则|清单|安排|决议|指引|举措|预案",
    ),
)
ENDING = "|".join(words for _, words in _ENDINGS)
REMARK = r"(?:\s*[（(][^（）()]{1,30}[)）])"  # (2021-2023年), (试行)
_SHORTEST, LONGEST = 8, 120  # characters of a title, of a title line
_MOST_LINES = 8  # a notice of many organs takes a line for each
_LONGEST_BROKEN = 60  # characters: a longer line was not broken for its length

_TITLE = re.compile(rf"[^。;；!！?？>|:：]{{4,160}}(?:{ENDING}){REMARK}*")
_CLOSING = re.compile(
    rf"(?:{ENDING}){REMARK}*$|^{REMARK}$"
)  # what the last line of a broken title looks like
# 《…》解读, 解读《…》, 一图读懂…: an article about a document; not a plan that deals with 政策解读工作.
_ARTICLE = re.compile(
    r".*(?:解读|图解|问答|答记者问|解答|一图读懂|一图看懂|起草说明|编制说明).{0,6}"
    r"|.{0,30}(?:解读|图解|读懂|看懂)[:：|】《].*|(?:解读|图解).*"
    r"|.*》.{0,8}(?:解读|图解|问答).*"
)
_NO_ARTICLE = re.compile(r"[。；]|(?:解读|解答).{0,8}(?:方案|意见|通知|办法|要点)$")
_NOTICE_END = re.compile(r"(?:通知|通告|公告|函)$")
# Where the reader is: 首页 > 政策解读.
_TRAIL = re.compile(r"\s[>›»＞]|[>›»＞]\s|^(?:您?(?:当前|现在|所在)|首\s*页|.{0,8}位置\s*[:：])")
# 《…》公布; 某市出台…: what officials' titles do not say.
_REPORT = re.compile(
    r".*《.*(?:公布|出台|发布|印发|下发|施行|实施|亮相|来了)[!！]?(?:\s.{0,20})?|(?!.*关于).*(?:出台|召开|举行|举办).*"
)
_NAMES = re.compile(r"关于|^.{0,30}(?:印发|转发|批转)")  # what an organ before a title does
_LINK = re.compile(r"附件|相关|上一[篇条]|下一[篇条]|来源|责任编辑|关键词")
_LABEL = re.compile(r"^(?:标\s*题|名\s*称|文件名称|信息名称)(?:\s*[:：]\s*|\s+)|^[•·■●]\s*")
_SPACED = re.compile(rf"(?:[{HAN}]\s+){{3,}}[{HAN}]")  # 质 量 规 划
# (某市)某市…规划, as sites of several cities head it; ….docx.
_LISTED = re.compile(rf"^[（(][{HAN}]{{2,8}}[省市州盟区县旗][)）](?=.{{8}})|\.(?:docx?|pdf|wps|txt)$")
_SITE = re.compile(rf"(?<=.{{8}})(?:\s*[-_|—–]+\s*[{HAN}]{{2,20}})+$")
_HAS_SITE = re.compile(rf"(?:{ENDING}|解读){REMARK}*\s*[-_|—–]")
_WRAPPED = re.compile(r"(?:《([^《》]*(?:《[^《》]*》[^《》]*)*)》|〈([^〈〉]*)〉|<([^<>]*)>)")


@dataclass(frozen=True, slots=True)
class Title:
    """A line, or lines, that can be a title; ``row`` is where it begins, ``end`` the row behind it."""

    text: str
    row: int
    end: int
    chrome: bool
    kind: Kind

    @property
    def key(self) -> str:
        """The title as it compares with others."""
        return squeezed(self.text)


def squeezed(text: str) -> str:
    """A text without blanks, quotes, brackets and dashes: what two prints of one title share."""
    return re.sub(r"[\s“”\"'‘’《》〈〉<>「」（）()—–―\-_·,，、]+", "", text)


def in_common(a: str, b: str) -> int:
    """How many characters two titles have in common, wherever they stand."""
    return sum((Counter(a) & Counter(b)).values())


def unwrapped(text: str) -> str:
    """A text without 《》 or 〈〉 if they hold the whole of it."""
    match = _WRAPPED.fullmatch(text.strip())
    return next(filter(None, match.groups()), "").strip() if match else text.strip()


def bare(line: str) -> str:
    """A title line without its label, the document number at either end, date, site name and outer 《》."""
    text = _LISTED.sub("", _LABEL.sub("", line))
    for number in reversed(list(doc_numbers(text))):
        outer = (text[: number.start].rstrip(" （(["), text[number.end :].lstrip(" ）)]"))
        text = "".join(outer) if not all(outer) else text
    text = re.sub(rf"\s*[（(]?{DAY}[)）]?\s*$", "", text).strip()
    return unwrapped(_SITE.sub("", text) if _HAS_SITE.search(text) else text)


def document_kind(title: str) -> Kind | None:
    """The kind of document that a title names by its last word, or None."""
    core = re.sub(rf"{REMARK}+$", "", title)
    return next((kind for kind, words in _ENDINGS if re.search(rf"(?:{words})$", core)), None)


def page_kind(title: str) -> Kind | None:
    """What a page of that title is: a document, an article about one, or no title."""
    too_short = len(title) < _SHORTEST - 2 * ("《" in title)
    if too_short or title.count("《") != title.count("》") or _TRAIL.search(title):
        return None
    if _ARTICLE.fullmatch(title) and not _NO_ARTICLE.search(title):
        return "interpretation"
    if "。" not in title and not _NOTICE_END.search(title) and _REPORT.fullmatch(title):
        return "news"
    is_title = _TITLE.fullmatch(title) and title.count("，") + title.count(",") < 2
    return document_kind(title) if is_title else None


def titles(rows: Sequence[Row]) -> Iterator[Title]:
    """The titles among some rows, in order; none is part of another."""
    rows = [_unspaced(row) for row in rows]
    closing = [bool(_CLOSING.search(row.text)) for row in rows]
    times = Counter(row.text for row in rows)
    i = 0
    while i < len(rows):
        lengths = (k for k in range(_MOST_LINES, 0, -1) if k == 1 or any(closing[i + k - 1 : i + k]))
        longest_first = (
            _title(rows[i : i + k], i, k) for k in lengths if k == 1 or _alike(rows[i : i + k], times)
        )
        found = next((title for title in longest_first if title), None)
        if found:
            yield found
        i = found.end if found else i + 1


def _unspaced(row: Row) -> Row:
    """A row without the blanks that space its characters out."""
    return replace(row, text="".join(row.text.split())) if _SPACED.fullmatch(row.text) else row


def _alike(rows: Sequence[Row], times: Mapping[str, int]) -> bool:
    """Whether rows are printed as often as the last: a title printed twice does not run on."""
    return all(times[row.text] <= times[rows[-1].text] or is_organ(row.text) for row in rows)


def _title(rows: Sequence[Row], i: int, k: int) -> Title | None:
    """The title that exactly these ``k`` rows make, if they make one."""
    lines = [row.text for row in rows]
    if len(rows) < k or any(row.heading or len(row.text) > LONGEST or _LINK.match(row.text) for row in rows):
        return None
    if k > 1 and not _is_broken(lines):
        return None
    text = bare(_joined(lines))
    kind = page_kind(text)
    return Title(text, i, i + k, rows[0].chrome, kind) if kind else None


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether lines can be one title: organs above 关于…, a title broken once, a remark on its own line."""
    *above, last = lines
    if any(re.search(r"[。；:：!！?？>|]", line) or len(line) > _LONGEST_BROKEN for line in lines):
        return False
    if any(re.search(rf"{DAY}$", line) for line in above):
        return False
    if re.fullmatch(REMARK, last):
        return len(above) == 1 or _is_broken(above)
    complete = (bool(page_kind(bare("".join(above[:n])))) for n in range(1, len(lines)))
    if not document_kind(last) or any(complete) or any(any(doc_numbers(line)) for line in above):
        return False
    return _opens_title(above) if not _NAMES.search(last) else all(is_organ(line) for line in above)


def _opens_title(lines: Sequence[str]) -> bool:
    """Whether lines break off inside a title: behind 关于, or in one that opens with a place or an organ."""
    opening = next((i for i, line in enumerate(lines) if "关于" in line), None)
    if opening is not None:
        return len(lines) - opening <= 2 and all(is_organ(line) for line in lines[:opening])
    (line, *more) = lines
    return not more and not is_organ(line) and bool(find_city(line) or province_of(line) or opens_organ(line))


def _joined(lines: Sequence[str]) -> str:
    """The lines as one title, a blank between organs."""
    blanks = (is_organ(line) and not after.startswith("关于") for line, after in pairwise(lines))
    return lines[0] + "".join(" " * blank + line for blank, line in zip(blanks, lines[1:], strict=True))
