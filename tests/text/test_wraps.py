from __future__ import annotations

import pytest

from qcompare.models import Span, Suspect
from qcompare.text.edits import repair
from qcompare.text.layout.joints import Joints
from qcompare.text.layout.wraps import wraps
from qcompare.text.words import Lexicon


def _joined(text: str, lexicon: Lexicon) -> str:
    return repair(text, [wraps(Joints(lexicon))]).text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        # a word, a figure, a date
        ("各地要不断提高产品质\n量和服务水平。", "各地要不断提高产品质量和服务水平。"),
        ("产品质量合格率要在20\n20年达到百分之九十。", "产品质量合格率要在2020年达到百分之九十。"),
        ("全市产品质量抽查合格率达到98\n%以上。", "全市产品质量抽查合格率达到98%以上。"),
        ("全市产品质量合格率要提高到\n98.5%以上。", "全市产品质量合格率要提高到98.5%以上。"),
        ("本行动计划实施到2020\n年，由各部门负责。", "本行动计划实施到2020年，由各部门负责。"),
        # marks
        ("加强统筹，\n形成合力。", "加强统筹，形成合力。"),
        ("市发展改革委、\n市财政局负责。", "市发展改革委、市财政局负责。"),
        ("加强统筹\n，形成合力。", "加强统筹，形成合力。"),
        ("推进质量兴市\n。落实责任。", "推进质量兴市。落实责任。"),
        ("依据《\n产品质量法》制定。", "依据《产品质量法》制定。"),
        ("贯彻《质量发展\n规划纲要》精神。", "贯彻《质量发展规划纲要》精神。"),
        ("开展比对（含抽样\n检测）工作。", "开展比对（含抽样检测）工作。"),
        # a number that stands alone, a particle, Latin words
        ("  1.\n加强统筹。", "  1.加强统筹。"),
        ("  2\n.加强统筹。", "  2.加强统筹。"),
        ("以更大力度推进质量工作的\n开展。", "以更大力度推进质量工作的开展。"),
        ("本行动称为 Quality，\nFirst。", "本行动称为 Quality，First。"),
        # across blank lines and the number of a page
        ("各地要不断提高产品质\n\n量和服务水平。", "各地要不断提高产品质量和服务水平。"),
        ("各地要不断提高产品质\n— 3 —\n量和服务水平。", "各地要不断提高产品质量和服务水平。"),
        ("各地要不断提高产品质\n\n第 3 页 共 9 页\n\n量和服务水平。", "各地要不断提高产品质量和服务水平。"),
        # a single bare number that cuts a word
        ("（五）深化服\n1\n务认证试点。推行第三方评价。", "（五）深化服务认证试点。推行第三方评价。"),
        ("（二）实施质量攻关工\n1\n程\n1.破解难题。", "（二）实施质量攻关工程\n1.破解难题。"),
        # a page ends within a line of several clauses
        (
            "（二）健全管理体系，推动导入先进方法，组织员工开展岗位技能和管理创新"
            "\n\n— 4 —\n\n改进活动，形成合力。",
            "（二）健全管理体系，推动导入先进方法，组织员工开展岗位技能和管理创新改进活动，形成合力。",
        ),
        (
            "各地各有关部门要加大对质量创新成果转化、质量人才培养和公共服务平台建设的支持力度,积极鼓励社会资本参与平台运营,引导骨干企业聚焦\n"
            "— 4 —\n主业提升水平,形成合力。",
            "各地各有关部门要加大对质量创新成果转化、质量人才培养和公共服务平台建设的支持力度,积极鼓励社会资本参与平台运营,引导骨干企业聚焦"
            "主业提升水平,形成合力。",
        ),
        # several clauses are no heading
        (
            "各部门要加强协调。要形成合力，共同推进\n本市各项工作，确保实效。",
            "各部门要加强协调。要形成合力，共同推进本市各项工作，确保实效。",
        ),
        # what the page writes as one elsewhere
        (
            "质量兴市是长期任务。\n全市上下要提高认识，持久开展质量\n兴市工作，确保实效。",
            "质量兴市是长期任务。\n全市上下要提高认识，持久开展质量兴市工作，确保实效。",
        ),
    ],
)
def test_breaks_inside_sentences(text: str, joined: str, lexicon: Lexicon) -> None:
    assert _joined(text, lexicon) == joined


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n坚持质量第一，提高效益。",
        "四、健全质量管理体系\n体系建设是基础，各地要提高认识。\n质量管理体系体系建设",  # together elsewhere
        "提高认识，加强领导\n各级各部门要高度重视，落实责任。",  # an unnumbered heading
        "（一）加强领导，落实责任\n各级各部门要高度重视，落实责任。",
        "某市人民政府\n关于开展质量提升行动的\n通知\n",  # a title: parsing joins it
        "某市人民政府办公室\n2018年3月1日",
        "各区、县人民政府：\n为了提高质量，制定本方案。",
        "具体要求如下，\n（一）加强领导。\n（二）落实责任。",
        "省长代表省政府作工作报告。本报记者某某某摄\n过去的一年，成绩突出。",
        "联系人：某某，联系电话：81085234\n某市市场监督管理局",
        "产品质量\t合格率\n量值传递\t覆盖率",  # rows of a table
        "提高产品质\t98\n量\t99",
        "序号\n1\n质量\n2\n标准\n3\n品牌",
        "首页\n新闻中心\n政务公开\n办事服务",
        "提高认识，加强领导\n— 3 —\n各级各部门要高度重视，落实责任。",
        "一、总体要求\n— 3 —\n为了提高质量，制定本方案。",
        "全市新增创新型企业\n12\n家，比上年增加。",
        "提高产品质\t98\n1\n量\t99，其他",
        "（各区人民政府按职责分工负责，市市场监管局指导）\n— 3 —\n发展循环产业，形成合力。",
        "到2020年全面建成。\n— 3 —\n各部门要落实责任。",  # between paragraphs a page number stays
        "发布日期\n2018-03-01\n浏览次数：20\n2018年度工作",
        "大\n中\n小",
        "“十三五”期间成绩突出。\n“十四五”期间再接再厉。",
        "”",
        "",
    ],
)
def test_ends_of_lines_that_are_meant(text: str, lexicon: Lexicon) -> None:
    titles = text.replace("行动的\n通知", "行动的通知")  # but 的 ends no line
    assert _joined(text, lexicon) == titles


