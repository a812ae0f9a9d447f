from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from qcompare.models import CleanText, CodedPlan, Comparison, Lang
from qcompare.rendering.document import Document
from qcompare.rendering.views import clean as clean_view
from qcompare.rendering.views import diff, show
from qcompare.rendering.views import list as list_view
from qcompare.rendering.views import taxonomy as taxonomy_view
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy
from tests.rendering.reading import texts

CHINESE = re.compile("[\u3400-\u9fff]+")


@pytest.fixture
def documents(
    two: Comparison,
    three: Comparison,
    plans: Mapping[str, CodedPlan],
    taxonomy: Taxonomy,
    listing: tuple[ListRow, ...],
    clean: CleanText,
    page: str,
) -> Callable[[Lang], list[Document]]:
    def all_of(lang: Lang) -> list[Document]:
        return [
            *(diff.document(each, lang, limit=limit) for each in (two, three) for limit in (2, None)),
            *(diff.document(each, lang, limit=None, by_section=True) for each in (two, three)),
            *(
                show.document(each, taxonomy, lang, limit=limit)
                for each in plans.values()
                for limit in (2, None)
            ),
            clean_view.document(clean, page, lang),
            list_view.document(listing, lang),
            list_view.document((), lang),
            taxonomy_view.document(taxonomy, lang, limit=None),
        ]

    return all_of


def test_in_english_all_chinese_is_quoted(
    documents: Callable[[Lang], list[Document]],
    plans: Mapping[str, CodedPlan],
    taxonomy: Taxonomy,
    clean: CleanText,
    page: str,
) -> None:
    quoted = " ".join([page, clean.text, repr(list(plans.values())), repr(taxonomy.measures)])
    said = [run for document in documents("en") for text in texts(document) for run in CHINESE.findall(text)]
    assert [run for run in said if run not in quoted] == []


# What stays Latin in Chinese: ids, files, flags and their values, codes; and what texts and reasons hold.
NAMES = re.compile(
    r"[\w-]+-20\d\d[\w-]*|\S*/\S*|samples|notes|\b[a-z]+\.[a-z_.]+|\b[us]\d+\b|SHA-256"
    r"|--by section|--format md\|json\|csv -o FILE|--format json|--plans DIR|qcompare show|--[a-z-]+"
    r"|CQO|\[\w+|U\+\w+|g?uān|zhì|txt, gb18030"
    r"|no Chinese text in it|no single reading of the bytes|or — between figures"
)


def test_in_chinese_no_english_label_is_left(
    documents: Callable[[Lang], list[Document]], taxonomy: Taxonomy
) -> None:
    ids = {pillar.id for pillar in taxonomy.pillars} | {topic.id for topic in taxonomy.topics}
    said = [text for document in documents("zh") for text in texts(document) if text not in ids]
    assert [text for text in said if re.search("[A-Za-z]{2,}", NAMES.sub("", text))] == []
