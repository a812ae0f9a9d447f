"""The commands as a user meets them: what they print, where it goes, and in which language."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from qcompare import models
from qcompare.cli.options import RepairKind
from qcompare.rendering.schemas import load_schema
from tests.cli.conftest import PLAN, Qcompare


def valid(text: str, name: str) -> dict[str, Any]:
    """The JSON document in ``text``, which answers to its schema."""
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, load_schema(name))
    return document


def test_diff_puts_first_things_first(qcompare: Qcompare) -> None:
    outcome = qcompare("diff", "beijing", "hangzhou")
    assert (outcome.code, outcome.err) == (0, "beijing: beijing-2021 (also: beijing-2018)\n")
    order = [
        "Side by side: Beijing, Hangzhou",
        "digest: written summary, not to be quoted",
        "京质强组发〔2021〕3号",
        "What each plan is about",
        "Best counterparts, side by side",
        "What only one city has",
        "Quantified targets, side by side",
        "--all",
    ]
    assert sorted(order, key=outcome.out.index) == order
    assert len(outcome.out.splitlines()) <= 100  # two screens


def test_diff_in_chinese(qcompare: Qcompare) -> None:
    outcome = qcompare("diff", "北京", "杭州市", "--lang", "zh", "--quiet")
    assert (outcome.code, outcome.err) == (0, "")
    assert "Beijing" not in outcome.out
    assert "北京" in outcome.out


def test_diff_as_json_answers_to_its_schema(qcompare: Qcompare) -> None:
    document = valid(qcompare("diff", "xian", "hangzhou", "--format", "json").out, "comparison")
    assert next(iter(document)) == "schema"
    assert [plan["plan"]["id"] for plan in document["plans"]] == ["xian-2014", "hangzhou-2018"]
    units = {plan["plan"]["id"]: plan["units"] for plan in document["plans"]}
    for n, name in enumerate(units):
        matched = {m[side]["unit"] for m in document["matches"] for side in "ab" if m[side]["plan"] == name}
        alone = set(document["only"][name])
        spoken = {unit["id"] for unit in units[name] if unit["topic"] != "chrome"}
        assert (matched | alone, matched & alone) == (spoken, set())
        counted = [unit for row in document["rows"] for unit in row["units"][name]]
        counterparts = {m["ab"[n]]["unit"] for m in document["matches"] if m["level"] == "counterpart"}
        assert sorted(counted) == sorted(counterparts)


def test_diff_of_six_plans_and_by_section(qcompare: Qcompare, plan_file: Path) -> None:
    names = ["beijing-2018", "beijing-2021", "bengbu", "hangzhou", "xian", plan_file]
    outcome = qcompare("diff", *names, "--by", "section")
    assert outcome.code == 0
    for name in ("beijing-2018", "beijing-2021", "bengbu-2018", "hangzhou-2018", "xian-2014", "nanjing-2019"):
        assert name in outcome.out
    assert "a digest is compared with a real plan" in outcome.out.lower() or "real plan" in outcome.out


def test_filters_narrow(qcompare: Qcompare) -> None:
    whole = valid(qcompare("diff", "xian", "hangzhou", "--format", "json").out, "comparison")
    narrow = valid(
        qcompare("diff", "xian", "hangzhou", "--pillar", "工程质量", "--format", "json").out, "comparison"
    )
    assert {row["pillar"] for row in narrow["topics"]} == {"engineering"}
    assert 0 < len(narrow["matches"]) < len(whole["matches"])
    assert all(match in whole["matches"] for match in narrow["matches"])
    by_label = qcompare("diff", "xian", "hangzhou", "--topic", "Standards")
    assert by_label.out == qcompare("diff", "xian", "hangzhou", "--topic", "foundations.standards").out


def test_a_stricter_score_leaves_fewer(qcompare: Qcompare) -> None:
    loose, strict = (
        valid(qcompare("diff", "xian", "hangzhou", "--min-score", x, "--format", "json").out, "comparison")
        for x in ("0.4", "0.8")
    )
    scores = [m["score"] for m in strict["matches"] if m["level"] == "counterpart"]
    assert all(score >= 0.8 for score in scores)
    assert len(scores) < sum(m["level"] == "counterpart" for m in loose["matches"])


@pytest.mark.parametrize(
    ("suffix", "first"), [(".md", "# "), (".json", "{"), (".txt", "Side by side"), (".out", "Side by side")]
)
def test_the_suffix_decides_the_format(suffix: str, first: str, tmp_path: Path, qcompare: Qcompare) -> None:
    path = tmp_path / f"report{suffix}"
    outcome = qcompare("diff", "xian", "hangzhou", "-o", path)
    assert (outcome.code, outcome.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(first)
    assert "\x1b" not in path.read_text(encoding="utf-8")


def test_show(qcompare: Qcompare, plan_file: Path) -> None:
    document = valid(qcompare("show", plan_file, "--format", "json").out, "plan")
    assert document["plan"]["doc_number"] == "甲政发〔2019〕3号"
    assert [(s["number"], s["title"], s["level"]) for s in document["sections"]] == [
        ("一", "总体要求", 1),
        ("二", "重点任务", 1),
        ("一", "提升产品质量", 2),
        ("二", "提升工程质量", 2),
    ]
    assert [(u["ref"], u["text"], u["pillar"]) for u in document["units"]][2:] == [
        ("一 ¶1", "坚持质量第一。", "context"),
        ("二(一) ¶1", "推行首席质量官制度。", "foundations"),
        ("二(一) ¶2", "到2022年,产品质量监督抽查合格率达到95%以上。", "products"),
        ("二(二) ¶1", "落实工程质量终身责任制。", "engineering"),
    ]
    (target,) = document["targets"]
    assert (target["indicator"], target["op"], target["value"], target["deadline_year"]) == (
        "产品质量监督抽查合格率",
        ">=",
        95,
        2022,
    )
    counts = document["coverage"]
    assert counts["characters"] == sum(counts[k] for k in counts if k != "characters")


def test_clean_prints_the_text_alone(qcompare: Qcompare, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("關(guān)于開展質(zhì)量提升行動(dòng)的實(shí)施意見\n", encoding="utf-8")
    assert qcompare("clean", path).out == "关于开展质量提升行动的实施意见\n"
    assert "關" in qcompare("clean", path, "--diff").out
    assert qcompare("clean", path, "-o", tmp_path / "clean.md").code == 0
    assert (tmp_path / "clean.md").read_text(encoding="utf-8") == "关于开展质量提升行动的实施意见\n"
    document = valid(qcompare("clean", path, "--format", "json").out, "clean")
    assert document["text"] == "关于开展质量提升行动的实施意见\n"
    assert [(r["kind"], r["before"], r["after"], r["at"]) for r in document["repairs"]][:3] == [
        ("script", "關", "关", 0),
        ("pinyin", "(guān)", "", 1),
        ("script", "開", "开", 8),
    ]


def test_a_page_read_as_latin_1_throughout_is_read_right(qcompare: Qcompare, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PLAN.encode().decode("latin-1"), encoding="utf-8")
    assert qcompare("clean", path).out == PLAN


def test_clean_shows_the_repairs_of_the_kinds_asked_for(qcompare: Qcompare, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("關(guān)于開展。\n", encoding="utf-8")

    def shown(kind: str) -> str:
        return qcompare("clean", path, "--diff", "--kind", kind).out.rpartition("─\n")[2]

    assert " ".join(shown("pinyin").split()) == "1 pinyin annotations 關(guān)于開展。 关于开展。 all 1 shown"
    assert shown("byteslip").splitlines()[-1] == "No repair of the kinds asked for."
    refused = qcompare("clean", path, "--kind", "pinyin")
    assert (refused.code, "--kind chooses among the repairs that --diff shows" in refused.err) == (2, True)


def test_the_kinds_that_can_be_asked_for_are_those_of_the_log() -> None:
    assert {kind.value for kind in RepairKind} == set(get_args(models.RepairKind))


def test_a_row_of_plans_yaml_without_its_file_is_listed(qcompare: Qcompare, tmp_path: Path) -> None:
    (tmp_path / "plans.yaml").write_text("naning.txt: {year: 2019}\n", encoding="utf-8")
    document = valid(qcompare("list", "--plans", tmp_path, "--format", "json").out, "list")
    first, *_ = document["plans"]
    assert (first["id"], first["problem"]) == (
        "naning",
        f"{tmp_path / 'naning.txt'} does not exist",
    )


def test_clean_says_that_a_digest_is_one(qcompare: Qcompare) -> None:
    outcome = qcompare("clean", "hangzhou")
    assert "中共杭州市委杭州市人民政府关于开展质量提升行动的实施意见\n" in outcome.out
    assert outcome.err.startswith("digest: written summary, not to be quoted (")
    assert outcome.err.count("\n") == 1


def test_list_names_the_samples_and_what_they_shadow(qcompare: Qcompare, plan_file: Path) -> None:
    outcome = qcompare("list", "--plans", plan_file.parent, "--format", "json")
    document = valid(outcome.out, "list")
    assert [row["id"] for row in document["plans"]] == [
        "nanjing-2019",
        "beijing-2018",
        "beijing-2021",
        "bengbu-2018",
        "hangzhou-2018",
        "xian-2014",
    ]


def test_a_folder_of_ones_own_goes_before_the_samples(
    qcompare: Qcompare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.md"
    path.write_text("---\nid: hangzhou-2018\ncity: hangzhou\n---\n一、要求\n提升质量。\n", encoding="utf-8")
    monkeypatch.setenv("QCOMPARE_PLANS", str(tmp_path))
    document = valid(qcompare("show", "hangzhou", "--format", "json").out, "plan")
    assert document["plan"]["source"]["path"] == str(path)


def test_taxonomy(qcompare: Qcompare, tmp_path: Path) -> None:
    document = valid(qcompare("taxonomy", "--format", "json").out, "taxonomy")
    assert [p["id"] for p in document["pillars"]][:4] == [
        "products",
        "engineering",
        "services",
        "environment",
    ]
    narrow = valid(qcompare("taxonomy", "--pillar", "services", "--format", "json").out, "taxonomy")
    assert [p["id"] for p in narrow["pillars"]] == ["services"]
    assert narrow["topics"] == [t for t in document["topics"] if t["pillar"] == "services"]
    path = tmp_path / "my.yaml"
    path.write_text("lang: zh\n", encoding="utf-8")
    outcome = qcompare("taxonomy", "check", path)
    assert (outcome.code, outcome.err) == (0, "")
    assert str(path) in outcome.out


def test_a_taxonomy_of_another_field(qcompare: Qcompare, tmp_path: Path) -> None:
    config, a, b = (tmp_path / name for name in ("sea.yaml", "a.txt", "b.txt"))
    config.write_text(
        "taxonomy:\n"
        "  pillars: [{id: sea, zh: 海洋, en: Sea}]\n"
        "  topics:\n"
        "    - {id: sea.fish, zh: 渔业, en: Fishing, terms: {3: [渔业, 捕捞]}}\n"
        "    - {id: sea.port, zh: 港口, en: Ports, terms: {3: [港口, 码头]}}\n",
        encoding="utf-8",
    )
    a.write_text("一、任务\n限制近海捕捞,保护渔业资源。扩建港口和码头。\n", encoding="utf-8")
    b.write_text("一、任务\n近海捕捞实行休渔,恢复渔业资源。\n", encoding="utf-8")
    document = valid(qcompare("diff", a, b, "--config", config, "--format", "json").out, "comparison")
    assert [unit["topic"] for plan in document["plans"] for unit in plan["units"]] == [
        "sea.fish",
        "sea.port",
        "sea.fish",
    ]
    assert [(m["a"]["unit"], m["b"]["unit"]) for m in document["matches"]][:1] == [("u001", "u001")]


@pytest.mark.parametrize("name", ["plan", "comparison", "list", "clean", "taxonomy"])
def test_schemas_are_schemas(name: str, qcompare: Qcompare) -> None:
    outcome = qcompare("schema", name)
    jsonschema.Draft202012Validator.check_schema(json.loads(outcome.out))
    assert name in qcompare("schema").out.split()


def test_the_cache_changes_nothing(qcompare: Qcompare) -> None:
    warm = qcompare("diff", "xian", "bengbu", "--format", "json").out
    assert qcompare("diff", "xian", "bengbu", "--format", "json").out == warm
    assert qcompare("diff", "xian", "bengbu", "--format", "json", "--no-cache").out == warm


def test_version_and_help(qcompare: Qcompare) -> None:
    from qcompare.version import VERSION

    assert qcompare("--version").out == f"qcompare {VERSION}\n"
    for command in ("diff", "show", "clean", "list", "taxonomy", "schema"):
        outcome = qcompare(command, "--help")
        assert outcome.code == 0
        assert "Examples:" in outcome.out


def test_verbose_says_what_is_done_and_quiet_says_nothing(qcompare: Qcompare) -> None:
    assert qcompare("diff", "xian", "bengbu", "--verbose").err.splitlines() == [
        "load 1/2",
        "load 2/2",
        "align 1/1",
    ]
    assert qcompare("diff", "beijing", "bengbu", "--quiet").err == ""


def test_python_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QCOMPARE_CACHE", str(tmp_path))
    package = import_module("qcompare")
    comparison = package.compare(["beijing", "hangzhou"])
    assert comparison.matches[0].score == max(match.score for match in comparison.matches)
    assert comparison.to_markdown().startswith("# ")
    assert repr(comparison).startswith("<Comparison of beijing-2021, hangzhou-2018: ")
    by_path = package.compare([Path(comparison.plans[0].plan.source.path), "hangzhou"])
    assert by_path.matches == comparison.matches
    with pytest.raises(package.QCompareError, match="one name given"):
        package.compare("beijing")
    assert json.loads(comparison.to_json())["schema"] == "qcompare/comparison/1"
    assert package.load_plan("xian").plan.meta.city_zh == "西安"
    assert sorted(package.__all__) == package.__all__ == dir(package)
    assert all(hasattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = package.nonsense
