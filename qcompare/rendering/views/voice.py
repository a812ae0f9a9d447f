"""Labels in one language over one taxonomy, and the colours of its pillars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qcompare.models import CHROME, Assignment, Kind, Lang, Match
from qcompare.rendering.document import Block, Table, Tone
from qcompare.rendering.messages import message
from qcompare.taxonomy import Taxonomy

UNSURE = " ?"
BY_HAND = " ✎"
PARTED = " ✗"
# What the marks in a cell mean, by where they stand; a sign behind a score is that of the pair.
_LEGENDS = {
    "unsure_legend": re.compile(r" \?(?!\S)"),
    "hand_pair_legend": re.compile(r"^\d\.\d\d ✎"),
    "hand_legend": re.compile(r"(?<!^\d\.\d\d) ✎"),
    "parted_legend": re.compile(" ✗"),
}

# By the order of the pillars, so that a taxonomy of one's own has colours too.
_TONES: tuple[Tone, ...] = (
    "products",
    "engineering",
    "services",
    "environment",
    "economy",
    "foundations",
    "governance",
)


_NONE = Taxonomy((), (), (), ())


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things in ``lang``."""

    lang: Lang
    taxonomy: Taxonomy = _NONE

    def say(self, key: str, **values: object) -> str:
        """A message of the catalogue."""
        return message(key, self.lang, **values)

    def listed(self, items: Iterable[str]) -> str:
        """Several things in a row."""
        return self.say("and").join(items)

    def clauses(self, items: Iterable[str]) -> str:
        """Several remarks in one line."""
        return self.say("then").join(items)

    def sentences(self, items: Iterable[str]) -> str:
        """Several sentences one after the other."""
        return self.say("sentence").join(items)

    def shown(self, shown: int, total: int) -> str:
        """How much of a list is shown."""
        return self.say("all_shown" if shown == total else "some_shown", shown=shown, total=total)

    def topic(self, topic_id: str) -> str:
        """The label of a topic; its id where the taxonomy does not hold it."""
        if topic_id == CHROME:
            return self.say("chrome")
        topic = self.taxonomy.topic(topic_id)
        return self._label(topic.zh, topic.en) if topic else topic_id

    def codes(self, *assignments: Assignment) -> str:
        """The labels of codes, each once, marked where one of them is unsure or was set by hand."""
        marks: dict[str, dict[str, None]] = {}
        for code in assignments:
            marks.setdefault(code.topic, {})[mark_of(code)] = None
        return " / ".join(self.topic(topic) + "".join(found) for topic, found in marks.items())

    def legends(self, *blocks: Block) -> list[str]:
        """What the marks of codes and pairs mean, of those that are in these tables."""
        tables = [block for block in blocks if isinstance(block, Table)]
        texts = [f"{cell.lead}\n{cell.text}" for table in tables for row in table.rows for cell in row]
        return [self.say(key) for key, mark in _LEGENDS.items() if any(map(mark.search, texts))]

    def pillar(self, pillar_id: str) -> str:
        """The label of a pillar; its id where the taxonomy does not hold it."""
        found = next((p for p in self.taxonomy.pillars if p.id == pillar_id), None)
        return self._label(found.zh, found.en) if found else pillar_id

    def kind(self, kind: Kind | None, *, digest: bool) -> str:
        """What kind of document it is, and whether only a digest of it."""
        label = self.say(f"kind.{kind or 'unknown'}")
        return self.listed([label, self.say("digest")]) if digest else label

    def tone(self, topic_id: str) -> Tone:
        """The colour of a topic, which is that of its pillar; dim where the codebook's pillars end."""
        pillar = self.taxonomy.pillar_of(topic_id)
        coloured = dict(zip((p.id for p in self.taxonomy.pillars), _TONES, strict=False))
        return coloured.get(pillar, "dim")

    def _label(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en


def mark_of(thing: Assignment | Match) -> str:
    """The sign behind a code or pair: set by hand, unsure (a pair: related at most), or none."""
    if thing.by_hand:
        return BY_HAND
    return UNSURE if (thing.level == "related" if isinstance(thing, Match) else thing.unsure) else ""
