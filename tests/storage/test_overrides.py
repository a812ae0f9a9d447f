"""``codes.yaml``: what it says, and what is said of one with faults."""

from __future__ import annotations

import pytest

from qcompare.errors import BadConfiguration
from qcompare.models import ByHand
from qcompare.overrides import CodeOverride, Overrides, PairOverride, Place
from qcompare.storage.overrides import read_overrides

HASH = "must be `h` and 12 hex digits, as in the column `hash` of the sheet"
TOPICS = ("products.general", "foundations.management", "context", "chrome")


def read(text: str) -> Overrides:
    return read_overrides(text.encode(), "a/codes.yaml", TOPICS)


def faults(text: str) -> list[str]:
    """The lines of the complaint, without the file that each names."""
    with pytest.raises(BadConfiguration) as found:
        read(text)
    lines = found.value.message.split("\n  ")
    told = lines[1:] if lines[0].endswith("faults:") else lines
    assert all(line.startswith("a/codes.yaml: ") for line in told)
    return [line.removeprefix("a/codes.yaml: ") for line in told]


def test_codes_and_pairs_are_read_in_their_order() -> None:
    assert read(
        """
codes:
- {plan: jia-2019, unit: h0a1b2c3d4e5f, quote: 设首席质量官, topic: foundations.management, coder: lw,
   note: rule 1}
- plan: yi.txt
  quote: "扫一扫"
  topic: chrome
  coder: 王
pairs:
- {a: {plan: jia-2019, unit: 0a1b2c3d4e5f}, b: {plan: yi.txt, quote: 质量官}, counterpart: yes, coder: lw}
- {a: {plan: jia-2019, quote: 甲}, b: {plan: bing-2020, quote: 丙}, counterpart: no, coder: mk, note: 'no'}
"""
    ) == Overrides(
        codes=(
            CodeOverride(
                "a/codes.yaml: codes[0]",
                Place("jia-2019", "h0a1b2c3d4e5f", "设首席质量官"),
                "foundations.management",
                ByHand("lw", "rule 1"),
            ),
            CodeOverride("a/codes.yaml: codes[1]", Place("yi.txt", "", "扫一扫"), "chrome", ByHand("王")),
        ),
        pairs=(
            PairOverride(
                "a/codes.yaml: pairs[0]",
                Place("jia-2019", "h0a1b2c3d4e5f"),  # the sign is not needed
                Place("yi.txt", "", "质量官"),
                counterpart=True,
                by_hand=ByHand("lw"),
            ),
            PairOverride(
                "a/codes.yaml: pairs[1]",
                Place("jia-2019", "", "甲"),
                Place("bing-2020", "", "丙"),
                counterpart=False,
                by_hand=ByHand("mk", "no"),
            ),
        ),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "codes:\npairs:\n", "codes: []\n", "{}"])
def test_a_file_may_say_nothing(text: str) -> None:
    assert read(text) == Overrides()


CODE = "plan: a, quote: 甲, coder: lw, topic: context"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1\n", ["the file: is a list; must be a mapping with the keys codes, pairs"]),
        (f"code: [{{{CODE}}}]\n", ["code: is no key; did you mean codes?"]),
        ("codes: {}\n", ["codes: is a mapping; must be a list"]),
        (
            f"codes: [{{{CODE.replace('context', 'contxt')}}}]\n",
            ['codes[0].topic: is "contxt"; did you mean context?'],
        ),
        (
            f"codes: [{{{CODE.replace('context', '首席')}}}]\n",
            [
                'codes[0].topic: is "首席"; known are products.general, foundations.management, context, '
                "chrome"
            ],
        ),
        (
            "codes: [{plan: a, quote: 甲}]\n",
            ["codes[0].topic: is missing; add it", "codes[0].coder: is missing; add it"],
        ),
        (
            "codes: [{plan: a, topic: context, coder: lw}]\n",
            ["codes[0]: names no unit; add `unit`, the hash of its text, or `quote`, some of its words"],
        ),
        (
            f"codes: [{{{CODE}, nota: x, unit: 0A1b2c3d4e5f}}, {{{CODE}, unit: 123456789012}}]\n",
            [
                "codes[0].nota: is no key; did you mean note?",
                'codes[0].unit: is "0A1b2c3d4e5f"; ' + HASH,
                "codes[1].unit: is 123456789012; " + HASH,
            ],
        ),
        (
            "pairs: [{a: {plan: a, quote: 甲}, b: {plan: a, quote: 乙}, counterpart: maybe, coder: 7}]\n",
            [
                'pairs[0].counterpart: is "maybe"; must be true or false',
                "pairs[0].coder: is 7; must be text, in quotes if YAML takes it for a number",
                'pairs[0]: is within "a"; must be of two plans',
            ],
        ),
        (
            "pairs: [{a: {plan: a}, b: 乙, counterpart: no, coder: lw}]\n",
            [
                "pairs[0].a: names no unit; add `unit`, the hash of its text, or `quote`, some of its words",
                'pairs[0].b: is "乙"; must be a mapping with the keys plan, unit, quote',
            ],
        ),
    ],
)
def test_all_faults_are_told_together_with_their_keys(text: str, told: list[str]) -> None:
    assert faults(text) == told


def test_a_file_that_is_no_yaml_is_named() -> None:
    with pytest.raises(BadConfiguration, match=r"^a/codes\.yaml, line 2, column 1: "):
        read("codes: [")
