"""The cache: what comes back, what does not, and that it never stops a run."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.storage.cache import Cache, Info, Usage, cache_folder, digest

KEY, OTHER = digest("a"), digest("b")
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes of POSIX")


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cache"


# --- keys and folders ---


def test_a_digest_is_a_hash_of_the_parts() -> None:
    assert digest() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("质量") == digest("质量".encode())


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_different_parts_have_different_digests(a: list[str | bytes], b: list[str | bytes]) -> None:
    same = [_bytes(part) for part in a] == [_bytes(part) for part in b]
    assert (digest(*a) == digest(*b)) == same


def _bytes(part: str | bytes) -> bytes:
    return part.encode() if isinstance(part, str) else part


@pytest.mark.parametrize(
    ("env", "platform", "folder"),
    [
        ({"QCOMPARE_CACHE": "/c", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/c"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/qcompare"),
        ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, "linux", "/h/.cache/qcompare"),
        ({"QCOMPARE_CACHE": "", "HOME": "/h"}, "linux", "/h/.cache/qcompare"),
        ({"HOME": "/h"}, "freebsd14", "/h/.cache/qcompare"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/qcompare"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "darwin", "/x/qcompare"),
        ({"LOCALAPPDATA": "/l", "HOME": "/h"}, "win32", "/l/qcompare"),
        ({"HOME": "/h"}, "win32", None),
        ({}, "linux", None),
    ],
)
def test_where_the_cache_is(env: dict[str, str], platform: str, folder: str | None) -> None:
    assert cache_folder(env, platform) == (Path(folder) if folder else None)


# --- values ---


@pytest.mark.parametrize("value", ["质量", "\ud800", 0, 2.5, True, [], {"a": [1, None, "b"]}, {"x": "}"}])
def test_what_is_put_comes_back(folder: Path, value: object) -> None:
    Cache(folder).put("plan", KEY, value)
    assert Cache(folder).get("plan", KEY) == value
    assert files(folder) == [f"plan/{KEY}.json"]


def test_another_key_or_namespace_is_absent(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)
    assert [cache.get("plan", OTHER), cache.get("meta", KEY)] == [None, None]


def test_the_last_value_counts(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)
    cache.put("plan", KEY, 2)
    assert cache.get("plan", KEY) == 2


def test_an_entry_is_json(folder: Path) -> None:
    Cache(folder).put("plan", KEY, {"a": "质"})
    check = digest("plan", KEY, '{"a":"质"}')
    assert (folder / "plan" / f"{KEY}.json").read_text(
        "utf-8"
    ) == f'{{"check": "{check}", "value": {{"a":"质"}}}}'


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"{",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\n",
        lambda data: data.replace(b"true", b"null"),
        lambda data: data.replace(b'"check": "', b'"check": "0'),
        lambda _: b'{"value": true}',
    ],
)
def test_a_damaged_entry_is_absent(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, True)
    path = folder / "plan" / f"{KEY}.json"
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("plan", KEY) is None


def test_an_entry_of_another_key_is_absent(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)
    (folder / "plan" / f"{KEY}.json").rename(folder / "plan" / f"{OTHER}.json")
    assert cache.get("plan", OTHER) is None


def test_an_entry_that_is_a_folder_is_absent(folder: Path) -> None:
    (folder / "plan" / f"{KEY}.json").mkdir(parents=True)
    assert Cache(folder).get("plan", KEY) is None


# --- files ---


def test_a_file_is_made_once(folder: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"\x00trie")
        return made[-1]

    paths = [Cache(folder).file("words", KEY, make) for _ in range(3)]
    assert paths == [folder / "words" / f"{KEY}.bin"] * 3
    assert (paths[0].read_bytes(), len(made)) == (b"\x00trie", 1)


def test_without_a_cache_a_file_lasts_as_long_as_the_process() -> None:
    code = (
        "from qcompare.storage.cache import Cache; "
        "path = Cache(None).file('words', 'ab', lambda: b'trie'); print(path, path.read_bytes())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    name, content = done.stdout.split(" ", 1)
    assert (content, Path(name).exists(), Path(name).parent.exists()) == ("b'trie'\n", False, False)


def test_a_file_that_cannot_be_kept_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "words").touch()
    cache = Cache(tmp_path)
    assert cache.file("words", KEY, lambda: b"trie").read_bytes() == b"trie"
    assert cache.info().problem.startswith("it cannot be written: ")


# --- a cache that is off ---


def test_no_folder_no_cache() -> None:
    cache = Cache(None)
    cache.put("plan", KEY, 1)
    assert cache.get("plan", KEY) is None
    assert cache.info() == Info(None, "it is turned off", ())
    assert cache.clear() == 0


def test_a_failure_turns_the_cache_off(tmp_path: Path) -> None:
    (tmp_path / "plan").touch()  # no namespace can be made of it
    cache = Cache(tmp_path)
    cache.put("meta", KEY, 1)
    cache.put("plan", KEY, 1)
    assert cache.get("meta", KEY) is None
    assert cache.info().problem.startswith("it cannot be written: ")
    assert Cache(tmp_path).get("meta", KEY) == 1


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("plan", KEY, 1)
    assert cache.get("plan", KEY) is None
    assert cache.info().problem.startswith("it cannot be written: ")


@posix
def test_the_folder_is_the_users_own(folder: Path) -> None:
    Cache(folder).put("plan", KEY, 1)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "plan")]
    assert modes == [0o700, 0o700]


@posix
def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(folder).put("plan", KEY, "planted")
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    cache = Cache(folder)
    assert cache.get("plan", KEY) is None
    assert cache.info() == Info(folder, "it belongs to somebody else", ())
    assert cache.clear() == 0


@posix
def test_a_folder_that_everybody_may_write_to_is_not_used(folder: Path) -> None:
    Cache(folder).put("plan", KEY, "planted")
    folder.chmod(0o777)
    assert Cache(folder).get("plan", KEY) is None
    assert Cache(folder).info() == Info(folder, "everybody may write to it", ())


# --- upkeep ---


def test_info_counts_by_namespace(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)
    cache.put("plan", OTHER, 1)
    cache.file("words", KEY, lambda: b"12345")
    size = len('{"check": "", "value": 1}') + 64
    beside = len('{"check": "", "value": ""}') + 2 * 64
    assert cache.info() == Info(folder, "", (Usage("plan", 2, 2 * size), Usage("words", 2, 5 + beside)))


@pytest.mark.parametrize("damage", [b"", b"1234", b"12346"])
def test_a_damaged_binary_entry_is_made_anew(damage: bytes, folder: Path) -> None:
    path = Cache(folder).file("words", KEY, lambda: b"12345")
    path.write_bytes(damage)
    assert Cache(folder).file("words", KEY, lambda: b"12345") == path
    assert path.read_bytes() == b"12345"


def test_clear_removes_what_is_ours_and_nothing_else(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)
    cache.file("words", KEY, lambda: b"trie")
    (folder / "plan" / ".qcompare-0123456789ab.tmp").touch()  # a run was killed here
    (folder / "plan" / "thesis.json").touch()
    (folder / "notes.txt").touch()
    assert cache.clear() == 4  # a binary entry has a hash beside it
    assert files(folder) == ["notes.txt", "plan/thesis.json"]
    assert cache.get("plan", KEY) is None
    cache.put("plan", KEY, 2)
    assert cache.get("plan", KEY) == 2


def test_entries_that_go_meanwhile_are_not_counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder)
    cache.put("plan", KEY, 1)

    found = list(cache._entries())
    found[0].unlink()
    monkeypatch.setattr(cache, "_entries", lambda: iter(found))
    assert (cache.info(), cache.clear()) == (Info(folder, "", ()), 0)


def test_many_runs_at_once(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from qcompare.storage.cache import Cache, digest\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for n in range(60):\n"
        "    key = digest(str(n % 5)); value = {'n': n % 5, 'text': '质' * 5000}\n"
        "    found = cache.get('plan', key)\n"
        "    assert found in (None, value), found\n"
        "    cache.put('plan', key, value)\n"
        "    assert cache.file('words', key, lambda: b'x' * 90000).read_bytes() == b'x' * 90000\n"
        "assert not cache.info().problem\n"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [run.communicate()[1] for run in runs] == ["", "", ""]
    assert len(files(folder)) == 15
