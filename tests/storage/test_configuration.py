"""Configurations in files: laid over each other, found, kept, and every fault told with its file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qcompare.errors import BadConfiguration, UnreadableInput
from qcompare.settings import CodingWeights, Settings, Thresholds, canonical_sha256
from qcompare.storage import configuration
from qcompare.storage.cache import Cache, digest
from qcompare.storage.configuration import Layer, load_settings, merged
from qcompare.taxonomy import Measure, Pillar

DEFAULT: dict[str, Any] = {
    "lang": "en",
    "plans": [],
    "thresholds": {"min_score": 0.5, "related_score": 0.35, "unsure_score": 0.4, "section_score": 0.3},
    "coding": {"measure": 1.0, "heading": 1.0, "trail": 0.5, "opener": 1.0, "neighbour": 0.4},
    "aligning": {
        "share": 12,
        "amount": 6.5,
        "measures": 4,
        "topic": 3,
        "pillar": 2,
        "crowding": 1.5,
        "start": 7,
    },
    "wording": {"replace": {"品质": "质量"}, "keep": ["品质化"], "proof": ["产品质量法"]},
    "limits": {"file_mb": 2, "unpacked_mb": 4, "pages": 30, "characters": 1000},
    "taxonomy": {
        "pillars": [{"id": "soil", "zh": "土壤", "en": "Soil"}],
        "topics": [{"id": "soil.fields", "zh": "农田", "en": "Fields", "terms": {3: ["耕地"], 0.5: ["田"]}}],
        "measures": "measures.yaml",
        "rules": [],
    },
}
LIMIT = {"id": "soil.limit", "topic": "soil.fields", "zh": "红线", "en": "Limit", "terms": ["红线"]}
OWN = {
    "pillars": [{"id": "tax", "zh": "税", "en": "Tax"}],
    "topics": [{"id": "tax", "zh": "税", "en": "Tax", "terms": {1: ["税"]}}],
}

Write = Callable[[str, object], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, value: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            value if isinstance(value, str) else yaml.safe_dump(value, allow_unicode=True), "utf-8"
        )
        return path

    return write


@pytest.fixture(autouse=True)
def shipped(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small default in place of the real one."""
    monkeypatch.delenv("QCOMPARE_CONFIG", raising=False)
    path = write("shipped/config.yaml", DEFAULT)
    write("data/measures.yaml", {"measures": [LIMIT]})
    monkeypatch.setattr(configuration, "config_path", lambda: path)
    monkeypatch.setattr(configuration, "data_path", lambda name: tmp_path / "data" / name)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(BadConfiguration) as caught:
        load_settings(path, None)
    return caught.value.message


def test_the_default_alone() -> None:
    settings = load_settings(None, None)
    assert settings.thresholds == Thresholds(0.5, 0.35, 0.4, 0.3)
    assert settings.taxonomy.measures == (Measure("soil.limit", "soil.fields", "红线", "Limit", ("红线",)),)
    whole = {**DEFAULT, "taxonomy": {**DEFAULT["taxonomy"], "measures": [LIMIT]}}
    assert settings.sha256 == canonical_sha256(whole)


def test_a_file_lies_over_the_default_key_by_key(write: Write) -> None:
    path = write(
        "my.yaml",
        {
            "lang": "zh",
            "coding": {"trail": 0.6},
            "wording": {"replace": {"水准": "水平"}, "keep": [], "proof": []},
        },
    )
    settings = load_settings(path, None)
    assert settings.lang == "zh"
    assert settings.coding == CodingWeights(1.0, 1.0, 0.6, 1.0, 0.4)
    assert settings.wording.replace == (("品质", "质量"), ("水准", "水平"))
    assert (settings.wording.keep, settings.wording.proof) == ((), ())
    assert settings.thresholds == Thresholds(0.5, 0.35, 0.4, 0.3)


def test_an_empty_file_changes_nothing(write: Write) -> None:
    assert load_settings(write("my.yaml", "# later\n"), None) == load_settings(None, None)


def test_a_taxonomy_replaces_the_default_one_whole(write: Write) -> None:
    taxonomy = load_settings(write("my.yaml", {"taxonomy": OWN}), None).taxonomy
    assert taxonomy.pillars == (Pillar("tax", "税", "Tax"), Pillar("other", "其他", "Other"))
    assert (taxonomy.measures, taxonomy.rules) == ((), ())


