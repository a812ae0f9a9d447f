from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.targets.sentences import read
from tests.targets.conftest import brief


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # indicator, verb, figure
        ("成品油抽检合格率达到98%以上", ["成品油抽检合格率 >= 98 %"]),
        ("劣质水体占比控制在3%以内", ["劣质水体占比 <= 3 %"]),
        ("公交准点率保持在九成左右", ["公交准点率 ~ 90 %"]),
        ("家政服务满意度达到82", ["家政服务满意度 = 82"]),
        ("企业开办时间压缩至2个工作日内办结", ["企业开办时间 <= 2 个工作日"]),
        ("城乡居民收入之比缩小到2.1:1", ["城乡居民收入之比 = 2.1 ∶1"]),
        ("竞争力指数保持全省第二", ["竞争力指数全省位次 = 2 位"]),
        ("港口排名进入全球前10", ["港口全球位次 <= 10 位"]),
        ("有效专利达到每万人15件", ["有效专利 = 15 件/万人"]),
        ("海洋产业增加值占GDP的12%", ["海洋产业增加值占GDP比重 = 12 %"]),
        # growth
        ("工业投资年均增长6%以上", ["工业投资年均增长率 >= 6 %"]),
        ("用水总量较2020年下降8%", ["用水总量下降率 = 8 %"]),
        ("林木蓄积量增加3万立方米", ["林木蓄积量 = 3 万立方米"]),
        ("覆盖率从61%提高到2025年的70%", ["覆盖率 = 70 %"]),
        # made, then counted; counted, then named
        ("建成区域性物流枢纽2个", ["区域性物流枢纽 = 2 个"]),
        ("打造30个左右零碳园区", ["零碳园区 ~ 30 个"]),
        ("培训质量专员不少于500名", ["培训质量专员 >= 500 名"]),
        ("培训不少于500名质量专员", ["培训质量专员 >= 500 名"]),
        ("突破100项关键工艺", ["突破关键工艺 = 100 项"]),
        ("新增3-5家上市企业", ["新增上市企业 ~ 3–5 家"]),
        ("至少20个行政村完成整治", ["行政村完成整治 >= 20 个"]),
        ("为2万名骑手提供体检", ["骑手提供体检 = 2 万名"]),
        ("地方名优产品260个以上", ["地方名优产品 >= 260 个"]),
        # shares of what follows
        ("新建学校100%执行绿色建筑标准", ["新建学校执行绿色建筑标准比例 = 100 %"]),
        ("80%以上的乡镇建成快递网点", ["乡镇建成快递网点比例 >= 80 %"]),
        # a figure inside of an indicator
        ("营收5亿元以上的企业达到40家", ["营收5亿元以上的企业 = 40 家"]),
        ("每千人口3岁以下托位数达4.5个", ["每千人口3岁以下托位数 = 4.5 个"]),
        # nothing of it, all of it
        ("一般以上事故零发生", ["一般以上事故数 = 0 起"]),
        ("实现国家质量奖“零”的突破", ["国家质量奖零突破 ="]),
        ("乡镇消防站全覆盖", ["乡镇消防站全覆盖 ="]),
        # the other side of what is forbidden
        ("严禁销售厚度小于0.02毫米的购物袋", ["允许销售的购物袋厚度 >= 0.02 毫米"]),
    ],
)
def test_one_figure(text: str, said: list[str]) -> None:
    assert brief(read(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "重点工厂设备上云率和工序联网率分别达到40%以上和25%以上",
            ["重点工厂设备上云率 >= 40 %", "工序联网率 >= 25 %"],
        ),
        (
            "龙头企业设备上云率、工序联网率分别达到40%、25%以上",
            ["龙头企业设备上云率 = 40 %", "龙头企业工序联网率 >= 25 %"],
        ),
        ("水运货物和旅客周转量分别增长3%和2%", ["水运货物周转量增长率 = 3 %", "旅客周转量增长率 = 2 %"]),
        (
            "甲类药品、乙类器械满意度分别达到79和81.5分",
            ["甲类药品满意度 = 79 分", "乙类器械满意度 = 81.5 分"],
        ),
        ("煤耗和水耗比2015年均降低9%", ["煤耗下降率 = 9 %", "水耗下降率 = 9 %"]),
        ("召回率、办结率两项指标均达到90%", ["召回率 = 90 %", "办结率 = 90 %"]),
        ("矿山安全零事故、零死亡", ["矿山安全事故数 = 0 起", "矿山安全死亡数 = 0 人"]),
        ("召回率、办结率达到90%", ["召回率 = 90 %", "办结率 = 90 %"]),
        ("桥梁和隧道工程验收合格率达到100%", ["桥梁和隧道工程验收合格率 = 100 %"]),
        ("新增高企6家、孵化器2个", ["新增高企 = 6 家", "新增孵化器 = 2 个"]),
        ("修订地方标准9项、团体标准20项以上", ["修订地方标准 = 9 项", "修订团体标准 >= 20 项"]),
        ("打造3个基地、5个平台", ["基地 = 3 个", "平台 = 5 个"]),
        ("创建2个国家级、4个省级示范区", ["国家级示范区 = 2 个", "省级示范区 = 4 个"]),
        ("获评省质量奖5家，市质量奖12家以上", ["省质量奖 = 5 家", "市质量奖 >= 12 家"]),
        (
            "培训厨师100名，举办赛事3场；制定团标8项",
            ["培训厨师 = 100 名", "举办赛事 = 3 场", "制定团标 = 8 项"],
        ),
    ],
)
def test_several_in_one_sentence(text: str, said: list[str]) -> None:
    assert brief(read(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("颗粒物浓度持续下降,达到30微克/立方米", ["颗粒物浓度 = 30 微克/立方米"]),
        ("养老服务业质量明显提升，满意度达到85分", ["养老服务业满意度 = 85 分"]),
        ("油料种植面积8万亩、总产量2万吨", ["油料种植面积 = 8 万亩", "油料总产量 = 2 万吨"]),
        ("港口吞吐量达300万标箱、增长5%", ["港口吞吐量 = 300 万标箱", "港口吞吐量增长率 = 5 %"]),
        ("出口额突破2万亿元,占全国份额达9%", ["出口额 >= 2 万亿元", "出口额占全国份额 = 9 %"]),
        ("新增装机80万千瓦,其中风电装机30万千瓦", ["新增装机 = 80 万千瓦", "新增风电装机 = 30 万千瓦"]),
        ("药品抽检合格率：98%以上", ["药品抽检合格率 >= 98 %"]),
        ("食品质量：监督抽查合格率达到97%", ["食品监督抽查合格率 = 97 %"]),
        ("到2023年不低于4人,到2025年不低于5人", []),
    ],
)
def test_what_a_clause_takes_over(text: str, said: list[str]) -> None:
    assert brief(read(text)) == said


