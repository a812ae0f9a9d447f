"""Paragraphs in pieces: pages on which every piece of markup became a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcompare.text.layout.rows import Break

_FEWEST, _LONGEST = 3, 12  # paragraphs in pieces that bear one another out; pieces of one


def in_pieces(breaks: Sequence[Break], proven: Sequence[bool]) -> frozenset[int]:
    """Where lines begin that are pieces of a paragraph: lines without indent between two with one.

    A page whose paragraphs are indented is in pieces if breaks in several paragraphs prove it, as where each
    piece of markup became a line. A piece ends no later than the sentence, and none is a list's item.
    """
    cuts = {at.below.start for at, cut in zip(breaks, proven, strict=True) if cut}
    runs = [run for run in _runs(breaks) if len(run) <= _LONGEST]
    bearing_out = sum(any(at.below.start in cuts for at in run) for run in runs)
    sure = bearing_out >= _FEWEST and 3 * bearing_out >= len(runs)
    return frozenset(at.below.start for run in runs for at in run) if sure else frozenset()


def _runs(breaks: Sequence[Break]) -> Iterator[Sequence[Break]]:
    """The breaks within each paragraph that begins with an indent, and that another such one follows."""
    run: list[Break] | None = None
    for at in breaks:
        if at.below.indent:
            if run and at.closed and not any(each.numbered or each.parted or each.blanks for each in run):
                yield run
            run = []
        elif run is not None:
            run.append(at)
