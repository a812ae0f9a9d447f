"""Which plan and which units a line of ``codes.yaml`` stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcompare.errors import BadConfiguration
from qcompare.models import ByHand, Metadata, NoticeKind
from qcompare.overrides import CodeOverride, Overrides, Place, content_hash
from qcompare.pipeline.handfile import (
    NO_HAND_FILE,
    HandFile,
    Texts,
    contradiction,
    hand_file,
    stranger,
    together,
    told,
)
from qcompare.storage.library import Entry
from tests.aligning.conftest import U, coded

PLAN = coded("jia", U("推行 首席 质量官 。"), U("办好 质量月 。"), U("扫 一扫"), U("办好 质量月 。"))
CQO, MONTH = content_hash("推行首席质量官。"), content_hash("办好质量月。")


@pytest.mark.parametrize(
    ("place", "units", "kind"),
    [
        (Place("jia", CQO), "u001", None),
        (Place("jia", "", "首席\n质量 官"), "u001", None),
        (Place("jia", CQO, "首席"), "u001", None),
        (Place("jia", MONTH), "u002 u004", "repeated"),
        (Place("jia", "", "质量月"), "u002 u004", "repeated"),
        (Place("jia", MONTH, "质量月"), "u002 u004", "repeated"),
        (Place("jia", "0" * 12, "首席"), "u001", "changed"),
        (Place("jia", "0" * 12, "质量月"), "u002 u004", "changed"),
        (Place("jia", "0" * 12), "", "gone"),
        (Place("jia", "", "品牌"), "", "gone"),
        (Place("jia", "0" * 12, "品牌"), "", "gone"),
        (Place("jia", "", "质量"), "", "unclear"),
        (Place("jia", "0" * 12, "质量"), "", "unclear"),
        (Place("jia", CQO, "质量月"), "", "differ"),
    ],
)
def test_units_of_a_place(place: Place, units: str, kind: NoticeKind | None) -> None:
    found, said = Texts.of(PLAN.plan.units).find(place)
    assert (" ".join(unit.id for unit in found), said) == (units, kind)


def test_notices_name_line_plan_words_and_units() -> None:
    unit = PLAN.plan.units[0]
    (notice,) = told("a: codes[1]", Place("jia", "0" * 12, "首席"), [unit], "changed")
    assert (notice.kind, notice.at, notice.plan, notice.quote, notice.units) == (
        "changed",
        "a: codes[1]",
        "jia",
        "首席",
        ("u001",),
    )
    assert told("a", Place("jia", CQO), [unit], None) == ()
    assert stranger("a", Place("yi", CQO)).quote == CQO


@pytest.mark.parametrize(
    ("name", "beside", "meant"),
    [
        ("jia", {}, True),
        ("jia.txt", {}, True),
        ("yi", {}, False),
        ("jia-2", {"jia-2": "jia.txt"}, True),  # two plans of one id: the second is named otherwise
        ("jia", {"jia": "other.txt"}, False),
        ("jia.txt", {"jia.txt": "jia.txt"}, True),
    ],
)
def test_plans_beside_the_file_are_meant_first(name: str, beside: dict[str, str], meant: bool) -> None:
    file = HandFile(Overrides(), {name: Path(path).resolve() for name, path in beside.items()})
    assert file.means(name, PLAN.plan) is meant


def test_a_folder_without_the_file_is_not_looked_through(tmp_path: Path) -> None:
    def looked() -> list[Entry]:
        raise AssertionError

    assert hand_file(tmp_path, (), looked) is NO_HAND_FILE


def test_plans_are_known_by_id_and_by_file_name(tmp_path: Path) -> None:
    (tmp_path / "codes.yaml").write_text("codes: [{plan: b.txt, quote: 甲, topic: t, coder: lw}]")
    entries = [
        Entry(tmp_path / "a.txt", Metadata("jia", "甲"), tmp_path),
        Entry(tmp_path / "b.txt", Metadata("yi", "乙"), tmp_path),
    ]
    a, b = (tmp_path / "a.txt").resolve(), (tmp_path / "b.txt").resolve()
    assert hand_file(tmp_path, ("t",), lambda: entries) == HandFile(
        Overrides((_code(f"{tmp_path / 'codes.yaml'}: codes[0]", Place("b.txt", "", "甲"), "lw"),)),
        {"jia": a, "a.txt": a, "yi": b, "b.txt": b},
    )


def test_several_who_agree_stand_together() -> None:
    said = [ByHand("mk", "b"), ByHand("lw"), ByHand("mk", "a")]
    assert together(said) == together(said[::-1]) == ByHand("lw, mk", "a; b")


def test_a_contradiction_names_both_lines_and_coders() -> None:
    error = contradiction(
        _code("a/codes.yaml: codes[0]", Place("jia"), "lw"),
        _code("b/codes.yaml: codes[4]", Place("jia"), "mk"),
        "one unit is x and y",
    )
    assert isinstance(error, BadConfiguration)
    assert str(error) == (
        "a/codes.yaml: codes[0] (lw) and b/codes.yaml: codes[4] (mk): one unit is x and y\n"
        "Agree on one of them and take the other line away."
    )


def _code(at: str, place: Place, coder: str) -> CodeOverride:
    return CodeOverride(at, place, "t", ByHand(coder))
