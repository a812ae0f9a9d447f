"""Headings: every scheme, every trap, and where a title ends."""

from __future__ import annotations

import pytest

from qcompare.models import Span
from qcompare.parsing.headings import TITLE_LIMIT, Heading, headings
from qcompare.parsing.lines import Line, lines_of
from qcompare.parsing.schemes import numbered


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(lines_of(text))


def _titles(text: str) -> list[str | None]:
    """For each line its heading's title, or None."""
    return [heading.title if heading else None for heading in headings(_lines(text))]


@pytest.mark.parametrize(
    ("line", "number", "ref", "title"),
    [
        ("第一编 总则", "一", "第一编", "总则"),
        ("第二部分 主要任务", "二", "第二部分", "主要任务"),
        ("第三章　质量促进", "三", "第三章", "质量促进"),
        ("第12章总则", "12", "第12章", "总则"),
        ("第 四 节、 工程质量", "四", "第四节", "工程质量"),
        ("第一百二十三条 附则", "一百二十三", "第一百二十三条", "附则"),
        ("一、总体要求", "一", "一", "总体要求"),
        ("二 、 重点领域", "二", "二", "重点领域"),
        ("十二．组织实施", "十二", "十二", "组织实施"),
        ("（一）指导思想", "一", "(一)", "指导思想"),
        ("(二) 总体目标", "二", "(二)", "总体目标"),
        ("(十一）、基本原则", "十一", "(十一)", "基本原则"),
        ("1.产品质量", "1", "1", "产品质量"),
        ("2、工程质量", "2", "2", "工程质量"),
        ("3． 服务质量", "3", "3", "服务质量"),
        ("108. 环境质量", "108", "108", "环境质量"),
        ("（1）农产品", "1", "(1)", "农产品"),
        ("( 12 ) 食品", "12", "(12)", "食品"),
        ("①消费品", "①", "①", "消费品"),
        ("❷、装备", "❷", "❷", "装备"),
    ],
)
def test_the_schemes_of_numbering(line: str, number: str, ref: str, title: str) -> None:
    (heading,) = headings(_lines(line))
    assert heading is not None
    assert (heading.number, heading.ref, heading.title) == (number, ref, title)
    assert heading.span == Span(0, len(line))


def test_each_scheme_stands_below_the_one_before() -> None:
    text = (
        "第一编 甲\n第一部分 甲\n第一章 甲\n第一节 甲\n第一条 甲\n一、甲\n（一）甲\n1.甲\n（1）甲\n1）甲\n①甲"
    )
    ranks = [heading.rank for heading in headings(_lines(text)) if heading]
    assert ranks == list(range(1, 12))


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业融合发展",
        "一、 二、三产业融合发展",
        "二、三产业协调发展",
        "一、二类重点产品",
        "三、四级医院",
        "三、四季度开展检查",
        "一、二线城市",
        "一、一是加强领导",
        "1.5倍以上增长",
        "3.15晚会曝光的问题",
        "3、5号楼改造",
        "1、2、3号机组",
        "1.1 适用范围",
        "2018.12.10",
        "2018年12月10日",
        "12.4宪法日",
        "（2018年12月10日）",
        "（此件公开发布）",
        "一是加强组织领导",
        "第一，提高认识",
        "十八大以来的成就",
        "——产品质量明显提升",
        "■到2020年实现以下目标",
        "附件1",
        "1",
        "一、",
        "（一）",
        "第一章",
        "12.",
        "①",
        "",
    ],
)
def test_what_only_looks_like_a_number(line: str) -> None:
    assert _titles(line) in ([None], [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        # figures behind the number
        ("1.2018年底前完成制定", "2018年底前完成制定"),
        ("2、2020年实现全覆盖", "2020年实现全覆盖"),
        ("3. 5个重点项目", "5个重点项目"),
        ("4.5G网络建设", "5G网络建设"),
        ("一、三农工作", "三农工作"),
        ("四、十大工程", "十大工程"),
        ("二、一期工程建设", "一期工程建设"),
        # closes without 。
        ("一、为什么要制定《意见》？", "为什么要制定《意见》？"),
        ("（一）推动“放管服”改革", "推动“放管服”改革"),
        ("(三)《条例》", "《条例》"),
        ("二、到2020年，实现以下目标：", "到2020年，实现以下目标"),
        # the rest of a sentence, a row of a table, a table of contents
        ("1.制定规划；", None),
        ("1.制定规划，", None),
        ("2.开展检查;", None),
        ("3.品牌、", None),
        ("1.合格率\t96%", None),
        ("一、总体要求\t3", None),
        ("一、总体要求…………3", None),
        ("一、总体要求......12", None),
        ("一、总体要求———— 1", None),
        # the record that a page keeps
        ("1.索引号：000014349", None),
        ("2.【发文字号】某政发〔2020〕1号", None),
    ],
)
def test_the_whole_line_is_a_title_if_it_closes_without_a_stop(line: str, title: str | None) -> None:
    assert _titles(line) == [title]


