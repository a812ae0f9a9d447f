"""The lexicon, built once, and the damager: a module beside the rooms, for it is no test."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from qcompare.text.words import Lexicon, build_trie, dictionary_path

_DAMAGE = Path(__file__).resolve().parents[1] / "damage.py"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The words that jieba knows."""
    with dictionary_path().open(encoding="utf-8") as rows:
        return Lexicon.of(build_trie(rows))


@pytest.fixture(scope="session")
def damage() -> ModuleType:
    """``tests/damage.py``, loaded from its path: tests are no packages."""
    spec = importlib.util.spec_from_file_location("damage", _DAMAGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["damage"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
