"""What all commands share: the common options, as a Run, and looking up the plans that are named."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qcompare.cli import options as o
from qcompare.cli.run import DEFAULT_LIMIT, Run

if TYPE_CHECKING:
    from qcompare.models import Lang, Notice
    from qcompare.pipeline.workspace import Workspace


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


def with_common_options(command: Callable[..., None]) -> Callable[..., None]:
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


def look_up(run: Run, workspace: Workspace, names: Sequence[str]) -> None:
    """Say which plan a city's name was taken for, and refuse to write over a plan that is read."""
    from qcompare.rendering.messages import message  # not for --help

    lang = run.language(workspace)
    for name in names:
        found = workspace.find(name)
        run.protect(found.path)
        if found.entry and found.others:
            others = ", ".join(entry.meta.id for entry in found.others)
            run.note(message("choices", lang, name=name, plan=found.entry.meta.id, others=others))


def tell(run: Run, lang: Lang, notices: Sequence[Notice]) -> None:
    """Say which lines of a ``codes.yaml`` were not taken as they stand."""
    from qcompare.rendering.views.notices import said  # not for --help

    for notice in notices:
        run.note(said(notice, lang))
