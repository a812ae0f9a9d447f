"""The one catalogue of what views say: key → English, Chinese. Values are filled in by ``str.format``."""

from __future__ import annotations

from collections.abc import Mapping

from qcompare.models import Lang
from qcompare.rendering.catalogue.common import COMMON
from qcompare.rendering.catalogue.comparison import COMPARISON
from qcompare.rendering.catalogue.evaluation import EVALUATION
from qcompare.rendering.catalogue.explanation import EXPLANATION
from qcompare.rendering.catalogue.hand import HAND
from qcompare.rendering.catalogue.matrix import MATRIX
from qcompare.rendering.catalogue.plan import PLAN

CATALOGUE: Mapping[str, tuple[str, str]] = {
    **COMMON,
    **COMPARISON,
    **EVALUATION,
    **EXPLANATION,
    **HAND,
    **MATRIX,
    **PLAN,
}


def message(key: str, lang: Lang, **values: object) -> str:
    """The text of ``key`` in ``lang``; raises KeyError where the catalogue has no such key."""
    english, chinese = CATALOGUE[key]
    return (chinese if lang == "zh" else english).format(**values)
