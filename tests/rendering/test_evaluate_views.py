from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from qcompare.agreement import Coded, Confusion, Estimate, TopicAgreement
from qcompare.models import Lang
from qcompare.rendering import csvout, markdown
from qcompare.rendering.csvout import Value
from qcompare.rendering.document import Document, Paragraph
from qcompare.rendering.plain import tidied
from qcompare.rendering.sheets import classes
from qcompare.rendering.views import evaluate_pairs, evaluate_targets, evaluate_topics
from qcompare.rendering.views.evaluate import coverage, estimate
from qcompare.rendering.views.voice import Voice
from tests.conftest import Golden
from tests.rendering.agreements import GOLD, TOOL, by_pairs, by_targets, by_topics
from tests.rendering.reading import printed, rows, texts
from tests.rendering.towns import DONGJIANG, NANPU, TAXONOMY

View = Callable[[Lang, int | None], Document]

VIEWS: dict[str, View] = {
    "topics": lambda lang, limit: evaluate_topics.document(by_topics(), TAXONOMY, lang, limit=limit),
    "panel": lambda lang, limit: evaluate_topics.document(by_topics(3), TAXONOMY, lang, limit=limit),
    "targets": lambda lang, limit: evaluate_targets.document(by_targets(), lang, limit=limit),
    "pairs": lambda lang, limit: evaluate_pairs.document(by_pairs(), lang, limit=limit),
}


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_as_it_was_read(name: str, lang: Lang, golden: Golden) -> None:
    golden(f"evaluate_{name}_{lang}.txt", printed(VIEWS[name](lang, 2), 80))


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [80, 160])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    for lang in ("en", "zh"):
        lines = printed(VIEWS[name](lang, None), width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_figures_with_their_intervals() -> None:
    found = rows(VIEWS["topics"]("en", None), "How far doubt can be trusted")
    assert found == [["sure", "3", "0.667", "0.667"], ["unsure", "2", "0.000", "0.500"]]
    assert rows(VIEWS["topics"]("en", None), "What is taken for what")[0] == [
        "Standards\n→ Quality management",
        "2",
        "1",
        "二 ¶2; 二 ¶3\n制定先进标准。",
    ]


def test_what_one_side_alone_has_is_a_warning() -> None:
    banner = (
        "Not compared: units of anna that qcompare does not have: 1; the other way: 1;"
        " page furniture among them: 1."
    )
    assert f"! {banner}\n" in printed(VIEWS["topics"]("en", None), 160)


def test_page_furniture_alone_is_none() -> None:
    found = by_topics()
    (coder,) = found.measured
    calm = replace(found, measured=(replace(coder, unfound=()),))
    assert (
        Paragraph(
            "Not compared: units of anna that qcompare does not have: 0; the other way: 1;"
            " page furniture among them: 1.",
            "dim",
        )
        in evaluate_topics.document(calm, TAXONOMY, "en").blocks
    )


def test_a_pair_that_was_never_scored() -> None:
    missed = rows(VIEWS["pairs"]("en", None), "Counterparts below the threshold")
    assert [row[0] for row in missed] == ["3 0.40", "2 —"]
    assert missed[1][2] == "#99 此句不在文件中。"


@pytest.mark.parametrize(("limit", "refs"), [(1, "a; b; c; d …"), (None, "a; b; c; d; e")])
def test_references_of_many_units_are_cut(limit: int | None, refs: str) -> None:
    units = tuple(Coded("甲" * 80, "other", ref=ref) for ref in "abcde")
    found = by_topics()
    coder = replace(found.measured[0], confusions=(Confusion("context", "other", 0, units),))
    document = evaluate_topics.document(replace(found, measured=(coder,)), TAXONOMY, "en", limit=limit)
    text = "甲" * 80 if limit is None else "甲" * 60 + "…"
    assert rows(document, "What is taken for what") == [["Context\n→ Other", "5", "0", f"{refs}\n{text}"]]


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        ((0.81249, 0.7451, 0.871), "0.812 [0.745, 0.871]"),
        ((-0.1, -0.25, 1.0), "-0.100 [-0.250, 1.000]"),
        ((0.5, None, None), "0.500"),
        ((None, None, None), "—"),
    ],
)
def test_estimates(figures: tuple[float | None, ...], shown: str) -> None:
    assert estimate(Estimate(*figures)) == shown


def test_the_best_threshold_is_rounded_down() -> None:
    found = by_pairs()
    found = replace(found, best=replace(found.best, min_score=0.4019))
    assert "best: 0.401" in " ".join(texts(evaluate_pairs.document(found, "en")))


def test_facts_have_rows_where_there_are_some() -> None:
    found = by_targets()
    assert "Facts" not in list(texts(evaluate_targets.document(found, "en")))
    assert "Facts" in list(texts(evaluate_targets.document(replace(found, fact=found.target), "en")))


def test_markdown_is_whole() -> None:
    text = markdown.render(VIEWS["topics"]("en", None))
    assert "| Standards | 2 | 0 | — | 0.000 | 0.000 |" in text


