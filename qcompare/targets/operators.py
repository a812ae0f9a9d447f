"""The words round a figure: what binds it, which way it goes, and how often it is to be reached.

The words before a figure are taken off its left side one after the other, longest first; each belongs to a
row that says what it means. What is left is the indicator. The words behind it are one short pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Literal

from qcompare.targets.wordlists import words

Op = Literal[">=", "<=", "=", "~"]
Direction = Literal["increase", "decrease"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words before a figure say.

    ``reached``: a verb ties the figure to its indicator; ``grows``: the figure is the growth, not the level,
    and ``yearly`` that of every year; ``each``: it holds for every indicator named; ``respectively``: there
    is one figure for each; ``baseline``: the year that growth is counted from; ``of``: how many each figure
    is for (每万人 10 件).
    """

    op: Op | None = None
    direction: Direction | None = None
    per: str | None = None
    reached: bool = False
    grows: bool = False
    yearly: bool = False
    each: bool = False
    respectively: bool = False
    baseline: int | None = None
    of: str | None = None

    def under(self, outer: Lead) -> Lead:
        """This with what the words farther off add; the nearer word wins."""
        added = {f.name: getattr(outer, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **added)


def _with(verbs: Iterable[str], ends: str) -> tuple[str, ...]:
    return tuple(verb + end for verb in verbs for end in ends.split())


_UP = words("增长 增加 提高 提升 上升 扩大 增强 递增 增")
_UP_TO = (*_UP, *words("升 壮大 发展 跃升 拓展"))
_DOWN = words("下降 降低 减少 压减 压缩 缩短 缩减 缩小 削减 降 减 精简 减轻")

# Words before a figure. Each row: what it says, and its words.
_ROWS: tuple[tuple[Lead, tuple[str, ...]], ...] = (
    # the value is reached or kept: nothing of its direction
    (
        Lead(reached=True),
        words(
            "达到 达 达至 为 成为 保持 保持在 稳定 稳定在 稳定保持在 维持 维持在 稳居 跃居 位居 位列 居 列"
            " 排名 进入 跻身 跻身于 实现 到 至"
        ),
    ),
    (Lead(reached=True, direction="increase"), _with(_UP_TO, "到 至 为 达到 到了")),
    (Lead(reached=True, direction="decrease"), _with(_DOWN, "到 至 为 到了")),
    # the figure is the change; 新增 belongs to the indicator and is no row
    (Lead(reached=True, grows=True, direction="increase"), _UP + _with(_UP, "了 幅度")),
    (Lead(reached=True, grows=True, direction="decrease"), _DOWN + _with(_DOWN, "了 幅度")),
    (
        Lead(op=">=", reached=True),
        words(
            "不低于 不少于 不小于 不短于 不得低于 不得少于 至少 最低 超过 超 超出 突破 高于 大于 多于 优于"
            " 好于 ≥ > ＞ ⩾"
        ),
    ),
    (
        Lead(op="<=", reached=True),
        words("不超过 不得超过 不高于 不大于 不多于 不突破 至多 最多 低于 小于 少于 控制在 控制到 ≤ < ＜ ⩽"),
    ),
    (Lead(op="~"), words("约 大约 约为 近 接近 大致 大体")),
    # how often; 年均 not behind a digit: 较2010年均下降
    (Lead(per="年", yearly=True), words("年均 年平均 平均每年 年度 逐年")),
    (Lead(per="年"), words("每年 每年度")),
    (Lead(per="月"), words("每月 月均")),
    (Lead(per="季度"), words("每季度")),
    (Lead(per="天"), words("每天 日均")),
    # to whom the figure belongs
    (Lead(each=True), words("均 都 各 皆")),
    (Lead(respectively=True), words("分别 依次")),
    # nothing but tone
    (
        Lead(),
        words(
            "共 共计 合计 总计 累计 历史 拥有 有 力争 争取 确保 保证 预计 将 要 应 应当 须 必须 需 全部 基本"
            " 总体 平均 也 又 再 还 已 已经 了 持续 稳步 不断 进一步 明显 显著 大幅 同比 环比 率先 首次"
            " 原则上 连续 继续 始终"
        ),
    ),
)
# Words that end like one of the rows and are none of them: 新增3家 is not 新 + 增.
_KEPT = words(
    "新增 净增 人均 户均 亩均 地均 全省平均 全国平均 全市平均 主要 重要 必要 需要 急需 内需 供需 供应 响应"
    " 适应 效应 许可 认可 行为 作为 国有 所有 系列 前列 行列 安居 民居 宜居 新居 公共 发达 到达 附近 就近"
    " 邻近 赶超 首都 成都 节约 签约 预约 集约 续约 履约 违约 公约 条约"
)
_LEADS = {word: lead for lead, words in _ROWS for word in words}
_LONGEST = max(map(len, _LEADS))

_YEAR = r"(?:19|20)\d\d\s?年"
_WINDOW = 24  # characters: as far as a dated phrase before a figure goes
# Phrases before a figure that a list of words cannot hold; the named groups are the year to count from, and
# what each figure is for.
_PHRASES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern + r"(?:相比|水平)?的?\s*\Z")
    for pattern in (
        r"[较比与同]\s?(?P<baseline>(?:19|20)\d\d)\s?年?[底末]?",
        r"[在以]\s?(?P<baseline>(?:19|20)\d\d)\s?年[底末]?的?(?:基础上|为基[数期准年])",
        r"[较比与同](?:上|前|去)一?年(?:度|同期|底|末)?",
        # from 2.77 % (in 2020) to …
        r"[从由]\s?(?:(?P<baseline>(?:19|20)\d\d)\s?年[底末]?的?)?[^从由，,。；;]{0,4}\d[^从由，,。；;]{0,8}",
        r"连续\s?[\d一二三四五六七八九十]{1,2}\s?年",
        r"(?<=[到于过为])每(?P<of>[百千万]?(?:人口?|户|亩|名\S{2,6}))",
        # by when; the 到 of 提高到2025年的 belongs to the verb
        rf"(?:(?<![高升长加大低降少短减])[到至]|[于在]|力争到?|截至)?\s?{_YEAR}(?:底|末|前|以前|之前|年?内|期间)?",
    )
)
_SUFFIX = re.compile(
    r"\s?(?:(?P<floor>及?以上|之上)|(?P<about>左右|上下)"
    r"|(?P<ceiling>及?以内|及?以下|之内|以里|内(?=$|[，、；。,;办完审])))"
)
_SUFFIXES: tuple[tuple[str, Op], ...] = (("floor", ">="), ("ceiling", "<="), ("about", "~"))


