"""Page furniture: lines that are the web page's and not the document's.

Nothing of the document may be taken for furniture: it would be lost from every comparison. So only what no
document says is furniture anywhere. What one may say as well (来源：…, 分类：…, 关闭, a few short words)
counts in the head, which ends with the first heading or long sentence, and in the foot, which ends the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qcompare.parsing.headings import headings, numbered
from qcompare.parsing.lines import Line

_LONGEST = 300  # characters: a longer line is a paragraph
_SENTENCE = 20  # characters: a shorter sentence ahead of the document may be a greeting of the site
_MENU = 3  # so many lines of a site's words make a menu of the short lines between them


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_STAMP = r"(?:发布|发表|更新|上传|添加|录入)(?:时间|日期)"
# Labels of the record that a site keeps of a document; documents use those of the second row as well.
_OWN_LABEL = (
    r"(?:索\s*引\s*号|信息索引|发文字号|发文(?:机构|机关|单位|日期|时间)|成文日期|制发日期|生成日期|废止日期"
    r"|有\s*效\s*性|效力状态|主题分类|信息类别|信息名称|公开(?:方式|日期|时限|范围|类别|形式)|体裁分类|组配分类"
    r"|统一编号|公文种类)"
)
_LABEL = (
    rf"(?:{_OWN_LABEL}|文\s*号|名\s*称|标\s*题|分\s*类|主\s*题|主题词|关键[词字]|标签|服务对象"
    r"|(?:生效|实施)日期|发布(?:机构|机关|单位|日期|时间))"
)
_REGISTRATION = _any_of(
    r".*(?:ICP备|公网安备)(?:案号)?\s*[:：]?\s*\d.*",
    r".*(?:网站标识码\s*[:：]|版权所有(?![者人权])|Copyright|©|All Rights Reserved).*",
)
# What no document says, in lines that do not end like sentences …
_SITE = _any_of(
    _REGISTRATION.pattern,
    # where the reader is: 您当前的位置：首页 > 信息公开
    r"(?:您|当前|现在|目前).{0,6}位置\s*[:：].*",
    r"首\s*页\s*(?:>|›|»|＞|→|/|-).*",
    # counters and stamps: 浏览量：  时间：2020-01-02; 作者：张三  点击：[12]次; not 阅读：全民阅读
    r"(?:.*[\s|]|)[\[【（(]?(?:浏览|点击|阅读|访问)(?:量|次数|数|率)?\s*[:：][\s\d\[【（(,-]*[次\]】）)]*(?:[\s|].*)?",
    rf"{_STAMP}\s*[:：]\s*\d{{4}}[-/年.]\d{{1,2}}[-/月.]\d{{1,2}}日?\s+\d{{1,2}}[:：]\d\d.*",
    r"您是第.{0,12}位访(?:客|问者)",
    r"[（(【\[]?\s*责任?编辑?\s*[:：].{0,20}",
    # codes to scan: 扫一扫在手机打开当前页; not 推行扫码支付
    r".{0,8}扫.{0,6}(?:手机|分享|关注|打开|本页|此页|当前页).{0,20}",
    # links, keywords, what else the site has
    r"(?:本文|原文|文章|来源)(?:链接|地址|网址)\s*[:：].*",
    r"本文(?:关键[词字]|标签)\s*[:：].*",
    r"[上下]一[篇条页]\s*[:：].*|(?:猜你喜欢|为您推荐|热门推荐|热门文章)[^，。]{0,10}",
    # icons, which are characters of a font of the site's
    r"[\ue000-\uf8ff\U000f0000-\U0010fffd\s]+",
)
# … and in those that do.
_SITE_SENTENCE = _any_of(
    r"您.{0,20}离开.{0,80}|(?:访问|点击)的(?:链接|连结|网址).{0,20}离开.{0,60}",
    r".{0,30}(?:不支持|启用|开启|禁用|关闭).{0,10}JavaScript.{0,60}",
    r".{0,40}您.{0,10}浏览器.{0,60}|.{0,10}(?:建议|推荐)使用.{0,40}(?:浏览器|分辨率).{0,60}",
)
# What stands around a document, and may stand in one.
_NUMBERED_FRAME = _any_of(rf"(?:\d{{1,2}}\s*[.、]\s*)?[\[【［]\s*{_LABEL}\s*[\]】］].*")
_FRAME = _any_of(
    rf"{_LABEL}\s*[:：].*",
    rf"{_OWN_LABEL}(?:\s.*)?",
    rf"(?:{_STAMP}|时间|日期)\s*[:：]\s*\d{{2,4}}[-/年.].*",
    r"[（(【\[]?\s*(?:信息|稿件|文章|文件|新闻)?(?:来源|作者|编辑|审核|校对|供稿|记者|发布者|发布人|录入)\s*[:：].*",
    r"[^。；，,>›»＞]{1,12}(?:\s*[>›»＞]{1,2}\s*[^。；，,>›»＞]{1,30})+[>›»＞\s]*",  # 政务公开 > 政策文件
    r"[\[【（(]?\s*字\s*[体号]\s*(?:大小)?\s*[:：].{0,20}|(?:一键)?分享(?:到|至)?\s*[:：].{0,20}",
    r"(?:相关|延伸|推荐)(?:解读|政策|文档|文件|链接|报道|新闻|附件|阅读|推荐|信息|文章|稿件)\s*[:：]?",
    r"(?:公文)?相关(?:附件|文件下载)\s*[:：].{0,60}|(?:搜索)?热(?:门|搜)?(?:词|搜索)\s*[:：].*",
    r".{0,12}(?:扫描|扫一扫|长按|识别).{0,8}二维码.{0,12}|关注我们|.{0,30}微信公众(?:号|平台)",
    r"(?:链接|网址)\s*[:：].*|(?:https?:)?//\S+|www\.\S+",
    r"(?:主办|承办|协办)(?:单位)?\s*[:：].*|技术支持\s*[:：].*",
)
_EMPTY_LABEL = re.compile(rf"{_LABEL}\s*[:：]")
# The words of menus, of search forms and of a page's tools; several may be written as one.
_WORDS = _any_of(
    r"(?:首页|网站首页|返回首页|新闻中心|(?:新闻|工作|要闻)动态|政务公开|信息公开|政府信息公开|政策|政策(?:公开|文件|法规|解读)"
    r"|规章|规章库|规范性文件|其他文件|通知公告|公示公告|互动交流|政民互动|政务服务|办事服务|网上办事|数据开放|机构(?:设置|职能)"
    r"|领导之窗|走进\w{2,4}|(?:网站|站点)地图|联系我们|关于我们|友情链接|登录|注册|退出|无障碍|无障碍(?:阅读|浏览)|长者助手"
    r"|适老模式|关怀版|老年版|[简繁]体(?:版|中文)?|繁體(?:版|中文)?|(?:英文|中文|手机|移动|电脑)版|我的收藏|微信|微博"
    r"|网络|网络支持|网站支持|站内搜索|高级搜索|搜索|搜索位置|排序方式|按时间|按相关度|文件状态|不限|现行有效|已失效|标题|全文"
    r"|打印|打印(?:本|此)页|打印正文|下载|下载(?:文字版|图片版|正文)|全屏|关闭|关闭(?:本页|窗口)|分享|分享到|一键分享|复制链接"
    r"|纠错|我要纠错|加大|还原|减小|默认|特大|大|中|小|字体|字号|字体大小|语音播报|朗读|收藏|收起|展开|更多|返回|返回顶部|[上下]一页"
    r"|[A-Za-z][A-Za-z\d&-]*+|[^\w\s]){1,8}"
)
_SENTENCE_END = re.compile(r"[。；！？]|[;!?]$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORT = re.compile(r"[^\W\d_]{1,8}|[A-Za-z]+\d?|[^\w\s]{1,3}")
# Short lines that are the document's: a part of a title; the end of an issuer or of a date, an attachment.
_TITLE = re.compile(
    r".*(?:方案|计划|规划|意见|通知|通告|公告|办法|规定|决定|细则|纲要|条例|报告|解读|措施|要点|清单|目录|稿)|关于.*"
)
_SIGNED = re.compile(
    r".*(?:局|委|厅|部|[委府公]办|政府|会|中心|公司|院|室|队|处|署|行|省|市|区|县|州|盟|旗|镇|乡|年|月|日)|附件.*"
)


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are furniture."""
    texts = [line.text for line in lines]
    site = {i for i, text in enumerate(texts) if _is_site(text)}
    words = {i for i, text in enumerate(texts) if _is_words(text)}
    frame = words | {i for i, text in enumerate(texts) if _is_frame(text)}
    head_end, foot_start = _document(lines, site | frame)
    outside = site | {i for i in frame if i < head_end}
    outside |= set(_between(texts[:head_end], outside, words))
    return frozenset(outside | set(_foot(texts, max(head_end, foot_start), site, frame, words)))


