"""Furniture: what is the site's, and above all what is not."""

from __future__ import annotations

import pytest

from qcompare.parsing.furniture import furniture
from qcompare.parsing.lines import lines_of

_BODY = "一、总体要求\n到2025年，全市产品质量合格率达到96%以上。\n"


def _furniture(text: str) -> list[str]:
    lines = tuple(lines_of(text))
    return [lines[i].text for i in sorted(furniture(lines))]


_SITE = [
    "您当前所在的位置：首页 > 信息公开",
    "当前位置:首页>政策解读",
    "首页 > 政务公开 > 通知公告",
    "浏览量:     时间:2020-01-02 10:20:30",
    "作者:张三  发表时间:2020/1/2 9:05:06  点击:12",
    "来源： | 发布时间：2020-01-02 11:12 | 点击：34",
    "发布日期：2020-01-02  浏览次数：-",
    "【阅读次数：1,024次】",
    "访问量：",
    "发布时间：2018年12月10日 09:30",
    "您是第 1024 位访客",
    "责任编辑：李四",
    "（责编：李四）",
    "扫一扫在手机打开当前页",
    "扫描二维码 关注我们",
    "本文链接://www.example.org/1.html",
    "本文关键词: 质量, 提升",
    "上一篇：关于召开会议的通知",
    "猜你喜欢",
    "— 3 —",
    "今天是:2020年1月2日 星期四",
    "2025年02月11日 星期二 晴 5℃~13℃",
    "11/21/26, 9:49 PM 某市质量提升方案",
    "2025/2/11 上午9:49 某市质量提升方案",
    "https://www.example.org/a.html 1/3",
    "file:///home/a/plan.htm 2/3",
    "【打印本页】",
    "【关闭窗口】",
    "设为首页\t加入收藏\t政务动态",
    "分享到：微信 微博",
    "热点推荐：某某考试报名入口",
    "点击咨询认证办理流程>>",
    "-12-",
    "第 3 页 共 12 页",
    "粤ICP备12345678号-1",
    "京公网安备 11010502030405号",
    "网站标识码：1100000001",
    "版权所有 某市人民政府办公厅",
    "Copyright © 2020 All Rights Reserved",
    "\ue632 \ue601",
    "您访问的链接即将离开本网站，是否继续？",
    "您即将离开本网站,前往其他页面 是否继续访问?",
    "您的浏览器版本过低，请升级浏览器。",
    "对不起，您的浏览器不支持JavaScript！",
    "建议使用1024×768以上分辨率浏览本站。",
]


@pytest.mark.parametrize("line", _SITE)
@pytest.mark.parametrize(
    "frame", ["{}\n" + _BODY, _BODY + "{}\n落实各项工作责任，抓好组织实施。", _BODY + "{}"]
)
def test_what_only_a_site_says_is_furniture_anywhere(line: str, frame: str) -> None:
    assert _furniture(frame.format(line)) == [line]


_FRAME = [
    "• 发文字号：甲政发〔2020〕3号",
    "责任部门:某市市场监督管理局 发布日期:2020-01-02",
    "110105000/2020-00015",
    "主动公开",
    "2020-01-02 07:52:01 某某新闻网",
    "2020-01-02 413",
    "某市人民政府门户网站",
    "『图文解读』 一图读懂某市质量提升方案",
    "索引号：000014349/2018-00001",
    "发文机关： 某市人民政府",
    "4. [有效性]",
    "1. [发文字号] 某政发〔2018〕1号",
    "【名　　称】关于开展质量提升行动的意见",
    "文 号：某政发〔2018〕1号",
    "主题分类  质量监督",
    "名称：关于开展质量提升行动的意见",
    "关键词：质量 提升",
    "成文日期：2018-12-10",
    "时间：2020-01-02",
    "来源：某某日报",
    "（来源:某某日报）",
    "作者：张三",
    "政务公开 > 政策 > 其他文件",
    "字号：大 中 小",
    "【字体：",
    "相关解读",
    "相关报道：",
    "相关链接：《某市质量提升三年行动方案》",
    "（记者 张三 通讯员 李四）",
    "解读人:质量发展处",
    "解读单位：某市市场监督管理局  解读人：张三",
    "公文相关附件: 某政发[2018]1号",
    "相关文件下载：某政发[2018]1号",
    "热门搜索：社保 医保",
    "长按识别二维码",
    "某某发布微信公众号",
    "https://www.example.org/a.html",
    "主办单位：某市人民政府办公厅",
    "技术支持：某某公司",
    "首页 政务公开 政务服务",
    "打印 关闭",
    "【打印】 【字体：大 中 小】",
    "打印关闭",
    "首页Home",
    "A+大 A+中 A+小",
    "无障碍 长者助手 简体 繁体 EN 登 录 IPv6",
]


