"""Words that name a measure (…率, 产量, 满意度), and what several names in one list have in common."""

from __future__ import annotations

import re

from qcompare.targets.clauses import SEPARATOR, without_names

# Endings of a measure's name; not 质量, 力量, 制度, 力度, 季度.
_MEASURE = re.compile(
    r"(?:率|比|比例|比重|占比|份额|倍差|值|额|(?<![质力能])量|数|(?<![制力调季年])度|费|指数|收入|支出|税收|营收|投入|投资|[能煤水电]耗|排放|面积|里程"
    r"|年限|寿命|厚度|价格|成本|利润|GDP|总产)\Z"
)
_RATE = re.compile(r"(?:率|比例|比重|占比|份额|涨幅|增幅|增速|降幅|之比)\Z")
# A measure of anything: alone it is no indicator, what is measured stands before.
_BARE = re.compile(
    r"(?:总|年|人均|平均|综合)?(?:产量|产值|收入|面积|增速|投资|营收|利润|规模|数量|占比|比重|比例|覆盖率|合格率|利用率|增幅|涨幅|总量|总额|总数|(?:顾客|群众|公众|消费者)?满意[度率]|(?:国家|省级)?(?:监督抽查|抽检|抽查|检验|检测)合格率)\Z"
)
_GENERAL = re.compile(r"(?:质量|水平|能力|建设|发展)\Z")
# Of the last of several names, what belongs to all of them, the longest first.
_SHARED_TAIL = re.compile(
    r"(?:占.{2,}|支持.{2,}|[人户]均.{0,4}收入|(?:可支配|总|纯)?收入|(?:总|增加)?产?值|(?:播种|种植|建筑)?面积|(?:销售|零售|进出口|出口|交易|营业)?总?额"
    r"|(?:吞吐|周转|排放|拥有|使用|消费|交易|处理|发电|用水)量|(?:满意|知晓|认可|信任|参与)[率度]|[^、]{2}率|占比|比重|比例|数量|[^、][数量度])\Z"
)
# Of the first of several names, what belongs to the others too: the one whose measures these are.
_SHARED_HEAD = re.compile(
    r"(?:.{0,14}(?:企业|工业|制造业|服务业|农业|产业|行业|居民|事故|案件)|.{0,6}单位(?:国内|地区)?(?:生产总值|GDP)|每[万千百]人口?|全[市省县区])(?=.{2})"
)


def is_measure(name: str) -> bool:
    """Whether a name ends like that of a measure (合格率, 总量)."""
    return bool(_MEASURE.search(name))


def is_rate(name: str) -> bool:
    """Whether a name is one of shares or of growth already."""
    return bool(_RATE.search(name))


def completed(name: str, before: str) -> str:
    """``name`` with what it takes over from the indicator ``before`` it; empty where neither stands alone.

    占比 and 产量 are of what was named before, 每万人 has it per ten thousand.
    """
    if not name or name.startswith("占"):
        return before and before + name
    if _BARE.fullmatch(name) and before:
        tail = _SHARED_TAIL.search(before) or _GENERAL.search(before)
        return before[: tail.start() if tail else None] + name
    if re.fullmatch(r"每[百千万十]?[^数率量]{1,6}", name):
        return name + before
    return name


def items(text: str) -> list[str]:
    """The things that a list names, quotations and brackets whole."""
    names = without_names(text)
    bounds = [0, *(at for match in SEPARATOR.finditer(names) for at in match.span()), len(text)]
    return [text[a:b].strip() for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


def shared_out(text: str, count: int | None = None) -> list[str]:
    """The names in a list, each standing alone; empty where there are not ``count`` of them, or only one.

    With a count, a name may itself hold an 和: then the marks 、 alone, or the last separator alone, divide.
    """
    parts = items(text)
    ways = [parts, text.split("、"), [text[: -len(parts[-1])].rstrip(" 、和与及以"), parts[-1]]]
    fitting = next((w for w in ways if len(w) >= 2 and all(w) and count in (None, len(w))), [])
    if not fitting:
        return []
    return _with_head(fitting) if is_measure(fitting[0]) else _with_tail(fitting)


def _with_tail(parts: list[str]) -> list[str]:
    """国际旅客和货邮吞吐量 → 国际旅客吞吐量, 货邮吞吐量."""
    *others, last = parts
    tail = _tail_of(parts[0], last) if is_measure(last) else ""
    return [*(part + tail for part in others), last]


def _tail_of(first: str, last: str) -> str:
    """What follows in ``last`` the like of ``first``: by ending, by length, or as a known measure."""
    like = last.find(first[-1:])
    if 0 < like < len(last) - 2 and last[like + 1] not in "业者型类":
        return last[like + 1 :]
    if len(first) == 2 and len(last) > 4 and not _SHARED_TAIL.fullmatch(last[2:]):
        return last[2:]
    known = _SHARED_TAIL.search(last)
    return known.group() if known else ""


def _with_head(parts: list[str]) -> list[str]:
    """重点企业数控化率和联网率 → …, 重点企业联网率."""
    match = _SHARED_HEAD.match(parts[0])
    if not match or not all(map(is_measure, parts)):
        return parts
    return [parts[0], *(part if _SHARED_HEAD.match(part) else match.group() + part for part in parts[1:])]
