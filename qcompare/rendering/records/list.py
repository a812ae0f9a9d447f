"""The plans that can be named as a plain dict."""

from __future__ import annotations

from collections.abc import Iterable

from qcompare.rendering.plain import Json, record
from qcompare.rendering.views.list import ListRow


def list_json(rows: Iterable[ListRow]) -> Json:
    """The plans that can be named as ``qcompare/list/1``."""
    return {"schema": "qcompare/list/1", "plans": [record(r) for r in rows]}
