"""Agreement on topics as rows, for a spreadsheet: each pillar and topic, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qcompare.agreement import Estimate, LevelFigures, Panel, TopicAgreement
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import pick

_CLASS = ("id", "support", "given", "precision", "recall", "f1")
_SHARES = ("accuracy", "accuracy_lenient", "macro_f1", "macro_f1_reference")
_ALL = (
    *("units", "coverage", *_SHARES),
    *("kappa", "kappa_low", "kappa_high", "alpha", "alpha_low", "alpha_high"),
)
HEADER = ("reference", "coder", "level", *_CLASS, *_ALL)


def sheet(agreement: TopicAgreement) -> Sheet:
    """A row for each coder and class, and for each coder two of the level ``all``, on pillars and on topics.

    ``support`` counts the reference's units, ``given`` the coder's. With three coders or more, ``all`` is
    also given for each two that the reference is not one of, and for all of them, without a reference. What
    is not defined, such as the precision of a class that was never given, is empty.
    """
    return HEADER, _rows(agreement)


def _rows(agreement: TopicAgreement) -> Iterator[list[Value]]:
    for coder in agreement.measured:
        names = {"reference": agreement.reference, "coder": coder.coder}
        levels = {"pillar": coder.pillar, "topic": coder.topic}
        for level, figures in levels.items():
            counts = pick(coder, "units", "coverage")
            yield _row({**names, "level": "all", "id": level, **counts, **_overall(figures)})
        for level, figures in levels.items():
            for each in figures.classes:
                yield _row({**names, "level": level, **pick(each, *_CLASS)})
    if agreement.panel:
        yield from _panel(agreement.panel, agreement.reference)


def _overall(figures: LevelFigures) -> Mapping[str, object]:
    coefficients = {**_estimate("kappa", figures.kappa), **_estimate("alpha", figures.alpha)}
    return {**pick(figures, *_SHARES), **coefficients}


def _estimate(name: str, estimate: Estimate) -> Mapping[str, object]:
    found = pick(estimate, "value", "low", "high")
    return {name: found["value"], f"{name}_low": found["low"], f"{name}_high": found["high"]}


def _panel(panel: Panel, reference: str) -> Iterator[list[Value]]:
    counts = {"level": "all", **pick(panel, "units", "coverage")}
    for level, alpha in (("pillar", panel.pillar), ("topic", panel.topic)):
        yield _row({"coder": "; ".join(panel.coders), "id": level, **counts, **_estimate("alpha", alpha)})
    for duo in panel.duos:
        if duo.a != reference:
            names = {"reference": duo.a, "coder": duo.b, "level": "all"}
            for level in ("pillar", "topic"):
                yield _row(
                    {**names, "id": level, **pick(duo, "units", "coverage"), "kappa": pick(duo, level)[level]}
                )


def _row(cells: Mapping[str, object]) -> list[Value]:
    """The cells in the order of the columns, None where there is none."""
    return [cells.get(name) for name in HEADER]  # type: ignore[misc]
