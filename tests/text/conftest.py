"""The damager: a module beside the rooms, for it is no test."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def damage() -> ModuleType:
    """``tests/damage.py``."""
    return import_module("tests.damage")
