"""What was computed once and need not be again: files in a folder of the user's own.

An entry that is damaged, of another key, or planted by somebody else counts as absent. A cache that cannot be
written turns itself off and says so in ``info``: it may never be the reason that a run fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qcompare.errors import BadOutput
from qcompare.storage.writers import write_whole

_OURS = re.compile(r"[0-9a-f]{64}\.(json|bin)|\.qcompare-[0-9a-f]+\.tmp")
_HEAD = b'{"check": "%s", "value": '
_TAIL = b"}"
_PLACES = {"darwin": ("HOME", "Library/Caches"), "win32": ("LOCALAPPDATA", "")}
_ELSEWHERE = ("HOME", ".cache")


@dataclass(frozen=True, slots=True)
class Usage:
    """How much one namespace holds."""

    namespace: str
    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Info:
    """The state of a cache: its folder, why it is off (empty if it is on), what it holds."""

    folder: Path | None
    problem: str
    usage: tuple[Usage, ...]


def digest(*parts: bytes | str) -> str:
    """A hex hash of the parts; ``("ab", "c")`` and ``("a", "bc")`` differ."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def cache_folder(env: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path | None:
    """``QCOMPARE_CACHE``, else ``qcompare`` in the user's cache folder; None where there is no home."""
    env = os.environ if env is None else env
    if env.get("QCOMPARE_CACHE"):
        return Path(env["QCOMPARE_CACHE"])
    if env.get("XDG_CACHE_HOME", "").startswith("/"):  # a relative one is to be ignored, says XDG
        return Path(env["XDG_CACHE_HOME"], "qcompare")
    variable, below = _PLACES.get(platform, _ELSEWHERE)
    return Path(env[variable], below, "qcompare") if env.get(variable) else None


class Cache:
    """Entries by namespace and key (a hex ``digest``) below a folder; None: off.

    Safe under concurrent runs: an entry is renamed into place whole, and equal keys mean equal content.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._problem = "" if folder else "it is turned off"
        self._tested = False

    def get(self, namespace: str, key: str) -> object | None:
        """The value that was put there, None if there is none to be trusted."""
        path = self._path(namespace, f"{key}.json")
        if path is None:
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[len(_HEAD) + 62 : -len(_TAIL)]
        if data != _sealed(namespace, key, body):
            return None
        value: object = json.loads(body)
        return value

    def put(self, namespace: str, key: str, value: object) -> None:
        """Keep a value that JSON can hold."""
        path = self._path(namespace, f"{key}.json")
        if path is not None:
            body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            self._write(path, _sealed(namespace, key, body.encode("utf-8", "surrogatepass")))

    def file(self, namespace: str, key: str, make: Callable[[], bytes]) -> Path:
        """A file with the bytes that ``make`` gives: kept, or if the cache is off, for this process only.

        A kept file that is not what was put there is made anew.
        """
        path = self._path(namespace, f"{key}.bin")
        if path is not None and self.get(namespace, key) == _content(path):
            return path
        data = make()
        if path is not None:
            self._write(path, data)
            self.put(namespace, key, digest(data))
            if _content(path) == digest(data):
                return path
        return _passing(f"{key}.bin", data)

    def clear(self) -> int:
        """Remove every entry, and nothing else; how many there were."""
        removed = 0
        for path in list(self._entries()):
            try:
                path.unlink()
            except OSError:
                continue
            removed += 1
        return removed

    def info(self) -> Info:
        """Where the cache is, whether it works, and what it holds."""
        sizes: dict[str, list[int]] = {}
        for path in self._entries():
            try:
                size = path.stat().st_size
            except OSError:
                continue
            sizes.setdefault(path.parent.name, []).append(size)
        usage = tuple(Usage(name, len(each), sum(each)) for name, each in sorted(sizes.items()))
        return Info(self._folder, self._problem, usage)

    def _path(self, namespace: str, name: str) -> Path | None:
        return self._folder / namespace / name if self._folder and self._on() else None

    def _on(self) -> bool:
        """Whether there is a folder, and nobody else could have planted something in it."""
        if self._folder and not self._tested:
            self._tested = True
            self._problem = _distrust(self._folder)
        return not self._problem

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(path, data)
        except (OSError, BadOutput) as error:
            self._problem = f"it cannot be written: {error}"

    def _entries(self) -> Iterator[Path]:
        found = self._folder.glob("*/*") if self._folder and self._on() else ()
        return (path for path in found if _OURS.fullmatch(path.name))


def _content(path: Path) -> str:
    """The hash of a file's bytes; that of none where there is no such file."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _sealed(namespace: str, key: str, body: bytes) -> bytes:
    """An entry: JSON that tells by its check whose value it holds, and whether all of it is there."""
    return _HEAD % digest(namespace, key, body).encode() + body + _TAIL


def _distrust(folder: Path) -> str:
    """Why a cache folder, made if need be, cannot be used; empty if it can."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.stat()
    except (OSError, ValueError) as error:
        return f"it cannot be written: {error}"
    if hasattr(os, "geteuid") and about.st_uid != os.geteuid():
        return "it belongs to somebody else"
    if hasattr(os, "geteuid") and about.st_mode & stat.S_IWOTH:
        return "everybody may write to it"
    return ""


def _passing(name: str, data: bytes) -> Path:
    """A file that goes when the process ends."""
    import atexit  # only where the cache is off
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="qcompare-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / name
    path.write_bytes(data)
    return path
