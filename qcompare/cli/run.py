"""One run of a command: its workspace, its language, and where its result goes."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qcompare.cli.options import Format, Language
from qcompare.errors import BadOutput, BadUsage

if TYPE_CHECKING:
    from qcompare.models import Lang
    from qcompare.pipeline.workspace import Workspace
    from qcompare.rendering.csvout import Sheet
    from qcompare.rendering.document import Document

DEFAULT_LIMIT = 8  # two screens of 50 lines at 80 columns
_SUFFIXES = {
    ".csv": Format.csv,
    ".md": Format.md,
    ".markdown": Format.md,
    ".json": Format.json,
    ".txt": Format.table,
}
# Suffixes that ask for what cannot be written: better an error than a table under a wrong name.
_FOREIGN = frozenset((".html", ".htm", ".xlsx", ".xls", ".docx", ".doc", ".pdf"))
_PIPED_WIDTH = 100
_PATIENCE = 1.0  # seconds before progress is shown


@dataclass(frozen=True)
class Run:
    """The options that every command has."""

    format: Format | None = None
    output: Path | None = None
    config: Path | None = None
    folders: tuple[Path, ...] = ()
    lang: Language | None = None
    cache: bool = True
    quiet: bool = False
    verbose: bool = False
    color: bool = True
    limit: int | None = DEFAULT_LIMIT
    started: float = field(default_factory=time.monotonic)

    def workspace(self) -> Workspace:
        """The configuration, the plans and the cache. What cannot be written is refused before any work."""
        from qcompare.pipeline.workspace import Workspace  # not for --help

        self.chosen_format()

        return Workspace.open(self.config, self.folders, use_cache=self.cache)

    def language(self, workspace: Workspace) -> Lang:
        """The language asked for, else that of the configuration."""
        return self.lang.value if self.lang else workspace.settings.lang

    def chosen_format(self) -> Format:
        """``--format``, else by the suffix of ``-o``, else a table. Raises BadUsage."""
        if self.format or not self.output:
            return self.format or Format.table
        suffix = self.output.suffix.lower()
        if suffix in _FOREIGN:
            raise BadUsage(
                f"{self.output}: {suffix} cannot be written",
                "Choose a name that ends in .md, .json, .csv or .txt, or say which with --format.",
            )
        return _SUFFIXES.get(suffix, Format.table)

    def show(
        self,
        document: Callable[[], Document],
        data: Callable[[], Mapping[str, object]],
        sheet: Callable[[], Sheet] | None = None,
    ) -> None:
        """Write the result in the format asked for; only that one is made. Raises BadUsage.

        A ``sheet`` is the result as one table for CSV; a command that has none says so.
        """
        chosen = self.chosen_format()
        if chosen is Format.csv:
            self._write_sheet(sheet)
        elif chosen is Format.json:
            from qcompare.rendering.jsonout import dumps

            self.write(dumps(data()))
        elif chosen is Format.md:
            from qcompare.rendering import markdown

            self.write(markdown.render(document()))
        else:
            from qcompare.rendering import table

            self.write(table.render(document(), width=self.width(), color=self._colored()))

    def _write_sheet(self, sheet: Callable[[], Sheet] | None) -> None:
        from qcompare.rendering import csvout

        if sheet is None:
            raise BadUsage("this command has no CSV", "Choose another format: table, md or json.")
        self.write(csvout.render(*sheet()))

    def write(self, text: str) -> None:
        """Text to the ``-o`` file, else to stdout."""
        if self.output:
            from qcompare.storage.writers import write_whole

            write_whole(self.output, text)
        else:
            _print(text if text.endswith("\n") else text + "\n")

    def protect(self, *inputs: Path) -> None:
        """Refuse to write over a file that is being read. Raises BadOutput."""
        if self.output and any(self.output.resolve() == path.resolve() for path in inputs):
            raise BadOutput(f"{self.output} is what is being read", "Name another file with -o.")

    def note(self, text: str) -> None:
        """Something the user should know besides the result."""
        from qcompare.rendering.visible import visible  # only where there is something to say

        if not self.quiet:
            print(visible(text), file=sys.stderr)

    def progress(self, step: str, done: int, of: int) -> None:
        """The pipeline's callback: plain lines with --verbose, one line on a terminal when it takes long."""
        if self.verbose:
            self.note(f"{step} {done + 1}/{of}")
        elif sys.stderr.isatty() and not self.quiet and time.monotonic() - self.started > _PATIENCE:
            sys.stderr.write(f"\r\x1b[K{step} {done + 1}/{of} …\r")
            sys.stderr.flush()

    def width(self) -> int:
        """Display columns of the terminal (or of ``COLUMNS``), and a width that suits a file."""
        return shutil.get_terminal_size((_PIPED_WIDTH, 50)).columns

    def _colored(self) -> bool:
        """Colours for a terminal that has them, unless they are unwanted (https://no-color.org)."""
        wanted = self.color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return wanted and not self.output and sys.stdout is not None and sys.stdout.isatty()


def _print(text: str) -> None:
    """Text to stdout, all of it, or an error that says why not."""
    if sys.stdout is None:
        raise BadOutput("stdout is closed", "Write to a file with -o instead.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered has nowhere to go; without this the interpreter would try once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise BadOutput(f"stdout cannot be written: {error.strerror}", "Write elsewhere.") from error
