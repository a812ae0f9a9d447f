"""``qcompare evaluate``: agreement with what readers coded, marked and graded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qcompare.cli import gates
from qcompare.cli import options as o
from qcompare.cli.common import look_up, with_common_options
from qcompare.cli.run import Run

if TYPE_CHECKING:
    from qcompare.models import Lang
    from qcompare.rendering.csvout import Sheet
    from qcompare.rendering.document import Document

NOT_MET = 1

FailUnderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-under",
        metavar="METRIC=VALUE",
        help="Exit with 1 if this figure, named as in the JSON, is lower; may be repeated. Of the reference"
        " 0.9 must be found too, unless you set coverage=VALUE.",
    ),
]
UnitsOption = typer.Option(metavar="FILE", help="The sentences that the grades number: a table with n, text.")

evaluate = typer.Typer(
    help="Measure agreement with hand-made gold: topics, targets, or pairs of counterparts.",
    epilog="Examples: qcompare evaluate topics gold.tsv --plan hangzhou. Each has its own --help.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@evaluate.command("topics")
@with_common_options
def topics(
    run: Run,
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Coders' files; the first is the reference.")
    ],
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="PLAN", help="Measure this program on a plan too.")
    ] = None,
    fail_under: FailUnderOption = None,
) -> None:
    """Coders, and with --plan this program, against the first file.

    A file is a table with the columns text, topic and perhaps also (further topics that pass for right) and
    coder: CSV or tab-separated, such as the sheet that `qcompare show PLAN --format csv` writes. Units are
    matched by text.

    \b
    Examples:
      qcompare evaluate topics gold.tsv --plan hangzhou
      qcompare evaluate topics anna.csv ben.csv --plan hangzhou --all
      qcompare evaluate topics gold.tsv --plan hangzhou --fail-under topic.kappa=0.8
    """
    from qcompare.pipeline.evaluating import evaluate_topics
    from qcompare.rendering.records.evaluate import topics_json
    from qcompare.rendering.sheets import classes
    from qcompare.rendering.views import evaluate_topics as view

    asked = gates.parsed(fail_under or ())
    run.protect(*gold)
    workspace = run.workspace()
    look_up(run, workspace, [plan] if plan else [])
    found = evaluate_topics(workspace, gold, plan)
    lang = run.language(workspace)
    _conclude(
        run,
        lang,
        asked,
        topics_json(found),
        lambda: view.document(found, workspace.settings.taxonomy, lang, limit=run.limit),
        lambda: classes.sheet(found),
    )


@evaluate.command("targets")
@with_common_options
def targets(
    run: Run,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON lines, one target each.")],
    plan: Annotated[str, typer.Option("--plan", metavar="PLAN", help="The plan that they stand in.")],
    fail_under: FailUnderOption = None,
) -> None:
    """The targets found in a plan against those that a reader marked.

    \b
    Examples:
      qcompare evaluate targets gold.jsonl --plan hangzhou
      qcompare evaluate targets gold.jsonl --plan hangzhou --fail-under target.whole.f1=0.9
    """
    from qcompare.pipeline.evaluating import evaluate_targets
    from qcompare.rendering.records.evaluate import targets_json
    from qcompare.rendering.views import evaluate_targets as view

    asked = gates.parsed(fail_under or ())
    run.protect(gold)
    workspace = run.workspace()
    look_up(run, workspace, [plan])
    found = evaluate_targets(workspace, gold, plan)
    lang = run.language(workspace)
    _conclude(run, lang, asked, targets_json(found), lambda: view.document(found, lang, limit=run.limit))


@evaluate.command("pairs")
@with_common_options
def pairs(
    run: Run,
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A table with a, b, grade; a pair not in it has grade 0.")
    ],
    a: Annotated[str, typer.Option("--a", metavar="PLAN", help="The first plan.")],
    b: Annotated[str, typer.Option("--b", metavar="PLAN", help="The second plan.")],
    units_a: Annotated[Path, UnitsOption],
    units_b: Annotated[Path, UnitsOption],
    min_score: o.MinScoreOption = None,
    fail_under: FailUnderOption = None,
) -> None:
    """The counterparts of two plans against pairs that a reader graded.

    Grades: 3 same measure, 2 close counterpart, 1 same topic, 0 unrelated.

    \b
    Examples:
      qcompare evaluate pairs pairs.tsv --a xian --b hangzhou --units-a xian.tsv --units-b hz.tsv
    """
    from qcompare.pipeline.evaluating import evaluate_pairs
    from qcompare.rendering.records.evaluate import pairs_json
    from qcompare.rendering.views import evaluate_pairs as view

    asked = gates.parsed(fail_under or ())
    run.protect(gold, units_a, units_b)
    workspace = run.workspace()
    look_up(run, workspace, [a, b])
    found = evaluate_pairs(workspace, gold, (a, b), (units_a, units_b), min_score, run.progress)
    lang = run.language(workspace)
    _conclude(run, lang, asked, pairs_json(found), lambda: view.document(found, lang, limit=run.limit))


def _conclude(
    run: Run,
    lang: Lang,
    asked: tuple[gates.Gate, ...],
    data: Mapping[str, object],
    document: Callable[[], Document],
    sheet: Callable[[], Sheet] | None = None,
) -> None:
    """Show the result, then leave with 1 if a gate is not met; what is no metric is told before."""
    from qcompare.rendering.records.evaluate import metrics

    reached = metrics(data)
    gates.check(asked, reached)
    run.show(document, lambda: data, sheet)
    failed = list(gates.unmet(gates.covered(asked, reached), reached))
    for gate, value in failed:
        typer.echo(_not_met(gate, value, lang), err=True)
    if failed:
        raise typer.Exit(NOT_MET)


def _not_met(gate: gates.Gate, value: float | None, lang: Lang) -> str:
    """Why a gate is not met, and for one that nobody asked for, how to set another."""
    from qcompare.rendering.messages import message

    values = {"metric": gate.metric, "least": f"{gate.least:.12g}"}
    option = f"--fail-under {gate.metric}=…"
    implied = message("evaluate.gate_implied", lang, option=option) if gate.implied else ""
    if value is None:
        return message("evaluate.gate_undefined", lang, **values) + implied
    return message("evaluate.gate", lang, **values, value=gates.lower(value, gate.least)) + implied
