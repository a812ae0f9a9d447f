"""What program made a cached value: its own files and those of the engines that it calls.

A version number alone would serve the results of older code to whoever works on the code, or has upgraded a
dictionary. Sizes and times of files are looked at, not their content: that takes a millisecond.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from qcompare.storage.cache import digest
from qcompare.version import VERSION

_PACKAGE = Path(__file__).resolve().parents[1]
_ENGINES = ("jieba", "opencc", "pypinyin", "rapidfuzz", "selectolax")


@cache
def fingerprint() -> str:
    """A hex hash that changes with the program's code, data and engines."""
    return digest(VERSION, *sorted((*_files(str(_PACKAGE)), *_engines())))


def _files(folder: str) -> Iterator[str]:
    """Path, size and time of the code and data below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name != "__pycache__" else ()
            else:
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


def _engines() -> Iterator[str]:
    for name in _ENGINES:
        spec = PathFinder.find_spec(name)
        if spec is not None and spec.origin:
            about = os.stat(spec.origin)
            yield f"{spec.origin} {about.st_size} {about.st_mtime_ns}"
