"""How long users wait, as ratios to a floor measured in turn in the same run.

    python tests/bench/bench.py [rounds]

The floor is what importing the libraries of any table-printing command costs. Single runs are noisy; medians
over rounds in which every command is run once are less so.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = ("-c", "import typer, rich.console, rich.table, rich.text")
COMMANDS = {
    "floor": FLOOR,
    "--help": ("-m", "qcompare", "--help"),
    "diff, warm": ("-m", "qcompare", "diff", "beijing", "hangzhou"),
    "diff --all, warm": ("-m", "qcompare", "diff", "beijing", "hangzhou", "--all"),
    "diff json, warm": ("-m", "qcompare", "diff", "beijing", "hangzhou", "--format", "json"),
    "list, warm": ("-m", "qcompare", "list"),
    "diff, no cache": ("-m", "qcompare", "diff", "beijing", "hangzhou", "--no-cache"),
}
GOALS = {"--help": 1.0, "diff, warm": 2.5}


def main() -> None:
    """Print the table of medians and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QCOMPARE_CACHE": str(Path(folder, "cache")), "QCOMPARE_PLANS": ""}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for arguments in COMMANDS.values():  # .pyc files and the cache
            _seconds(arguments, environment)
        times = {name: [] for name in COMMANDS}  # type: dict[str, list[float]]
        for _ in range(rounds):
            for name, arguments in COMMANDS.items():
                times[name].append(_seconds(arguments, environment))
    floor = statistics.median(times["floor"])
    for name, measured in times.items():
        median = statistics.median(measured)
        goal = f"  (goal {GOALS[name]})" if name in GOALS else ""
        print(f"{name:20} {median * 1000:7.0f} ms   ratio {median / floor:5.2f}{goal}")


def _seconds(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
