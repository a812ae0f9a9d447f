"""Script: characters are converted one to one, words are left alone, names in simplified text too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Repair
from qcompare.text import script
from qcompare.text.edits import repair
from qcompare.text.script import is_traditional, mainland, simplify
from tests import damage_characters as characters


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("推動經濟發展品質變革", "推动经济发展品质变革"),
        ("頭髮與發展，乾燥與乾隆，皇后與以後", "头发与发展，干燥与乾隆，皇后与以后"),
        ("建立、整合、文件、執行", "建立、整合、文件、执行"),
        ("提升质量，2025年GDP增长5.5%。", "提升质量，2025年GDP增长5.5%。"),
        ("", ""),
    ],
)
def test_simplify(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@given(st.text())
def test_the_length_is_kept(text: str) -> None:
    assert len(simplify(text)) == len(mainland(text)) == len(text)


class _Phrases:
    """A converter that breaks the promise of one character for one."""

    def convert(self, text: str) -> str:
        return text.replace("計程車", "出租汽车").replace("計", "计").replace("車", "车").replace("程", "")


def test_a_converter_that_changes_lengths_is_asked_character_by_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(script, "_converter", _Phrases)
    script._one.cache_clear()
    assert simplify("計車") == "计车"
    assert simplify("計程車") == "计程车"
    script._one.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("質量強國與國務院關於標準化的決定", "质量强国与国务院关于标准化的决定"),
        ("産業 爲 説 羣衆 曆史 裏 綫", "产业 为 说 群众 历史 里 线"),  # older and variant forms
        ("表麵 編製 標誌 鹹陽 公裡 慾望 佔地", "表面 编制 标志 咸阳 公里 欲望 占地"),  # more than once
        ("建立、整合、文件、显著、核心、蚌埠、乾隆", "建立、整合、文件、显著、核心、蚌埠、乾隆"),
        ("品質、資訊、網際網路", "品质、资讯、网际网路"),  # words are not its business
        # what OpenCC leaves to the mainland's spelling, in a traditional text
        ("為瞭實現目標，恢覆發展，憑藉優勢", "为了实现目标，恢复发展，凭借优势"),
        ("隨著經濟發展，圍繞著重點，成效顯著", "随着经济发展，围绕着重点，成效显著"),
        ("現像、對像、氣像、形像、想像與圖像、影像", "现象、对象、气象、形象、想象与图像、影像"),
        ("開設帳戶，記帳；甚麼；成份與部份；產業鍊", "开设账户，记账；什么；成分与部分；产业链"),
        ("覆蓋全國，顛覆；瞭望臺；慰藉；著作權；座談會", "覆盖全国，颠覆；瞭望台；慰藉；著作权；座谈会"),
        ("提昇質量，乾部與幹部，關於發展，夥伴關係", "提升质量，干部与干部，关于发展，伙伴关系"),
        # in a simplified one they are names, and words
        ("陕西乾县、昇腾生态、於潜镇、濛溪河、魏徵", "陕西乾县、昇腾生态、於潜镇、濛溪河、魏徵"),
        ("打坏了，一目瞭然，慰藉，覆盖，出差一周", "打坏了，一目瞭然，慰藉，覆盖，出差一周"),
        # traditional characters in it are not
        ("这是說明，国家標准", "这是说明，国家标准"),
    ],
)
def test_script(text: str, expected: str) -> None:
    assert repair(text, [script.script]).text == expected


def test_names_stay_in_the_simplified_lines_of_a_mixed_page() -> None:
    simple = "信息产业的发展和应用得到企业广泛认可，推动昇腾计算产业加快发展。" * 5
    text = f"關於開展質量提升行動的實施意見，提昇質量水準。\n{simple}"
    expected = f"关于开展质量提升行动的实施意见，提升质量水准。\n{simple}"
    assert repair(text + simple * 4, [script.script]).text == expected + simple * 4


def test_a_run_of_changed_characters_is_one_script_repair() -> None:
    assert repair("質量強國", [script.script]).repairs == (
        Repair("script", "質", "质", 0),
        Repair("script", "強國", "强国", 2),
    )


_MARKED = "力 眼 手 重 落 陆 实 想"
_MARKING = "沿 本 随 朝 向 接 围 围绕 意味 有 带 面临 存在 跟 看 靠 怀 凭 抱 附 胶 标志"
_KEEPING = "显 卓 昭 名 原 专 巨 论 编 译 遗 土 合 见微知"
_KEPT = "作 名 称 录 述 者"


@pytest.mark.parametrize(
    "text",
    [*(f"著{c}" for c in _MARKED.split()), *(f"{w}著，" for w in _MARKING.split()), "成效显著，著力"],
)
def test_an_aspect_is_written_as_on_the_mainland(text: str) -> None:
    start, _, end = text.rpartition("著")
    assert repair(text, [script.aspect]).text == f"{start}着{end}"


@pytest.mark.parametrize(
    "text",
    [
        *(f"{before}著{after}" for before in _KEEPING.split() for after in _MARKED.split()),
        *(f"{before}著{after}" for before in _MARKING.split() for after in _KEPT.split()),
        "著有",
    ],
)
def test_what_is_plain_to_see_or_written_by_someone_keeps_its_character(text: str) -> None:
    assert repair(text, [script.aspect]).text == text


# --- the way there and back ------------------------------------------------------------------------

_TEXT = (
    "为贯彻落实党中央、国务院关于开展质量提升行动的决策部署，着力推动经济发展质量变革，制定本方案。"
    "到2025年，制造业产品质量合格率达到95%以上，农产品抽检总体合格率稳定在98%以上；"
    "构筑质量强市发展新格局，加强生产过程控制，采用先进标准，注重计量、认证和检验检测；"
    "弘扬工匠精神，征集群众意见，复制推广试点经验，完善公共服务体系，占地面积、周边环境、松树和谷物。"
)


@pytest.mark.parametrize("scheme", ["s2t", "s2tw", "s2hk"])
def test_what_a_converter_made_traditional_comes_back_as_it_was(scheme: str) -> None:
    traditional = characters.converted(scheme, _TEXT)
    assert traditional != _TEXT
    assert is_traditional(traditional, mainland(traditional))
    assert mainland(traditional) == _TEXT
    assert not is_traditional(_TEXT, mainland(_TEXT))


def test_what_was_converted_too_much_comes_back_as_it_was() -> None:
    overdone = characters.spelt(characters.converted("s2t", _TEXT), characters.OVERDONE)
    assert mainland(overdone) == mainland(mainland(overdone)) == _TEXT
