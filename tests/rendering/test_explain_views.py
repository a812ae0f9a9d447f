from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from qcompare.coding.lexical import FACTORS
from qcompare.explanations import Candidate, Contribution, Lead, PairExplained, TopicExplained
from qcompare.models import ByHand, Lang
from qcompare.rendering import csvout, markdown
from qcompare.rendering.document import Document, Paragraph, Table
from qcompare.rendering.messages import CATALOGUE
from qcompare.rendering.records.explain import pair_json, topic_json
from qcompare.rendering.schemas import load_schema
from qcompare.rendering.sheets.explain import pair_sheet, topic_sheet
from qcompare.rendering.views import explain as topic_view
from qcompare.rendering.views import explain_pair as pair_view
from tests.rendering.explanations import (
    BY_HAND,
    CQO,
    FURNITURE,
    HAND_PAIR,
    NOTHING,
    PAIR,
    PAIRS,
    SECTION,
    SILENT,
    TOPIC,
    TOPICS,
)
from tests.rendering.reading import paragraphs, printed, rows, texts
from tests.rendering.towns import TAXONOMY

Golden = Callable[[str, str], None]
LANGS: tuple[Lang, ...] = ("en", "zh")
HOW = ("How the score adds up", "得分的构成")


def shown(value: TopicExplained | PairExplained, lang: Lang, width: int = 80) -> Document:
    if isinstance(value, PairExplained):
        return pair_view.document(value, TAXONOMY, lang, width=width)
    return topic_view.document(value, TAXONOMY, lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize(("name", "value"), [("topic", TOPIC), ("pair", PAIR)])
def test_the_whole_view(
    name: str, value: TopicExplained | PairExplained, width: int, lang: Lang, golden: Golden
) -> None:
    golden(f"explain-{name}-{lang}-{width}.txt", printed(shown(value, lang, width), width))


@pytest.mark.parametrize(("name", "value"), [("topic", SECTION), ("pair", PAIR)])
def test_as_markdown(name: str, value: TopicExplained | PairExplained, golden: Golden) -> None:
    golden(f"explain-{name}-en.md", markdown.render(shown(value, "en")))


# --- what is printed adds up --------------------------------------------------------------------


def test_weights_add_up_as_printed() -> None:
    table = rows(shown(TOPIC, "en"), "What speaks for: Quality management")
    assert [row[-1] for row in table] == ["3.61", "1.32", "0.40", "5.33"]


def test_the_score_follows_from_what_is_printed() -> None:
    """With two places, a lead of 1.17 - 0.32 would score 0.60 and not 0.61: a third one settles it."""
    own, water = Contribution("heading", "质量管理", 1.1749), Contribution("heading", "水", 0.3213)
    close = replace(
        TOPIC,
        chosen=Candidate("foundations.management", 1.1749, 0.6051, (own,)),
        rivals=(Candidate("environment.water", 0.3213, 0.1655, (water,), "unsaid"),),
        lead=Lead(best=1.1749, rival=0.3213),
    )
    lead, formula = [text for text in paragraphs(shown(close, "en")) if text.startswith(("Lead", "Score"))]
    assert lead.startswith("Lead 0.854 = (1.175 - 0.321) + (0.000 - 0.000) / 2: ")
    assert formula.startswith("Score 0.61 = 1 / (1 + e^(-lead / 2))")
    assert rows(shown(close, "en"), "What speaks for: Quality management")[-1][-1] == "1.175"


def test_own_words_are_those_of_the_rows_as_printed() -> None:
    """Twice 1.333 alone would be 2.67, but what the sum leaves over goes to the neighbour."""
    words = tuple(Contribution(part, "词", 1.333) for part in ("term", "several"))
    chosen = Candidate("foundations.management", 3.07, 0.9004, (*words, Contribution("neighbour", "", 0.404)))
    alone = replace(TOPIC, chosen=chosen, rivals=(), lead=Lead(best=3.07, own=2.666))
    table = rows(shown(alone, "en"), "What speaks for: Quality management")
    (lead,) = [text for text in paragraphs(shown(alone, "en")) if text.startswith("Lead")]
    assert [row[-1] for row in table] == ["1.33", "1.33", "0.41", "3.07"]
    assert lead.startswith("Lead 4.40 = (3.07 - 0.00) + (2.66 - 0.00) / 2: ")


def test_shares_add_up_to_the_score_of_the_table() -> None:
    table = rows(shown(PAIR, "en"), "How the score adds up")
    assert [row[2:4] for row in table] == [
        ["0.14", "0.14"],
        ["0.10", "0.24"],
        ["0.26", "0.50"],
        ["0.16", "0.66"],
        ["0.01", "0.67"],
        ["", "0.67"],
    ]


def test_each_bar_begins_where_the_one_above_ends() -> None:
    table = rows(shown(PAIR, "en"), "How the score adds up")
    assert [row[4] for row in table] == [
        "██",
        "░░█▌",
        "░░░░████",
        "░░░░░░░░██▌",
        "░░░░░░░░░░░▌",
        "██████████▌",
    ]


def test_the_limit_is_for_runners_up() -> None:
    document = topic_view.document(TOPIC, TAXONOMY, "en", limit=1)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["", "", "Quality culture: 0.37; 2.96 less speaks for it"]
    assert "1 of 3 shown" in paragraphs(document)


# --- what is not as usual -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            SILENT,
            "Nothing speaks for any topic, neither the words nor the surroundings: coded Context,"
            " and unsure.",
        ),
        (
            FURNITURE,
            "Page furniture: part of the web page and not of the document; it is not coded, and is left out"
            " of every comparison.",
        ),
        (
            NOTHING,
            "No telling word and no measure stands in both, so one topic or pillar has nothing to raise."
            " The one is about: Quality management; the other about: Quality management.",
        ),
        (HAND_PAIR, "Made a counterpart by hand (AB)."),
        (
            HAND_PAIR,
            "The program's own score is 0.00: neither counterpart nor related (counterpart from 0.50, related"
            " from 0.42).",
        ),
        (NOTHING, "Score 0.00: neither counterpart nor related (counterpart from 0.50, related from 0.42)."),
        (PAIR, "digest: written summary, not to be quoted (xiling-2020)"),
    ],
)
def test_it_is_said(value: TopicExplained | PairExplained, said: str) -> None:
    assert said in paragraphs(shown(value, "en"))


