"""Compare municipal quality-improvement plans of Chinese cities side by side.

>>> import qcompare
>>> comparison = qcompare.compare(["beijing", "hangzhou"])
>>> print(comparison.to_markdown())  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qcompare.errors import QCompareError
from qcompare.version import VERSION

if TYPE_CHECKING:
    from qcompare.models import CodedPlan, Match, Section, Target, Unit
    from qcompare.pipeline.comparison import Comparison
    from qcompare.pipeline.workspace import Workspace, compare, load_plan

__version__ = VERSION

__all__ = [
    "CodedPlan",
    "Comparison",
    "Match",
    "QCompareError",
    "Section",
    "Target",
    "Unit",
    "Workspace",
    "__version__",
    "compare",
    "load_plan",
]

_HOMES = {
    **dict.fromkeys(("CodedPlan", "Match", "Section", "Target", "Unit"), "qcompare.models"),
    "Comparison": "qcompare.pipeline.comparison",
    **dict.fromkeys(("Workspace", "compare", "load_plan"), "qcompare.pipeline.workspace"),
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for: ``qcompare --help`` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'qcompare' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
