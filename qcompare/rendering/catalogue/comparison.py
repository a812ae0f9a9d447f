"""What the views of ``diff`` say."""

from __future__ import annotations

from collections.abc import Mapping

COMPARISON: Mapping[str, tuple[str, str]] = {
    # diff: who
    "diff.title": ("Side by side: {plans}", "对照：{plans}"),
    "diff.about": ("on: {title}", "所解读：{title}"),
    "diff.about_number": ("on: {title} ({number})", "所解读：{title}（{number}）"),
    "diff.no_number": ("no number", "无文号"),
    "diff.no_date": ("no date", "无日期"),
    "diff.year": ("{year} (year only)", "{year} 年（仅年份）"),
    "diff.summary": (
        "Counterparts: {counterparts} (score ≥ {min_score}); related: {related} (≥ {related_score}).",
        "对应：{counterparts} 对（得分 ≥ {min_score}）；相关：{related} 对（≥ {related_score}）。",
    ),
    "diff.similarity": (
        "Similarity {value}: share of text that has a counterpart, mean of both directions.",
        "相似度 {value}：有对应内容的文字所占比例，取双向平均。",
    ),
    "diff.filters": ("Filters in force: {filters}", "已启用的筛选：{filters}"),
    # diff: coverage
    "coverage.heading": ("What each plan is about (% of its text)", "各文件的内容构成（占全文百分比）"),
    "coverage.empty": (
        "Topics that no plan speaks of, left out: {count}.",
        "各文件均未涉及而略去的主题：{count} 个。",
    ),
    "coverage.small": (
        "Further topics, left out: {count} (none over {share} % in any plan); of each pillar the largest"
        " topic is shown first.",
        "另有主题略去：{count} 个（在各文件中均不超过 {share}%）；优先列出各支柱中占比最大的主题。",
    ),
    # diff: counterparts
    "counterparts.heading": ("Best counterparts, side by side", "对应最好的条款"),
    "counterparts.all": ("Counterparts and related passages, side by side", "对应与相关的条款"),
    "counterparts.none": (
        "No passage has a counterpart at this score; a lower --min-score may show some.",
        "在当前得分要求下没有对应的条款；调低 --min-score 或可看到一些。",
    ),
    "counterparts.order": ("rows with more plans come first", "涉及文件多的排在前面"),
    "counterparts.more": ("+{count} more: {refs}", "另有 {count} 条：{refs}"),
    "counterparts.parted": ("pairs taken away by hand: {count}", "人工排除的配对：{count} 对"),
    # diff: only
    "only.heading": ("What only one city has", "一方独有的内容"),
    "only.heading_plans": ("What only one plan has", "仅见于一份文件的内容"),
    "only.none": ("Every passage has a match in another plan.", "所有条款在其他文件中都有对应或相关内容。"),
    "only.total": (
        "{plan}: {count} of {total} units have no match elsewhere",
        "{plan}：{total} 个单元中有 {count} 个在别处没有对应",
    ),
    "only.rest": ("topics not listed: {topics}", "未列出的主题 {topics} 个"),
    "only.absent_legend": (
        "* no unit of another plan is coded to this topic",
        "* 其他文件中没有归入该主题的单元",
    ),
    # diff: targets
    "targets.heading": ("Quantified targets, side by side", "量化目标对照"),
    "targets.none": ("No quantified targets found.", "未发现量化目标。"),
    # diff: similarity
    "similarity.heading": ("Similarity of the plans", "文件之间的相似度"),
    "similarity.note": (
        "Share of text that has a counterpart, mean of both directions.",
        "有对应内容的文字所占比例，取双向平均。",
    ),
    # diff: by section
    "sections.heading": ("Sections, side by side over the taxonomy", "按主题对照的章节"),
    "sections.unnumbered": (
        "No numbered headings, so no sections here: {plans}.",
        "没有编号标题，因而此处没有章节：{plans}。",
    ),
    "sections.none": ("No numbered sections to lay side by side.", "没有可供对照的编号章节。"),
    "sections.elsewhere": ("→ {ref} {title}", "→ {ref} {title}"),
    "sections.score": (
        "The score is that of the best pair of a row; → is the nearest section, which stands in another row.",
        "得分为该行最相近的一对的得分；→ 指最相近的章节，该章节列在另一行。",
    ),
    "sections.size": ("units: {units}, {share} % of the text", "{units} 个单元，占全文 {share}%"),
    # diff: what else there is
    "more.heading": ("More", "更多"),
    "more.all": ("--all (every row, whole texts)", "--all（全部条目、完整原文）"),
    "more.limit": ("--limit N (more or fewer rows)", "--limit N（增减条目）"),
    "more.section": ("--by section (whole sections)", "--by section（整节对照）"),
    "more.filter": (
        "--topic T, --pillar P (only that)",
        "--topic T、--pillar P（只看某一部分）",
    ),
    "more.min_score": ("--min-score X (stricter or looser)", "--min-score X（放宽或收紧）"),
    "more.format": ("--format md|json|csv -o FILE (to a file)", "--format md|json|csv -o FILE（写入文件）"),
    "more.show": ("qcompare show {plan} (one plan in full)", "qcompare show {plan}（查看单份文件）"),
    "more.show_all": (
        "--all (every unit with its whole text, page furniture included)",
        "--all（全部单元与完整原文，含页面杂项）",
    ),
    # Targets as text
    "target.by": ("{year}", "{year}年"),
    "target.from": ("against {year}", "较{year}年"),
    "target.binding": ("binding", "约束性"),
    "target.expected": ("expected", "预期性"),
    "target.fact": ("fact", "已有数据"),
    "target.milestone": ("milestone", "里程碑"),
    "target.details": (" ({details})", "（{details}）"),
}
