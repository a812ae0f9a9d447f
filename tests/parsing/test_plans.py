"""Plans: every character in one heading, one unit, or white space, and each with its address."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import CleanText, Coverage, Plan, Section, Source, Span, Suspect, Unit
from qcompare.parsing.plans import coverage, parse, sentences
from qcompare.preparing import dictionary
from qcompare.reading.read import extract, open_text
from qcompare.storage.configuration import load_settings
from qcompare.text import glyphs, script, steps
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
        at = unit.ref.rpartition("¶")[0].strip()
        if unit.section:
            last = [section for section in plan.sections if section.span < unit.span][-1]
            assert by_id[unit.section] in _with_parents(last, by_id)
            assert at == by_id[unit.section].ref
        else:  # ahead of the first section of its part, or behind a numbered sentence
            assert re.fullmatch(r"(?:通知|附[件表录图][^:]*)?", at)


def _with_parents(section: Section, by_id: Mapping[str, Section]) -> list[Section]:
    return [section, *(_with_parents(by_id[section.parent], by_id) if section.parent else ())]


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


def test_a_notice_a_plan_and_its_annexes_have_references_of_their_own() -> None:
    text = (
        "关于印发某市质量提升行动方案的通知\n各区：\n一、提高认识。抓好落实。\n某市政府\n附件1\n某市质量提升行动方案\n"
        "制定本方案。\n一、总体要求\n（一）目标。提升质量。\n附件2\n任务分工表\n一、产品质量\n各区落实。\n附件3\n无"
    )
    plan = _parse(text)
    assert [section.ref for section in plan.sections] == ["通知:一", "一", "一(一)", "附件2:一"]
    assert [(section.level, section.parent) for section in plan.sections] == [
        (1, None),
        (1, None),
        (2, "s002"),
        (1, None),
    ]
    assert [(unit.ref, unit.section) for unit in plan.units] == [
        ("通知 ¶1", None),
        ("通知 ¶2", None),
        ("通知:一 ¶1", "s001"),
        ("通知:一 ¶2", "s001"),
        ("¶1", None),
        ("¶2", None),
        ("¶3", None),
        ("一(一) ¶1", "s003"),
        ("附件2 ¶1", None),
        ("附件2 ¶2", None),
        ("附件2:一 ¶1", "s004"),
        ("附件3 ¶1", None),
        ("附件3 ¶2", None),
    ]
    assert plan.suspects == ()
    _assert_whole(plan, repair(text, ()))


def test_a_row_of_a_table_is_one_unit() -> None:
    rows = "序号\t指标\t要求\n1\t合格率\t达到96%。逐年提高。\n一、\t产品\t抽查"
    text = f"一、目标\n专栏1 主要指标\n{rows}\n二、任务"
    plan = _parse(text)
    assert [section.number for section in plan.sections] == ["一", "二"]
    assert [unit.text for unit in plan.units] == text.split("\n")[1:5]
    _assert_whole(plan, repair(text, ()))


def test_a_numbered_sentence_ends_the_sections_of_its_kind() -> None:
    long = "围绕重点产业开展质量提升行动" * 4
    plan = _parse(f"一、甲\n（一）乙。落实。\n1.丙\n（二）{long}。\n抓好落实。\n1.丁\n二、{long}。\n结束。")
    assert [(section.ref, section.parent) for section in plan.sections] == [
        ("一", None),
        ("一(一)", "s001"),
        ("一(一)1", "s002"),
        ("一1", "s001"),
    ]
    assert [unit.ref for unit in plan.units] == ["一(一) ¶1", "一 ¶1", "一 ¶2", "¶1", "¶2"]


def test_numbering_that_jumps_is_reported_and_nothing_is_dropped() -> None:
    text = "一、要求\n抓好落实。\n主要任务\n三、保障"
    plan = _parse(text)
    reason = "numbering jumps to 三 after 一"
    assert plan.suspects == (Suspect("layout", "三、保障", Span(16, 20), reason),)
    assert [unit.text for unit in plan.units] == ["抓好落实。", "主要任务"]
    _assert_whole(plan, repair(text, ()))


def test_a_number_on_a_line_of_its_own_goes_with_its_title() -> None:
    plan = _parse("一、\n总体要求\n抓好落实。")
    assert [(section.title, section.span) for section in plan.sections] == [("总体要求", Span(0, 7))]
    assert [unit.text for unit in plan.units] == ["抓好落实。"]


def test_furniture_parts_no_title_from_its_body() -> None:
    plan = _parse("（一）总体目标。\n扫一扫在手机打开当前页\n到2025年，提升质量。")
    assert [(unit.ref, unit.chrome) for unit in plan.units] == [("(一) ¶1", True), ("(一) ¶2", False)]


def test_the_source_span_goes_back_through_the_repairs() -> None:
    source = "一、總體要求\u3000\n　　推動２０２５年質量提升。"
    repaired = repair(source, (steps.widths, script.script))
    plan = parse(repaired, _SOURCE, {}, "plan")
    assert [unit.text for unit in plan.units] == ["推动2025年质量提升。"]
    assert plan.units[0].source_span.of(source) == "推動２０２５年質量提升。"
    assert (plan.repairs, plan.suspects, plan.source) == (repaired.repairs, repaired.suspects, _SOURCE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]),
        ("甲；乙，丙：丁…戊", ["甲；乙，丙：丁…戊"]),
        ("“甲。”乙（丙！）丁《戊？》己。", ["“甲。”", "乙（丙！）", "丁《戊？》己。"]),
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
    small = (steps.unseen, steps.widths, glyphs.compatible, script.script, script.aspect)
    repaired = repair(text, small)
    _assert_whole(parse(repaired, _SOURCE, {}, "plan"), repaired)


@given(_DOCUMENTS, st.sampled_from(["", " "]))
def test_nothing_is_lost_from_a_document_on_one_line(text: str, glue: str) -> None:
    flattened = repair(glue.join(text.splitlines()), ())
    _assert_whole(parse(flattened, _SOURCE, {}, "plan"), flattened)


# --- documents made of outlines: what is found is what was written --------------------------------

_HAN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
_ORDERS = [  # of schemes, highest first: how a number is written, and whether in Chinese
    [("{}、", True), ("（{}）", True), ("{}.", False), ("（{}）", False)],
    [("{} 、", True), ("({})", True), ("{}、", False), ("({})", False)],
    [("第{}章 ", True), ("第{}节 ", True), ("{}、", True), ("（{}）", True)],
    [("第{}部分　", True), ("{}．", True), ("( {} ) ", True), ("{}． ", False)],
]
_TITLES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["产品", "工程", "服务", "标准", "计量", "品牌", "“放管服”", "5G网络", "检验检测"]),
    st.sampled_from(["质量", "体系", "人才", "监管", "创新，协同", "（试点）", "、文化"]),
    st.sampled_from(["提升", "建设", "行动", "保障"]),
)
_SENTENCES_OF_BODY = st.sampled_from(
    [
        "推进制度建设，落实主体责任。",
        "到2025年，合格率达到98.5%，满意度提高1.5个百分点。",
        "一是强化监管；二是优化服务；三是深化改革。",
        "推动一、二、三产业融合发展，见第三章和附件1。",
        "重点做好：（1）抽查；（2）召回；（3）追溯。",
        "深化《质量强市：三年行动（试行）》，“质量第一。”",
    ]
)
_BODIES_OF_SECTIONS = st.lists(_SENTENCES_OF_BODY, min_size=1, max_size=3).map("".join)
_MARKS = ("。", "：")


@dataclass(frozen=True)
class _Written:
    """A section as it is written: its title, the mark that ends it, if any, its body, what is below."""

    title: str
    mark: str
    body: str
    below: tuple[_Written, ...]


def _sections(depth: int) -> st.SearchStrategy[tuple[_Written, ...]]:
    below = _sections(depth - 1) if depth else st.just(())
    closed = st.builds(_Written, _TITLES, st.sampled_from(_MARKS), _BODIES_OF_SECTIONS, below)
    opened = st.builds(_Written, _TITLES, st.just(""), st.just(""), below)
    return st.lists(st.one_of(closed, opened), min_size=2, max_size=3).map(tuple)


def _lines_of(
    sections: tuple[_Written, ...], order: Sequence[tuple[str, bool]]
) -> Iterator[tuple[str, tuple[int, str, str] | None]]:
    """The lines of an outline, each with the level, number and title of the heading that it is or opens."""
    (form, is_han), *lower = order
    for n, section in enumerate(sections):
        number = _HAN[n] if is_han else str(n + 1)
        level = 5 - len(order)
        yield (
            form.format(number) + section.title + section.mark + section.body,
            (level, number, section.title),
        )
        if not section.mark:
            yield "各区、各部门要抓好落实，形成合力。", None
        yield from _lines_of(section.below, lower)


_OUTLINES = st.tuples(_sections(2), st.sampled_from(_ORDERS))
_CHROME = st.sampled_from(["浏览量：12", "扫一扫在手机打开当前页", "粤ICP备12345678号"])
_TABLE = "序号\t指标\t要求\n1\t合格率\t达到96%。\n2\t满意度\t80分"


def _headings_of(plan: Plan) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.title) for section in plan.sections]


@given(_OUTLINES, st.lists(_CHROME, max_size=2), st.lists(_CHROME, max_size=2), st.booleans())
def test_every_heading_of_an_outline_is_found(
    outline: tuple[tuple[_Written, ...], list[tuple[str, bool]]],
    head: list[str],
    foot: list[str],
    table: bool,
) -> None:
    lines = list(_lines_of(*outline))
    text = "\n".join([*head, "某市质量提升行动方案", *(line for line, _ in lines), *[_TABLE][:table], *foot])
    plan = _parse(text)
    assert _headings_of(plan) == [heading for _, heading in lines if heading]
    assert plan.suspects == ()
    assert sum(unit.chrome for unit in plan.units) == len(head) + len(foot)
    assert [unit.text for unit in plan.units if "\t" in unit.text] == _TABLE.split("\n") * table
    _assert_whole(plan, repair(text, ()))


@given(_OUTLINES)
def test_every_heading_is_found_where_blanks_stand_for_line_ends(
    outline: tuple[tuple[_Written, ...], list[tuple[str, bool]]],
) -> None:
    lines = list(_lines_of(*outline))
    text = "为贯彻落实国家部署，制定本方案。 " + " ".join(line for line, _ in lines)
    plan = _parse(text)
    assert _headings_of(plan) == [heading for _, heading in lines if heading]
    _assert_whole(plan, repair(text, ()))


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
        ("wider/guangzhou-family-doctor-2023.html", 31, 30),
        ("wider/guangzhou-kindergarten-2026.html", 24, 23),
        ("wider/shanghai-disaster-opinion.txt", 15, 0),
        ("wider/statecouncil-zero-waste.txt", 23, 0),
        ("wider/zhejiang-report-2026.txt", 39, 12),
    ],
)
def test_how_the_real_documents_are_cut(name: str, sections: int, chrome: int) -> None:
    plan, _ = _real(name)
    assert (len(plan.sections), sum(unit.chrome for unit in plan.units)) == (sections, chrome)
