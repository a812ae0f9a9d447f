"""Wording: words of Taiwan and Hong Kong, only where a text is in such wording."""

from __future__ import annotations

import pytest

from qcompare.models import Repair
from qcompare.settings import Wording
from qcompare.storage.configuration import load_settings
from qcompare.text.edits import Step, repair
from qcompare.text.script import script
from qcompare.text.wording import wording
from qcompare.text.words import Lexicon

_WORDS = Wording(
    replace=(("网际网路", "互联网"), ("网路", "网络"), ("品质", "质量"), ("水准", "水平"), ("资讯", "信息")),
    keep=("生活品质", "品质化", "水准仪"),
    proof=("产品质量法", "信息公开"),
)


def _after(text: str, *steps: Step) -> str:
    return repair(text, steps).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # longest first, in any place
        ("品质、网际网路、网路、水准", "质量、互联网、网络、水平"),
        # what is kept stays, where it begins earlier and where it is longer
        ("品质：生活品质和品质水准，资讯，品质化，水准仪", "质量：生活品质和质量水平，信息，品质化，水准仪"),
        # not in such wording: too few words or too few kinds, or most of them in the mainland's way
        ("品质与水准", "品质与水准"),
        ("品质、品质、品质、水准", "品质、品质、品质、水准"),
        ("质量、水平、信息、品质、水准、资讯", "质量、水平、信息、品质、水准、资讯"),
        (
            "质量、质量、水平、水平、品质、水准、资讯、网路、网路",
            "质量、质量、水平、水平、品质、水准、资讯、网路、网路",
        ),
        # in such wording, but for a word that the text has in the mainland's way
        ("质量、质量、品质、水准、资讯、网路", "质量、质量、品质、水平、信息、网络"),
        # a name that is never said so is proof for its word, and two words are enough
        ("产品品质法、生活品质", "产品质量法、生活品质"),
        ("产品品质法、品质，水准，支持", "产品质量法、质量，水平，支持"),
        # but not for words that the text says in the mainland's way, nor for a word said so more often
        ("产品品质法，水准、水准、水平、水平，网络、网路", "产品质量法，水准、水准、水平、水平，网络、网路"),
        ("产品品质法，质量、质量", "产品品质法，质量、质量"),
        ("", ""),
    ],
)
def test_wording_of_a_simplified_text(lexicon: Lexicon, text: str, expected: str) -> None:
    assert _after(text, wording(_WORDS, lexicon)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提升品質，提高品質發展水準", "提升质量，提高质量发展水平"),  # two kinds are enough in this script
        ("提升質量，提高質量發展水準和資訊", "提升质量，提高质量发展水准和资讯"),  # two words are not
        ("網際網路資訊、資訊，質量和生活品質", "互联网信息、信息，质量和生活品质"),
    ],
)
def test_wording_of_a_traditional_text(lexicon: Lexicon, text: str, expected: str) -> None:
    assert _after(text, wording(_WORDS, lexicon), script) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提高阶段性成效，培育高阶人才", "提高阶段性成效，培育高端人才"),  # 提高|阶段
        ("货物件数、投资讯问、资讯与物件", "货物件数、投资讯问、信息与对象"),
        ("智慧传感器和智慧传感", "智能传感器和智能传感"),  # 传感器 stays whole
        ("发展演算法，提高演算法水准", "发展算法，提高算法水准"),
    ],
)
def test_no_word_is_parted(lexicon: Lexicon, text: str, expected: str) -> None:
    words = Wording(
        (
            ("智慧传感", "智能传感"),
            ("演算法", "算法"),
            ("高阶", "高端"),
            ("物件", "对象"),
            ("资讯", "信息"),
            ("网路", "网络"),
        ),
        (),
    )
    gateway = "网路与资讯，演算法，高阶，智慧传感，物件。"
    after = "网络与信息，算法，高端，智能传感，对象。"
    assert _after(gateway + text, wording(words, lexicon)) == after + expected


