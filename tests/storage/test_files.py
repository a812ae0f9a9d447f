"""Files that can be read, and what is said of those that cannot."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from qcompare.errors import UnreadableInput
from qcompare.storage.files import read_bytes


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(path)
    return str(caught.value)


def test_the_bytes_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\x00\r\n")
    assert read_bytes(tmp_path / "a.txt") == b"\xff\x00\r\n"


def test_the_bytes_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"there")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read_bytes(tmp_path / "b.txt") == b"there"


@pytest.mark.parametrize(("size", "fits"), [(1_000_000, True), (1_000_001, False)])
def test_a_file_that_is_too_large(size: int, fits: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * size)
    if fits:
        assert len(read_bytes(path, most_mb=1)) == size
        return
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(path, most_mb=1)
    assert str(caught.value) == (
        f"{path} is larger than 1 MB\n"
        "If it is a plan, save its text alone; `limits: {file_mb: …}` in the configuration allows more."
    )


def test_a_missing_file_with_what_is_near(tmp_path: Path) -> None:
    for name in ("hangzhou.txt", "beijing.txt"):
        (tmp_path / name).touch()
    path = tmp_path / "hangzou.txt"
    assert refusal(path) == f"{path} does not exist\nNearest names there: hangzhou.txt, beijing.txt"


def test_a_missing_file_in_an_empty_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt") == (
        f"{tmp_path / 'a.txt'} does not exist\nThe folder {tmp_path} is empty."
    )


def test_a_missing_file_in_a_missing_folder(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.txt"
    assert refusal(path) == f"{path} does not exist\nThere is no folder {path.parent} that could be read."


def test_a_file_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    path = tmp_path / "a.txt" / "b.txt"
    assert refusal(path) == f"{path} does not exist\nThere is no folder {path.parent} that could be read."


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"{tmp_path} is a folder\nName a file in it, or give the folder with --plans."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_before_it_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == (
        f"{tmp_path / 'pipe'} is not a regular file\nSave what it delivers to a file, and name that."
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused_before_it_fills_the_memory() -> None:
    assert refusal(Path("/dev/zero")).startswith("/dev/zero is not a regular file")


def test_a_name_that_is_none(tmp_path: Path) -> None:
    assert "is no file name: embedded null" in refusal(tmp_path / "a\0b")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "cannot be read: File name too long" in refusal(tmp_path / ("a" * 300))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root, who may run this, may read everything
    assert stat.S_ISREG(path.stat().st_mode)
    assert refusal(path) == f"{path} cannot be read: Permission denied\nCheck who may read it: ls -l"
