"""Layout damage is undone: on generated texts to the character, on the real files within the agreed error."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcompare.models import CleanText, Span
from qcompare.text.edits import repair
from qcompare.text.layout.step import layout
from qcompare.text.words import Lexicon
from tests import damage_layout as damage

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_FILES = sorted([*_SHARED.glob("plans/*.txt"), *_SHARED.glob("wider/*.txt")])

_SENTENCES = (
    "加强计量、标准、认证认可和检验检测体系建设，为企业提供技术服务。",
    "企业法定代表人对质量安全负首要责任，关键岗位人员实行岗位质量规范与考核制度。",
    "到2020年，主要产品质量监督抽查合格率稳定在95%以上，重点工程一次验收合格率达到98.5%。",
    "引导企业采用先进管理方法，广泛开展质量改进、质量攻关和质量管理小组活动。",
    "各区、各部门要把质量工作纳入绩效考核，健全督查机制，形成齐抓共管的工作格局。",
    "对标《中国制造2025》，培育一批具有国际竞争力的先进制造业集群，打造知名品牌。",
    "完善食品药品全程追溯体系，严厉打击制售假冒伪劣商品的违法行为，保护消费者权益。",
    "鼓励社会资本参与检验检测公共服务平台建设，支持中小企业技术改造和设备更新。",
)
_WORDS = re.compile("质量|企业|体系|服务|制度|监督|检验|标准|机制|管理|消费|支持|设备|社会")
_HEADINGS = ("总体要求", "夯实质量基础", "落实企业主体责任", "加强全面质量监管", "保障措施")


@st.composite
def _plans(draw: st.DrawFn) -> str:
    """Plans of five sections, each of a heading and one or two paragraphs of two to four sentences."""
    lines = []
    for number, heading in zip("一二三四五", _HEADINGS, strict=True):
        lines.append(f"{number}、{heading}")
        for _ in range(draw(st.integers(1, 2))):
            picked = draw(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=4, unique=True))
            lines.append("".join(picked))
    return "\n".join(lines)


def _repaired(text: str, lexicon: Lexicon) -> CleanText:
    return repair(text, [layout(lexicon)])


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # no secret


def _bare(text: str) -> str:
    """The lines without outer blanks and blank lines between them."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


_STYLES = ({"indent": "  "}, {"between": "\n\n"}, {"indent": "  ", "between": "\n\n\n", "end": "\n"})


@settings(max_examples=60)
@given(plan=_plans(), width=st.integers(30, 46), style=st.sampled_from(_STYLES))
def test_wrapped_text_is_joined(lexicon: Lexicon, plan: str, width: int, style: dict[str, str]) -> None:
    damaged = damage.wrapped(plan, width, **style)  # type: ignore[arg-type]
    assert _bare(_repaired(damaged, lexicon).text) == plan


@settings(max_examples=30)
@given(plan=_plans(), width=st.integers(35, 46))
def test_the_numbers_of_pages_within_sentences_go(lexicon: Lexicon, plan: str, width: int) -> None:
    paged = damage.numbered_pages(damage.wrapped(plan, width, indent="  "), 7, "— {} —".format)
    left = re.sub(r"(?m)^— ?\d+ ?—\n?", "", _repaired(paged, lexicon).text)  # between paragraphs they stay
    assert _bare(left) == plan


@settings(max_examples=30)
@given(plan=_plans(), seed=st.integers(0, 10**6))
def test_breaks_and_blanks_inside_words_go(lexicon: Lexicon, plan: str, seed: int) -> None:
    for what in ("\n", " "):
        words = [word.span() for word in _WORDS.finditer(plan)]
        places = damage.inside_words(plan, words, 0.05, _random(seed))
        assert _repaired(damage.put_in(plan, what, places), lexicon).text == plan


@given(plan=_plans(), seed=st.integers(0, 10**6))
@settings(max_examples=20)
def test_blanks_round_figures_and_before_marks_go(lexicon: Lexicon, plan: str, seed: int) -> None:
    damaged = damage.spaced_marks(damage.spaced_figures(plan), 0.2, _random(seed))
    assert _repaired(damaged, lexicon).text == plan


