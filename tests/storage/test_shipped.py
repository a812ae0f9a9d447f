"""The configuration and the measures that ship."""

from __future__ import annotations

from qcompare.storage.configuration import load_settings
from qcompare.storage.defaults import config_path


def test_the_shipped_configuration_is_faultless() -> None:
    settings = load_settings(config_path(), None)
    taxonomy = settings.taxonomy
    assert [pillar.id for pillar in taxonomy.pillars] == [
        "products",
        "engineering",
        "services",
        "environment",
        "economy",
        "foundations",
        "governance",
        "context",
        "other",
    ]
    assert len(taxonomy.topics) == 38
    assert {measure.topic for measure in taxonomy.measures} <= {topic.id for topic in taxonomy.topics}
    assert len(settings.sha256) == 64
