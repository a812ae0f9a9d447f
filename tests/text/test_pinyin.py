"""Pinyin annotations: what is deleted, what stays, what is doubted."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found, repair
from qcompare.text.pinyin import annotations, is_reading, readings


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        # traditional characters, common ones, simplified ones
        ("檢(jiǎn)驗(yàn)檢(jiǎn)測(cè)", "檢驗檢測"),
        ("人(rén)的(de)城市", "人的城市"),
        ("质(zhì)量", "质量"),
        # full-width brackets, GBK's own a and g, v for ü, decomposed vowels
        ("標（biāo）準", "標準"),
        ("強(qiánɡ)化關(guɑ̄n)口", "強化關口"),
        ("綠(lǜ)色，呂(lü)梁，女(nv)工", "綠色，呂梁，女工"),
        ("實(shi\u0301)", "實"),
        # each of several readings, neutral and missing tones, a tone by sandhi, Taiwan's reading
        ("長(zhǎng)長(cháng)", "長長"),
        ("們(men)，時(shi)", "們，時"),
        ("一(yí)質(zhí)", "一質"),
        # variants that only their simplified form explains
        ("爲(wèi)産(chǎn)", "爲産"),
        # the author's brackets
        ("總量(GDP)、有機物(VOCs)、顆粒物(PM2.5)", "總量(GDP)、有機物(VOCs)、顆粒物(PM2.5)"),
        ("質量(略)，企業(含個體)，（一）", "質量(略)，企業(含個體)，（一）"),
        ("品质(quality)，蚌埠(bèng bù)，方案A(a)", "品质(quality)，蚌埠(bèng bù)，方案A(a)"),
        ("(shí)與 (zhì)", "(shí)與 (zhì)"),
        ("", ""),
    ],
)
def test_annotations_go_and_the_authors_brackets_stay(text: str, clean: str) -> None:
    assert repair(text, [annotations]).text == clean


def test_each_annotation_is_one_edit() -> None:
    assert annotations("標(biāo)準(zhǔn)") == Found((Edit(1, 7, "", "pinyin"), Edit(8, 14, "", "pinyin")))


@pytest.mark.parametrize(
    ("text", "suspects"),
    [
        # a tone mark makes a syllable look like an annotation anywhere
        ("標(guó)準", [("標(guó)", Span(0, 6), "guó is not a reading of 標")]),
        # without one it does only where a page has annotations
        ("標(guo)準", []),
        ("標(biāo)準(guo)", [("準(guo)", Span(1, 7), "guo is not a reading of 準")]),
        # no syllable, no doubt
        ("標(biāo)準(std)，模塊(abc)", []),
    ],
)
def test_a_syllable_of_another_character_is_doubted(text: str, suspects: list[tuple[str, Span, str]]) -> None:
    expected = tuple(Suspect("pinyin", found, span, reason) for found, span, reason in suspects)
    assert repair(text, [annotations]).suspects == expected


@pytest.mark.parametrize(
    ("syllable", "character", "is_one"),
    [
        ("zhì", "質", True),
        ("zhi", "質", True),
        ("zhǐ", "質", True),
        ("zì", "質", False),
        ("lüè", "略", True),
        ("lue", "略", False),
        ("a", "a", False),
        ("a", "", False),
    ],
)
def test_is_reading(syllable: str, character: str, is_one: bool) -> None:
    assert is_reading(syllable, character) is is_one


_CHARACTERS = st.sampled_from("質量標準體系實施國務院關於發展業務的一了長行")


@given(st.lists(st.tuples(_CHARACTERS, st.booleans()), max_size=12), st.data())
def test_whatever_was_annotated_comes_back(marked: list[tuple[str, bool]], data: st.DataObject) -> None:
    annotated = "".join(
        f"{character}({data.draw(st.sampled_from(sorted(readings(character))))})" if mark else character
        for character, mark in marked
    )
    assert repair(annotated, [annotations]).text == "".join(character for character, _ in marked)


def test_the_readings_are_loaded_only_for_a_bracket_that_may_be_one() -> None:
    code = (
        "import sys; from qcompare.text.pinyin import annotations\n"
        "annotations('质量(GDP)，（略），(PM2.5)')\n"
        "assert 'pypinyin' not in sys.modules\n"
        "annotations('质(zhì)量')\n"
        "assert 'pypinyin' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
