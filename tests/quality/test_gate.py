"""The gate's own rules; what it measures is run by the gate itself, in every check of the project."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", Path(__file__).with_name("gate.py"))
    assert spec
    assert spec.loader
    module = sys.modules["gate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gate = _load()
FIGURES = {"f1": 0.8, "recall": 0.5}


@pytest.mark.parametrize(
    ("pinned", "verdicts"),
    [
        (
            gate.Pinned("x", {"f1": 0.8, "recall": 0.5}),
            [("f1                       0.8000", False), ("recall                   0.5000", False)],
        ),
        (
            gate.Pinned("x", {"f1": 0.8001, "recall": 0.25}),
            [
                ("f1                       0.8000  floor 0.8001, -0.0001", True),
                ("recall                   0.5000  floor 0.2500, +0.2500", False),
            ],
        ),
        (
            gate.Pinned("y", {"f1": 0.1, "recall": 0.1}),
            [
                ("its data is not what the floors were measured on: run with --pin", True),
                ("f1                       0.8000", False),
                ("recall                   0.5000", False),
            ],
        ),
        (
            None,
            [
                ("no floors are pinned for it: run with --pin", True),
                ("f1                       0.8000", False),
                ("recall                   0.5000", False),
            ],
        ),
    ],
)
def test_verdicts(pinned: object, verdicts: list[tuple[str, bool]]) -> None:
    assert [(each.text, each.bad) for each in gate.judged(FIGURES, "x", pinned)] == verdicts


@pytest.mark.parametrize(
    ("pinned", "lower", "floors"),
    [
        (None, False, {"f1": 0.8, "recall": 0.5}),
        (gate.Pinned("x", {"f1": 0.9, "recall": 0.4}), False, {"f1": 0.9, "recall": 0.5}),
        (gate.Pinned("x", {"f1": 0.9, "recall": 0.4}), True, {"f1": 0.8, "recall": 0.5}),
        (gate.Pinned("other data", {"f1": 0.9}), False, {"f1": 0.8, "recall": 0.5}),
    ],
)
def test_floors_rise_and_fall_only_when_asked(pinned: object, lower: bool, floors: dict[str, float]) -> None:
    assert gate.repinned(FIGURES, "x", pinned, lower=lower) == gate.Pinned("x", floors)


def test_the_invented_plans_are_always_there_and_all_sets_have_floors() -> None:
    sets = list(gate.gold_sets())
    own = [each for each in sets if all(path.is_relative_to(gate.HERE) for path in each.files.values())]
    assert [each.missing for each in own] == [[]] * 15
    assert {each.key for each in sets} == gate._read(gate.FLOORS).keys()


def test_other_data_is_another_measurement(tmp_path: Path) -> None:
    (tmp_path / "gold.toml").write_text('[[topics]]\nname = "n"\nplan = "p"\ngold = "g"\n', encoding="utf-8")
    (only,) = gate.gold_sets(tmp_path / "gold.toml")
    assert (only.key, only.missing) == ("topics n", ["p", "g"])
    (tmp_path / "p").write_text("1")
    (tmp_path / "g").write_text("2")
    first = only.sha256
    (tmp_path / "g").write_text("3")
    assert (only.missing, only.sha256 != first) == ([], True)
