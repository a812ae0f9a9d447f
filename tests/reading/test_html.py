"""HTML: what a browser would show, and nothing that it would not."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.html import visible_text


def _lines(markup: str) -> list[str]:
    return [line for line in visible_text(markup).split("\n") if line]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        # blocks and what runs on
        ("<p>甲</p><p>乙<b>丙</b><span>丁</span></p>", ["甲", "乙丙丁"]),
        ("正文在 body 里<div>甲<p>乙</div>丙", ["正文在 body 里", "甲", "乙", "丙"]),
        ("<h1>题</h1><h6>注</h6><hr>文<br>字<br/><br/>号", ["题", "注", "文", "字", "号"]),
        ("<dl><dt>甲<dd>乙</dl><nav><a>首页</a> <a>公开</a></nav>", ["甲", "乙", "首页 公开"]),
        (
            "<select><option>甲<option>乙</select><label>丙</label><button>丁</button>",
            ["甲", "乙", "丙", "丁"],
        ),
        ("<textarea>甲\n乙</textarea>", ["甲", "乙"]),
        # blanks
        ("<p>甲\n  a\t丙 <b> 乙</b></p><p>\u3000\u3000丁&nbsp;戊&emsp;</p>", ["甲 a 丙 乙", "丁\xa0戊"]),
        ("<p>甲&#x2028;乙&#13;丙\x0c丁</p>", ["甲 乙 丙 丁"]),
        ("<pre>一、甲\n  （一）乙\r\n<b>丙\n丁</b></pre>戊\n己", ["一、甲", "（一）乙", "丙", "丁", "戊己"]),
        ("<div style='white-space: pre-wrap'>甲\n乙</div><xmp>&lt;丙<p></xmp>", ["甲", "乙", "&lt;丙<p>"]),
        # a line end of the file in a text, as Word wraps it, and between two phrases
        (
            "<p>质量提\n  升，\n实施<span\nlang=zh>方案。\n二、2020\n年</span>",
            ["质量提升，实施方案。 二、2020 年"],
        ),
        ("<a>首页</a>\n<a>公开</a>\n<b>通知</b>", ["首页 公开 通知"]),
        # entities
        ("<p>&lt;质量&gt; &amp; &#36136;&#x91CF; &ldquo;甲&rdquo; &copy</p>", ["<质量> & 质量 “甲” ©"]),
        ("<p>5 < 6 & 7 > 4</p>", ["5 < 6 & 7 > 4"]),
        # what is not shown
        ("<head><title>题</title><style>p{}</style></head><p>甲", ["甲"]),
        (
            "甲<script>var 乙='丙'</script><style>丁</style><noscript>戊</noscript><template>己</template>",
            ["甲"],
        ),
        ("甲<!-- 乙 --><![CDATA[丙]]><?丁?><iframe>戊</iframe><svg><text>己</text></svg>庚", ["甲庚"]),
        (
            "甲<p style='color:red; DISPLAY : none'>乙<b>丙</b></p><p hidden>丁</p><p style>戊</p>",
            ["甲", "戊"],
        ),
        ("<dialog>甲</dialog><dialog open>乙</dialog><datalist><option>丙</datalist>", ["乙"]),
        ("<body style='display:none' hidden>甲<p style='visibility:hidden'>乙", ["甲", "乙"]),
        # a reading above a character comes out as sites write it in brackets
        ("<ruby>质<rp>（</rp><rt>zhì</rt><rp>）</rp>量<rt>liàng</rt></ruby>", ["质(zhì)量(liàng)"]),
        (
            "<p>面积100m<sup>2</sup>，10<sup>-3</sup>注<sup>①</sup><sup>[1]</sup>，PM<sub>2.5</sub></p>",
            ["面积100m²，10⁻³注①[1]，PM2.5"],
        ),
        ("<q>质量</q>第一", ["“质量”第一"]),
        ("<p>甲<br>乙<p><details><summary>丙</summary>丁</details>", ["甲", "乙", "丙", "丁"]),
        # blocks by style, and none
        ("<span style='display:block'>甲</span>乙<p style='display:inline'>丙</p>丁", ["甲", "乙丙丁"]),
        # phrases without a size are there to spoil copies
        ("<font style='font-size:0px'>坏</font><font style='font-size:0.5em'>好</font>", ["好"]),
        ("<div style='font-size:0'><a class='x'>首页</a></div>", ["首页"]),
        # what editors and programs leave in pages
        (
            "<p>甲<o:p></o:p></p><xml><w:View>Normal</w:View></xml><ucapcontent><p>乙</p></ucapcontent>",
            ["甲", "乙"],
        ),
        (
            "<p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体要求"
            "<!--[if gte mso 9]><xml>甲</xml><![endif]--></p>",
            ["一、总体要求"],
        ),
        ("<template shadowrootmode='open'><p>甲</p></template><template>乙</template>", ["甲"]),
        # broken markup
        ("<p>甲</p></body></html>\n<p>乙</p>", ["甲", "乙"]),
        ("<form><p>甲<form><p>乙</form>丙</form>丁", ["甲", "乙", "丙", "丁"]),
        ("甲\0乙<p \0>丙", ["甲乙", "丙"]),
        ("<p>甲<div>乙</p>丙</span></div>丁<p", ["甲", "乙", "丙", "丁"]),
        ("", []),
    ],
)
def test_visible_text(markup: str, lines: list[str]) -> None:
    assert _lines(markup) == lines


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>甲</li><li>乙</li></ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        (
            "<ol start=x><li value=y>甲</ol><ol start=-1><li>乙<li>丙<li>丁</ol>",
            ["1. 甲", "-1. 乙", "0. 丙", "1. 丁"],
        ),
        ("<ol><li><p>甲</p><p>乙</p></li><li><div><p>丙</p></div></li></ol>", ["1. 甲", "乙", "2. 丙"]),
        ("<ol><li>甲<ol><li>子<li>丑</ol></li><li>乙</ol>", ["1. 甲", "1. 子", "2. 丑", "2. 乙"]),
        ("<ol><li></li><li>乙</li></ol>", ["1.", "2. 乙"]),
        ("<ol style='list-style: none'><li>一、甲<li>二、乙</ol>", ["一、甲", "二、乙"]),
        ("<ol class='my-breadcrumb x'><li>首页<li>公开</ol><ol class>", ["首页", "公开"]),
        ("<ol><p>甲</p><li>乙</ol>", ["甲", "1. 乙"]),
        ("<ul><li>甲<li>乙</ul><ol><ul><li>丙</ul></ol>", ["甲", "乙", "丙"]),
        # a number of the author's own is not shown twice
        (
            "<ol><li>1. 甲<li>（二）乙<li><p>三、丙</p><li>1.5亿元<li>2025年<li>第三条 丁</ol>",
            ["1. 甲", "（二）乙", "三、丙", "4. 1.5亿元", "5. 2025年", "第三条 丁"],
        ),
    ],
)
def test_the_numbers_of_a_list_are_rebuilt(markup: str, lines: list[str]) -> None:
    assert _lines(markup) == lines


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<table><tr><th>项<th>值<tr><td>甲<td>1<tr><td><td>2</table>", ["项\t值", "甲\t1", "\t2"]),
        ("<table><tr><td><p>甲</p></td><td><div>乙<b>丙</b></div></td></tr></table>", ["甲\t乙丙"]),
        ("<table><tr><td>甲</td><td></td><td>乙</td></tr></table>", ["甲\t\t乙"]),
        # a table for the layout: a cell of several lines keeps them, the others stay together
        (
            "<table><tr><td>甲<td>乙<td><p>一</p><p>二</p><td>丙<td>丁</table>",
            ["甲\t乙", "一", "二", "丙\t丁"],
        ),
        ("<table><tr><td><table><tr><td>子<td>丑</table></td></tr></table>", ["子\t丑"]),
        ("<table><tr><td><ol><li>甲</ol><td>乙</table>", ["1. 甲\t乙"]),
        ("<table><caption>题</caption><tbody><tr><td>甲</table>", ["题", "甲"]),
    ],
)
def test_a_row_of_a_table_is_a_line(markup: str, lines: list[str]) -> None:
    assert _lines(markup) == lines


def test_paragraphs_stay_apart_by_at_most_one_blank_line() -> None:
    assert visible_text("<div><div><p>甲</p></div></div>\n\n<p></p><div><p>乙</p></div>") == "甲\n\n乙\n"


def test_a_declared_charset_is_not_asked() -> None:
    page = (
        "<html><head><meta charset='gb2312'><meta http-equiv=Content-Type content='text/html; charset=big5'>"
    )
    assert visible_text(f"{page}</head><body>质量强市</body></html>") == "质量强市\n"


@pytest.mark.parametrize("tag", ["span", "b", "table><tr><td"])
def test_the_depth_of_a_page_has_no_limit(tag: str) -> None:
    assert visible_text(f"<{tag}>" * 20_000 + "质量") == "质量\n"


@pytest.mark.parametrize(
    ("markup", "start"),
    [
        ("<ol>" + "<li>质量" * 50_000, "1. 质量\n\n2. 质量\n"),
        ("<table>" + "<tr><td>质量<td>强市" * 50_000, "质量\t强市\n质量\t强市\n"),
        ("<table><tr>" + "<td>\n" * 50_000 + "质量", "质量\n"),
        ("<table><tr><td>" + "<p> " * 50_000 + "质量", "质量\n"),
        ("<ol><li>" + "<p> " * 50_000 + "质量", "1. 质量\n"),
        ("<!-- 甲 -->" * 50_000 + "质量", "质量\n"),
        ("<" * 50_000 + "质量", "<<<<"),
    ],
)
def test_long_pages_take_time_in_proportion(markup: str, start: str) -> None:
    assert visible_text(markup).startswith(start)


@given(
    st.lists(
        # all but the noncharacters that the reader marks places with
        st.text(
            st.characters(codec="utf-8", exclude_characters="\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\0"), max_size=20
        )
    )
)
def test_no_character_of_the_text_is_lost(texts: list[str]) -> None:
    pages = (
        "".join(f"<p>{escape(text)}</p>" for text in texts),
        "<table>"
        + "".join(f"<tr><td>{escape(text)}<td><p>{escape(text)}</p>" for text in texts)
        + "</table>",
        "<ul>" + "".join(f"<li><pre>\n{escape(text)}</pre>" for text in texts) + "</ul>",
    )
    for repeat, page in zip((1, 2, 1), pages, strict=True):
        assert "".join(visible_text(page).split()) == "".join(
            "".join(text.split()) * repeat for text in texts
        )
