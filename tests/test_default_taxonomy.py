"""The taxonomy and the wording list that ship: complete, free of twins, and what the codebook says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from qcompare.settings import Settings
from qcompare.storage.configuration import load_settings

CODEBOOK = Path(__file__).resolve().parents[2] / "shared" / "codebook.md"


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(None, None)


def test_the_four_pillars_come_first_and_the_others_keep_the_rest_visible(settings: Settings) -> None:
    assert [(pillar.id, pillar.zh) for pillar in settings.taxonomy.pillars] == [
        ("products", "产品质量"),
        ("engineering", "工程质量"),
        ("services", "服务质量"),
        ("environment", "环境质量"),
        ("economy", "经济运行"),
        ("foundations", "质量基础"),
        ("governance", "质量治理"),
        ("context", "背景"),
        ("other", "其他"),
    ]


@pytest.mark.shared
@pytest.mark.skipif(not CODEBOOK.exists(), reason="the codebook is not beside the repository")
def test_topics_are_those_of_the_codebook(settings: Settings) -> None:
    rows = re.findall(
        r"^\|[^|]*\| ([a-z_.]+) \| ([^|]+) \| ([^|]+) \|", CODEBOOK.read_text("utf-8"), re.MULTILINE
    )
    assert [(t.id, t.zh, t.en) for t in settings.taxonomy.topics] == [tuple(map(str.strip, r)) for r in rows]


def test_no_two_measures_share_a_form(settings: Settings) -> None:
    forms = Counter(form for measure in settings.taxonomy.measures for form in measure.terms)
    assert [form for form, n in forms.items() if n > 1] == []


def test_measures_are_named_under_their_topics(settings: Settings) -> None:
    assert [m.id for m in settings.taxonomy.measures if not m.id.startswith(f"{m.topic}.")] == []
    assert all(m.zh and m.en and m.terms for m in settings.taxonomy.measures)


def test_every_topic_but_other_can_be_found(settings: Settings) -> None:
    measured = {measure.topic for measure in settings.taxonomy.measures}
    assert [t.id for t in settings.taxonomy.topics if not t.terms and t.id not in measured] == []


@pytest.mark.parametrize("word", ["建立", "整合", "文件", "显著", "执行", "效能"])
def test_words_of_the_mainland_stay(word: str, settings: Settings) -> None:
    assert word not in dict(settings.wording.replace)


def test_what_is_kept_holds_something_that_would_be_replaced(settings: Settings) -> None:
    replaced = dict(settings.wording.replace)
    idle = [word for word in settings.wording.keep if not any(form in word for form in replaced)]
    assert idle == []
