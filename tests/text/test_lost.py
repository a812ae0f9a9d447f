"""Lost marks and figures: reported with a reason, never put back; what may well be right is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Span, Suspect
from qcompare.text.edits import Found
from qcompare.text.lost import lost
from qcompare.text.words import Lexicon

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("国办函〔2016108号", "〔2016108号", "a document number has lost the bracket behind its year"),
        ("某政〔201760\n", "〔201760", "a document number has lost the bracket behind its year"),
        ("沪府发[201817号，", "[201817号", "a document number has lost the bracket behind its year"),
        ("某政发2017〕28号", "2017〕28号", "a document number has lost the bracket before its year"),
        ("某市\n  2019222\n", "2019222", "a date has lost its marks"),
        ("2018年13月", "2018年13月", "no year has such a month"),
        ("12月45日", "2月45日", "no month has such a day"),
        ("2020年12月3l日", "月3l日", "a letter stands among the figures of a date"),
        ("二〇一 年", "二〇一 年", "a year has lost a numeral"),
        ("到20 年，全市", "到20 年", "a year has lost its last figures"),
        ("规划（20—2020年）", "（20—2020年", "a year has lost its last figures"),
        ("覆盖率达到 %以上", "达到 %", "a percentage has lost its number"),
        ("建成园区不少于个，", "不少于个", "a quantity has lost its number"),
        ("产品合格率达到985%以上", "985%", "a share over 100 %: the point may be lost"),
        ("森林覆盖率为135%", "135%", "a share over 100 %: the point may be lost"),
        ("宽带普及率比重达到200%", "200%", "a share over 100 %: the point may be lost"),
        ("发明专利拥有量达到625，", "达到625", "a quantity has lost its unit"),
        ("会议纪要\n1125,市长主持", "1125", "a date has lost its marks"),
        ("会议于2016819日召开", "2016819日", "a date has lost its marks"),
        ("截至201692日，", "201692日", "a date has lost its marks"),
        ("办法自202171起施行", "202171", "a date has lost its marks"),
        ("会议于2018312在某市召开", "2018312", "a date has lost its marks"),
        ("产量占全国153%", "153%", "a share over 100 %: the point may be lost"),
        ("工业占比253%", "253%", "a share over 100 %: the point may be lost"),
        ("增长98.5.2%", "98.5.2%", "a number has two points"),
        ("达到96%96%", "96%", "a number stands twice"),
        ("PM25浓度", "PM25", "PM2.5 has lost its point"),
        ("质??强市", "??", "question marks stand for characters"),
        ("质\ue7c7量", "\ue7c7", "a character that only some font has"),
        ("朱□基", "□", "a box stands for a character"),
        ("内在要?求的", "要?求", "a mark stands inside a word"),
    ],
)
def test_what_was_lost_is_reported(lexicon: Lexicon, text: str, place: str, reason: str) -> None:
    found = lost(lexicon)(text)
    at = text.index(place)
    assert found == Found(suspects=(Suspect("encoding", place, Span(at, at + len(place)), reason),))


@pytest.mark.parametrize(
    "text",
    [
        "国发〔2018〕27号、国发[2018]27号、（2018年第27号）、〔2016—2020年〕、〔2018年〕3号",
        "20190222",
        "自20210701起施行，到2020129家，于2018年在，自2016至2020年，日均12016819日，在2016192个",
        "占全国15.3%，同比增长153%；占全国，为去年的150%；占用耕地按120%补充；占100%",
        "人数 2019222 人",
        "电话 2019222",
        "2018年12月31日、2019年1月1日、3月15日、32日内、13月份",
        "二〇一八年、二○○四年、到20年以上、使用寿命达到20年，",
        "达到95%以上，增长 %（表头），达到8个以上",
        "增长120%，完成率105%，毛入学率103%，拨备覆盖率150%，投资比例150%以上，合格率100%",
        "抽检合格率98.5%，较上年提高985个，其中130%的企业",
        "PM2.5、PM10，PM250",
        "是什么?我们，为什么？因为。质量强市！是□否□、□是□否",
        "版本1.2.3，98.5%、98.5%",
    ],
)
def test_what_may_be_right_is_not_reported(lexicon: Lexicon, text: str) -> None:
    assert lost(lexicon)(text) == Found()


@given(st.text(st.sampled_from("〔2018〕号年月日%. ?□质量合格率达到一二〇\n")))
def test_it_changes_nothing_and_quotes_what_stands_there(lexicon: Lexicon, text: str) -> None:
    found = lost(lexicon)(text)
    assert found.edits == ()
    assert [each.text for each in found.suspects] == [each.span.of(text) for each in found.suspects]


@pytest.mark.shared
@pytest.mark.skipif(not _SHARED.is_dir(), reason="the real plans are not here")
@pytest.mark.parametrize("folder", ["plans", "wider"])
def test_undamaged_documents_are_not_suspect(lexicon: Lexicon, folder: str) -> None:
    damaged = "beijing-2018-interpretation"
    texts = {path.stem: path.read_text("utf-8-sig") for path in sorted((_SHARED / folder).glob("*.txt"))}
    found = {name: lost(lexicon)(text).suspects for name, text in texts.items() if name != damaged}
    assert {name: suspects for name, suspects in found.items() if suspects} == {}
