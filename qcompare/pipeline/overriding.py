"""Codes that people set by hand, laid over those that the program found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qcompare.models import CHROME, Alternative, Assignment, CodedPlan, Evidence, Notice
from qcompare.overrides import HAND, CodeOverride
from qcompare.pipeline.handfile import HandFile, Texts, contradiction, stranger, together, told


def hand_coded(coded: CodedPlan, file: HandFile) -> CodedPlan:
    """The plan with the codes of this file over its own; all that follows from codes stays as it was.

    A unit that is coded as page furniture, or no longer so, is what it was coded to. Raises
    BadConfiguration where two lines code one unit to different topics.
    """
    if not file.overrides.codes:
        return coded
    texts = Texts.of(coded.plan.units)
    chosen: defaultdict[str, list[CodeOverride]] = defaultdict(list)
    notices: list[Notice] = list(coded.notices)
    for code in file.overrides.codes:
        if file.means(code.place.plan, coded.plan):
            found, kind = texts.find(code.place)
            notices += told(code.at, code.place, found, kind)
            for unit in found:
                chosen[unit.id].append(code)
        elif code.place.plan not in file.beside:
            notices.append(stranger(code.at, code.place))
    codes = tuple(
        _coded(own, chosen[unit.id]) if unit.id in chosen else own
        for unit, own in zip(coded.plan.units, coded.units, strict=True)
    )
    units = tuple(
        replace(unit, chrome=code.topic == CHROME) for unit, code in zip(coded.plan.units, codes, strict=True)
    )
    plan = replace(coded.plan, units=units)
    return replace(coded, plan=plan, units=codes, notices=tuple(dict.fromkeys(notices)))


def _coded(own: Assignment, codes: Sequence[CodeOverride]) -> Assignment:
    """The code set by hand, with the program's own one among the alternatives."""
    for code in codes:
        if code.topic != codes[0].topic:
            raise contradiction(codes[0], code, f"one unit is {codes[0].topic} and {code.topic}")
    topic = codes[0].topic
    return Assignment(
        topic=topic,
        score=1.0,
        alternatives=tuple(
            other for other in (Alternative(own.topic, own.score), *own.alternatives) if other.topic != topic
        ),
        evidence=(Evidence(HAND, "", 1.0),),
        measures=own.measures,
        by_hand=together(code.by_hand for code in codes),
    )
