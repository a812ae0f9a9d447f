"""What the views of one plan, of plans, texts and taxonomies say."""

from __future__ import annotations

from collections.abc import Mapping

PLAN: Mapping[str, tuple[str, str]] = {
    # Kinds of repair
    "repair.pinyin": ("pinyin annotations", "拼音夹注"),
    "repair.byteslip": ("byte slips", "字节错位"),
    "repair.script": ("script", "繁简字形"),
    "repair.wording": ("wording", "地区用词"),
    "repair.encoding": ("encoding", "编码"),
    "repair.width": ("character width", "全半角"),
    "repair.variant": ("variant forms", "异体字形"),
    "repair.layout": ("layout", "版面空白"),
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
