"""Markup cut down: what is left of it, and that no page makes a parser work out of proportion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from qcompare.reading.markup import BREAK, SEAM, cut_down

_B, _S = BREAK, SEAM


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        # attributes that show nothing go, the others stay, each once
        ('<p class="a" onclick="x()">甲</p>', "<p>甲</p>"),
        ("<td COLSPAN=2 width=9 colspan=3 rowspan='4'>", _B),  # out of a table
        ("<table><td COLSPAN=2 width=9 colspan=3 rowspan='4'>", "<table><td COLSPAN=2 rowspan='4'>"),
        ("<p style='color:red'><p style='DISPLAY:none' hidden>", "<p><p style='DISPLAY:none' hidden>"),
        ("<p title='a>b' id=\"x y\" =q data-style=1>甲", "<p>甲"),
        ("<div/>", "<div>"),
        # tags that show nothing, formats without a style, elements that make other rules
        ("<b>甲</b><font size=2>乙</font>", f"{_S}甲{_S}{_S}乙{_S}"),
        ("<b style='display:none'>甲</b>", "<b style='display:none'>甲</b>"),
        ("<html><body>甲<img src=x><br></body></html>", f"{_B}{_B}甲{_S}<br>{_B}{_B}"),
        ("<select><option>甲</select>", f"{_S}{_B}甲{_S}"),
        # comments and what is no markup
        ("甲<!-- <p> -->乙<!-->丙<!--->丁<!---->戊<!-- --!>己", "甲乙丙丁戊己"),
        ("甲<!DOCTYPE html><?xml?><![CDATA[x]]></ x>乙", "甲乙"),
        ("<script>'<p>'</script >甲<style>p{}</STYLE>", f"{_S}甲{_S}"),
        ("<title>题</title>甲<noscript><p>乙</noscript>", f"{_S}甲{_S}"),
        ("<textarea>&lt;<p></textarea>", f"<pre>\n&lt;&lt;p></pre>{_B}"),
        ("<xmp>&lt;<p></xmp>", f"<pre>\n&amp;lt;&lt;p></pre>{_B}"),
        ("<svg><path/><text>甲</text></svg>乙", f"{_S}{_S}乙"),
        ("5 < 6 <<p>", "5 &lt; 6 &lt;<p>"),
        ("甲\0乙\ufdd0\ufdd4", "甲乙"),
        # what nothing closes does not swallow the page
        ("甲<!-- <p>乙<!-- 丙", "甲 <p>乙 丙"),
        ('<a href="x>甲</a><p>乙', f"{_S}甲{_S}<p>乙"),
        ("<title>题<p>甲", "<p>甲"),
        ("<textarea>甲<p>乙", f"{_B}甲<p>乙"),
        ("<svg><p>甲", f"{_S}<p>甲"),
        ("<iframe>甲<noscript>乙", f"{_B}甲{_B}乙"),
        ("甲<p", "甲"),
        # but these do in every browser
        ("甲<script>乙<p>", "甲"),
        ("甲<plaintext>乙<p>", "甲<pre>\n乙&lt;p></pre>"),
    ],
)
def test_what_is_left(markup: str, left: str) -> None:
    assert cut_down(markup) == left


def test_what_nests_too_deep_is_flat() -> None:
    left = cut_down("<div>" * 600 + "甲" + "</div>" * 600 + "<p>乙</p>")
    assert left == f"{'<div>' * 512}{BREAK * 88}甲{BREAK * 88}{'</div>' * 512}<p>乙</p>"


def test_formats_that_are_left_open_are_few() -> None:
    assert cut_down("<i style='display:inline'>" * 20).count("<i") == 8


def test_attributes_are_bounded_by_what_they_can_say() -> None:
    page = "<li " + " ".join(f"a{i}=1 style='display:block'" for i in range(50_000)) + ">甲"
    assert cut_down(page) == "<li style='display:block'>甲"


# Pieces that make a parser's work grow with the square of their number, or did so in a draft of the cutter.
_GROWING = (
    "<div>", "<ul><li>", "<dl><dd>", "<table><tr><td>", "<table>", "<span>", "<a>", "<p><b>",
    "<b style=display:x>", "<button>", "<form><div>", "<select><div>", "<svg><p>", "<svg><g>",
    "<math><mi><p>", "<object>", "<section></p>", "<noscript><div></noscript>", "<li><section>",
    "<li><ul></li>", "<span><p></span>", "<div><table></div>", "<p><button>", "<body a=1>", "<h1></h2>",
    "<listing/><svg/><td>", "<option><div>", "<template>", "<x-y>", "<rt><p><hr>", "<rt><ruby><p>",
    "<rt><p><xmp></xmp>",
)  # fmt: skip


@pytest.mark.parametrize("piece", _GROWING)
def test_no_piece_nests_a_page_deep_or_makes_it_grow(piece: str) -> None:
    depth, nodes = _size(cut_down(piece * 3000 + "甲"))
    assert depth <= 2100  # a table's cell may take four levels where one is counted
    assert nodes <= 60_000


@given(
    st.lists(
        st.sampled_from(
            (
                "div",
                "p",
                "li",
                "ul",
                "table",
                "td",
                "tr",
                "tbody",
                "span",
                "b",
                "option",
                "h1",
                "dd",
                "button",
                "form",
            )
        ).flatmap(
            lambda name: st.sampled_from((f"<{name}>", f"</{name}>", f"<{name} style='display:block'>"))
        ),
        min_size=1,
        max_size=8,
    )
)
def test_no_pattern_nests_a_page_deep(pieces: list[str]) -> None:
    depth, nodes = _size(cut_down("".join(pieces) * 1500))
    assert depth <= 2100
    assert nodes <= 1500 * 60


def _size(markup: str) -> tuple[int, int]:
    """The depth of a page's tree and the number of its nodes."""
    root = LexborHTMLParser(markup).root
    depth = nodes = 0
    stack: list[tuple[LexborNode | None, int]] = [(root, 1)]
    while stack:
        node, level = stack.pop()
        if node is not None:
            depth, nodes = max(depth, level), nodes + 1
            stack.append((node.first_child, level + 1))
            if level > 1:
                stack.append((node.next, level))
    return depth, nodes
