"""Metadata of invented documents of many shapes, and of the real plans where they are at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from qcompare.models import About, Metadata, Section, Span, Unit
from qcompare.parsing.lines import lines_of
from qcompare.parsing.marks import doc_numbers, own_number, period_of, read_day
from qcompare.parsing.metadata import read_metadata
from qcompare.text.script import simplify

_HEADING = re.compile(r"([一二三四五六七八九十]+)、")
_CHROME = "~"  # marks a line of page furniture in the cases below


def meta(source: str, given: Mapping[str, object] | None = None, stem: str = "some file") -> Metadata:
    """The metadata of a text whose lines are units, numbered lines sections, and ``~`` lines furniture."""
    lines = [line.strip() for line in source.strip().splitlines()]
    text = "\n".join(line.removeprefix(_CHROME) for line in lines)
    chrome = {line.removeprefix(_CHROME) for line in lines if line.startswith(_CHROME)}
    units: list[Unit] = []
    sections: list[Section] = []
    for line in lines_of(text):
        if number := _HEADING.match(line.text):
            name = f"s{len(sections):03}"
            sections.append(Section(name, None, 1, number[1], line.text, line.span, number[1]))
        else:
            name = f"u{len(units):03}"
            units.append(Unit(name, None, "", line.text, line.span, line.span, line.text in chrome))
    return read_metadata(units, sections, text, given or {}, stem)


def place(pinyin: str, name: str, province: str, **rest: Any) -> dict[str, Any]:
    return {"city": pinyin, "city_zh": name, "province": province, "level": "city", **rest}


CASES: dict[str, tuple[str, Metadata]] = {
    "notice of a city, annex below": (
        """
        绍兴市人民政府办公室关于印发《绍兴市质量提升三年行动方案(2020-2022年)》的通知
        绍政办发〔2020〕15号
        各区、县(市)人民政府,市级各部门:
        《绍兴市质量提升三年行动方案(2020-2022年)》已经市政府同意,现印发给你们。
        绍兴市人民政府办公室
        2020年4月8日
        绍兴市质量提升三年行动方案(2020-2022年)
        根据《浙江省人民政府关于质量工作的意见》(浙政发〔2019〕3号),制定本方案。
        一、总体要求
        """,
        Metadata(
            **place("shaoxing", "绍兴", "浙江省"),
            id="shaoxing-2020",
            title="绍兴市质量提升三年行动方案(2020-2022年)",
            kind="plan",
            year=2020,
            year_source="text",
            period=(2020, 2022),
            notice_title="绍兴市人民政府办公室关于印发《绍兴市质量提升三年行动方案(2020-2022年)》的通知",
            doc_number="绍政办发〔2020〕15号",
            issuer="绍兴市人民政府办公室",
            issued="2020-04-08",
        ),
    ),
    "number before the title on its line, in square brackets; page date years later": (
        """
        ~首页 > 政策法规 > 正文
        洛政[2013]8号《洛阳市人民政府关于实施质量强市战略的决定》
        ~浏览量:88 时间:2019-05-06 10:00:00
        洛阳市人民政府关于实施质量强市战略的决定
        洛政[2013]8号
        各县(市、区)人民政府:
        为实施质量强市战略,作出如下决定。
        一、指导思想
        二、保障
        洛阳市人民政府
        二○一三年二月二十八日
        """,
        Metadata(
            **place("luoyang", "洛阳", "河南省"),
            id="luoyang-2013",
            title="洛阳市人民政府关于实施质量强市战略的决定",
            kind="plan",
            year=2013,
            year_source="text",
            doc_number="洛政〔2013〕8号",
            issuer="洛阳市人民政府",
            issued="2013-02-28",
        ),
    ),
    "number behind the title, inner title without 《》 and without its city": (
        """
        泉州市人民政府关于印发市质量振兴工作方案的通知(泉政文﹝2016﹞21号)
        各县(市、区)人民政府:
        《泉州市质量振兴工作方案》已经市政府研究同意,现予印发。
        泉州市人民政府
        2016年3月1日
        一、工作目标
        """,
        Metadata(
            **place("quanzhou", "泉州", "福建省"),
            id="quanzhou-2016",
            title="泉州市质量振兴工作方案",
            kind="plan",
            year=2016,
            year_source="text",
            notice_title="泉州市人民政府关于印发市质量振兴工作方案的通知",
            doc_number="泉政文〔2016〕21号",
            issuer="泉州市人民政府",
            issued="2016-03-01",
        ),
    ),
    "party and government run together, number and date on one line": (
        """
        中共徐州市委徐州市人民政府关于推进质量强市建设的实施意见
        徐委发(2018)30号 2018年9月3日
        为推进质量强市建设,提出如下意见。
        一、总体要求
        """,
        Metadata(
            **place("xuzhou", "徐州", "江苏省"),
            id="xuzhou-2018",
            title="中共徐州市委徐州市人民政府关于推进质量强市建设的实施意见",
            kind="plan",
            year=2018,
            year_source="text",
            doc_number="徐委发〔2018〕30号",
            issuer="中共徐州市委 徐州市人民政府",
            issued="2018-09-03",
        ),
    ),
    "title over three lines, date in brackets": (
        """
        中共襄阳市委
        襄阳市人民政府
        关于开展质量提升行动的实施意见
        (2018年11月6日)
        为开展质量提升行动,提出如下意见。
        一、总体要求
        """,
        Metadata(
            **place("xiangyang", "襄阳", "湖北省"),
            id="xiangyang-2018",
            title="中共襄阳市委 襄阳市人民政府关于开展质量提升行动的实施意见",
            kind="plan",
            year=2018,
            year_source="text",
            issuer="中共襄阳市委 襄阳市人民政府",
            issued="2018-11-06",
        ),
    ),
    "five organs on lines of their own, signed in columns": (
        """
        南通市市场监督管理局
        南通市发展和改革委员会
        南通市工业和信息化局
        南通市财政局
        南通市住房和城乡建设局
        关于印发南通市质量基础设施建设
        工作方案的通知
        通市监〔2022〕6号
        各县(市、区)市场监管局:
        现印发给你们。
        南通市市场监督管理局    南通市发展和改革委员会
        南通市工业和信息化局    南通市财政局
        南通市住房和城乡建设局
        2022年1月20日
        南通市质量基础设施建设工作方案
        一、目标
        """,
        Metadata(
            **place("nantong", "南通", "江苏省"),
            id="nantong-2022",
            title="南通市质量基础设施建设工作方案",
            kind="plan",
            year=2022,
            year_source="text",
            notice_title=(
                "南通市市场监督管理局 南通市发展和改革委员会 南通市工业和信息化局 南通市财政局 "
                "南通市住房和城乡建设局关于印发南通市质量基础设施建设工作方案的通知"
            ),
            doc_number="通市监〔2022〕6号",
            issuer=(
                "南通市市场监督管理局 南通市发展和改革委员会 南通市工业和信息化局 南通市财政局 "
                "南通市住房和城乡建设局"
            ),
            issued="2022-01-20",
        ),
    ),
    "organs cut short in the title are taken from the sign-off": (
        """
        太原市市场监管局等3部门关于印发《太原市质量强市行动方案》的通知
        并市监发〔2021〕9号
        现印发给你们,请贯彻执行。
        太原市市场监督管理局 太原市财政局 太原市科学技术局
        2021年6月30日
        太原市质量强市行动方案
        一、目标
        """,
        Metadata(
            **place("taiyuan", "太原", "山西省"),
            id="taiyuan-2021",
            title="太原市质量强市行动方案",
            kind="plan",
            year=2021,
            year_source="text",
            notice_title="太原市市场监管局等3部门关于印发《太原市质量强市行动方案》的通知",
            doc_number="并市监发〔2021〕9号",
            issuer="太原市市场监督管理局 太原市财政局 太原市科学技术局",
            issued="2021-06-30",
        ),
    ),
    "an organ that leaves out its city": (
        """
        市人民政府关于加强质量工作的意见
        黄政发〔2011〕7号
        为加强质量工作,提出如下意见。
        一、目标
        黄石市人民政府
        2011年5月4日
        """,
        Metadata(
            **place("huangshi", "黄石", "湖北省"),
            id="huangshi-2011",
            title="市人民政府关于加强质量工作的意见",
            kind="plan",
            year=2011,
            year_source="text",
            doc_number="黄政发〔2011〕7号",
            issuer="黄石市人民政府",
            issued="2011-05-04",
        ),
    ),
    "district notice, period of the annex on its own line": (
        """
        南京市鼓楼区人民政府办公室关于印发《鼓楼区质量强区行动计划》的通知
        鼓政办发〔2019〕40号
        各街道办事处,区府各部门:
        《鼓楼区质量强区行动计划》已经区政府同意,现印发给你们。
        南京市鼓楼区人民政府办公室
        2019年10月9日
        鼓楼区质量强区行动计划
        (2019—2021年)
        一、总体目标
        """,
        Metadata(
            **place("nanjing", "南京", "江苏省") | {"level": "district", "district": "鼓楼区"},
            id="nanjing-2019",
            title="鼓楼区质量强区行动计划(2019—2021年)",
            kind="plan",
            year=2019,
            year_source="text",
            period=(2019, 2021),
            notice_title="南京市鼓楼区人民政府办公室关于印发《鼓楼区质量强区行动计划》的通知",
            doc_number="鼓政办发〔2019〕40号",
            issuer="南京市鼓楼区人民政府办公室",
            issued="2019-10-09",
        ),
    ),
    "county-level city, its prefecture named in the text alone": (
        """
        义乌市人民政府关于推进质量强市建设的若干意见
        义政发〔2012〕66号
        根据《金华市人民政府关于质量强市的意见》,提出如下意见。
        一、目标
        义乌市人民政府
        2012年8月1日
        """,
        Metadata(
            **place("yiwu", "义乌", "浙江省") | {"level": "county"},
            id="yiwu-2012",
            title="义乌市人民政府关于推进质量强市建设的若干意见",
            kind="plan",
            year=2012,
            year_source="text",
            doc_number="义政发〔2012〕66号",
            issuer="义乌市人民政府",
            issued="2012-08-01",
        ),
    ),
    "province: no city, so the id is the file's": (
        """
        贵州省人民政府关于支持遵义市建设质量强市的意见
        黔府发〔2017〕2号
        各市、自治州人民政府:
        提出如下意见。
        一、要求
        贵州省人民政府
        2017年2月5日
        """,
        Metadata(
            id="some-file",
            title="贵州省人民政府关于支持遵义市建设质量强市的意见",
            kind="plan",
            province="贵州省",
            level="province",
            year=2017,
            year_source="text",
            doc_number="黔府发〔2017〕2号",
            issuer="贵州省人民政府",
            issued="2017-02-05",
        ),
    ),
    "nation": (
        """
        国务院办公厅关于印发“放心质量”
        行动方案的通知
        国办发〔2015〕300号
        各省、自治区、直辖市人民政府:
        《“放心质量”行动方案》已经国务院同意,现印发给你们。
        国务院办公厅
        2015年12月1日
        “放心质量”行动方案
        北京市、上海市先行试点。
        一、要求
        """,
        Metadata(
            id="some-file",
            title="“放心质量”行动方案",
            kind="plan",
            level="national",
            year=2015,
            year_source="text",
            notice_title="国务院办公厅关于印发“放心质量”行动方案的通知",
            doc_number="国办发〔2015〕300号",
            issuer="国务院办公厅",
            issued="2015-12-01",
        ),
    ),
    "the page's record beside its labels and below them; no sign-off": (
        """
        ~索引号:00123/2020-5 主题分类:市场监管
        ~发文机关: 昆明市人民政府 成文日期: 2020年7月2日
        ~文 号:
        ~昆政发〔2020〕11号
        ~发布日期:
        ~2021年1月5日
        昆明市质量提升实施方案(试行)
        为落实《质量发展纲要》(国发〔2012〕9号),制定本方案。
        一、要求
        """,
        Metadata(
            **place("kunming", "昆明", "云南省"),
            id="kunming-2020",
            title="昆明市质量提升实施方案(试行)",
            kind="plan",
            year=2020,
            year_source="text",
            doc_number="昆政发〔2020〕11号",
            issuer="昆明市人民政府",
            issued="2020-07-02",
        ),
    ),
    "only a number tells the year; a cited number is not the document's": (
        """
        肇庆市质量振兴实施计划
        肇府〔2009〕5号
        按照《广东省质量振兴计划》(粤府〔2008〕77号)要求,制定本计划。
        一、要求
        """,
        Metadata(
            **place("zhaoqing", "肇庆", "广东省"),
            id="zhaoqing-2009",
            title="肇庆市质量振兴实施计划",
            kind="plan",
            year=2009,
            year_source="text",
            doc_number="肇府〔2009〕5号",
        ),
    ),
    "only a page date tells the year": (
        """
        芜湖质量提升实施方案
        ~来源:市局 发布时间:2019-01-14 16:28
        按照《安徽省质量工作方案》(皖政〔2017〕77号)要求,制定本方案。
        一、要求
        """,
        Metadata(
            **place("wuhu", "芜湖", "安徽省"),
            id="wuhu-2019",
            title="芜湖质量提升实施方案",
            kind="plan",
            year=2019,
            year_source="page",
        ),
    ),
    "nothing tells the year; dates of a task table are no sign-off": (
        """
        威海市质量强市工作要点
        一、任务
        市市场监管局
        2021年6月30日
        市财政局
        2021年9月30日
        市商务局
        2021年12月31日
        """,
        Metadata(
            **place("weihai", "威海", "山东省"),
            id="some-file",
            title="威海市质量强市工作要点",
            kind="plan",
        ),
    ),
    "one line end lost after the other": (
        "杭政函〔2017〕88号杭州市人民政府办公厅关于印发杭州市质量品牌行动计划的通知"
        "各区、县(市)人民政府:现印发给你们,请认真组织实施。杭州市人民政府办公厅2017年9月1日"
        "杭州市质量品牌行动计划为深入实施质量强市战略,全面提高产品、工程、服务和环境质量,"
        "充分发挥品牌的引领作用,推动全市经济社会又好又快发展,结合我市实际,制定本计划。"
        "一、总体要求全面贯彻新发展理念。",
        Metadata(
            **place("hangzhou", "杭州", "浙江省"),
            id="hangzhou-2017",
            title="杭州市质量品牌行动计划",
            kind="plan",
            year=2017,
            year_source="text",
            notice_title="杭州市人民政府办公厅关于印发杭州市质量品牌行动计划的通知",
            doc_number="杭政函〔2017〕88号",
            issuer="杭州市人民政府办公厅",
            issued="2017-09-01",
        ),
    ),
    "line ends lost, blanks kept": (
        "银川市人民政府关于印发银川市质量强市规划的通知 银政发〔2016〕9号 各县(市)区人民政府: "
        "《银川市质量强市规划》已经市人民政府常务会议研究通过,现印发给你们,请结合实际,认真组织实施。 "
        "银川市人民政府 2016年5月5日 银川市质量强市规划 为加快质量强市建设,"
        "提高产品、工程、服务和环境质量水平,推动全市经济社会转型发展,根据国家和自治区有关要求,"
        "结合我市实际,制定本规划。 一、总体要求 全面贯彻新发展理念。",
        Metadata(
            **place("yinchuan", "银川", "宁夏回族自治区"),
            id="yinchuan-2016",
            title="银川市质量强市规划",
            kind="plan",
            year=2016,
            year_source="text",
            notice_title="银川市人民政府关于印发银川市质量强市规划的通知",
            doc_number="银政发〔2016〕9号",
            issuer="银川市人民政府",
            issued="2016-05-05",
        ),
    ),
    "titles within titles, broken anywhere": (
        """
        衡阳市人民政府办公室
        关于印发《衡阳市贯彻〈关于推动质量
        振兴的若干政策措施〉实施方案》的通知
        衡政办发„2012‟8号
        各县市区人民政府:
        衡阳市人民政府办公室
        2012年3月15日
        衡阳市贯彻《关于推动质量振兴的若干政策
        措施》实施方案
        一、要求
        """,
        Metadata(
            **place("hengyang", "衡阳", "湖南省"),
            id="hengyang-2012",
            title="衡阳市贯彻《关于推动质量振兴的若干政策措施》实施方案",
            kind="plan",
            year=2012,
            year_source="text",
            notice_title=(
                "衡阳市人民政府办公室关于印发《衡阳市贯彻〈关于推动质量振兴的若干政策措施〉实施方案》的通知"
            ),
            doc_number="衡政办发〔2012〕8号",
            issuer="衡阳市人民政府办公室",
            issued="2012-03-15",
        ),
    ),
    "a letterhead says whose 市政府 it is": (
        """
        镇江市人民政府文件
        镇政发〔2010〕12号
        市政府关于大力实施名牌战略
        推进质量振兴的意见
        各辖市、区人民政府:
        根据《省政府关于质量工作的意见》(苏政发〔2010〕1号),制定本意见。
        一、意义
        """,
        Metadata(
            **place("zhenjiang", "镇江", "江苏省"),
            id="zhenjiang-2010",
            title="市政府关于大力实施名牌战略推进质量振兴的意见",
            kind="plan",
            year=2010,
            year_source="text",
            doc_number="镇政发〔2010〕12号",
            issuer="镇江市人民政府",
        ),
    ),
    "signed on the line of the date, printed later": (
        """
        宝鸡市质量振兴办法
        根据西安市人民政府2015年1月2日印发的办法,制定本办法。
        一、要求
        宝鸡市人民政府  2016年5月5日
        宝鸡市人民政府办公室 2016年5月9日印发
        """,
        Metadata(
            **place("baoji", "宝鸡", "陕西省"),
            id="baoji-2016",
            title="宝鸡市质量振兴办法",
            kind="plan",
            year=2016,
            year_source="text",
            issuer="宝鸡市人民政府",
            issued="2016-05-05",
        ),
    ),
    "only the printers' date": (
        """
        中共抚顺市委关于质量强市的决定
        一、要求
        中共抚顺市委2015年1月2日印发的办法同时废止。
        中共抚顺市委办公室 2018年3月5日印发
        """,
        Metadata(
            **place("fushun", "抚顺", "辽宁省"),
            id="fushun-2018",
            title="中共抚顺市委关于质量强市的决定",
            kind="plan",
            year=2018,
            year_source="text",
            issuer="中共抚顺市委",
            issued="2018-03-05",
        ),
    ),
    "whose it is, the text alone says: a province that names its cities": (
        """
        关于推进质量振兴的实施意见
        我省质量工作成效明显,四川省要走在前列,四川省各市要落实,成都市要带头。
        一、要求
        """,
        Metadata(
            id="some-file",
            title="关于推进质量振兴的实施意见",
            kind="plan",
            province="四川省",
            level="province",
        ),
    ),
    "a draft for comment": (
        """
        贵阳市市场监督管理局关于征求《贵阳市质量强市行动方案》意见的通告
        现向社会公开征求意见。
        贵阳市市场监督管理局
        2023年10月30日
        附件
        贵阳市质量强市行动方案
        (征求意见稿)
        一、要求
        """,
        Metadata(
            **place("guiyang", "贵阳", "贵州省"),
            id="guiyang-2023",
            title="贵阳市质量强市行动方案(征求意见稿)",
            kind="plan",
            year=2023,
            year_source="text",
            notice_title="贵阳市市场监督管理局关于征求《贵阳市质量强市行动方案》意见的通告",
            issuer="贵阳市市场监督管理局",
            issued="2023-10-30",
        ),
    ),
    "five-year plan": (
        """
        济宁市“十四五”质量发展规划
        到2025年,全市质量水平明显提升。
        一、现状
        """,
        Metadata(
            **place("jining", "济宁", "山东省"),
            id="some-file",
            title="济宁市“十四五”质量发展规划",
            kind="plan",
            period=(2021, 2025),
        ),
    ),
    "a page without a title line": (
        """
        各区人民政府:
        《珠海市质量提升办法》已经市政府同意,现印发给你们。
        珠海市人民政府
        2019年3月4日
        一、要求
        """,
        Metadata(
            **place("zhuhai", "珠海", "广东省"),
            id="zhuhai-2019",
            title="珠海市质量提升办法",
            kind="plan",
            year=2019,
            year_source="text",
            issuer="珠海市人民政府",
            issued="2019-03-04",
        ),
    ),
    "a report": (
        """
        2019年西宁市政府工作报告
        2019年1月9日在西宁市第十六届人民代表大会第四次会议上
        ~来源:西宁日报 时间:2019-01-20
        各位代表:
        一、过去一年的工作
        """,
        Metadata(
            **place("xining", "西宁", "青海省"),
            id="xining-2019",
            title="2019年西宁市政府工作报告",
            kind="other",
            year=2019,
            year_source="text",
        ),
    ),
    "interpretation: the document's number and date are the document's": (
        """
        ~当前位置:首页 > 政策解读
        《湖州市质量强市建设行动方案》政策解读
        ~发布时间:2020-02-01
        为贯彻落实《中共中央国务院关于质量工作的指导意见》(中发〔2017〕99号,以下简称《指导意见》),市政府研究制定方案。
        2019年12月20日,《湖州市质量强市建设行动方案》(湖政发〔2019〕22号)正式印发。
        一、起草背景
        """,
        Metadata(
            **place("huzhou", "湖州", "浙江省"),
            id="huzhou-2019",
            title="《湖州市质量强市建设行动方案》政策解读",
            kind="interpretation",
            year=2019,
            year_source="text",
            about=About("湖州市质量强市建设行动方案", "湖政发〔2019〕22号"),
        ),
    ),
    "interpretation that names its city in the text alone, against its province": (
        """
        解读《关于开展质量品牌行动的实施意见》
        ~发布时间:2019-04-08
        为贯彻2018年9月国务院印发的《关于质量工作的指导意见》,中共山东省委出台了意见,我市随之制定《实施意见》。
        《实施意见》结合淄博实际,体现我市特点,淄博的陶瓷产业、淄博的老工业基地都在其中。
        """,
        Metadata(
            **place("zibo", "淄博", "山东省"),
            id="zibo-2019",
            title="解读《关于开展质量品牌行动的实施意见》",
            kind="interpretation",
            year=2019,
            year_source="page",
            about=About("关于开展质量品牌行动的实施意见", None),
        ),
    ),
    "questions and answers under a headline of news": (
        """
        重磅!《中共沧州市委 沧州市人民政府关于质量强市的实施意见》出台
        ~作者:admin 发表时间:2018/10/30 9:41
        为什么要出台这份文件?
        答:为了让质量工作有章可循。
        """,
        Metadata(
            **place("cangzhou", "沧州", "河北省"),
            id="cangzhou-2018",
            title="重磅!《中共沧州市委 沧州市人民政府关于质量强市的实施意见》出台",
            kind="interpretation",
            year=2018,
            year_source="page",
            about=About("中共沧州市委 沧州市人民政府关于质量强市的实施意见", None),
        ),
    ),
    "news": (
        """
        《湘潭市质量提升行动方案》印发
        ~2019-07-01 09:08:27 来源:日报
        近日,湘潭市人民政府印发《湘潭市质量提升行动方案》,提出八项任务。
        """,
        Metadata(
            **place("xiangtan", "湘潭", "湖南省"),
            id="xiangtan-2019",
            title="《湘潭市质量提升行动方案》印发",
            kind="news",
            year=2019,
            year_source="page",
            about=About("湘潭市质量提升行动方案", None),
        ),
    ),
    "a signed interpretation bears its own date": (
        """
        《长沙市质量提升行动方案》解读
        方案提出八项任务。
        长沙市市场监督管理局
        2020年6月5日
        """,
        Metadata(
            **place("changsha", "长沙", "湖南省"),
            id="changsha-2020",
            title="《长沙市质量提升行动方案》解读",
            kind="interpretation",
            year=2020,
            year_source="text",
            issuer="长沙市市场监督管理局",
            issued="2020-06-05",
            about=About("长沙市质量提升行动方案", None),
        ),
    ),
    "an article in the column of interpretations under the document's own title": (
        """
        首页 > 政务公开 > 政策解读
        大庆市质量强市实施方案
        方案由市市场监管局牵头起草。
        """,
        Metadata(
            **place("daqing", "大庆", "黑龙江省"),
            id="some-file",
            title="大庆市质量强市实施方案",
            kind="interpretation",
            about=About("大庆市质量强市实施方案", None),
        ),
    ),
    "a county with its prefecture in the page's trail": (
        """
        ~首页 > 滁州市定远县人民政府 > 政策文件
        定远县质量强县工作方案
        定政办〔2016〕8号
        各乡镇人民政府,县政府各部门:
        一、要求
        """,
        Metadata(
            **place("chuzhou", "滁州", "安徽省") | {"level": "county", "district": "定远县"},
            id="chuzhou-2016",
            title="定远县质量强县工作方案",
            kind="plan",
            year=2016,
            year_source="text",
            doc_number="定政办〔2016〕8号",
        ),
    ),
    "a county-level city that an organ's line alone names, in an interpretation": (
        """
        《全市放心消费行动方案》政策解读
        海宁市市场监督管理局
        ~发布时间:2023-04-05
        省政府办公厅印发《全省放心消费行动方案》,我市随之制定方案。
        一、背景
        """,
        Metadata(
            **place("haining", "海宁", "浙江省") | {"level": "county"},
            id="haining-2023",
            title="《全市放心消费行动方案》政策解读",
            kind="interpretation",
            year=2023,
            year_source="page",
            about=About("全市放心消费行动方案", None),
        ),
    ),
    "a district that its text alone names, under an upper organ's documents": (
        """
        区直各单位:
        为贯彻《嘉兴市质量强市规划》(嘉政发〔2017〕23号)、《嘉兴市秀洲区关于质量工作的意见》(秀政发〔2017〕18号),
        根据区政府要求,现将《2020年秀洲区质量工作计划》印发给你们。
        一、组织
        """,
        Metadata(
            **place("jiaxing", "嘉兴", "浙江省") | {"level": "district", "district": "秀洲区"},
            id="jiaxing-2020",
            title="2020年秀洲区质量工作计划",
            kind="plan",
            year=2020,
            year_source="text",
        ),
    ),
    "a notice that hands a provincial notice on bears no number of its own": (
        """
        商洛市人民政府办公室转发陕西省人民政府办公厅关于加强质量工作意见的通知
        各县区人民政府:
        现将省政府办公厅的意见转发给你们,请贯彻执行。
        商洛市人民政府办公室
        2015年3月9日
        陕西省人民政府办公厅关于加强质量工作的意见
        陕政办发〔2015〕2号
        一、要求
        """,
        Metadata(
            **place("shangluo", "商洛", "陕西省"),
            id="shangluo-2015",
            title="陕西省人民政府办公厅关于加强质量工作的意见",
            kind="plan",
            year=2015,
            year_source="text",
            notice_title="商洛市人民政府办公室转发陕西省人民政府办公厅关于加强质量工作意见的通知",
            issuer="商洛市人民政府办公室",
            issued="2015-03-09",
        ),
    ),
    "an order: its number over two lines, the mayor's name above the date": (
        """
        鞍山市质量促进办法
        鞍山市人民政府令
        第182号
        《鞍山市质量促进办法》已经市政府常务会议通过,现予公布。
        市长 王某
        2014年7月23日
        鞍山市质量促进办法
        一、总则
        """,
        Metadata(
            **place("anshan", "鞍山", "辽宁省"),
            id="anshan-2014",
            title="鞍山市质量促进办法",
            kind="plan",
            year=2014,
            year_source="text",
            doc_number="鞍山市人民政府令第182号",
            issued="2014-07-23",
        ),
    ),
    "a regulation: adopted, then made public": (
        """
        南平市质量促进条例
        (2017年3月2日南平市第五届人民代表大会常务委员会第二次会议通过 2017年6月1日公布)
        一、总则
        """,
        Metadata(
            **place("nanping", "南平", "福建省"),
            id="nanping-2017",
            title="南平市质量促进条例",
            kind="other",
            year=2017,
            year_source="text",
            issued="2017-06-01",
        ),
    ),
    "the years in the title are another document's; a bare date under it is the page's": (
        """
        三亚市人民政府关于贯彻落实质量发展纲要(2011-2020年)的实施意见
        2014年8月30日
        ~来源:某网
        为贯彻纲要,提出如下意见。
        一、要求
        """,
        Metadata(
            **place("sanya", "三亚", "海南省"),
            id="sanya-2014",
            title="三亚市人民政府关于贯彻落实质量发展纲要(2011-2020年)的实施意见",
            kind="plan",
            year=2014,
            year_source="page",
            issuer="三亚市人民政府",
        ),
    ),
    "a date broken over two lines, a spaced title": (
        """
        清远市人民政府办公室关于印发清远市
        质 量 提 升 行 动 方 案 的 通 知
        各县(市、区)人民政府:
        现印发给你们。
        清远市人民政府办公室
        2018年5
        月3日
        清远市质量提升行动方案
        一、要求
        """,
        Metadata(
            **place("qingyuan", "清远", "广东省"),
            id="qingyuan-2018",
            title="清远市质量提升行动方案",
            kind="plan",
            year=2018,
            year_source="text",
            notice_title="清远市人民政府办公室关于印发清远市质量提升行动方案的通知",
            issuer="清远市人民政府办公室",
            issued="2018-05-03",
        ),
    ),
    "a sign-off that names a month alone": (
        """
        汕头市质量提升方案
        为提升质量,制定本方案。
        一、要求
        汕头市市场监督管理局 2019年5月
        """,
        Metadata(
            **place("shantou", "汕头", "广东省"),
            id="shantou-2019",
            title="汕头市质量提升方案",
            kind="plan",
            year=2019,
            year_source="text",
        ),
    ),
    "a headline of news printed twice above its subtitle": (
        """
        绵阳市因地制宜推进质量工作
        ~2010-07-21 来源:某报
        绵阳市因地制宜推进质量工作
        市长主持召开常务会议审议通过有关意见
        本报讯(记者某)绵阳市市长主持召开会议,通过了《绵阳市人民政府关于质量工作的意见(送审稿)》。
        """,
        Metadata(
            **place("mianyang", "绵阳", "四川省"),
            id="mianyang-2010",
            title="绵阳市因地制宜推进质量工作",
            kind="news",
            year=2010,
            year_source="page",
            about=About("绵阳市人民政府关于质量工作的意见(送审稿)", None),
        ),
    ),
    "news without a headline: where it happened, what it was issued as": (
        """
        6月30日,安徽省霍邱县政府召开会议。霍邱县人民政府以霍政〔2013〕21号文件形式印发了《霍邱县人民政府关于质量强县的意见》。
        意见贯彻《质量发展纲要》,提出了目标。
        """,
        Metadata(
            id="some-file",
            title="some file",
            kind="news",
            province="安徽省",
            district="霍邱县",
            level="county",
            year=2013,
            year_source="text",
            about=About("霍邱县人民政府关于质量强县的意见", "霍政〔2013〕21号"),
        ),
    ),
    "only the number tells whose it is": (
        """
        关于加强质量工作的意见
        甬质强办〔2019〕5号
        为加强质量工作,提出如下意见。
        一、要求
        """,
        Metadata(
            **place("ningbo", "宁波", "浙江省"),
            id="ningbo-2019",
            title="关于加强质量工作的意见",
            kind="plan",
            year=2019,
            year_source="text",
            doc_number="甬质强办〔2019〕5号",
        ),
    ),
    "the nation's number alone on a city's page is cited": (
        """
        九江市质量提升方案
        国发〔2012〕9号
        为贯彻纲要,制定本方案。
        一、要求
        """,
        Metadata(
            **place("jiujiang", "九江", "江西省"),
            id="some-file",
            title="九江市质量提升方案",
            kind="plan",
        ),
    ),
    "everything on one line": (
        "绍兴市人民政府关于印发绍兴市质量计划的通知绍政发〔2016〕31号各区、县（市）人民政府："
        "请执行。原《绍兴市质量意见》（绍政发〔2010〕14号）废止。绍兴市人民政府2016年9月2日"
        "绍兴市质量计划为落实《浙江省质量意见》（浙政发〔2015〕50号），制定本计划。" + "抓好质量。" * 30,
        Metadata(
            **place("shaoxing", "绍兴", "浙江省"),
            id="shaoxing-2016",
            title="绍兴市质量计划",
            kind="plan",
            year=2016,
            year_source="text",
            notice_title="绍兴市人民政府关于印发绍兴市质量计划的通知",
            doc_number="绍政发〔2016〕31号",
            issuer="绍兴市人民政府",
            issued="2016-09-02",
        ),
    ),
    "an empty text": ("", Metadata(id="some-file", title="some file")),
}


@pytest.mark.parametrize(
    ("body", "year", "source"),
    [
        # the year that the text plans as its own, before the page's
        ("2020年我市将推开服务。到2020年底，建成中心。", 2020, "text"),
        # no page is younger than a deadline to come
        ("到2020年底，建成中心。", None, None),
        ("到2026年底，建成中心。", 2025, "page"),
        # what was done by then, and what another document set, bound no page
        ("到2020年，我市已建成中心。", 2025, "page"),
        ("国家规划提出到2020年，建成中心。", 2025, "page"),
        # planned behind its own deadline: not sure
        ("2022年我市将推开服务。到2020年底，建成中心。", None, None),
    ],
)
def test_the_text_knows_better_than_the_page(body: str, year: int | None, source: str | None) -> None:
    read = meta(f"绍兴市质量服务实施意见\n~发布日期：2025-03-02\n{body}\n一、要求")
    assert (read.year, read.year_source) == (year, source)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("《绍兴市质量提升方案》（绍政办〔2017〕46号）", 2017),
        ("《绍兴市2018年质量工作要点》", 2018),
        ("《绍兴市质量提升工作方案》", None),
    ],
)
def test_the_number_or_the_title_of_its_document_dates_an_article(named: str, expected: int | None) -> None:
    body = f"近日，市政府办公室印发了{named}。2016年，合格率为93%。7月10日经会议审议通过。"
    read = meta(f"{named.split('（')[0]}政策解读\n{body}\n一、背景")
    assert (read.kind, read.year) == ("interpretation", expected)


@pytest.mark.parametrize("case", CASES)
def test_metadata(case: str) -> None:
    source, expected = CASES[case]
    assert meta(source) == expected


# --- kinds of pages ---------------------------------------------------------------------------------

_PLAN_ABOUT = About("宁波市质量提升行动方案", None)


@pytest.mark.parametrize(
    ("headline", "kind", "about"),
    [
        ("宁波市质量提升行动方案", "plan", None),
        ("宁波市质量提升工程实施细则(试行)", "plan", None),
        ("宁波市人民政府办公室关于做好质量月活动的通知", "plan", None),
        ("宁波市人民政府关于加强政策解读工作的实施意见", "plan", None),
        ("宁波市人民政府印发《宁波市质量提升行动方案》的通知", "plan", None),
        ("宁波市人民政府关于公布质量奖获奖名单的通报", "other", None),
        ("宁波市质量促进条例", "other", None),
        ("宁波市质量工作总结", "other", None),
        ("《宁波市质量提升行动方案》解读(一)", "interpretation", _PLAN_ABOUT),
        ("一图读懂|《宁波市质量提升行动方案》", "interpretation", _PLAN_ABOUT),
        ("【政策解读】宁波市质量提升行动方案", "interpretation", _PLAN_ABOUT),
        ("宁波市质量提升行动方案解读", "interpretation", _PLAN_ABOUT),
        ("市市场监管局局长解读《宁波市质量提升行动方案》", "interpretation", _PLAN_ABOUT),
        ("《宁波市质量提升行动方案》政策问答", "interpretation", _PLAN_ABOUT),
        ("关于《宁波市质量提升行动方案》的起草说明", "interpretation", _PLAN_ABOUT),
        ("《宁波市质量提升行动方案》公布", "news", _PLAN_ABOUT),
        ("《宁波市质量提升行动方案》出台 这些事要做", "news", _PLAN_ABOUT),
        ("宁波出台质量提升意见", "news", None),
        ("宁波市召开质量工作会议", "news", None),
    ],
)
def test_the_headline_tells_the_kind_of_a_page(headline: str, kind: str, about: About | None) -> None:
    found = meta(f"{headline}\n~浏览次数:3\n全市质量工作取得新的成绩。")
    assert (found.kind, found.about, found.city) == (kind, about, "ningbo" if "宁波" in headline else None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("2019年5月6日,《实施意见》终于印发。", 2019),
        ("2019年5月,市委、市政府印发了《实施意见》。", 2019),
        ("《实施意见》(以下简称《意见》)于2019年5月6日印发。", 2019),
        # the date of another document, of a meeting, of what the plan is for
        ("2017年9月,国务院印发《指导意见》,我市随后制定《实施意见》。", None),
        ("2018年3月2日,市政府召开会议。《实施意见》随后印发。", None),
        ("《实施意见》提出到2025年的目标。", None),
    ],
)
def test_the_year_of_an_article_is_that_of_its_document(body: str, expected: int | None) -> None:
    found = meta(f"解读《关于推进质量强市建设的实施意见》\n{body}")
    assert (found.year, found.issued) == (expected, None)


_SCRAPS = (
    *("关于", "印发", "《", "》", "的通知", "方案", "解读", "市", "人民政府", "西安", "一、", "文号:"),
    *("2018年", "2月30日", "〔2018〕", "号", "十", "1", "a", "(", ")", ",", "。", " ", "\n"),
)


@for_all(st.lists(st.sampled_from(_SCRAPS), max_size=40).map("".join), st.text(max_size=8))
def test_every_text_has_a_title_and_an_id_and_no_date_that_it_does_not_hold(text: str, stem: str) -> None:
    found = meta(text, stem=stem or "x")
    assert found.title
    assert re.fullmatch(r"[\w-]+", found.id)
    assert found.issued is None or found.issued == read_day(found.issued).isoformat()  # type: ignore[union-attr]


# --- what is given goes first ------------------------------------------------------------------------

_PLAIN = """
泰州市质量提升方案
泰政发〔2018〕3号
一、要求
泰州市人民政府
2018年3月9日
"""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"id": "mine"}, {"id": "mine"}),
        ({"year": 2017}, {"year": 2017, "year_source": "given", "id": "taizhou-2017"}),
        ({"year": "2017"}, {"year": 2017, "year_source": "given", "id": "taizhou-2017"}),
        (
            {"issued": date(2016, 5, 4)},
            {"issued": "2016-05-04", "year": 2016, "year_source": "given", "id": "taizhou-2016"},
        ),
        (
            {"issued": "2018-03-10", "year": 2019},
            {"issued": "2018-03-10", "year": 2019, "id": "taizhou-2019"},
        ),
        (
            {"title": "对《泰州市质量提升方案》的解读"},
            {"title": "对《泰州市质量提升方案》的解读", "kind": "interpretation"},
        ),
        ({"kind": "news"}, {"kind": "news"}),
        ({"issuer": "泰州市人民政府办公室"}, {"issuer": "泰州市人民政府办公室"}),
        ({"doc_number": "泰政办〔2018〕4号"}, {"doc_number": "泰政办〔2018〕4号"}),
        ({"digest": True}, {"digest": True}),
        # 泰州 and 台州: the text decides, unless the name is given
        ({"city": "taizhou"}, {"city_zh": "泰州", "province": "江苏省"}),
        (
            {"city": "Taizhou", "city_zh": "台州"},
            {"city_zh": "台州", "province": "浙江省", "city": "taizhou"},
        ),
        ({"city_zh": "温州市"}, {"city": "wenzhou", "city_zh": "温州", "id": "wenzhou-2018"}),
        ({"city": "xi'an"}, {"city": "xian", "city_zh": "西安", "province": "陕西省", "id": "xian-2018"}),
        (
            {"city": "atlantis", "city_zh": "某地"},
            {"city": "atlantis", "city_zh": "某地", "id": "atlantis-2018"},
        ),
    ],
)
def test_given_values_go_first(given: Mapping[str, object], expected: Mapping[str, object]) -> None:
    found = meta(_PLAIN, given)
    assert {key: getattr(found, key) for key in expected} == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Some File_v2", "some-file-v2"),
        ("质量 方案(终稿)", "质量-方案-终稿"),
        ("Ｐlan", "plan"),
        ("---", "plan"),
    ],
)
def test_the_stem_names_what_names_no_city(stem: str, expected: str) -> None:
    assert meta("一段没有题目的话。", stem=stem).id == expected


# --- marks in a line -------------------------------------------------------------------------------

_DIGITS = "〇一二三四五六七八九"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


@for_all(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from("〇○0OＯ零"))
def test_a_date_reads_the_same_in_every_writing(day: date, zero: str) -> None:
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year)).replace("〇", zero)
    writings = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month:02} 月 {day.day:02} 日",
        f"{year}年{_han(day.month)}月{_han(day.day)}日",
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day} 9:41:35",
    )
    assert [read_day(f"于{writing}印") for writing in writings] == [day] * len(writings)


@pytest.mark.parametrize(
    "text", ["2019222", "201912日)", "2018年2月30日", "2018年13月1日", "12018-12-10", "3月5日"]
)
def test_no_date_is_invented(text: str) -> None:
    assert read_day(text) is None


@for_all(
    st.sampled_from(["[]", "()", "（）", "﹝﹞", "【】", "〔〕", "［］"]), st.integers(1, 9999), st.booleans()
)
def test_every_bracket_becomes_the_usual_one(brackets: str, n: int, spaced: bool) -> None:
    blank = " " if spaced else ""
    written = f"苏政办发{blank}{brackets[0]}2018{brackets[1]}{blank}{n}{blank}号"
    assert [number.text for number in doc_numbers(written)] == [f"苏政办发〔2018〕{n}号"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("苏政发〔2018〕5号", "苏政发〔2018〕5号"),
        ("(苏政发〔2018〕5号)", "苏政发〔2018〕5号"),
        ("苏政发〔2018〕5号  2018年2月3日", "苏政发〔2018〕5号"),
        ("苏 政 发 〔2018〕 5 号", "苏政发〔2018〕5号"),
        ("苏政发{2018}第5号", "苏政发〔2018〕第5号"),
        ("江苏省人民政府文件 苏政发〔2018〕5号", "苏政发〔2018〕5号"),
        ("苏政发〔2018〕5号文", "苏政发〔2018〕5号"),
        ("发改规划〔2018〕5号", "发改规划〔2018〕5号"),
        ("江苏省人民政府令第 12 号", "江苏省人民政府令第12号"),
        ("公告2019年第5号", "公告2019年第5号"),
        ("(第十二号)", "第十二号"),
        ("南京路第12号", None),
        ("关于苏政发〔2018〕5号的说明", None),
        ("(2018)5号", None),
        ("根据苏政发〔2018〕5号文件要求", None),
        ("《质量纲要》(苏政发〔2018〕5号)", None),
        ("苏政发〔20185号", None),
    ],
)
def test_own_number(line: str, expected: str | None) -> None:
    found = own_number(line)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某市行动方案(2021-2023年)", (2021, 2023)),
        ("某市行动方案(2021年—2023年)", (2021, 2023)),
        ("某市2018—2020年行动计划", (2018, 2020)),
        ("某市三年行动计划(2012一2014年)", (2012, 2014)),
        ("某市三年行动计划(2017至2019年)", (2017, 2019)),
        ("某市“十三五”质量规划", (2016, 2020)),
        ("某市第十四个五年质量规划", (2021, 2025)),
        ("某市贯彻《纲要(2011-2020年)》行动计划", None),
        ("某市贯彻《纲要(2011-2020年)》行动计划(2013-2015年)", (2013, 2015)),
        ("某市关于落实质量纲要(2011-2020年)的实施意见", None),
        ("某市2018年工作要点", None),
        ("某市三年行动计划", None),
        ("某市规划(2020-2018年)", None),
    ],
)
def test_period_of(title: str, expected: tuple[int, int] | None) -> None:
    assert period_of([title]) == expected


# --- the real documents, where they are at hand ------------------------------------------------------

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_ANNOTATION = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")

REAL: dict[str, dict[str, Any]] = {
    "plans/hangzhou-2018-plan.txt": {
        **place("hangzhou", "杭州", "浙江省"),
        "id": "hangzhou-2018",
        "title": "中共杭州市委杭州市人民政府关于开展质量提升行动的实施意见",
        "kind": "plan",
        "year": 2018,
        "year_source": "text",
        "doc_number": "市委〔2018〕27号",
        "issuer": "中共杭州市委 杭州市人民政府",
        "issued": "2018-12-10",
    },
    "plans/xian-2014-plan.txt": {
        **place("xian", "西安", "陕西省"),
        "id": "xian-2014",
        "title": "西安市创建全国质量强市示范城市工作方案",
        "kind": "plan",
        "year": 2014,
        "year_source": "text",
        "notice_title": "西安市人民政府办公厅关于印发市创建全国质量强市示范城市工作方案的通知",
        "doc_number": "市政办发〔2014〕27号",
        "issuer": "西安市人民政府办公厅",
        "issued": "2014-06-02",
    },
    "plans/beijing-2021-plan.txt": {
        **place("beijing", "北京", "北京市"),
        "id": "beijing-2021",
        "title": "北京市深入开展品质提升行动方案(2021-2023年)",  # 质量 comes back with the wording step
        "kind": "plan",
        "year": 2021,
        "year_source": "text",
        "period": (2021, 2023),
        "notice_title": (
            "北京市贯彻品质强国战略工作领导小组关于印发《北京市深入开展品质提升行动方案(2021-2023年)》的通知"
        ),
        "doc_number": "京质强组发〔2021〕3号",
        "issuer": "北京市贯彻品质强国战略工作领导小组",
        "issued": "2021-11-20",
    },
    "plans/beijing-2018-interpretation.txt": {
        **place("beijing", "北京", "北京市"),
        "id": "beijing-2018",
        "title": "最新!《中共北京市委 北京市人民政府关于开展质量提升行动的实施意见》公布",
        "kind": "interpretation",
        "year": 2018,
        "year_source": "text",
        "about": About("中共北京市委 北京市人民政府关于开展质量提升行动的实施意见", None),
    },
    "plans/bengbu-2018-interpretation.txt": {
        **place("bengbu", "蚌埠", "安徽省"),
        "id": "bengbu-2018",
        "title": "媒体解读《关于开展质量提升行动推进质量强市建设的实施意见》",
        "kind": "interpretation",
        "year": 2018,
        "year_source": "text",
        "about": About("关于开展质量提升行动推进质量强市建设的实施意见", None),
    },
    "wider/guangzhou-family-doctor-2023.txt": {
        **place("guangzhou", "广州", "广东省"),
        "id": "guangzhou-2023",
        "title": "关于推进广州市家庭医生签约服务高质量发展实施方案",
        "kind": "plan",
        "year": 2023,
        "year_source": "text",
        "notice_title": "广州市卫生健康委等4部门关于印发推进广州市家庭医生签约服务高质量发展实施方案的通知",
        "doc_number": "穗卫函〔2023〕1930号",
        "issuer": "广州市卫生健康委员会 广州市财政局 广州市人力资源和社会保障局 广州市医疗保障局",
        "issued": "2023-10-19",
    },
    "wider/shanghai-disaster-opinion.txt": {
        **place("shanghai", "上海", "上海市"),
        "id": "some-file",
        "title": "中共上海市委、上海市人民政府关于提高我市自然灾害防治能力的意见",
        "kind": "plan",
        "issuer": "中共上海市委 上海市人民政府",
    },
    "wider/statecouncil-zero-waste.txt": {
        "id": "some-file",
        "title": "“无废城市”建设试点工作方案",
        "kind": "plan",
        "level": "national",
        "year": 2018,
        "year_source": "text",
        "notice_title": "国务院办公厅关于印发“无废城市”建设试点工作方案的通知",
        "doc_number": "国办发〔2018〕128号",
        "issuer": "国务院办公厅",
        "issued": "2018-12-29",
    },
    "wider/zhejiang-report-2026.txt": {
        "id": "some-file",
        "title": "2026年浙江省政府工作报告",
        "kind": "other",
        "province": "浙江省",
        "level": "province",
        "year": 2026,
        "year_source": "text",
    },
}


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_metadata_of_the_real_documents(name: str) -> None:
    path = _SHARED / name
    if not path.exists():
        pytest.skip("the real documents are not beside the repository")
    text = simplify(_ANNOTATION.sub("", path.read_text(encoding="utf-8")))
    assert meta(text) == Metadata(**REAL[name])


def test_spans_of_the_helper_are_those_of_the_text() -> None:
    """A check of the helper above: units and sections stand where their text does."""
    text = "甲\n 一、乙 \n丙"
    assert [line.span for line in lines_of(text)] == [Span(0, 1), Span(3, 6), Span(8, 9)]
