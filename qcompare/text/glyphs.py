"""Glyphs: what a PDF, an old font or another country's standard puts for an ordinary character."""

from __future__ import annotations

import re
import unicodedata

from qcompare.text.edits import Step
from qcompare.text.steps import mapped, substituted
from qcompare.text.variants import VARIANTS

# Kangxi radicals and compatibility ideographs, which Unicode knows to be the same (NFKC). Numbers in circles
# and brackets (①, ㈠, ⑴, ⒈) stay: they number headings.
_COMPATIBLE = re.compile("[\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")


def _ordinary(form: str) -> str:
    character = unicodedata.normalize("NFKC", form)
    return VARIANTS.get(character, character) if len(character) == 1 else form


compatible: Step = substituted("variant", _COMPATIBLE, _ordinary)
variants: Step = mapped("variant", VARIANTS)