def test_the_environment_names_a_file(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QCOMPARE_CONFIG", str(write("env.yaml", {"lang": "zh"})))
    assert load_settings(None, None).lang == "zh"
    assert load_settings(write("my.yaml", {"plans": []}), None).lang == "en"
    monkeypatch.setenv("QCOMPARE_CONFIG", "")
    assert load_settings(None, None).lang == "en"


def test_further_layers_lie_over_the_file(write: Write, tmp_path: Path) -> None:
    path = write("my.yaml", {"lang": "zh", "coding": {"trail": 0.6, "opener": 0.7}})
    job = Layer(tmp_path / "job" / "job.yaml", digest("job"), {"coding": {"trail": 0.9}, "plans": ["mine"]})
    settings = load_settings(path, None, job)
    assert (settings.lang, settings.coding.trail, settings.coding.opener) == ("zh", 0.9, 0.7)
    assert settings.plans == (str(tmp_path / "job" / "mine"),)


def test_folders_of_plans_are_relative_to_the_file_that_names_them(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    path = write("a/my.yaml", {"plans": ["plans", "../b", "/c", "~/d"]})
    assert load_settings(path, None).plans == (
        str(tmp_path / "a" / "plans"),
        str(tmp_path / "a" / "../b"),
        "/c",
        str(tmp_path / "home" / "d"),
    )


def test_the_hash_does_not_depend_on_where_the_files_are(write: Write) -> None:
    paths = [write(f"{folder}/my.yaml", {"plans": ["plans"]}) for folder in "ab"]
    assert len({load_settings(path, None).sha256 for path in paths}) == 1


# --- measures ---


def test_measures_stand_in_the_file_itself(write: Write) -> None:
    path = write("my.yaml", {"taxonomy": {**OWN, "measures": [{**LIMIT, "topic": "tax"}]}})
    assert [m.topic for m in load_settings(path, None).taxonomy.measures] == ["tax"]


def test_measures_beside_the_configuration_go_before_those_of_the_package(write: Write) -> None:
    write("a/measures.yaml", {"measures": [{**LIMIT, "id": "beside"}]})
    beside = write("a/my.yaml", {"taxonomy": DEFAULT["taxonomy"]})
    alone = write("b/my.yaml", {"taxonomy": DEFAULT["taxonomy"]})
    assert [m.id for m in load_settings(beside, None).taxonomy.measures] == ["beside"]
    assert [m.id for m in load_settings(alone, None).taxonomy.measures] == ["soil.limit"]


def test_without_a_taxonomy_of_its_own_a_file_does_not_move_the_measures(write: Write) -> None:
    write("a/measures.yaml", {"measures": [{**LIMIT, "id": "beside"}]})
    path = write("a/my.yaml", {"lang": "zh"})
    assert [m.id for m in load_settings(path, None).taxonomy.measures] == ["soil.limit"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            {"measure": []},
            "2 faults:\n  {m}: measures: is missing; add it\n  {m}: measure: is no key; did you",
        ),
        ({"measures": {}}, "{m}: measures: is a mapping; must be a list"),
        (
            {"measures": [{**LIMIT, "topic": "soil"}]},
            '{m}: measures[0].topic: names the unknown topic "soil"',
        ),
        ({"measures": [{**LIMIT, "term": "x"}]}, "{m}: measures[0].term: is no key; did you mean terms?"),
        ("- a\n", "{m}: is not a mapping of `key: value` lines"),
        ("a: [\n", "{m}, line 2, column 1: did not find expected node content"),
    ],
)
def test_faults_in_a_file_of_measures(write: Write, content: object, message: str) -> None:
    measures = write("own.yaml", content)
    path = write("my.yaml", {"taxonomy": {**DEFAULT["taxonomy"], "measures": "own.yaml"}})
    assert refusal(path).startswith(message.replace("{m}", str(measures)))


def test_a_file_of_measures_that_is_not_there(write: Write) -> None:
    path = write("my.yaml", {"taxonomy": {**OWN, "measures": "none.yaml"}})
    assert refusal(path) == f'{path}: taxonomy.measures: there is no file "none.yaml"'


