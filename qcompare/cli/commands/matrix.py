"""``qcompare matrix``: many plans in one table."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qcompare.cli import options as o
from qcompare.cli.common import look_up, tell, with_common_options
from qcompare.cli.options import Format
from qcompare.cli.run import Run
from qcompare.errors import BadUsage

if TYPE_CHECKING:
    from qcompare.matrices import Matrix
    from qcompare.pipeline.workspace import Workspace


class Rows(StrEnum):
    """What is set against the plans."""

    topic = "topic"
    measure = "measure"
    city = "city"


@with_common_options
def matrix(
    run: Run,
    plan: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PLAN...]", help="Any number of plans; none: all that can be named."),
    ] = None,
    by: Annotated[
        Rows,
        typer.Option(
            "--by",
            help="Shares of topics, measures with references, or similarity of city and city.",
            case_sensitive=False,
        ),
    ] = Rows.topic,
    topic: o.TopicOption = None,
    pillar: o.PillarOption = None,
) -> None:
    """Set many plans against topics or measures, or against each other.

    By topic: units, share of the text in per cent, and what stands out. By measure: which plan has which
    instrument of the field, and where. By city: how alike the plans are.

    \b
    Examples:
      qcompare matrix
      qcompare matrix beijing hangzhou xian --by measure --pillar foundations --all
      qcompare matrix --plans my-plans --by measure -o adoption.csv
    """
    from qcompare.rendering.records.matrix import matrix_json
    from qcompare.rendering.sheets.matrix import sheet
    from qcompare.rendering.views.matrix import document

    if by is Rows.city and (topic or pillar):
        raise BadUsage("--by city takes no --topic and no --pillar", "Similarity is of whole plans.")
    workspace = run.workspace()
    names = plan or _all_names(run, workspace)
    look_up(run, workspace, names)
    made = _made(run, workspace, names, by, topic, pillar)
    lang = run.language(workspace)
    tell(run, lang, made.notices)
    width = run.width() if run.chosen_format() is Format.table else None
    run.show(
        lambda: document(made, lang, limit=run.limit, width=width),
        lambda: matrix_json(made),
        lambda: sheet(made),
    )


def _all_names(run: Run, workspace: Workspace) -> list[str]:
    """The ids of all plans that can be named; a note says which files are not among them."""
    from qcompare.rendering.views.matrix import left_out

    entries = workspace.entries()
    unreadable = [entry.meta for entry in entries if entry.problem]
    hidden = [entry.meta for entry in entries if entry.shadowed_by and not entry.problem]
    if note := left_out(hidden, unreadable, run.language(workspace)):
        run.note(note)
    return [entry.meta.id for entry in entries if not entry.problem and not entry.shadowed_by]


def _made(
    run: Run, workspace: Workspace, names: list[str], by: Rows, topic: str | None, pillar: str | None
) -> Matrix:
    from qcompare.pipeline.matrix import measure_matrix, similarity_matrix, topic_matrix  # not for --help

    if by is Rows.city:
        return similarity_matrix(workspace, names, progress=run.progress)
    make = topic_matrix if by is Rows.topic else measure_matrix
    return make(workspace, names, topic=topic, pillar=pillar, progress=run.progress)
