"""Plans: every character in one heading, one unit, or white space, and each with its address."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import CleanText, Coverage, Plan, Section, Source, Span, Unit
from qcompare.parsing.plans import coverage, parse, sentences
from qcompare.preparing import dictionary
from qcompare.reading.read import extract, open_text
from qcompare.storage.configuration import load_settings
from qcompare.text import steps
from qcompare.text.cleaning import clean
from qcompare.text.edits import repair
from qcompare.text.words import Lexicon

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_needs_shared = pytest.mark.skipif(not _SHARED.is_dir(), reason="the real plans are not here")
_SOURCE = Source(path="plan.txt", sha256="", format="txt", encoding="utf-8")


def _parse(text: str) -> Plan:
    return parse(repair(text, ()), _SOURCE, {}, "plan")


def _assert_whole(plan: Plan, clean_text: CleanText) -> None:
    """The laws of the contract: nothing lost, nothing twice, all in order, each with its own address."""
    parts: list[Section | Unit] = sorted((*plan.sections, *plan.units), key=lambda part: part.span)
    assert plan.text == clean_text.text
    assert all(a.span.end <= b.span.start for a, b in pairwise(parts))
    assert all(part.span.start < part.span.end for part in parts)
    assert "".join("".join(part.span.of(plan.text) for part in parts).split()) == "".join(plan.text.split())
    between = [Span(a.span.end, b.span.start).of(plan.text) for a, b in pairwise(parts)]
    assert "".join(between).strip() == ""
    count = plan.coverage
    assert count.characters == len(plan.text)
    assert count.characters == count.in_units + count.in_headings + count.in_chrome + count.whitespace
    for each in (plan.sections, plan.units):
        assert list(each) == sorted(each, key=lambda part: part.span)
        assert len({part.id for part in each}) == len({part.ref for part in each}) == len(each)
    assert all(unit.text == unit.span.of(plan.text) == unit.text.strip() for unit in plan.units)
    _assert_sections(plan)
    _assert_source_spans(plan.units, clean_text)


def _assert_sections(plan: Plan) -> None:
    by_id = {section.id: section for section in plan.sections}
    for section in plan.sections:
        heading = section.span.of(plan.text)
        assert section.number in heading
        assert section.title in heading
        parent = by_id.get(section.parent or "")
        assert section.level == (parent.level + 1 if parent else 1)
        assert section.ref.startswith(parent.ref if parent else "")
    for unit in plan.units:
        above = [section for section in plan.sections if section.span < unit.span]
        assert unit.section == (above[-1].id if above else None)
        assert unit.ref.rpartition("¶")[0].strip() == (above[-1].ref if above else "")


def _assert_source_spans(units: Sequence[Unit], clean_text: CleanText) -> None:
    spans = [unit.source_span for unit in units]
    assert all(0 <= span.start <= span.end <= clean_text.offsets.source_length for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    assert spans == [clean_text.offsets.source_span(unit.span) for unit in units]


# --- examples -----------------------------------------------------------------------------------


def test_a_plan() -> None:
    text = (
        "浏览量：12\n某市质量提升方案\n一、总体要求\n（一）目标。到2025年，提升质量。 落实责任！\n\n"
        "本方案由市局解释。\n某市政府\n"
    )
    plan = _parse(text)
    assert plan.sections == (
        Section("s001", None, 1, "一", "总体要求", Span(16, 22), "一"),
        Section("s002", "s001", 2, "一", "目标", Span(23, 29), "一(一)"),
    )
    assert plan.units == (
        Unit("u001", None, "¶1", "浏览量：12", Span(0, 6), Span(0, 6), chrome=True),
        Unit("u002", None, "¶2", "某市质量提升方案", Span(7, 15), Span(7, 15)),
        Unit("u003", "s002", "一(一) ¶1", "到2025年，提升质量。", Span(29, 41), Span(29, 41)),
        Unit("u004", "s002", "一(一) ¶2", "落实责任！", Span(42, 47), Span(42, 47)),
        Unit("u005", "s002", "一(一) ¶3", "本方案由市局解释。", Span(49, 58), Span(49, 58)),
        Unit("u006", "s002", "一(一) ¶4", "某市政府", Span(59, 63), Span(59, 63)),
    )
    assert plan.coverage == Coverage(characters=64, in_units=38, in_headings=12, in_chrome=6, whitespace=8)
    _assert_whole(plan, repair(text, ()))


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        # levels that are left out, and numbers that begin again
        (
            "一、甲\n1.乙\n（1）丙\n（一）丁\n1.戊\n二、己\n①庚",
            ["一", "一1", "一1(1)", "一(一)", "一(一)1", "二", "二①"],
        ),
        ("（一）甲\n一、乙\n（一）丙", ["(一)", "一", "一(一)"]),
        (
            "第一章 甲\n第一节 乙\n一、丙\n第二章 丁\n一、戊",
            ["第一章", "第一章第一节", "第一章第一节一", "第二章", "第二章一"],
        ),
        ("一、甲\n（一）乙\n一、丙\n（一）丁\n（一）戊", ["一", "一(一)", "一#2", "一#2(一)", "一#2(一)#2"]),
        # several on a line
        ("一、甲（一）乙。落实责任。（二）丙。落实。二、丁", ["一", "一(一)", "一(二)", "二"]),
    ],
)
def test_references(text: str, outline: list[str]) -> None:
    plan = _parse(text)
    assert [section.ref for section in plan.sections] == outline
    _assert_whole(plan, repair(text, ()))


def test_furniture_parts_no_title_from_its_body() -> None:
    plan = _parse("（一）总体目标。\n扫一扫在手机打开当前页\n到2025年，提升质量。")
    assert [(unit.ref, unit.chrome) for unit in plan.units] == [("(一) ¶1", True), ("(一) ¶2", False)]


def test_the_source_span_goes_back_through_the_repairs() -> None:
    source = "一、總體要求\u3000\n　　推動２０２５年質量提升。"
    repaired = repair(source, (steps.widths, steps.script))
    plan = parse(repaired, _SOURCE, {}, "plan")
    assert [unit.text for unit in plan.units] == ["推动2025年质量提升。"]
    assert plan.units[0].source_span.of(source) == "推動２０２５年質量提升。"
    assert (plan.repairs, plan.suspects, plan.source) == (repaired.repairs, repaired.suspects, _SOURCE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]),
        ("甲；乙，丙：丁…戊", ["甲；乙，丙：丁…戊"]),
        ("“甲。”乙（丙！）丁《戊？》己。", ["“甲。”", "乙（丙！）", "丁《戊？》", "己。"]),
        ("“甲。”。乙", ["“甲。”。", "乙"]),
        ("甲！！乙？！”丙", ["甲！！", "乙？！”", "丙"]),
        (" 甲。  乙。 ", ["甲。", "乙。"]),
        ("。。甲", ["。。", "甲"]),
        ("3.5%，http://a.cn/?b!c", ["3.5%，http://a.cn/?b!c"]),
        ("", []),
        (" ", []),
    ],
)
def test_sentences(line: str, expected: list[str]) -> None:
    text = f"前{line}后"
    assert [span.of(text) for span in sentences(text, Span(1, 1 + len(line)))] == expected


def test_coverage_does_not_add_up_where_a_character_is_lost() -> None:
    units = (Unit("u001", None, "¶1", "甲 乙", Span(0, 3), Span(0, 3)),)
    count = coverage("甲 乙 \n丙", (), units)
    assert count == Coverage(characters=6, in_units=3, in_headings=0, in_chrome=0, whitespace=2)
    assert count.in_units + count.whitespace == count.characters - 1


# --- laws ---------------------------------------------------------------------------------------

_NUMBERS = st.sampled_from(
    [
        *(
            f"第{n}{unit}{gap}"
            for n in ("一", "十二", "3")
            for unit in ("编", "章", "节", "条")
            for gap in ("", " ", "　")
        ),
        *(f"{n}{mark}" for n in ("一", "二", "十三") for mark in ("、", " 、", "．")),
        *(
            f"{opening}{n}{closing}"
            for n in ("一", "二", "1", "12")
            for opening, closing in ("（）", "()", "(）")
        ),
        *(f"{n}{mark}" for n in (1, 2, 15) for mark in (".", "、", "． ")),
        *("①", "②", "一是", "■", "——", "附件：1.", "1.5", "3、5", ""),
    ]
)
_BODIES = st.text(
    st.sampled_from("质量提升一二十年区局。。，；：！？（）“”《》1.5% \t\u3000\u2028𠀀é\ue001"), max_size=60
)
_LINES = st.one_of(
    st.builds("{}{}".format, _NUMBERS, _BODIES),
    st.builds("{}{}。{}".format, _NUMBERS, st.text("质量提升", min_size=1, max_size=8), _BODIES),
    st.sampled_from(
        [
            "首页",
            "打印 关闭",
            "浏览量：12",
            "来源：某报",
            "名称：",
            "扫一扫在手机打开当前页",
            "粤ICP备12345678号",
            "附件：",
            "",
            " ",
        ]
    ),
    st.text(max_size=30),
)
_DOCUMENTS = st.builds(
    "".join,
    st.lists(st.builds("{}{}".format, _LINES, st.sampled_from(["\n", "\r\n", "\n\n", "", " "])), max_size=12),
)


@given(_DOCUMENTS)
def test_nothing_is_lost_from_any_document(text: str) -> None:
    untouched = repair(text, ())
    _assert_whole(parse(untouched, _SOURCE, {}, "plan"), untouched)


@given(_DOCUMENTS)
def test_nothing_is_lost_from_a_repaired_document(text: str) -> None:
    small = (steps.unseen, steps.widths, steps.compatible, steps.glyphs, steps.script, steps.aspect)
    repaired = repair(text, small)
    _assert_whole(parse(repaired, _SOURCE, {}, "plan"), repaired)


@given(_DOCUMENTS, st.sampled_from(["", " "]))
def test_nothing_is_lost_from_a_document_on_one_line(text: str, glue: str) -> None:
    flattened = repair(glue.join(text.splitlines()), ())
    _assert_whole(parse(flattened, _SOURCE, {}, "plan"), flattened)


# --- the real plans -----------------------------------------------------------------------------


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of(dictionary())


@cache
def _real(name: str) -> tuple[Plan, CleanText]:
    path = _SHARED / name
    text, encoding = open_text(path.read_bytes(), path.name)
    cleaned = clean(extract(text, encoding, path.name).text, load_settings(None, None).wording, _lexicon())
    return parse(cleaned, _SOURCE, {}, path.stem), cleaned


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


_FILES = [
    str(file.relative_to(_SHARED))
    for folder in ("plans", "wider")
    for file in sorted(_SHARED.glob(f"{folder}/*"))
]
_GOLD = {
    "topics_hangzhou-2018": "plans/hangzhou-2018-plan.txt",
    "topics_beijing-2021": "plans/beijing-2021-plan.txt",
    "topics_zhejiang-report-2026": "wider/zhejiang-report-2026.txt",
    "topics_statecouncil-zero-waste": "wider/statecouncil-zero-waste.txt",
    "topics_shanghai-disaster-opinion": "wider/shanghai-disaster-opinion.txt",
    "units_xian-2014": "plans/xian-2014-plan.txt",
}


@pytest.mark.shared
@_needs_shared
@pytest.mark.parametrize("name", _FILES)
def test_nothing_is_lost_from_a_real_document(name: str) -> None:
    _assert_whole(*_real(name))


@pytest.mark.shared
@_needs_shared
@pytest.mark.parametrize(("gold", "name"), _GOLD.items())
def test_every_sentence_that_a_coder_read_is_a_unit(gold: str, name: str) -> None:
    plan, _ = _real(name)
    rows = (_SHARED / "gold" / f"{gold}.tsv").read_text(encoding="utf-8").splitlines()
    read = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    chrome = {_squeezed(unit.text): unit.chrome for unit in plan.units}
    assert [row["text"] for row in read if _squeezed(row["text"]) not in chrome] == []
    coded = [row for row in read if "topic" in row]
    assert [
        row["text"] for row in coded if chrome[_squeezed(row["text"])] != (row["topic"] == "chrome")
    ] == []
    known = {_squeezed(row["text"]) for row in read}
    assert [unit.text for unit in plan.units if not unit.chrome and _squeezed(unit.text) not in known] == []


@pytest.mark.shared
@_needs_shared
@pytest.mark.parametrize(
    ("name", "sections", "chrome"),
    [
        ("plans/beijing-2018-interpretation.txt", 0, 2),
        ("plans/beijing-2021-plan.txt", 29, 10),
        ("plans/bengbu-2018-interpretation.txt", 0, 2),
        ("plans/hangzhou-2018-plan.txt", 24, 5),
        ("plans/xian-2014-plan.txt", 32, 2),
        ("wider/guangzhou-family-doctor-2023.html", 33, 27),
        ("wider/guangzhou-kindergarten-2026.html", 24, 23),
        ("wider/shanghai-disaster-opinion.txt", 15, 0),
        ("wider/statecouncil-zero-waste.txt", 23, 0),
        ("wider/zhejiang-report-2026.txt", 39, 12),
    ],
)
def test_how_the_real_documents_are_cut(name: str, sections: int, chrome: int) -> None:
    plan, _ = _real(name)
    assert (len(plan.sections), sum(unit.chrome for unit in plan.units)) == (sections, chrome)