# --- faults ---


def test_a_fault_is_told_with_the_file_it_stands_in(write: Write, tmp_path: Path) -> None:
    path = write("my.yaml", {"thresholds": {"related_score": 0.7}, "language": "zh"})
    job = Layer(tmp_path / "job.yaml", digest("job"), {"coding": {"trails": 1}})
    with pytest.raises(BadConfiguration) as caught:
        load_settings(path, None, job)
    assert caught.value.message == (
        "3 faults:\n"
        f"  {tmp_path / 'job.yaml'}: coding.trails: is no key; did you mean trail?\n"
        f"  {path}: language: is no key; did you mean lang?\n"
        f"  {path}: thresholds.related_score: is 0.7; must not be above min_score (0.5)"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- lang\n", "{f}: is not a mapping of `key: value` lines"),
        ("lang en\n", "{f}: is not a mapping of `key: value` lines"),
        ("lang: en\nlang: zh\n", '{f}, line 2, column 1: the key "lang" stands here a second time'),
        (
            "thresholds:\n",
            "{f}: thresholds: is empty; must be a mapping with the keys min_score, related_score,",
        ),
    ],
)
def test_faults_in_a_file(write: Write, text: str, message: str) -> None:
    path = write("my.yaml", text)
    assert refusal(path).startswith(message.replace("{f}", str(path)))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"my\.yaml does not exist"):
        load_settings(tmp_path / "my.yaml", None)


# --- laying over ---

mappings = st.dictionaries(
    st.sampled_from("abc"), st.recursive(st.integers(), lambda v: st.dictionaries(st.sampled_from("abc"), v))
)


@given(mappings, mappings)
def test_what_lies_over_counts_and_the_rest_stays(under: dict[str, Any], over: dict[str, Any]) -> None:
    result = merged(under, over)
    for key in {"a", "b", "c"}:
        if key not in over:
            assert result.get(key) == under.get(key)
        elif isinstance(over[key], dict) and isinstance(under.get(key), dict):
            assert result[key] == merged(under[key], over[key])
        else:
            assert result[key] == over[key]


@given(mappings)
def test_nothing_and_itself_over_a_mapping_change_nothing(mapping: dict[str, Any]) -> None:
    assert merged(mapping, {}) == merged({}, mapping) == merged(mapping, mapping) == mapping


# --- the cache ---


def test_what_is_kept_gives_the_same_settings(write: Write, tmp_path: Path) -> None:
    path = write("my.yaml", {"lang": "zh", "plans": ["plans"]})
    fresh = load_settings(path, None)
    assert [load_settings(path, Cache(tmp_path / "cache")) for _ in range(2)] == [fresh, fresh]


@pytest.mark.parametrize(
    ("name", "content", "seen"),
    [
        ("my.yaml", {"lang": "en"}, lambda s: s.lang == "en"),
        ("shipped/config.yaml", {**DEFAULT, "plans": ["/p"]}, lambda s: s.plans == ("/p",)),
        ("data/measures.yaml", {"measures": []}, lambda s: s.taxonomy.measures == ()),
    ],
)
def test_a_change_in_any_file_is_seen(
    write: Write, tmp_path: Path, name: str, content: object, seen: Callable[[Settings], bool]
) -> None:
    cache = Cache(tmp_path / "cache")
    path = write("my.yaml", {"lang": "zh"})
    before = load_settings(path, cache)
    write(name, content)
    after = load_settings(path, cache)
    assert (seen(before), seen(after)) == (False, True)
    assert after == load_settings(path, None)


def test_faults_are_found_again_each_time(write: Write, tmp_path: Path) -> None:
    path = write("my.yaml", {"lang": "de"})
    for _ in range(2):
        with pytest.raises(BadConfiguration, match="must be en or zh"):
            load_settings(path, Cache(tmp_path / "cache"))


def test_from_the_cache_no_yaml_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from qcompare.storage.cache import Cache\n"
        "from qcompare.storage.configuration import load_settings\n"
        "load_settings(None, Cache(Path(sys.argv[1])))\n"
        "print(sorted({'yaml', 'rapidfuzz', 'difflib', 'importlib.metadata'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "cache")]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert runs == ["['yaml']\n", "[]\n"]
