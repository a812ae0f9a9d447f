"""Decoding: the encodings that plans come in, and what is said of bytes that are none of them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.errors import UnreadableInput
from qcompare.reading.decoding import decode

_SIMPLIFIED = (
    "一、总体要求\n（一）到2025年，制造业产品质量合格率达到95%以上；推行“首席质量官”制度。\n〔2021〕3号"
)
_TRADITIONAL = "一、總體要求\n（一）到2025年，製造業產品質量合格率達到95%以上；推行首席質量官制度。\n實施意見"
_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.parametrize("text", [_SIMPLIFIED, _TRADITIONAL])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_an_encoding_is_told_by_the_bytes_alone(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "plan.txt") == (text, encoding)


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "cp950"])
def test_big5_in_its_kinds(encoding: str) -> None:
    assert decode(_TRADITIONAL.encode(encoding), "plan.txt") == (_TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + _SIMPLIFIED.encode(encoding), "plan.txt") == (_SIMPLIFIED, encoding)


@pytest.mark.parametrize(
    "text", ["质量", "杭州市", "计划", "首席质量官", "〔2018〕27号", "（征求意见稿）", "關於", "國務院"]
)
def test_a_few_characters_are_enough(text: str) -> None:
    assert decode(text.encode("gb18030"), "plan.txt") == (text, "gb18030")


@pytest.mark.parametrize("text", ["品質", "關於", "臺北", "國務院", "一、總體要求", "水準"])
def test_a_few_characters_of_big5_are_enough(text: str) -> None:
    assert decode(text.encode("big5"), "plan.txt") == (text, "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_and_without_ascii(encoding: str) -> None:
    text = "推动制造业产品质量提升，实施首席质量官制度。"
    assert decode(text.encode(encoding), "plan.txt") == (text, encoding)


def test_a_page_of_tags_in_gbk_is_not_utf_16() -> None:
    page = "<html><head><meta charset='utf-8'></head><body><div class='main'>质量强市</div></body></html>"
    assert decode(page.encode("gb18030"), "plan.html") == (page, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_page_of_tags_with_zeros(encoding: str) -> None:
    page = "<html><head><meta charset='gbk'></head><body><div class='main'>质量强市</div></body></html>"
    assert decode(page.encode(encoding), "plan.html") == (page, encoding)


def test_hz_is_read_where_it_gives_chinese() -> None:
    text = "质量强市 (2025)\n"
    assert decode(text.encode("hz"), "plan.txt") == (text, "hz")
    assert decode("~{质量".encode(), "plan.txt") == ("~{质量", "utf-8")
    assert decode(b"a ~{ b ~} c", "plan.txt") == ("a ~{ b ~} c", "utf-8")


def test_utf_8_of_text_that_was_misread_before_is_still_utf_8() -> None:
    text = "质量强市".encode().decode("gb18030", "replace") + "\ufffd"
    assert decode(text.encode(), "plan.txt") == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le"])
def test_a_mark_that_is_not_true_is_no_hindrance(encoding: str) -> None:
    data = codecs.BOM_UTF8 + _TRADITIONAL.encode(encoding)
    assert decode(data, "plan.txt") == (_TRADITIONAL, encoding)


def test_line_ends_of_all_kinds_become_one() -> None:
    text = "甲\r\n乙\r丙\n丁\x0b戊\x0c己\x85庚\u2028辛\u2029壬\r\n"
    assert decode(text.encode(), "plan.txt")[0] == "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        # a stray byte, a character that lost its first byte, a file cut within a character
        (
            (_SIMPLIFIED * 3).encode("gb18030").replace("体".encode("gb18030"), b"\xff", 1),
            ("\ufffd", "gb18030"),
        ),
        ((_SIMPLIFIED * 3).encode().replace("体".encode(), b"\x93", 1), ("\ufffd", "utf-8")),
        ((_SIMPLIFIED * 3 + "体").encode()[:-1], ("\ufffd", "utf-8")),
        ((_TRADITIONAL * 3).encode("big5").replace("體".encode("big5"), b"\xff", 1), ("\ufffd", "big5hkscs")),
        (
            codecs.BOM_UTF8 + (_SIMPLIFIED * 3).encode().replace("体".encode(), b"\xff", 1),
            ("\ufffd", "utf-8"),
        ),
    ],
)
def test_a_bad_byte_is_lost_alone(data: bytes, expected: tuple[str, str]) -> None:
    text, encoding = decode(data, "plan.txt")
    clean = _TRADITIONAL if encoding == "big5hkscs" else _SIMPLIFIED
    assert (text.count("\ufffd"), encoding) == (1, expected[1])
    assert text.replace("\ufffd", "") in ((clean * 3).replace(clean[3], "", 1), clean * 3)


def test_a_pair_of_utf_16_that_is_none_is_lost_alone() -> None:
    data = codecs.BOM_UTF16_LE + _SIMPLIFIED.encode("utf-16-le") * 3 + b"\x00\xd8"
    assert decode(data, "plan.txt") == (_SIMPLIFIED * 3 + "\ufffd", "utf-16-le")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_file_that_is_cut_within_a_character(encoding: str) -> None:
    data = f"{_SIMPLIFIED}\n".encode(encoding)[:-1]
    assert decode(data, "plan.txt") == (f"{_SIMPLIFIED}\ufffd", encoding)


@pytest.mark.parametrize(
    ("bad", "text"),
    [
        (b"\xff", "推行\ufffd席质量官制度"),  # for both bytes: the text goes on in step
        ("首".encode("gb18030")[:1] + b"\xff", "推行\ufffd席质量官制度"),
        (b"\xff" + "首".encode("gb18030")[1:], "推行\ufffd席质量官制度"),
        (b"\xff\xff", "推行\ufffd席质量官制度"),
        (b"\xff" + "首".encode("gb18030"), "推行\ufffd首席质量官制度"),
    ],
)
def test_pairs_stay_in_step_behind_a_bad_byte(bad: bytes, text: str) -> None:
    before, behind = "推行".encode("gb18030"), "席质量官制度".encode("gb18030")
    data = f"{_SIMPLIFIED}\n".encode("gb18030") + before + bad + behind
    assert decode(data, "plan.txt") == (f"{_SIMPLIFIED}\n{text}", "gb18030")


def test_a_page_with_little_chinese_may_hold_a_bad_byte() -> None:
    page = "<div class='row'><span></span></div>\n" * 50 + "<p>推动产品质量提升行动</p>"
    for encoding in ("utf-8", "gb18030"):
        data = page.encode(encoding).replace("动</p>".encode(encoding), b"\xff</p>")
        assert decode(data, "plan.html") == (page.replace("动</p>", "\ufffd</p>"), encoding)


@pytest.mark.parametrize("behind", ["", "。", "</p>", "，推动产品质量提升", "\n二、重点任务"])
def test_a_piece_of_gbk_in_utf_8_is_read(behind: str) -> None:
    data = _SIMPLIFIED.encode() + "，建设质量强市".encode("gb18030") + behind.encode()
    assert decode(data, "plan.txt") == (f"{_SIMPLIFIED}，建设质量强市{behind}", "utf-8")


@pytest.mark.parametrize(
    ("data", "nearest"),
    [
        (
            "质量强市".encode("gb18030") + b"\xff",
            "the nearest is gb18030, with too many bad bytes, the first at 8",
        ),
        ("质量强市".encode()[:-1], "the nearest is utf-8, with too many bad bytes, the first at 9"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd" * 9, "none gives Chinese"),
        (bytes(range(256)) * 8, "none gives Chinese"),
        ("où êtes-vous, déjà vu".encode("latin-1"), "none gives Chinese"),
        ("это не китайский текст".encode("cp1251"), "none gives Chinese"),
    ],
)
def test_what_cannot_be_told_is_refused_with_the_place(data: bytes, nearest: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        decode(data, "plan.txt")
    assert str(refusal.value) == (
        f"plan.txt: this is no text, or its encoding cannot be told ({nearest})\n"
        "If it is text, save it as UTF-8 and try again."
    )


@given(
    st.text(
        alphabet=st.characters(
            exclude_categories=["Cs"], exclude_characters="\r\x0b\x0c\x85\u2028\u2029\ufeff\0"
        )
    )
)
def test_utf_8_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), "plan.txt") == (text, "utf-8")


@pytest.mark.shared
@pytest.mark.skipif(not _SHARED.is_dir(), reason="the real plans are not beside the repository")
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs"]
)
def test_the_real_plans_in_every_encoding(encoding: str) -> None:
    for file in sorted(_SHARED.glob("*/*.txt")):
        data = file.read_text(encoding="utf-8-sig").encode(encoding, "ignore")
        expected = encoding.removesuffix("-sig")
        text, found = decode(data, file.name)
        assert (text.rstrip("\n"), found.removesuffix("-le") if expected == "utf-16" else found) == (
            data.decode(encoding).replace("\x0c", "\n").rstrip("\n"),
            expected,
        )
