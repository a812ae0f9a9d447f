"""A repaired text as a plain dict."""

from __future__ import annotations

from collections import Counter

from qcompare.models import CleanText, Source
from qcompare.rendering.plain import Json, plain
from qcompare.rendering.records.plan import source_json


def clean_json(clean: CleanText, source: Source) -> Json:
    """A repaired text with the log of every repair as ``qcompare/clean/1``."""
    return {
        "schema": "qcompare/clean/1",
        "text": clean.text,
        "source": source_json(source),
        "repairs": plain(clean.repairs),
        "suspects": plain(clean.suspects),
        "counts": {
            "characters": len(clean.text),
            "source_characters": clean.offsets.source_length,
            "whitespace": sum(map(str.isspace, clean.text)),
            "repairs": dict(Counter(r.kind for r in clean.repairs)),
            "suspects": len(clean.suspects),
        },
    }
