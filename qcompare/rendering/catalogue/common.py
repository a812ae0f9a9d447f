"""What several views say."""

from __future__ import annotations

from collections.abc import Mapping

COMMON: Mapping[str, tuple[str, str]] = {
    # Small change
    "and": (", ", "、"),
    "then": ("; ", "；"),
    "sentence": (" ", ""),
    "some_shown": ("{shown} of {total} shown", "共 {total} 项，列出 {shown} 项"),
    "all_shown": ("all {total} shown", "共 {total} 项，全部列出"),
    "unsure_legend": (
        "? = unsure: a low score, or close alternatives",
        "? 表示把握不足：得分低，或另有得分相近的归类",
    ),
    "hand_legend": ("✎ = topic set by hand", "✎ 表示主题由人工设定"),
    "hand_pair_legend": ("✎ behind a score = pair set by hand", "得分后的 ✎ 表示配对由人工设定"),
    "hand_share_legend": (
        "✎ = holds units with a topic set by hand",
        "✎ 表示其中有人工设定主题的单元",
    ),
    "parted_legend": ("✗ = a pair of it was taken away by hand", "✗ 表示其配对有经人工排除的"),
    # Kinds of document
    "kind.plan": ("plan", "规划方案"),
    "kind.interpretation": ("interpretation", "政策解读"),
    "kind.news": ("news page", "新闻报道"),
    "kind.other": ("other document", "其他文件"),
    "kind.unknown": ("unknown", "未知"),
    "choices": ("{name}: {plan} (also: {others})", "{name}：{plan}（另有：{others}）"),
    "digest": ("digest", "摘编"),
    "chrome": ("Page furniture", "页面杂项"),
    # Column headings
    "column.plan": ("Plan", "文件"),
    "column.title": ("Title", "标题"),
    "column.document": ("Number, date, kind", "文号、日期、类型"),
    "column.topic": ("Topic", "主题"),
    "column.pillar_topic": ("Pillar / topic", "支柱／主题"),
    "column.score_topic": ("Score, topic", "得分、主题"),
    "column.city": ("City", "城市"),
    "column.text": ("Text", "原文"),
    "column.units": ("Units", "单元"),
    "column.example": ("For example", "例如"),
    "column.indicator": ("Indicator", "指标"),
    "column.target": ("Target", "目标值"),
    "column.score": ("Score", "得分"),
    "column.section": ("Section", "章节"),
    "column.ref": ("Reference", "位置"),
    "column.field": ("Field", "项目"),
    "column.value": ("Value", "内容"),
    "column.count": ("Count", "数量"),
    "column.repair": ("Repair", "修复"),
    "column.examples": ("Examples", "示例"),
    "column.before": ("Before", "修复前"),
    "column.after": ("After", "修复后"),
    "column.suspect": ("Place", "存疑处"),
    "column.context": ("In its line", "上下文"),
    "column.line": ("Line", "行"),
    "column.reason": ("Reason", "原因"),
    "column.size": ("Characters", "字数"),
    "column.damage": ("Repairs", "修复记录"),
    "column.terms": ("Terms", "词条"),
    "column.measures": ("Measures", "举措"),
    "column.measure": ("Measure", "举措"),
    "column.id": ("Id", "代码"),
    "column.mean": ("Mean", "均值"),
    "column.alone": ("Only here", "独有"),
    # Digests
    "digest.banner": (
        "digest: written summary, not to be quoted ({plans})",
        "摘编：改写的概要，不可引用（{plans}）",
    ),
    "digest.mixed": (
        "A digest is compared with a real plan ({plans}): their shares and counts do not measure the same.",
        "摘编与原文（{plans}）相比：两者的占比和数量口径不同，不宜直接比较。",
    ),
}
