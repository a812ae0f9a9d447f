"""Two towns compared, with a code, a pair and a parted pair that somebody set by hand."""

from __future__ import annotations

from dataclasses import replace

from qcompare.models import ByHand, CodedPlan, Comparison, Match, Notice

LW = ByHand("lw", "rule 1")
NOTICE = Notice("gone", "a/codes.yaml: codes[3]", "dongjiang-2019", "质量奖")


def by_hand(plan: CodedPlan, *units: str) -> CodedPlan:
    """The plan with the codes of these units set by hand."""
    codes = tuple(
        replace(code, score=1.0, by_hand=LW) if unit.id in units else code
        for unit, code in zip(plan.plan.units, plan.units, strict=True)
    )
    return replace(plan, units=codes, notices=(NOTICE,))


def touched(comparison: Comparison) -> Comparison:
    """u008 of the first plan is coded, u009 is paired, and u004 parted by hand."""
    kept = [match for match in comparison.matches if match.a.unit != "u004"]
    matches = [_paired(match) if match.a.unit == "u009" else match for match in kept]
    first, second, *rest = comparison.plans
    return replace(
        comparison,
        plans=(by_hand(first, "u008", "u011"), second, *rest),
        matches=tuple(sorted(matches, key=lambda match: -match.score)),
        rows=tuple(row for row in comparison.rows if "u004" not in row.units[0]),
        only=(("u004", *comparison.only[0]), ("u002", *comparison.only[1]), *comparison.only[2:]),
        parted=tuple(replace(m, by_hand=LW) for m in comparison.matches if m.a.unit == "u004"),
        notices=(NOTICE,),
    )


def _paired(match: Match) -> Match:
    return replace(match, score=1.0, by_hand=LW)
