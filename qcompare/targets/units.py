"""Units of measure: what a figure can be followed by, by sort."""

from __future__ import annotations

import re
from typing import Literal

# ``zero``: nothing of something (零发生); ``bare``: no unit; ``state``: no figure at all (全覆盖).
Sort = Literal[
    "share", "points", "money", "amount", "count", "time", "rank", "ratio", "zero", "bare", "state"
]

_BY_SORT: tuple[tuple[Sort, str], ...] = (
    ("share", "% ％ ‰"),
    ("points", "个百分点 百分点"),
    ("money", "元 美元 欧元 港元 日元 元人民币"),
    ("amount", "亩 公顷 平方公里 平方千米 平方米 ㎡ 立方米 m³ 公里 千米 米 厘米 毫米 微米"),
    ("amount", "吨 吨标准煤 吨标煤 吨油当量 标准煤 千克 公斤 斤 克 毫克 微克 升 毫升 蒸吨 吨位 载重吨 mg/L"),
    (
        "amount",
        "千瓦 千瓦时 度电 兆瓦 吉瓦 kW MW GW kWh 分贝 兆 Mbps Gbps EFLOPS PFLOPS 标箱 标准箱 TEU 倍 番",
    ),
    ("amount", "床 张 张床位 个床位 个学位"),
    ("count", "个 家 项 件 名 位 人 人次 户 座 所 套 间 栋 幢 条 艘 辆 台 架 列 批 批次 次 场 场次 期 班"),
    (
        "count",
        "门 种 款 部 幅 篇 支 只 头 羽 株 棵 粒 片 块 处 例 起 宗 对 组 枚 笔 单 票 本 册 份 分 集 台套 人年",
    ),
    ("count", "家次 户次 车次 架次 班次 台次 件次 所次"),
    ("time", "年 个月 周 天 个工作日 工作日 小时 分钟 秒 岁 周岁"),
)
SORT_OF: dict[str, Sort] = {unit: sort for sort, units in _BY_SORT for unit in units.split()}

# A unit is none where it begins another word: 个人所得, 人民, 5分钟, 3部门, 2021年度.
_NOT_BEFORE = {
    "个": "人所得|百分",
    "家": "[庭长]",
    "名": "[牌校录]",
    "人": "[民才大均工口员士社力类物机]",
    "分": "[别之钟为管布类析成工级解]",
    "部": "[门分委长署级队]",
    "次": "[日年月]",
    "年": "[度版级]",
    "元": "[素器件]",
    "项": "目标|指标",
}
POWER = r"(?:万亿|千万|百万|十万|百亿|千亿|[十百千万亿])"
BASE = "|".join(
    re.escape(unit) + (f"(?!{_NOT_BEFORE[unit]})" if unit in _NOT_BEFORE else "")
    for unit in sorted(SORT_OF, key=len, reverse=True)  # 元人民币 before 元
)
_OF = (
    r"(?:人口|人|年|亩|日|天|月|户|平方米|平方公里|立方米|千瓦时|千克|公斤|升|吨|公顷|元|GDP|㎡|m³"
    r"|车|台|家|小时|次|辆|公里)"
)
PER = rf"(?:\s?[/／]\s?{POWER}?{_OF})?(?:[·•．]{_OF})?"  # /亩, /人·年, /万元
