"""Mojibake: undone where the bytes prove it, honest where they are lost, never in a clean text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcompare.models import Repair
from qcompare.text.edits import repair
from qcompare.text.misreading.mojibake import mojibake
from qcompare.text.words import Lexicon
from tests import damage_characters as damage

Damage = Callable[[str], str]

_PLAN = (
    "北京市人民政府关于开展质量提升行动的实施意见\n"
    "京政发〔2018〕27号\n"
    "为贯彻落实党中央、国务院的决策部署，加快建设质量强市，现提出如下意见。\n"
    "一、总体要求\n"
    "到2020年，产品质量合格率达到95%以上，《质量发展纲要》确定的目标全面完成；形成“首席质量官”制度。\n"
    "GDP增长6%，PM2.5浓度下降，开展计量、标准、认证和检验检测服务。\n"
    "北京市人民政府\n"
    "2018年12月10日\n"
)
_LOSSLESS: dict[str, Damage] = {
    "UTF-8 as Latin-1": damage.read_as("latin-1"),
    "UTF-8 as Windows-1252": damage.windows_1252,
    "GBK as Latin-1": damage.read_as("latin-1", right="gb18030"),
}
_UTF8_AS_GBK = damage.read_as("gb18030")


def _undone(text: str, lexicon: Lexicon) -> str:
    return repair(text, mojibake(lexicon)).text


@pytest.mark.parametrize("wrong", _LOSSLESS.values(), ids=_LOSSLESS)
def test_what_lost_nothing_comes_back_whole(lexicon: Lexicon, wrong: Damage) -> None:
    assert _undone(wrong(_PLAN), lexicon) == _PLAN


def test_a_traditional_page_in_big5_that_was_read_as_gbk_comes_back(lexicon: Lexicon) -> None:
    page = damage.converted("s2tw", "为贯彻落实国务院的决策部署，加快建设质量强市，现提出如下意见。\n")
    assert _undone(damage.read_as("gb18030", right="big5hkscs")(page), lexicon) == page


@pytest.mark.parametrize("lost", ["\ufffd", "?", ""])
def test_bytes_lost_before_ascii_are_told_by_words_marks_and_dates(lexicon: Lexicon, lost: str) -> None:
    undone = _undone(damage.read_as("gb18030", lost=lost)(_PLAN), lexicon)
    assert undone == _PLAN.replace("\n到2020", "\n\ufffd2020")  # nothing stands before it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("鍖椾含", "北京"),
        ("±±¾©", "北京"),
        ("åŒ—äº¬", "北京"),
        ("发布机构：鍖椾含甯備汉姘戞斂搴\ufffd 2018", "发布机构：北京市人民政府 2018"),
        ("标题\n±±¾©ÊÐÈËÃñÕþ¸®\n质量", "标题\n北京市人民政府\n质量"),
        ("±±¾©ÊÐÈËÃñÕþ¸®\n——2018年\n“3·15”", "北京市人民政府\n——2018年\n“3·15”"),
        # the third byte of 年 and 月 was lost, and only the form of a date tells
        ("鍖椾含甯\ufffd2018骞\ufffd12鏈\ufffd10鏃\ufffd", "北京市2018年12月10日"),
        # nothing tells
        ("鎻愬崌璐ㄩ噺锛\ufffd5椤硅川閲忎换鍔★紱", "提升质量\ufffd5项质量任务；"),
    ],
)
def test_lines_and_stretches(lexicon: Lexicon, text: str, expected: str) -> None:
    assert _undone(text, lexicon) == expected


def test_each_clause_is_one_repair_with_its_place(lexicon: Lexicon) -> None:
    source = f"一、{_UTF8_AS_GBK('质量和服务，')}二、{_UTF8_AS_GBK('提升服务质量。')}"
    found = repair(source, mojibake(lexicon))
    assert found.text == "一、质量和服务，二、提升服务质量。"
    assert {each.kind for each in found.repairs} == {"encoding"}
    assert all(source[each.at :].startswith(each.before) for each in found.repairs)
    assert found.repairs[0] == Repair("encoding", _UTF8_AS_GBK("质量和服务，"), "质量和服务，", 2)


@pytest.mark.parametrize(
    "text",
    [
        _PLAN,
        "气候、甪直、鄄城、濉溪、犇、喆、堃、昇腾、魑魅魍魉",
        "路 2018年，丝绸之路、道路、铁路",  # 路 is C2 B7, which UTF-8 reads as a dot
        "気象庁は東京の天気予報を発表した。これはひらがなとカタカナのテキストです。",
        "これはひらがなだけのながいぶんしょうでありますのでごちゅういください",
        "Été à Genève, où l’élève reçoit ñandúes: ÀÉÎÕÜ, äöüß",
        "Москва, город; αβγδε; ㄅㄆㄇ; ─┼╋; ①②③; °C ±5% ×10³",
        "锟斤拷烫烫烫",
    ],
)
def test_a_clean_text_stays(lexicon: Lexicon, text: str) -> None:
    found = repair(text, mojibake(lexicon))
    assert (found.text, found.repairs) == (text, ())


_ANY = st.text(st.characters(codec="gb18030", exclude_categories=("Cs", "Co")), max_size=30)


@given(_ANY)
def test_whatever_is_left_is_left_for_good(lexicon: Lexicon, text: str) -> None:
    once = _undone(text, lexicon)
    assert _undone(once, lexicon) == once


_LINES = st.lists(st.sampled_from(_PLAN.splitlines()[:3] + _PLAN.splitlines()[4:6]), min_size=1, max_size=6)


@settings(max_examples=40)
@given(_LINES, st.sampled_from(list(_LOSSLESS)), st.data())
def test_the_lines_of_a_mixed_page_are_told_apart(
    lexicon: Lexicon, lines: list[str], wrong: str, data: st.DataObject
) -> None:
    spoilt = [_LOSSLESS[wrong](line) if data.draw(st.booleans()) else line for line in lines]
    assert _undone("\n".join(spoilt), lexicon) == "\n".join(lines)
