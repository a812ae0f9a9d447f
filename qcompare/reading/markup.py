"""Markup cut down to what decides the visible text, so that a parser's time and memory stay in proportion.

The parser behind the reader follows the HTML standard and takes time in the square of a page's depth, of a
tag's attributes, and of its unclosed ``<b>``. Browsers flatten what nests too deep; so does this. What would
swallow the rest of the page, because nothing closes it, is not taken for what it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qcompare.reading.elements import BLOCKS, FORMATS, VOID
from qcompare.reading.nesting import Nesting

# Noncharacters, which no page may hold, stand for tags that were cut: those of blocks, and those of phrases.
BREAK, SEAM = "\ufdd0", "\ufdd4"
_NO_TEXT = re.compile(f"[{BREAK}{SEAM}\0]+")
_MOST_TAGS = 300_000  # a plan of half a million characters, all of it in tables, has 20,000
_MOST_STYLED = 8  # <font style> and the like that are open at once

# --- tokens, as the standard has them -----------------------------------------------------------------

_VALUE = (
    r"[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+)?+"
)
_ATTRIBUTE = rf"(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)(?:{_VALUE})?+"
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)(?P<rest>(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+)>"
)
_BARE_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)[^>]*+>")
_NO_TAG = re.compile(r"<(?:!--(?:-?>|(?s:.*?)--!?>)|[!?][^>]*+>?|/[^a-zA-Z][^>]*+>?|/?[a-zA-Z][^>]*+\Z)")
_TO_NEXT_TAG = re.compile("[^<]*")

# --- attributes and elements that decide what is shown ------------------------------------------------

_EACH = re.compile(_ATTRIBUTE)
_KEY = re.compile(r"[^ \t\n\f\r/>=]+")
_SHOWING = re.compile("display|font-size|list-style|white-space", re.IGNORECASE)
_LISTS = frozenset(("class", "start", "value", "type", "reversed"))
_KEPT = {
    **dict.fromkeys(("ol", "ul", "li"), _LISTS),
    **dict.fromkeys(("td", "th"), frozenset(("rowspan", "colspan"))),
    "dialog": frozenset(("open",)),
}
_ANYWHERE = frozenset(("style", "hidden"))
_TELLING = re.compile("|".join(sorted({*_ANYWHERE, *(key for keys in _KEPT.values() for key in keys)})), re.I)

# Where a drawing stops: at its end, before a block, which never stands in one, or with the page.
_DRAWN = re.compile(rf"(?:(?P<end></svg)|<(?:{'|'.join(sorted(BLOCKS))}))(?=[ \t\n\f\r/>])|\Z", re.IGNORECASE)

# Their content is no markup: it shows nothing, or it is shown as it is written.
_SILENT = frozenset(("script", "style", "iframe", "noembed", "noframes", "noscript"))
_VERBATIM = frozenset(("textarea", "xmp", "plaintext"))
_TO_THE_END = frozenset(("script", "style", "xmp", "plaintext"))  # where their own end is missing
# A parser goes by other rules in them, or behind their end tag; what stands there is shown.
_DROPPED = frozenset(
    ("body", "col", "colgroup", "form", "frameset", "head", "html", "math", "optgroup", "option", "select")
)
_IDLE = _DROPPED | VOID - {"br", "hr"}


def cut_down(markup: str) -> str:
    """``markup`` without comments, scripts and idle tags, nested no deeper than browsers go.

    Where a block's tag is cut for its depth, ``BREAK`` stands for it; ``SEAM`` for the tag of a phrase.
    """
    return "".join(_Cutter(_closed(_NO_TEXT.sub("", markup))).pieces())


def _closed(markup: str) -> str:
    """The comments that nothing ends made tags that end at once."""
    last = max(markup.rfind("-->"), markup.rfind("--!>")) + 1
    if markup.find("<!--", last) < 0:
        return markup
    return markup[:last] + markup[last:].replace("<!--", "<!>")


class _Cutter:
    """Goes through the tokens of a page once."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._nesting = Nesting()
        self._formats: dict[str, list[bool]] = {name: [] for name in FORMATS}
        self._styled = self._tags = 0
        self._unclosed: set[str] = set()
        self._drawn: re.Match[str] | None = None

    def pieces(self) -> Iterator[str]:
        at = 0
        while (start := self._markup.find("<", at)) >= 0:
            yield self._markup[at:start]
            tag = _TAG.match(self._markup, start) or _BARE_TAG.match(self._markup, start)
            other = None if tag else _NO_TAG.match(self._markup, start)
            if tag:
                piece, at = self._tag(tag)
                yield piece
            elif other:
                at = other.end()
            else:
                yield "&lt;"
                at = start + 1
        yield self._markup[at:]

    def _tag(self, tag: re.Match[str]) -> tuple[str, int]:
        """What stands for a tag, and for content that is no markup, and where that ends."""
        name, ends = tag["name"].lower(), bool(tag["end"])
        if not ends and name in _SILENT | _VERBATIM:
            return self._content(name, tag.end())
        if name == "svg":
            return SEAM, tag.end() if ends else self._drawing(tag.end())
        if not ends and name == "title":  # what shows as text elsewhere; its end may be missing
            return "", _TO_NEXT_TAG.match(self._markup, tag.end()).end()  # type: ignore[union-attr]
        attributes = "" if ends else _attributes(name, tag.groupdict().get("rest") or "")
        if name in FORMATS:
            return self._format(name, attributes, ends=ends), tag.end()
        return self._element(name, attributes, tag, ends=ends), tag.end()

    def _content(self, name: str, start: int) -> tuple[str, int]:
        """The content that runs to the element's own end tag and to no other."""
        end = None
        if name not in self._unclosed:
            end = re.compile(rf"</{name}(?=[ \t\n\f\r/>])|\Z", re.IGNORECASE).search(self._markup, start)
        if end is None or not (end[0] or name in _TO_THE_END):
            self._unclosed.add(name)
            return BREAK, start
        if name in _SILENT:
            return "", end.start()
        self._nesting.make_room("pre")
        content = self._markup[start : end.start()]
        plain = content if name == "textarea" else content.replace("&", "&amp;")
        return f"<pre>\n{plain.replace('<', '&lt;')}</pre>", end.start()

    def _drawing(self, start: int) -> int:
        """Where a drawing ends that begins at ``start``: there, if a block of text stands before its end."""
        if self._drawn is None or self._drawn.start() < start:
            self._drawn = _DRAWN.search(self._markup, start)
        return self._drawn.start() if self._drawn and self._drawn["end"] else start

    def _format(self, name: str, attributes: str, *, ends: bool) -> str:
        opened = self._formats[name]
        if not ends:
            opened.append(bool(attributes) and self._styled < _MOST_STYLED)
            self._styled += opened[-1]
            return f"<{name}{attributes}>" if opened[-1] else SEAM
        if not opened or not opened.pop():
            return SEAM
        self._styled -= 1
        return f"</{name}>"

    def _element(self, name: str, attributes: str, tag: re.Match[str], *, ends: bool) -> str:
        instead = BREAK if name in BLOCKS else SEAM
        if name in _IDLE or (ends and name in VOID) or "shadowrootmode" in tag[0]:
            return instead
        self._tags += 1
        if name in VOID:
            self._nesting.make_room(name)
            return f"<{name}>" if self._tags < _MOST_TAGS else instead
        if ends:
            return f"</{name}>" if self._nesting.close(name) else instead
        fits = self._tags < _MOST_TAGS and self._nesting.open(name)
        return f"<{name}{attributes}>" if fits else instead


def _attributes(name: str, rest: str) -> str:
    """The attributes of a tag that decide what is shown, each once and with a blank before it."""
    if not _TELLING.search(rest):
        return ""
    kept = _ANYWHERE | _KEPT.get(name, frozenset())
    found: dict[str, str] = {}
    for attribute in _EACH.finditer(rest):
        key = _KEY.match(attribute[0])
        if key and key[0].lower() in kept:
            found.setdefault(key[0].lower(), attribute[0])
    if "style" in found and not _SHOWING.search(found["style"]):
        del found["style"]
    return "".join(f" {attribute}" for attribute in found.values())