def test_a_pair_taken_away_by_hand_is_told_beside_what_its_score_makes_of_it() -> None:
    parted = replace(PAIR, level="neither", by_hand=ByHand("mk", "试"))
    said = paragraphs(shown(parted, "zh"))
    assert said[3:5] == [
        "人工排除（mk；试）。",
        "程序自身的得分为 0.67：对应（0.50 起为对应、0.42 起为相关）。",
    ]


def test_a_code_set_by_hand_is_told_beside_the_programs_own() -> None:
    facts = next(block for block in shown(BY_HAND, "en").blocks if isinstance(block, Table))
    assert [tuple(cell.text for cell in row) for row in facts.rows[1:]] == [
        ("Pillar / topic", "Quality governance / Quality culture"),
        ("Score", "1.00 ✎"),
        ("Measures", "Chief quality officer\nQuality month (0.40)"),
        (
            "Set by hand",
            "AB; 以质量月为主\n"
            "By itself the program says: Quality management, 0.84; that is what is explained below.",
        ),
    ]


def test_a_part_without_a_name_shows_under_its_own() -> None:
    strange = replace(PAIR, contributions=(Contribution("clause", "某词", PAIR.score),))
    (row, _) = rows(shown(strange, "zh"), "得分的构成")
    assert row[:4] == ["clause", "某词", "0.67", "0.67"]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "2 further: 词1, 词2"),
        (12, "12 further: " + ", ".join(f"词{n}" for n in range(1, 13))),
        (14, "14 further, among them: " + ", ".join(f"词{n}" for n in range(1, 13))),
    ],
)
def test_words_that_are_one_addend_are_counted_and_the_first_named(count: int, said: str) -> None:
    words = "、".join(f"词{n}" for n in range(1, count + 1))
    listed = replace(PAIR, contributions=(Contribution("words", words, PAIR.score),))
    assert rows(shown(listed, "en"), "How the score adds up")[0][1] == said


def test_no_row_of_nothing() -> None:
    """What is too little to print stands with what comes before it, the first with the next."""
    weights = {"甲": 0.001, "乙": 0.5, "丙": 0.002, "丁": 0.003}
    words = tuple(Contribution("words", word, weight) for word, weight in weights.items())
    tail = (Contribution("measures", CQO, 0.16), Contribution("pillar", "foundations", 0.0))
    table = rows(shown(replace(PAIR, contributions=(*words, *tail)), "en"), "How the score adds up")
    assert [row[:4] for row in table] == [
        ["words in common", "甲, 乙, 丙", "0.50", "0.50"],
        ["words in common", "丁", "0.01", "0.51"],
        [
            "measures in common, pillar in common",
            "Chief quality officer, Quality foundations",
            "0.16",
            "0.67",
        ],
        ["Score", "", "", "0.67"],
    ]


