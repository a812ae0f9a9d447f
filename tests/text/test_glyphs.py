"""Glyphs: radicals, compatibility forms and variants become the character that people read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Repair
from qcompare.text import glyphs
from qcompare.text.edits import Step, repair
from qcompare.text.variants import VARIANTS


@pytest.mark.parametrize(
    ("step", "text", "expected"),
    [
        (glyphs.compatible, "⼯业⽤⽔，⾦融，⾼质量", "工业用水，金融，高质量"),
        (glyphs.compatible, "豈、\uf9dc、\ufa19", "豈、隆、神"),
        # numbers of headings, units and signs stay as found
        (glyphs.compatible, "①㈠⑴⒈❶㎡℃％（一）ﬁ", "①㈠⑴⒈❶㎡℃％（一）ﬁ"),
        # the radicals of the supplement, those that are a part of a character too
        (
            glyphs.variants,
            "⻋间、⻓江、⺠生、⻔户、⻛险、⻝品、⻬全、⻳",
            "车间、长江、民生、门户、风险、食品、齐全、龟",
        ),
        (glyphs.variants, "⺅⺡⻖⻫⻲", "亻氵阝齐龟"),
        # Hong Kong, older and Japanese forms that OpenCC leaves
        (glyphs.variants, "衞生、教硏、囯家、囘收、汚染、淸洁", "卫生、教研、国家、回收、污染、清洁"),
        (glyphs.variants, "経済発展、対応、効率、気候、処分", "经济发展、对应、效率、气候、处分"),
        (glyphs.variants, "牠们、妳好、菓品、砲台、塲地", "它们、你好、果品、炮台、场地"),
        # what stands for another only beside some characters
        (glyphs.variants, "丙烯醯胺、乙醯化、苯甲醯氯，醯酱", "丙烯酰胺、乙酰化、苯甲酰氯，醯酱"),
        (glyphs.variants, "电话：0755一1234567、010一12345678转", "电话：0755—1234567、010—12345678转"),
        (
            glyphs.variants,
            "1010一12345678，010一123，010一123456789，一012",
            "1010一12345678，010一123，010一123456789，一012",
        ),
        # names and characters of the mainland's standard
        (
            glyphs.variants,
            "甯、堃、喆、淼、犇、昇、邨、祕、乾、於、粤、囍",
            "甯、堃、喆、淼、犇、昇、邨、祕、乾、於、粤、囍",
        ),
    ],
)
def test_a_glyph_becomes_the_character_it_stands_for(step: Step, text: str, expected: str) -> None:
    assert repair(text, [step]).text == expected


def test_neighbouring_variants_are_one_repair() -> None:
    assert repair("気候変动", [glyphs.variants]).repairs == (
        Repair("variant", "気", "气", 0),
        Repair("variant", "変", "变", 2),
    )


def test_every_radical_stands_for_an_ideograph() -> None:
    radicals = "".join(
        chr(c) for first, last in ((0x2E81, 0x2E99), (0x2E9B, 0x2EF3)) for c in range(first, last + 1)
    )
    forms = repair(radicals, [glyphs.variants]).text
    assert len(forms) == len(radicals)
    assert [c for c in forms if not ("\u3400" <= c <= "\u9fff" or "\U00020000" <= c <= "\U0002ebef")] == []


def test_every_compatible_form_is_one_character() -> None:
    forms = "".join(
        chr(c)
        for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
        for c in range(first, last + 1)
    )
    cleaned = repair(forms, [glyphs.compatible]).text
    assert len(cleaned) == len(forms)
    assert not set(cleaned) & set(VARIANTS)


def test_no_variant_is_an_ordinary_character_and_none_leads_to_another() -> None:
    gb2312 = {c for c in VARIANTS if c.encode("gb2312", "ignore")}
    assert gb2312 == set()
    assert not set(VARIANTS) & set(VARIANTS.values())


@given(st.text())
def test_glyphs_keep_the_length(text: str) -> None:
    for step in (glyphs.compatible, glyphs.variants):
        assert len(repair(text, [step]).text) == len(text)
