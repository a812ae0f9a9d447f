"""The small repair steps, one by one: what they must and must not touch."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Repair, Span, Suspect
from qcompare.settings import Wording
from qcompare.text import steps
from qcompare.text.edits import Step, repair


def _after(text: str, step: Step) -> str:
    return repair(text, [step]).text


@pytest.mark.parametrize(
    ("step", "text", "expected"),
    [
        (steps.widths, "２０２５年达到９５％，ＰＭ２．５", "2025年达到95％，PM2．5"),
        (steps.widths, "ａｂｃＸＹＺ（ＧＤＰ）：；！", "abcXYZ（GDP）：；！"),
        (steps.widths, "\u3000\u3000一、总体\u00a0要求\u2003。\u202f\u205f", "  一、总体 要求 。  "),
        (steps.widths, "tab\tand\nline", "tab\tand\nline"),
        (steps.unseen, "\ufeff质\u200b量\u00ad强\u2060市\x07\x9f", "质量强市"),
        (steps.unseen, "①\ufe0f葛\U000e0100\ufdd0", "①葛"),
        (steps.unseen, "甲\t乙\n丙 丁\r\n", "甲\t乙\n丙 丁\r\n"),
        (steps.compatible, "⼯业⽤⽔，⾦融，豈", "工业用水，金融，豈"),
        (steps.compatible, "①②㎡℃％（一）", "①②㎡℃％（一）"),
        (steps.glyphs, "⻋间、⻓江、教硏、气候", "车间、长江、教研、气候"),
        (steps.zeros, "二O一八年、二○二○年、一九九Ｏ年", "二〇一八年、二〇二〇年、一九九〇年"),
        (steps.zeros, "○一是、O2O平台、二O、第三○章", "○一是、O2O平台、二O、第三○章"),
        (steps.dashes, "2012一2020年，到2020一", "2012—2020年，到2020一"),
        (steps.dashes, "2012一2020一30，12012一2020", "2012—2020一30，12012一2020"),
        (steps.dashes, "一2020年一季度", "一2020年一季度"),
    ],
)
def test_one_character_for_another(step: Step, text: str, expected: str) -> None:
    assert _after(text, step) == expected


_MARKED = "力 眼 手 重 落 陆 实 想"
_MARKING = "沿 本 随 朝 向 接 围 围绕 意味 有 带 面临 存在 跟 看 靠 怀 凭 抱 附 胶 标志"
_KEEPING = "显 卓 昭 名 原 专 巨 论 编 译 遗 土 合"
_KEPT = "作 名 称 录 述 者"


@pytest.mark.parametrize(
    "text",
    [*(f"著{c}" for c in _MARKED.split()), *(f"{w}著，" for w in _MARKING.split()), "成效显著，著力"],
)
def test_an_aspect_is_written_as_on_the_mainland(text: str) -> None:
    start, _, end = text.rpartition("著")
    assert _after(text, steps.aspect) == f"{start}着{end}"


@pytest.mark.parametrize(
    "text",
    [
        *(f"{before}著{after}" for before in _KEEPING.split() for after in _MARKED.split()),
        *(f"{before}著{after}" for before in _MARKING.split() for after in _KEPT.split()),
        "著有",
    ],
)
def test_what_is_plain_to_see_or_written_by_someone_keeps_its_character(text: str) -> None:
    assert _after(text, steps.aspect) == text


def test_neighbours_are_one_repair_and_the_log_says_what_stood_where() -> None:
    clean = repair("到２０２５年，　ＧＤＰ", [steps.widths])
    assert clean.repairs == (
        Repair("width", "２０２５", "2025", 1),
        Repair("width", "　ＧＤＰ", " GDP", 7),
    )


def test_bytes_that_could_not_be_read_stay_and_are_reported() -> None:
    clean = repair("质\ufffd\ufffd强市\ufffd", [steps.undecoded])
    reason = "bytes that are no character in the file's encoding"
    assert (clean.text, clean.repairs) == ("质\ufffd\ufffd强市\ufffd", ())
    assert clean.suspects == (
        Suspect("encoding", "\ufffd\ufffd", Span(1, 3), reason),
        Suspect("encoding", "\ufffd", Span(5, 6), reason),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("質量強國與國務院關於標準化的決定", "质量强国与国务院关于标准化的决定"),
        ("産業 爲 説 羣衆 曆史 裏 綫", "产业 为 说 群众 历史 里 线"),  # older and variant forms
        ("表麵 編製 標誌 鹹陽", "表面 编制 标志 咸阳"),  # converted more than once
        ("建立、整合、文件、显著、核心、蚌埠、乾隆", "建立、整合、文件、显著、核心、蚌埠、乾隆"),
        ("品質、資訊、網際網路", "品质、资讯、网际网路"),  # words are not its business
    ],
)
def test_script(text: str, expected: str) -> None:
    assert _after(text, steps.script) == expected


def test_a_run_of_changed_characters_is_one_script_repair() -> None:
    assert repair("質量強國", [steps.script]).repairs == (
        Repair("script", "質", "质", 0),
        Repair("script", "強國", "强国", 2),
    )


@given(st.text())
def test_the_steps_that_map_characters_keep_the_length(text: str) -> None:
    mapping = (
        steps.widths,
        steps.compatible,
        steps.glyphs,
        steps.script,
        steps.zeros,
        steps.dashes,
        steps.aspect,
    )
    for step in mapping:
        assert len(_after(text, step)) == len(text)


def test_every_compatible_form_is_one_character() -> None:
    forms = [
        chr(c)
        for first, last in ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
        for c in range(first, last + 1)
    ]
    cleaned = _after("".join(forms), steps.compatible)
    assert cleaned == "".join(unicodedata.normalize("NFKC", form) for form in forms)


# --- wording ------------------------------------------------------------------------------------

_WORDS = Wording(
    replace=(("网际网路", "互联网"), ("网路", "网络"), ("品质", "质量"), ("水准", "水平"), ("资讯", "信息")),
    keep=("生活品质", "品质化", "水准仪", "资讯"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # longest first, in any place
        ("品质、网际网路、网路、水准", "质量、互联网、网络、水平"),
        # what is kept stays, where it begins earlier and where it is longer
        ("品质：生活品质和品质水准，品质化，水准仪", "质量：生活品质和质量水平，品质化，水准仪"),
        ("品质水准、品质资讯", "质量水平、质量资讯"),  # kept although also to be replaced
        # not in such wording: too few, all the same word, or mainland forms as often
        ("品质与水准", "品质与水准"),
        ("品质、品质、品质、品质", "品质、品质、品质、品质"),
        ("质量、水平、网络、品质、品质、水准", "质量、水平、网络、品质、品质、水准"),
        ("质量、水平、品质、品质、水准", "质量、水平、质量、质量、水平"),
        ("", ""),
    ],
)
def test_wording(text: str, expected: str) -> None:
    assert _after(text, steps.wording(_WORDS)) == expected


def test_wording_is_logged_word_by_word() -> None:
    assert repair("品质、网际网路、水准", [steps.wording(_WORDS)]).repairs == (
        Repair("wording", "品质", "质量", 0),
        Repair("wording", "网际网路", "互联网", 3),
        Repair("wording", "水准", "水平", 8),
    )


def test_a_configuration_without_words_changes_nothing() -> None:
    assert _after("品质、网际网路、水准", steps.wording(Wording((), ()))) == "品质、网际网路、水准"
    assert _after("品质、网际网路、水准", steps.wording(Wording((), ("品质",)))) == "品质、网际网路、水准"
