"""Coders against a reference, on topics and pillars."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from qcompare.agreement import (
    Coded,
    CoderAgreement,
    Coding,
    Confusion,
    Duo,
    LevelFigures,
    Panel,
    Share,
    TopicAgreement,
)
from qcompare.evaluating.bootstrap import estimates
from qcompare.evaluating.codings import Key, keyed, patterns
from qcompare.evaluating.counts import class_figures, macro_f1, ratio
from qcompare.evaluating.reliability import Pattern, cohens_kappa, krippendorffs_alpha
from qcompare.models import CHROME
from qcompare.taxonomy import Taxonomy

_PANEL = 3  # coders from whom on they are looked at all together

Level = Callable[[str], str]  # topic to topic, or to its pillar


@dataclass(frozen=True, slots=True)
class _Pair:
    """One unit as the reference and as the coder have it."""

    reference: Coded
    coder: Coded

    def right(self, level: Level = str) -> bool:
        return level(self.coder.topic) == level(self.reference.topic)

    def passes(self, level: Level = str) -> bool:
        accepted = (self.reference.topic, *self.reference.also)
        return level(self.coder.topic) in map(level, accepted)


def topic_agreement(codings: Sequence[Coding], taxonomy: Taxonomy) -> TopicAgreement | None:
    """Every further coding against the first; None if one of them has no unit in common with it to compare.

    Units that both (in the panel: all) call page furniture are left out: they would be agreement on what no
    comparison looks at. Where one side alone does, it counts as an error like any other, but furniture is no
    class of its own, for what is right of it was left out.
    """
    reference, *others = [keyed(coding) for coding in codings]
    measured = [
        _measured(coding.coder, reference, other, taxonomy)
        for coding, other in zip(codings[1:], others, strict=True)
    ]
    compared = tuple(each for each in measured if each)
    if len(compared) < len(measured):
        return None
    panel = _panel(codings, taxonomy) if len(codings) >= _PANEL else None
    return TopicAgreement(codings[0].coder, compared, panel)


def _measured(
    coder: str, reference: Mapping[Key, Coded], other: Mapping[Key, Coded], taxonomy: Taxonomy
) -> CoderAgreement | None:
    shared = [_Pair(unit, other[key]) for key, unit in reference.items() if key in other]
    pairs = [pair for pair in shared if {pair.reference.topic, pair.coder.topic} != {CHROME}]
    if not pairs:
        return None
    marked = [pair for pair in pairs if pair.coder.unsure is not None]
    topics, pillars = [t.id for t in taxonomy.topics], [p.id for p in taxonomy.pillars]
    return CoderAgreement(
        coder=coder,
        units=len(pairs),
        furniture=len(shared) - len(pairs),
        coverage=_coverage(reference, [other]),
        unfound=_absent(reference, other),
        surplus=_absent(other, reference),
        topic=_level(pairs, str, topics),
        pillar=_level(pairs, taxonomy.pillar_of, pillars),
        confusions=_confusions(pairs, topics),
        sure=_share(pair for pair in marked if not pair.coder.unsure) if marked else None,
        unsure=_share(pair for pair in marked if pair.coder.unsure) if marked else None,
    )


def _absent(here: Mapping[Key, Coded], there: Mapping[Key, Coded]) -> tuple[Coded, ...]:
    return tuple(unit for key, unit in here.items() if key not in there)


def _coverage(reference: Mapping[Key, Coded], others: Sequence[Mapping[Key, Coded]]) -> float | None:
    """The share of the reference's units, page furniture aside, that one of the others has."""
    wanted = [key for key, unit in reference.items() if unit.topic != CHROME]
    return ratio(sum(any(key in other for other in others) for key in wanted), len(wanted))


def _level(pairs: Sequence[_Pair], level: Level, order: Sequence[str]) -> LevelFigures:
    rows = [(level(pair.reference.topic), level(pair.coder.topic)) for pair in pairs]
    classes = class_figures(rows, order)
    kappa, alpha = estimates(rows, (cohens_kappa, krippendorffs_alpha))
    return LevelFigures(
        accuracy=sum(pair.right(level) for pair in pairs) / len(pairs),
        accuracy_lenient=sum(pair.passes(level) for pair in pairs) / len(pairs),
        macro_f1=macro_f1(classes),
        macro_f1_reference=macro_f1(each for each in classes if each.support),
        kappa=kappa,
        alpha=alpha,
        classes=classes,
    )


def _confusions(pairs: Iterable[_Pair], order: Sequence[str]) -> tuple[Confusion, ...]:
    """Topics taken for others, the most frequent first; of equal ones in the order of the taxonomy."""
    groups: defaultdict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        if not pair.right():
            groups[pair.reference.topic, pair.coder.topic].append(pair)
    rank = {topic: n for n, topic in enumerate((*order, CHROME))}
    ranked = sorted(groups.items(), key=lambda each: (-len(each[1]), *(rank[topic] for topic in each[0])))
    return tuple(
        Confusion(
            reference=reference,
            coder=coder,
            accepted=sum(pair.passes() for pair in group),
            units=tuple(pair.coder if pair.coder.ref else pair.reference for pair in group),
        )
        for (reference, coder), group in ranked
    )


def _share(pairs: Iterable[_Pair]) -> Share:
    chosen = list(pairs)
    return Share(
        units=len(chosen),
        accuracy=ratio(sum(pair.right() for pair in chosen), len(chosen)),
        accuracy_lenient=ratio(sum(pair.passes() for pair in chosen), len(chosen)),
    )


# --- three coders or more -------------------------------------------------------------------------


def _panel(codings: Sequence[Coding], taxonomy: Taxonomy) -> Panel:
    names = [coding.coder for coding in codings]
    laid = [keyed(coding) for coding in codings]
    rows = _spoken(patterns(laid))
    (topic,) = estimates(rows, (krippendorffs_alpha,))
    (pillar,) = estimates(_raised(rows, taxonomy), (krippendorffs_alpha,))
    duos = combinations(zip(names, laid, strict=True), 2)
    return Panel(
        coders=tuple(names),
        units=len(rows),
        coverage=_coverage(laid[0], laid[1:]),
        topic=topic,
        pillar=pillar,
        duos=tuple(_duo(*a, *b, taxonomy) for a, b in duos),
    )


def _duo(a: str, left: Mapping[Key, Coded], b: str, right: Mapping[Key, Coded], taxonomy: Taxonomy) -> Duo:
    rows = _spoken(patterns((left, right)))
    topic, pillar = (cohens_kappa(Counter(each)) for each in (rows, _raised(rows, taxonomy)))
    return Duo(a, b, len(rows), _coverage(left, [right]), topic, pillar)


def _spoken(rows: Iterable[Pattern]) -> list[Pattern]:
    """The rows but for those that are page furniture to all."""
    return [row for row in rows if not set(row) <= {CHROME, None}]


def _raised(rows: Iterable[Pattern], taxonomy: Taxonomy) -> list[Pattern]:
    """The rows with pillars for topics."""
    return [tuple(topic and taxonomy.pillar_of(topic) for topic in row) for row in rows]
