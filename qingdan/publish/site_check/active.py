"""What no page of the built site may hold: elements that run, restyle or stand for something else, attributes that send or load."""

import re
from collections.abc import Iterator
from pathlib import Path

import tinycss2
from selectolax.lexbor import LexborHTMLParser
from tinycss2.ast import Node

from ..docs_check.drawing import fault_of_drawing

_ELEMENTS = (
    *("base", "object", "embed", "applet", "iframe", "frame", "frameset", "fencedframe", "portal", "style", "template"),
    *("foreignobject", "use", "image", "animate", "animatemotion", "animatetransform", "set"),
    *("math", "param", "marquee"),
)
_MAY_HOLD = re.compile(rf"<(?:{'|'.join(_ELEMENTS)})[\s/>]".encode())
_ATTRIBUTES = (
    *("action", "formaction", "ping", "srcset", "imagesrcset", "poster", "data", "srcdoc", "background", "manifest"),
    *("codebase", "archive", "classid", "longdesc", "lowsrc", "dynsrc", "profile", "attributionsrc"),
)
_ASKING = ", ".join(f"[{name}]" for name in _ATTRIBUTES)
_SCRIPT = re.compile(
    r"[a-zA-Z][\w+.-]*:.*|//.*|(?:\./|(?:\.\./)*|/(?:[^/?#\\]+/)*)assets/(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.js(?:\?v=\w+)?"
)
"""One from another host, which `strangers` names, or one of the site's own."""
_LOADING = frozenset(("url", "src", "image", "image-set", "-webkit-image-set"))
_ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)


def active_parts(html: bytes, tree: LexborHTMLParser, redirect: bool) -> Iterator[str]:
    """Yield what a page holds that runs, sends or loads; `redirect` where it is to lead on to another page."""
    if tree.root and _MAY_HOLD.search(html.lower()):
        for node in tree.root.traverse():
            if (node.tag or "").lower() in _ELEMENTS:
                yield f"不该有 <{node.tag}>"
    for node in tree.css(_ASKING):
        for name in node.attributes.keys() & set(_ATTRIBUTES):
            yield f"<{node.tag}> 不该有 {name}：{node.attributes[name]}"
    for node in tree.css("meta[http-equiv]"):
        what = (node.attributes["http-equiv"] or "").strip().lower()
        if what != "content-security-policy" and not (what == "refresh" and redirect):
            yield f"不该有 <meta http-equiv={what}>：{node.attributes.get('content')}"
    for node in tree.css("script[src]"):
        if not _SCRIPT.fullmatch(node.attributes["src"] or ""):
            yield f"脚本不是本站 assets 里的：{node.attributes['src']}"


def drawn_wrong(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each drawing that holds more than plain shapes, with the message."""
    for path in folder.rglob("*.svg"):
        if fault := fault_of_drawing(path.read_bytes()):
            yield path.relative_to(folder).as_posix(), f"第 {fault.line} 行：{fault.message}"


def styled_from_elsewhere(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each style sheet that imports another or loads something from elsewhere, with the message."""
    for path in folder.rglob("*.css"):
        for target in _loaded(tinycss2.parse_component_value_list(path.read_bytes().decode())):
            yield path.relative_to(folder).as_posix(), f"样式引用了别处的内容：{target}"


def _loaded(tokens: list[Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "at-keyword" and token.lower_value == "import":
            yield "@import"
        elif token.type == "url" and _ELSEWHERE.match(token.value):
            yield token.value
        elif token.type == "function":
            strings = (one.value for one in token.arguments if one.type == "string" and token.lower_name in _LOADING)
            yield from filter(_ELSEWHERE.match, strings)
            yield from _loaded(token.arguments)
        elif token.type.endswith("block"):
            yield from _loaded(token.content)
