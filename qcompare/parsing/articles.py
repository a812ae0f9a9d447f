"""Articles: which document an interpretation or a news page speaks of, and when that was issued."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qcompare.models import About, Kind
from qcompare.parsing.marks import doc_numbers
from qcompare.parsing.titles import document_kind, page_kind, squeezed

# A title in 《》, or one without that an abbreviation follows: 关于…的实施意见(以下简称《实施意见》).
_MENTIONED = re.compile(r"《([^《》\n]{2,120})》|(关于(?:(?!关于)[^。；，,\n]){4,80}?)(?=[（(](?:以下)?简称)")
_ABBREVIATED = re.compile(r"[^（(]{0,2}[（(](?:[^（()）]*[，,])?(?:以下)?(?:统称|简称)")
_DOCUMENTS: tuple[Kind, ...] = ("plan", "other")
_FULL = 8  # characters: a shorter title is an abbreviation
# Who stands above a city, and words for following: what they name is what the document rests on.
_ABOVE = re.compile(
    r"中共中央|党中央|国务院|国家|总局|中央|省委|省政府|省人民政府|自治区(?:党委|政府|人民政府)"
)
_FOLLOWED = re.compile(r"(?:贯彻|落实|根据|按照|依据|遵照)[^《》]{0,12}(?:《[^《》]*》[^《》]{0,6})*$")
_LEAD = 20  # characters before a title in which its issuer is named
_LONG_LEAD = 120  # … in which it says that several titles are followed
_ARTICLE_WORDS = re.compile(
    r"^.{0,6}(?:解读|图解|一图读懂|一图看懂)[:：|】]?"
    r"|(?:的)?(?:政策|媒体|专家|文字|图文|新闻)?(?:解读|图解|问答|答记者问|起草说明|编制说明).*$"
)

_DATED = re.compile(r"((?:19|20)\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?")
_ISSUED = re.compile(r"印发|出台|发布|公布|下发|审议通过|正式实施|起实施|施行")
_ISSUED_AS = re.compile(r"([^。；\n《》]+号)(?:文件?)?(?:的?形式)?(?:正式)?(?:印发|下发|发布|出台)了?《?$")
_NEAR = 40  # characters between a date and the title it belongs to


@dataclass(frozen=True, slots=True)
class _Mention:
    """A title that a text names from ``start`` to ``end``."""

    title: str
    start: int
    end: int


def about(headline: str, body: str) -> About | None:
    """The document that an article speaks of: its headline's before one that is abbreviated before others.

    What a higher authority issued comes last, and what is only followed (贯彻《…》) not at all, but in the
    headline. ``doc_number`` is what stands in brackets behind the title, or what it was issued as.
    """
    text = f"{headline}\n{body}"
    below = len(headline)
    mentions = (m for m in _full_mentions(headline, text) if m.start < below or not _is_followed(m, text))
    ranked = sorted(
        mentions,
        key=lambda m: (m.start > below and _is_above(m, text), m.start > below, not _is_short(m, text)),
    )
    title = ranked[0].title if ranked else _ARTICLE_WORDS.sub("", headline).strip("《》 ")
    if page_kind(title) not in _DOCUMENTS or len(title) < _FULL:
        return None
    return About(title, _number_of(title, text))


def _number_of(title: str, text: str) -> str | None:
    """The number in brackets behind a title, or in front of it: 以某政〔2013〕11号文件印发了《…》."""
    behind = re.search(rf"{re.escape(title)}》?\s*[（(]([^（()）]*\d{{4}}[^（()）]*)[)）]", text)
    at = text.find(title)
    before = _ISSUED_AS.search(text[max(0, at - _NEAR) : at])
    numbers = (number for match in (behind, before) if match for number in doc_numbers(match[1]))
    return next((number.text for number in numbers), None)


def _full_mentions(headline: str, text: str) -> Sequence[_Mention]:
    """The full titles in a text; those that end as the headline's abbreviation does, if it has one."""
    found = [_Mention((m[1] or m[2]).strip(), m.start(), m.end()) for m in _MENTIONED.finditer(text)]
    full = [m for m in found if len(m.title) >= _FULL and document_kind(m.title)]
    short = [squeezed(m.title) for m in found if m.end <= len(headline) and len(m.title) < _FULL]
    return [m for m in full if not short or squeezed(m.title).endswith(short[0])]


def _lead(mention: _Mention, text: str, length: int) -> str:
    """What leads up to a title in its sentence."""
    return re.split(r"[。；\n]", text[max(0, mention.start - length) : mention.start])[-1]


def _is_followed(mention: _Mention, text: str) -> bool:
    """Whether the document at hand follows the one that is mentioned."""
    return bool(_FOLLOWED.search(_lead(mention, text, _LONG_LEAD)))


def _is_above(mention: _Mention, text: str) -> bool:
    """Whether a higher authority issued what is mentioned."""
    return bool(_ABOVE.match(mention.title) or _ABOVE.search(_lead(mention, text, _LEAD)))


def _is_short(mention: _Mention, text: str) -> bool:
    return bool(_ABBREVIATED.match(text, mention.end))


def issued_year(title: str, body: str) -> int | None:
    """The year in which the prose says that the document of that title was issued."""
    wanted = squeezed(title)
    names = (m for m in _MENTIONED.finditer(body) if wanted.endswith(squeezed(m[1] or m[2])))
    return next((year for m in names if (year := _year_near(body, m.start(), m.end()))), None)


def _year_near(body: str, start: int, end: int) -> int | None:
    """The year of a date right before or behind a title in the same sentence, with a word for issuing."""
    before = re.split(r"[。》\n]", body[max(0, start - _NEAR) : start])[-1]
    behind = re.split(r"[。《\n]", re.sub(r"^[（(][^（()）]*[)）]", "", body[end : end + 2 * _NEAR]))[0][
        :_NEAR
    ]
    if not _ISSUED.search(before + behind):
        return None
    dates = [*list(_DATED.finditer(before))[-1:], *_DATED.finditer(behind)]
    return int(dates[0][1]) if dates else None
