"""Coded plans side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import combinations
from typing import TYPE_CHECKING

from qcompare import models
from qcompare.aligning.matching import align, align_sections, groups
from qcompare.comparing.compare import assemble
from qcompare.errors import BadUsage
from qcompare.models import CodedPlan, Match, RunSettings
from qcompare.pipeline.pairing import NO_PAIRING, Pairing
from qcompare.settings import Settings, Thresholds
from qcompare.targets.grouping import group
from qcompare.version import VERSION

if TYPE_CHECKING:
    from qcompare.models import Lang

Progress = Callable[[str, int, int], None]
Filters = tuple[tuple[str, str], ...]


def silent(_step: str, _done: int, _of: int) -> None:
    """The progress callback of those who do not ask for one."""


class Comparison(models.Comparison):
    """A comparison that can show itself."""

    __slots__ = ()

    @classmethod
    def of(cls, comparison: models.Comparison) -> Comparison:
        """The same comparison with the methods below."""
        return cls(**{each.name: getattr(comparison, each.name) for each in fields(comparison)})

    def __repr__(self) -> str:
        plans = ", ".join(coded.plan.meta.id for coded in self.plans)
        return f"<Comparison of {plans}: {len(self.matches)} matches, {len(self.targets)} rows of targets>"

    def to_markdown(self, lang: Lang = "en", limit: int | None = None) -> str:
        """The report that ``qcompare diff --format md`` writes; ``limit`` None shows everything."""
        from qcompare.rendering.markdown import render
        from qcompare.rendering.views.diff import document

        return render(document(self, lang, limit=limit))

    def to_json(self) -> str:
        """The ``qcompare/comparison/1`` document that ``qcompare diff --format json`` writes."""
        from qcompare.rendering.jsonout import dumps
        from qcompare.rendering.records.comparison import comparison_json

        return dumps(comparison_json(self))


def side_by_side(
    plans: Sequence[CodedPlan],
    settings: Settings,
    limits: Thresholds,
    filters: Filters,
    progress: Progress = silent,
    by_hand: Pairing = NO_PAIRING,
) -> models.Comparison:
    """The comparison of all pairs of the plans, with the pairs that people set by hand."""
    units: list[Match] = []
    sections: list[Match] = []
    pillars = settings.taxonomy.pillars_by_topic
    for a, b in pairs_of(plans, progress):
        units += align(a, b, settings.aligning, limits, pillars)
        sections += align_sections(a, b, settings.aligning, limits, pillars)
    units, parted = by_hand.laid_over(units, plans)
    compared = assemble(
        plans=plans,
        taxonomy=settings.taxonomy,
        settings=run_settings(settings, limits, filters),
        matches=units,
        unit_groups=groups(units),
        section_matches=sections,
        targets=group([plan.targets for plan in plans]),
    )
    told = (*(notice for plan in plans for notice in plan.notices), *by_hand.notices)
    return replace(compared, parted=tuple(parted), notices=tuple(dict.fromkeys(told)))


def pairs_of(plans: Sequence[CodedPlan], progress: Progress) -> Iterator[tuple[CodedPlan, CodedPlan]]:
    """Each two of the plans, in their order."""
    pairs = list(combinations(plans, 2))
    for n, pair in enumerate(pairs):
        progress("align", n, len(pairs))
        yield pair


def run_settings(settings: Settings, limits: Thresholds, filters: Filters = ()) -> RunSettings:
    """What a run is made with."""
    return RunSettings(VERSION, settings.sha256, limits.min_score, limits.related_score, filters)


def scored_from(thresholds: Thresholds, min_score: float | None) -> Thresholds:
    """The thresholds with this least score of a counterpart, or pair of sections. Raises BadUsage."""
    if min_score is None:
        return thresholds
    if not 0 <= min_score <= 1:
        raise BadUsage(f"the least score is {min_score}", "Give a number from 0 to 1, such as 0.5.")
    related = min(thresholds.related_score, min_score)
    return replace(thresholds, min_score=min_score, related_score=related, section_score=min_score)
