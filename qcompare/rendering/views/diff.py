"""The comparison of two to six plans, what a person wants first coming first."""

from __future__ import annotations

from qcompare.models import Comparison, Lang
from qcompare.rendering.document import Block, Document, Heading, Paragraph
from qcompare.rendering.views import counterparts, coverage, only, sections, similarity, targets, who
from qcompare.rendering.views.layout import NARROW
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import sides
from qcompare.rendering.views.voice import Voice

DEFAULT_LIMIT = 10


def document(
    comparison: Comparison,
    lang: Lang,
    *,
    limit: int | None = DEFAULT_LIMIT,
    by_section: bool = False,
    width: int = NARROW,
) -> Document:
    """The plans side by side, labels in ``lang``.

    ``limit`` bounds the lists: so many counterparts, fewer of the rest, and of long texts the part that
    matters, longer where the reader has more ``width`` (display columns). With ``limit=None`` all is
    shown and every text is whole. ``by_section`` lays sections side by side instead of units: all of
    them whatever the limit, and their texts where there is none.
    """
    voice = Voice(lang, comparison.taxonomy)
    scope = Scope(comparison, sides(comparison, lang), voice, limit, width)
    return Document(
        (
            *who.blocks(scope),
            *coverage.blocks(scope),
            *(sections if by_section else counterparts).blocks(scope),
            *only.blocks(scope),
            *targets.blocks(scope),
            *similarity.blocks(scope),
            *_more(scope, by_section=by_section),
        )
    )


def _more(scope: Scope, *, by_section: bool) -> list[Block]:
    """Which flags show the rest."""
    hints = [
        *([] if scope.limit is None else ["more.all", "more.limit"]),
        *([] if by_section else ["more.section"]),
        "more.filter",
        "more.min_score",
        "more.format",
        "more.show",
    ]
    text = " · ".join(scope.voice.say(hint, plan=scope.columns[0].meta.id) for hint in hints)
    return [Heading(2, scope.voice.say("more.heading")), Paragraph(text)]
