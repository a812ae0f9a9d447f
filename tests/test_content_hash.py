from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.overrides import bare, content_hash, signed


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("推行 首席\u3000质量官。\n", "推行首席质量官。"),
        ("\u00a0到\t2022 年\u2003", "到2022年"),
        ("", ""),
    ],
)
def test_a_hash_is_of_the_text_without_white_space(text: str, stripped: str) -> None:
    assert bare(text) == stripped
    assert content_hash(text) == "h" + hashlib.sha256(stripped.encode()).hexdigest()[:12]


def test_a_hash_stays_what_it_is() -> None:
    """People keep hashes in their files."""
    assert content_hash("推行首席质量官制度。") == "h2ced58009937"


@pytest.mark.parametrize("name", ["268909401232", "0774279e5165", "2ced58009937", "000000000000"])
def test_no_spreadsheet_takes_a_hash_for_a_number(name: str) -> None:
    assert signed(name) == signed(signed(name)) == f"h{name}"
    with pytest.raises(ValueError, match="could not convert"):
        float(signed(name))


@given(st.lists(st.text(max_size=5), max_size=6))
def test_layout_does_not_change_a_hash(parts: list[str]) -> None:
    assert (
        content_hash(" ".join(parts)) == content_hash("\n\u3000".join(parts)) == content_hash("".join(parts))
    )
