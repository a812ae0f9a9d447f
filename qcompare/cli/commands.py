"""The commands: each takes its own arguments and a Run, which holds the options that all share."""

from __future__ import annotations

import functools
import inspect
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcompare.cli import options as o
from qcompare.cli.run import DEFAULT_LIMIT, Run
from qcompare.errors import BadUsage

if TYPE_CHECKING:
    from qcompare.pipeline import Workspace
    from qcompare.rendering.views.list import ListRow
    from qcompare.storage.library import Entry


class Unit(StrEnum):
    """What ``diff`` lays side by side."""

    sentence = "unit"
    section = "section"


def _common(
    *,
    format: o.FormatOption = None,
    output: o.OutputOption = None,
    config: o.ConfigOption = None,
    plans: o.FoldersOption = None,
    lang: o.LanguageOption = None,
    limit: o.LimitOption = None,
    all_: o.AllOption = False,
    no_cache: o.NoCacheOption = False,
    quiet: o.QuietOption = False,
    verbose: o.VerboseOption = False,
    debug: o.DebugOption = False,
    no_color: o.NoColorOption = False,
) -> Run:
    """The run that the common options ask for."""
    return Run(
        format=format,
        output=None if output == Path("-") else output,
        config=config,
        folders=tuple(plans or ()),
        lang=lang,
        cache=not no_cache,
        quiet=quiet,
        verbose=verbose,
        color=not no_color,
        limit=None if all_ else limit or DEFAULT_LIMIT,
    )


def _with_common_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the common options in place of its first parameter, ``run``."""
    shared = inspect.signature(_common, eval_str=True).parameters
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

    @functools.wraps(command)
    def wrapper(**given: Any) -> None:
        run = _common(**{name: given.pop(name) for name in shared})
        command(run, **given)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *shared.values())]
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in parameters}
    return wrapper


@_with_common_options
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
    from qcompare.rendering.views import diff as view

    workspace = run.workspace()
    _look_up(run, workspace, plan)
    compared = workspace.compare(plan, min_score=min_score, topic=topic, pillar=pillar, progress=run.progress)
    lang = run.language(workspace)
    by_section = by is Unit.section
    run.show(
        lambda: view.document(compared, lang, limit=run.limit, by_section=by_section, width=run.width()),
        lambda: _json().comparison_json(compared),
    )


@_with_common_options
def show(run: Run, plan: o.PlanArgument, topic: o.TopicOption = None, pillar: o.PillarOption = None) -> None:
    """Show one plan: metadata, outline, units with their topics, targets, repairs.

    \b
    Examples:
      qcompare show hangzhou
      qcompare show my-plan.txt --topic standards --all
    """
    from qcompare.pipeline import topics_of
    from qcompare.rendering.views import show as view

    workspace = run.workspace()
    _look_up(run, workspace, [plan])
    taxonomy = workspace.settings.taxonomy
    topics = topics_of(taxonomy, topic, pillar) if topic or pillar else None
    coded = workspace.load(plan)
    lang = run.language(workspace)
    run.show(
        lambda: view.document(coded, taxonomy, lang, limit=run.limit, topics=topics),
        lambda: _json().plan_json(coded, taxonomy),
    )


@_with_common_options
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
            lambda: _json().clean_json(cleaned, source),
        )


@_with_common_options
def list_(run: Run) -> None:
    """List the plans that can be named, where they are, and how damaged.

    \b
    Examples:
      qcompare list --plans ~/plans
    """
    from qcompare.rendering.views import list as view

    workspace = run.workspace()
    rows = [_row(workspace, entry) for entry in workspace.entries()]
    lang = run.language(workspace)
    run.show(lambda: view.document(rows, lang), lambda: _json().list_json(rows))


@_with_common_options
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
    from qcompare.pipeline import topics_of
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
        lambda: _json().taxonomy_json(known if topics is None else known.narrowed(topics)),
    )


@_with_common_options
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


ALL = {"diff": diff, "show": show, "clean": clean, "list": list_, "taxonomy": taxonomy, "schema": schema}


def _json() -> ModuleType:
    """The JSON renderer, which a table does not need."""
    from qcompare.rendering import jsonout

    return jsonout


def _checking(run: Run, words: Sequence[str]) -> Run:
    """The run of ``taxonomy check FILE``: that file is the configuration."""
    if len(words) != 2 or words[0] != "check":
        raise BadUsage(f"taxonomy {' '.join(words)}: not understood", "Say `qcompare taxonomy check FILE`.")
    return replace(run, config=Path(words[1]))


def _look_up(run: Run, workspace: Workspace, names: Sequence[str]) -> None:
    """Say which plan a city's name was taken for, and refuse to write over a plan that is read."""
    from qcompare.rendering.messages import message  # not for --help

    lang = run.language(workspace)
    for name in names:
        found = workspace.find(name)
        run.protect(found.path)
        if found.entry and found.others:
            others = ", ".join(entry.meta.id for entry in found.others)
            run.note(message("choices", lang, name=name, plan=found.entry.meta.id, others=others))


def _row(workspace: Workspace, entry: Entry) -> ListRow:
    """What ``list`` says of a file."""
    from qcompare.rendering.views.list import ListRow  # not for --help

    meta = entry.meta
    plan = None if entry.problem else workspace.read_plan(entry.path).plan
    return ListRow(
        id=meta.id,
        city=meta.city,
        city_zh=meta.city_zh,
        year=meta.year,
        kind=None if entry.problem else meta.kind,
        title=None if entry.problem else meta.title,
        characters=plan.coverage.characters if plan else None,
        folder=str(entry.folder),
        repairs=Counter(repair.kind for repair in plan.repairs) if plan else {},
        suspects=len(plan.suspects) if plan else 0,
        digest=meta.digest,
        shadowed_by=entry.shadowed_by,
        problem=entry.problem,
    )
