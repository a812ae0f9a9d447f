"""The elements that are open at a place of a page, as a parser after the HTML standard has them.

Where it is not exact it takes more for open than there is, never less.
"""

from __future__ import annotations

from collections import defaultdict

from qcompare.reading.elements import END_P, HEADINGS, LISTS, OF_TABLES, SCOPES, SPECIAL

_DEPTH = 512  # where browsers begin to flatten
_ACT_UNOPENED = frozenset(("p", *HEADINGS))  # </p> makes a paragraph, </h2> ends an <h1>
# A start tag ends the nearest of these: items through all that is not special, but div, p and address …
_ITEMS = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_IN_ITEMS = frozenset(("address", "div", "p"))
# … and parts of a table through all that stands within the table.
_PARTS = {
    **dict.fromkeys(("td", "th"), ("td", "th", "caption")),
    "tr": ("tr", "caption"),
    **dict.fromkeys(("tbody", "thead", "tfoot"), ("tbody", "thead", "tfoot", "caption")),
}
# … and parts of a ruby, within one, those at the end of what is open.
_IN_RUBY = frozenset(("rb", "rt", "rtc", "rp"))
_ENDING = _IN_RUBY | {"dd", "dt", "li", "p"}


class Nesting:
    """The open elements, innermost last, with their places by name."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._scopes: list[int] = []
        self._specials: list[int] = []
        self._refused: defaultdict[str, int] = defaultdict(int)

    def open(self, name: str) -> bool:
        """Opens an element and ends those that it ends. False where it is too deep or out of place."""
        if name in OF_TABLES and not self._places["table"]:
            return False
        self.make_room(name)
        if len(self._open) >= _DEPTH:
            self._refused[name] += 1
            return False
        self._push(name)
        return True

    def close(self, name: str) -> bool:
        """Closes the nearest of a name if an end tag reaches it. False where the tag is best left out."""
        if self._refused[name]:
            self._refused[name] -= 1
            return False
        place = _last(self._places[name])
        if place >= 0 and self._reaches(name, place):
            self._pop_to(place)
        return place >= 0 or name in _ACT_UNOPENED

    def _push(self, name: str) -> None:
        place = len(self._open)
        self._open.append(name)
        self._places[name].append(place)
        if name in SCOPES:
            self._scopes.append(place)
        if name in SPECIAL:
            self._specials.append(place)

    def _pop_to(self, place: int) -> None:
        while len(self._open) > place:
            self._places[self._open.pop()].pop()
        for edges in (self._scopes, self._specials):
            while edges and edges[-1] >= place:
                edges.pop()

    def _reaches(self, name: str, place: int) -> bool:
        if name not in SPECIAL:
            return place > _last(self._specials)
        if name == "table":
            return True
        if name in OF_TABLES:
            return place > _last(self._places["table"])
        if name in SCOPES:
            return place == _last(self._scopes)
        lists = max(_last(self._places[each]) for each in LISTS) if name == "li" else -1
        return place > max(_last(self._scopes), lists)

    def make_room(self, name: str) -> None:
        """Ends what a start tag ends: paragraphs, items, parts of a table or a ruby."""
        if name in END_P and (place := _last(self._places["p"])) > _last(self._scopes):
            self._pop_to(place)
        if name in _PARTS:
            ended = max(_last(self._places[each]) for each in _PARTS[name])
            if ended > _last(self._places["table"]):
                self._pop_to(ended)
        elif name in _ITEMS:
            self._end_item(_ITEMS[name])
        elif name in _IN_RUBY and _last(self._places["ruby"]) > _last(self._scopes):
            while self._open[-1] in _ENDING:
                self._pop_to(len(self._open) - 1)

    def _end_item(self, names: tuple[str, ...]) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in names:
                self._pop_to(place)
                return
            if self._open[place] in SPECIAL and self._open[place] not in _IN_ITEMS:
                return


def _last(places: list[int]) -> int:
    return places[-1] if places else -1
