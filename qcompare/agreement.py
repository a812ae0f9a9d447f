"""What an evaluation measures: codings, targets and pairs of one side against those of another.

Shares, precision, recall, F1 and coefficients are numbers up to 1; None stands for what is not defined, such
as the precision of a topic that was never given.
"""

from __future__ import annotations

from dataclasses import dataclass

from qcompare.models import Target

RESAMPLES = 1000  # behind every interval
LEVEL = 0.95  # of the resamples lie inside it

# --- codings ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coded:
    """A unit's text and the topic that a coder gave it; ``also``: further topics that pass for right.

    ``ref`` says where it stands; ``unsure`` is None for a coder who does not say.
    """

    text: str
    topic: str
    also: tuple[str, ...] = ()
    ref: str = ""
    unsure: bool | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """All that one coder coded, in the order of the text."""

    coder: str
    units: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the bounds of its bootstrap interval; ``evaluating/bootstrap.py`` says how."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One topic or pillar: ``support`` units of the reference hold it, ``given`` units of the coder."""

    id: str
    support: int
    given: int
    precision: float | None
    recall: float | None
    f1: float


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """Agreement on topics, or on pillars; what each figure is says ``evaluating/counts.py``."""

    accuracy: float
    accuracy_lenient: float
    macro_f1: float
    macro_f1_reference: float
    kappa: Estimate
    alpha: Estimate
    classes: tuple[ClassFigures, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How right a coder is on some of the units."""

    units: int
    accuracy: float | None
    accuracy_lenient: float | None


@dataclass(frozen=True, slots=True)
class Confusion:
    """Units that the reference has on one topic and the coder on another; ``accepted`` passes as lenient."""

    reference: str
    coder: str
    accepted: int
    units: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class CoderAgreement:
    """One coder against the reference, over ``units`` that both coded.

    ``furniture`` counts units that both call page furniture, which are left out; ``unfound`` are units of the
    reference that the coder does not have, ``surplus`` the reverse; ``coverage`` is the share of the
    reference's units, its page furniture aside, that the coder has. ``sure`` and ``unsure`` are there for a
    coder who says which is which.
    """

    coder: str
    units: int
    furniture: int
    coverage: float | None
    unfound: tuple[Coded, ...]
    surplus: tuple[Coded, ...]
    topic: LevelFigures
    pillar: LevelFigures
    confusions: tuple[Confusion, ...]
    sure: Share | None
    unsure: Share | None


@dataclass(frozen=True, slots=True)
class Duo:
    """Cohen's kappa of two coders over the units that both coded, ``coverage`` being the share of ``a``'s."""

    a: str
    b: str
    units: int
    coverage: float | None
    topic: float | None
    pillar: float | None


@dataclass(frozen=True, slots=True)
class Panel:
    """All coders together: the alpha of Krippendorff over what two or more coded, the kappa of each two.

    ``coverage`` is the share of the reference's units, page furniture aside, that another coder has.
    """

    coders: tuple[str, ...]
    units: int
    coverage: float | None
    topic: Estimate
    pillar: Estimate
    duos: tuple[Duo, ...]


@dataclass(frozen=True, slots=True)
class TopicAgreement:
    """Coders against the first of them, the reference; ``panel`` is there for three or more."""

    reference: str
    measured: tuple[CoderAgreement, ...]
    panel: Panel | None


# --- targets ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """How many of ``given`` things are right, and how many of ``support`` were got."""

    right: int
    given: int
    support: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class TargetPair:
    """A target of the reference and the one found for it; ``wrong`` names the fields that differ."""

    reference: Target
    found: Target
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindAgreement:
    """Targets, or facts: right value and unit, right indicator, all fields right; and what is not."""

    value: Score
    indicator: Score
    whole: Score
    wrong: tuple[TargetPair, ...]
    missed: tuple[Target, ...]
    surplus: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class TargetAgreement:
    """A plan's targets against gold.

    ``unfound`` are gold targets whose quote the plan does not hold, ``coverage`` is the share of the others.
    """

    plan: str
    coverage: float | None
    target: KindAgreement
    fact: KindAgreement
    milestones: int
    unfound: tuple[Target, ...]


# --- pairs --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in a list of pairs."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two units with the score of the aligner, None if it never saw them, and the grade of a reader."""

    a: Place
    b: Place
    score: float | None
    grade: int


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many pairs of a grade reach the threshold, of how many that there are."""

    grade: int
    reached: int
    total: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The counterparts at one threshold."""

    min_score: float
    counterparts: Score
    grades: tuple[GradeCount, ...]


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """The scores of all pairs of two plans against graded ones.

    ``unfound`` are listed units that the plans do not hold, ``unscored`` pairs of grade 1 up with page
    furniture or an unfound unit in them: they count as missed. ``coverage`` is the share of the pairs of
    grade 2 or 3 of which the plans hold both units.
    """

    a: str
    b: str
    coverage: float | None
    scored: int
    positives: int
    unscored: int
    unfound: tuple[Place, ...]
    average_precision: Estimate
    at: Cut
    best: Cut
    missed: tuple[JudgedPair, ...]
    wrong: tuple[JudgedPair, ...]
