"""Traditional to simplified characters by OpenCC ``t2s``, which keeps the length of a text."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _converter() -> Any:
    import opencc  # 15 ms: only where text is really repaired

    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """The text in simplified characters, as many as before.

    ``t2s`` maps phrases and characters one to one; a release that broke this would shift every offset,
    so it is checked rather than believed.
    """
    simplified: str = _converter().convert(text)
    if len(simplified) != len(text):
        return "".join(_one(character) for character in text)
    return simplified


def _one(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character
