"""One sentence to the figures it states, each with its indicator: the grammar, without time and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qcompare.models import Span
from qcompare.targets import indicators, verbs
from qcompare.targets.clauses import clauses, without_names
from qcompare.targets.figures import Figure, figures_of, run_of
from qcompare.targets.measures import is_measure, is_rate, items, shared_out
from qcompare.targets.operators import Lead, Op, strip_lead
from qcompare.targets.quantities import Quantity
from qcompare.targets.readings import Said, is_promise, read_figure, read_listed
from qcompare.targets.units import Sort

_FAR = 120  # characters of a clause without a figure that can name the indicator of the next one
_MOST = 12  # figures that one 分别 can share out
_YEARLY = re.compile(r"每年|(?<!\d)年均")


@dataclass(frozen=True, slots=True)
class Statement:
    """An indicator and its figure, at ``start:end`` of the sentence; the figure itself stands at ``at``.

    ``base`` is the indicator before growth or rank is added to its name.
    """

    start: int
    end: int
    at: int
    base: str
    indicator: str
    quantity: Quantity
    lead: Lead
    op: Op


@dataclass(frozen=True, slots=True)
class _Carried:
    """The indicator that what follows can take over, where it stands (None: in the heading), and the sort of
    its figure, if it has one.
    """

    name: str = ""
    start: int | None = None
    sort: Sort | None = None


def read(text: str, heading: str = "") -> tuple[Statement, ...]:
    """The statements of a sentence in order. ``heading``: the title above, which can name the indicator."""
    names = without_names(text)
    carried = _Carried(heading if is_measure(heading) else "")
    found: list[Statement] = []
    for clause in clauses(names):
        statements = list(_clause(figures_of(text, names, clause), clause, carried))
        found += statements
        carried = _after(statements[-1]) if statements else _moved(text, clause) or carried
    return tuple(found)


def _after(statement: Statement) -> _Carried:
    return _Carried(statement.base, statement.start, statement.quantity.sort)


def _moved(text: str, clause: Span) -> _Carried | None:
    """What a clause without a figure names for the next one: what changes, or what stands before a colon."""
    said = text[max(clause.start, clause.end - _FAR) : clause.end]
    labels = text[clause.end : clause.end + 1] in ("：", ":")
    name = indicators.subject(said) if labels else indicators.changing(said)
    return _Carried(name, clause.start) if name else None


def _clause(figures: Sequence[Figure], clause: Span, carried: _Carried) -> Iterator[Statement]:
    """The statements of one clause, each with what the one before it leaves."""
    left = clause.start
    for n, figure in enumerate(figures):
        if figure.quantity.start < left:
            continue
        run = run_of([replace(figure, left=left), *figures[n + 1 : n + _MOST]])
        for statement in _stated(run, carried, linked=left > clause.start):
            yield statement
            left = max(left, statement.end)
            carried = _after(statement)


def _stated(run: Sequence[Figure], carried: _Carried, *, linked: bool) -> Iterator[Statement]:
    """What a figure says; with 分别, what all the figures of its run say."""
    figure = run[0]
    rest, lead = strip_lead(figure.before)
    if _YEARLY.search(figure.before) and not lead.per:
        lead = replace(lead, per="年")
    several = shared_out(indicators.subject(rest), len(run)) if lead.respectively else []
    if several:
        for name, one in zip(several, run, strict=True):
            yield _statement(_in_run(one, run), Said(name, lead, run[-1].end), name, carried)
        return
    bare = linked and not figure.before.strip()
    said = read_listed(figure, lead, carried.name) if bare else read_figure(figure, rest, lead, carried.name)
    if said:
        listed = linked or figure.before.startswith("其中")
        whole = _with_verb(said, rest, carried, figure) if listed else said.name
        for name in _each(whole, figure, said.lead) if is_promise(figure, whole, said.lead) else ():
            yield _statement(figure, said, name, carried)


def _in_run(one: Figure, run: Sequence[Figure]) -> Figure:
    """A figure of a run with the text and, where it has none of its own, the unit of the run: 79和77.8分."""
    unit = one.quantity.unit or run[-1].quantity.unit
    return replace(one, left=run[0].left, quantity=replace(one.quantity, unit=unit))


def _with_verb(said: Said, rest: str, carried: _Carried, figure: Figure) -> str:
    """In a list of one sort the verb of the first holds for the others: 新增企业6家、平台3个."""
    alike = carried.sort == figure.quantity.sort and not said.lead.reached
    if not alike or verbs.first_verb(indicators.headless(rest)):
        return said.name
    return verbs.kept(verbs.first_verb(carried.name)) + said.name


def _each(name: str, figure: Figure, lead: Lead) -> list[str]:
    """A和B均达到…: both; also where every name is a rate of its own."""
    parts = shared_out(name) if figure.quantity.sort != "ratio" else []
    return parts if parts and (lead.each or all(map(is_rate, items(name)))) else [name]


def _statement(figure: Figure, said: Said, name: str, carried: _Carried) -> Statement:
    start = figure.quantity.start - len(figure.before.lstrip())
    if said.taken_over and carried.start is not None:
        start = min(start, carried.start)
    return Statement(
        start=start,
        end=said.end,
        at=figure.quantity.start,
        base=name,
        indicator=indicators.named(name, said.lead, figure.quantity),
        quantity=_per_head(figure.quantity, said.lead),
        lead=said.lead,
        op=_op(figure, said.lead),
    )


def _per_head(quantity: Quantity, lead: Lead) -> Quantity:
    """达到每万人 10 件 is 10 件/万人."""
    return replace(quantity, unit=f"{quantity.unit}/{lead.of}") if lead.of and quantity.unit else quantity


def _op(figure: Figure, lead: Lead) -> Op:
    """The nearest word binds: 以上 behind the figure, then what stands before it, then the figure itself."""
    if figure.suffix or lead.op:
        return figure.suffix or lead.op or "="
    if "至少" in figure.before or "不少于" in figure.before:
        return ">="
    return figure.quantity.bound or ("~" if figure.quantity.value_hi is not None else "=")
