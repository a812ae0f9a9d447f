"""Marks and figures that were lost on the way and cannot be known again: reported, never put back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qcompare.models import Span, Suspect
from qcompare.text.edits import Found, Step
from qcompare.text.words import Lexicon

_YEAR = "(?:19|20)[0-9]{2}"
_MONTH_DAY = "(?:[1-9](?:0[1-9]|[12][0-9]|3[01])|1[0-2][1-9]|[1-9][1-9])"  # without their marks: 819, 92
_NUMERAL = "[一二三四五六七八九〇○零]"
# What cannot be over 100 %; other rates can be, and are no shares.
_SHARES = (
    "(?:占(?![用补地据领有道线])(?=[^0-9，,。；;\n增涨升降]{0,12}[0-9])|比重|占比|满意度|优良天数比例|达标比例|率"
    "(?<!增长率)(?<!增速率)(?<!完成率)(?<!执行率)(?<!入学率)(?<!入园率)(?<!充足率)(?<!备覆盖率)(?<!利润率)(?<!收益率)"
    "(?<!回报率)(?<!杠杆率)(?<!负债率)(?<!周转率)(?<!产销率)(?<!利用率)(?<!升级率)(?<!生产率)(?<!偿付率)(?<!流动率)"
    "(?<!倍率)(?<!效率)(?<!税率)(?<!费率)(?<!汇率)(?<!容积率)(?<!密度率))"
)

# What is wrong, and why; each begins with what is found in few places, and looks back from there.
_RULES = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        # 国办函〔2016108号, 六政〔201760; not 〔2018〕27号, 〔2016—2020年〕
        (
            rf"[〔﹝]{_YEAR}[0-9]{{1,5}}(?![0-9]|\s?[〕﹞\]）)年])号?|\[{_YEAR}[0-9]{{1,5}}号",
            "a document number has lost the bracket behind its year",
        ),
        (
            "(?:19|20)(?<=[发函字办政]..)[0-9]{2}[〕﹞][0-9]{1,5}号",
            "a document number has lost the bracket before its year",
        ),
        (rf"{_YEAR}\s?年\s?(?:1[3-9]|[2-9][0-9]|00?)\s?月(?!份?[内间里])", "no year has such a month"),
        (r"[0-9]\s?月(?:3[2-9]|[4-9][0-9])日", "no month has such a day"),
        (r"[年月][0-9]?[OoIl][0-9]?[月日]", "a letter stands among the figures of a date"),
        (rf"[一二](?<!{_NUMERAL}.)[九〇○零][一二三四五六七八九〇○零]\s*年", "a year has lost a numeral"),
        (r"[到至](?<![达延长增满].)\s?20\s?年(?=[底末，,])", "a year has lost its last figures"),
        (rf"[（(]20\s?[—–~～至-]\s?{_YEAR}年", "a year has lost its last figures"),
        (
            r"(?:达到|超过|不低于|不少于|高于|低于|提高到|降低到|控制在|稳定在|保持在|增长|下降)\s*[%％]"
            "(?=以上|以内|以下|左右|[，。；])",
            "a percentage has lost its number",
        ),
        (
            r"(?:达到|超过|不低于|不少于)\s*(?:个|家|项|件|万元|亿元|万人|人次|公里|平方米)"
            "(?=以上|以内|左右|[，。；])",
            "a quantity has lost its number",
        ),
        (
            rf"{_SHARES}[^0-9。；;\n]{{0,12}}((?:1[0-9]{{2}}(?<!100)|[2-9][0-9]{{2}}|[0-9]{{4}})[%％])",
            "a share over 100 %: the point may be lost",
        ),
        (
            r"(?:达到|提高到|提升到|增加到|超过|不低于|不少于|突破)[0-9]{2,6}(?:\.[0-9]{1,3})?(?=[，。；]|[,;](?![0-9]))",
            "a quantity has lost its unit",
        ),
        (
            r"(?m:^)(?:1[0-2]|[1-9])(?:0[1-9]|[12][0-9]|3[01])(?=[,，][一-鿿])",
            "a date has lost its marks",  # 625,市长主持召开会议
        ),
        # 会议于2016819日召开, 自202171起施行
        (r"20[0-3][0-9](?<![0-9.].{4})[0-9]{2,4}日(?![均产处])", "a date has lost its marks"),
        (
            rf"20[0-3][0-9](?<=[于自从至到在].{{4}}){_MONTH_DAY}"
            "(?=[起前止在]|以前|以来|之前|正式|开始|施行|实施|印发|召开|发布|生效)",
            "a date has lost its marks",
        ),
        (r"[0-9](?<![0-9.].)[0-9]*\.[0-9]+\.[0-9]+[%％]", "a number has two points"),
        (r"([0-9](?<![0-9.].)[0-9]*(?:\.[0-9]+)?[%％])\1", "a number stands twice"),
        (r"PM\s?25(?![0-9.])", "PM2.5 has lost its point"),
        (r"[?？](?<=[一-鿿].)[?？]+(?=[一-鿿])", "question marks stand for characters"),
        ("[\ue766-\uf8ff](?<=[一-鿿].)[\ue766-\uf8ff]*(?=[一-鿿])", "a character that only some font has"),
    )
)
# Damage only if the line says so too: a date without its marks that has a line for itself (2019222), and a
# box that is the only one (not □是□否).
_LINE_RULES: tuple[tuple[re.Pattern[str], str, Callable[[str, str], bool]], ...] = (
    (
        re.compile("20[0-3][0-9](?:[1-9](?:0[1-9]|[12][0-9]|3[01])|1[0-2][1-9])(?![0-9])"),
        "a date has lost its marks",
        lambda found, line: line.strip() == found,
    ),
    (
        re.compile("[□■](?<=[一-鿿].)(?=[一-鿿])"),
        "a box stands for a character",
        lambda _, line: line.count("□") + line.count("■") == 1,
    ),
)
_INSIDE = re.compile("[?？](?<=[一-鿿].)(?=[一-鿿])")
_LINE = 200  # characters of a line on either side that are looked at
_ASKED = re.compile("[么吗呢何谁哪几否怎吧]")


def lost(lexicon: Lexicon) -> Step:
    """A step that reports what was lost, and changes nothing."""

    def step(text: str) -> Found:
        return Found(suspects=(*_by_rule(text), *_by_line(text), *_inside_words(text, lexicon)))

    return step


def _by_rule(text: str) -> Iterator[Suspect]:
    for pattern, reason in _RULES:
        for match in pattern.finditer(text):
            span = Span(*match.span(1 if pattern.groups else 0))
            yield Suspect("encoding", span.of(text), span, reason)


def _by_line(text: str) -> Iterator[Suspect]:
    for pattern, reason, holds in _LINE_RULES:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _LINE) : match.start()].rpartition("\n")[2]
            behind = text[match.end() : match.end() + _LINE].partition("\n")[0]
            if holds(match.group(), before + match.group() + behind):
                yield Suspect("encoding", match.group(), Span(*match.span()), reason)


def _inside_words(text: str, lexicon: Lexicon) -> Iterator[Suspect]:
    """Question marks that part a word, where nothing was asked."""
    for match in _INSIDE.finditer(text):
        at = match.start()
        asked = _ASKED.search(text, max(0, at - 20), at)
        if not asked and lexicon.frequency(text[at - 1] + text[at + 1]):
            yield Suspect(
                "encoding", text[at - 1 : at + 2], Span(at - 1, at + 2), "a mark stands inside a word"
            )