@pytest.mark.parametrize(
    ("line", "title", "heading"),
    [
        ("（一）总体目标。到2015年，质量明显提升。", "总体目标", "（一）总体目标。"),
        ("1.产品质量：合格率达到98%。", "产品质量", "1.产品质量："),
        ("1.产品质量: 合格率达到98%。", "产品质量", "1.产品质量:"),
        ("二、工作目标 。 到2015年", "工作目标", "二、工作目标 。"),
        ("(一)推进3:1和2：1比例改革。落实", "推进3:1和2：1比例改革", "(一)推进3:1和2：1比例改革。"),
        ("(一)打造https://x.cn平台。落实", "打造https://x.cn平台", "(一)打造https://x.cn平台。"),
        ("(一)到2020年：全面建成", "到2020年", "(一)到2020年："),
        # a stop in brackets ends no title
        (
            "(一)全面创建（时间：2014年6月）。通过",
            "全面创建（时间：2014年6月）",
            "(一)全面创建（时间：2014年6月）。",
        ),
        ("(一)落实《质量：新时代》。通过", "落实《质量：新时代》", "(一)落实《质量：新时代》。"),
        ("(一)全面(含：甲。乙)创建。通过", "全面(含：甲。乙)创建", "(一)全面(含：甲。乙)创建。"),
        # a question with its mark, before the answer
        ("一、为何出台《方案》？ 答：为了质量。", "为何出台《方案》？", "一、为何出台《方案》？"),
        # customary titles, which nothing parts from their bodies
        ("(一)指导思想以发展理念为引领，提升质量。", "指导思想", "(一)指导思想"),
        ("二、工作目标到2025年，合格率达到96%。", "工作目标", "二、工作目标"),
        ("二、工作目标明确，措施有力。落实", "工作目标明确，措施有力", "二、工作目标明确，措施有力。"),
        ("三、保障措施落实到位。抓好", "保障措施落实到位", "三、保障措施落实到位。"),
    ],
)
def test_a_title_that_runs_into_its_body(line: str, title: str, heading: str) -> None:
    (found,) = headings(_lines(line))
    assert found is not None
    assert (found.title, found.span.of(line)) == (title, heading)


@pytest.mark.parametrize(
    ("length", "expected"),
    [(1, True), (TITLE_LIMIT - 1, True), (TITLE_LIMIT, False), (3 * TITLE_LIMIT, False)],
)
def test_a_longer_first_sentence_is_a_sentence(length: int, expected: bool) -> None:
    title = "质" * length
    for line in (f"一、{title}", f"（一）{title}。落实责任。", f"1.{title}：", f"1、{title}：落实"):
        assert _titles(line) == [title if expected else None]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # the body is on the line below
        ("（一）总体目标。\n到2015年，质量提升。", ["总体目标", None]),
        ("（二）具体目标。\n1.产品质量", ["具体目标", "产品质量"]),
        ("1.制定规划。\n\n  各区抓紧落实。", ["制定规划", None]),
        # lists of sentences: the next of its kind, or a higher one, is below, or nothing
        ("1.制定规划。\n2.开展检查。", [None, None]),
        ("1.制定规划。\n（二）工作要求\n落实", [None, "工作要求", None]),
        ("1.制定规划。", [None]),
        # nor is the last of such a list a title
        ("1.制定规划。\n2.开展检查。\n3.落实责任。\n本意见自发布之日起施行。", [None, None, None, None]),
        ("1.制定规划；\n2.落实责任。\n本意见自发布之日起施行。", [None, None, None]),
        ("（一）甲。\n正文。\n（二）乙。\n正文。", ["甲", None, "乙", None]),
        # articles are sentences
        ("第一条 为了提高质量，制定本办法。\n第二条 本市适用本办法。", [None, None]),
        ("第一条 为了提高质量，制定本办法。\n各区参照执行。", [None, None]),
        ("第三条 市政府负责统筹。各部门配合。", ["市政府负责统筹"]),
        ("第一章 总则\n第一条 为了提高质量，制定本办法。", ["总则", None]),
        # tables, contents, attachments, notes
        ("1\t合格率\n一、\t产品\n一、甲", [None, None, "甲"]),
        ("目录\n一、甲\n二、乙\n一、甲\n正文。\n二、乙\n正文。", [None, None, None, "甲", None, "乙", None]),
        ("注：1.甲\n2.乙\n一、丙", [None, None, "丙"]),
        ("附件：1.任务分工表\n2.指标体系\n3.清单\n一、甲", [None, None, None, "甲"]),
        ("附 件:\n1.任务分工表\n2.指标体系\n任务分工表\n1.甲", [None, None, None, None, "甲"]),
    ],
)
def test_what_stands_around_a_line_decides_whether_it_is_a_title(text: str, titles: list[str | None]) -> None:
    assert _titles(text) == titles


def test_a_heading_holds_its_place_in_the_text() -> None:
    text = "前言\n  （一） 总体目标。到2015年。\n"
    assert headings(_lines(text)) == (None, Heading(7, "一", "(一)", "总体目标", Span(5, 14)))


def test_a_number_tells_where_the_rest_begins() -> None:
    begun = numbered("（一） 总体目标")
    assert begun is not None
    assert (begun.scheme.rank, begun.number, begun.rest) == (7, "一", 4)
    assert numbered("总体目标") is None


@pytest.mark.parametrize(
    "line",
    [
        "一" + " " * 100_000,
        "1." + " " * 100_000 + "质",
        "（" + " " * 100_000,
        "一、" + "：" * 100_000,
        "第" + "一" * 100_000,
    ],
)
def test_a_line_of_any_length_is_read(line: str) -> None:
    assert len(headings(_lines(line))) == 1
