"""``qcompare clean``: a repaired text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qcompare.cli import options as o
from qcompare.cli.common import with_common_options
from qcompare.cli.run import Run
from qcompare.errors import BadUsage


@with_common_options
def clean(
    run: Run,
    file: o.FileArgument,
    diff: Annotated[bool, typer.Option("--diff", help="Show each repair in its line, for a person.")] = False,
    kind: o.RepairKindOption = None,
) -> None:
    """Print the repaired, simplified text of a file.

    \b
    Examples:
      qcompare clean scraped-page.txt -o clean.txt
      qcompare clean scraped-page.txt --diff --kind byteslip --kind pinyin
    """
    from qcompare.rendering.messages import message
    from qcompare.rendering.records.clean import clean_json
    from qcompare.rendering.views import clean as view

    if kind and not diff:
        raise BadUsage("--kind chooses among the repairs that --diff shows", "Say --diff too.")
    workspace = run.workspace()
    source, raw, cleaned = workspace.clean(file)
    run.protect(Path(source.path))
    lang = run.language(workspace)
    if raw.front_matter.get("digest"):
        run.note(message("digest.banner", lang, plans=source.path))
    if run.chosen_format() is not o.Format.json and not diff:
        run.write(cleaned.text)
    else:
        run.show(
            lambda: view.document(cleaned, raw.text, lang, limit=run.limit, kinds=kind),
            lambda: clean_json(cleaned, source),
        )
