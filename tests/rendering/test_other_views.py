from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import pytest

from qcompare.models import CleanText, CodedPlan, Lang
from qcompare.rendering.document import Heading
from qcompare.rendering.views import clean as clean_view
from qcompare.rendering.views import show
from qcompare.rendering.views import taxonomy as taxonomy_view
from qcompare.taxonomy import Taxonomy
from qcompare.text.edits import Edit, Found, repair
from tests.rendering.reading import paragraphs, rows


def test_show_keeps_to_the_topics_asked_for(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    topics = frozenset({"foundations.management"})
    document = show.document(plans["dongjiang"], taxonomy, "en", limit=10, topics=topics)
    assert [row[0] for row in rows(document, "Outline")] == ["三"]
    assert [row[0] for row in rows(document, "Units")] == ["三 ¶1 u008"]
    assert rows(document, "Quantified targets") == [["首席质量官培训", "100 名/年 (2022)", "三 ¶1"]]
    nothing = show.document(plans["dongjiang"], taxonomy, "en", topics=frozenset({"governance.supervision"}))
    assert {"No numbered sections.", "No units.", "No quantified targets found."} <= set(paragraphs(nothing))


def test_facts_come_after_targets(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    coded = plans["dongjiang"]
    facts = (replace(coded.targets[0], kind="fact"), *coded.targets[1:2])
    found = rows(show.document(replace(coded, targets=facts), taxonomy, "en"), "Quantified targets")
    assert [row[1] for row in found] == ["≥ 96 % (2022)", "≥ 94 % (2022, binding, fact)"]


def test_clean_says_when_nothing_was_repaired(clean: CleanText) -> None:
    text = clean.text
    untouched = replace(
        clean, repairs=(), suspects=(), offsets=replace(clean.offsets, source_length=len(text))
    )
    assert paragraphs(clean_view.document(untouched, text, "en")) == [
        "Characters: 32 in the source, 32 cleaned; repairs: 0; suspects: 0.",
        "Nothing to repair: the text stays as it is.",
    ]


def test_clean_bounds_its_rows(clean: CleanText, page: str) -> None:
    document = clean_view.document(clean, page, "zh", limit=2)
    assert rows(document, "逐行对照") == [
        ["1", "版面空白", "首页⏎⏎⏎…", "首页⏎…"],
        ["4", "繁简字形 ×3、拼音夹注 ×2", "關(guān)于質(zhì)量的意見,␛[0m一", "关于质量的意见,␛[0m一"],
    ]
    assert "共 4 项，列出 2 项" in paragraphs(document)


def test_the_taxonomy_lists_measures_of_what_is_asked_for(taxonomy: Taxonomy) -> None:
    document = taxonomy_view.document(taxonomy, "zh", topics=frozenset({"governance.culture"}), limit=10)
    assert rows(document, "举措") == [["质量月", "governance.culture.month", "质量月"]]
    assert "支柱 1 个，主题 1 个，举措 1 个。" in paragraphs(document)
    brief = taxonomy_view.document(taxonomy, "en", limit=10)
    assert "Measures" not in [block.text for block in brief.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "my.yaml: valid. Pillars: 8; topics: 12; measures: 3."),
        ("zh", "my.yaml：有效。支柱 8 个，主题 12 个，举措 3 个。"),
    ],
)
def test_a_checked_taxonomy_is_approved(lang: Lang, text: str, taxonomy: Taxonomy) -> None:
    assert taxonomy_view.approved("my.yaml", taxonomy, lang) == text


def test_only_a_table_needs_rich() -> None:
    views = "views.clean, views.diff, views.list, views.show, views.taxonomy"
    modules = f"csvout, jsonout, markdown, records.comparison, schemas, {views}"
    imports = "".join(f"import qcompare.rendering.{module}\n" for module in modules.split(", "))
    listed = "import sys; print({'rich', 'typer', 'yaml'} & {name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", imports + listed], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_a_line_changed_all_over_comes_in_pieces_that_do_not_overlap() -> None:
    page = "關" * 100 + "\n" + "一" * 30 + "關" + "一" * 30
    edits = [Edit(at, at + 1, "关", "script") for at, character in enumerate(page) if character == "關"]
    cleaned = repair(page, [lambda _text: Found(tuple(edits))])
    found = rows(clean_view.document(cleaned, page, "en"), "Line by line")
    assert [(line, kinds, len(before), len(after)) for line, kinds, before, after in found] == [
        ("1", "script ×40", 41, 41),
        ("", "script ×40", 42, 42),
        ("", "script ×20", 21, 21),
        ("2", "script", 19, 19),
    ]
    assert "".join(row[2] for row in found[:3]) == f"{'關' * 40}……{'關' * 40}……{'關' * 20}"
    assert found[3][2:] == [f"…{'一' * 8}{character}{'一' * 8}…" for character in "關关"]
