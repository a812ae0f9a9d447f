"""``qcompare schema``: the JSON Schema of an output."""

from __future__ import annotations

from typing import Annotated

import typer

from qcompare.cli.common import with_common_options
from qcompare.cli.run import Run


@with_common_options
def schema(
    run: Run,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="plan, comparison, …; without it, the names.")
    ] = None,
) -> None:
    """Print the JSON Schema of an output.

    \b
    Examples:
      qcompare schema comparison -o comparison.schema.json
    """
    from qcompare.rendering.jsonout import dumps
    from qcompare.rendering.schemas import load_schema, schema_names

    run.write("\n".join(schema_names()) if name is None else dumps(load_schema(name)))
