"""Plans laid side by side without files and configuration."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from qcompare.aligning.matching import align, align_sections, groups
from qcompare.comparing.compare import assemble
from qcompare.models import CodedPlan, Comparison, RunSettings, TargetRow
from qcompare.settings import Thresholds
from qcompare.taxonomy import Pillar, Taxonomy, Topic
from tests.aligning.conftest import THRESHOLDS, WEIGHTS

SETTINGS = RunSettings("0.1.0", "0" * 64, THRESHOLDS.min_score, THRESHOLDS.related_score)
# The order of a taxonomy, which is not that of the alphabet; the topic "other" is not in it.
TAXONOMY = Taxonomy(
    pillars=tuple(Pillar(name, name, name) for name in ("products", "foundations", "governance", "context")),
    topics=tuple(
        Topic(name, name.partition(".")[0], name, name)
        for name in ("products.general", "foundations.standards", "governance.culture", "context")
    ),
    measures=(),
    rules=(),
)


def compared(
    *plans: CodedPlan, limits: Thresholds = THRESHOLDS, targets: Sequence[TargetRow] = ()
) -> Comparison:
    """The comparison of these plans, as the pipeline makes it."""
    pairs = list(combinations(plans, 2))
    units = [match for a, b in pairs for match in align(a, b, WEIGHTS, limits, TAXONOMY.pillars_by_topic)]
    sections = [
        match for a, b in pairs for match in align_sections(a, b, WEIGHTS, limits, TAXONOMY.pillars_by_topic)
    ]
    return assemble(
        plans=plans,
        taxonomy=TAXONOMY,
        settings=SETTINGS,
        matches=units,
        unit_groups=groups(units),
        section_matches=sections,
        targets=targets,
    )
