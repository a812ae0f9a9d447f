"""What an evaluation measured as a plain dict, and the figures in it that a gate can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qcompare.agreement import (
    LEVEL,
    RESAMPLES,
    Coded,
    CoderAgreement,
    Confusion,
    Cut,
    Estimate,
    KindAgreement,
    LevelFigures,
    PairAgreement,
    Panel,
    TargetAgreement,
    TopicAgreement,
)
from qcompare.models import Target
from qcompare.rendering.plain import Json, pick, plain, record

_SCHEMA = "qcompare/evaluate/1"
_BOOTSTRAP = {"resamples": RESAMPLES, "level": LEVEL}

# Figures that may be undefined; what else is null is no figure.
_FIGURES = frozenset(
    (
        *("accuracy", "accuracy_lenient", "kappa", "alpha", "precision", "recall", "f1"),
        *("average_precision", "coverage"),
    )
)
# Lists whose members have a name: the keys that it is made of.
_NAMED = {"classes": ("id",), "others": ("coder",), "pairs": ("a", "b")}


def metrics(evaluation: Mapping[str, object]) -> dict[str, float | None]:
    """Every number under a key of an ``evaluate`` record, by dotted key.

    Classes go by their id (``topic.classes.other.f1``), coders and pairs of them by name
    (``others.ben.units``, ``panel.pairs.ben.cleo.topic.kappa``); other lists, such as intervals, are passed
    over.
    """
    return dict(_metrics(evaluation, ""))


def _metrics(value: Mapping[str, object], prefix: str) -> Iterator[tuple[str, float | None]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield from _metrics(inner, f"{prefix}{key}.")
        elif isinstance(inner, list) and key in _NAMED:
            for each in inner:
                name = ".".join(each[part] for part in _NAMED[key])
                yield from _metrics(each, f"{prefix}{key}.{name}.")
        elif isinstance(inner, int | float) or (inner is None and key in _FIGURES):
            yield prefix + key, inner


def _estimate(name: str, estimate: Estimate) -> Json:
    """The figure, and its interval under a key beside it; null where there is none."""
    known = estimate.low is not None
    both = record(estimate)
    return {name: both["value"], f"{name}_interval": [both["low"], both["high"]] if known else None}


# --- topics -------------------------------------------------------------------------------------


def topics_json(agreement: TopicAgreement) -> Json:
    """Coders against a reference as ``qcompare/evaluate/1``; the first one measured stands at the top."""
    first, *others = agreement.measured
    return {
        "schema": _SCHEMA,
        "what": "topics",
        "reference": agreement.reference,
        **_coder(first),
        "others": [_coder(other) for other in others],
        "panel": _panel(agreement.panel) if agreement.panel else None,
        "bootstrap": _BOOTSTRAP,
    }


def _coder(coder: CoderAgreement) -> Json:
    return {
        **pick(coder, "coder", "units", "furniture", "coverage"),
        "topic": _level(coder.topic),
        "pillar": _level(coder.pillar),
        **pick(coder, "sure", "unsure"),
        "confusions": [_confusion(confusion) for confusion in coder.confusions],
        "unfound": _units(coder.unfound),
        "surplus": _units(coder.surplus),
    }


def _level(level: LevelFigures) -> Json:
    return {
        **pick(level, "accuracy", "accuracy_lenient", "macro_f1", "macro_f1_reference"),
        **_estimate("kappa", level.kappa),
        **_estimate("alpha", level.alpha),
        **pick(level, "classes"),
    }


def _confusion(confusion: Confusion) -> Json:
    return {
        **pick(confusion, "reference", "coder"),
        "count": len(confusion.units),
        **pick(confusion, "accepted"),
        "units": [pick(unit, "ref", "text") for unit in confusion.units],
    }


def _units(units: Iterable[Coded]) -> list[Json]:
    return [pick(unit, "ref", "topic", "text") for unit in units]


def _panel(panel: Panel) -> Json:
    return {
        **pick(panel, "coders", "units", "coverage"),
        "topic": _estimate("alpha", panel.topic),
        "pillar": _estimate("alpha", panel.pillar),
        "pairs": [
            {
                **pick(duo, "a", "b", "units", "coverage"),
                "topic": {"kappa": plain(duo.topic)},
                "pillar": {"kappa": plain(duo.pillar)},
            }
            for duo in panel.duos
        ],
    }


# --- targets, pairs -----------------------------------------------------------------------------


def targets_json(agreement: TargetAgreement) -> Json:
    """A plan's targets against gold as ``qcompare/evaluate/1``."""
    return {
        "schema": _SCHEMA,
        "what": "targets",
        **pick(agreement, "plan", "coverage"),
        "target": _kind(agreement.target),
        "fact": _kind(agreement.fact),
        "milestones": agreement.milestones,
        "unfound": [_target(target) for target in agreement.unfound],
    }


def _kind(kind: KindAgreement) -> Json:
    return {
        **pick(kind, "value", "indicator", "whole"),
        "wrong": [
            {
                "reference": _target(pair.reference),
                "found": _target(pair.found),
                "fields": list(pair.wrong),
            }
            for pair in kind.wrong
        ],
        "missed": [_target(target) for target in kind.missed],
        "surplus": [_target(target) for target in kind.surplus],
    }


def _target(target: Target) -> Json:
    return pick(
        target,
        *("id", "unit", "indicator", "op", "direction", "value", "value_hi", "unit_of_measure", "per"),
        *("baseline_year", "deadline_year", "quote"),
    )


def pairs_json(agreement: PairAgreement) -> Json:
    """The scores of all pairs of two plans against graded ones as ``qcompare/evaluate/1``."""
    return {
        "schema": _SCHEMA,
        "what": "pairs",
        **pick(agreement, "a", "b", "coverage", "scored", "positives", "unscored"),
        **_estimate("average_precision", agreement.average_precision),
        "at": _cut(agreement.at),
        "best": _cut(agreement.best),
        "missed": [record(pair) for pair in agreement.missed],
        "wrong": [record(pair) for pair in agreement.wrong],
        "unfound": [record(place) for place in agreement.unfound],
        "bootstrap": _BOOTSTRAP,
    }


def _cut(cut: Cut) -> Json:
    return {
        **pick(cut, "min_score"),
        **record(cut.counterparts),
        "grades": {str(each.grade): pick(each, "reached", "total") for each in cut.grades},
    }