def test_a_heading_can_name_the_indicator() -> None:
    assert brief(read("2023年达到80%,力争2025年达到90%", "社区养老设施覆盖率")) == [
        "社区养老设施覆盖率 = 80 %",
        "社区养老设施覆盖率 = 90 %",
    ]
    assert read("2023年达到80%", "主要任务") == ()


@pytest.mark.parametrize(
    "text",
    [
        # counts of work and of its parts
        *(
            "落实5个方面12项任务",
            "分为四个阶段",
            "实施六大工程",
            "明确3个着力点",
            "征求18个部门意见",
            "共分5章28条",
        ),
        # names, numbers of documents, dates, periods
        *(
            "实施“百千万”和“369”工程",
            "智造100工程",
            "依据政府令第88号",
            "2021年3月5日印发",
            "自2019年起施行30日",
        ),
        *(
            "接听12345热线",
            "推广5G应用",
            "纪念3·15",
            "降低PM2.5",
            "一带一路",
            "建设5A级景区",
            "培育一批企业",
            "建立一个机制",
        ),
        # money that is given, points that are counted
        *(
            "给予企业50万元奖励",
            "对获奖单位补助100万元",
            "安排财政资金3亿元",
            "每件加分2分",
            "考核分值占5分",
            "90分以上为优秀",
            "一式3份",
        ),
        # what describes
        *(
            "规模以上企业",
            "服务期限可为3年",
            "65岁以上老人",
            "24小时自助服务",
            "每年抽查10家",
            "占全部59个项目的66%",
        ),
        *("检测率=合格数/总数*100%", "落实“全覆盖+双随机”检查", "质量第一", "", "，。"),
    ],
)
def test_no_targets(text: str) -> None:
    assert brief(read(text)) == []


def test_places_in_the_sentence() -> None:
    text = "到2025年,建成枢纽2个、仓库8个以上。"
    first, second = read(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("建成枢纽2个", "仓库8个以上")
    assert (text[first.at], text[second.at]) == ("2", "8")


def test_a_statement_reaches_back_to_what_it_takes_over() -> None:
    text = "到2025年,噪声投诉持续减少,下降5%以上,合格率和满意度分别达到9%、8%"
    assert [text[said.start : said.end] for said in read(text)] == [
        "噪声投诉持续减少,下降5%以上",
        *["合格率和满意度分别达到9%、8%"] * 2,
    ]


ADVERSE = {
    "digits": "1" * 100_000,
    "Chinese digits": "一百" * 50_000,
    "figures": "1个" * 50_000,
    "shares": "5%的" * 33_000,
    "a run": "1%和" * 33_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "quotes": "“" * 100_000,
    "verbs": "建设" * 50_000 + "机制",
    "leads": "达到" * 50_000,
    "tone": "全市力争" * 25_000,
    "respectively": "率、" * 50_000 + "分别达到",
    "years": "2022年" * 20_000,
    "from": "从1" * 50_000,
    "dashes": "1-" * 50_000,
    "grades": "3个国家级、" * 14_000,
    "blanks": " " * 100_000,
    "zeroes": "零" * 100_000,
    "commas": "1,234" * 20_000,
}


@pytest.mark.parametrize("name", ADVERSE)
def test_long_lines_come_back(name: str) -> None:
    """Each would take minutes if a pattern or loop went over the line again for every place in it."""
    assert read(ADVERSE[name]) == ()


@given(st.text("到2025年,、和达到分别均5%3个家以上建成全覆盖率企业(“”)从增长零第一.", max_size=50))
def test_statements_stand_in_their_sentence(text: str) -> None:
    for said in read(text):
        assert 0 <= said.start <= said.at < said.end <= len(text)
        assert said.indicator
        assert (said.quantity.value is None) == (said.quantity.sort == "state")