@pytest.mark.parametrize("line", _FRAME)
@pytest.mark.parametrize(
    "frame", ["{}\n" + _BODY, _BODY + "{}\n粤ICP备12345678号", _BODY + "责任编辑：李四\n{}"]
)
def test_what_frames_a_document_is_furniture_ahead_of_it_and_at_the_end(line: str, frame: str) -> None:
    assert line in _furniture(frame.format(line))


@pytest.mark.parametrize("line", [*_FRAME, "关闭", "下载", "大", "名称", "分类：", "网络", "规章"])
def test_within_the_document_it_is_the_documents(line: str) -> None:
    assert _furniture(_BODY + f"{line}\n落实各项工作责任，抓好组织实施。") == []


@pytest.mark.parametrize(
    "line",
    [
        # sentences and titles about what sites say
        "推行“扫码”执法，建立产品二维码追溯体系",
        "推广二维码追溯",
        "开通微信公众号的通知",
        "关于推广质量强市微信公众号的实施意见",
        "（三）完善网站ICP备案管理",
        "完善ICP备案制度",
        "加强版权所有者权益保护",
        "阅读：全民阅读活动",
        "网站访问量：120万人次",
        "到2020年，网站浏览量：1000万次。",
        "首页设计要求",
        "扫除质量盲区",
        "更新时间：每年12月",
        "本文所称质量，是指产品质量。",
        # the parts of a document
        "某市人民政府办公厅",
        "2018年12月10日",
        "二〇一八年十二月十日",
        "某政发〔2018〕1号",
        "各区人民政府，市政府各部门：",
        "附件：1.任务分工表",
        "附件1.docx",
        "（此件公开发布）",
        "抄送：市委各部门",
        "关于印发",
        "实施方案",
        "征求意见稿",
        "质量",
        "——",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}\n" + _BODY, _BODY + "{}\n落实各项工作责任，抓好组织实施。", _BODY + "{}"]
)
def test_what_is_the_documents_never_is(line: str, frame: str) -> None:
    assert _furniture(frame.format(line)) == []


def test_a_menu_ahead_of_the_document_takes_the_short_words_within_it() -> None:
    menu = ["首页", "本区动态 Local News", "政务公开", "领导活动", "市长信箱", "政务服务", "\ue632", "搜索"]
    title = "某市质量提升行动方案"
    assert _furniture("\n".join([*menu, title, _BODY])) == menu


@pytest.mark.parametrize(
    "inside",
    [
        "某市质量技术监督局",  # an issuer
        "关于印发",
        "质量提升方案",
        "征求意见稿",
        "2018年12月",
        "十二月十日",
        "某市全面开展质量提升",  # too long for a menu
        "质量，提升",
    ],
)
def test_a_line_of_the_document_within_a_menu_stays(inside: str) -> None:
    menu = ["首页", "政务公开", "政策文件", "打印", "关闭"]
    assert _furniture("\n".join([*menu[:3], inside, *menu[3:], _BODY])) == menu


def test_two_words_are_no_menu() -> None:
    assert _furniture("首页\n质量提升\n打印\n" + _BODY) == ["首页", "打印"]


