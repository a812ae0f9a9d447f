"""The ways in which a figure and its indicator can stand: a table of readings, the first that fits counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from qcompare.targets import indicators, verbs
from qcompare.targets.figures import Figure
from qcompare.targets.measures import completed
from qcompare.targets.operators import Lead, Op

# Nouns that count the work to be done, not its result: 10项任务, 三个方面.
_TASK = re.compile(
    r"(?:任务|方面|阶段|步骤|着力点|重点|要点|领域|环节|部分|板块|体系|措施|举措|原则|意见|条款|问题|目标|指标|内容"
    r"|部门|单位|文件|字|页|年度|时期|清单)\Z"
)
# What is granted or weighed is no target, nor is what is only gone through, or may be.
_GRANTED = re.compile(r"奖励|补助|补贴|资助|给予|奖金|罚款|拨付|拨款|贴息|(?:专项|财政|扶持|引导)资金|下达")
_WEIGHED = re.compile(r"扣|加分|计分|分值|权重|得分|评分")
_NO_INDICATOR = re.compile(
    r"\A(?:征求|抽查|随机抽|抽取|收到|涉及|包括|分为|分成|联系|附|等)|可[将以由]|(?:抽查|抽取|可|上分|划分|章|一式|、)\Z|\A为(?:[优良]|不?合格|[一二三]等)|\d[%％]"
)
_BENEFITS = ("为", "对", "向", "给", "让", "使")
_GOES_ON = re.compile(r"并|且|的|,|，|等")
_IN_TIME = re.compile(r"内|办结|完成|审批|到位")
_HAN = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Said:
    """An indicator as a reading finds it, the words of its figure, and where the statement ends.

    ``taken_over``: part of the name comes from what stood before.
    """

    name: str
    lead: Lead
    end: int
    taken_over: bool = False


def read_figure(figure: Figure, rest: str, lead: Lead, before: str) -> Said | None:
    """What a figure says. ``rest``, ``lead``: the text before it, parted; ``before``: the last indicator."""
    ways = _INSIDE if figure.nested else _READINGS
    return next((said for way in ways if (said := way(figure, rest, lead, before))), None)


def read_listed(figure: Figure, lead: Lead, before: str) -> Said | None:
    """建设 3 个基地、5 个平台; 生产零事故、零死亡: the second."""
    if figure.quantity.sort == "zero":
        return Said(before, lead, figure.end, taken_over=True)
    counts = figure.quantity.sort in ("count", "amount") and not figure.nested
    return Said(figure.noun, lead, figure.right) if counts and not figure.closes else None


def is_promise(figure: Figure, name: str, lead: Lead) -> bool:
    """Whether a figure of its sort can be a target at all, and ``name`` an indicator."""
    if not (2 <= len(name) <= indicators.LONGEST and _HAN.search(name)) or _NO_INDICATOR.search(name):
        return False
    near = figure.before + figure.noun
    match figure.quantity.sort:
        case "time" | "bare":
            return lead.reached and _closes_in_time(figure)
        case "money" | "share":
            return not _GRANTED.search(near)
        case "count":
            weighed = figure.quantity.unit == "分" and _WEIGHED.search(near)
            return _is_counted(figure, lead) and not _TASK.search(name) and not weighed
        case _:
            return True


def _closes_in_time(figure: Figure) -> bool:
    return figure.closes or figure.suffix is not None or bool(_IN_TIME.match(figure.noun))


def _is_counted(figure: Figure, lead: Lead) -> bool:
    """Written out, small numbers count only where a word binds them: not 一个, 三个."""
    return figure.quantity.plain or lead.reached or bool(figure.suffix or lead.op)


def _closing(figure: Figure, rest: str, lead: Lead, before: str) -> Said | None:
    """合格率达到 95%; 名牌产品 480 个. A state is said of all that stands before it."""
    if not figure.closes:
        return None
    name = indicators.headless(rest) if figure.quantity.sort == "state" else indicators.subject(rest)
    whole = completed(name, before)
    return Said(whole, lead, figure.end, taken_over=whole != name)


def _forbidden(figure: Figure, rest: str, lead: Lead, _before: str) -> Said | None:
    """禁止生产厚度小于 0.025 毫米的购物袋: what is allowed is the other side of the limit."""
    name = indicators.allowed(rest, figure.noun)
    other: Op = ">=" if lead.op == "<=" else "<="
    return Said(name, replace(lead, op=other), figure.right) if name and lead.op else None


def _made(figure: Figure, rest: str, lead: Lead, _before: str) -> Said | None:
    """培育 60 个标杆企业; 突破 100 项技术, where the word before the figure is the verb and no operator."""
    share = figure.quantity.sort == "share"
    for text, said in ((rest, lead), (figure.before, Lead(per=lead.per))):
        verb = verbs.last_verb(text)
        if verb and (text == rest or (not share and indicators.is_empty(text[: -len(verb)]))):
            name = verbs.kept(verb) + figure.noun
            return Said(indicators.of_share(name) if share else name, said, figure.right)
    return None


def _reached(figure: Figure, rest: str, lead: Lead, before: str) -> Said | None:
    """合格率达到 95% 并保持稳定; not 达到 30 个标准, where the noun behind is what is counted."""
    counts = figure.quantity.sort == "count" and not _GOES_ON.match(figure.noun)
    if counts or not lead.reached or indicators.is_empty(rest):
        return None
    name = indicators.subject(rest)
    whole = completed(name, before)
    return Said(whole, lead, figure.end, taken_over=whole != name)


def _share(figure: Figure, rest: str, lead: Lead, _before: str) -> Said | None:
    """新建建筑 100% 执行节能标准; 80% 的医院…."""
    if figure.quantity.sort != "share":
        return None
    name = indicators.subject(rest.removesuffix("的")) + figure.noun
    return Said(indicators.of_share(name), lead, figure.right)


def _bound(figure: Figure, rest: str, lead: Lead, _before: str) -> Said | None:
    """至少 30 个村完成改造; 为 1 万名儿童提供服务."""
    bound = lead.op or figure.suffix or figure.before.strip() in _BENEFITS
    return Said(figure.noun, lead, figure.right) if bound and indicators.is_empty(rest) else None


_INSIDE: tuple[Callable[[Figure, str, Lead, str], Said | None], ...] = (_closing, _forbidden, _made)
_READINGS = (*_INSIDE, _reached, _share, _bound)
