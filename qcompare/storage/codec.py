"""Frozen dataclasses to JSON rows and back: what the cache keeps.

A dataclass becomes the list of its fields in order, a tuple a list; the types say how to read them back.
Nothing in a cache file is run or looked up by name, and what does not fit its type is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]

# The types of a plain value in JSON. True is an int in Python, but not here.
_PLAIN: dict[object, frozenset[type]] = {
    str: frozenset((str,)),
    int: frozenset((int,)),
    float: frozenset((float, int)),
    bool: frozenset((bool,)),
    NoneType: frozenset((NoneType,)),
}


def encode(value: object) -> object:
    """The JSON form of a dataclass, tuple or plain value."""
    if isinstance(value, (str, int, float, NoneType)):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    kind: Any = type(value)
    return [encode(getattr(value, name)) for name in _names(kind)]


def decode(kind: type[T], data: object) -> T:
    """A value of the dataclass ``kind`` from its JSON form, which stays as it is.

    Raises ValueError or TypeError if the form does not fit.
    """
    wanted: Any = kind
    value: T = _reader(wanted)(data)
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


# --- what a type allows ---------------------------------------------------------------------------


def _parts(kind: Any) -> tuple[Any, ...]:
    """What a union is of; any other type is a union of one."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _plain(kind: Any) -> frozenset[type]:
    """The types in JSON of a plain value; empty for what needs more than a look at its type."""
    found = [_PLAIN.get(part, frozenset()) for part in _parts(kind)]
    return frozenset().union(*found) if all(found) else frozenset()


def _choices(kind: Any) -> frozenset[object]:
    """The values of a literal, with None where it is optional; empty for other types."""
    parts = _parts(kind)
    if not any(get_origin(part) is Literal for part in parts):
        return frozenset()
    return frozenset(value for part in parts for value in get_args(part) or (None,))


# --- readers --------------------------------------------------------------------------------------


@cache
def _reader(kind: Any) -> Reader:
    """What reads and checks the values of a type that holds others."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _record(kind)
    if origin is tuple:
        return _series(arguments[0]) if arguments[1:] == (Ellipsis,) else _row(arguments, build=_tupled)
    if NoneType in arguments:
        return _optional(*(part for part in arguments if part is not NoneType))
    raise TypeError(f"no reader for {kind}")


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    return _row([hints[name] for name in _names(kind)], build=kind)


def _row(kinds: Sequence[Any], build: Callable[..., Any]) -> Reader:
    """Reads a list with one value of each kind. Types that were found right once are right for good."""
    plain = [_plain(kind) for kind in kinds]
    choices = [(i, values) for i, kind in enumerate(kinds) if (values := _choices(kind))]
    readers = [(i, _reader(kind)) for i, kind in enumerate(kinds) if not plain[i] and not _choices(kind)]
    right: set[tuple[type, ...]] = set()

    def read(data: Any) -> Any:
        types = tuple(map(type, _list(data)))
        if types not in right:
            _check(types, plain)
            right.add(types)
        for i, values in choices:
            if data[i] not in values:
                raise ValueError(f"{data[i]!r} is none of {values}")
        row = data.copy() if readers else data
        for i, reader in readers:
            row[i] = reader(row[i])
        return build(*row)

    return read


def _check(types: Sequence[type], plain: Sequence[frozenset[type]]) -> None:
    for found, wanted in zip(types, plain, strict=True):
        if wanted and found not in wanted:
            raise TypeError(
                f"{' or '.join(sorted(t.__name__ for t in wanted))} expected, {found.__name__} found"
            )


def _series(kind: Any) -> Reader:
    """Reads a list of any length, all of one kind."""
    if plain := _plain(kind):
        return lambda data: _alike(_list(data), plain)
    item = _reader(kind)
    return lambda data: tuple(map(item, _list(data)))


def _alike(items: list[Any], plain: frozenset[type]) -> tuple[Any, ...]:
    if not plain.issuperset(map(type, items)):
        raise TypeError("an item is of another type than the others")
    return tuple(items)


def _optional(kind: Any) -> Reader:
    reader = _reader(kind)
    return lambda data: None if data is None else reader(data)


def _tupled(*items: Any) -> tuple[Any, ...]:
    return items


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(f"list expected, {type(data).__name__} found")
    return data
