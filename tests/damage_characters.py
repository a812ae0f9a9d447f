"""Damages a clean text as programs do that mistake its encoding, script or wording.

Tests check that repair undoes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import opencc

# --- bytes read by the wrong encoding ---------------------------------------------------------------


def read_as(wrong: str, *, lost: str = "\ufffd", right: str = "utf-8") -> Callable[[str], str]:
    """``text`` written in one encoding and read in another; ``lost`` stands for a byte that is none there."""

    def damaged(text: str) -> str:
        return text.encode(right).decode(wrong, "replace").replace("\ufffd", lost)

    return damaged


def windows_1252(text: str, *, blanks: bool = False) -> str:
    """UTF-8 as a browser reads it by Windows-1252: five bytes stay controls; ``blanks`` loses hard ones."""
    shown = "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    return shown.replace("\xa0", " ") if blanks else shown


# --- script ----------------------------------------------------------------------------------------


def converted(scheme: str, text: str) -> str:
    """``text`` converted by one of OpenCC's schemes."""
    new: str = opencc.OpenCC(scheme).convert(text)
    return new


def spelt(text: str, glyphs: Mapping[str, str]) -> str:
    """``text`` with other glyphs for some of its characters."""
    return "".join(glyphs.get(character, character) for character in text)


# What converters that know no words put for a simplified character, rightly or wrongly.
OVERDONE = dict(
    zip(
        "制面志系发后里干松复范征钟表回汇卷台准于周布占余冲尽",
        "製麵誌係髮後裡幹鬆複範徵鐘錶迴彙捲臺準於週佈佔餘衝盡",
        strict=True,
    )
)
