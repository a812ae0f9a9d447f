"""Views as people read them: every golden has been read, at both widths and in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qcompare.models import CleanText, CodedPlan, Comparison, Lang
from qcompare.rendering import markdown
from qcompare.rendering.views import clean as clean_view
from qcompare.rendering.views import diff, show
from qcompare.rendering.views import list as list_view
from qcompare.rendering.views import taxonomy as taxonomy_view
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy
from tests.rendering.reading import printed

Golden = Callable[[str, str], None]
LANGS: tuple[Lang, ...] = ("en", "zh")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [80, 160])
def test_diff_of_two(lang: Lang, width: int, two: Comparison, golden: Golden) -> None:
    golden(f"diff-two-{lang}-{width}.txt", printed(diff.document(two, lang, width=width), width))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [80, 160])
def test_diff_of_three(lang: Lang, width: int, three: Comparison, golden: Golden) -> None:
    golden(f"diff-three-{lang}-{width}.txt", printed(diff.document(three, lang, width=width), width))


def test_diff_in_full(two: Comparison, golden: Golden) -> None:
    golden("diff-two-all-zh-80.txt", printed(diff.document(two, "zh", limit=None), 80))


def test_diff_by_section(two: Comparison, three: Comparison, golden: Golden) -> None:
    golden("diff-sections-en-80.txt", printed(diff.document(two, "en", by_section=True), 80))
    whole = diff.document(three, "zh", by_section=True, limit=None)
    golden("diff-sections-all-zh-80.txt", printed(whole, 80))


def test_diff_as_markdown(three: Comparison, golden: Golden) -> None:
    golden("diff-three-en.md", markdown.render(diff.document(three, "en")))


@pytest.mark.parametrize(("lang", "limit"), [("en", 3), ("zh", None)])
def test_show(
    lang: Lang, limit: int | None, plans: Mapping[str, CodedPlan], taxonomy: Taxonomy, golden: Golden
) -> None:
    document = show.document(plans["dongjiang"], taxonomy, lang, limit=limit)
    golden(f"show-{lang}-80.txt", printed(document, 80))


@pytest.mark.parametrize("lang", LANGS)
def test_clean(lang: Lang, clean: CleanText, page: str, golden: Golden) -> None:
    golden(f"clean-{lang}-80.txt", printed(clean_view.document(clean, page, lang), 80))


@pytest.mark.parametrize("lang", LANGS)
def test_list(lang: Lang, listing: tuple[ListRow, ...], golden: Golden) -> None:
    golden(f"list-{lang}-80.txt", printed(list_view.document(listing, lang), 80))


@pytest.mark.parametrize("lang", LANGS)
def test_taxonomy(lang: Lang, taxonomy: Taxonomy, golden: Golden) -> None:
    golden(f"taxonomy-{lang}-80.txt", printed(taxonomy_view.document(taxonomy, lang), 80))
