"""A plan's targets against those that a reader marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from qcompare.agreement import KindAgreement, TargetAgreement, TargetPair
from qcompare.evaluating.counts import ratio, score
from qcompare.models import Target

_SAME_INDICATOR = 0.8  # the share of character pairs from which on two wordings name one indicator
_SIGNS = re.compile(r"[\W_]+")  # white space too

_FIGURE = ("value", "value_hi", "unit_of_measure")
_FIELDS = ("op", *_FIGURE, "per", "baseline_year", "deadline_year", "direction")

Texts = Mapping[str, str]  # unit id to text


def target_agreement(
    plan: str, gold: Sequence[Target], found: Sequence[Target], texts: Texts
) -> TargetAgreement:
    """The targets found in a plan, whose units' texts are given, against gold ones; facts apart.

    Milestones are no targets (they have no figure): they are counted and left out. A target taken for a fact
    is missed among the targets and too many among the facts.
    """
    gold = [target for target in gold if target.kind != "milestone"]
    said = _plain("".join(texts.values()))
    unfound = tuple(target for target in gold if _plain(target.quote) not in said)
    kinds = {
        kind: _kind(
            [target for target in gold if target.kind == kind],
            [target for target in found if target.kind == kind],
            texts,
        )
        for kind in ("target", "fact")
    }
    return TargetAgreement(
        plan=plan,
        coverage=ratio(len(gold) - len(unfound), len(gold)),
        target=kinds["target"],
        fact=kinds["fact"],
        milestones=sum(target.kind == "milestone" for target in found),
        unfound=unfound,
    )


def same_indicator(a: str, b: str) -> bool:
    """Whether two wordings name one indicator.

    White space, signs, width (NFKC) and case do not count. What is left is equal, or one is the other with a
    few characters more (four fifths of the pairs of neighbours are shared, Dice): 规模以上工业增加值增长率 is
    规模以上工业企业增加值增长率. None may be exchanged: 农产品合格率 is not 水产品合格率.
    """
    shorter, longer = sorted((_plain(a), _plain(b)), key=len)
    rest = iter(longer)
    added = all(character in rest for character in shorter)
    return shorter == longer or (added and _dice(shorter, longer) >= _SAME_INDICATOR)


def _plain(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _dice(a: str, b: str) -> float:
    one, other = ({name[i : i + 2] for i in range(len(name) - 1)} for name in (a, b))
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def _kind(gold: Sequence[Target], found: Sequence[Target], texts: Texts) -> KindAgreement:
    pairs = _paired(gold, found, texts)
    matched = [TargetPair(gold[i], found[j], _wrong(gold[i], found[j])) for i, j in sorted(pairs.items())]
    rights = (
        sum(not {*pair.wrong} & {*_FIGURE} for pair in matched),
        sum("indicator" not in pair.wrong for pair in matched),
        sum(not pair.wrong for pair in matched),
    )
    value, indicator, whole = (score(right, len(found), len(gold)) for right in rights)
    return KindAgreement(
        value=value,
        indicator=indicator,
        whole=whole,
        wrong=tuple(pair for pair in matched if pair.wrong),
        missed=tuple(target for i, target in enumerate(gold) if i not in pairs),
        surplus=tuple(target for j, target in enumerate(found) if j not in pairs.values()),
    )


def _wrong(gold: Target, found: Target) -> tuple[str, ...]:
    fields = [name for name in _FIELDS if getattr(gold, name) != getattr(found, name)]
    return tuple(fields if same_indicator(gold.indicator, found.indicator) else ["indicator", *fields])


# --- who stands for whom ----------------------------------------------------------------------------

Alike = Callable[[tuple[str, ...]], bool]

# From the strictest on; a later one pairs what the earlier ones left.
_STAGES: tuple[Alike, ...] = (
    lambda wrong: not wrong,
    lambda wrong: "indicator" not in wrong and not {*wrong} & {*_FIGURE},
    lambda wrong: not {*wrong} & {*_FIGURE},
    lambda wrong: "indicator" not in wrong,
)


def _meet(marked: str, quote: str, unit: str) -> bool:
    """Whether what a reader marked lies in the unit of a target, or what the target quotes in the mark."""
    return _plain(marked) in _plain(unit) or _plain(quote) in _plain(marked)


def _paired(gold: Sequence[Target], found: Sequence[Target], texts: Texts) -> Mapping[int, int]:
    """Gold to found targets of the same sentence, one to one, by position; those most alike first.

    What has neither figure nor indicator right stands for nothing: one is missed and the other too many.
    """
    near = {
        (i, j): _wrong(marked, target)
        for i, marked in enumerate(gold)
        for j, target in enumerate(found)
        if _meet(marked.quote, target.quote, texts[target.unit])
    }
    pairs: dict[int, int] = {}
    for alike in _STAGES:
        for (i, j), wrong in near.items():
            if alike(wrong) and i not in pairs and j not in pairs.values():
                pairs[i] = j
    return pairs
