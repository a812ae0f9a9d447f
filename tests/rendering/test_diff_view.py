from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from rich.cells import cell_len

from qcompare.models import CodedPlan, Comparison, Evidence, Lang
from qcompare.rendering import table
from qcompare.rendering.document import Cell, Heading, Paragraph, Table
from qcompare.rendering.views import diff
from qcompare.taxonomy import Taxonomy
from tests.rendering.reading import paragraphs, printed, rows, texts

LANGS: tuple[Lang, ...] = ("en", "zh")


def test_colour_changes_nothing_but_colour(two: Comparison) -> None:
    document = diff.document(two, "zh")
    colored = re.sub(r"\x1b\[[0-9;]*m", "", table.render(document, width=80, color=True))
    assert [line.rstrip() for line in colored.splitlines()] == printed(document, 80).splitlines()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_every_line_fits(lang: Lang, width: int, two: Comparison, three: Comparison) -> None:
    for comparison in (two, three):
        for limit in (10, None):
            for by_section in (False, True):
                document = diff.document(comparison, lang, limit=limit, by_section=by_section, width=width)
                assert max(map(cell_len, printed(document, width).split("\n"))) <= width


def test_digests_are_named_and_set_apart_from_real_plans(three: Comparison) -> None:
    mixed = diff.document(three, "en").blocks[1:3]
    assert mixed == (
        Paragraph("digest: written summary, not to be quoted (xiling-2020-interpretation)", "warn"),
        Paragraph(
            "A digest is compared with a real plan (dongjiang-2019, nanpu-2021): "
            "their shares and counts do not measure the same.",
            "warn",
        ),
    )


def test_two_digests_need_no_warning(two: Comparison) -> None:
    digests = tuple(
        replace(each, plan=replace(each.plan, meta=replace(each.plan.meta, digest=True)))
        for each in two.plans
    )
    document = diff.document(replace(two, plans=digests), "en")
    assert [
        block.text for block in document.blocks if isinstance(block, Paragraph) and block.tone == "warn"
    ] == ["digest: written summary, not to be quoted (dongjiang-2019, nanpu-2021)"]


def test_filters_in_force_are_stated(two: Comparison) -> None:
    filtered = replace(
        two, settings=replace(two.settings, filters=(("topic", "water"), ("min_score", "0.6")))
    )
    assert "Filters in force: --topic water --min-score 0.6" in paragraphs(diff.document(filtered, "en"))


def test_two_plans_of_one_city_are_headed_by_id(two: Comparison) -> None:
    first, second = two.plans
    meta = replace(second.plan.meta, city="dongjiang", city_zh="东江")
    same = replace(two, plans=(first, replace(second, plan=replace(second.plan, meta=meta))))
    document = diff.document(same, "zh")
    assert document.blocks[0] == Heading(1, "对照：dongjiang-2019、nanpu-2021")
    assert rows(document, "仅见于一份文件的内容")[0][0] == "dongjiang-2019"


def test_small_topics_are_left_out_within_a_limit_but_each_pillar_keeps_one(two: Comparison) -> None:
    document = diff.document(two, "en", limit=6)
    assert [row[0] for row in rows(document, "What each plan is about (% of its text)")] == [
        "Product quality",
        "  Products overall",
        "Engineering quality",
        "  Works overall",
        "Service quality",
        "  Consumer services",
        "Environmental quality",
        "  Water",
        "Quality foundations",
        "  Quality management",
        "Quality governance",
        "  Quality culture",
        "Context",
        "Other",
    ]
    assert paragraphs(document)[1] == (
        "Topics that no plan speaks of, left out: 1. "
        "Further topics, left out: 3 (none over 10.7 % in any plan); of each pillar the largest topic "
        "is shown first."
    )


def test_a_unit_is_not_shown_twice_where_others_wait(
    three: Comparison, plans: Mapping[str, CodedPlan]
) -> None:
    """Of the pairs of Dongjiang and Xiling, u008 leads two; the pass rates come before its second."""
    matches = tuple(
        each
        for each in three.matches
        if {each.a.plan, each.b.plan} == {"dongjiang-2019", "xiling-2020-interpretation"}
    )
    pair = replace(
        three,
        plans=(plans["dongjiang"], plans["xiling"]),
        matches=tuple(replace(each, score=0.6 if each.b.unit == "u004" else each.score) for each in matches),
        topics=(),
        only=((), ()),
        targets=(),
        sections=(),
        similarity=((1.0, 0.5), (0.5, 1.0)),
    )
    pair = replace(pair, matches=tuple(sorted(pair.matches, key=lambda each: -each.score)))
    heading = "Best counterparts, side by side"
    assert [row[0] for row in rows(diff.document(pair, "en", limit=2), heading)] == [
        "0.78\nQuality management",
        "0.55\nProducts overall",
    ]
    assert [row[0] for row in rows(diff.document(pair, "en", limit=3), heading)] == [
        "0.78\nQuality management",
        "0.60\nQuality management ?",
        "0.55\nProducts overall",
    ]


