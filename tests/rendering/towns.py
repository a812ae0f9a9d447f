"""A small taxonomy, and three small plans of towns that do not exist, coded by hand."""

from __future__ import annotations

from qcompare.models import About, Metadata, Repair, Span, Suspect
from qcompare.taxonomy import Measure, Pillar, Rule, Taxonomy, Term, Topic
from tests.rendering.building import H, U, coded, target

TAXONOMY = Taxonomy(
    pillars=(
        Pillar("products", "产品质量", "Product quality"),
        Pillar("engineering", "工程质量", "Engineering quality"),
        Pillar("services", "服务质量", "Service quality"),
        Pillar("environment", "环境质量", "Environmental quality"),
        Pillar("foundations", "质量基础", "Quality foundations"),
        Pillar("governance", "质量治理", "Quality governance"),
        Pillar("context", "背景", "Context"),
        Pillar("other", "其他", "Other"),
    ),
    topics=(
        Topic("products.general", "products", "产品质量综合", "Products overall", (Term("产品", 1.0),)),
        Topic("products.equipment", "products", "装备制造", "Equipment and manufacturing"),
        Topic("engineering.general", "engineering", "工程质量综合", "Works overall"),
        Topic("engineering.green", "engineering", "绿色建筑与节能", "Green building"),
        Topic("services.consumer", "services", "生活性服务业", "Consumer services"),
        Topic("environment.water", "environment", "水", "Water", headings=(Term("水环境", 2.5),)),
        Topic("foundations.standards", "foundations", "标准", "Standards"),
        Topic("foundations.management", "foundations", "质量管理", "Quality management"),
        Topic("governance.supervision", "governance", "质量监管", "Supervision"),
        Topic("governance.culture", "governance", "质量文化与宣传", "Quality culture"),
        Topic("context", "context", "背景与总体要求", "Context"),
        Topic("other", "other", "其他事项", "Other"),
    ),
    measures=(
        Measure(
            "foundations.management.cqo",
            "foundations.management",
            "首席质量官",
            "Chief quality officer",
            ("首席质量官", "CQO"),
        ),
        Measure(
            "governance.culture.month", "governance.culture", "质量月", "Quality month", ("质量月",), 2.0
        ),
        Measure(
            "products.general.pass_rate",
            "products.general",
            "抽检合格率",
            "Sampling pass rate",
            ("抽检合格率", "抽查合格率"),
        ),
    ),
    rules=(
        Rule("engineering.general", 1.5, "works under their own heading", ("工程质量",), ("工地", "监理")),
    ),
)

DONGJIANG = coded(
    Metadata(
        id="dongjiang-2019",
        title="东江市质量强市三年行动方案",
        kind="plan",
        city="dongjiang",
        city_zh="东江",
        province="江南",
        level="city",
        year=2019,
        year_source="text",
        period=(2020, 2022),
        notice_title="东江市人民政府关于印发质量强市三年行动方案的通知",
        doc_number="东政发〔2019〕18号",
        issuer="东江市人民政府",
        issued="2019-11-05",
    ),
    (
        U("首页 > 公开 | 打印[关闭]", "chrome", 1.0),
        U("东江市质量强市三年行动方案", "context", 0.9),
        U("为使发展更有质量，定此方案。", "context", 0.9),
        H("一", "产品更可靠", "products.general"),
        U(
            "以监督抽查为抓手，压实生产者责任，到2022年本市产品抽检合格率达到94%以上，重点工业品不低于96%，"
            "连续两年不合格的企业列入重点名单并向社会公布。",
            "products.general",
            0.92,
            measures=("products.general.pass_rate",),
        ),
        U("电梯等装备按[a类]、[b类]分档管理，[/]号档不再使用。", "products.equipment", 0.55),
        H("二", "工程更牢固", "engineering.general"),
        H("二(一)", "施工责任", "engineering.general", 0.74, level=2, parent="s02"),
        U("建设、监理各方对工程质量终身负责，竣工后立牌公示责任人姓名。", "engineering.general", 0.88),
        H("二(二)", "绿色建造", "engineering.green", 0.31, True, level=2, parent="s02"),
        U("新建住宅中装配式建筑占比达到三成。", "engineering.green", 0.64),
        H("三", "基础与治理", "foundations.management", 0.42, True),
        U(
            "鼓励规模企业设立首席质量官，由其对进货检验、过程控制和出厂检验负总责，市里每年培训一百名。",
            "foundations.management",
            0.86,
            measures=("foundations.management.cqo",),
        ),
        U(
            "九月为质量月，学校、社区、车间同时开展宣传。",
            "governance.culture",
            0.83,
            measures=("governance.culture.month",),
        ),
        U("推行“标准+”，=1+1>2的协同由标准委员会牵头。", "foundations.standards", 0.33, True),
        U("国防动员另行安排。", "other", 0.4),
    ),
    targets=(
        target(1, "u004", "产品抽检合格率", "products.general", op=">=", value=94.0, binding="binding"),
        target(2, "u004", "重点工业品合格率", "products.general", op=">=", value=96.0),
        target(3, "u007", "装配式建筑占比", "engineering.green", value=30.0, deadline_year=None),
        target(
            4, "u008", "首席质量官培训", "foundations.management", value=100.0, unit_of_measure="名", per="年"
        ),
    ),
    repairs=(
        Repair("pinyin", "(guān)", "", 4),
        Repair("script", "關", "关", 3),
        Repair("script", "質", "质", 12),
        Repair("script", "關", "关", 31),
        Repair("layout", "\n\n\n", "\n", 40),
    ),
    suspects=(Suspect("byteslip", "\ue1e5", Span(30, 31), "no single reading of the bytes"),),
)

