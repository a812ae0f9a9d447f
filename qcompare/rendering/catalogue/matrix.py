"""What the views of ``matrix`` say."""

from __future__ import annotations

from collections.abc import Mapping

MATRIX: Mapping[str, tuple[str, str]] = {
    # matrix
    "matrix.topic": ("Topics of {plans}", "主题占比：{plans}"),
    "matrix.measure": ("Measures of {plans}", "举措采用情况：{plans}"),
    "matrix.city": ("Similarity of {plans}", "相似度：{plans}"),
    "matrix.plans": ("{count} plans", "{count} 份文件"),
    "matrix.block": ("Plans {first} to {last} of {count}", "第 {first} 至 {last} 份文件，共 {count} 份"),
    "matrix.hidden": (
        "Left out, hidden by a plan of the same id: {plans}.",
        "未列入（被同名文件遮盖）：{plans}。",
    ),
    "matrix.unreadable": ("Left out, cannot be read: {plans}.", "未列入（无法读取）：{plans}。"),
    "matrix.legend": (
        "Units, then % of the text; ▲ more than 1.5 times the mean of the plans, ▼ less than two thirds, both"
        " by at least 2 percentage points; no ▲ for one unit alone.",
        "单元数，占全文百分比；▲ 高于各文件均值的 1.5 倍，▼ 低于均值的三分之二，且相差至少 2 个百分点；"
        "仅一个单元时不标 ▲。",
    ),
    "matrix.legend_few": ("Units, then % of the text.", "单元数，占全文百分比。"),
    "matrix.similarity": (
        "Share of text that has a counterpart (score ≥ {min_score}), mean of both directions.",
        "有对应内容（得分 ≥ {min_score}）的文字所占比例，取双向平均。",
    ),
    "matrix.by_hand": (
        "Set by hand in what this rests on: topics of units: {units}; pairs made counterparts: {made};"
        " pairs taken away: {parted}.",
        "以上结果含人工设定：单元主题 {units} 处，认定为对应 {made} 对，排除 {parted} 对。",
    ),
    "matrix.more": (
        "--all shows every row and every reference, --format csv|json -o FILE writes all to a file.",
        "--all 列出全部条目与位置；--format csv|json -o FILE 将全部内容写入文件。",
    ),
    "adoption.none": ("No measure was found.", "未发现举措。"),
    "adoption.sum": ("Measures found: {found}.", "发现举措 {found} 项。"),
    "adoption.sums": (
        "Measures found: {found}; in all {plans} plans: {shared}; in one plan alone: {alone}.",
        "发现举措 {found} 项；{plans} 份文件均有的 {shared} 项；仅一份文件有的 {alone} 项。",
    ),
    "adoption.legend": (
        "Cells hold references; one without ¶ is a heading. ? = a doubtful find (in other words, in passing"
        " or in a quoted title): read it before you count it. What most plans have comes first on its topic.",
        "表内为位置，不带 ¶ 的是标题；? 表示存疑（换用说法、顺带提及或出现在所引文件名中），"
        "计入前请核对原文。同一主题下，采用文件多的举措排在前面。",
    ),
    "adoption.doubt": (
        "Filled cells: {cells}; resting on doubtful finds alone: {doubtful}.",
        "有内容的格 {cells} 个，其中仅凭存疑之处的 {doubtful} 个。",
    ),
    "adoption.counts": (
        "Cells count the passages that hold a measure; --all shows their references.",
        "表内为含有该举措的文字处数；--all 列出位置。",
    ),
    "adoption.apart": ("What all plans have, and what only one has", "各文件均有与一方独有的举措"),
    "adoption.all": ("all plans", "各文件均有"),
    "adoption.more": ("and {count} more", "另有 {count} 项"),
}
