"""The JSON Schemas (draft 2020-12) that ship with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from qcompare.errors import UnknownName

_BUNDLED = {
    "comparison": ("plan",),
    "matrix": ("plan",),
}  # whose objects a schema holds, carried along under $defs


def schema_names() -> tuple[str, ...]:
    """The outputs that have a schema, sorted."""
    return tuple(
        sorted(f.name.removesuffix(".json") for f in _folder().iterdir() if f.name.endswith(".json"))
    )


def load_schema(name: str) -> dict[str, Any]:
    """The schema of an output, complete in itself.

    Raises UnknownName where ``name`` is none of ``schema_names()``.
    """
    if name not in schema_names():
        raise UnknownName(f"There is no schema named '{name}'.", f"There are: {', '.join(schema_names())}.")
    schema: dict[str, Any] = json.loads((_folder() / f"{name}.json").read_text(encoding="utf-8"))
    for other in _BUNDLED.get(name, ()):
        schema.setdefault("$defs", {})[other] = load_schema(other)
    return schema


def _folder() -> Traversable:
    return files("qcompare") / "data" / "schemas"
