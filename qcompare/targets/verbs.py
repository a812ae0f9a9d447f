"""Verbs whose object a plan counts: 建成中心 30 个, 培训 500 名技师."""

from __future__ import annotations

import re

from qcompare.targets.wordlists import words

# Making a thing names the thing alone: the indicator of 建成中心 30 个 is 中心.
_MAKING = words(
    "建成 建设 建立 建起 打造 培育 培养 创建 创成 争创 获得 获评 荣获 赢得 争取 组建 筹建 设立 成立 形成"
    " 选树 树立 布局 布局建设 启动建设 开工建设 建成投用 培育建设 培育打造 培育形成 培育壮大 培育发展"
    " 打造提升 打造形成 建设形成 建设打造 争取获得 发展 拥有 选择 选取 遴选 评选 确定"
)
# Other verbs say what is counted and stay with it: 培训技师, 制定标准, 新建车站, 新增企业.
_DOING = words(
    "新增 净增 新建 改建 扩建 新改建 新建改建 改造 改造提升 更新 更新改造 建设改造 建设提升 提升建设"
    " 整合提升 提升 培训 认定 新认定 新培育 新培养 新引进 新入选 新开工 新设 增设 增加 引进 引育 招引 吸引"
    " 制定 修订 制修订 制定修订 新制定 参与制定 主导制定 主持制定 牵头制定 制定发布 制定实施 研制 研发 开发"
    " 新开发 完成 发布 推出 选送 选派 举办 承办 主办 开展 组织 组织开展 组织实施 提供 筹集 筹集建设 交付"
    " 启动 开工 开工改造 入选 支持 扶持 帮扶 推广 突破 攻克 转化 实施 部署实施 安排 建档 预留 落地 配备 配置"
    " 覆盖 服务 惠及 开设 创设 化解 办理 淘汰 关闭 取消 完善 储备 减少 压减 关停 整治 治理 抽检 检测 检定"
    " 注册 新注册 申报 申请 导入 减免 推动 取得 推介 盘活 供应 保障"
)
_VERBS = frozenset((*_MAKING, *_DOING))
_LONGEST = max(map(len, _VERBS))
# Of these the verb that follows says what is made: 支持企业组建联合体.
_CAUSING = words("支持 扶持 帮扶 推动 组织")
# A verb before these is part of a name: 建设用地, 培育工程, 发展水平.
_NAMES = (
    r"[的了区]|用地|工程|项目|标准|资金|单位|投资|规模|规划|条例|面积|计划|水平|方案|指数|能力|机构|行业"
    r"|领域|年限"
)
_NAMED = re.compile(_NAMES)
# … but not these, whatever they stand before: 制定行业标准, 新建标准厂房.
_NEVER_NAMING = re.compile(r"[新增净制修获赢]|参与|主[导持]|牵头|取得|完成|建成")
# Verbs that stand behind their subject or occasion: 全市建成…, 围绕重点领域建设….
_INNER = re.compile(
    r"(?:建成|打造|培育|组建|创建|获得|引进|新建|建立|举办|新认定|认定|筹集|交付|形成|培养|培训|建设|实施"
    rf"|完成|选树|设立|拥有)(?:建设|形成|打造|认定)?(?!{_NAMES})"
)
_PLACES = r"(?:全国|全省|全市|全县|全区|各区县?|各县区?|各市|首批|了)*"
_TRAILING_PLACES = re.compile(rf"{_PLACES}\Z")


def first_verb(text: str) -> str:
    """The verb at the head of ``text``; empty where there is none, or where it is part of a name."""
    for width in range(min(_LONGEST, len(text)), 1, -1):
        if text[:width] in _VERBS:
            names = _NAMED.match(text, width) and not _NEVER_NAMING.match(text)
            return "" if names else text[:width]
    return ""


def last_verb(text: str) -> str:
    """The verb at the end of ``text`` whose object is still to come (培育 60 个 …); else empty."""
    bare = _TRAILING_PLACES.sub("", text.rstrip())
    widths = range(min(_LONGEST, len(bare)), 1, -1)
    return next((bare[-width:] for width in widths if bare[-width:] in _VERBS), "")


def kept(verb: str) -> str:
    """What of a verb belongs to the indicator: nothing of one that makes."""
    return verb if verb in _DOING else ""


def made(text: str) -> str | None:
    """What is made, where a verb that makes heads ``text``; None where none does, or nothing follows it."""
    verb = first_verb(text)
    return text[len(verb) :] if verb in _MAKING and len(text) > len(verb) else None


def inner_object(text: str, names: str) -> str | None:
    """The object of a verb behind its subject or occasion; not of one that only describes (实施推广的企业).

    ``names`` is the masked text.
    """
    head = first_verb(text)
    describes = (head and head not in _CAUSING) or text.startswith("每")  # 每万人拥有
    verb = None if describes else _INNER.search(names, len(head) + 1)
    rest = text[verb.end() :].strip() if verb else ""
    return rest if len(rest) >= 2 and rest.partition("的")[0] not in _VERBS else None
