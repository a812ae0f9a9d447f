"""Laws of reading pages: whatever template a text goes through, its paragraphs come back, whole, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.decoding import decode
from qcompare.reading.html import visible_text
from qcompare.reading.mhtml import archived_markup

_PARAGRAPHS = st.lists(
    st.text(
        st.sampled_from("质量提升方案一二三、。，；（）“”《》〔2025〕95%<>&\"'#*abc"), min_size=1, max_size=40
    ),
    min_size=1,
    max_size=8,
)


def _spans(text: str) -> str:
    """The text cut into phrases in the middle of words, some nested, some empty."""
    pieces = [text[i : i + 3] for i in range(0, len(text), 3)]
    return "".join(
        f"<span style='color:#333'><font size=3>{escape(piece)}</font></span><b></b>" for piece in pieces
    )


def _wrapped(text: str) -> str:
    """The text with line ends of the file between ideographs, as Word's pages have them."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", "\n  ", escape(text))


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>&nbsp;&nbsp;\u3000{_spans(text)}</p>\n" for text in texts)


def _breaks(texts: Sequence[str]) -> str:
    return "<div id=zoom>" + "<br>\r\n&nbsp;<br/>".join(map(escape, texts)) + "</div>"


def _layout(texts: Sequence[str]) -> str:
    inner = "<table width=900><tr><td>" + "".join(f"<p>{escape(text)}" for text in texts) + "</table>"
    return f"<table><tr><td width=10><td>{inner}<td></table>"


def _rows(texts: Sequence[str]) -> str:
    return (
        "<table>" + "".join(f"<tr><td><font>{escape(text)}</font></td></tr>" for text in texts) + "</table>"
    )


def _divs(texts: Sequence[str]) -> str:
    return "<div>" + "".join(f"<div><div>&emsp;{_spans(text)}</div></div>" for text in texts)


def _word(texts: Sequence[str]) -> str:
    return "<style><!-- p {margin:0} --></style><div class=WordSection1>" + "".join(
        f"<p class=MsoNormal style='text-indent:32.0pt'><![if !supportLists]><![endif]><span\nlang=ZH-CN>"
        f"{_wrapped(text)}<span lang=EN-US><o:p></o:p></span></span></p>\n\n"
        for text in texts
    )


def _written(texts: Sequence[str]) -> str:
    return "<pre>\n" + "\n".join(f"    {escape(text)}" for text in texts) + "</pre>"


def _items(texts: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}" for text in texts) + "</ul>"


def _unclosed(texts: Sequence[str]) -> str:
    return "<form><div>" + "".join(f"<p><font color=red><b>{escape(text)}</html>" for text in texts)


def _hiding(texts: Sequence[str]) -> str:
    hidden = "<div style='display:none'>隐藏<p>隐藏</p></div><script>'<p>隐藏</p>'</script><!-- <p>隐藏 -->"
    return "".join(f"{hidden}<section><p>{escape(text)}</p></section>" for text in texts)


_TEMPLATES = (
    _paragraphs, _breaks, _layout, _rows, _divs, _word, _written, _items, _unclosed, _hiding,
)  # fmt: skip


@pytest.mark.parametrize("template", _TEMPLATES)
@given(texts=_PARAGRAPHS)
def test_paragraphs_come_back_whole_and_in_order(
    template: Callable[[Sequence[str]], str], texts: list[str]
) -> None:
    page = f"<!DOCTYPE html><html><head><title>隐藏</title></head><body>{template(texts)}</body></html>"
    assert [line for line in visible_text(page).split("\n") if line] == texts


@given(
    rows=st.lists(
        st.lists(st.text("质量95%<", min_size=1, max_size=6), min_size=3, max_size=3), min_size=2, max_size=5
    ),
    cell=st.sampled_from(["<td>{}", "<td><p align=center>{}</p></td>", "<th><div><span>{}</span></div>"]),
)
def test_rows_of_data_come_back_as_lines(rows: list[list[str]], cell: str) -> None:
    page = "<table>" + "".join("<tr>" + "".join(cell.format(escape(text)) for text in row) for row in rows)
    assert visible_text(page) == "".join("\t".join(row) + "\n" for row in rows)


_TAGS = st.sampled_from(
    re.findall(
        r"\S+",
        "p div br td tr table tbody th caption li ul ol b a font i span section h2 h3 form body html center"
        " dd dl dt pre button label option select x-y sup hr img input col address marquee rt ruby math svg",
    )
)
_SOUP = st.lists(
    st.one_of(
        _TAGS.map("<{}>".format),
        _TAGS.map("</{}>".format),
        st.sampled_from(
            ("< ", "<!---->", "<!-- -> -->", "<!升>", "&amp;", "<p class='>'>", '<i title="a>b">', "\n")
        ),
        st.sampled_from("质量强市提"),
    ),
    max_size=60,
)


@given(_SOUP)
def test_no_character_of_a_broken_page_is_lost_or_doubled(soup: list[str]) -> None:
    """Tags of any kind, in any order. What stands between the cells of a table may change its place."""
    soup = [piece for piece in soup if "svg" not in piece or "/" not in piece]  # text in a drawing is none
    shown = re.findall("[质量强市提升]", visible_text("".join(soup)))
    assert sorted(shown) == sorted(piece for piece in soup if piece in "质量强市提")


@given(texts=_PARAGRAPHS, encoding=st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")))
def test_a_page_is_the_same_in_every_encoding(texts: list[str], encoding: str) -> None:
    page = f"<html><head><meta charset=big5><title>质量提升行动方案</title></head><body>{_paragraphs(texts)}"
    assert decode(page.encode(encoding), "page.html")[0] == page.replace("\r\n", "\n")


@given(texts=_PARAGRAPHS, line_end=st.sampled_from((b"\n", b"\r\n")))
def test_an_archive_holds_the_page(texts: list[str], line_end: bytes) -> None:
    page = f"<html><body><p>质量提升行动方案</p>{_paragraphs(texts)}</body></html>\n"
    head = ("MIME-Version: 1.0", "Content-Type: multipart/related;", '\tboundary="=_b"', "", "--=_b")
    part = ("Content-Type: text/html", "Content-Transfer-Encoding: 8bit", "", page + "--=_b--")
    data = "\n".join((*head, *part)).encode().replace(b"\n", line_end)
    assert archived_markup(data, "page.mht") == (page, "utf-8")
