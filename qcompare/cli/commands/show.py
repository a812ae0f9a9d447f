"""``qcompare show``: one plan."""

from __future__ import annotations

from qcompare.cli import options as o
from qcompare.cli.common import look_up, tell, with_common_options
from qcompare.cli.run import Run


@with_common_options
def show(run: Run, plan: o.PlanArgument, topic: o.TopicOption = None, pillar: o.PillarOption = None) -> None:
    """Show one plan: metadata, outline, units with their topics, targets, repairs.

    \b
    Examples:
      qcompare show hangzhou
      qcompare show my-plan.txt --topic standards --all
      qcompare show hangzhou -o sheet.csv
    """
    from qcompare.pipeline.narrowing import topics_of
    from qcompare.rendering.records.plan import plan_json
    from qcompare.rendering.sheets import units
    from qcompare.rendering.views import show as view

    workspace = run.workspace()
    look_up(run, workspace, [plan])
    taxonomy = workspace.settings.taxonomy
    topics = topics_of(taxonomy, topic, pillar) if topic or pillar else None
    coded = workspace.load(plan)
    lang = run.language(workspace)
    tell(run, lang, coded.notices)
    run.show(
        lambda: view.document(coded, taxonomy, lang, limit=run.limit, topics=topics),
        lambda: plan_json(coded, taxonomy),
        lambda: units.sheet(coded, topics),
    )