_PARAGRAPHS = (
    "一、总体要求",
    "坚持以质量和效益为中心，把提高供给体系质量作为主攻方向，全面提升产品、工程、服务和环境质量。"
    "到2020年，主要产品质量监督抽查合格率稳定在95%以上，重点工程一次验收合格率达到100%。",
    "（一）夯实质量基础",
    "加强计量、标准、认证认可和检验检测体系建设，开放共享各类实验室资源，为中小企业提供技术服务。"
    "鼓励企业参与国际标准和国家标准制定，培育一批有影响力的团体标准，推动先进标准转化应用。",
    "（二）落实主体责任",
    "企业法定代表人对质量安全负首要责任，关键岗位人员实行岗位质量规范与考核制度，推行首席质量官制度。"
    "引导企业采用先进管理方法，广泛开展质量改进、质量攻关和质量管理小组活动。",
)
_TEXT = "\n".join(_PARAGRAPHS)


def _wrapped(width: int, indent: str, between: str, page: str = "") -> str:
    lines = [
        line[start : start + width]
        for line in (indent + paragraph for paragraph in _PARAGRAPHS)
        for start in range(0, len(line), width)
    ]
    ends = [
        between if any(p.endswith(line.strip()) for p in _PARAGRAPHS) else page if i == 8 and page else "\n"
        for i, line in enumerate(lines)
    ]
    return "".join(line + end for line, end in zip(lines, ends, strict=True)).strip("\n")


@pytest.mark.parametrize("width", [31, 35, 38, 40, 45])
@pytest.mark.parametrize(("indent", "between"), [("", "\n"), ("  ", "\n"), ("", "\n\n"), ("　　", "\n\n")])
def test_text_wrapped_at_a_width(width: int, indent: str, between: str, lexicon: Lexicon) -> None:
    expected = between.join(indent + paragraph for paragraph in _PARAGRAPHS)
    assert _joined(_wrapped(width, indent, between), lexicon) == expected


