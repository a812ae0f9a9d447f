"""Tables over many plans: topics, measures, likeness."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.aligning.matching import align
from qcompare.comparing.adoption import measure_rows
from qcompare.comparing.compare import similarity, topic_rows
from qcompare.matrices import MeasureMatrix, SimilarityMatrix, TopicMatrix
from qcompare.models import CodedPlan, Match, Notice, Plan
from qcompare.overrides import coded_by_hand
from qcompare.pipeline.comparison import Progress, pairs_of, run_settings, silent
from qcompare.pipeline.narrowing import narrowing
from qcompare.pipeline.workspace import Workspace


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
        settings=run_settings(settings, settings.thresholds, filters),
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
    run = run_settings(settings, settings.thresholds, filters)
    return MeasureMatrix(run, settings.taxonomy, _texts(plans), rows, _notices(plans))


def similarity_matrix(
    workspace: Workspace, names: Sequence[str], *, progress: Progress = silent
) -> SimilarityMatrix:
    """How alike these plans are, each with each. Raises as ``Workspace.load_all`` does."""
    settings = workspace.settings
    plans = workspace.load_all(names, progress)
    pillars = settings.taxonomy.pillars_by_topic
    matches: list[Match] = []
    for a, b in pairs_of(plans, progress):
        matches += align(a, b, settings.aligning, settings.thresholds, pillars)
    pairs_by_hand = workspace.pairs_by_hand(plans)
    matches, parted = pairs_by_hand.laid_over(matches, plans)
    return SimilarityMatrix(
        settings=run_settings(settings, settings.thresholds),
        plans=_texts(plans),
        rows=similarity(plans, matches),
        by_hand=_by_hand(plans),
        made=tuple(match for match in matches if match.by_hand),
        parted=tuple(parted),
        notices=tuple(dict.fromkeys((*_notices(plans), *pairs_by_hand.notices))),
    )


def _texts(plans: Sequence[CodedPlan]) -> tuple[Plan, ...]:
    return tuple(coded.plan for coded in plans)


def _by_hand(plans: Sequence[CodedPlan]) -> tuple[frozenset[str], ...]:
    return tuple(map(coded_by_hand, plans))


def _notices(plans: Sequence[CodedPlan]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notice for coded in plans for notice in coded.notices))
