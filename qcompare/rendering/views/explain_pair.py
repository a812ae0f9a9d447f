"""Why a pair has its score: both passages, and the addends of the score as a waterfall."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from qcompare.explanations import Contribution, PairExplained, Passage
from qcompare.models import Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.rounding import apportioned
from qcompare.rendering.views.contributions import PART_WIDTH, labelled, part
from qcompare.rendering.views.explain import above, doubtful, filed, measures, said
from qcompare.rendering.views.figures import bar, score
from qcompare.rendering.views.layout import NARROW
from qcompare.rendering.views.voice import Voice, mark_of
from qcompare.rendering.views.who import digest_banners
from qcompare.taxonomy import Taxonomy

_BAR = 16  # characters of a whole score in the narrowest table
_PLACES = 2  # of a score
_FIELD_WIDTH = 12
_REFS = 3  # of the places in a section that say it, so many are named


def document(explained: PairExplained, taxonomy: Taxonomy, lang: Lang, *, width: int = NARROW) -> Document:
    """The explanation; at more than 80 display columns with longer bars."""
    voice = Voice(lang, taxonomy)
    pair = (explained.a, explained.b)
    names = [voice.say("explain.place", plan=each.plan.id, ref=each.ref, id=each.id) for each in pair]
    return Document(
        (
            Heading(1, voice.say("explain.pair_title", a=names[0], b=names[1])),
            *digest_banners([each.plan for each in pair], voice),
            _passages(pair, voice),
            *doubtful([hit for each in pair for hit in each.code.measures], voice),
            *_by_hand(explained, voice),
            Paragraph(_level(explained, voice), "strong"),
            *(_waterfall(explained, voice, _BAR * width // NARROW) if explained.contributions else []),
            *_nothing(explained, voice),
        )
    )


def _passages(pair: tuple[Passage, Passage], voice: Voice) -> Table:
    rows = (
        ("column.ref", [f"{each.ref} ({each.id})" for each in pair]),
        ("explain.field.above", [above(each.above) for each in pair]),
        ("column.text", [each.text for each in pair]),
        ("column.pillar_topic", [_topic(each, voice) for each in pair]),
        ("column.measures", [measures(each.code.measures, voice) for each in pair]),
        (
            "explain.field.by_hand",
            [said(each.code.by_hand, voice) if each.code.by_hand else "" for each in pair],
        ),
    )
    columns = (
        Column(voice.say("column.field"), width=_FIELD_WIDTH),
        *(Column(each.plan.id, ratio=1) for each in pair),
    )
    return Table(
        columns, tuple((Cell(voice.say(key)), *map(Cell, cells)) for key, cells in rows if any(cells))
    )


def _topic(passage: Passage, voice: Voice) -> str:
    code = passage.code
    return voice.listed([filed(code, voice), score(code.score) + mark_of(code)])


def _level(explained: PairExplained, voice: Voice) -> str:
    """The program's score, what it makes of the pair, and from where on it would be more or less."""
    limits = voice.listed(
        voice.say("explain.limit", level=voice.say(f"explain.level.{level}"), limit=score(least))
        for level, least in explained.limits.items()
    )
    own = explained.own_score
    found = next((level for level, least in explained.limits.items() if own and own >= least), "neither")
    key = "explain.own_score" if explained.by_hand else "explain.score"
    return voice.say(key, score=score(own), level=voice.say(f"explain.level.{found}"), limits=limits)


def _by_hand(explained: PairExplained, voice: Voice) -> list[Block]:
    """That somebody made the pair, or took it away, whatever its score."""
    if explained.by_hand is None:
        return []
    key = "explain.by_hand.parted" if explained.level == "neither" else "explain.by_hand.made"
    return [Paragraph(voice.say(key, said=said(explained.by_hand, voice)), "warn")]


def _waterfall(explained: PairExplained, voice: Voice, size: int) -> list[Block]:
    """An addend a row, each beginning where the one before ends; the last row is the score of the table."""
    found = explained.contributions
    shares = apportioned([each.weight for each in found], explained.score, _PLACES)
    joined = _joined(found, shares)
    ends = list(accumulate(share for _, share in joined))
    rows = [
        (
            Cell(voice.listed(dict.fromkeys(part(each.part, voice) for each in members))),
            Cell(voice.listed(_said(each, explained, voice) for each in members)),
            Cell(f"{share}"),
            Cell(f"{end}"),
            Cell(_drawn(end - share, share, size)),
        )
        for (members, share), end in zip(joined, ends, strict=True)
    ]
    last = (
        Cell("", lead=voice.say("explain.column.score")),
        Cell(""),
        Cell(""),
        Cell("", lead=f"{ends[-1]}"),
    )
    columns = (
        Column(voice.say("explain.column.part"), width=PART_WIDTH),
        Column(voice.say("explain.column.words"), ratio=1),
        Column(voice.say("explain.column.share"), right=True),
        Column(voice.say("explain.column.sum"), right=True),
        Column("", width=size + 1),
    )
    table = Table(columns, (*rows, (*last, Cell(bar(explained.score, 1.0, size)))))
    heading = Heading(2, voice.say("explain.waterfall"))
    legend = Paragraph(voice.say("explain.waterfall_legend"), "dim")
    return [heading, table, legend] if explained.own_score else [heading, table]


def _joined(
    found: Sequence[Contribution], shares: Sequence[Decimal]
) -> Sequence[tuple[Sequence[Contribution], Decimal]]:
    """The rows: what is too little to print stands with what comes before it, the first with the next."""
    rows: list[tuple[list[Contribution], Decimal]] = []
    for each, share in zip(found, shares, strict=True):
        if rows and not (share and rows[-1][1]):
            members, before = rows.pop()
            rows.append(([*members, each], before + share))
        else:
            rows.append(([each], share))
    return rows


def _said(contribution: Contribution, explained: PairExplained, voice: Voice) -> str:
    """What an addend rests on, of sections with where it is said in either."""
    words = labelled(contribution, voice)
    if not contribution.refs or not contribution.refs_b:
        return words
    a = _within(contribution.refs, explained.a, voice)
    b = _within(contribution.refs_b, explained.b, voice)
    return voice.say("explain.said_in", words=words, a=a, b=b)


def _within(refs: Sequence[str], section: Passage, voice: Voice) -> str:
    """References without that of their section, which is left for the title; the first of many."""
    names = [ref.removeprefix(section.ref).strip() or voice.say("explain.title_of") for ref in refs]
    if len(names) <= _REFS:
        return voice.listed(names)
    return voice.say("explain.refs", refs=voice.listed(names[:_REFS]), count=len(names) - _REFS)


def _drawn(before: Decimal, share: Decimal, size: int) -> str:
    """A bar that begins where the one above it ends."""
    return "░" * round(size * before) + bar(float(share), 1.0, size)


def _nothing(explained: PairExplained, voice: Voice) -> list[Block]:
    """Why there is no score."""
    if explained.nothing is None:
        return []
    pair = (explained.a, explained.b)
    topics = [voice.topic(each.code.topic) for each in pair]
    text = voice.say(f"explain.nothing.{explained.nothing}", a=topics[0], b=topics[1])
    return [Paragraph(text)]
