"""``qcompare explain``: one score, explained."""

from __future__ import annotations

from typing import Annotated

import typer

from qcompare.cli.common import look_up, tell, with_common_options
from qcompare.cli.run import Run
from qcompare.errors import BadUsage


@with_common_options
def explain(
    run: Run,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN REF [PLAN REF]",
            help="A plan and a place in it: a unit id (u017) or a reference (二(二)1 ¶3). Or two of each.",
        ),
    ],
) -> None:
    """Explain one score: why a unit or section has its topic; with two, why the pair has its score.

    \b
    Examples:
      qcompare explain hangzhou u017
      qcompare explain hangzhou "二(二)"
      qcompare explain xian "三(六) ¶2" hangzhou "二(二) ¶15" --lang zh
    """
    if len(what) == 2:
        _topic(run, *what)
    elif len(what) == 4:
        _pair(run, (what[0], what[2]), (what[1], what[3]))
    else:
        raise BadUsage(
            f"explain {' '.join(what)}: a plan and a place in it are asked for, once or twice",
            'Say `qcompare explain PLAN REF [PLAN REF]`; references stand in quotes ("二(一) ¶3").',
        )


def _topic(run: Run, name: str, ref: str) -> None:
    from qcompare.pipeline.explaining import explain_topic
    from qcompare.rendering.records.explain import topic_json
    from qcompare.rendering.sheets.explain import topic_sheet
    from qcompare.rendering.views import explain as view

    workspace = run.workspace()
    look_up(run, workspace, [name])
    explained = explain_topic(workspace, name, ref)
    taxonomy, lang = workspace.settings.taxonomy, run.language(workspace)
    tell(run, lang, explained.notices)
    run.show(
        lambda: view.document(explained, taxonomy, lang, limit=run.limit),
        lambda: topic_json(explained, taxonomy),
        lambda: topic_sheet(explained),
    )


def _pair(run: Run, names: tuple[str, str], refs: tuple[str, str]) -> None:
    from qcompare.pipeline.explaining import explain_pair
    from qcompare.rendering.records.explain import pair_json
    from qcompare.rendering.sheets.explain import pair_sheet
    from qcompare.rendering.views import explain_pair as view

    workspace = run.workspace()
    look_up(run, workspace, names)
    explained = explain_pair(workspace, names, refs)
    taxonomy, lang = workspace.settings.taxonomy, run.language(workspace)
    tell(run, lang, explained.notices)
    run.show(
        lambda: view.document(explained, taxonomy, lang, width=run.width()),
        lambda: pair_json(explained, taxonomy),
        lambda: pair_sheet(explained),
    )
