"""Words: the trie answers as jieba's own dictionary does."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.text.words import Lexicon, build_trie

_ROWS = ("质量 80 n", "强 10 a", "市 20 n", "强市 5 n", "质量 30 n", "", "提升 40 v", "质 15 n")
_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return Lexicon.of(build_trie(_ROWS))


@pytest.mark.parametrize(
    ("word", "frequency"), [("质量", 30), ("强市", 5), ("量", 0), ("质量强市", 0), ("", 0)]
)
def test_the_last_row_of_a_word_is_its_frequency(small: Lexicon, word: str, frequency: int) -> None:
    assert small.frequency(word) == frequency


def test_likelihood_is_that_of_the_best_row_of_words(small: Lexicon) -> None:
    total = 80 + 10 + 20 + 5 + 30 + 40 + 15  # of all rows
    assert small.likelihood("质量强市") == pytest.approx(math.log(30 / total) + math.log(5 / total))
    assert small.likelihood("质量云") == pytest.approx(
        math.log(30 / total) + math.log(1 / total)
    )  # unknown: 1
    assert small.likelihood("") == 0


def test_cut_and_spans(small: Lexicon) -> None:
    assert small.cut("提升质量强市,GDP 5%。") == ["提升", "质量", "强市", ",", "GDP", " ", "5", "%", "。"]
    assert list(small.spans("提升质量强市")) == [(0, 2), (2, 4), (4, 6)]
    assert small.cut("") == []


@given(st.text())
def test_joined_words_are_the_text(text: str) -> None:
    lexicon = Lexicon.of(build_trie(_ROWS))
    assert "".join(lexicon.cut(text)) == text
    assert "".join(text[start:end] for start, end in lexicon.spans(text)) == text


def test_a_lexicon_opens_its_file_when_it_is_first_asked(tmp_path: Path) -> None:
    asked: list[str] = []

    def path() -> Path:
        asked.append("once")
        return tmp_path / "words"

    lexicon = Lexicon.open(path)
    assert asked == []
    (tmp_path / "words").write_bytes(build_trie(_ROWS))
    assert (lexicon.frequency("提升"), lexicon.cut("提升质量"), asked) == (40, ["提升", "质量"], ["once"])


def _real_texts() -> Iterator[str]:
    yield "中关村企业首席质量官制度，PM2.5年均浓度下降13%；“最多跑一次”改革，(GDP)增长5.5%。\r\n 㐀𠀀"
    for file in sorted(_SHARED.glob("*/*.txt")):
        yield file.read_text(encoding="utf-8-sig")


def test_words_are_those_of_jieba(lexicon: Lexicon, tmp_path: Path) -> None:
    lexicon.cut("jieba is imported here, without its noise")
    import jieba

    own = jieba.Tokenizer()
    own.tmp_dir = str(tmp_path)
    for text in _real_texts():
        assert lexicon.cut(text) == list(own.cut(text, HMM=False))
    known = re.findall(r"\w+", "质量 质量强 规模化 规巧化 中关村 a b 市")
    assert [lexicon.frequency(word) for word in known] == [own.FREQ.get(word, 0) for word in known]


def test_the_import_of_jieba_waits_is_silent_and_takes_no_pkg_resources() -> None:
    program = (
        "import sys, warnings; warnings.simplefilter('error')\n"
        "from qcompare.text.words import Lexicon, build_trie\n"
        "assert not {'jieba', 'marisa_trie'} & set(sys.modules)\n"
        "lexicon = Lexicon.of(build_trie(['质量 5 n']))\n"
        "assert 'jieba' not in sys.modules\n"
        "print(lexicon.cut('质量'), 'pkg_resources' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("['质量'] False\n", "", 0)