def test_a_sentence_that_ends_where_the_line_does_goes_on_below_without_an_indent(lexicon: Lexicon) -> None:
    first = "  坚持质量第一，推进全市产业转型升级和高质量发"
    lines = [
        first,
        "展，增强企业核心竞争力，健全质量工作体系机制。",
        "完善标准，提高产品、工程和服务的总体质量水",
        "平。",
    ]
    other = ["  落实各级责任，把质量工作纳入绩效考核，推动形", "成大质量工作格局。"]
    assert _joined("\n".join(lines + other), lexicon) == "".join(lines) + "\n" + "".join(other)


def test_a_page_of_markup_pieces_becomes_paragraphs(lexicon: Lexicon) -> None:
    pieces = [
        "  一、主要任务",
        "  1\n.推进\n质量\n提升\n。\n各区要制定方案，落实责任。",
        "  2.\n加强\n监管。\n各部门要完善制度，形成合力。",
        "  3.完善\n政策\n。\n各单位要加大投入，保障到位。",
        "  4.营造良好氛围。\n各媒体要广泛宣传，凝聚共识。",
        "  二、保障措施",
    ]
    whole = [piece.replace("\n", "") for piece in pieces]
    assert _joined("\n".join(pieces), lexicon) == "\n".join(whole)


def test_bare_numbers_that_count_on_are_the_numbers_of_pages(lexicon: Lexicon) -> None:
    page = "各部门要结合实际抓好落实。\n" * 15
    text = f"{page}要不断提高产品质\n7\n量。\n{page}要不断增强竞争优\n8\n势。\n"
    assert _joined(text, lexicon) == f"{page}要不断提高产品质量。\n{page}要不断增强竞争优势。\n"


def _paged(above: str, below: str) -> str:
    """A wrapped text with indented paragraphs, and one more that a page parts."""
    return f"{_wrapped(35, '  ', chr(10))}\n{above}\n— 1 —\n{below}\n  （一）制定目标。"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("  第六条　质量总监", "履行下列职责："),
        ("  2　石", "门镇　蜜橘　4　2023年6月"),
    ],
)
def test_where_paragraphs_are_indented_a_page_without_an_indent_goes_on(
    above: str, below: str, lexicon: Lexicon
) -> None:
    assert f"\n{above}{below}\n" in _joined(_paged(above, below), lexicon)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("  第六条　质量总监", "  市市场监督管理局负责培训。"),  # an indent of its own
        ("2　石门镇　蜜橘", "3　新关镇　柑橘"),  # rows without an indent
        ("  第六条　质量总监", "（一）履行职责。"),  # numbered
    ],
)
def test_paragraphs_that_a_page_parts_stay_apart(above: str, below: str, lexicon: Lexicon) -> None:
    assert f"\n{above}\n— 1 —\n{below}\n" in _joined(_paged(above, below), lexicon)


@pytest.mark.parametrize(
    ("text", "suspects"),
    [
        ("各地要落实责任。农村药房、乡镇医院采购\n1\n渠道规范，比例达到98%。", ["1"]),
        ("三要着眼\n1\n质量基础，推动各地计量互认。", ["1"]),  # the only one
        ("三要着眼\n1\n质量基础，推动计量互认。\n四要着眼\n2\n市场监管，强化执法。", []),  # a list's
        ("各地要落实责任。\n1\n加强监管，强化执法。", []),
    ],
)
def test_a_bare_number_within_a_sentence_is_a_suspect(
    text: str, suspects: list[str], lexicon: Lexicon
) -> None:
    found = wraps(Joints(lexicon))(text)
    inside = [
        doubt for doubt in found.suspects if doubt.reason == "looks like a page number inside a sentence"
    ]
    assert (found.edits, [doubt.text for doubt in inside]) == ((), suspects)
    assert [doubt.span.of(text) for doubt in inside] == suspects


def test_a_line_that_stops_in_mid_sentence_before_no_sentence_is_a_suspect(lexicon: Lexicon) -> None:
    text = "要加强协调。今年经济社会发展主要预期目标\n是产值增长"
    found = wraps(Joints(lexicon))(text)
    reason = "the line ends in the middle of a sentence"
    doubt = Suspect("layout", "发展主要预期目标", Span(12, 20), reason)
    assert (found.edits, found.suspects) == ((), (doubt,))
