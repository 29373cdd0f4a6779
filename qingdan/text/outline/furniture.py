"""网页文字和发布信息: what a web page prints around a report, and what a report's head says of its publication."""

import re

from .lines import Line

_LONGEST = 120
_FURNITURE = re.compile(
    r"今天是|无障碍|适老化|长者|简体|繁体|繁體|English|您?(?:现在|所在|当前)的?位置|当前位置|首页(?:\s|[>》»/|]|$)|网站首页"
    r"|[\[【(]?\s*字[体号]|[\[【(]?\s*(?:打印|关闭|收藏|分享|纠错|下载|返回)|分享到|(?:微信|微博|QQ)(?:扫|空间|好友|$)"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?\s*[::]|扫一扫|手机(?:扫|查看|打开|阅读)|版权所有|版权|主办(?:单位)?\s*[::]"
    r"|承办(?:单位)?\s*[::]|技术支持|[^。]{0,12}ICP备|[^。]{0,6}公网安备|网站(?:地图|标识码|声明|支持)|政府网站标识|联系我们|关于我们"
    r"|上一[篇条页]|下一[篇条页]|相关(?:链接|文章|稿件|阅读|文档|信息|附件)|友情链接|责任编辑|责编|编辑\s*[::]|审核\s*[::]|返回顶部"
    r"|设为首页|加入收藏|登录|注册|站内搜索|搜索|导航|Copyright|©|[-—–]\s*[0-9]{1,3}\s*[-—–]$|第?\s*[0-9]{1,3}\s*页(?:\s*共|$)"
)
_CRUMBS = re.compile(r"[^。]{1,20}(?:\s*(?:>+|»|›)\s*[^。>»›]{1,40})+$")
_FACTS = (
    r"(?:文章|信息|稿件|新闻)?来源|(?:发布|公开|公布|更新|发文|成文|生成|印发|录入|制发|施行)(?:时间|日期|机构|单位)|发文字号|文号|"
    r"索引号|主题(?:分类|词)|公开(?:方式|范围|类别)|有效性|签发人|作者|标题|名称|信息(?:分类|名称|类别)|组配分类|体裁分类"
)
_PUBLISHED = re.compile(rf"[\[【(|\s]*(?:{_FACTS}|时间|日期)\s*(?:[::]|\||\t)")
_PUBLISHED_WITHIN = re.compile(r"(?:来源|(?:发布|公开|成文|更新)(?:时间|日期|机构))\s*[::]\s*\S")
_NUMBER = re.compile(r"[^\s。]{1,20}[〔\[(【][0-9]{4}[〕\])】]\s*第?\s*[0-9]{1,4}\s*号$")
_DAY = r"[0-9〇○零一二三四五六七八九十Oo]{1,4}"
DATE = re.compile(
    rf"[(]?\s*(?:[0-9]{{4}}|[〇○零oO一二三四五六七八九]{{4}})\s*(?:年\s*{_DAY}\s*月(?:\s*{_DAY}\s*日)?|[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})"
    r"\s*[)]?(?:\s*星期[一二三四五六日天])?(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?$"
)


def is_furniture(line: Line) -> bool:
    """Tell whether a line belongs to the web page (navigation, print buttons, copyright) or is a page number."""
    bare = line.bare
    if len(bare) > _LONGEST or bare.endswith("。"):
        return False
    return bool(_FURNITURE.match(bare) or _CRUMBS.match(bare))


def tells_publication(line: Line) -> bool:
    """Tell whether a line says who published the report, when, or under which number (发布信息)."""
    bare = line.bare
    if len(bare) > 2 * _LONGEST or bare.endswith("。"):
        return False
    squeezed = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", bare)
    return bool(
        _PUBLISHED.match(squeezed) or _PUBLISHED_WITHIN.search(squeezed) or _NUMBER.match(bare) or DATE.match(bare)
    )