def test_a_reference_within_a_section_is_told_without_it() -> None:
    refs = tuple(f"二(一) ¶{n}" for n in range(1, 6))
    section = replace(PAIR, contributions=(Contribution("words", "首席", 0.6666, refs, ("三", "三 ¶1")),))
    at = replace(section, a=replace(PAIR.a, ref="二(一)"), b=replace(PAIR.b, ref="三"))
    assert [rows(shown(at, lang), heading)[0][1] for lang, heading in zip(LANGS, HOW, strict=True)] == [
        "首席 (¶1, ¶2, ¶3, +2 more × title, ¶1)",
        "首席（¶1、¶2、¶3等，另有 2 处 × 标题、¶1）",
    ]


# --- languages, JSON, CSV -----------------------------------------------------------------------

QUOTED = repr((TOPICS, PAIRS, TAXONOMY))
LATIN = re.compile(r"[\w-]+-20\d\d|\b[us]\d+\b|\bAB\b")


@pytest.mark.parametrize("value", [*TOPICS, *PAIRS], ids=repr)
def test_all_words_are_of_the_language(value: TopicExplained | PairExplained) -> None:
    chinese = re.compile("[\u3400-\u9fff]+")
    english = [run for text in texts(shown(value, "en")) for run in chinese.findall(text)]
    assert [run for run in english if run not in QUOTED] == []
    said = [LATIN.sub("", text) for text in texts(shown(value, "zh"))]
    assert [text for text in said if re.search("[A-Za-z]{2,}", text)] == []


def test_every_part_that_is_named_is_one_that_the_program_knows() -> None:
    named = {key.rpartition(".")[2] for key in CATALOGUE if key.startswith("explain.part.")}
    topic = {"term", "measure", "heading", "opener", "neighbour", "form", "position", "rule", "units"}
    assert named >= topic | {"words", "measures", "topic", "pillar", "leaning", "hand"}


BARE = {"factors": [], "because": ""}


def test_json_has_what_the_view_has() -> None:
    document = topic_json(TOPIC, TAXONOMY)
    assert {key: value for key, value in document.items() if key != "passages"} == {
        "schema": "qcompare/explain/1",
        "explains": "topic",
        "topic": {
            "topic": "foundations.management",
            "pillar": "foundations",
            "label_zh": "质量管理",
            "label_en": "Quality management",
            "score": 0.8367,
            "unsure": False,
            "weight": 5.3333,
            "rival_weight": 2.3713,
            "own_weight": 3.6111,
            "own_rival_weight": 3.0,
            "lead": 3.26755,
            "unsure_score": 0.7,
            "factors": dict(FACTORS),
            "unheard": [],
            "contributions": [
                {
                    "part": "measure",
                    "term": "首席质量官",
                    "weight": 3.6111,
                    "refs": [],
                    "factors": [2.5794, 1.4, 1.0],
                    "because": "",
                },
                {"part": "heading", "term": "质量管理", "weight": 1.3222, "refs": ["二(一)"], **BARE},
                {"part": "neighbour", "term": "", "weight": 0.4, "refs": ["二(一) ¶1"], **BARE},
            ],
            "rivals": [
                {
                    "topic": "governance.culture",
                    "pillar": "governance",
                    "label_zh": "质量文化与宣传",
                    "label_en": "Quality culture",
                    "score": 0.372,
                    "weight": 2.3713,
                    "lost": "less",
                    "contributions": [
                        {"part": "measure", "term": "质量月", "weight": 1.8713, "refs": [], **BARE},
                        {"part": "opener", "term": "质量月", "weight": 0.5, "refs": ["二(一) ¶1"], **BARE},
                    ],
                },
                {
                    "topic": "environment.water",
                    "pillar": "environment",
                    "label_zh": "水",
                    "label_en": "Water",
                    "score": 0.1569,
                    "weight": 1.0,
                    "lost": "unsaid",
                    "contributions": [
                        {"part": "heading", "term": "水", "weight": 1.0, "refs": ["二"], **BARE}
                    ],
                },
                {
                    "topic": "governance.supervision",
                    "pillar": "governance",
                    "label_zh": "质量监管",
                    "label_en": "Supervision",
                    "score": 0.0,
                    "weight": -1.0,
                    "lost": "nothing",
                    "contributions": [
                        {"part": "term", "term": "监管", "weight": 3.0, "refs": [], **BARE},
                        {
                            "part": "rule",
                            "term": "自我监管",
                            "weight": -4.0,
                            "refs": [],
                            **BARE,
                            "because": "并非监管",
                        },
                    ],
                },
            ],
        },
    }


