"""What ``explain`` prints on the samples adds up to what ``show`` and ``diff`` print, to the last digit."""

from __future__ import annotations

import re
from decimal import Decimal
from math import exp

import pytest

from qcompare.coding.coder import Coder
from qcompare.models import Section, Unit
from qcompare.pipeline.explaining import pair_explained, topic_explained
from qcompare.pipeline.weighing import Weighing
from qcompare.pipeline.workspace import Workspace
from qcompare.rendering.document import Document, Paragraph, Table
from qcompare.rendering.views import explain, explain_pair
from qcompare.rendering.views.figures import score
from qcompare.storage.cache import Cache

_EVERY = 9  # of the pairs that the table shows
_OWN = ("own words", "measure", "several topics")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    opened = Workspace.open(use_cache=False)
    return Workspace(opened.settings, opened.folders, Cache(tmp_path_factory.mktemp("cache")))


def tables(document: Document, columns: int) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table) and len(block.columns) == columns]


def numbers(word: str, document: Document) -> list[Decimal]:
    """Those before the colon of the paragraph that begins with the word."""
    (found,) = [
        block.text.partition(":")[0]
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text.startswith(word)
    ]
    return [Decimal(number) for number in re.findall(r"-?\d+\.\d+", found)]


@pytest.mark.parametrize("name", ["xian", "hangzhou", "beijing-2021"])
def test_topics(name: str, workspace: Workspace) -> None:
    coded, settings = workspace.load(name), workspace.settings
    coder = Coder(settings.taxonomy, settings.coding, settings.thresholds, workspace.lexicon)
    weighing = Weighing.of(coded.plan, coder)
    things: list[Unit | Section] = [*coded.plan.units, *coded.plan.sections]
    for thing, code in zip(things, (*coded.units, *coded.sections), strict=True):
        explained = topic_explained(coded, thing, weighing, settings)
        document = explain.document(explained, settings.taxonomy, "en")
        topics = tables(document, 4)
        weights = [[Decimal(f"{row[3].lead}{row[3].text}") for row in t.rows] for t in topics]
        assert [sum(rows[:-1]) for rows in weights] == [rows[-1] for rows in weights]
        if explained.chosen is None:
            continue
        lead, best, rival, own, against = numbers("Lead", document)
        printed, *_ = numbers("Score", document)
        assert (best, rival) == (weights[0][-1], max([Decimal(0), *(rows[-1] for rows in weights[1:])]))
        said = [
            sum(w for w, row in zip(weights[n], t.rows, strict=True) if row[0].text in _OWN)
            for n, t in enumerate(topics)
        ]
        assert (own, against) == (said[0], max([Decimal(0), *said[1:]]))
        assert lead == best - rival + (own - against) / 2
        reached = 1 / (1 + exp(-float(lead) / 2))
        assert score(round(reached, 4)) == str(printed) == score(code.score)
        for t, rows in zip(topics[1:], weights[1:], strict=True):
            share = round(round(reached, 4) * max(0.0, float(rows[-1] / best)), 4)
            assert t.caption.partition("; ")[0].endswith(f": {score(share)}")


def test_pairs(workspace: Workspace) -> None:
    compared = workspace.compare(["xian", "hangzhou"])
    left, right = compared.plans
    units = {(coded.plan.meta.id, unit.id): unit for coded in compared.plans for unit in coded.plan.units}
    for match in compared.matches[::_EVERY]:
        a, b = (units[end.plan, end.unit] for end in (match.a, match.b))
        pair = pair_explained((left, a), (right, b), workspace.settings)
        (table,) = tables(explain_pair.document(pair, workspace.settings.taxonomy, "en"), 5)
        shares = [Decimal(row[2].text) for row in table.rows[:-1]]
        sums = [Decimal(row[3].text) for row in table.rows[:-1]]
        assert [sum(shares[: n + 1]) for n in range(len(shares))] == sums
        assert str(sums[-1]) == table.rows[-1][3].lead == score(match.score)