def test_an_excerpt_shows_what_the_pair_rests_on(two: Comparison) -> None:
    first = replace(two.matches[2], evidence=(Evidence("measures", "products.general.pass_rate", 0.6),))
    document = diff.document(replace(two, matches=(first,)), "zh", width=60)
    assert rows(document, "对应最好的条款") == [
        [
            "0.66\n产品质量综合",
            "一 ¶1 …到2022年本市产品抽检合格率达到94%以…",
            "一 ¶1 制造业产品抽查合格率稳定在95%左右，服务…",
        ]
    ]


def test_a_row_that_a_filter_left_without_matches_still_shows(three: Comparison) -> None:
    document = diff.document(replace(three, matches=()), "en", limit=1)
    assert rows(document, "Best counterparts, side by side")[0] == [
        "0.00\nProducts overall",
        "Dongjiang",
        "一 ¶1 以监督抽查为抓手，压实生产者责任，到2022年本市产品抽检合格率达到94%以上…",
    ]


def test_nothing_to_show_is_said(two: Comparison) -> None:
    empty = replace(two, topics=(), matches=(), rows=(), sections=(), only=((), ()), targets=())
    for by_section, message in ((False, "No passage has a counterpart"), (True, "No numbered sections")):
        said = paragraphs(diff.document(empty, "en", by_section=by_section))
        assert any(text.startswith(message) for text in said)
        assert "Every passage has a match in another plan." in said
        assert "No quantified targets found." in said


def test_only_context_is_counted_but_not_listed(two: Comparison) -> None:
    document = diff.document(replace(two, only=(("u002", "u003"), ())), "en")
    assert "Dongjiang: 2 of 10 units have no match elsewhere; topics not listed: 1" in paragraphs(document)
    assert not any("for example" in text.lower() for text in texts(document))


@pytest.mark.parametrize(
    ("limit", "by_section", "flags"),
    [
        (10, False, ["--all", "--limit", "--by", "--topic", "--pillar", "--min-score", "--format", "-o"]),
        (None, False, ["--by", "--topic", "--pillar", "--min-score", "--format", "-o"]),
        (10, True, ["--all", "--limit", "--topic", "--pillar", "--min-score", "--format", "-o"]),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_the_last_words_say_what_else_there_is(
    limit: int | None, by_section: bool, flags: list[str], lang: Lang, two: Comparison
) -> None:
    last = paragraphs(diff.document(two, lang, limit=limit, by_section=by_section))[-1]
    assert re.findall(r"(?<![\w-])--?[a-z][a-z-]*", last) == flags
    assert "qcompare show dongjiang-2019" in last


def test_of_a_taxonomy_of_ones_own_the_pillars_have_colours_too(two: Comparison, taxonomy: Taxonomy) -> None:
    pillars = (replace(taxonomy.pillars[0], id="schools", en="Schools"), *taxonomy.pillars[1:])
    topics = tuple(replace(t, pillar="schools") if t.pillar == "products" else t for t in taxonomy.topics)
    document = diff.document(replace(two, taxonomy=replace(taxonomy, pillars=pillars, topics=topics)), "en")
    blocks = [block for block in document.blocks if isinstance(block, Table)]
    assert blocks[1].rows[0][0] == Cell("", "products", lead="Schools")


def test_topics_that_no_other_plan_speaks_of_come_first(two: Comparison) -> None:
    units = ("u004", "u006", "u007", "u008", "u009")  # two are on works, of which Nanpu speaks too
    first, second = two.plans
    codes = [
        replace(code, topic="engineering.general") if n == 7 else code for n, code in enumerate(first.units)
    ]
    document = diff.document(
        replace(two, plans=(replace(first, units=tuple(codes)), second), only=(units, ())), "en", limit=50
    )
    found = rows(document, "What only one city has")
    assert [(row[1], row[2]) for row in found] == [
        ("Green building *", "1"),
        ("Works overall", "2"),
        ("Products overall", "1"),
        ("Quality culture", "1"),
    ]