def test_marks_behind_furniture_belong_to_it() -> None:
    assert _furniture("打印 分享\n：\n某市质量提升行动方案\n——\n" + _BODY) == ["打印 分享", "："]


def test_the_values_of_a_record_belong_to_it() -> None:
    record = [
        "索引号：",
        "0001/2018-00001",
        "发布机构：",
        "某市人民政府",
        "名称：",
        "关于提升质量的意见",
        "文号：",
        "某政发〔2018〕1号",
        "主题词：",
    ]
    page = [*record, "关于提升质量的意见", "某政发〔2018〕1号", _BODY]
    assert _furniture("\n".join(page)) == record


def test_a_title_that_stands_nowhere_else_stays_though_a_label_names_it() -> None:
    record = ["名称：", "关于提升质量的意见", "文号：", "某政发〔2018〕1号", "主题词："]
    assert _furniture("\n".join([*record, _BODY])) == ["名称：", "文号：", "某政发〔2018〕1号", "主题词："]


def test_what_follows_an_empty_label_ahead_of_the_document_stays() -> None:
    assert _furniture("索引号：\n文号：\n某市质量提升行动\n" + _BODY) == ["索引号：", "文号："]


def test_short_words_below_the_registration_are_a_menu() -> None:
    foot = [
        "主办：某市人民政府",
        "粤ICP备12345678号",
        "手机版",
        "某商通",
        "某好办",
        "某某政府网",
        "某某发布微博",
    ]
    assert _furniture(_BODY + "\n".join(foot)) == foot


@pytest.mark.parametrize(
    "line",
    [
        "某市人民政府",
        "某市质量监督局",
        "2018年12月10日",
        "附件1",
        "附件：清单",
        "各区政府：",
        "联系人：张三",
        "任务分工方案",
    ],
)
def test_below_the_registration_too_the_documents_lines_stay(line: str) -> None:
    assert _furniture(f"{_BODY}粤ICP备12345678号\n{line}\n手机版") == ["粤ICP备12345678号", "手机版"]


def test_signature_and_attachments_end_the_document_before_the_foot() -> None:
    document = _BODY + "附件：1.任务分工表\n某市人民政府\n2018年12月10日\n"
    assert _furniture(document + "打印\n关闭\n相关解读") == ["打印", "关闭", "相关解读"]
    assert _furniture(document + "来源：某某日报") == ["来源：某某日报"]


def test_one_word_at_the_end_may_be_the_last_cell_of_a_table() -> None:
    assert _furniture(_BODY + "处理方式\n关闭") == []


def test_a_registration_within_the_document_begins_no_foot() -> None:
    page = (
        "粤ICP备12345678号\n某商通\n" + _BODY + "粤ICP备87654321号\n重点产品\n（一）提升质量\n落实\n重点工程"
    )
    assert _furniture(page) == ["粤ICP备12345678号", "粤ICP备87654321号"]


def test_the_head_ends_with_the_first_heading_or_long_sentence() -> None:
    for opening in ("一、总体要求", "为贯彻落实上级关于质量工作的决策部署，现提出以下意见。"):
        assert _furniture(f"欢迎您！\n来源：某某日报\n{opening}\n来源：省级财政\n落实") == ["来源：某某日报"]


def test_a_page_without_a_document_is_all_head() -> None:
    assert _furniture("首页\n政务公开\n通知公告\n市长信箱\n搜索") == [
        "首页",
        "政务公开",
        "通知公告",
        "市长信箱",
        "搜索",
    ]
    assert _furniture("") == []


@pytest.mark.parametrize(
    "line",
    [
        character * 100_000
        for character in (
            "质",
            " 质",
            ">",
            "首页",
            "a",
            "a!",
            "：",
            "浏览",
            "浏览：",
            "位置：",
            "\ue632",
            "扫",
            "1",
            "。",
            "[",
            "版权",
        )
    ],
)
def test_a_line_of_any_length_is_read_and_a_long_one_is_a_paragraph(line: str) -> None:
    assert _furniture(line + "\n" + _BODY) == []
    assert len(_furniture(line[:299] + "\n" + _BODY)) <= 1


