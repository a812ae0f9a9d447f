"""Glyphs: what a PDF, an old font or another country's standard puts for an ordinary character."""

from __future__ import annotations

import re
import unicodedata

from qcompare.text.edits import Step
from qcompare.text.steps import substituted
from qcompare.text.variants import VARIANTS

# Kangxi radicals and compatibility ideographs, which Unicode knows to be the same (NFKC). Numbers in circles
# and brackets (①, ㈠, ⑴, ⒈) stay: they number headings.
_COMPATIBLE = re.compile("[\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
# What stands for another character only beside some: 醯 (vinegar) in names of chemistry; 一 between the
# groups of a telephone number.
_BESIDE = {"醯": "酰", "一": "—"}
_VARIANT = re.compile(
    f"[{''.join(map(re.escape, VARIANTS))}]+"
    "|醯(?=[胺亚氯氟氨肼脲基化])|醯(?<=[乙丙丁苯酰羰磺烯硫]醯)"
    r"|一(?<=(?<![0-9])0[0-9]{2}一)(?=[0-9]{7,8}(?![0-9]))|一(?<=(?<![0-9])0[0-9]{3}一)(?=[0-9]{7,8}(?![0-9]))"
)


def _standard(found: str) -> str:
    return _BESIDE.get(found) or "".join(map(VARIANTS.__getitem__, found))


def _ordinary(form: str) -> str:
    character = unicodedata.normalize("NFKC", form)
    return VARIANTS.get(character, character) if len(character) == 1 else form


compatible: Step = substituted("variant", _COMPATIBLE, _ordinary)
variants: Step = substituted("variant", _VARIANT, _standard)
