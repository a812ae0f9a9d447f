"""Figures with their unit of measure, found in a clause.

Whether a figure is a promise is not decided here; only what can never be one (dates, grades, names such as
5G) finds no row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from qcompare.models import Span
from qcompare.targets.units import BASE, PER, POWER, SORT_OF, Sort
from qcompare.text.numerals import parse_numeral


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at ``start:end`` of its sentence, ``value`` in the written ``unit``.

    ``bound``: the figure itself says so (3000余, 前10). ``plain``: in Arabic figures. ``adds``: what it adds
    to the name of what it measures (全省第一 adds 全省位次). A state has no value (全覆盖, 零突破).
    """

    start: int
    end: int
    value: float | None
    unit: str | None
    sort: Sort
    value_hi: float | None = None
    bound: Literal[">=", "<="] | None = None
    plain: bool = True
    adds: str = ""


_FIRST_YEAR = 1000  # 2022年 is a date, 30年 a time
_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,12}(?:\.\d{1,6})?)"
_CHINESE = r"(?:[一二两三四五六七八九十][一二两三四五六七八九十百千零〇]{0,8})"
_END = r"(?=$|[\s、，,。；;：:)）\x01及和与的以左上内之]|并|每)"
_TO = r"\s?(?:[-–—－~～]{1,2}|至|到)\s?"

# The alternatives in order; each must begin outside a word, a number or a name such as PM2.5, G60, 3·15, 第5,
# and outside a formula (÷ 总数*100%).
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.．·第〔*×=＝/一二三四五六七八九十百千])(?:"
    # 百分之三十
    rf"百分之(?P<hundredths>{_CHINESE}|百|\d{{1,3}}(?:\.\d{{1,3}})?)"
    # 三分之一 has no unit
    r"|(?P<fraction>[一二三四五六七八九十]{1,2}分之[一二三四五六七八九十]{1,2})"
    # 九成, 八成五: not 一成不变, 成立, 成果, 成员
    r"|(?P<tenths>[一二三四五六七八九\d]成[一二三四五六七八九半]?)(?=$|[以左的、，,。；;])"
    # 一半以上
    r"|(?P<half>一半|半数)(?=以上|$|[、，,；;])"
    # 2.6:1
    r"|(?P<ratio>\d{1,4}(?:\.\d{1,4})?)\s?[∶:：]\s?1(?![\d.])"
    # 30万元/亩, 5%—5.5%, 3-5个, 3000余家, 1.76万余家
    rf"|(?P<low>{_ARABIC}|{_CHINESE})(?:(?:%|％|{POWER})?{_TO}(?P<high>{_ARABIC}|{_CHINESE}))?(?P<more>[余多])?\s?"
    rf"(?P<power>{POWER})?(?P<rest>[余多])?\s?(?P<base>{BASE})(?P<per>{PER})"
    # 7万亿: a power alone is a unit where nothing follows that it could belong to
    rf"|(?P<large>{_ARABIC})(?P<alone>万亿|[万亿]){_END}"
    # 指数达到105
    rf"|(?P<bare>{_ARABIC})(?:{_TO}(?P<barehigh>{_ARABIC}))?{_END}"
    r")"
)
# 全国第4位, 全省前三, 全省第一: a rank needs those among whom it is held, or 位, and nothing that it counts.
_RANK = re.compile(
    r"(?P<scope>(?:全[国省市区球]|世界|[国省市]内|同类城市|副省级城市|长三角|中西部|西部|东北)?(?:各?省区市?|城市|地级市)?)"
    rf"(?P<order>[第前])(?P<rank>{_CHINESE}|\d{{1,3}})(?P<word>位|名)?(?=$|[、，,。；;\s]|以内|左右|\x01)"
)
# Nothing of it: the words, what they add to the name, and the unit. Not 零容忍, 零距离, 零售, 趋零增长.
_ZEROES = {
    "发生": ("数", "起"),
    "事故": ("事故数", "起"),
    "伤亡": ("伤亡数", "人"),
    "死亡": ("死亡数", "人"),
    "投诉": ("投诉数", "起"),
    "增长": ("增长率", "%"),
}
_ZERO = re.compile(rf"(?<![趋近\d])[“”]?零[“”]?(?P<what>{'|'.join(_ZEROES)})”?{_END}")
# Goals without a figure. Not before a noun: 全覆盖监管, 清零行动.
_STATE = re.compile(
    rf"(?P<state>[“”]?零[“”]?的?突破|全覆盖|全部覆盖|(?:动态)?清零|(?:全部|全面)(?:达标|消除|利用))”?{_END}"
)


