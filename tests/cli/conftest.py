"""A command line run in this process, with a cache that the tests of a session share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from qcompare.cli.main import run


@dataclass(frozen=True)
class Outcome:
    """How a run ended and what it printed."""

    code: int
    out: str
    err: str


Qcompare = Callable[..., Outcome]


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def qcompare(
    shared_cache: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Qcompare:
    """Run a command line: ``qcompare("diff", "beijing", "hangzhou")``."""
    monkeypatch.setenv("QCOMPARE_CACHE", str(shared_cache))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("QCOMPARE_PLANS", "QCOMPARE_CONFIG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path) -> Outcome:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


PLAN = """甲市人民政府关于开展质量提升行动的实施意见
甲政发〔2019〕3号
一、总体要求
坚持质量第一。
二、重点任务
(一)提升产品质量。推行首席质量官制度。到2022年,产品质量监督抽查合格率达到95%以上。
(二)提升工程质量。落实工程质量终身责任制。
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A small plan of a city."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.replace("甲市", "南京市"), encoding="utf-8")
    return path
