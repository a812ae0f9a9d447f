"""Files as they are read: the bytes, or an error that says why not and what is near."""

from __future__ import annotations

import stat
from pathlib import Path

from qcompare.errors import UnreadableInput
from qcompare.text.fuzzy import nearest

_MEGABYTE = 1_000_000


def read_bytes(path: Path, most_mb: int = 16) -> bytes:
    """The bytes of a regular file of at most so many megabytes; UnreadableInput for anything else."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return _within(path, most_mb)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableInput(f"{path} does not exist", _near(path)) from None
    except OSError as error:
        hint = "Check who may read it: ls -l" if isinstance(error, PermissionError) else "Is the path right?"
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}", hint) from None
    except ValueError as error:  # a null character, from a job file say
        raise UnreadableInput(f"{str(path)!r} is no file name: {error}", "Correct the name.") from None
    if stat.S_ISDIR(mode):
        raise UnreadableInput(f"{path} is a folder", "Name a file in it, or give the folder with --plans.")
    raise UnreadableInput(f"{path} is not a regular file", "Save what it delivers to a file, and name that.")


def _within(path: Path, most_mb: int) -> bytes:
    """The bytes of a file; one more than allowed is asked for, because the file may be growing."""
    with path.open("rb") as file:
        data = file.read(most_mb * _MEGABYTE + 1)
    if len(data) > most_mb * _MEGABYTE:
        raise UnreadableInput(
            f"{path} is larger than {most_mb} MB",
            "If it is a plan, save its text alone; `limits: {file_mb: …}` in the configuration allows more.",
        )
    return data


def _near(path: Path) -> str:
    try:
        names = nearest(path.name, (each.name for each in path.parent.iterdir()))
    except OSError:
        return f"There is no folder {path.parent} that could be read."
    return f"Nearest names there: {', '.join(names)}" if names else f"The folder {path.parent} is empty."