def find(names: str, clause: Span) -> Iterator[Quantity]:
    """The figures of a clause, in order; ``names`` is the masked sentence."""
    found = sorted(_all(names, clause), key=lambda q: (q.start, -q.end))
    end = clause.start
    for quantity in found:
        if quantity.start >= end:
            yield quantity
            end = quantity.end


def _all(names: str, clause: Span) -> Iterator[Quantity]:
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(names, clause.start, clause.end):
            if quantity := read(match):
                yield quantity


def _zero(match: re.Match[str]) -> Quantity:
    adds, unit = _ZEROES[match["what"]]
    return Quantity(*match.span(), 0.0, unit, "zero", adds=adds)


def _state(match: re.Match[str]) -> Quantity:
    name = re.sub("[“”的]", "", match["state"])
    return Quantity(*match.span(), None, None, "state", adds=name)


def _rank(match: re.Match[str]) -> Quantity | None:
    value = parse_numeral(match["rank"])
    if value is None or not (match["scope"] or match["word"]):
        return None
    bound: Literal["<="] | None = "<=" if match["order"] == "前" else None
    return Quantity(*match.span(), value, "位", "rank", bound=bound, adds=match["scope"] + "位次")


def _figure(match: re.Match[str]) -> Quantity | None:
    for group, read in _READERS:
        if match[group]:
            return read(match)
    return None


def _share(match: re.Match[str]) -> Quantity | None:
    """Of a hundred, whatever the way of writing; the pattern lets only numerals through."""
    text = match.group()
    part = 0.5 if match["half"] else parse_numeral(text)
    return None if part is None else Quantity(*match.span(), round(part * 100, 6), "%", "share")


def _fraction(match: re.Match[str]) -> Quantity | None:
    part = parse_numeral(match["fraction"])
    return None if part is None else Quantity(*match.span(), round(part, 6), None, "ratio")


def _ratio(match: re.Match[str]) -> Quantity:
    return Quantity(*match.span(), float(match["ratio"]), "∶1", "ratio", adds="之比")


def _measured(match: re.Match[str]) -> Quantity | None:
    low, high = _range(match["low"], match["high"])
    unit = (match["power"] or "") + match["base"] + re.sub(r"\s", "", match["per"])
    if low is None or (unit == "年" and low >= _FIRST_YEAR):
        return None
    if match["low"] == "一" and match["base"] in ("批", "批次"):
        return None  # 一批 counts nothing
    return Quantity(
        *match.span(),
        low,
        unit.replace("％", "%").replace("／", "/"),
        SORT_OF[match["base"]],
        high,
        bound=">=" if match["more"] or match["rest"] else None,
        plain=match["low"][0].isdecimal(),
    )


def _large(match: re.Match[str]) -> Quantity | None:
    value = parse_numeral(match["large"])
    return None if value is None else Quantity(*match.span(), value, match["alone"], "amount")


def _bare(match: re.Match[str]) -> Quantity | None:
    low, high = _range(match["bare"], match["barehigh"])
    return None if low is None else Quantity(*match.span(), low, None, "bare", high)


def _range(low: str, high: str | None) -> tuple[float | None, float | None]:
    """Both ends of a range, which rises; 2020-12 is none."""
    first, last = parse_numeral(low), parse_numeral(high) if high else None
    rises = high is None or (first is not None and last is not None and last > first)
    return (first, last) if rises else (None, None)


_READERS: tuple[tuple[str, Callable[[re.Match[str]], Quantity | None]], ...] = (
    ("hundredths", _share),
    ("tenths", _share),
    ("half", _share),
    ("fraction", _fraction),
    ("ratio", _ratio),
    ("low", _measured),
    ("large", _large),
    ("bare", _bare),
)
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    (_RANK, _rank),
    (_ZERO, _zero),
    (_STATE, _state),
    (_FIGURE, _figure),
)
