from __future__ import annotations

import pytest

from qcompare.rendering.document import Cell, Column, Table
from qcompare.rendering.views.layout import Group, excerpt_size, side_by_side

KEY = Column("得分")


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_two_plans_stand_side_by_side() -> None:
    groups = (Group(Cell("0.9"), (cells("a1", "a2"), cells("b1"))), Group(Cell("0.8"), ((), cells("b2"))))
    table = side_by_side(KEY, ["甲", "乙"], "City", "Text", groups)
    assert [(column.header, column.ratio) for column in table.columns] == [("得分", 0), ("甲", 1), ("乙", 1)]
    assert texts(table) == [["0.9", "a1", "b1"], ["", "a2", ""], ["0.8", "—", "b2"]]
    assert table.airy


def test_more_plans_stand_one_below_the_other() -> None:
    groups = (
        Group(Cell("0.9"), ((), cells("b1", "b2"), cells("c1"))),
        Group(Cell("0.8"), (cells("a"), (), ())),
    )
    table = side_by_side(KEY, ["甲", "乙", "丙"], "City", "Text", groups)
    assert [(column.header, column.ratio) for column in table.columns] == [
        ("得分", 0),
        ("City", 0),
        ("Text", 1),
    ]
    assert texts(table) == [["0.9", "乙", "b1"], ["", "", "b2"], ["", "丙", "c1"], ["0.8", "甲", "a"]]


@pytest.mark.parametrize(("width", "plans", "size"), [(80, 2, 36), (160, 2, 55), (80, 3, 39), (160, 6, 107)])
def test_excerpts_grow_with_the_room(width: int, plans: int, size: int) -> None:
    assert excerpt_size(width, plans) == size
