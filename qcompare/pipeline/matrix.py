"""Tables over many plans: topics, measures, likeness."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from qcompare.aligning.matching import align
from qcompare.comparing.adoption import measure_rows
from qcompare.comparing.compare import similarity, topic_rows
from qcompare.matrices import MeasureMatrix, SimilarityMatrix, TopicMatrix
from qcompare.models import CodedPlan, Match, Notice, Plan, RunSettings
from qcompare.overrides import coded_by_hand
from qcompare.pipeline.comparison import Filters, Progress, silent
from qcompare.pipeline.narrowing import narrowing
from qcompare.pipeline.workspace import Workspace
from qcompare.settings import Settings
from qcompare.version import VERSION


def topic_matrix(
    workspace: Workspace,
    names: Sequence[str],
    *,
    topic: str | None = None,
    pillar: str | None = None,
    progress: Progress = silent,
) -> TopicMatrix:
    """How much these plans give to each topic. Raises as ``Workspace.load_all`` and ``narrowing`` do."""
    settings = workspace.settings
    filters, topics = narrowing(settings.taxonomy, topic, pillar)
    plans = workspace.load_all(names, progress)
    # Codes may name topics that the taxonomy does not hold; they stay unless a filter leaves them out.
    rows = (row for row in topic_rows(plans, settings.taxonomy) if not filters or row.topic in topics)
    return TopicMatrix(
        settings=_run(settings, filters),
        taxonomy=settings.taxonomy,
        plans=_texts(plans),
        rows=tuple(rows),
        by_hand=_by_hand(plans),
        notices=_notices(plans),
    )


def measure_matrix(
    workspace: Workspace,
    names: Sequence[str],
    *,
    topic: str | None = None,
    pillar: str | None = None,
    progress: Progress = silent,
) -> MeasureMatrix:
    """Which of these plans has which measure. Raises as ``Workspace.load_all`` and ``narrowing`` do."""
    settings = workspace.settings
    filters, topics = narrowing(settings.taxonomy, topic, pillar)
    plans = workspace.load_all(names, progress)
    rows = measure_rows(plans, settings.taxonomy, topics)
    return MeasureMatrix(_run(settings, filters), settings.taxonomy, _texts(plans), rows, _notices(plans))


def similarity_matrix(
    workspace: Workspace, names: Sequence[str], *, progress: Progress = silent
) -> SimilarityMatrix:
    """How alike these plans are, each with each. Raises as ``Workspace.load_all`` does."""
    settings = workspace.settings
    plans = workspace.load_all(names, progress)
    pairs = list(combinations(plans, 2))
    matches: list[Match] = []
    for n, (a, b) in enumerate(pairs):
        progress("align", n, len(pairs))
        matches += align(a, b, settings.aligning, settings.thresholds)
    pairs_by_hand = workspace.pairs_by_hand(plans)
    matches, parted = pairs_by_hand.laid_over(matches, plans)
    return SimilarityMatrix(
        settings=_run(settings),
        plans=_texts(plans),
        rows=similarity(plans, matches),
        by_hand=_by_hand(plans),
        made=tuple(match for match in matches if match.by_hand),
        parted=tuple(parted),
        notices=(*_notices(plans), *pairs_by_hand.notices),
    )


def _run(settings: Settings, filters: Filters = ()) -> RunSettings:
    limits = settings.thresholds
    return RunSettings(VERSION, settings.sha256, limits.min_score, limits.related_score, filters)


def _texts(plans: Sequence[CodedPlan]) -> tuple[Plan, ...]:
    return tuple(coded.plan for coded in plans)


def _by_hand(plans: Sequence[CodedPlan]) -> tuple[frozenset[str], ...]:
    return tuple(map(coded_by_hand, plans))


def _notices(plans: Sequence[CodedPlan]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notice for coded in plans for notice in coded.notices))
