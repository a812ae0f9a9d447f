"""What web sites write around the documents they show: patterns of whole lines.

Collected from the templates of government sites and of their mirrors. What only a site says is told from what
a document may say as well (来源：…, 分类：…, 关闭): that counts at the ends of a page alone.
"""

from __future__ import annotations

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_STAMP = r"(?:发布|发表|更新|上传|添加|录入)(?:时间|日期)"
# Labels of the record that a site keeps of a document; documents use those of the second row as well.
_OWN_LABEL = (
    r"(?:索\s*引\s*号|信息索引|发文字号|发文(?:机构|机关|单位|日期|时间)|成文日期|制发日期|生成日期|废止日期"
    r"|有\s*效\s*性|效力状态|主题分类|信息类别|信息名称|公开(?:方式|日期|时限|范围|类别|形式)|体裁分类|组配分类"
    r"|统一编号|公文种类|责任部门|公文时效|时\s*效\s*性|失效(?:日期|时间)|文件状态|(?:规范性)?文件(?:编号|登记号)|登记号"
    r"|内容概述)"
)
_LABEL = (
    rf"(?:{_OWN_LABEL}|文\s*号|名\s*称|标\s*题|分\s*类|主\s*题|主题词|关键[词字]|标签|服务对象"
    r"|(?:生效|实施)日期|发布(?:机构|机关|单位|日期|时间))"
)
_WHERE = r"(?:您|当前|现在|目前).{0,6}位置\s*[:：].*"  # where the reader is: 您当前的位置：首页 > 信息公开
_NEXT = r"[上下]一[篇条页]\s*[:：].*"
_SHARED = r"分享(?:到|至)\s*[:：].{0,40}"
_BULLET = r"(?:[•·●■]\s*)?"
REGISTRATION = _any_of(
    r".*(?:ICP备|公网安备)(?:案号)?\s*[:：]?\s*\d.*",
    r".*(?:网站标识码\s*[:：]|版权所有(?![者人权])|Copyright|©|All Rights Reserved).*",
)
# What no document says, in lines that do not end like sentences …
SITE = _any_of(
    REGISTRATION.pattern,
    _WHERE,
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
    _NEXT,
    r"(?:猜你喜欢|为您推荐|热门推荐|热门文章)[^，。]{0,10}",
    # the number of a printed page: — 3 —, 第 3 页 共 12 页
    r"(?P<dash>[-—–－一―·•~～]{1,3})\s*\d{1,4}\s*(?P=dash)|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?",
    # the date that a site shows, the header and footer of a printed page, a page's tools and advertisements
    r"(?:今天是\s*[:：]?\s*)?\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天].{0,20}",
    r"\d{1,4}[/年-]\d{1,2}[/月-]\d{1,4}日?,?\s+(?:[上下]午\s*)?\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s.{0,60})?",
    r"file://\S+(?:\s.{0,12})?|https?://\S+\s+\d{1,4}\s*/\s*\d{1,4}",
    r"[【\[（(]?\s*(?:打印|关闭|收藏)(?:本页|此页|窗口|正文|文章|页面)\s*[】\]）)]?|(?:设为首页|加入收藏)(?:[\s|].*)?",
    _SHARED,
    r"(?:热点|热门|精彩|编辑|猜你)推荐\s*[:：].*|[^。；]{2,40}(?:>>|＞＞|››|》》)",
    # icons, which are characters of a font of the site's
    r"[\ue000-\uf8ff\U000f0000-\U0010fffd\s]+",
)
# … and in those that do.
SITE_SENTENCE = _any_of(
    r"您.{0,20}离开.{0,80}|(?:访问|点击)的(?:链接|连结|网址).{0,20}离开.{0,60}",
    r".{0,30}(?:不支持|启用|开启|禁用|关闭).{0,10}JavaScript.{0,60}",
    r".{0,40}您.{0,10}浏览器.{0,60}|.{0,10}(?:建议|推荐)使用.{0,40}(?:浏览器|分辨率).{0,60}",
)
# What stands around a document, and may stand in one.
NUMBERED_FRAME = _any_of(rf"(?:\d{{1,2}}\s*[.、]\s*)?[\[【［]\s*{_LABEL}\s*[\]】］].*")
FRAME = _any_of(
    rf"{_BULLET}{_LABEL}\s*[:：].*",
    rf"{_BULLET}{_OWN_LABEL}(?:\s.*)?",
    r"\d{6,}[A-Z\d]*/\d{4}-\d+|(?:主动|依申请|不予)公开",  # the values of an index number, of access
    rf"(?:{_STAMP}|时间|日期)\s*[:：]\s*\d{{2,4}}[-/年.].*|今天是\s*[:：]?.{{0,30}}",
    # when, and where from or how often read: 2020-01-02 10:20:30 某某新闻网; 2020-01-02 413
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+(?:\d{1,2}[:：]\d\d\S*|\d{1,6})(?:\s.{0,20})?",
    r"[（(【\[]?\s*(?:信息|稿件|文章|文件|新闻)?(?:来源|作者|编辑|审核|校对|供稿|记者|发布者|发布人|录入)\s*[:：].*",
    r"[^。；，,>›»＞]{1,12}(?:\s*[>›»＞]{1,2}\s*[^。；，,>›»＞]{1,30})+[>›»＞\s]*",  # 政务公开 > 政策文件
    r".{2,20}(?:政府信息公开(?:平台|专栏|目录)?|门户网站|政府网站?|政务网|新闻网|信息网|法[律规]信息.{0,6}网)",
    r"[『【\[](?:图文|图表|视频|文字|政策|相关|专家)(?:解读|问答)[』】\]].*",
    r"[\[【（(]?\s*字\s*[体号]\s*(?:大小)?\s*[:：].{0,20}|(?:一键)?分享(?:到|至)?\s*[:：].{0,20}",
    r"(?:相关|延伸|推荐)(?:解读|政策|文档|文件|链接|报道|新闻|附件|阅读|推荐|信息|文章|稿件)\s*[:：]?",
    r"(?:相关|延伸)(?:链接|阅读|稿件)\s*[:：].{1,80}",
    # who wrote and who explains: （记者 张三 通讯员 李四）; 解读人:质量发展处
    r"[（(]\s*(?:本报|本网|特约)?(?:记者|通讯员)[\s:：][^（）()。；;]{1,40}[）)]|解读(?:单位|机构|部门|专家|人)\s*[:：].{1,60}",
    r"(?:公文)?相关(?:附件|文件下载)\s*[:：].{0,60}|(?:搜索)?热(?:门|搜)?(?:词|搜索)\s*[:：].*",
    r".{0,12}(?:扫描|扫一扫|长按|识别).{0,8}二维码.{0,12}|关注我们|.{0,30}微信公众(?:号|平台)",
    r"(?:链接|网址)\s*[:：].*|(?:https?:)?//\S+|www\.\S+",
    r"(?:主办|承办|协办)(?:单位)?\s*[:：].*|(?:技术支持|网站建设)\s*[:：].*",
    r"(?:服务|咨询|客服|投诉|监督|举报)(?:热线|电话)\s*[:：][\d\s-]+|(?:公司|单位|通讯|联系)?地址\s*[:：].{0,40}",
)
EMPTY_LABEL = re.compile(rf"{_BULLET}{_LABEL}\s*[:：]")
LABELLED = re.compile(rf"{_BULLET}{_LABEL}\s.*")  # a label without its colon
BREADCRUMB = _any_of(_WHERE, r"首\s*页\s*[>›»＞].*")
# The words of menus, of search forms and of a page's tools; several may be written as one.
WORDS = _any_of(
    r"(?:首页|网站首页|返回首页|新闻中心|(?:新闻|工作|要闻)动态|政务公开|信息公开|政府信息公开|政策|政策(?:公开|文件|法规|解读)"
    r"|规章|规章库|规范性文件|其他文件|通知公告|公示公告|互动交流|政民互动|政务服务|办事服务|网上办事|数据开放|机构(?:设置|职能)"
    r"|领导之窗|走进\w{2,4}|(?:网站|站点)地图|联系我们|关于我们|友情链接|登录|注册|退出|无障碍|无障碍(?:阅读|浏览)|长者(?:助手|版|模式|专区)"
    r"|适老模式|关怀版|老年版|[简繁]体(?:版|中文)?|繁體(?:版|中文)?|(?:英文|中文|手机|移动|电脑)版|我的收藏|微信|微博"
    r"|网络|网络支持|网站支持|站内搜索|高级搜索|搜索|搜索位置|排序方式|按时间|按相关度|文件状态|不限|现行有效|已失效|标题|全文"
    r"|继续访问|放弃|取消|确定|打印|打印(?:本|此)页|打印正文|下载|下载(?:文字版|图片版|正文)|全屏|关闭|关闭(?:本页|窗口)|分享|分享到|一键分享|复制链接"
    r"|纠错|我要纠错|发布|加大|还原|减小|默认|特大|大|中|小|字体|字号|字体大小|语音播报|朗读|收藏|收起|展开|更多|返回|返回顶部|[上下]一页"
    r"|[A-Za-z][A-Za-z\d&-]*+|[^\w\s]){1,8}"
)
# Short lines that are the document's: a part of a title; the end of an issuer or of a date, an attachment.
TITLE = re.compile(
    r".*(?:方案|计划|规划|意见|通知|通告|公告|办法|规定|决定|细则|纲要|条例|报告|解读|措施|要点|清单|目录|稿)|关于.*"
)
SIGNED = re.compile(
    r".*(?:局|委|厅|部|[委府公]办|政府|会|中心|公司|院|室|队|处|署|行|省|市|区|县|州|盟|旗|镇|乡|年|月|日)|附件.*"
)
# What begins the foot of a page: everything below it is the site's, but for attachments.
FOOT = _any_of(
    _NEXT,
    r"(?:猜你喜欢|为您推荐|(?:热门|相关|热点|推荐)(?:推荐|文[档章]|新闻|阅读|链接|报道))\s*[:：]?.{0,10}",
    _SHARED,
    r"[【\[（(]?\s*(?:打印|关闭)(?:本页|此页|窗口|正文|文章|页面)\s*[】\]）)]?",
)
ATTACHED = re.compile(r"附\s*[件表].*")
