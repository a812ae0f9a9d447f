"""The verbs of ``qcompare evaluate``: what readers coded, marked and graded against what this program does.

The program is measured as it is: what people set by hand in a ``codes.yaml`` stays out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from qcompare.agreement import Coded, Coding, PairAgreement, TargetAgreement, TopicAgreement
from qcompare.aligning.features import features
from qcompare.aligning.matching import opposed
from qcompare.aligning.similarity import score
from qcompare.errors import BadUsage
from qcompare.evaluating.pair_agreement import Pair, Side, pair_agreement
from qcompare.evaluating.target_agreement import target_agreement
from qcompare.evaluating.topic_agreement import topic_agreement
from qcompare.models import CHROME, CodedPlan
from qcompare.pipeline.comparison import Progress, scored_from, silent
from qcompare.pipeline.narrowing import narrowing
from qcompare.pipeline.workspace import Workspace
from qcompare.settings import Settings
from qcompare.storage.gold import read_grades, read_targets, read_units
from qcompare.storage.goldtopics import Named, read_codings
from qcompare.taxonomy import Taxonomy

TOOL = "qcompare"  # the coder's name of this program


def evaluate_topics(workspace: Workspace, files: Sequence[Path], plan: str | None = None) -> TopicAgreement:
    """The codings in these files, and this program's of a plan, against the first of them.

    A file may hold the codings of several coders. The program comes second, where the coder stands that is
    measured first. Raises BadUsage for fewer than two coders, for a file given twice and for texts that have
    nothing in common; and as the readers do.
    """
    if len({path.resolve() for path in files}) < len(files):
        raise BadUsage("a file is given twice", "Name each coder's file once.")
    taxonomy = workspace.settings.taxonomy
    named = code_named(taxonomy)
    first, *others = _told_apart([(path, read_codings(path, named)) for path in files])
    if not others and plan is None:
        raise BadUsage("one coding is nothing to compare", "Give a second file, or a plan with --plan.")
    tool = [coding_of(workspace.load(plan, overridden=False))] if plan is not None else []
    found = topic_agreement([first, *tool, *others], taxonomy)
    if found is None:
        raise BadUsage(
            f"{files[0]} shares no text with what it is compared with",
            "Were both cut from the same document? Units are matched by their text.",
        )
    return found


def code_named(taxonomy: Taxonomy) -> Named:
    """From the name of a topic, as for ``--topic``, or of page furniture, to its id. Raises UnknownName."""

    @cache
    def named(name: str) -> str:
        return CHROME if name.casefold() == CHROME else dict(narrowing(taxonomy, name, None)[0])["topic"]

    return named


def _told_apart(files: Sequence[tuple[Path, Sequence[Coding]]]) -> list[Coding]:
    """The codings in all files, those of one name under the names of their files."""
    names = Counter(coding.coder for _, codings in files for coding in codings)
    return [
        coding if names[coding.coder] == 1 else replace(coding, coder=_in_file(path, coding, len(codings)))
        for path, codings in files
        for coding in codings
    ]


def _in_file(path: Path, coding: Coding, codings: int) -> str:
    return str(path) if codings == 1 else f"{path}: {coding.coder}"


def coding_of(coded: CodedPlan) -> Coding:
    """A plan's coding as that of one coder among others."""
    return Coding(
        coder=TOOL,
        units=tuple(
            Coded(unit.text, code.topic, ref=unit.ref, unsure=code.unsure)
            for unit, code in zip(coded.plan.units, coded.units, strict=True)
        ),
    )


def evaluate_targets(workspace: Workspace, file: Path, plan: str) -> TargetAgreement:
    """A plan's targets against those in a file.

    Raises BadUsage where the plan holds none of what the file quotes; and as the readers do.
    """
    gold = read_targets(file)
    coded = workspace.load(plan, overridden=False)
    texts = {unit.id: unit.text for unit in coded.plan.units}
    found = target_agreement(coded.plan.meta.id, gold, coded.targets, texts)
    if not found.coverage:
        raise BadUsage(
            f"{file} quotes no text of {found.plan}",
            "Were the targets marked in this plan? They are matched by their quote.",
        )
    return found


def evaluate_pairs(
    workspace: Workspace,
    file: Path,
    plans: tuple[str, str],
    units: tuple[Path, Path],
    min_score: float | None = None,
    progress: Progress = silent,
) -> PairAgreement:
    """The scores of all pairs of two plans against the grades in a file; ``units`` number their sentences.

    Raises BadUsage, where the plans hold no pair that is graded as counterparts too; and as the readers do.
    """
    limits = scored_from(workspace.settings.thresholds, min_score)
    listed = [read_units(path) for path in units]
    grades = read_grades(file, *listed)
    a, b = workspace.load_all(plans, progress, overridden=False)
    scores = all_scores(a, b, workspace.settings)
    found = pair_agreement(Side(a.plan, listed[0]), Side(b.plan, listed[1]), grades, scores, limits.min_score)
    if not found.coverage:
        raise BadUsage(
            f"{file} grades no counterparts that {found.a} and {found.b} hold",
            "Do --a and --units-a name one document, --b and --units-b another? Units are matched by text.",
        )
    return found


def all_scores(a: CodedPlan, b: CodedPlan, settings: Settings) -> Mapping[Pair, float]:
    """The score of every pair of units, page furniture left out, by unit ids: no threshold, no candidates."""
    weights, pillars = settings.aligning, settings.taxonomy.pillars_by_topic
    left, right = opposed(features(a, pillars), features(b, pillars), weights)
    return {(x.unit, y.unit): score(x, y, weights) for x in left for y in right}
