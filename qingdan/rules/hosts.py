"""Sources link only to hosts that the vocabulary lists, and it lists only those that stand for what they show."""

import re
from collections.abc import Iterator

from ..model import NumberSource, Source
from ..model.load import Data
from ..model.vocab import Host
from ..text.example import Example
from ..text.problem import Problem, excerpt, nearest

NAME = "网址"
DEMAND = "来源的网址只用词表“站点”里列出的网站；“站点”只列政府网站（名称是 gov.cn 或者以 .gov.cn 结尾）和新闻媒体自己的网站。"
EXAMPLES = (
    Example(
        "网址: 'https://www.example.gov.cn/rules'",
        "网址: 'https://www.example.com/rules'",
        "“https://www.example.com/rules”的网站不在 vocab.yml 的“站点”里，可以写：gov.cn；要用别的网站，请先加到“站点”里",
        "laws/laws.yml",
    ),
    Example(
        "网址: 'https://www.example.gov.cn/rules'",
        "网址: www.example.gov.cn/rules",
        "“www.example.gov.cn/rules”不是完整的网址，请写成 https://网站/页面 的样子，用英文单引号括起来",
        "laws/laws.yml",
    ),
    Example(
        "  - {名称: gov.cn, 标识: gov-cn, 类别: 政府网站, 定义: 政府网站。}",
        "  - {名称: gov.cn, 标识: gov-cn, 类别: 政府网站, 定义: 政府网站。}\n"
        "  - {名称: example.com, 标识: example-com, 类别: 新闻媒体, 定义: 用户上传文档的网站。}",
        "“example.com”的定义写着“上传”，这样的网站不能链接；请从“站点”里删去，用到它的来源不写网址，名称里写明“网址待核”",
        "vocab.yml",
    ),
)


_SECOND_HAND = ("文库", "上传", "下载", "转载", "代码")
_URL = re.compile(r"https?://([A-Za-z0-9.-]+)(?::[0-9]{1,4})?(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def host_of(url: str, hosts: tuple[Host, ...]) -> Host | None:
    """Return the listed host that `url` belongs to, itself or as a subdomain; None if it is not listed.

    Only plain http and https addresses belong to a host: no user part, no backslash, no white space, which
    browsers and RFC 3986 read differently.
    """
    form = _URL.fullmatch(url)
    name = form[1].lower() if form else ""
    return next((host for host in hosts if name == host.name or name.endswith("." + host.name)), None)


def check(data: Data) -> Iterator[Problem]:
    """Yield addresses that are not http(s) or whose host is not on the list."""
    sources = [(place, source.url) for place, source in data.pieces(Source)]
    sources += [(place, source.url) for place, source in data.pieces(NumberSource)]
    for place, url in sources:
        if url and not host_of(url, data.vocab.value.hosts):
            yield Problem(place("网址"), NAME, _fault(url, data.vocab.value.hosts))
    for place, host in data.pieces(Host):
        if fault := _fault_of_host(host):
            yield Problem(place("名称"), NAME, fault)


def _fault_of_host(host: Host) -> str | None:
    if host.kind == "政府网站" and not f".{host.name}".endswith(".gov.cn"):
        return f"“{host.name}”不是 gov.cn 下面的网站，“类别”不能写“政府网站”"
    if word := next((word for word in _SECOND_HAND if word in host.meaning), None):
        return (
            f"“{host.name}”的定义写着“{word}”，这样的网站不能链接；"
            "请从“站点”里删去，用到它的来源不写网址，名称里写明“网址待核”"
        )
    return None


def _fault(url: str, hosts: tuple[Host, ...]) -> str:
    if not (form := _URL.fullmatch(url)):
        return f"“{excerpt(url, 60)}”不是完整的网址，请写成 https://网站/页面 的样子，用英文单引号括起来"
    hint = nearest(form[1].lower(), [host.name for host in hosts])
    return f"“{excerpt(url, 60)}”的网站不在 vocab.yml 的“站点”里，{hint}；要用别的网站，请先加到“站点”里"
