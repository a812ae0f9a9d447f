"""Which elements are open: end tags reach what they reach in a parser, start tags end what they end."""

from __future__ import annotations

import pytest

from qcompare.reading.nesting import Nesting


def _open_after(markup: str) -> list[str]:
    """The open elements after tags like ``div p /div``; outermost first."""
    nesting = Nesting()
    for tag in markup.split():
        if tag.startswith("/"):
            nesting.close(tag[1:])
        else:
            nesting.open(tag)
    return nesting._open


@pytest.mark.parametrize(
    ("tags", "left"),
    [
        ("div p span", "div p span"),
        ("div p span /div", ""),
        ("p p div", "div"),  # a block ends a paragraph
        ("p span p", "p"),
        ("p button p", "p button p"),  # not out of a scope
        ("span p /span", "span p"),  # a phrase's end does not reach beyond a block
        ("span x-y /span", ""),
        ("div table tr td /div", "div table tr td"),
        ("div table tr td div /table", "div"),
        ("table tr td td", "table tr td"),
        ("table tr td table tr td /tr", "table tr td table"),
        ("table tbody tr td tbody", "table tbody"),
        ("table tr td object /td", "table tr"),
        ("tr td p", "p"),  # parts of no table
        ("object table td /object", "object table td"),
        ("ul li div li", "ul li"),
        ("ul li section li", "ul li section li"),
        ("ul li ul li", "ul li ul li"),
        ("li ul /li", "li ul"),
        ("dl dt dd", "dl dd"),
        ("ruby rt p rt", "ruby rt"),
        ("rt p rt", "rt p rt"),  # in no ruby
        ("/div /p /td", ""),
    ],
)
def test_what_is_open(tags: str, left: str) -> None:
    assert _open_after(tags) == left.split()


def test_end_tags_that_do_nothing_are_left_out() -> None:
    nesting = Nesting()
    assert [nesting.close(name) for name in ("div", "span", "p", "h2")] == [False, False, True, True]


def test_too_deep_is_refused_and_so_is_its_end() -> None:
    nesting = Nesting()
    assert [nesting.open("div") for _ in range(514)] == [True] * 512 + [False] * 2
    assert [nesting.close("div") for _ in range(3)] == [False, False, True]