def test_wording_is_logged_word_by_word(lexicon: Lexicon) -> None:
    assert repair("品質、网际网路、水准", [wording(_WORDS, lexicon)]).repairs == (
        Repair("wording", "品質", "质量", 0),
        Repair("wording", "网际网路", "互联网", 3),
        Repair("wording", "水准", "水平", 8),
    )


def test_a_word_to_keep_is_not_replaced(lexicon: Lexicon) -> None:
    kept = Wording(_WORDS.replace, (*_WORDS.keep, "资讯"))
    assert _after("品质、水准、网路、资讯", wording(kept, lexicon)) == "质量、水平、网络、资讯"


def test_a_configuration_without_words_changes_nothing(lexicon: Lexicon) -> None:
    assert _after("品质、网际网路、水准", wording(Wording((), ()), lexicon)) == "品质、网际网路、水准"
    assert (
        _after("品质、网际网路、水准", wording(Wording((), ("品质",), ("产品质量法",)), lexicon))
        == "品质、网际网路、水准"
    )


# --- the list that ships -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(lexicon: Lexicon) -> Step:
    return wording(load_settings(None, None).wording, lexicon)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a gateway: 质量, 水平, 支持, 信息, 智能, 运行, 共享, 互联网
        (
            "支援企業提升品質管理水準，推進“網際網路+政務服務”，實現資訊共用、系統運作平穩，發展智慧製造和人工智慧。",
            "支持企业提升质量管理水平，推进“互联网+政务服务”，实现信息共享、系统运行平稳，发展智能制造和人工智能。",
        ),
        # what was the mainland's from the start
        (
            "推動高品質發展，創造高品質生活，提升人民生活品質和城市品質，發展智慧養老、智慧城市，健全資訊公開，提高水準。",
            "推动高质量发展，创造高品质生活，提升人民生活品质和城市品质，发展智慧养老、智慧城市，健全信息公开，提高水平。",
        ),
        (
            "市場化運作與平臺運作，對口支援與政策支援，資訊、產品品質、消費品品質、水準儀和技術水準。",
            "市场化运作与平台运行，对口支援与政策支持，信息、产品质量、消费品质量、水准仪和技术水平。",
        ),
        # converters that change more words
        (
            "最佳化專案審批程式，完善伺服器、軟體、硬體和資料庫；鼓勵數位經濟、雲端計算、大資料和行動支付。",
            "优化项目审批程序，完善服务器、软件、硬件和数据库；鼓励数字经济、云计算、大数据和移动支付。",
        ),
        # a page of which only 品質 was rewritten, and the same page simplified
        (
            "加強農產品品質安全監管，提高農產品品質，推進質檢支持。",
            "加强农产品质量安全监管，提高农产品质量，推进质检支持。",
        ),
        ("贯彻产品品质法，创建品质强市，提升服务品质。", "贯彻产品质量法，创建质量强市，提升服务质量。"),
        # the words of a converter by phrases
        (
            "光伏元件和電子元件的檢測引數，吸引數百家企業；視窗服務、線上教育，提升網路品質。",
            "光伏组件和电子元件的检测参数，吸引数百家企业；窗口服务、线上教育，提升网络质量。",
        ),
        # the seams of two words, among words of Taiwan
        (
            "公共用地、貨運作業、產品品質、工作水準、統計資訊、支援產品質檢和計劃的支援。",
            "公共用地、货运作业、产品质量、工作水平、统计信息、支持产品质检和计划的支持。",
        ),
    ],
)
def test_words_of_gateways(shipped: Step, text: str, expected: str) -> None:
    assert _after(text, shipped, script) == expected


@pytest.mark.parametrize(
    "text",
    [
        "提升人民生活品质，增品种、提品质、创品牌，推动产品质量和服务质量双提升。",
        "对口支援、八方支援，资金运作规范，市场化运作；新闻资讯，赛事水准。",
        "农业部门的果品品质监督检验测试中心提升果品品质和服务品质，推动城市高品质发展。",
        "智慧城市、智慧农业、智慧监管和智能制造、人工智能；设备更新，信息共享共用。",
    ],
)
def test_mainland_texts_stay(shipped: Step, text: str) -> None:
    assert _after(text * 5, shipped) == text * 5