CHINESE = re.compile("[\u3400-\u9fff]+")


def test_in_english_all_chinese_is_quoted() -> None:
    quoted = " ".join([repr(GOLD), repr(TOOL), repr(by_targets()), DONGJIANG.plan.text, NANPU.plan.text])
    quoted += "此句不在文件中。" + " ".join(u.ref for p in (DONGJIANG, NANPU) for u in p.plan.units) + "二"
    for view in VIEWS.values():
        said = [run for text in texts(view("en", None)) for run in CHINESE.findall(text)]
        assert [run for run in said if run not in quoted] == []


NAMES = re.compile(r"qcompare|anna|ben|F1|dongjiang-2019|nanpu-20\d\d|CQO|\[\w+|--min-score")


def test_in_chinese_no_english_label_is_left() -> None:
    for view in VIEWS.values():
        said = [text for text in texts(view("zh", None)) if re.search("[A-Za-z]{2,}", NAMES.sub("", text))]
        assert said == []


def test_classes_as_a_sheet() -> None:
    header, found = classes.sheet(by_topics())
    assert header[:9] == (
        *("reference", "coder", "level", "id", "support", "given"),
        *("precision", "recall", "f1"),
    )
    rows = list(found)
    assert all(row[9:] == [None] * 12 for row in rows[2:])
    assert [row[:9] for row in rows[2:]] == [
        ["anna", "qcompare", "pillar", "products", 0, 1, 0.0, None, 0.0],
        ["anna", "qcompare", "pillar", "foundations", 3, 3, 1.0, 1.0, 1.0],
        ["anna", "qcompare", "pillar", "governance", 2, 1, 1.0, 0.5, 0.666666667],
        ["anna", "qcompare", "topic", "products.general", 0, 1, 0.0, None, 0.0],
        ["anna", "qcompare", "topic", "foundations.standards", 2, 0, None, 0.0, 0.0],
        ["anna", "qcompare", "topic", "foundations.management", 1, 3, 0.333333333, 1.0, 0.5],
        ["anna", "qcompare", "topic", "governance.supervision", 1, 0, None, 0.0, 0.0],
        ["anna", "qcompare", "topic", "governance.culture", 1, 1, 1.0, 1.0, 1.0],
    ]
    assert csvout.render(*classes.sheet(by_topics(3))).count("\nanna,ben,topic,") == 3


def overall(agreement: TopicAgreement) -> list[dict[str, Value]]:
    """The rows of the level ``all``, without what is empty."""
    header, found = classes.sheet(agreement)
    told: list[dict[str, Value]] = [
        {k: v for k, v in zip(header, row, strict=True) if v is not None} for row in found
    ]
    return [row for row in told if row["level"] == "all"]


def test_all_classes_together_as_a_sheet() -> None:
    found = by_topics()
    (coder,) = found.measured
    pillar, topic = overall(found)
    kappa, alpha = topic.pop("kappa"), topic.pop("alpha")
    assert (kappa, alpha) == (tidied(coder.topic.kappa.value or 0), tidied(coder.topic.alpha.value or 0))
    bounds = [topic.pop(f"{name}_{bound}") for name in ("kappa", "alpha") for bound in ("low", "high")]
    estimates = (coder.topic.kappa, coder.topic.alpha)
    assert bounds == [tidied(value or 0) for each in estimates for value in (each.low, each.high)]
    assert topic == {
        "reference": "anna",
        "coder": "qcompare",
        "level": "all",
        "id": "topic",
        "units": 5,
        "coverage": 0.833333333,
        "accuracy": 0.4,
        "accuracy_lenient": 0.6,
        "macro_f1": 0.3,
        "macro_f1_reference": 0.375,
    }
    assert (pillar["id"], pillar["accuracy"], pillar["units"]) == ("pillar", 0.8, 5)


def test_a_panel_as_a_sheet() -> None:
    rows = overall(by_topics(3))
    assert [
        (row.get("reference"), row["coder"], row["id"], "kappa" in row, "alpha" in row) for row in rows
    ] == [
        *(("anna", coder, level, True, True) for coder in ("qcompare", "ben") for level in LEVELS),
        *((None, "anna; qcompare; ben", level, False, True) for level in LEVELS),
        *(("qcompare", "ben", level, True, False) for level in LEVELS),
    ]
    assert (rows[-1]["units"], rows[-1]["coverage"]) == (4, 0.8)


LEVELS = ("pillar", "topic")


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (1.0, [Paragraph("Found of the reference: 100.0 %.", "dim")]),
        (0.5, [Paragraph("Found of the reference: 50.0 %.", "dim")]),
        (0.014, [Paragraph("Only 1.4 % of the reference was found: is this the same document?", "warn")]),
        (None, []),
    ],
)
def test_little_coverage_is_a_warning(share: float | None, shown: list[Paragraph]) -> None:
    assert coverage(share, Voice("en")) == shown
