"""Forms of a line that tell its part in the document: opener, title, address, figures, a look back."""

from __future__ import annotations

import re

_ENDS = re.compile(r"[。！？；!?;]$")
# 实施产品质量提升工程。 一是…。 ■加大…。 ——重点产业优势明显。 为何要制定…?
_OPENER_LIMIT = 30
_MARKED = re.compile(
    r"(?:(?:(?:亮点|特点|特色|重点|创新点?)之)?[一二三四五六七八九十]是|[■●◆▲►※]|——|第[一二三四五六七八九十][,，、])"
)
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
            # who signs
            r"(?:中共)?[\u4e00-\u9fff]{2,20}(?:人民政府|委员会|领导小组|市委|省委|区委|县委|办公[厅室]|管理局|监督局)",
        )
    )
)
LIST_FIGURES = 3  # that many make a list of targets
# A figure of something: 96%, 36家, 1.2万亩, 三成; not a year, a date, an order (第二), a name (3C, 5G).
_FIGURE = re.compile(
    r"\d(?:[\d.,]*\d)?\s*(?:[%％‰]|个百分点|[十百千万亿]?[多余]?[个家项件名人次元吨里套所座种批处户例台辆亩位篇倍])"
    r"|(?<![第一二三四五六七八九十])[一二三四五六七八九十百千]{1,5}(?:成|分之[一二三四五六七八九十])"
)
# What was, not what shall be; what is still missing; how a document came about.
_LOOK_BACK = re.compile(
    "|".join(
        (
            r"近年来|多年来|长期以来|一直以来|改革开放以来|\d年以来|截至|截止|去年|已经|已[建形累有达发培成获]|成效显著",
            r"今年(?:以来|上半年|[一二三前]季度|前)|(?:19|20)\d\d年共|最新公布|起草|征求[^,，。]{0,10}意见",
            r"(?:19|20)\d\d年(?:\d+月)?(?:\d+日)?[^,，;；年前底]{0,30}(?:印发|出台|发布|启动|获批|召开|施行)",
            r"(?:还|仍|尚|依然)[^,，。]{0,6}(?:存在|面临|有)[^。]*(?:差距|不足|短板|问题|挑战|困难|不够)",
        )
    )
)
# Why it matters, praise of what is, and what the document has how many of.
_ARGUMENT = re.compile(
    r"[一二三四五六七八九十\d]+(?:个(?:方面|部分|章节|领域)|大(?:方面|部分)|[项条](?:具体|重点|工作|主要)*(?:任务|举措|措施|指标|目标))"
    r"|(?:指标|目标|任务|举措|措施)(?:共)?[一二三四五六七八九十\d]+[项条个]|"
    r"重[要大](?:的)?(?:作用|意义|保障|支撑|基础)(?:[,，。]|$)|意义重大|意义深远|更有意义|十分必要|势在必行|必由之路|必然要求"
    r"|百年大计|永远在路上|是[^,，。]{2,12}(?:基石|根本|生命)(?:[,，。]|$)"
)
# Who speaks, in an interview.
_SPEAKER = re.compile(r"(?:答|问|记者|主持人|[\u4e00-\u9fff]{1,8}(?:局长|主任|处长|负责人|发言人))[:：]\s*")
_QUESTION = re.compile(r"[?？]$|^(?:为什么|为何|如何|怎样|什么是)|(?:是什么|有哪些|有何[^,，。]{0,6})$")


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


def is_target_list(text: str) -> bool:
    """Whether a sentence is a list of targets, of whatever block it stands in: three figures or more."""
    return figures(text) >= LIST_FIGURES


def figures(text: str) -> int:
    """How many figures of something a sentence gives."""
    return len(_FIGURE.findall(text))


def looks_back(text: str) -> bool:
    """Whether a sentence tells what was, what is missing, or how the document came about."""
    return bool(_LOOK_BACK.search(text))


def asks(text: str) -> bool:
    """Whether a line is a question, as those that part an interpretation."""
    return bool(_QUESTION.search(text))


def argues(text: str) -> bool:
    """Whether a sentence says why something matters, or how the document is made up."""
    return bool(_ARGUMENT.search(text))


def unmarked(text: str) -> str:
    """The text without who speaks, and without the mark that opens a block."""
    said = text[found.end() :] if (found := _SPEAKER.match(text)) else text
    return _MARKED.sub("", said, count=1) if is_marked(said) else said