def test_the_passage_in_json() -> None:
    assert topic_json(BY_HAND, TAXONOMY)["passages"] == [
        {
            "plan": "dongjiang-2019",
            "digest": False,
            "kind": "unit",
            "id": "u008",
            "ref": "二(一) ¶2",
            "text": "推行首席质量官制度,办好质量月。",
            "above": [
                {"id": "s001", "ref": "二", "title": "质量基础"},
                {"id": "s004", "ref": "二(一)", "title": "强化质量管理"},
            ],
            "topic": "governance.culture",
            "pillar": "governance",
            "label_zh": "质量文化与宣传",
            "label_en": "Quality culture",
            "score": 1.0,
            "unsure": False,
            "measures": [
                {
                    "id": "foundations.management.cqo",
                    "label_zh": "首席质量官",
                    "label_en": "Chief quality officer",
                    "score": 1.0,
                },
                {
                    "id": "governance.culture.month",
                    "label_zh": "质量月",
                    "label_en": "Quality month",
                    "score": 0.4,
                },
            ],
            "by_hand": {"coder": "AB", "note": "以质量月为主"},
        }
    ]


PLACED = replace(
    PAIR,
    contributions=(
        PAIR.contributions[0],
        replace(PAIR.contributions[1], refs=("二(一) ¶2",), refs_b=("三", "三 ¶1")),
    ),
)


def test_the_pair_in_json() -> None:
    assert pair_json(PLACED, TAXONOMY)["pair"] == {
        "score": 0.6666,
        "own_score": 0.6666,
        "level": "counterpart",
        "limits": {"counterpart": 0.5, "related": 0.42},
        "nothing": None,
        "by_hand": None,
        "contributions": [
            {"part": "words", "term": "首席", "weight": 0.1444, "sum": 0.1444, "refs": [[], []]},
            {
                "part": "words",
                "term": "推行、制度",
                "weight": 0.1044,
                "sum": 0.2488,
                "refs": [["二(一) ¶2"], ["三", "三 ¶1"]],
            },
        ],
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("score", 1.2),
        ("own_score", None),
        ("level", "near"),
        ("limits", {"related": 0.4}),
        ("limits", {"counterpart": 0.5, "neither": 0.1}),
        ("nothing", "words"),
        ("by_hand", {"note": ""}),
        ("contributions", [{"part": "words", "term": "", "weight": 1.0}]),
    ],
)
def test_the_schema_finds_a_wrong_pair(key: str, value: object) -> None:
    document = pair_json(PAIR, TAXONOMY)
    pair = document["pair"]
    assert isinstance(pair, dict)
    valid = Draft202012Validator(load_schema("explain")).is_valid
    assert valid(document)
    assert not valid({**document, "pair": {**pair, key: value}})
    assert not valid({**document, "pair": {each: pair[each] for each in pair if each != key}})


def test_a_row_for_each_contribution() -> None:
    assert csvout.render(*topic_sheet(TOPIC)).splitlines() == [
        "\ufeffplan,id,ref,topic,topic_score,chosen,part,words,where,how,weight",
        "dongjiang-2019,u008,二(一) ¶2,foundations.management,0.8367,true,measure,首席质量官,,"
        "2.5794 × 1.4 × 1.0,3.6111",
        "dongjiang-2019,u008,二(一) ¶2,foundations.management,0.8367,true,heading,质量管理,二(一),,1.3222",
        "dongjiang-2019,u008,二(一) ¶2,foundations.management,0.8367,true,neighbour,,二(一) ¶1,,0.4",
        "dongjiang-2019,u008,二(一) ¶2,governance.culture,0.372,false,measure,质量月,,,1.8713",
        "dongjiang-2019,u008,二(一) ¶2,governance.culture,0.372,false,opener,质量月,二(一) ¶1,,0.5",
        "dongjiang-2019,u008,二(一) ¶2,environment.water,0.1569,false,heading,水,二,,1.0",
        "dongjiang-2019,u008,二(一) ¶2,governance.supervision,0.0,false,term,监管,,,3.0",
        "dongjiang-2019,u008,二(一) ¶2,governance.supervision,0.0,false,rule,自我监管,,,-4.0",
    ]
    about = "dongjiang-2019,u008,二(一) ¶2,xiling-2020,u003,三 ¶1,0.6666,counterpart"
    assert csvout.render(*pair_sheet(PLACED)).splitlines() == [
        "\ufeffplan_a,id_a,ref_a,plan_b,id_b,ref_b,score,level,part,words,where_a,where_b,weight,sum",
        f"{about},words,首席,,,0.1444,0.1444",
        f"{about},words,推行、制度,二(一) ¶2,三、三 ¶1,0.1044,0.2488",
    ]


def test_a_warning_stands_before_all_else() -> None:
    first = next(block for block in shown(SECTION, "en").blocks if isinstance(block, Paragraph))
    assert (first.text, first.tone) == ("digest: written summary, not to be quoted (xiling-2020)", "warn")