@settings(max_examples=100)
@given(text=st.text(alphabet="质量提升行动的，。、：一（）《》“”1290年%—- \n\n\tab", max_size=80))
def test_any_text_is_repaired_once_and_loses_no_sign(lexicon: Lexicon, text: str) -> None:
    repaired = _repaired(text, lexicon)
    pages = re.compile(r"[\s\d/—-]")  # white space, and what numbers of pages consist of
    assert pages.sub("", repaired.text) == pages.sub("", text)
    assert _repaired(repaired.text, lexicon).text == repaired.text
    assert {each.kind for each in repaired.repairs} <= {"layout"}
    sources = [repaired.offsets.source_span(Span(i, i + 1)) for i in range(len(repaired.text))]
    assert sources == sorted(sources)


def test_a_traditional_text_stays_in_its_script(lexicon: Lexicon) -> None:
    assert _repaired("不斷提高產品質\n量和服務水準。", lexicon).text == "不斷提高產品質量和服務水準。"


def test_one_repair_makes_another_possible(lexicon: Lexicon) -> None:
    text = "坚持质量第一，推—1—\n动高质 \n量发展。"
    repaired = _repaired(text, lexicon)
    assert repaired.text == "坚持质量第一，推动高质量发展。"
    assert [(each.before, each.after, each.at) for each in repaired.repairs] == [
        ("—1—", "", 8),
        ("\n", "", 11),
        (" \n", "", 15),
    ]


def test_suspects_lie_in_the_repaired_text(lexicon: Lexicon) -> None:
    repaired = _repaired("提高产品质\n量水平。重点任务-1-加强监管。", lexicon)
    assert [(doubt.text, doubt.span.of(repaired.text)) for doubt in repaired.suspects] == [("-1-", "-1-")]


# --- real files -----------------------------------------------------------------------------------


def _wrong(truth: str, repaired: str) -> int:
    """Paragraph breaks and blanks that are lost or too many; both texts have the same other characters."""
    (characters, *blanks), (others, *found) = _layout(truth), _layout(repaired)
    assert characters == others
    return sum(len(meant ^ got) for meant, got in zip(blanks, found, strict=True))


def _layout(text: str) -> tuple[str, set[int], set[int]]:
    """The characters of a text that are not blank, and behind how many of them lines end and blanks stand."""
    characters: list[str] = []
    ends: set[int] = set()
    blanks: set[int] = set()
    for character in _bare(text):
        if character == "\n":
            ends.add(len(characters))
        elif character.isspace():
            blanks.add(len(characters))
        else:
            characters.append(character)
    return "".join(characters), ends, blanks


_Damage = Callable[[str, Sequence[tuple[int, int]], Random], str]
_DAMAGES: dict[str, _Damage] = {
    "wrapped": lambda text, _, __: damage.wrapped(text, 38),
    "indented": lambda text, _, __: damage.wrapped(text, 40, indent="  "),
    "spaced": lambda text, _, __: damage.wrapped(text, 38, between="\n\n"),
    "typeset": lambda text, _, __: damage.wrapped(
        text, 76, metric="columns", indent="  ", typeset=True, end=" "
    ),
    "bytes": lambda text, _, __: damage.wrapped(text, 80, metric="bytes"),
    "breaks": lambda text, words, random: damage.put_in(
        text, "\n", damage.inside_words(text, words, 0.01, random)
    ),
    "blanks": lambda text, words, random: damage.put_in(
        text, " ", damage.inside_words(text, words, 0.03, random)
    ),
    "sentences": lambda text, _, random: damage.put_in(
        text, " ", damage.inside_sentences(text, 0.03, random)
    ),
    "figures": lambda text, _, __: damage.spaced_figures(text),
    "marks": lambda text, _, random: damage.spaced_marks(text, 0.1, random),
}


@pytest.mark.shared
@pytest.mark.skipif(not _FILES, reason="the real files are not beside the repository")
@pytest.mark.parametrize("name", _DAMAGES)
def test_real_files_are_repaired(name: str, lexicon: Lexicon) -> None:
    shares, size = [], 0
    for path in _FILES:
        truth = _bare(_repaired(_bare(path.read_text(encoding="utf-8")), lexicon).text)
        damaged = _DAMAGES[name](truth, list(lexicon.spans(truth)), _random(7))
        repaired = _repaired(damaged, lexicon).text
        assert _repaired(repaired, lexicon).text == repaired
        shares.append((_wrong(truth, repaired), len(truth)))
        size += len(truth)
    assert sum(wrong for wrong, _ in shares) <= 0.001 * size
    assert max(wrong / length for wrong, length in shares) <= 0.005