_PAGE = "一、总体要求\n" + "提升产品、工程、服务和环境质量，" * 10 + "\n"


@pytest.mark.parametrize(
    ("numbers", "length", "found"),
    [
        (("1", "2", "3"), 1, ["1", "2", "3"]),
        (("9", "10", "11", "12"), 1, ["9", "10", "11", "12"]),
        (("1", "2"), 1, []),  # too few to tell
        (("1", "3", "4"), 1, []),  # not in turn
        (("1", "2", "3"), 0, []),  # a column of a table
    ],
)
def test_numbers_in_turn_between_pages_of_text_number_pages(
    numbers: tuple[str, ...], length: int, found: list[str]
) -> None:
    assert (
        _furniture("".join((_PAGE if length else "甲\n") + f"{number}\n" for number in numbers) + _PAGE)
        == found
    )


def test_what_stands_beside_each_page_number_is_a_running_head() -> None:
    page = "某市质量发展规划\n{}\n" + _PAGE
    assert _furniture("".join(page.format(f"- {n} -") for n in (1, 2, 3))) == [
        line for n in (1, 2, 3) for line in ("某市质量发展规划", f"- {n} -")
    ]
    assert _furniture("".join(page.format(f"- {n} -") for n in (1, 2))) == ["- 1 -", "- 2 -"]


def test_what_stands_above_the_breadcrumb_is_the_sites() -> None:
    text = (
        "甲市市场监督管理局\n关于开展质量提升行动的通知\n甲政发〔2020〕3号\n当前位置：首页 > 文件\n" + _BODY
    )
    assert _furniture(text) == ["甲市市场监督管理局", "当前位置：首页 > 文件"]


def test_what_stands_above_the_menu_that_opens_a_page_is_the_sites() -> None:
    menu = "无障碍\n高级搜索\n登录\n"
    assert _furniture("甲市市场监督管理局\n" + menu + _BODY) == ["甲市市场监督管理局", *menu.split()]
    assert _furniture("甲市市场监督管理局\n登录\n" + _BODY) == ["登录"]


def test_a_menu_right_below_the_first_heading_has_no_masthead() -> None:
    assert _furniture("第一编1\n" + "浏览量：12\n" * 3) == ["浏览量：12"] * 3


def test_a_label_without_its_colon_within_a_record() -> None:
    record = "发文机关 甲市人民政府\n标  题 关于质量的意见\n成文日期 2020年1月2日\n"
    assert _furniture(record + "关于质量的意见\n" + _BODY) == record.splitlines()


def test_the_foot_of_a_page_begins_with_its_tools_and_ends_the_page() -> None:
    document = _BODY + "某市人民政府\n2018年12月10日\n"
    foot = ["相关文档", "我市召开经济形势分析会", "认证需要多少钱？", "某市人民政府网站", "地址：甲路1号"]
    assert _furniture(document + "\n".join(foot)) == foot
    assert _furniture(document + "分享到：微信\n附件：任务分工表\n网站地图") == ["分享到：微信", "网站地图"]
    assert _furniture(document + "相关文档\n我市召开会议\n一、主要指标") == []
    assert _furniture(document + "相关文档\n会议提出要求。") == []


@pytest.mark.parametrize(
    ("head", "paged", "found"),
    [
        ("内部资料 注意保存", True, 3),
        ("内部资料 注意保存", False, 0),  # where pages are not known, it may be a subtitle
        ("牵头单位：市市场监管局", True, 0),
        ("一、总体要求", True, 0),
        ("落实责任。", True, 0),
    ],
)
def test_a_line_on_every_page_is_a_running_head(head: str, paged: bool, found: int) -> None:
    lines = tuple(lines_of(f"{head}\n{_PAGE}" * 3))
    assert [lines[i].text for i in sorted(furniture(lines, paged=paged))] == [head] * found
