"""Files as they are written: whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from qcompare.errors import BadOutput

_REASONS = {
    errno.ENOENT: ("its folder does not exist", "Create the folder first, or name another."),
    errno.ENOTDIR: ("its folder is a file", "Name a folder that exists."),
    errno.EISDIR: ("it is a folder", "Name a file in it."),
    errno.EACCES: ("permission denied", "Name a folder that you may write to."),
    errno.EPERM: ("permission denied", "Name a folder that you may write to."),
    errno.EROFS: ("the file system is read-only", "Name a folder that you may write to."),
    errno.ENOSPC: ("the disk is full", "Make room, or name another disk."),
    errno.EDQUOT: ("the disk quota is used up", "Make room, or name another disk."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
}


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file so that a reader sees the old content or the whole new one; text as UTF-8.

    An existing file keeps its mode, a link stays a link, and a device such as ``/dev/stdout`` is written to
    directly. Raises BadOutput.
    """
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    try:
        _write(path, content)
    except OSError as error:
        other = (error.strerror or "unknown reason", "Name another file.")
        reason, hint = _REASONS.get(error.errno or 0, other)
        raise BadOutput(f"{path} cannot be written: {reason}", hint) from None
    except ValueError as error:  # a null character, from a job file say
        raise BadOutput(f"{str(path)!r} is no file name: {error}", "Correct the name.") from None


def _write(path: Path, content: bytes) -> None:
    mode = path.stat().st_mode if path.exists() else 0
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if mode and not stat.S_ISREG(mode):
        path.write_bytes(content)
        return
    path = Path(os.path.realpath(path))
    # Hidden, and short: a name of 255 bytes leaves no room to append to.
    draft = path.with_name(f".qcompare-{os.urandom(6).hex()}.tmp")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(content)
        if mode:
            draft.chmod(stat.S_IMODE(mode))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
