"""``qcompare diff``: plans side by side."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qcompare.cli import options as o
from qcompare.cli.common import look_up, tell, with_common_options
from qcompare.cli.run import Run


class Unit(StrEnum):
    """What ``diff`` lays side by side."""

    sentence = "unit"
    section = "section"


@with_common_options
def diff(
    run: Run,
    plan: o.PlansArgument,
    by: Annotated[
        Unit,
        typer.Option("--by", help="Lay sentences side by side, or whole sections.", case_sensitive=False),
    ] = Unit.sentence,
    min_score: o.MinScoreOption = None,
    topic: o.TopicOption = None,
    pillar: o.PillarOption = None,
) -> None:
    """Lay two to six plans side by side over the taxonomy.

    Who is compared, how each covers the field, counterparts, what only one has, and quantified targets.

    \b
    Examples:
      qcompare diff beijing hangzhou
      qcompare diff xian my-plan.txt --by section --all --lang zh -o report.md
    """
    from qcompare.rendering.records.comparison import comparison_json
    from qcompare.rendering.sheets import matches, sections
    from qcompare.rendering.views import diff as view

    workspace = run.workspace()
    look_up(run, workspace, plan)
    compared = workspace.compare(plan, min_score=min_score, topic=topic, pillar=pillar, progress=run.progress)
    lang = run.language(workspace)
    tell(run, lang, compared.notices)
    by_section = by is Unit.section
    run.show(
        lambda: view.document(compared, lang, limit=run.limit, by_section=by_section, width=run.width()),
        lambda: comparison_json(compared),
        lambda: (sections if by_section else matches).sheet(compared),
    )