def _is_site(text: str) -> bool:
    if len(text) > _LONGEST or numbered(text):
        return False
    ends = _SENTENCE_END.search(text) is not None
    return _SITE_SENTENCE.fullmatch(text) is not None or (not ends and _SITE.fullmatch(text) is not None)


def _is_frame(text: str) -> bool:
    if len(text) > _LONGEST or _SENTENCE_END.search(text):
        return False
    if _NUMBERED_FRAME.fullmatch(text):
        return True
    return numbered(text) is None and _FRAME.fullmatch(text) is not None


def _is_words(text: str) -> bool:
    """Whether a line holds only words of menus and tools, or several of them among other short words."""
    if len(text) > _LONGEST or len(text) == 1:
        return False
    words = [word for word in text.split() if _HAN.search(word)]
    known = sum(_WORDS.fullmatch(word) is not None for word in words)
    return 0 < known == len(words) or (known >= 2 and len(words) >= _MENU and _is_short(text))


def _is_short(text: str) -> bool:
    """Whether a line holds a few short words, none of them of the document's."""
    of_document = _TITLE.fullmatch(text) or _SIGNED.fullmatch(text)
    return not of_document and all(_SHORT.fullmatch(w) or _WORDS.fullmatch(w) for w in text.split())


def _document(lines: Sequence[Line], around: Collection[int]) -> tuple[int, int]:
    """Where the document begins, with its first heading or long sentence, and ends, behind the last one."""
    inside = [i for i in range(len(lines)) if i not in around]
    found = headings([lines[i] for i in inside])
    certain = [i for i, heading in zip(inside, found, strict=True) if heading]
    sentences = [i for i in inside if _SENTENCE_END.search(lines[i].text)]
    long = [i for i in sentences if len(lines[i].text) >= _SENTENCE]
    begin = min((*certain[:1], *long[:1]), default=len(lines))
    return begin, 1 + max((*certain[-1:], *sentences[-1:]), default=len(lines))


