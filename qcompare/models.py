"""The values that travel through qcompare, one kind per arrow, all of them frozen.

Offsets count characters (code points). A ``span`` lies in the cleaned text, a ``source_span`` in the
reader's text; both are half open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qcompare.taxonomy import Taxonomy

Kind = Literal["plan", "interpretation", "news", "other"]
Level = Literal["national", "province", "city", "county", "district"]
RepairKind = Literal["pinyin", "byteslip", "script", "wording", "encoding", "width", "variant", "layout"]
Lang = Literal["en", "zh"]
MatchLevel = Literal["counterpart", "related"]
NoticeKind = Literal["gone", "changed", "unclear", "differ", "repeated", "furniture", "stranger"]

CHROME = "chrome"  # the code of page furniture: kept in the record, left out of every comparison
CONTEXT = "context"
OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` in this range."""
        return text[self.start : self.end]


# --- reading and repair -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawText:
    """What a reader hands on: all visible text, line ends as ``\\n``, and what is said of it apart."""

    text: str
    format: str
    encoding: str
    front_matter: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repair:
    """One change: ``before`` stood at ``at`` in the reader's text, ``after`` stands in the cleaned text."""

    kind: RepairKind
    before: str
    after: str
    at: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """Damage that evidence could not decide: left as it was and reported; ``span`` is in the cleaned text."""

    kind: RepairKind
    text: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """For each character of the cleaned text, the half-open source range it came from."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source_length: int

    def source_span(self, span: Span) -> Span:
        """The source range behind a range of the cleaned text."""
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.source_length
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class CleanText:
    """The repaired, simplified text with the way back to its source and the log of every change."""

    text: str
    offsets: OffsetMap
    repairs: tuple[Repair, ...] = ()
    suspects: tuple[Suspect, ...] = ()


# --- the plan -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Where a plan was read from; ``sha256`` is of the file's bytes."""

    path: str
    sha256: str
    format: str
    encoding: str
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The document that an interpretation or a news page speaks of."""

    title: str
    doc_number: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """Who issued what, where and when; ``issued`` is an ISO date, never a web page's."""

    id: str
    title: str
    kind: Kind = "other"
    city: str | None = None
    city_zh: str | None = None
    province: str | None = None
    district: str | None = None
    level: Level | None = None
    year: int | None = None
    year_source: Literal["text", "page", "given"] | None = None
    period: tuple[int, int] | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    issued: str | None = None
    about: About | None = None
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading; ``span`` is the heading itself, run-in body excluded."""

    id: str
    parent: str | None
    level: int
    number: str
    title: str
    span: Span
    ref: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of the body, one unnumbered title or opener line, or one line of page furniture."""

    id: str
    section: str | None
    ref: str
    text: str
    span: Span
    source_span: Span
    chrome: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where the characters of the cleaned text are; the last four add up to the first."""

    characters: int
    in_units: int
    in_headings: int
    in_chrome: int
    whitespace: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One document, repaired and cut: every character in one heading, unit, or white space between."""

    meta: Metadata
    source: Source
    text: str
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    repairs: tuple[Repair, ...]
    suspects: tuple[Suspect, ...]
    coverage: Coverage


# --- coding, targets ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One addend of a score: which part of the reasoning, on which words, how much."""

    part: str
    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """A topic that was not chosen, with its score."""

    topic: str
    score: float


@dataclass(frozen=True, slots=True)
class MeasureHit:
    """A measure found in a unit; 1.0 is a literal find, less a fuzzy one."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class ByHand:
    """Who set a code or a pair by hand, and why."""

    coder: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The topic of a unit or section, with what spoke for it and what else was possible."""

    topic: str
    score: float
    unsure: bool = False
    alternatives: tuple[Alternative, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    measures: tuple[MeasureHit, ...] = ()
    by_hand: ByHand | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One quantified promise: an indicator, how it is bound, and by when."""

    id: str
    unit: str
    indicator: str
    op: Literal[">=", "<=", "=", "~"]
    direction: Literal["increase", "decrease", "level"]
    value: float | None
    value_hi: float | None
    unit_of_measure: str | None
    per: str | None
    baseline_year: int | None
    deadline_year: int | None
    binding: Literal["binding", "expected"] | None
    kind: Literal["target", "fact", "milestone"]
    topic: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of ``codes.yaml`` (``at``) not taken as it stands; ``units`` are those it did change."""

    kind: NoticeKind
    at: str
    plan: str
    quote: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedPlan:
    """A plan with the codes of its units and sections (parallel tuples), and the targets."""

    plan: Plan
    units: tuple[Assignment, ...]
    sections: tuple[Assignment, ...]
    targets: tuple[Target, ...]
    notices: tuple[Notice, ...] = ()


# --- comparison ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitAddress:
    """A unit of a plan in a comparison."""

    plan: str
    unit: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two units of different plans that say the like; the evidence adds up to the score."""

    a: UnitAddress
    b: UnitAddress
    score: float
    level: MatchLevel
    evidence: tuple[Evidence, ...]
    by_hand: ByHand | None = None


@dataclass(frozen=True, slots=True)
class TopicCell:
    """What one plan has on one topic; ``share`` is of the plan's non-chrome unit characters."""

    units: tuple[str, ...]
    characters: int
    share: float
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic over all plans; ``cells`` in the order of the plans."""

    topic: str
    cells: tuple[TopicCell, ...]


@dataclass(frozen=True, slots=True)
class CounterpartRow:
    """Units joined by counterparts over all plans; ``units`` holds unit ids, in the order of the plans."""

    topic: str
    units: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """Sections joined over all plans, by id, in the order of the plans; ``score`` is of the best pair.

    ``elsewhere``: for a section by itself its best in each plan, which stands in another row; empty if none.
    """

    topic: str
    sections: tuple[tuple[str, ...], ...]
    score: float
    elsewhere: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Targets that measure the like; ``targets`` holds target ids, in the order of the plans."""

    topic: str
    indicator: str
    targets: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What a comparison was made with; ``filters`` as (name, value) pairs."""

    version: str
    config_sha256: str
    min_score: float
    related_score: float
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to six plans side by side over one taxonomy; tuples run in the order of ``plans``.

    ``parted`` are the matches that somebody took away by hand, as they were.
    """

    settings: RunSettings
    taxonomy: Taxonomy
    plans: tuple[CodedPlan, ...]
    topics: tuple[TopicRow, ...]
    matches: tuple[Match, ...]
    rows: tuple[CounterpartRow, ...]
    sections: tuple[SectionRow, ...]
    only: tuple[tuple[str, ...], ...]
    targets: tuple[TargetRow, ...]
    similarity: tuple[tuple[float, ...], ...]
    parted: tuple[Match, ...] = ()
    notices: tuple[Notice, ...] = ()
