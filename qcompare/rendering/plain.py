"""Frozen values as plain dicts, lists and numbers, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from qcompare.models import Span

Json = dict[str, object]

_PLACES = 9  # what stands behind is the noise of floating point, not a finding


def record(value: object) -> Json:
    """A dataclass with slots as a dict, keys in the order of its fields."""
    return pick(value, *value.__slots__)  # type: ignore[attr-defined]


def pick(value: object, *names: str) -> Json:
    """These attributes of ``value``, in this order."""
    return {name: plain(getattr(value, name)) for name in names}


def plain(value: object) -> object:
    """Anything the models hold as what JSON holds: spans as ``[start, end]``, tuples as lists."""
    match value:
        case None | str() | int():
            return value
        case float():
            return tidied(value)
        case Span():
            return [value.start, value.end]
        case tuple() | list():
            return [plain(item) for item in value]
        case Mapping():
            return {key: plain(item) for key, item in value.items()}
    return record(value)


def tidied(value: float) -> float:
    """A figure without the noise behind it."""
    return round(value, _PLACES)
