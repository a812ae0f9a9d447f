"""Byte slips: the damage as it was seen, its repair, and what must be left alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from qcompare.models import CleanText, Repair, Span
from qcompare.text.byteslips import byteslips
from qcompare.text.edits import Edit, Found, repair
from qcompare.text.gbk import pair
from qcompare.text.pinyin import annotations as pinyin_annotations
from qcompare.text.pinyin import readings
from qcompare.text.script import simplify
from qcompare.text.words import Lexicon

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def _repaired(text: str, lexicon: Lexicon) -> CleanText:
    return repair(text, [lambda found: byteslips(found, lexicon), pinyin_annotations])


# --- the forward model ----------------------------------------------------------------------------

_READINGS = {"驅": "qū", "數": "shù", "細": "xì", "實": "shí", "關": "guān", "業": "yè", "發": "fā"}
_MORE = {"當": "dāng", "氣": "qì", "機": "jī", "學": "xué", "報": "bào", "質": "zhì"}


@pytest.mark.parametrize(
    ("clean", "how", "damaged"),
    [
        # the marks 。《 and 。“ hold the bytes of ！, 模化 those of ；, 專科 those of ？
        ("大局。《實施", {}, "大局!秾(shí)施"),
        ("效應。“中關村", {}, "效應!爸嘘P(guān)村"),
        ("規模化發展", {}, "規;\ue1e5l(fā)展"),
        ("由專科學校", {"lost": ("?", "?")}, "由??茖W(xué)校"),
        ("規模化發展", {"lost": ("?", "?"), "keep_private": False}, "規?;l(fā)展"),
        # 向專, 當地 and 燃氣 hold the bytes of 驅, 數 and 細
        ("向專業化", {}, "向?qū)\ue5ddI(yè)化"),
        ("當地居民的沖突", {}, "當(dāng)?shù)鼐用竦臎_突"),
        ("燃氣輪機", {}, "燃?xì)廨啓C(jī)"),
        # in step everything is as it was, at half its width
        ("質量，關於！", {}, "質(zhì)量,關(guān)於!"),
    ],
)
def test_the_damager_does_what_was_seen(
    damage: ModuleType, clean: str, how: dict[str, object], damaged: str
) -> None:
    assert damage.Damage(**how).damaged(clean, _READINGS | _MORE) == damaged


# --- repair ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        # ！ in 。《 and 。“, the lost bytes shown or not, with and without an annotation near by
        ("服務(wù)發(fā)展大局!秾(shí)施方案》提出", "服務發展大局。《實施方案》提出"),
        ("發(fā)揮帶動(dòng)作用!爸嘘P(guān)村”在此", "發揮帶動作用。“中關村”在此"),
        ("全部街道!渡虾J匈|(zhì)量條(tiáo)例》", "全部街道。《上海市質量條例》"),
        ("全部街道?!渡虾J匈|(zhì)量條(tiáo)例》", "全部街道。《上海市質量條例》"),
        ("查處違(wéi)法行為!按蚣佟毙袆(dòng)覆蓋城鄉(xiāng)", "查處違法行為。“打假”行動覆蓋城鄉"),
        # an unassigned pair dropped, and the bracket of an annotation swallowed
        ("加強學(xué)習(xí)!笆舜蟆眻?bào)告提出", "加強學習。“十八大”報告提出"),
        ("加強學(xué)習(xí)?!笆舜蟆眻?bào)告提出", "加強學習。“十八大”報告提出"),
        # full-width marks in the middle of characters: ； in 模化, ？ in 專科, ！ in 海》
        ("推動(dòng)綠色建筑規(guī);\ue1e5l(fā)展", "推動綠色建筑規模化發展"),
        ("推動(dòng)綠色建筑規(guī);l(fā)展", "推動綠色建筑規模化發展"),
        ("新增由??茖W(xué)校改建的院校", "新增由專科學校改建的院校"),
        ("根據(jù)《辭?！返慕忉?，質(zhì)量是指", "根據《辭海》的解釋，質量是指"),
        # false annotations: 驅 in 向專 and 向實, 數 in 當地, 細 in 燃氣, 驗 in 向為, 聲 in 新時, 領 in 款I
        ("服務(wù)業(yè)向?qū)\ue5ddI(yè)化、高端化發(fā)展", "服務業向專業化、高端化發展"),
        ("企業(yè)要面向?qū)嵺`(jiàn)培養(yǎng)人才", "企業要面向實踐培養人才"),
        ("改善當(dāng)?shù)鼐用竦木幼\ue51cl(tiáo)件", "改善當地居民的居住條件"),
        ("更換(huàn)老舊(jiù)燃?xì)廨啓C(jī)", "更換老舊燃氣輪機"),
        ("主要方向?yàn)槁殬I(yè)教育", "主要方向為職業教育"),
        ("建設新?shēng)r(shí)代名城", "建設新時代名城"),
        ("打造爆款I(lǐng)P,關(guān)注", "打造爆款IP,關注"),
        # several slips that run into one another
        ("面向?qū)W!⑸鐓^(qū)、家庭、企業(yè)開展", "面向學校、社區、家庭、企業開展"),
        ("規(guī)劃范圍和規(guī)!<哟罂萍纪度,加快發(fā)展", "規劃范圍和規模。加大科技投入,加快發展"),
        # a full-width mark behind the sign for the byte that was lost, read by itself or found by itself
        ("方案已經(jīng)收悉?，F(xiàn)印發(fā)給各單位", "方案已經收悉。現印發給各單位"),
        ("各區(qū)落實規(guī)劃?！毒V要》要求", "各區落實規劃。《綱要》要求"),
        # a false annotation that began with the second byte of a comma: 瑪 in ，擴
        ("質(zhì)量優(yōu)先,?mǎ)U大內(nèi)需", "質量優先,擴大內需"),
        # a letter that a lead byte took with it: 〨 holds the second byte of 施, and G
        ("街道要有序?qū)嵤〨字頭(tóu)項目", "街道要有序實施G字頭項目"),
        # no sign for lost bytes and no bracket, twice: 享標 holds 順
        ("信息共享shùn)biāo)準(zhǔn)化", "信息共享標準化"),
    ],
)
def test_slips_are_undone(lexicon: Lexicon, damaged: str, clean: str) -> None:
    repaired = _repaired(damaged, lexicon)
    assert (repaired.text, repaired.suspects) == (clean, ())


def test_an_edit_puts_back_characters_and_keeps_their_annotations(lexicon: Lexicon) -> None:
    assert byteslips("發(fā)展大局!秾(shí)施方案》，業(yè)向?qū)\ue5ddI(yè)化", lexicon) == Found(
        (Edit(8, 10, "。《實", "byteslip"), Edit(26, 32, "專業", "byteslip"))
    )


def test_every_repair_says_what_stood_where(lexicon: Lexicon) -> None:
    assert _repaired("大局!秾(shí)施方案》", lexicon).repairs == (
        Repair("byteslip", "!秾", "。《實", 2),
        Repair("pinyin", "(shí)", "", 4),
    )


# --- what is left alone ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # marks of the author's own, at either width, between words, figures and names
        "為何要制定《方案》?各區行動起來!一、總體要求;二、主要任務:提質增效,走在前列",
        "为何要制定《方案》？各区行动起来！一、总体要求；二、主要任务：提质增效，走在前列",
        "到2020年,合格率达98.5%;其中:食品99%,药品98%!时间:2018/10/30 9:41:35",
        "研發投入(R&D)占GDP比重達3%,“互聯網+”“機器人+”與“1+X”並舉;PM2.5、VOCs下降",
        "联系人:佘婳祎;电话:025-88;网址:http://www.example.com/a?b=c&d=!;邮箱:a_b|c@example.com",
        "“真的吗?!”他问。“是的!”答:“为了质量!”……“好;很好!”",
        # names and rare characters, which read as badly as damage
        "主持人:亓官翀;参加:犇鑫;地点:邗江、亳州、鄠邑、盱眙;单位:颐堃公司",
        "項目:璿璣;品牌:犇牛!成員:仉晟,郗懿;特產:枸橼、蒟蒻",
        # annotated but not slipped
        "質(zhì)量強(qiáng)國(guó)!標(biāo)準(zhǔn)先行;關(guān)于(GDP)的說明:略",
        # icons of a page
        "\ue6ea\n\ue7e3 无障碍\n首页 \ue705 收藏!\n",
        "",
        "!?;:,",
    ],
)
def test_clean_text_stays_as_it_is(lexicon: Lexicon, text: str) -> None:
    assert byteslips(text, lexicon) == Found()


_WORDS = st.sampled_from(
    [
        *("的", "了", "和", "在", "為", "与", "质量", "質量", "提升行动", "實施意見", "《办法》", "“名片”"),
        *("标准化", "产品", "企業", "2018年", "98.5%", "GDP", "(VOCs)", "A类", "C", "\n"),
        *("、", "。", "，", "；", "！", "!", ";", ":", "?", ","),
    ]
)


@given(st.lists(_WORDS, max_size=25).map("".join))
def test_no_row_of_words_and_marks_is_taken_for_damage(lexicon: Lexicon, text: str) -> None:
    assert byteslips(text, lexicon).edits == ()


# --- what cannot be decided -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "suspect", "start", "reason"),
    [
        # an opening mark was lost before a figure: nothing but its partner speaks for it
        ("高質(zhì)量發(fā)展!1+3”結(jié)對幫扶機制", "!1", 14, "it may have been 。“1 or 常“1"),
        # nothing is left of the character that was annotated
        ("加強管理方式,?gòu)建協(xié)同機制", "?gòu)", 7, "no reading of what is left fits"),
        ("標(biāo)準(zhǔn)\ue1e5體系", "\ue1e5", 14, "no reading of what is left fits"),
    ],
)
def test_the_undecidable_is_left_and_told(
    lexicon: Lexicon, text: str, suspect: str, start: int, reason: str
) -> None:
    found = byteslips(text, lexicon)
    told = [(s.text, s.span, s.kind) for s in found.suspects]
    assert (found.edits, told) == ((), [(suspect, Span(start, start + len(suspect)), "byteslip")])
    assert found.suspects[0].reason.endswith(reason)


def test_what_some_characters_may_have_been_does_not_keep_the_others_from_repair(lexicon: Lexicon) -> None:
    text = "支持在杭高:吐(zhí)業(yè)技術(shù)創(chuàng)新。服務(wù)發(fā)展大局!秾(shí)施方案》"
    repaired = _repaired(text, lexicon)  # 高校 and 高。 both go on
    assert repaired.text == "支持在杭高□和職業技術創新。服務發展大局。《實施方案》"
    told = [(suspect.span.of(repaired.text), suspect.reason) for suspect in repaired.suspects]
    assert told == [("□和職", "bytes were lost here; it may have been 校和職 or 。和職")]


# --- laws -----------------------------------------------------------------------------------------

_SENTENCES = (
    "全市推動質量工作再上臺階。《行動方案》提出完善標準體系；各區縣要抓好落實！",
    "加快服務業向專業化發展，支持農業規模化經營。“質量月”活動擴大到鄉鎮。",
    "本市將改善當地居民的居住條件，更換老舊燃氣輪機。",
    "《條例》保障從業人員權益（詳見附表）。",
    "推廣先進模式。“十三五”期間，全市新增專科學校兩所。",
    "企業要面向實踐培養技術人員，開展質量比對。",
    "規劃覆蓋上海市全部街道。《上海市質量條例》已經公佈。",
    "發揮高校、科研院所作用，建設數據平臺；完善社會保障體系。",
    "質量提升行動成效顯著？羣衆滿意度達到98.5%以上（GDP增長6%）。",
    "依法查處違法行為。“打假”行動覆蓋城鄉。",
    "完善檢驗檢測體系。《質量檢驗辦法》自發佈之日起施行。",
)
_TOLERATED = 1  # character of a sentence
_FALSE_MATCHES = "驅數細聲為構"


def _annotated_characters(text: str) -> dict[str, str]:
    """A reading of each character that is not simplified, those that match falsely first."""
    characters = (c for c in dict.fromkeys(_FALSE_MATCHES + text) if simplify(c) != c)
    return {character: min(readings(character)) for character in characters}


@settings(derandomize=True, max_examples=60)
@given(
    lines=st.lists(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3),
    lost=st.tuples(st.sampled_from(["", "?"]), st.sampled_from(["", "?"])),
    swallow=st.tuples(st.booleans(), st.booleans()),
    marks=st.sampled_from(["！；", "！；？：，"]),
)
def test_damage_is_undone_or_told(
    damage: ModuleType,
    lexicon: Lexicon,
    lines: list[list[str]],
    lost: tuple[str, str],
    swallow: tuple[bool, bool],
    marks: str,
) -> None:
    clean = "\n".join(map("".join, lines))
    how = damage.Damage(marks, lost, swallow)
    repaired = _repaired(how.damaged(clean, _annotated_characters(clean)), lexicon)
    doubtful = {repaired.text.count("\n", 0, suspect.span.start) for suspect in repaired.suspects}
    rows = zip(clean.split("\n"), repaired.text.split("\n"), strict=True)
    wrong = {n for n, (old, new) in enumerate(rows) if _plain(damage, old) != _plain(damage, new)}
    assert wrong <= doubtful


@settings(derandomize=True, max_examples=60)
@given(
    sentences=st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=6),
    codec=st.sampled_from(["gbk", "gb18030"]),
    errors=st.sampled_from(["ignore", "replace"]),
    density=st.sampled_from([1, 2, 3]),
    marks=st.sampled_from(["！", "！；？：，"]),
)
def test_few_characters_stay_wrong_whatever_the_decoder_does(
    damage: ModuleType,
    lexicon: Lexicon,
    sentences: list[str],
    codec: str,
    errors: str,
    density: int,
    marks: str,
) -> None:
    """The sentences were chosen to slip, each once or twice; one character of each may stay wrong."""
    clean = "\n".join(sentences)
    annotated = dict(list(_annotated_characters(clean).items())[::density])
    damaged = damage.Careless(codec, errors, marks).damaged(clean, annotated)
    once = _plain(damage, _repaired(damaged, lexicon).text)
    assert Levenshtein.distance(once, _plain(damage, clean)) <= _TOLERATED * len(sentences)


@settings(derandomize=True, max_examples=30)
@given(
    sentences=st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4),
    keep_private=st.booleans(),
    lost=st.sampled_from(["", "?"]),
)
def test_what_was_repaired_once_stays(
    damage: ModuleType, lexicon: Lexicon, sentences: list[str], keep_private: bool, lost: str
) -> None:
    clean = "\n".join(sentences)
    damaged = damage.Damage(lost=(lost, lost), keep_private=keep_private)
    once = simplify(_repaired(damaged.damaged(clean, _annotated_characters(clean)), lexicon).text)
    assert simplify(_repaired(once, lexicon).text) == once


def _plain(damage: ModuleType, text: str) -> str:
    """What is left of a text when script and width do not count: neither can be told from the damage."""
    plain: str = damage.half_width(simplify(text))
    return plain


@given(
    st.text(
        st.sampled_from("!?;:(（)）“《。秾渡虾J爸嘘P\ue1e5實shíguān1|`\ufffd 質發\n")
        | st.characters(exclude_categories=["Cs"])
    )
)
def test_whatever_the_text_edits_rise_and_stay_inside_it(lexicon: Lexicon, text: str) -> None:
    found = byteslips(text, lexicon)
    bounds = [bound for edit in found.edits for bound in (edit.start, edit.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= bound <= len(text) for bound in bounds)
    assert all(suspect.span.of(text) == suspect.text for suspect in found.suspects)


def test_a_page_of_nothing_but_damage_is_given_up_at_some_point(lexicon: Lexicon) -> None:
    found = byteslips("規;\ue1e5l(fā)展" * 600, lexicon)
    assert {edit.new for edit in found.edits} == {"模化發"}
    assert (len(found.edits), len(found.suspects)) == (528, 145)


def test_readings_are_loaded_only_for_annotated_text_and_the_segmenter_never() -> None:
    code = (
        "import sys\n"
        "from qcompare.text.byteslips import byteslips\n"
        "from qcompare.text.words import Lexicon, build_trie\n"
        "lexicon = Lexicon.of(build_trie(['质量 9 n']))\n"
        "byteslips('质量!(GDP)(略);(PM2.5)?囍犇羴', lexicon)\n"
        "assert not {'pypinyin', 'jieba'} & {*sys.modules}\n"
        "byteslips('质(zhì)量', lexicon)\n"
        "assert {'pypinyin', 'jieba'} & {*sys.modules} == {'pypinyin'}\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- real pages -----------------------------------------------------------------------------------

_FOLDERS = (_SHARED / "plans", _SHARED / "wider")
_PAGES = sorted(path.relative_to(_SHARED).as_posix() for folder in _FOLDERS for path in folder.glob("*.txt"))
_DAMAGED = "plans/beijing-2018-interpretation.txt"


@pytest.mark.shared
@pytest.mark.skipif(not _PAGES, reason="the real plans are not beside the repository")
@pytest.mark.parametrize("page", [page for page in _PAGES if page != _DAMAGED])
def test_real_clean_pages_stay_as_they_are(lexicon: Lexicon, page: str) -> None:
    text = (_SHARED / page).read_text(encoding="utf-8")
    assert (byteslips(text, lexicon), pinyin_annotations(text)) == (Found(), Found())


@pytest.mark.shared
@pytest.mark.skipif(_DAMAGED not in _PAGES, reason="the real plans are not beside the repository")
def test_the_real_damaged_page_is_whole_again(lexicon: Lexicon) -> None:
    text = (_SHARED / _DAMAGED).read_text(encoding="utf-8")
    repaired = _repaired(text, lexicon)
    slips = [(repair.before, repair.after) for repair in repaired.repairs if repair.kind == "byteslip"]
    assert sorted(slips) == sorted(
        [
            *[("!秾", "。《實")] * 6,
            ("?qū)\ue5ddI", "專業"),
            (";\ue1e5l", "模化發"),
            ("!爸嘘P", "。“中關"),
        ]
    )
    assert repaired.suspects == ()
    assert re.findall(r"\([^)]*\)", repaired.text) == ["(以下簡稱《實施意見》)", "(中關村)"]
    assert re.findall("[㐀-\u9fff]([a-zA-Z|_`~\ue000-\uf8ff])", repaired.text) == []
    assert repaired.text.count("《") == repaired.text.count("》")
    assert repaired.text.count("“") == repaired.text.count("”")


@pytest.mark.shared
@pytest.mark.skipif(not _PAGES, reason="the real plans are not beside the repository")
@pytest.mark.parametrize(
    ("density", "keep_private", "overall", "worst"),
    [(1, True, 0.001, 0.005), (3, True, 0.001, 0.005), (1, False, 0.002, 0.005)],
)
def test_real_pages_damaged_by_the_rules_come_back(
    damage: ModuleType, lexicon: Lexicon, density: int, keep_private: bool, overall: float, worst: float
) -> None:
    """The character error, overall and of the worst page. Left out is what no GBK page can hold."""
    wrong, length, how = 0, 0, damage.Damage(keep_private=keep_private)
    for page in _PAGES:
        text = _repaired((_SHARED / page).read_text(encoding="utf-8"), lexicon).text
        clean = _traditional(re.sub("[^\n\x20-\x7e\u3000-\u9fff！-～“”‘’—…·]", "", text))
        annotated = dict(list(_annotated_characters(clean).items())[::density])
        repaired = _plain(damage, _repaired(how.damaged(clean, annotated), lexicon).text)
        errors = Levenshtein.distance(repaired, _plain(damage, clean))
        assert errors <= worst * len(clean), page
        wrong, length = wrong + errors, length + len(clean)
    assert wrong <= overall * length


def _traditional(text: str) -> str:
    """In traditional script, one character for one, where GBK has it and it leads back."""
    pairs = zip(text, opencc.OpenCC("s2t").convert(text), strict=True)
    return "".join(new if pair(new) and simplify(new) == old else old for old, new in pairs)
