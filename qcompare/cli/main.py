"""The application and the one place where errors become messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated

import typer

from qcompare.cli.commands.clean import clean
from qcompare.cli.commands.diff import diff
from qcompare.cli.commands.evaluate import evaluate
from qcompare.cli.commands.explain import explain
from qcompare.cli.commands.list import list_
from qcompare.cli.commands.matrix import matrix
from qcompare.cli.commands.schema import schema
from qcompare.cli.commands.show import show
from qcompare.cli.commands.taxonomy import taxonomy
from qcompare.errors import QCompareError
from qcompare.version import VERSION

COULD_NOT_RUN = 2
INTERRUPTED = 3
_TYPER_INTERRUPTED = 130

COMMANDS: dict[str, Callable[..., None] | typer.Typer] = {
    "diff": diff,
    "matrix": matrix,
    "show": show,
    "explain": explain,
    "clean": clean,
    "list": list_,
    "evaluate": evaluate,
    "taxonomy": taxonomy,
    "schema": schema,
}

app = typer.Typer(
    name="qcompare",
    help="Compare municipal quality-improvement plans of Chinese cities side by side over one taxonomy.",
    epilog="Start with: qcompare diff beijing hangzhou. Each command has its own --help.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich would double the time of --help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"qcompare {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Compare municipal quality-improvement plans of Chinese cities side by side over one taxonomy."""


for name, command in COMMANDS.items():
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name)
    else:
        app.command(name)(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    sys.exit(run(arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code: 0 done, 1 a gate not met, 2 could not run, 3 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it was closed before we came
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(arguments, prog_name="qcompare")
    except SystemExit as stop:
        return _interrupted() if stop.code == _TYPER_INTERRUPTED else int(stop.code or 0)
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        return 0  # the reader has seen enough (| head)
    except Exception as error:
        if "--debug" in arguments:
            raise
        _complain(error)
        return COULD_NOT_RUN
    return 0


def _interrupted() -> int:
    sys.stderr.write("Interrupted.\n")
    return INTERRUPTED


def _complain(error: Exception) -> None:
    if isinstance(error, QCompareError):
        text = f"Error: {error}\n"
    else:
        text = (
            f"Error: something unexpected went wrong ({type(error).__name__}: {error})\n"
            "Run the same command with --debug and report what it prints.\n"
        )
    from qcompare.rendering.visible import visible  # only where there is something to complain of

    sys.stderr.write(visible(text))
