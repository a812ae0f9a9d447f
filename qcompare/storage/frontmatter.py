"""What people say about a plan: a YAML block at the start of its text, or a row of ``plans.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import cast, get_args

from qcompare.checks import (
    Check,
    Fault,
    Faults,
    complaint,
    is_flag,
    is_text,
    mapping_of,
    one_of,
    record,
    shown,
)
from qcompare.errors import BadConfiguration
from qcompare.models import Kind
from qcompare.storage.yamlfile import load_yaml, parse_yaml

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_MEANT = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*\{?[ \t]*[\"']?[A-Za-z_]+[\"']?[ \t]*:(?:\s|\Z)")


def split(text: str, origin: str) -> tuple[Mapping[str, object], str]:
    """The front matter of a text and the text after it; ``({}, text)`` where there is none.

    A rule of dashes over prose is text. A block whose first line is ``key: value`` was meant as front matter:
    BadConfiguration if it is not closed or has faults.
    """
    opening = _OPENING.match(text)
    if not opening or not _MEANT.match(text, opening.end()):
        return {}, text
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        hint = "Put --- on a line of its own below the last `key: value`."
        raise BadConfiguration(f"{origin}: the front matter is not closed", hint)
    block = text[opening.end() : closing.start()]
    # The line end stands for the opening line, so that errors count lines as the file does.
    return _checked(_ROW, parse_yaml("\n" + block, origin), origin), text[closing.end() :]


def listed(data: bytes, origin: str) -> Mapping[str, Mapping[str, object]]:
    """The rows of a ``plans.yaml`` by file name."""
    rows = load_yaml(data, origin)
    return {} if rows is None else _checked(mapping_of(_ROW), rows, origin)


def _checked(check: Check, value: object, origin: str) -> Mapping[str, Mapping[str, object]]:
    faults = check(value)
    if faults:
        raise complaint(faults, origin)
    return cast("Mapping[str, Mapping[str, object]]", value)


def _is_name(value: object) -> Faults:
    if isinstance(value, str) and re.fullmatch(r"\w[\w.-]*", value):
        return ()
    return (Fault("", f"is {shown(value)}", "must be letters, digits, - _ and dots: it names files too"),)


def _is_year(value: object) -> Faults:
    if isinstance(value, int) and 1900 <= value <= 2100:
        return ()
    return (Fault("", f"is {shown(value)}", "must be a year such as 2018"),)


def _is_day(value: object) -> Faults:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and _in_calendar(value):
        return ()
    return (Fault("", f"is {shown(value)}", "must be a day such as 2018-12-10"),)


def _is_moment(value: object) -> Faults:
    if isinstance(value, str) and _in_calendar(value):
        return ()
    return (Fault("", f"is {shown(value)}", "must be a day such as 2018-12-10, with or without a time"),)


def _in_calendar(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


_ROW = record(
    {},
    {
        "id": _is_name,
        "city": is_text,
        "city_zh": is_text,
        "year": _is_year,
        "title": is_text,
        "doc_number": is_text,
        "issuer": is_text,
        "issued": _is_day,
        "kind": one_of(*get_args(Kind)),
        "url": is_text,
        "retrieved": _is_moment,
        "digest": is_flag,
    },
)
