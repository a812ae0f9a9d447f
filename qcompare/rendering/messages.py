"""The one catalogue of what views say: key → English, Chinese. Values are filled in by ``str.format``."""

from __future__ import annotations

from collections.abc import Mapping

from qcompare.models import Lang

CATALOGUE: Mapping[str, tuple[str, str]] = {
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
    # Kinds of document
    "kind.plan": ("plan", "规划方案"),
    "kind.interpretation": ("interpretation", "政策解读"),
    "kind.news": ("news page", "新闻报道"),
    "kind.other": ("other document", "其他文件"),
    "kind.unknown": ("unknown", "未知"),
    "choices": ("{name}: {plan} (also: {others})", "{name}：{plan}（另有：{others}）"),
    "digest": ("digest", "摘编"),
    "chrome": ("Page furniture", "页面杂项"),
    # Kinds of repair
    "repair.pinyin": ("pinyin annotations", "拼音夹注"),
    "repair.byteslip": ("byte slips", "字节错位"),
    "repair.script": ("script", "繁简字形"),
    "repair.wording": ("wording", "地区用词"),
    "repair.encoding": ("encoding", "编码"),
    "repair.width": ("character width", "全半角"),
    "repair.variant": ("variant forms", "异体字形"),
    "repair.layout": ("layout", "版面空白"),
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
    # Digests
    "digest.banner": (
        "digest: written summary, not to be quoted ({plans})",
        "摘编：改写的概要，不可引用（{plans}）",
    ),
    "digest.mixed": (
        "A digest is compared with a real plan ({plans}): their shares and counts do not measure the same.",
        "摘编与原文（{plans}）相比：两者的占比和数量口径不同，不宜直接比较。",
    ),
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
        "Further topics, left out: {count} (none over {share} % in any plan).",
        "另有主题略去：{count} 个（在各文件中均不超过 {share}%）。",
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
    "more.format": ("--format md|json -o FILE (to a file)", "--format md|json -o FILE（写入文件）"),
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
    # show
    "show.outline": ("Outline", "章节结构"),
    "show.units": ("Units", "文本单元"),
    "show.targets": ("Quantified targets", "量化目标"),
    "show.repairs": ("Repairs", "修复记录"),
    "show.suspects": ("Suspect places, left as they were", "存疑之处（保持原样）"),
    "show.no_sections": ("No numbered sections.", "没有编号章节。"),
    "show.share": ("{part} {count} ({share} %)", "{part} {count}（{share}%）"),
    "show.account": ("Characters: {total} = {parts}.", "全文 {total} 字 = {parts}。"),
    "show.no_repairs": ("Nothing was repaired.", "未作任何修复。"),
    "show.no_units": ("No units.", "没有文本单元。"),
    "show.left_out": (
        "Context and page furniture are left out.",
        "背景性文字与页面杂项未列。",
    ),
    "show.level.national": ("national", "国家级"),
    "show.level.province": ("province", "省级"),
    "show.level.city": ("city", "市级"),
    "show.level.county": ("county", "县级"),
    "show.level.district": ("district", "区级"),
    "show.year_source.text": ("{year} (from the text)", "{year}（据正文）"),
    "show.year_source.page": ("{year} (from the web page)", "{year}（据网页）"),
    "show.year_source.given": ("{year} (given)", "{year}（另行指定）"),
    "field.id": ("Id", "标识"),
    "field.city": ("City", "城市"),
    "field.province": ("Province", "省份"),
    "field.district": ("District", "区县"),
    "field.level": ("Level", "层级"),
    "field.year": ("Year", "年份"),
    "field.period": ("Period", "实施期"),
    "field.notice_title": ("Notice", "通知标题"),
    "field.doc_number": ("Document number", "文号"),
    "field.issuer": ("Issuer", "发文机关"),
    "field.issued": ("Issued", "发文日期"),
    "field.kind": ("Kind", "类型"),
    "field.about": ("Speaks of", "所涉文件"),
    "field.path": ("File", "文件"),
    "field.url": ("Web address", "网址"),
    "field.retrieved": ("Retrieved", "获取日期"),
    "field.sha256": ("SHA-256", "SHA-256"),
    "field.read_as": ("Read as", "读取方式"),
    "part.in_units": ("units", "文本单元"),
    "part.in_headings": ("headings", "章节标题"),
    "part.in_chrome": ("page furniture", "页面杂项"),
    "part.whitespace": ("white space", "空白"),
    # list
    "list.title": ("Plans that can be named", "可供引用的文件"),
    "list.none": (
        "No plans found; --plans DIR names a folder that holds some.",
        "没有找到文件；可用 --plans DIR 指定目录。",
    ),
    "list.no_year": ("no year", "年份不详"),
    "list.suspects": ("suspect places {count}", "存疑 {count} 处"),
    "list.undamaged": ("none", "无"),
    "list.shadowed": ("hidden by the plan of this name, {path}", "被同名文件遮盖：{path}"),
    "list.problem": ("cannot be read: {problem}", "无法读取：{problem}"),
    # clean
    "clean.title": ("What was repaired", "修复情况"),
    "clean.none": ("Nothing to repair: the text stays as it is.", "无需修复：文本保持原样。"),
    "clean.none_such": ("No repair of the kinds asked for.", "没有所选类型的修复。"),
    "clean.lines": ("Line by line", "逐行对照"),
    "clean.counts": (
        "Characters: {before} in the source, {after} cleaned; repairs: {repairs}; suspects: {suspects}.",
        "原文 {before} 字，清理后 {after} 字；修复 {repairs} 处；存疑 {suspects} 处。",
    ),
    # taxonomy
    "taxonomy.title": ("Taxonomy", "分类体系"),
    "taxonomy.measures": ("Measures", "举措"),
    "taxonomy.counts": (
        "Pillars: {pillars}; topics: {topics}; measures: {measures}.",
        "支柱 {pillars} 个，主题 {topics} 个，举措 {measures} 个。",
    ),
    "taxonomy.approved": (
        "{name}: valid. Pillars: {pillars}; topics: {topics}; measures: {measures}.",
        "{name}：有效。支柱 {pillars} 个，主题 {topics} 个，举措 {measures} 个。",
    ),
    "taxonomy.more": (
        "--topic T or --pillar P lists the measures there; --format json holds terms, weights and rules.",
        "--topic T 或 --pillar P 列出其下的举措；--format json 含全部词条、权重与规则。",
    ),
}


def message(key: str, lang: Lang, **values: object) -> str:
    """The text of ``key`` in ``lang``; raises KeyError where the catalogue has no such key."""
    english, chinese = CATALOGUE[key]
    return (chinese if lang == "zh" else english).format(**values)
