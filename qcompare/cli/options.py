"""The options that commands share; each is defined once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What a result can be written as."""

    table = "table"
    md = "md"
    json = "json"
    csv = "csv"


class RepairKind(StrEnum):
    """What was done to a text (``models.RepairKind``, whose import ``--help`` need not wait for)."""

    byteslip = "byteslip"
    encoding = "encoding"
    layout = "layout"
    pinyin = "pinyin"
    script = "script"
    variant = "variant"
    width = "width"
    wording = "wording"


class Language(StrEnum):
    """The language of labels and headings."""

    en = "en"
    zh = "zh"


PlansArgument = Annotated[
    list[str],
    typer.Argument(metavar="PLAN PLAN...", help="Two to six plans: id, city, or path to a file."),
]
PlanArgument = Annotated[str, typer.Argument(metavar="PLAN", help="A plan: id, city, or path to a file.")]
FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A text, Markdown or HTML file, or a plan.")
]

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="What to write; without it the suffix of -o decides, else table.",
        case_sensitive=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all, instead of the screen.",
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="A configuration, laid over the default one key by key."),
]
FoldersOption = Annotated[
    list[Path] | None,
    typer.Option("--plans", metavar="DIR", help="A folder with your plans; may be repeated."),
]
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        help="Language of labels and headings; default is `lang` of the configuration.",
        case_sensitive=False,
    ),
]
MinScoreOption = Annotated[
    float | None,
    typer.Option("--min-score", metavar="X", help="Least score (0 to 1) of a counterpart."),
]
TopicOption = Annotated[
    str | None,
    typer.Option(
        "--topic", metavar="T", help="Only this topic: id or label; `qcompare taxonomy` lists them."
    ),
]
PillarOption = Annotated[
    str | None,
    typer.Option("--pillar", metavar="P", help="Only this pillar: id or label."),
]
RepairKindOption = Annotated[
    list[RepairKind] | None,
    typer.Option(
        "--kind", help="With --diff, only repairs of this kind; may be repeated.", case_sensitive=False
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Rows per table (8); JSON is always whole."),
]
AllOption = Annotated[bool, typer.Option("--all", help="All rows of every table.")]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of plans.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress on stderr.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say on stderr what is being done.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")]
