"""Characters that a terminal or an editor would obey or swallow, made visible."""

from __future__ import annotations

import re

# Controls (C0 but for the line end, DEL, C1), format characters (bidi, zero width, tags), line and
# paragraph separators, surrogates, private use. Tested against the categories of unicodedata.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
_PICTURES = 0x2400  # the block "Control Pictures" holds a sign for each C0 control
_DELETE = 0x7F


def visible(text: str) -> str:
    """``text`` with harmless signs for what would not show: ``␛`` for escape, ``⟨U+202E⟩`` for bidi.

    Line ends stay, a tab becomes a blank; all other text comes back as it is.
    """
    return _UNSAFE.sub(_sign, text)


def one_line(text: str) -> str:
    """``visible(text)`` with signs for line ends too."""
    return visible(text).replace("\n", "⏎")


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == ord("\t"):
        return " "
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"⟨U+{code:04X}⟩"