def _between(head: Sequence[str], outside: Collection[int], words: Collection[int]) -> Iterator[int]:
    """What furniture surrounds in the head.

    Marks behind it; the value of a label, but for a title that stands nowhere else; short words in a menu.
    """
    is_menu = sum(i in words for i in range(len(head))) >= _MENU
    times = Counter(head)
    for before, after in pairwise((*sorted(i for i in outside if i < len(head)), len(head))):
        between = range(before + 1, after)
        value = head[before + 1] if len(between) == 1 and _EMPTY_LABEL.fullmatch(head[before]) else ""
        if between and not re.search(r"\w", head[before + 1]):
            yield before + 1
        elif after == len(head):
            return
        elif value and (times[value] > 1 or not _TITLE.fullmatch(value)):
            yield before + 1
        elif is_menu and all(_is_short(head[i]) for i in between):
            yield from between


def _foot(
    texts: Sequence[str], start: int, site: Collection[int], frame: Collection[int], words: Collection[int]
) -> Iterator[int]:
    """The frame that ends the page, and the short words below the site's registration."""
    marks = (i for i in range(start, len(texts)) if i in site and _REGISTRATION.fullmatch(texts[i]))
    mark = next(marks, len(texts))
    yield from (i for i in range(mark, len(texts)) if i in frame or _is_short(texts[i]))
    first = mark
    while first > start and (first - 1 in site or first - 1 in frame):
        first -= 1
    ending = range(first, mark)
    alone = mark == len(texts) and len(ending) == 1 and first in words
    yield from () if alone else ending
