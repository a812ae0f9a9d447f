"""The quality gate: what the program reaches on hand-coded data may not fall below what it has reached.

    python tests/quality/gate.py            measure, and fail if a figure is under its floor
    python tests/quality/gate.py --pin      raise the floors to what is measured, and pin data that is new
    python tests/quality/gate.py --pin --lower    let floors fall too: the only way to lower one

Floors stand in ``floors.json``, each set with the hash of the files it was measured on: other data is another
measurement, and fails until it is pinned. Sets that are not on this machine are named and passed over.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qcompare.pipeline.evaluating import evaluate_pairs, evaluate_targets, evaluate_topics
from qcompare.pipeline.workspace import Workspace
from qcompare.rendering.records.evaluate import metrics, pairs_json, targets_json, topics_json

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
# What is held, by kind of gold: figures that published work gives, and none that only repeats another.
HELD = {
    "topics": (
        *(
            "topic.accuracy",
            "topic.accuracy_lenient",
            "topic.macro_f1",
            "topic.macro_f1_reference",
            "topic.kappa",
        ),
        "pillar.accuracy",
    ),
    "pairs": ("average_precision", "at.precision", "at.recall", "at.f1", "best.f1"),
    "targets": ("target.value.f1", "target.indicator.f1", "target.whole.f1"),
}
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One set of hand-coded data: its kind, its name, and its files by their part in it."""

    kind: str
    name: str
    files: Mapping[str, Path]

    @property
    def key(self) -> str:
        """How the set is called among the floors."""
        return f"{self.kind} {self.name}"

    @property
    def missing(self) -> list[str]:
        """The files that are not on this machine."""
        return [path.name for path in self.files.values() if not path.is_file()]

    @property
    def sha256(self) -> str:
        """The hash of all its files."""
        parts = (hashlib.sha256(path.read_bytes()).digest() for path in self.files.values())
        return hashlib.sha256(b"".join(parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of a set and the data they were measured on."""

    sha256: str
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one figure, or of a set; ``bad`` fails the gate."""

    text: str
    bad: bool = False


def gold_sets(file: Path = HERE / "gold.toml") -> Iterator[GoldSet]:
    """The sets of a table of contents; their files are relative to it."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    for kind, rows in table.items():
        for row in rows:
            files = {part: (file.parent / path).resolve() for part, path in row.items() if part != "name"}
            yield GoldSet(kind, row["name"], files)


def measured(workspace: Workspace, gold: GoldSet) -> dict[str, float]:
    """The figures of a set that are held, rounded as they are pinned."""
    files = gold.files
    if gold.kind == "topics":
        record = topics_json(evaluate_topics(workspace, [files["gold"]], str(files["plan"])))
    elif gold.kind == "pairs":
        plans, units = (str(files["a"]), str(files["b"])), (files["units_a"], files["units_b"])
        record = pairs_json(evaluate_pairs(workspace, files["gold"], plans, units))
    else:
        record = targets_json(evaluate_targets(workspace, files["gold"], str(files["plan"])))
    found = metrics(record)
    return {name: round(found[name] or 0.0, _DIGITS) for name in HELD[gold.kind]}


def judged(figures: Mapping[str, float], sha256: str, pinned: Pinned | None) -> Iterator[Verdict]:
    """Each figure against its floor; data that is not the pinned one has none."""
    if pinned is None:
        yield Verdict("no floors are pinned for it: run with --pin", bad=True)
    elif pinned.sha256 != sha256:
        yield Verdict("its data is not what the floors were measured on: run with --pin", bad=True)
    floors = pinned.floors if pinned and pinned.sha256 == sha256 else {}
    for name, value in figures.items():
        floor = floors.get(name)
        change = "" if floor is None or value == floor else f"  floor {floor:.4f}, {value - floor:+.4f}"
        yield Verdict(f"{name:24} {value:.4f}{change}", bad=floor is not None and value < floor)


def repinned(
    figures: Mapping[str, float], sha256: str, pinned: Pinned | None, *, lower: bool = False
) -> Pinned:
    """The floors after a measurement: raised where it is higher, lowered only if that is asked for.

    Floors of other data do not count.
    """
    old = pinned.floors if pinned and pinned.sha256 == sha256 and not lower else {}
    return Pinned(sha256, {name: max(value, old.get(name, value)) for name, value in figures.items()})


def _read(path: Path) -> dict[str, Pinned]:
    rows = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {key: Pinned(**row) for key, row in rows.items()}


def _write(path: Path, floors: Mapping[str, Pinned]) -> None:
    rows = {key: {"sha256": each.sha256, "floors": dict(each.floors)} for key, each in floors.items()}
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Measure every set, print the verdicts, and give the exit code: 1 if one of them is bad."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pin", action="store_true", help="raise the floors, and pin new data")
    parser.add_argument("--lower", action="store_true", help="with --pin: floors may fall too")
    asked = parser.parse_args(arguments)
    if asked.lower and not asked.pin:
        parser.error("--lower is for --pin")
    workspace, pinned, bad = Workspace.open(use_cache=False), _read(FLOORS), 0
    for gold in gold_sets():
        if gold.missing:
            print(f"{gold.key}: not here ({', '.join(gold.missing)}), passed over")
            continue
        figures, sha256 = measured(workspace, gold), gold.sha256
        if asked.pin:
            pinned[gold.key] = repinned(figures, sha256, pinned.get(gold.key), lower=asked.lower)
        verdicts = list(judged(figures, sha256, pinned.get(gold.key)))
        bad += sum(verdict.bad for verdict in verdicts)
        print(f"{gold.key}")
        print("\n".join(f"  {'UNDER  ' if verdict.bad else '       '}{verdict.text}" for verdict in verdicts))
    if asked.pin:
        _write(FLOORS, pinned)
    print("quality gate: " + (f"{bad} figures under their floors" if bad else "all floors are held"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