NANPU = coded(
    Metadata(
        id="nanpu-2021",
        title="南浦市人民政府关于全面提高质量水平的实施意见",
        kind="plan",
        city="nanpu",
        city_zh="南浦",
        level="city",
        year=2021,
        year_source="page",
    ),
    (
        U("南浦市人民政府关于全面提高质量水平的实施意见", "context", 0.9),
        H("一", "目标", "products.general", 0.5),
        U(
            "制造业产品抽查合格率稳定在95%左右，服务满意度85至90分。",
            "products.general",
            0.8,
            measures=("products.general.pass_rate",),
        ),
        U("城镇污水处理率不低于96%，单位产值水耗比2020年下降13%。", "environment.water", 0.9),
        H("二", "做法", "foundations.management", 0.6),
        U(
            "在骨干企业推行首席质量官（CQO）制度，并把质量考核结果与负责人薪酬挂钩。",
            "foundations.management",
            0.9,
            measures=("foundations.management.cqo",),
        ),
        U("工地安全与工程质量责任落实到人，终身追究。", "engineering.general", 0.81),
        U("办好质量月和消费维权日活动。", "governance.culture", 0.8, measures=("governance.culture.month",)),
        U("家政服务员持证上岗。", "services.consumer", 0.71),
        U("旅游景点明码标价，投诉一日内答复。", "services.consumer", 0.69),
        U("河道岸线\x1b[31m由\u202e河长负责，断面水质按月公布。", "environment.water", 0.77),
    ),
    targets=(
        target(1, "u002", "产品抽查合格率", "products.general", op="~", value=95.0, deadline_year=2025),
        target(
            2,
            "u002",
            "服务满意度",
            "services.consumer",
            op="~",
            value=85.0,
            value_hi=90.0,
            unit_of_measure="分",
        ),
        target(3, "u003", "城镇污水处理率", "environment.water", op=">=", value=96.0, deadline_year=2025),
        target(
            4,
            "u003",
            "单位产值水耗",
            "environment.water",
            direction="decrease",
            value=13.0,
            baseline_year=2020,
            binding="expected",
        ),
        target(
            5,
            "u006",
            "新增重大事故",
            "governance.supervision",
            value=None,
            unit_of_measure=None,
            kind="milestone",
        ),
    ),
)

XILING = coded(
    Metadata(
        id="xiling-2020-interpretation",
        title="一图读懂西岭质量行动",
        kind="interpretation",
        city="xiling",
        city_zh="西岭",
        level="city",
        about=About("西岭市质量行动计划", "西府〔2020〕3号"),
        digest=True,
    ),
    (
        U("问：这份计划讲了什么？", "context", 0.6),
        U(
            "一是抓产品：日用品抽检合格率要过九成。",
            "products.general",
            0.75,
            measures=("products.general.pass_rate",),
        ),
        U(
            "二是抓人：每家重点企业配一名首席质量官。",
            "foundations.management",
            0.8,
            measures=("foundations.management.cqo",),
        ),
        U("首席质量官须经培训合格方可上岗。", "foundations.management", 0.5, True),
        U(
            "三是抓氛围：质量月期间评选百姓口碑企业。",
            "governance.culture",
            0.66,
            measures=("governance.culture.month",),
        ),
    ),
    targets=(
        target(
            1,
            "u002",
            "日用品抽检合格率",
            "products.general",
            op=">=",
            value=90.0,
            deadline_year=None,
            kind="fact",
        ),
    ),
)
