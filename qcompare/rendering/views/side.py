"""One plan of a comparison as a column: its name, and its parts by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qcompare.models import Assignment, CodedPlan, Comparison, Lang, Metadata, Section, Target, Unit
from qcompare.rendering.views.voice import BY_HAND

# Names whose second syllable begins with a vowel are written with an apostrophe (Hanyu Pinyin orthography,
# GB/T 16159); ids do without.
_SPELT = {
    "huaian": "Huai'an",
    "jian": "Ji'an",
    "luan": "Lu'an",
    "taian": "Tai'an",
    "xian": "Xi'an",
    "yaan": "Ya'an",
    "yanan": "Yan'an",
}


@dataclass(frozen=True, slots=True)
class Side:
    """A plan under the name that heads its column."""

    name: str
    coded: CodedPlan
    units: Mapping[str, tuple[Unit, Assignment]]
    sections: Mapping[str, tuple[Section, Assignment]]
    targets: Mapping[str, Target]

    @property
    def meta(self) -> Metadata:
        """What is known of the document."""
        return self.coded.plan.meta

    def refs(self, unit_ids: Sequence[str]) -> list[str]:
        """The references of these units, each once, in their order."""
        return list(dict.fromkeys(self.units[unit][0].ref for unit in unit_ids))

    def by_hand(self, *unit_ids: str) -> bool:
        """Whether somebody coded one of these units by hand."""
        return any(self.units[unit][1].by_hand for unit in unit_ids)

    def mark(self, unit_id: str) -> str:
        """The sign of a unit that somebody coded by hand."""
        return BY_HAND if self.by_hand(unit_id) else ""

    def topic(self, unit_id: str) -> str:
        """The topic of a unit."""
        return self.units[unit_id][1].topic


def sides(comparison: Comparison, lang: Lang) -> tuple[Side, ...]:
    """The plans of a comparison in their order."""
    names = column_names([coded.plan.meta for coded in comparison.plans], lang)
    return tuple(_side(name, coded) for name, coded in zip(names, comparison.plans, strict=True))


def column_names(metas: Sequence[Metadata], lang: Lang) -> list[str]:
    """City names, or the ids of all plans where a city is unknown or has two of them."""
    names = [city_name(meta.city, meta.city_zh, lang) for meta in metas]
    return names if all(names) and len(set(names)) == len(names) else [meta.id for meta in metas]


def city_name(city: str | None, city_zh: str | None, lang: Lang) -> str:
    """The city, known in pinyin, Chinese or both, in the language of the reader; '' where it is unknown."""
    pinyin = _SPELT.get(city, city[:1].upper() + city[1:]) if city else ""
    return (city_zh or pinyin) if lang == "zh" else (pinyin or city_zh or "")


def _side(name: str, coded: CodedPlan) -> Side:
    plan = coded.plan
    return Side(
        name=name,
        coded=coded,
        units={u.id: (u, a) for u, a in zip(plan.units, coded.units, strict=True)},
        sections={s.id: (s, a) for s, a in zip(plan.sections, coded.sections, strict=True)},
        targets={t.id: t for t in coded.targets},
    )
