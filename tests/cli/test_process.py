"""The command as a process of its own: pipes, colours, interrupts."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "qcompare"]


@pytest.fixture
def environment(shared_cache: Path) -> dict[str, str]:
    unset = {"QCOMPARE_PLANS", "QCOMPARE_CONFIG", "NO_COLOR", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "QCOMPARE_CACHE": str(shared_cache), "TERM": "xterm-256color"}


def on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What a command writes when stdout is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *arguments], stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the terminal is gone when the process is
                break
            if not chunk:
                break
            written += chunk
    os.close(ours)
    assert process.returncode == 0
    return written.decode()


def test_a_reader_who_leaves_early_is_no_error(environment: dict[str, str]) -> None:
    line = f"{sys.executable} -m qcompare diff beijing hangzhou --all -q | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, encoding="utf-8")
    assert (done.stdout.splitlines(), done.stderr) == (["Side by side: Beijing, Hangzhou", "0"], "")


def test_colours_are_for_terminals(environment: dict[str, str]) -> None:
    arguments = ["taxonomy", "-q"]
    assert "\x1b[" in on_a_terminal(arguments, environment)
    assert "\x1b[" not in on_a_terminal([*arguments, "--no-color"], environment)
    assert "\x1b[" not in on_a_terminal(arguments, {**environment, "NO_COLOR": "1"})
    piped = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, check=True)
    assert b"\x1b[" not in piped.stdout


def test_an_interrupt_ends_with_code_3(environment: dict[str, str], tmp_path: Path) -> None:
    """The command reads from a pipe in which nothing is: the signal comes in the middle of its work."""
    fifo = tmp_path / "plan.txt"
    os.mkfifo(fifo)
    script = (
        "from qcompare.cli import main, run\n"
        f"run.Run.workspace = lambda self: open({str(fifo)!r}).read()\n"
        "main.main(['list'])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        with fifo.open("w"):  # waits until the command has opened its end
            process.send_signal(signal.SIGINT)
            _, complaints = process.communicate(timeout=30)
        assert (process.returncode, complaints) == (3, "Interrupted.\n")


@pytest.mark.parametrize(
    ("redirection", "said"),
    [
        (">/dev/full", "Error: stdout cannot be written: No space left on device\n"),
        (">&-", "Error: stdout is closed\n"),
    ],
)
def test_a_stdout_that_takes_nothing(redirection: str, said: str, environment: dict[str, str]) -> None:
    line = f"{sys.executable} -m qcompare taxonomy -q {redirection}"
    done = subprocess.run(["bash", "-c", line], env=environment, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
