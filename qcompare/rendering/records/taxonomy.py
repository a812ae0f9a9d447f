"""The taxonomy in force as a plain dict."""

from __future__ import annotations

from qcompare.rendering.plain import Json, pick, record
from qcompare.taxonomy import Taxonomy


def taxonomy_json(taxonomy: Taxonomy) -> Json:
    """The taxonomy in force as ``qcompare/taxonomy/1``."""
    return {
        "schema": "qcompare/taxonomy/1",
        "pillars": [{"id": p.id, "label_zh": p.zh, "label_en": p.en} for p in taxonomy.pillars],
        "topics": [
            {
                "id": t.id,
                "pillar": t.pillar,
                "label_zh": t.zh,
                "label_en": t.en,
                **pick(t, "terms", "headings", "parts"),
            }
            for t in taxonomy.topics
        ],
        "measures": [
            {"id": m.id, "topic": m.topic, "label_zh": m.zh, "label_en": m.en, **pick(m, "terms", "weight")}
            for m in taxonomy.measures
        ],
        "rules": [record(r) for r in taxonomy.rules],
    }
