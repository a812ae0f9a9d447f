"""Fluency: the likelihood of a text, character after character."""

from __future__ import annotations

import pytest

from qcompare.text.fluency import Fluency, Prefix
from qcompare.text.words import Lexicon


def _score(text: str, lexicon: Lexicon, page: str = "") -> float:
    return Fluency(lexicon, page).read(Prefix(), text).score


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("规模化发展", "规巧化发展"),
        ("。《實施意見》", "!秾施意見》"),
        ("質量，標準", "質量，。標準"),
        ("質量“標準”", "質量“”標準"),
        ("二〇一八年", "二\ue1e5一八年"),
        ("“十三五”期間", "“七三五”期間"),
        ("建設", "\u9fa5設"),
    ],
)
def test_what_reads_better_scores_higher(lexicon: Lexicon, better: str, worse: str) -> None:
    assert _score(better, lexicon) > _score(worse, lexicon)


def test_words_of_several_characters_have_the_lexicons_likelihood(lexicon: Lexicon) -> None:
    for text in ("规模化发展", "质量管理体系", "标准化"):
        assert _score(text, lexicon) == pytest.approx(lexicon.likelihood(text), abs=0.1)


def test_script_and_width_do_not_count(lexicon: Lexicon) -> None:
    assert _score("質量，標準！", lexicon) == _score("質量,標準!", lexicon)
    assert _score("質量標準", lexicon, "质") == _score("质量標準", lexicon, "质")


def test_reading_on_is_reading_at_once(lexicon: Lexicon) -> None:
    fluency = Fluency(lexicon, "")
    apart = fluency.read(fluency.read(Prefix(), "深入推进城市"), "质量提升行动")
    assert apart == fluency.read(Prefix(), "深入推进城市质量提升行动")


def test_neighbours_that_the_page_has_are_likelier(lexicon: Lexicon) -> None:
    assert _score("数模", lexicon, "数模") == pytest.approx(_score("数模", lexicon) + 2.0)


def test_a_simplified_form_is_unlikely_on_a_page_without_it(lexicon: Lexicon) -> None:
    assert _score("诗", lexicon, "詩") == pytest.approx(_score("诗", lexicon, "诗") - 4.0)
    assert _score("于", lexicon, "詩") == _score("于", lexicon, "于")  # traditional too


def test_a_text_is_known_if_all_its_ideographs_are(lexicon: Lexicon) -> None:
    fluency = Fluency(lexicon, "")
    assert fluency.knows("。“實施2018\ue000")
    assert not fluency.knows("實施𫂆")


def test_most_frequent(lexicon: Lexicon) -> None:
    assert Fluency(lexicon, "").most_frequent(("翀", "的", "市"), 2) == ("的", "市")
