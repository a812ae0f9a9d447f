"""Traditional to simplified characters by OpenCC ``t2s``, and what it leaves to the mainland's spelling."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from qcompare.text.edits import Edit, Found, Step
from qcompare.text.steps import runs, substituted

# Simplified by OpenCC, but standard on the mainland too, in names above all: 乾县, 昇腾, 於潜, 濛溪. These,
# and what only a phrase of OpenCC's changes (打坏 → 打坯), are converted where the text is traditional.
_STANDING = frozenset("乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽濛")
_AROUND = 20  # characters on either side
_TRADITIONAL = 0.08  # of them are in traditional script alone: 0.3 and more of a text in it, none of others

# 著 for 着 in a text of either script: as in 着力, 着手, but not in 成效显著落实; and behind a verb, as in
# 沿着, 围绕着, but not in 带著名商标.
_ZHE = re.compile(
    "著(?<![显卓昭名原专巨论编译遗土较合知]著)(?=[力眼手重落陆实想])"
    "|著(?<=[沿本执随朝向接围绕味有带临存在跟看靠怀凭抱附胶志]著)(?![作名称录述者书])"
)
# What OpenCC leaves in a traditional text: spellings of Taiwan and Hong Kong, characters converted once too
# often (为瞭, 恢覆, 现像). The right characters, and where, in simplified characters, the others are wrong.
_RIGHT = dict(zip("瞭藉覆著像座帐甚薰份炼甯甦馀𬬻", "了借复着象坐账什熏分链宁苏余炉", strict=True))
_WRONG = re.compile(
    "瞭(?![望哨])"
    "|藉(?<![慰狼蕴枕酝藉]藉)(?!藉)"
    "|覆(?<![颠倾翻被包熔]覆)(?![盖灭辙没膜土铜面层水巢亡])"
    "|著(?<![显卓昭名原专巨论编译遗土较合拙所知]著)(?![作名称录述者书有于])"
    "|像(?<=[现对印形抽景迹想]像)|像(?=征)|像(?<=气像)(?![是一])"
    "|座(?=标)"
    "|帐(?=[户号款目务簿单册面])|帐(?<=[台记转结坏查对入到]帐)(?!篷)"
    "|甚(?=么)"
    "|薰(?=[陶染])"
    "|份(?<=[部成]份)(?![额数])"
    "|炼(?<=产业炼|供应炼|价值炼|创新炼|区块炼|资金炼)(?![油钢铁化焦铝])|炼(?<=冷炼)|炼(?=[接条])"
    "|甯(?=[夏波德])|甯(?<=[南辽列]甯)"
    "|[甦馀𬬻]"
)


@cache
def _converter() -> Any:
    import opencc  # 15 ms: only where text is really repaired

    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """The text in simplified characters, as many as before.

    ``t2s`` maps phrases and characters one to one; a release that broke this would shift every offset,
    so it is checked rather than believed.
    """
    simplified: str = _converter().convert(text)
    if len(simplified) != len(text):
        return "".join(_one(character) for character in text)
    return simplified


@cache
def _one(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


@lru_cache(maxsize=1)  # two steps in turn ask it of one text
def mainland(text: str) -> str:
    """The text in the mainland's characters, as many as before.

    What may be simplified script as well is changed only where the characters around it are traditional.
    """
    simple = simplify(text)
    spelt = _WRONG.sub(lambda found: _RIGHT[found.group()], simple)
    changed = [i for i, (before, after) in enumerate(zip(text, spelt, strict=True)) if before != after]
    sure = {i for i in changed if simple[i] != text[i] and _only_traditional(text[i])}
    if len(sure) == len(changed) or len(sure) >= _TRADITIONAL * len(text):
        return spelt
    reached = [0, *accumulate(i in sure for i in range(len(text)))]
    new = list(text)
    for i in changed:
        if i in sure or _share(reached, i) >= _TRADITIONAL:
            new[i] = spelt[i]
    return "".join(new)


def _only_traditional(character: str) -> bool:
    return character not in _STANDING and _one(character) != character


def _share(reached: list[int], at: int) -> float:
    """The share of surely traditional characters around a place; ``reached`` are running counts."""
    start, end = max(0, at - _AROUND), min(len(reached) - 1, at + _AROUND + 1)
    return (reached[end] - reached[start]) / (end - start)


def is_traditional(text: str, simple: str) -> bool:
    """Whether a text as a whole is in traditional script; ``simple`` is what :func:`mainland` makes of it."""
    return sum(before != after for before, after in zip(text, simple, strict=True)) > _TRADITIONAL * len(text)


def script(text: str) -> Found:
    """Traditional characters to simplified ones; each run of changed characters is one edit."""
    new = mainland(text)
    changed = (i for i, (before, after) in enumerate(zip(text, new, strict=True)) if before != after)
    return Found(tuple(Edit(s, e, new[s:e], "script") for s, e in runs(changed)))


aspect: Step = substituted("variant", _ZHE, lambda _: "着")
