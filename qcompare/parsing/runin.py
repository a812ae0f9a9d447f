"""Where the lines of a text began that lost its line ends: its number, title, addressee, sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qcompare.parsing.headline import handed_on
from qcompare.parsing.headmatter import is_organ
from qcompare.parsing.marks import DAY, HAN, doc_numbers
from qcompare.parsing.titles import ENDING, REMARK, in_common, page_kind, squeezed

_LONGEST = 160  # characters of a title, of an addressee twice as many
_ALIKE = 0.8  # share of common characters in two prints of one title
_LETTERHEAD = re.compile(rf"[{HAN}]{{4,40}}?文件\s*(?=[{HAN}]{{2,10}}[〔\[(（]\s*(?:19|20)\d\d)")
_TO = (
    rf"(?:(?:[{HAN}]{{2,6}}[省市县区])?各|有关|[省市县区]直"
    rf"|[{HAN}]{{2,8}}(?:人民政府|管委会|委员会|办事处)[、，,])"
)
_ADDRESSEE = re.compile(rf"\s*(?!的){_TO}[^。；：:]{{1,{2 * _LONGEST}}}[：:]")
# How a body begins right behind its title.
_BODY = re.compile(
    r"\s*(?:为(?!的)|根据|按照|依据|遵照|近年来|近日[，,]|日前[，,]|现将|经[^。]{2,20}同意"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,]|第[一1][章编]|[一1][、.．](?!\d)|[（(]一[)）])"
)
_TITLE_END = re.compile(
    rf"(?:{ENDING}|(?:政策|文件|图文)?(?:解读|问答)|推进会|座谈会|动员会|会议)(?!的|》|”|、|和|与|及){REMARK}*"
)
_ANY_END = re.compile(rf"(?:{ENDING}){REMARK}*")
# An ending that no other word of a title looks like, for a title that nothing shows to end there.
_SURE_END = re.compile(
    r"(?:实施|行动|工作|指导|若干|管理|专项|三年|五年|年度)(?:方案|计划|规划|意见|纲要|措施|办法|要点)"
    rf"(?!的|》|”|、|和|与|及|以来|后|中|要求|精神|{ENDING}){REMARK}*"
)
_DAY = re.compile(DAY)
_NO_NAME = re.compile(rf"[^{HAN}、\s]")
_BELOW = re.compile(r"\s*(?:$|[（(]此件|附件|抄\s*送|主题词|[(（]联系)")
_REMARK = re.compile(r"\s*(?:[（(]此件[^（）()]{1,20}[）)])?\s*")


def run_in_lines(text: str) -> tuple[int, ...]:
    """Where lines began in a text that holds a whole document on one line: 0 and what is surely a line.

    Letterhead, number, title and addressee stand at its beginning, a sign-off behind a sentence, at the
    end or above the title that a notice hands on.
    """
    title, cuts = _opening(text)
    ends = (*cuts, *_closings(text, cuts[-1] if cuts else 0, handed_on(title) or "" if title else ""))
    return tuple(sorted({0, *(cut for cut in ends if 0 < cut < len(text))}))


def _opening(text: str) -> tuple[str | None, tuple[int, ...]]:
    """The title at the beginning of a text, and where the lines around it end."""
    letterhead = _LETTERHEAD.match(text)
    start = letterhead.end() if letterhead else 0
    above = next(doc_numbers(text[start : start + 40]), None)
    cuts = [start]
    if above and above.start == 0:
        start += above.end
        cuts.append(start)
    ends = _title_end(text, start)
    if ends is None:
        return None, tuple(cuts) if len(cuts) > 2 else ()
    end, behind = ends
    to = _ADDRESSEE.match(text, behind)
    return text[start:end].strip(" （("), (*cuts, end, behind, *([to.end()] if to else []))


def _title_end(text: str, start: int) -> tuple[int, int] | None:
    """Where the title from ``start`` ends, and the number behind it if it has one."""
    ahead = text[start : start + _LONGEST]
    if number := next(doc_numbers(text[start : start + _LONGEST + 40]), None):
        end, behind = start + number.start, start + number.end
        behind += bool(re.match("[)）]", text[behind:]))
        if _is_title(text[start:end].rstrip(" （(")) and _begins(text, behind):
            return end, behind
    ends = (start + match.end() for match in _TITLE_END.finditer(ahead))
    followed = (end for end in ends if _begins(text, end) and _is_title(text[start:end]))
    sure = (start + match.end() for match in _SURE_END.finditer(ahead))
    found = next(followed, None) or next((end for end in sure if _is_title(text[start:end])), None)
    return (found, found) if found else None


def _begins(text: str, at: int) -> bool:
    return bool(_ADDRESSEE.match(text, at) or _BODY.match(text, at))


def _is_title(text: str) -> bool:
    return page_kind(text.strip()) is not None


def _closings(text: str, start: int, inner: str) -> Iterator[int]:
    """Where sign-offs begin and end, and the title of what is handed on below them."""
    for day in _DAY.finditer(text, start):
        organs = _organs_before(text[max(start, day.start() - _LONGEST) : day.start()], inner)
        if organs is None:
            continue
        remark = _REMARK.match(text, day.end())
        title = _handed_on_at(text, remark.end() if remark else day.end(), inner)
        if title or _BELOW.match(text, day.end()):
            yield from (day.start() - len(organs), day.end(), *title)


def _organs_before(before: str, inner: str) -> str | None:
    """The organs, or nothing, between a sentence or the title that is handed on and a date."""
    organs = _NO_NAME.split(before)[-1]
    attached = organs.rfind(inner) if inner else -1
    behind = organs[attached + len(inner) :] if attached >= 0 else organs
    ends = attached >= 0 or before.removesuffix(organs).endswith(("。", ")", "）")) or not before
    return behind if ends and (not behind.strip() or is_organ(behind)) else None


def _handed_on_at(text: str, at: int, inner: str) -> tuple[int, ...]:
    """Where the title that a notice hands on begins and ends, if it stands there."""
    ends = [match.end() for match in _ANY_END.finditer(text[at : at + _LONGEST])] if inner else []
    likeness, end = max(((_likeness(text[at : at + end], inner), end) for end in ends), default=(0, 0))
    found, wanted = squeezed(text[at : at + end]), squeezed(inner)
    is_same = likeness >= _ALIKE or (end and (found.endswith(wanted) or wanted.endswith(found)))
    return (at, at + end) if is_same else ()


def _likeness(a: str, b: str) -> float:
    """The share of characters that two titles have in common."""
    a, b = squeezed(a), squeezed(b)
    return in_common(a, b) / max(len(a), len(b))
