"""What the views of ``explain`` say."""

from __future__ import annotations

from collections.abc import Mapping

EXPLANATION: Mapping[str, tuple[str, str]] = {
    # explain
    "explain.title": ("Explained: {plan}, {ref} ({id})", "解释：{plan}，{ref}（{id}）"),
    "explain.pair_title": ("Explained: {a} and {b}", "解释：{a}与 {b}"),
    "explain.place": ("{plan}, {ref} ({id})", "{plan}，{ref}（{id}）"),
    "explain.field.above": ("Headings above", "上级标题"),
    "explain.field.by_hand": ("Set by hand", "人工设定"),
    "explain.by_hand.own": (
        "By itself the program says: {topic}, {score}; that is what is explained below.",
        "程序自身的归类：{topic}，{score}；以下解释的是这一归类。",
    ),
    "explain.measure": ("{label} ({score})", "{label}（{score}）"),
    "explain.for": ("What speaks for: {topic}", "支持“{topic}”的依据"),
    "explain.column.part": ("Part", "依据"),
    "explain.column.words": ("On what", "所据内容"),
    "explain.column.where": ("Where, or how", "出处或算法"),
    "explain.column.weight": ("Weight", "权重"),
    "explain.column.share": ("Share", "分值"),
    "explain.column.sum": ("So far", "累计"),
    "explain.column.score": ("Score", "得分"),
    "explain.sum": ("Sum", "合计"),
    "explain.refs": ("{refs}, +{count} more", "{refs}等，另有 {count} 处"),
    "explain.weights.unit": (
        "A word weighs what the taxonomy gives it, × {first} in the first clause (× {list} where the sentence"
        " lists {figures} figures or more), × {surroundings} where it only names the surroundings,"
        " × {quoted} in a quoted title or in brackets, and × {repeat} with each further word for the same"
        " topic.",
        "词语的权重取自分类体系：位于首个分句 × {first}（句中数字达 {figures} 个、即罗列指标的 × {list}），"
        "仅交代背景 × {surroundings}，在书名号或括号内 × {quoted}；同一主题每多一个词语再 × {repeat}。",
    ),
    "explain.weights.section": (
        "A word of the title weighs what the taxonomy gives it, × {repeat} with each further word for the"
        " same topic; the units below weigh by their part of the text.",
        "标题词语的权重取自分类体系，同一主题每多一个词语再 × {repeat}；下属单元按所占文字比例计权。",
    ),
    "explain.unheard": (
        "In the title, {words} speaks for {context}: as a heading it does so for the sentences below, but not"
        " for the section itself, since less than half of what is below is {context}.",
        "标题中的“{words}”指向“{context}”：作为上级标题，它对下属句子起这一作用；但下属内容过半不属“{context}”，"
        "故归类本章节时不计。",
    ),
    "explain.measure_scores": (
        "The figure behind a measure is how surely it is meant: 1 (not printed) where it stands to the letter"
        " in what the sentence acts on; less where its words are in another order or apart, only name the"
        " surroundings, or stand in a quoted title or in brackets.",
        "举措后的数字表示把握程度：在句子所施行的内容中逐字出现为 1（不标）；词语分开或换序、仅交代背景、"
        "或在书名号、括号内的，小于 1。",
    ),
    "explain.names": ("{words} ({label})", "{words}（{label}）"),
    "explain.because": ("{words} ({because})", "{words}（{because}）"),
    "explain.further": ("{count} further: {names}", "其余 {count} 处：{names}"),
    "explain.further_among": ("{count} further, among them: {names}", "其余 {count} 处，如：{names}"),
    "explain.said_in": ("{words} ({a} × {b})", "{words}（{a} × {b}）"),
    "explain.title_of": ("title", "标题"),
    "explain.lead": (
        "Lead {lead} = ({best} - {rival}) + ({own} - {against}) / 2: what speaks for the topic less what"
        " speaks for the runner-up; and half of what own words and measures say for it less the most they say"
        " for another topic.",
        "领先值 {lead} = ({best} - {rival}) + ({own} - {against}) ÷ 2：该主题与次选主题的权重之差，"
        "加上自身词语和举措对该主题与对其他主题（取最高者）的权重之差的一半。",
    ),
    "explain.formula": (
        "Score {score} = 1 / (1 + e^(-lead / 2)), the logistic function of half the lead.",
        "得分 {score} = 1 ÷ (1 + e^(-领先值 ÷ 2))，即领先值之半的逻辑斯谛函数值。",
    ),
    "explain.meaning.unit": (
        "Of sentences with a score of 0.90, about 90 in 100 are coded as a hand coder codes them.",
        "得分为 0.90 的句子，每 100 句中约有 90 句的归类与人工编码相同。",
    ),
    "explain.meaning.section": (
        "The scale is that of sentences: of those with a score of 0.90, about 90 in 100 are coded as a hand"
        " coder codes them; for sections that was not measured.",
        "评分尺度取自句子：得分为 0.90 的句子，每 100 句中约有 90 句的归类与人工编码相同；章节未作此项检验。",
    ),
    "explain.sure": ("Sure: {limit} or more.", "不低于 {limit}，视为有把握。"),
    "explain.unsure": ("Unsure: below {limit}.", "低于 {limit}，视为把握不足。"),
    "explain.unsure_rival": (
        "Marked unsure, though not for a low score.",
        "得分虽不低，仍标为把握不足。",
    ),
    "explain.silent": (
        "Nothing speaks for any topic, neither the words nor the surroundings: coded {topic}, and unsure.",
        "自身词语与上下文都不支持任何主题：归入“{topic}”，并标为把握不足。",
    ),
    "explain.chrome": (
        "{topic}: part of the web page and not of the document; it is not coded, and is left out of every"
        " comparison.",
        "{topic}：属于网页而非文件本身；不作归类，也不参与任何比较。",
    ),
    "explain.rivals": ("Runners-up", "落选的主题"),
    "explain.rival_scores": (
        "The score of a runner-up only ranks it: that of the topic, by the ratio of their weights.",
        "落选主题的得分仅供排序：入选主题的得分 × 两者权重之比。",
    ),
    "explain.rival": ("{topic}: {score}; {why}", "{topic}：{score}；{why}"),
    "explain.lost.less": ("{less} less speaks for it", "权重少 {less}"),
    "explain.lost.unsaid": (
        "{less} less speaks for it, and nothing in the passage itself",
        "权重少 {less}，且自身词语未提及",
    ),
    "explain.lost.less_own": (
        "as much speaks for it, but less of that in the passage itself",
        "权重相同，但来自自身词语的较少",
    ),
    "explain.lost.order": (
        "as much speaks for it; of equals the first named is taken",
        "权重相同，取先提及者",
    ),
    "explain.lost.nothing": (
        "what speaks against it leaves nothing",
        "反对的依据使其权重归零",
    ),
    "explain.score": ("Score {score}: {level} ({limits}).", "得分 {score}：{level}（{limits}）。"),
    "explain.limit": ("{level} from {limit}", "{limit} 起为{level}"),
    "explain.level.counterpart": ("counterpart", "对应"),
    "explain.level.related": ("related", "相关"),
    "explain.level.neither": ("neither counterpart nor related", "不对应，也不相关"),
    "explain.waterfall": ("How the score adds up", "得分的构成"),
    "explain.waterfall_legend": (
        "Words in common, down to pairs of characters and for less those of the heading above, and measures"
        " in common are what the pair shares; one topic or pillar only raises it. The score is the logistic"
        " function of all this, less a constant, and less the more other passages each of the two resembles;"
        " the rows divide it in the ratio of their weights.",
        "共同的词语（细到相邻两字；上级标题的字句也计，但权重较低）和举措是双方的共有内容，主题或支柱相同只起"
        "放大作用。得分是各项之和减去常数、再减去双方各自与对方其他段落的雷同程度之后的逻辑斯谛函数值，各行按权重"
        "分摊。",
    ),
    "explain.nothing.common": (
        "No telling word and no measure stands in both, so one topic or pillar has nothing to raise."
        " The one is about: {a}; the other about: {b}.",
        "双方没有共同的实义词语或举措，主题与支柱也就无从放大。一方的主题：{a}；另一方的主题：{b}。",
    ),
    "explain.nothing.chrome": (
        "Page furniture is left out of every comparison. The one is coded: {a}; the other: {b}.",
        "页面杂项不参与任何比较。一方归入：{a}；另一方归入：{b}。",
    ),
    "explain.by_hand.made": ("Made a counterpart by hand ({said}).", "人工认定为对应（{said}）。"),
    "explain.by_hand.parted": ("Taken away by hand ({said}).", "人工排除（{said}）。"),
    "explain.own_score": (
        "The program's own score is {score}: {level} ({limits}).",
        "程序自身的得分为 {score}：{level}（{limits}）。",
    ),
    "explain.part.term": ("own words", "自身词语"),
    "explain.part.measure": ("measure", "举措"),
    "explain.part.heading": ("headings above", "上级标题"),
    "explain.part.opener": ("opening of its block", "段落领起句"),
    "explain.part.neighbour": ("sentence before", "前一句"),
    "explain.part.form": ("form of the sentence", "行文形式"),
    "explain.part.several": ("several topics", "多个主题并列"),
    "explain.part.position": ("before all headings", "首个标题之前"),
    "explain.part.rule": ("coding rule", "编码规则"),
    "explain.part.units": ("units below", "下属单元"),
    "explain.part.words": ("words in common", "共同词语"),
    "explain.part.measures": ("measures in common", "共同举措"),
    "explain.part.topic": ("topic in common", "共同主题"),
    "explain.part.pillar": ("pillar in common", "共同支柱"),
    "explain.part.leaning": ("topic or runner-up", "首选或次选主题相通"),
    "explain.part.hand": ("set by hand", "人工设定"),
}
