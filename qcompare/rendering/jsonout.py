"""Plain dicts as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping


def dumps(value: Mapping[str, object]) -> str:
    """``value`` as a JSON text that people can read, with a line end at its close."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
