"""Cleaning: all steps in their order, on texts that need several of them at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import CleanText
from qcompare.settings import Wording
from qcompare.text.cleaning import clean
from qcompare.text.words import Lexicon
from tests import damage_characters as damage

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_WORDS = Wording(
    replace=(("网际网路", "互联网"), ("品质", "质量"), ("水准", "水平"), ("资讯", "信息")), keep=("生活品质",)
)


def _clean(text: str, lexicon: Lexicon) -> CleanText:
    return clean(text, _WORDS, lexicon)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # annotations go before characters are converted, and their characters after
        ("關(guān)于開展質(zhì)量提升行動(dòng)", "关于开展质量提升行动"),
        ("提高產(chǎn)品質(zhì)量(GDP)和VOCs(略)", "提高产品质量(GDP)和VOCs(略)"),
        # wording sees simplified characters, whatever the glyphs were
        ("品質強國，網際網路，資訊，生活品質", "质量强国，互联网，信息，生活品质"),
        ("⾼品質水準，品\u200b質資訊", "高质量水平，质量信息"),
        ("著力提升，成效顯著，圍繞著品質", "着力提升，成效显著，围绕着品质"),
        # digits, blanks, years
        ("\ufeff　　到２０２０年，ＰＭ２．５下降", "  到2020年，PM2．5下降"),
        ("二Ｏ一八年至２０２０一２０２２年", "二〇一八年至2020—2022年"),
        ("Ｏ2O平台，一O", "O2O平台，一O"),
        # bytes read by the wrong encoding, then converted characters, then words
        ("æ\x8f\x90å\x8d\x87å\x93\x81è³ªï¼\x8cè³\x87è¨\x8aï¼\x8cæ°´æº\x96", "提升质量，信息，水平"),
        ("⻋间対応経済，衞生，国发„2O18年‟", "车间对应经济，卫生，国发“2018年”"),
        # a clean text is left alone
        (
            "一、总体要求\n（一）到2025年，产品质量合格率达到96%以上；推行“首席质量官”制度！\n",
            "一、总体要求\n（一）到2025年，产品质量合格率达到96%以上；推行“首席质量官”制度！\n",
        ),
        ("", ""),
    ],
)
def test_clean(lexicon: Lexicon, text: str, expected: str) -> None:
    assert _clean(text, lexicon).text == expected


def test_every_repair_says_what_stood_where_in_the_source(lexicon: Lexicon) -> None:
    source = "２０１８年品質(zhì)、資訊、水準"
    found = [(each.kind, each.before, each.after, each.at) for each in _clean(source, lexicon).repairs]
    assert found == [
        ("width", "２０１８", "2018", 0),
        ("wording", "品質", "质量", 5),  # script and wording changed it: one record
        ("pinyin", "(zhì)", "", 7),
        ("wording", "資訊", "信息", 13),
        ("wording", "水準", "水平", 16),
    ]


def replayed(source: str, cleaned: CleanText) -> str:
    """The log carried out on the source: records rise and do not overlap."""
    pieces, reached = [], 0
    for each in cleaned.repairs:
        assert each.at >= reached
        pieces += [source[reached : each.at], each.after]
        reached = each.at + len(each.before)
    return "".join((*pieces, source[reached:]))


@given(st.text(st.sampled_from("质量質著二O一２(zhì)!？ 　\ufeff\n品水準資訊"), max_size=40))
def test_the_way_back_is_whole_whatever_the_text(lexicon: Lexicon, text: str) -> None:
    cleaned = _clean(text, lexicon)
    starts, ends = cleaned.offsets.starts, cleaned.offsets.ends
    assert len(starts) == len(ends) == len(cleaned.text)
    assert list(starts) == sorted(starts)
    assert list(ends) == sorted(ends)
    assert all(text[repair.at :].startswith(repair.before) for repair in cleaned.repairs)
    assert replayed(text, cleaned) == cleaned.text


_CLAUSES = st.sampled_from(
    [
        "推动产品质量提升",
        "实施“首席质量官”制度",
        "到2025年合格率达到96%以上",
        "落实《质量发展纲要（2011—2020年）》",
        "PM2.5(细颗粒物)年均浓度下降13%",
        "举办“3·15”活动",
        "一、总体要求",
        "（二）重点任务",
    ]
)


_STOPS = st.sampled_from(["，", "；", "。", "！", "？", "：", ",", ";", ":", "!", "?", "。\n", "；\n"])


@given(st.lists(st.builds("{}{}".format, _CLAUSES, _STOPS), max_size=8))
def test_a_text_in_mainland_writing_comes_through_as_it_is(lexicon: Lexicon, clauses: list[str]) -> None:
    text = "".join(clauses)
    cleaned = _clean(text, lexicon)
    assert (cleaned.text, cleaned.repairs) == (text, ())


_DAMAGES: dict[str, Callable[[str], str]] = {
    "none": str,
    "UTF-8 as GBK": damage.read_as("gb18030"),
    "UTF-8 as Windows-1252": damage.windows_1252,
    "GBK as Latin-1": damage.read_as("latin-1", right="gb18030"),
    "Hong Kong": partial(damage.converted, "s2hk"),
    "Taiwan words": partial(damage.converted, "s2twp"),
    "Japan": partial(damage.converted, "t2jp"),
}


@given(
    st.lists(st.tuples(_CLAUSES, st.sampled_from(list(_DAMAGES)), st.sampled_from("，；。\n")), max_size=6)
)
def test_what_was_cleaned_is_clean(lexicon: Lexicon, clauses: list[tuple[str, str, str]]) -> None:
    spoilt = "".join(_DAMAGES[how](clause + mark) for clause, how, mark in clauses)
    once = _clean(spoilt, lexicon).text
    assert _clean(once, lexicon).text == once


@pytest.mark.shared
@pytest.mark.skipif(not _SHARED.is_dir(), reason="the real plans are not here")
@pytest.mark.parametrize("scheme", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("name", ["bengbu-2018-interpretation", "hangzhou-2018-plan", "xian-2014-plan"])
def test_a_real_plan_made_traditional_comes_back_as_it_was(lexicon: Lexicon, name: str, scheme: str) -> None:
    text = _clean((_SHARED / "plans" / f"{name}.txt").read_text(encoding="utf-8-sig"), lexicon).text
    assert _clean(damage.converted(scheme, text), lexicon).text == text


@pytest.mark.shared
@pytest.mark.skipif(not _SHARED.is_dir(), reason="the real plans are not here")
@pytest.mark.parametrize("name", ["bengbu-2018-interpretation", "xian-2014-plan"])
def test_a_real_plan_in_mainland_writing_comes_through_as_it_is(lexicon: Lexicon, name: str) -> None:
    text = (_SHARED / "plans" / f"{name}.txt").read_text(encoding="utf-8-sig")
    cleaned = _clean(text, lexicon)
    assert (cleaned.text, cleaned.repairs, cleaned.suspects) == (text, (), ())
