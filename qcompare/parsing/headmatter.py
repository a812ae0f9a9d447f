"""What stands around a document's body: the page's record of it, and the sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from qcompare.models import Section, Span
from qcompare.parsing.marks import DAY, FRAME, HAN, STAMP, DocNumber, own_number, read_day


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a piece of an overlong one: its place, and what the cutter made of it."""

    text: str
    span: Span
    chrome: bool = False
    heading: bool = False


def head_of(rows: Sequence[Row], sections: Sequence[Section]) -> tuple[Row, ...]:
    """The rows ahead of the body, which the first numbered heading of the highest kind opens."""
    opening = next((s.span.start for s in sections if s.ref == "一"), None)
    first = next((s.span.start for s in sections), None)
    body = opening if opening is not None else first
    return tuple(row for row in rows if body is None or row.span.start < body)


# --- the page's record of the document ------------------------------------------------------------

Field = Literal["number", "issuer", "written", "web", "title"]

_LABELS: dict[Field, str] = {
    "number": r"发文字号|发文文号|公文文号|文件编号|文件字号|文\s*号|字\s*号",
    "issuer": r"发文机关|发文机构|发文单位|制发机关|制定机关|印发机关",
    "written": r"成文日期|成文时间|发文日期|发文时间|签发日期|印发日期|制发日期|生成日期",
    "web": r"(?:发布|发表|公开|公布|更新|上传|录入|添加)(?:日期|时间)|时\s*间|日\s*期",
    "title": r"标\s*题|(?:文件|信息)?名\s*称",
}
_LABEL = re.compile(
    r"(?:^|(?<=[\s|;；(（\[【［.、]))(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LABELS.items())
    + r"|(?P<other>索\s*引\s*号|主题分类|主题词|分类|有效性|[^\s:：\]】］|]{2,8}(?=\s*[:：])))"
    + r"\s*(?:[\]】］]\s*[:：]?|[:：]|(?=\s)|$)\s*"
)
_SENTENCE = re.compile(r"[。！？]")


@dataclass(frozen=True, slots=True)
class Record:
    """What a page's table says of the document; ``rows`` are the indices of the rows it stands on."""

    number: DocNumber | None = None
    issuer: str | None = None
    written: date | None = None
    web: date | None = None
    title: str | None = None
    rows: frozenset[int] = frozenset()


