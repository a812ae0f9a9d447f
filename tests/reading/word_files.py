"""Word files made by hand for the tests: small functions that write XML, and the package around it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from qcompare.settings import Limits

LIMITS = Limits(file_mb=100, unpacked_mb=30, pages=100, characters=100_000)

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f' xmlns:r="{_RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:o"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(*content: str, properties: str = "") -> str:
    """A run of XML, or of plain text where it holds no markup."""
    inner = "".join(each if each.startswith("<") else t(each) for each in content)
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def p(*content: str, properties: str = "", style: str = "", number: tuple[int, int] | None = None) -> str:
    """A paragraph of XML or plain text; ``number`` is list and level."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    )
    inner = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{inner}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A cell of paragraphs, given as XML or as plain text."""
    inner = "".join(each if each.startswith("<") else p(each) for each in content or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    made = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="a"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def mark(kind: str) -> str:
    """Where a complex field begins, its result begins (``separate``) or it ends."""
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def instruction(text: str) -> str:
    return f"<w:instrText>{escape(text)}</w:instrText>"


def field(text: str, result: str | None = None) -> str:
    """A complex field in runs of their own; without a result it has none."""
    shown = "" if result is None else r(mark("separate")) + result
    return r(mark("begin")) + r(instruction(text)) + shown + r(mark("end"))


def level(i: int, style: str, text: str, more: str = "", start: int | None = 1) -> str:
    first = f'<w:start w:val="{start}"/>' if start is not None else ""
    return (
        f'<w:lvl w:ilvl="{i}">{first}<w:numFmt w:val="{style}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starts(i: int, at: int) -> str:
    """A list's own first number of a level."""
    return f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def style(
    key: str, *, based_on: str = "", paragraph: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = ' w:default="1"' if key == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{key}"/>'
        f"{parent}"
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def part(root: str, content: str, main: str = MAIN) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{main}"{_NAMESPACES}>{content}</w:{root}>'
    )


def relations(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def files(*content: str, main: str = MAIN, **parts: str) -> dict[str, str | bytes]:
    """The files of a document's package; ``parts`` are the contents of styles, numbering and notes."""
    body = "".join(each if each.startswith("<") else p(each) for each in content)
    return {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in parts}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>", main),
        **{f"word/{name}.xml": part(name, inner, main) for name, inner in parts.items()},
    }


def document(*content: str, main: str = MAIN, **parts: str) -> bytes:
    """A whole Word file."""
    return packed(files(*content, main=main, **parts))
