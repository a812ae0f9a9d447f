from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

import qcompare.rendering
from qcompare.models import Kind, Lang, Level, NoticeKind, RepairKind
from qcompare.rendering.messages import CATALOGUE, message

ROOM = Path(qcompare.rendering.__file__).parent
SOURCES = sorted(file for file in ROOM.rglob("*.py") if file.name != "messages.py")
CHINESE = re.compile("[\u3400-\u9fff]")
WORDS = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")
LATIN_WORD = re.compile("[a-z]{4,}")
# Names that are the same in Chinese: options, values of options, sources of JSON.
NAMES = {"limit", "topic", "pillar", "score", "format", "json", "qcompare", "show", "section", "plans"}


def nodes(files: Iterable[Path]) -> list[ast.AST]:
    return [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]


NODES = nodes(SOURCES)


def strings(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def families() -> tuple[str, ...]:
    """The first parts of keys that are put together, such as ``kind.``."""
    firsts = strings(node.values[0] for node in NODES if isinstance(node, ast.JoinedStr))
    return tuple(first for first in firsts if first.endswith("."))


def asked() -> set[str]:
    """The literal keys of all calls of ``say`` and ``message``."""
    calls = [node for node in NODES if isinstance(node, ast.Call) and node.args]
    return strings(
        call.args[0]
        for call in calls
        if getattr(call.func, "attr", "") == "say" or getattr(call.func, "id", "") in ("say", "message")
    )


def test_every_message_is_used() -> None:
    used = strings(NODES) | strings(nodes((ROOM.parent / "cli").glob("*.py")))
    assert [key for key in CATALOGUE if key not in used and not key.startswith(families())] == []


def test_every_key_that_is_asked_for_exists() -> None:
    assert sorted(asked() - CATALOGUE.keys()) == []
    assert len(asked()) > 60  # the search above finds what it looks for


@pytest.mark.parametrize(
    ("family", "members"),
    [
        ("kind.", {*get_args(Kind), "unknown"}),
        ("repair.", set(get_args(RepairKind))),
        ("show.level.", set(get_args(Level))),
        ("show.year_source.", {"text", "page", "given"}),
        ("part.", {"in_units", "in_headings", "in_chrome", "whitespace"}),
        ("notice.", set(get_args(NoticeKind))),
    ],
)
def test_families_are_complete(family: str, members: set[str]) -> None:
    assert {key.removeprefix(family) for key in CATALOGUE if key.startswith(family)} == members


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_both_languages_say_the_same(key: str) -> None:
    english, chinese = CATALOGUE[key]
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (english, chinese)
    ]
    assert fields[0] == fields[1]
    assert not CHINESE.search(english)
    words = set(LATIN_WORD.findall(re.sub(r"\{\w+\}", "", chinese)))
    assert words <= NAMES, "left untranslated"


@pytest.mark.parametrize(("lang", "text"), [("en", "3 of 7 shown"), ("zh", "共 7 项，列出 3 项")])
def test_values_are_filled_in(lang: Lang, text: str) -> None:
    assert message("some_shown", lang, shown=3, total=7) == text


def test_braces_in_values_are_text() -> None:
    assert (
        message("only.total", "en", plan="{x}", count=1, total=2)
        == "{x}: 1 of 2 units have no match elsewhere"
    )


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        message("no.such", "en")


def test_views_hold_no_words_of_their_own() -> None:
    """No literal of a view reads like a label: words with blanks between them, or Chinese."""
    views = [ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES if file.parent.name == "views"]
    nodes = [node for view in views for node in ast.walk(view)]
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in nodes if isinstance(node, documented)}
    literals = strings(nodes) - docstrings
    assert len(literals) > 100  # the search finds what it looks for
    assert [text for text in literals if CHINESE.search(text) or WORDS.search(text)] == []
