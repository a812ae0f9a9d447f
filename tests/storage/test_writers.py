"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qcompare.errors import BadOutput
from qcompare.storage.writers import write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "content"),
    [
        ("", b""),
        ("质量\n提升\n", b"\xe8\xb4\xa8\xe9\x87\x8f\n\xe6\x8f\x90\xe5\x8d\x87\n"),
        ("a\r\nb", b"a\r\nb"),
        (b"\x00\xff", b"\x00\xff"),
        ("half \ud800", b"half ?"),
    ],
)
def test_content(tmp_path: Path, data: str | bytes, content: bytes) -> None:
    write_whole(tmp_path / "out.txt", data)
    assert (tmp_path / "out.txt").read_bytes() == content
    assert names(tmp_path) == ["out.txt"]


@posix
def test_a_new_file_has_the_mode_that_the_user_set(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "out.txt", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


@posix
def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")
    (tmp_path / "out.txt").chmod(0o604)
    write_whole(tmp_path / "out.txt", "new")
    assert (tmp_path / "out.txt").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o604


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out.txt").symlink_to(tmp_path / "real" / "there.txt")
    write_whole(tmp_path / "out.txt", "new")
    assert (tmp_path / "out.txt").is_symlink()
    assert (tmp_path / "real" / "there.txt").read_text() == "new"


@posix
def test_a_device_is_written_to_and_stays_a_device() -> None:
    code = (
        "from pathlib import Path; from qcompare.storage.writers import write_whole; "
        "write_whole(Path('/dev/stdout'), 'to the pipe')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "to the pipe"
    write_whole(Path("/dev/null"), "away")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_name_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    path = tmp_path / ("质" * 83 + ".txt")
    write_whole(path, "new")
    assert path.read_text() == "new"


def test_a_missing_folder(tmp_path: Path) -> None:
    path = tmp_path / "none" / "out.txt"
    with pytest.raises(BadOutput) as caught:
        write_whole(path, "new")
    assert str(caught.value) == (
        f"{path} cannot be written: its folder does not exist\nCreate the folder first, or name another."
    )


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(BadOutput, match="its folder is a file"):
        write_whole(tmp_path / "file" / "out.txt", "new")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadOutput) as caught:
        write_whole(tmp_path, "new")
    assert str(caught.value) == f"{tmp_path} cannot be written: it is a folder\nName a file in it."


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(BadOutput, match="the name is too long"):
        write_whole(tmp_path / ("a" * 300), "new")
    assert names(tmp_path) == []


def test_a_name_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadOutput, match="is no file name: embedded null"):
        write_whole(tmp_path / "a\0b", "new")


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BadOutput, match="permission denied"):
        write_whole(tmp_path / "out.txt", "new")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full\nMake room, or name another disk."),
        (errno.EACCES, "permission denied\nName a folder that you may write to."),
        (errno.EROFS, "the file system is read-only\nName a folder that you may write to."),
        (errno.EIO, "Input/output error\nName another file."),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(code, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(BadOutput) as caught:
        write_whole(path, "new")
    assert str(caught.value) == f"{path} cannot be written: {reason}"
    assert names(tmp_path) == ["out.txt"]
    assert path.read_text() == "old"


def test_an_interrupt_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.txt").write_text("old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "out.txt", "new")
    assert names(tmp_path) == ["out.txt"]
    assert (tmp_path / "out.txt").read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device() -> None:
    with pytest.raises(BadOutput, match="the disk is full"):
        write_whole(Path("/dev/full"), "new")
