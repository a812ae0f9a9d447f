"""YAML as plain values (the only import of yaml): text, numbers, true and false, null, lists, mappings.

Keys are text as written (``3:`` and ``on:`` are "3" and "on") and dates stay text, so every value is JSON
too. Nothing runs code, no key stands twice, and neither aliases nor brackets can blow a small file up: values
are made from the parser's events, because its own composer overflows the stack on deep nesting.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from qcompare.errors import BadConfiguration

_TAG = "tag:yaml.org,2002:"
_SCALARS = {_TAG + name for name in ("null", "bool", "int", "float", "str")}
_UNREAD = {_TAG + name for name in ("timestamp", "merge", "value")}  # what plain text is not taken for
_MOST_VALUES = 1_000_000  # in one file, each use of an alias counted; all pairs of 400 plans are 240,000
_DEEPEST = 50
_UNTAG = "Remove the tag; text that begins with ! needs quotes."
_ADVICE = "In YAML, indent with blanks, and put text that holds `: ` or begins with a sign in quotes."


def load_yaml(data: bytes, origin: str) -> object:
    """The value in the bytes of a YAML file; ``origin`` names it in errors."""
    try:
        return parse_yaml(data.decode("utf-8-sig"), origin)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadConfiguration(f"{origin}, line {line}: is not UTF-8", "Save the file as UTF-8.") from None


def parse_yaml(text: str, origin: str) -> object:
    """The value in a YAML text, None if it is empty. Raises BadConfiguration with file, line and column."""
    import yaml  # a third of a start-up: only where something is really parsed

    try:
        return _Reader(_loader()(text), origin).document()
    except yaml.MarkedYAMLError as error:
        raise _fault(origin, error.problem_mark, error.problem or str(error), _ADVICE) from None
    except (yaml.YAMLError, UnicodeError):
        raise _fault(origin, None, "holds characters that are not allowed", "Remove them.") from None


def _fault(origin: str, mark: Any, problem: str, hint: str) -> BadConfiguration:
    place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    return BadConfiguration(f"{origin}{place}: {problem}", hint)


@cache
def _loader() -> Any:
    """The safe loader, in C where it is there, that takes no text for a date or a merge key."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        yaml_implicit_resolvers = {  # noqa: RUF012 (yaml's name and kind)
            first: [(tag, pattern) for tag, pattern in rules if tag not in _UNREAD]
            for first, rules in base.yaml_implicit_resolvers.items()
        }

    return Loader


class _Reader:
    """Makes the value of one document from the events of a loader."""

    def __init__(self, loader: Any, origin: str) -> None:
        import yaml

        self._yaml = yaml
        self._loader = loader
        self._origin = origin
        self._count = 0
        self._anchors: dict[str, tuple[object, int]] = {}  # the value, and how many values it holds

    def document(self) -> object:
        self._loader.get_event()  # the start of the stream
        if self._loader.check_event(self._yaml.StreamEndEvent):
            return None
        self._loader.get_event()  # the start of the document
        value = self._value(0)
        self._loader.get_event()  # its end
        after = self._loader.get_event()
        if not isinstance(after, self._yaml.StreamEndEvent):
            raise self._fault(after, "a second document begins", "Let --- stand at the top only.")
        return value

    def _value(self, depth: int) -> object:
        event = self._loader.get_event()
        if depth > _DEEPEST:
            raise self._fault(event, "is nested too deeply", f"{_DEEPEST} levels are the most.")
        before = self._count
        value = self._of(event, depth)
        if self._count > _MOST_VALUES:
            raise self._fault(event, "holds too many values", "Aliases count as often as used: use fewer.")
        if event.anchor and not isinstance(event, self._yaml.AliasEvent):
            self._anchors[event.anchor] = (value, self._count - before)
        return value

    def _of(self, event: Any, depth: int) -> object:
        if isinstance(event, self._yaml.AliasEvent):
            return self._alias(event)
        self._count += 1
        if isinstance(event, self._yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, self._yaml.SequenceStartEvent):
            self._untagged(event, "seq")
            return self._list(depth + 1)
        self._untagged(event, "map")
        return self._mapping(depth + 1)

    def _alias(self, event: Any) -> object:
        if event.anchor not in self._anchors:
            raise self._fault(event, f"the alias *{event.anchor} stands for nothing before it", _ADVICE)
        value, size = self._anchors[event.anchor]
        self._count += size
        return value

    def _scalar(self, event: Any) -> object:
        plain = event.tag in (None, "!")
        kind = self._yaml.ScalarNode
        tag = self._loader.resolve(kind, event.value, event.implicit) if plain else event.tag
        if tag not in _SCALARS:
            raise self._fault(event, f"the tag {tag} is not allowed", _UNTAG)
        try:
            return self._loader.yaml_constructors[tag](self._loader, kind(tag, event.value))
        except (ValueError, LookupError):
            problem = f'"{event.value[:40]}" is no {tag[len(_TAG) :]}'
            raise self._fault(event, problem, "Correct it, or put it in quotes.") from None

    def _list(self, depth: int) -> list[object]:
        result: list[object] = []
        while not self._loader.check_event(self._yaml.SequenceEndEvent):
            result.append(self._value(depth))
        self._loader.get_event()
        return result

    def _mapping(self, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        while not self._loader.check_event(self._yaml.MappingEndEvent):
            key = self._loader.get_event()
            if not isinstance(key, self._yaml.ScalarEvent):
                raise self._fault(key, "a key must be a word", _ADVICE)
            if key.value in result:
                raise self._fault(key, f'the key "{key.value}" stands here a second time', "Remove one.")
            result[key.value] = self._value(depth)
        self._loader.get_event()
        return result

    def _untagged(self, event: Any, name: str) -> None:
        if event.tag not in (None, "!", _TAG + name):
            raise self._fault(event, f"the tag {event.tag} is not allowed", _UNTAG)

    def _fault(self, event: Any, problem: str, hint: str) -> BadConfiguration:
        return _fault(self._origin, event.start_mark, problem, hint)
