"""The program's fingerprint changes with its files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qcompare.storage import fingerprint


def test_it_changes_with_any_file_but_compiled_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "__pycache__").mkdir()
    for name in ("a.py", "data/table.tsv", "__pycache__/a.pyc"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)

    def now() -> str:
        fingerprint.fingerprint.cache_clear()
        return fingerprint.fingerprint()

    seen = [now(), now()]
    (tmp_path / "__pycache__" / "a.pyc").write_text("22", encoding="utf-8")
    seen.append(now())
    (tmp_path / "data" / "table.tsv").write_text("22", encoding="utf-8")
    seen.append(now())
    os.utime(tmp_path / "a.py", ns=(1, 1))
    seen.append(now())
    fingerprint.fingerprint.cache_clear()

    assert seen[0] == seen[1] == seen[2]
    assert len(set(seen)) == 3