def read_record(rows: Sequence[Row]) -> Record:
    """The record of a page, from ``label: value`` lines or labels with the value on the next line."""
    record = Record()
    taken: set[int] = set()
    for i, row in enumerate(rows):
        for field, value in _fields(row.text):
            at = i if value else i + 1
            record = _noted(record, field, rows[at].text if at > i and at < len(rows) else value)
            taken.add(at)
    return replace(record, rows=frozenset(taken))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with what stands behind each, up to the next."""
    if _SENTENCE.search(text):
        return
    labels = list(_LABEL.finditer(text))
    ends = [match.start() for match in labels[1:]] + [len(text)]
    for match, end in zip(labels, ends, strict=False):
        if match.lastgroup and match.lastgroup != "other":
            yield match.lastgroup, text[match.end() : end].strip(" \t|;；")


def _noted(record: Record, field: str, value: str) -> Record:
    """The record with a field that it did not have, if the value is of its kind."""
    if field == "number" and record.number is None:
        return replace(record, number=own_number(value))
    if field in ("written", "web") and getattr(record, field) is None and (day := read_day(value)):
        return replace(record, written=day) if field == "written" else replace(record, web=day)
    if field == "issuer" and record.issuer is None and is_organ(value):
        return replace(record, issuer=value)
    if field == "title" and record.title is None and len(value) > 4:
        return replace(record, title=value)
    return record


# --- organs and the sign-off ----------------------------------------------------------------------

_ORGAN_END = (
    r"(?:政府|委员会|委|办公室|办公厅|厅|局|部|院|会|组|行|署|中心|总队|海关|法院|公司|大学|国务院|中央|处)"
)
_ORGAN = re.compile(rf"[{HAN}()（）]{{2,30}}{_ORGAN_END}(?:[(（](?:章|印|盖章|代章)[)）])?")
_STAMP = re.compile(r"[(（](?:章|印|盖章|代章)[)）]")
_SIGNED = re.compile(rf"(?P<organs>.*?)(?P<bracket>[(（]?)\s*(?P<day>{DAY})\s*[)）]?(?P<printed>\s*印发)?")
_BROKEN = re.compile(r"(?:.*\D)?\d{4}\s*年?(?:\s*\d{1,2}\s*月?)?")  # a line that ends inside a date
_STAMPED = re.compile(rf"(?P<organs>.*?)(?P<day>{STAMP})")  # 2018-05-03 below an organ
# Below the title: (2018年3月2日某会议通过 2018年4月1日公布).
_ADOPTED = re.compile(rf"[(（]\s*{DAY}[^()（）]{{0,200}}(?:通过|公布|发布|批准)[^()（）]{{0,200}}[)）]")
_ISSUED_ON = re.compile(rf"({DAY})(?:(?!{DAY}).){{0,60}}?(?:公布|发布)")
_MOST_SIGNERS = 12  # rows of signatures above a date


@dataclass(frozen=True, slots=True)
class SignOff:
    """The date below a document, or in brackets below its title, and the organs that signed it.

    Printers' lines (印发) are ``printed``.
    """

    day: date
    organs: tuple[str, ...]
    row: int
    printed: bool = False
    bracketed: bool = False


def is_organ(text: str) -> bool:
    """Whether a text is nothing but names of organs."""
    return bool(text) and all(_ORGAN.fullmatch(part) for part in _signers(text))


def opens_organ(text: str) -> bool:
    """Whether a text opens with a state organ: 国务院办公厅对某提案的答复."""
    return re.match(r"(?:中共中央|国务院|国家|全国)", text) is not None and _ORGAN.match(text) is not None


def _signers(text: str) -> tuple[str, ...]:
    """The organs in a line, divided by blanks or 、; blanks inside a spaced name (杭 州 市 …) go."""
    parts = tuple(part for part in re.split(r"[\s、,，]+", text) if part)
    return ("".join(parts),) if parts and all(len(part) == 1 for part in parts) else parts


def sign_offs(rows: Sequence[Row], record: Record) -> Iterator[SignOff]:
    """Every line that is a date, alone or behind organs or the document's number.

    A date that page furniture touches ahead of the text is the page's.
    """
    body = next((i for i, row in enumerate(rows) if _SENTENCE.search(row.text)), len(rows))
    for i, row in enumerate(rows):
        if row.chrome or i in record.rows:
            continue
        touched = i < body and any(near.chrome for near in (*rows[i - 1 : i], *rows[i + 1 : i + 2]))
        signed = _signed(rows, i) or (_stamped(rows, i) if i > body else None) or _adopted(row, i)
        if signed and not (touched and not signed.organs and not signed.bracketed):
            yield signed


def _signed(rows: Sequence[Row], i: int) -> SignOff | None:
    """The sign-off that ends on a row; a date broken over two rows stands on the first."""
    text, last = rows[i].text, i + 1
    broken = _BROKEN.fullmatch(text) and last < len(rows) and _SIGNED.fullmatch(text + rows[last].text)
    match = broken or _SIGNED.fullmatch(text)
    day = read_day(match["day"]) if match else None
    before = match["organs"].strip(FRAME) if match else ""
    if not match or not day or not (not before or own_number(before) or is_organ(before)):
        return None
    beside = _named(before) if is_organ(before) else ()
    return SignOff(day, (*_above(rows, i), *beside), i, bool(match["printed"]), bool(match["bracket"]))


def _stamped(rows: Sequence[Row], i: int) -> SignOff | None:
    """A date in figures, which an organ must have signed."""
    match = _STAMPED.fullmatch(rows[i].text)
    before = match["organs"].strip(FRAME) if match else ""
    organs = (*_above(rows, i), *(_named(before) if is_organ(before) else ()))
    day = read_day(match["day"]) if match and organs and (not before or is_organ(before)) else None
    return SignOff(day, organs, i) if day else None


def _adopted(row: Row, i: int) -> SignOff | None:
    """When a regulation was made public, else adopted, as its head says."""
    if not _ADOPTED.fullmatch(row.text):
        return None
    public = _ISSUED_ON.search(row.text)
    day = read_day(public[1] if public else row.text)
    return SignOff(day, (), i, bracketed=True) if day else None


def _above(rows: Sequence[Row], i: int) -> tuple[str, ...]:
    """The organs on the rows right above a row."""
    organs: list[str] = []
    for row in reversed(rows[max(0, i - _MOST_SIGNERS) : i]):
        if row.chrome or not is_organ(row.text):
            break
        organs = [*_named(row.text), *organs]
    return tuple(organs)


def letterhead(rows: Sequence[Row]) -> str | None:
    """The organ on the line that heads its documents (某市人民政府文件)."""
    headed = (row.text.removesuffix("文件") for row in rows if row.text.endswith("文件"))
    return next((organ for organ in headed if is_organ(organ)), None)


def _named(text: str) -> tuple[str, ...]:
    return tuple(_STAMP.sub("", organ) for organ in _signers(text))
