"""Pairs that people made or forbade by hand, laid over those that the program found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from qcompare.errors import BadConfiguration
from qcompare.models import ByHand, CodedPlan, Evidence, Match, Notice, UnitAddress
from qcompare.overrides import HAND, PairOverride, Place
from qcompare.pipeline.handfile import HandFile, Texts, contradiction, stranger, together, told

Link = frozenset[UnitAddress]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of some plans that somebody set by hand, and those that somebody forbade."""

    joined: Mapping[Link, ByHand]
    parted: Mapping[Link, ByHand]
    notices: tuple[Notice, ...] = ()

    def laid_over(
        self, matches: Iterable[Match], plans: Sequence[CodedPlan]
    ) -> tuple[list[Match], list[Match]]:
        """The matches with these pairs made and without those forbidden, and the ones that this took away."""
        if not self.joined and not self.parted:
            return list(matches), []
        own = {frozenset((match.a, match.b)): match for match in matches}
        kept = [
            _joined(match, self.joined[link]) if link in self.joined else match
            for link, match in own.items()
            if link not in self.parted
        ]
        places = _places(plans)
        ends = sorted(sorted((places[end], end) for end in link) for link in self.joined if link not in own)
        new = [
            _joined(Match(a, b, 0.0, "related", ()), self.joined[frozenset((a, b))])
            for (_, a), (_, b) in ends
        ]
        gone = [
            replace(match, by_hand=self.parted[link]) for link, match in own.items() if link in self.parted
        ]
        return kept + new, sorted(gone, key=lambda match: -match.score)


NO_PAIRING = Pairing({}, {})


def pairing(
    plans: Sequence[CodedPlan], files: Iterable[HandFile], elsewhere: Callable[[str], bool]
) -> Pairing:
    """What the files say of pairs among these plans.

    ``elsewhere`` knows which ids are those of plans that are not beside the file and not compared. Raises
    BadConfiguration where two lines contradict each other.
    """
    lines = [(file, pair) for file in files for pair in file.overrides.pairs]
    texts = {coded.plan.meta.id: Texts.of(coded.plan.units) for coded in plans} if lines else {}
    chosen: defaultdict[Link, list[PairOverride]] = defaultdict(list)
    notices: list[Notice] = []
    for file, pair in lines:
        ends = [(place, _meant(place, file, plans)) for place in (pair.a, pair.b)]
        notices += [
            stranger(pair.at, place)
            for place, coded in ends
            if coded is None and place.plan not in file.beside and not elsewhere(place.plan)
        ]
        sides = [(place, coded.plan.meta.id) for place, coded in ends if coded]
        if len(sides) < len(ends):
            continue
        if sides[0][1] == sides[1][1]:
            raise BadConfiguration(f"{pair.at}: both units are of {sides[0][1]}", "A pair is of two plans.")
        found = [_addresses(pair.at, place, name, texts[name]) for place, name in sides]
        notices += [notice for _, said in found for notice in said]
        for a, b in product(*(addresses for addresses, _ in found)):
            chosen[frozenset((a, b))].append(pair)
    agreed = {link: _agreed(pairs) for link, pairs in chosen.items()}
    return Pairing(
        joined={link: by for link, (yes, by) in agreed.items() if yes},
        parted={link: by for link, (yes, by) in agreed.items() if not yes},
        notices=tuple(dict.fromkeys(notices)),
    )


def _meant(place: Place, file: HandFile, plans: Iterable[CodedPlan]) -> CodedPlan | None:
    return next((coded for coded in plans if file.means(place.plan, coded.plan)), None)


def _addresses(
    at: str, place: Place, plan: str, texts: Texts
) -> tuple[list[UnitAddress], tuple[Notice, ...]]:
    """The units of one side of a pair; page furniture has no part in a comparison."""
    found, kind = texts.find(place)
    spoken = [unit for unit in found if not unit.chrome]
    said = told(at, place, spoken, "furniture" if found and not spoken else kind)
    return [UnitAddress(plan, unit.id) for unit in spoken], said


def _agreed(pairs: Sequence[PairOverride]) -> tuple[bool, ByHand]:
    for pair in pairs:
        if pair.counterpart != pairs[0].counterpart:
            raise contradiction(pairs[0], pair, "one pair is a counterpart and none")
    return pairs[0].counterpart, together(pair.by_hand for pair in pairs)


def _joined(match: Match, by_hand: ByHand) -> Match:
    """The match as a sure counterpart: what it lacks is made up by hand."""
    own = tuple(found for found in match.evidence if found.part != HAND)
    rest = max(0.0, 1.0 - sum(found.weight for found in own))
    return replace(
        match,
        score=1.0,
        level="counterpart",
        evidence=(*own, Evidence(HAND, "", rest)),
        by_hand=by_hand,
    )


def _places(plans: Iterable[CodedPlan]) -> Mapping[UnitAddress, int]:
    """All units by where they stand."""
    units = ((coded.plan.meta.id, unit.id) for coded in plans for unit in coded.plan.units)
    return {UnitAddress(*address): n for n, address in enumerate(units)}
