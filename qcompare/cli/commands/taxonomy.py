"""``qcompare taxonomy``: the taxonomy in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from qcompare.cli import options as o
from qcompare.cli.common import with_common_options
from qcompare.cli.run import Run
from qcompare.errors import BadUsage


@with_common_options
def taxonomy(
    run: Run,
    check: Annotated[
        list[str] | None, typer.Argument(metavar="check FILE", help="Validate a configuration instead.")
    ] = None,
    topic: o.TopicOption = None,
    pillar: o.PillarOption = None,
) -> None:
    """Show the taxonomy in force, or check one.

    \b
    Examples:
      qcompare taxonomy --pillar engineering --all
      qcompare taxonomy check my-config.yaml
    """
    from qcompare.pipeline.narrowing import topics_of
    from qcompare.rendering.records.taxonomy import taxonomy_json
    from qcompare.rendering.views import taxonomy as view

    if check:
        run = _checking(run, check)
    workspace = run.workspace()
    lang = run.language(workspace)
    if check:
        run.write(view.approved(str(run.config), workspace.settings.taxonomy, lang))
        return
    known = workspace.settings.taxonomy
    topics = topics_of(known, topic, pillar) if topic or pillar else None
    run.show(
        lambda: view.document(known, lang, topics=topics, limit=run.limit),
        lambda: taxonomy_json(known if topics is None else known.narrowed(topics)),
    )


def _checking(run: Run, words: Sequence[str]) -> Run:
    """The run of ``taxonomy check FILE``: that file is the configuration."""
    if len(words) != 2 or words[0] != "check":
        raise BadUsage(f"taxonomy {' '.join(words)}: not understood", "Say `qcompare taxonomy check FILE`.")
    return replace(run, config=Path(words[1]))
