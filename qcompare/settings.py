"""Settings and taxonomy from a plain mapping: every fault collected, then one error."""

from __future__ import annotations

from dataclasses import dataclass

from qcompare.models import Lang, Taxonomy


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The named limits; ``config.yaml`` says on which data each was set."""

    min_score: float
    related_score: float
    unsure_score: float
    section_score: float


@dataclass(frozen=True, slots=True)
class CodingWeights:
    """How much each kind of evidence counts for the topic of a unit."""

    measure: float
    heading: float
    trail: float
    opener: float
    neighbour: float
    target: float


@dataclass(frozen=True, slots=True)
class AligningWeights:
    """How much each part counts for the score of a pair; they add up to 1."""

    words: float
    measures: float
    topic: float
    heading: float


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of Taiwan and Hong Kong texts and their mainland forms, longest first; ``keep`` stays."""

    replace: tuple[tuple[str, str], ...]
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole configuration, validated; ``sha256`` is of its canonical form, taxonomy included."""

    lang: Lang
    plans: tuple[str, ...]
    thresholds: Thresholds
    coding: CodingWeights
    aligning: AligningWeights
    wording: Wording
    taxonomy: Taxonomy
    sha256: str