def strip_lead(text: str) -> tuple[str, Lead]:
    """``text`` without the words before its figure, and what they say."""
    lead = Lead()
    text = text.rstrip()
    while found := _last(text):
        width, outer = found
        text = text[: len(text) - width].rstrip()
        lead = lead.under(outer)
    return text, lead


def _last(text: str) -> tuple[int, Lead] | None:
    """The width of the last word or phrase, and what it says."""
    return None if text.endswith(_KEPT) else _last_word(text) or _last_phrase(text)


def _last_word(text: str) -> tuple[int, Lead] | None:
    for width in range(min(_LONGEST, len(text)), 0, -1):
        word = text[-width:]
        if word in _LEADS and not (word[0] == "年" and text[:-width][-1:].isdecimal()):
            return width, _LEADS[word]
    return None


def _last_phrase(text: str) -> tuple[int, Lead] | None:
    tail = text[-_WINDOW:]
    for phrase in _PHRASES:
        if match := phrase.search(tail):
            groups = match.groupdict()
            year = groups.get("baseline")
            lead = Lead(baseline=int(year) if year else None, of=groups.get("of"))
            return len(tail) - match.start(), lead
    return None


def read_suffix(text: str, start: int) -> tuple[int, Op | None]:
    """Where the words behind a figure that ends at ``start`` end, and what they bind it with."""
    match = _SUFFIX.match(text, start)
    if not match:
        return start, None
    return match.end(), next(op for group, op in _SUFFIXES if match[group])
