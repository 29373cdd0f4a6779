"""The HTML of a page: what Markdown makes of it is read as a browser reads it, and held against a list of what is allowed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...site.site import Site
from ...text.problem import excerpt, printable
from ..prose import EXTENSIONS
from .calls import PLACEHOLDER
from .fault import Fault
from .links import fault_of_link, fault_of_picture

MAX_FAULTS = 20
CODE = frozenset(("code", "pre"))
VOID = frozenset(("br", "hr", "img"))
TAGS = VOID | {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong", "em", "del", "sub", "sup", "kbd", "a", "code"),
}
_FRAME = frozenset(("html", "head", "body"))
ATTRIBUTES = {
    "id": r"[a-z0-9][a-z0-9-]*|_[0-9]+",
    **dict.fromkeys(("a href", "a title", "img src", "img title"), r".*"),
    "img alt": r".+",
    "img loading": r"lazy",
    "img class": r"shot",
    "code class": r"language-[a-z0-9-]+",
    **dict.fromkeys(("img width", "img height", "ol start"), r"[0-9]{1,4}"),
    **dict.fromkeys(("th align", "td align"), r"left|center|right"),
}
_END = re.compile(r"</([a-zA-Z][^\s/>]*)")
_JINJA = re.compile(r"\{[{%#]")
_INCLUDE = re.compile(r"-+8<-+")

_PLAIN = "请只用 Markdown 的写法，要照样显示的用反引号“`”括起来"

Finding = tuple[str, str]
"""What is wrong, and the text to look for in the source to find the column."""


def faults_in_markup(body: str, page: PurePosixPath, site: Site) -> Iterator[Fault]:
    """Yield what a page holds beyond plain Markdown, at the first line with which it appears.

    In: the page with PLACEHOLDER for its macro calls, and its path below `docs/`.
    """
    lines = body.split("\n")
    for number, line in enumerate(lines, 1):
        if found := _INCLUDE.search(line):
            yield Fault(number, found.start() + 1, "不能用“--8<--”引入别的文件；请把要写的话写在这里")

    @cache
    def found_in(count: int) -> tuple[Finding, ...]:
        return tuple(_findings("\n".join(lines[:count]), page, site))

    seen: Counter[Finding] = Counter()
    for finding in found_in(len(lines))[:MAX_FAULTS]:
        seen[finding] += 1
        times = seen[finding]
        first = bisect_left(range(1, len(lines) + 1), True, key=lambda count: found_in(count).count(finding) >= times)
        yield Fault(*_place(lines, min(first, len(lines) - 1), finding[1]), finding[0])


def _place(lines: list[str], last: int, words: str) -> tuple[int, int]:
    """Return line and column of `words`, in the last line that has them up to the one with which the fault appears."""
    for line in range(last, -1, -1):
        if (column := lines[line].lower().find(words.lower())) >= 0:
            return line + 1, column + 1
    return last + 1, 1


@lru_cache(maxsize=200)
def _html_of(body: str) -> str:
    """Return a page as Markdown gives it; a preview asks for the same pages again and again."""
    return Markdown(extensions=EXTENSIONS, extension_configs={"tables": {"use_align_attribute": True}}).convert(body)


def _findings(body: str, page: PurePosixPath, site: Site) -> Iterator[Finding]:
    html = _html_of(body)
    elements: Counter[str] = Counter()
    root = LexborHTMLParser(f"<body>{html}").root
    for node in root.traverse(include_text=True) if root else ():
        if node.tag == "-text":
            if (found := _JINJA.search(node.text())) and CODE.isdisjoint(_around(node)):
                how = "要填入的，在开头加一行 render_macros: true，要照样显示的，用反引号“`”括起来"
                yield f"这里的“{found[0]}”不会被填入；{how}", found[0]
        elif node.tag == "-comment":
            yield "不能写注释“<!-- -->”，请删去", "<!--"
        elif node.tag not in TAGS | _FRAME:
            yield f"不能用 <{node.tag}>；{_PLAIN}", f"<{node.tag}"
        else:
            elements[node.tag] += 1
            yield from _in_element(node, page, site)
    ends = Counter(name.lower() for name in _END.findall(html))
    for tag in sorted(ends.keys() | elements.keys() - VOID - _FRAME):
        if tag not in TAGS:
            yield f"不能用 </{tag}>；{_PLAIN}", f"</{tag}"
        elif ends[tag] != elements[tag]:
            yield f"<{tag}> 和 </{tag}> 没有成对，请补全或删去", f"{tag}>"


def _around(node: LexborNode) -> Iterator[str | None]:
    while parent := node.parent:
        yield parent.tag
        node = parent


def _in_element(node: LexborNode, page: PurePosixPath, site: Site) -> Iterator[Finding]:
    for name, given in node.attributes.items():
        value = given or ""
        form = ATTRIBUTES.get(name if name == "id" else f"{node.tag} {name}")
        if form is None:
            yield f"<{node.tag}> 上不能写“{printable(excerpt(name))}”，请删去", f"{name}="
        elif PLACEHOLDER in value:
            yield "“{{ }}”不能写在链接、图片或属性里", PLACEHOLDER
        elif not re.fullmatch(form, value):
            yield f"<{node.tag}> 的“{name}”不能是“{printable(excerpt(value))}”，请删去或照别的页面写", f"{name}="
    if node.tag == "a" and (message := fault_of_link(node.attributes.get("href") or "", page, site)):
        yield message, node.attributes.get("href") or "]("
    if node.tag == "img":
        if not node.attributes.get("alt"):
            yield "图片没有说明；请写成 ![图上有什么](图片)", "!["
        if message := fault_of_picture(node.attributes.get("src") or "", page):
            yield message, node.attributes.get("src") or "!["
