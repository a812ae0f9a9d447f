"""The README's main command line, from a temporary directory, against an installed wheel."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def line_after(mark: str) -> str:
    """The one command line in the block behind a mark."""
    (line,) = re.findall(rf"<!-- {mark} -->\n```console\n(.+)\n```", README)
    return str(line)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; its dependencies are those that the tests run with.

    No network: the dependencies are lent by a path file, which does not lend the editable checkout.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run = [sys.executable, "-m"]
    subprocess.run(
        [*run, "build", "--wheel", "--no-isolation", "-o", folder, ROOT], check=True, capture_output=True
    )
    subprocess.run([*run, "venv", "--without-pip", folder / ".venv"], check=True)
    python = folder / ".venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    pip: list[str | Path] = [
        *run,
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
    ]
    subprocess.run(pip, check=True, capture_output=True)
    (packages,) = (folder / ".venv" / "lib").glob("python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def run_in(folder: Path, line: str) -> str:
    environment = {**os.environ, "QCOMPARE_CACHE": str(folder / "cache"), "PYTHONPATH": ""}
    for name in ("QCOMPARE_PLANS", "QCOMPARE_CONFIG", "COLUMNS"):
        environment.pop(name, None)
    done = subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_main_line_works_from_anywhere(installed: Path) -> None:
    setup, install, main = line_after("main").split(" && ")
    assert (setup, install) == ("python3 -m venv .venv", ".venv/bin/pip install -q .")
    out = run_in(installed, main)
    assert "Side by side: Beijing, Hangzhou" in out
    home = run_in(installed, ".venv/bin/python -c 'import qcompare; print(qcompare.__file__)'")
    assert home.startswith(str(installed))


def test_the_module_is_the_command(installed: Path) -> None:
    line = line_after("main").split(" && ")[2].replace(".venv/bin/qcompare", ".venv/bin/python -m qcompare")
    assert run_in(installed, line) == run_in(installed, line_after("main").split(" && ")[2])


def test_the_wheel_holds_the_defaults_and_no_tests(installed: Path) -> None:
    (packages,) = (installed / ".venv" / "lib").glob("python*/site-packages")
    defaults = packages / "qcompare" / "_defaults"
    assert sorted(path.name for path in (defaults / "samples").iterdir()) == sorted(
        path.name for path in (ROOT / "samples").iterdir()
    )
    assert (defaults / "config.yaml").read_bytes() == (ROOT / "config.yaml").read_bytes()
    assert (packages / "qcompare" / "py.typed").exists()
    assert not list(packages.glob("tests*"))


def test_the_test_line_is_what_continuous_integration_runs() -> None:
    assert line_after("tests").startswith("python3 -m venv .venv && ")
    assert "<!-- tests -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_documented() -> None:
    from qcompare.cli.main import COMMANDS

    assert set(re.findall(r"^\| `qcompare (\w+)", README, re.MULTILINE)) == set(COMMANDS)
