"""PDF files, read in a process of their own: what crashes, hangs or swells there harms nothing here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict

from qcompare.errors import UnreadableInput
from qcompare.settings import Limits

_MEMORY = 900_000_000  # bytes that reading may take; 2,000 full pages take a ninth of it
_SECONDS = 180  # that reading may take; the same pages take 40 s of CPU
_WAY_OUT = "Print the pages that hold the plan to a new PDF, or export its text, and pass that."


def pdf_text(data: bytes, name: str, limits: Limits) -> str:
    """All text of a PDF, a line per paragraph or table row (cells parted by tabs).

    Raises UnreadableInput where there is no such text, not all of it, or more than ``limits`` allow.
    """
    order = json.dumps({"name": name, "limits": asdict(limits), "memory": _MEMORY}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            # -P: the working folder, which may hold anybody's files, is no place to import from
            [sys.executable, "-P", "-c", f"from {__name__} import serve; serve()"],
            input=order + b"\n" + data,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableInput(f"{name}: this PDF takes more than {_SECONDS} s to read", _WAY_OUT) from error
    if done.returncode != 0:
        raise UnreadableInput(
            f"{name}: this PDF is broken, or takes more than {_MEMORY // 10**6} MB to read", _WAY_OUT
        )
    answer = json.loads(done.stdout)
    if "text" not in answer:
        raise UnreadableInput(answer["message"], answer["hint"])
    return str(answer["text"])


def serve() -> None:
    """The other side: an order and a file from standard input, the answer to standard output."""
    from qcompare.reading.pdfpages.document import document_text

    order = json.loads(sys.stdin.buffer.readline())
    with suppress(ImportError, ValueError, OSError):  # systems that know no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    try:
        text = document_text(sys.stdin.buffer.read(), order["name"], Limits(**order["limits"]))
        answer = {"text": text}
    except UnreadableInput as error:
        answer = {"message": error.message, "hint": error.hint}
    sys.stdout.buffer.write(json.dumps(answer).encode())
