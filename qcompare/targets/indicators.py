"""What is measured: an indicator that stands alone, from the words that a figure leaves."""

from __future__ import annotations

import re

from qcompare.targets import verbs
from qcompare.targets.clauses import without_names
from qcompare.targets.measures import is_measure, is_rate
from qcompare.targets.operators import Lead, strip_lead
from qcompare.targets.quantities import Quantity
from qcompare.targets.wordlists import words

LONGEST = 60  # characters; what is longer is no indicator but a sentence

# Words at the head of a clause that say how hard or when, not what.
_TONE = words(
    "力争 争取 确保 保证 努力 实现 基本实现 使 让 令 推动 推进 促进 带动 探索 全力 全面 加快 加强 着力 逐步"
    " 基本 进一步 不断 持续 积极 大力 成功 计划 预计 每年 要求 全年 年内 当年 今年 明年 要 应 将 并 且 和 及"
    " 与 以及 同时 其中 此外 另外 另 特别是 还 再 也 各项 届时 到时 期间 至少 不少于 总计 共计 合计 共 累计"
    " 现有 已 已经 先后 共有 目前 截至目前 分别 原则上 总体上"
)
# Words that begin like those and name something.
_NAMING = words(
    "共同 共享 共性 共建 共治 共济 共识 共青 共富 共有产权 及时 和谐 和美 与会 应用 应急 应届 应收 应对 将军"
    " 要素 再生 再制造 使用 使命 令牌 并网 并购 还原 还款 也门 另类 全面二孩 全面质量 计划生育 计划投资"
    " 基本医疗 基本公共 基本养老 基本药物 基本民生 实现率"
)
_YEAR = r"(?:(?:19|20)\d\d\s?年(?:\d{1,2}月)?|十[一二三四五]五)"
# Phrases at the head of a clause: 具体指标包括; 3年内; 到2022年底, “十四五”期间.
_PHRASE = re.compile(
    r"(?:主要|具体|核心|量化)*(?:指标|目标)(?:包括|有|为|是)"
    r"|(?:未来)?[\d一二三四五六七八九十]{1,2}年(?:之?内|左右)"
    rf"|(?:到|至|力争到?|截至|截止)?\s?“?{_YEAR}”?(?:年?[底末前]|以前|之前|期间|时期|期末|上半年|以来)*[，,]?"
)
# Behind an indicator: 投资完成 500 亿元; 合格率、到位率两项指标均达到….
_TRAILING = re.compile(r"(?<=..)(?:完成|[二两三四五六七八九\d][项个]指标)\Z")
_PLACES = re.compile(
    r"(?:全国|全省|全市|全县|全区|各区县?|各县区?|各市|各地|每个?[县市区]|我[省市县区]|[省市县区])*"
)
_SHARE_OF = re.compile(r"(占.{1,30})的\Z")  # 占GDP的 5%
# A statement of change without a figure: its subject can be the indicator of the next clause.
_CHANGED = re.compile(
    r"(?:持续|不断|稳步|逐步|逐年|进一步|明显|显著|大幅|总体|全面|有效|继续)*"
    r"(?:下降|降低|减少|改善|提高|提升|上升|增长|增加|增强|优化|扩大|好转|稳定|向好|达标|领先全[国省]|领先)\Z"
)
# A limit by law: 禁止生产厚度小于0.025毫米的购物袋.
_FORBIDDEN = re.compile(
    r"(?:禁止|严禁|不得)(?P<deed>.{2,12})"
    r"(?P<measure>厚度|浓度|含量|排放量|高度|面积|容量|重量|能效|功率|温度|速度)\Z"
)


def subject(text: str) -> str:
    """What a statement is about: ``text`` before a figure without tone, dates and the verbs that make."""
    text = _SHARE_OF.sub(r"\1比重", _TRAILING.sub("", headless(text)))
    if is_measure(text):
        return text
    if inner := verbs.inner_object(text, without_names(text)):
        return inner
    while (thing := verbs.made(text)) is not None:
        text = headless(thing)
    return text


def headless(text: str) -> str:
    """``text`` without tone and dates at its head; each round takes at least a character."""
    while True:
        text = text.strip(" \u3000，,")
        phrase = _PHRASE.match(text)
        gone = phrase.end() if phrase else len(_tone_at_head(text))
        if not gone:
            return text
        text = text[gone:]


def is_empty(text: str) -> bool:
    """Whether ``text`` names nothing: tone, dates and places alone."""
    return not _PLACES.sub("", headless(text))


def changing(text: str) -> str:
    """The subject of a clause that says how something moves, without a figure; empty for any other clause."""
    found = _CHANGED.search(text)
    return subject(strip_lead(text[: found.start()])[0]) if found else ""


def allowed(text: str, noun: str) -> str:
    """What the law allows, from what it forbids of ``noun``; empty where ``text`` forbids nothing."""
    match = _FORBIDDEN.search(text)
    return f"允许{match['deed']}的{noun}{match['measure']}" if match and noun else ""


def of_share(name: str) -> str:
    """The name of a share of what ``name`` says."""
    name = re.sub(r"\A[在对向将](?=..)", "", name)
    return name if is_rate(name) else f"{name}比例"


def named(base: str, lead: Lead, quantity: Quantity) -> str:
    """The indicator of a figure: growth is the growth rate of what grows, a rank the place among others."""
    if quantity.adds:
        return base if base.endswith(quantity.adds[-1]) else base + quantity.adds
    if lead.grows and quantity.sort == "share" and not is_rate(base):
        rate = "增长率" if lead.direction == "increase" else "下降率"
        return f"{base}年均{rate}" if lead.yearly else base + rate
    return base


def _tone_at_head(text: str) -> str:
    return "" if text.startswith(_NAMING) else next((word for word in _TONE if text.startswith(word)), "")
