"""What one page of the built site shows by itself: what its policy forbids, template remains, values of Python."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

BROKEN = re.compile(r"\{\{|\{%|Traceback \(most recent call last\)|Macro (?:Rendering|Syntax) Error")

_LEAKED = ("None", "True", "False", "nan", "Undefined")
_HANDLER = re.compile(rb"""on(?<=[\s/"']on)""")
"""Where an attribute's name can begin with `on`: names follow white space, a slash or a closing quote."""


def against_policy(html: bytes, tree: LexborHTMLParser) -> Iterator[str]:
    """Yield what the content security policy would block or what could get round it: the allow-list is empty."""
    if not tree.css('meta[http-equiv="Content-Security-Policy"]'):
        yield "缺少内容安全策略"
    for script in tree.css("script:not([src])"):
        if script.attributes.get("type") not in ("application/json", "application/ld+json"):
            yield f"有内嵌脚本：{script.text().strip()[:40]}"
    for node in tree.css("*" if _HANDLER.search(html.lower()) else "[style]"):
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                yield f"<{node.tag}> 有内嵌的 {name}"


def text_without_code(tree: LexborHTMLParser) -> str:
    """Remove scripts, styles and examples of code, which may hold anything, and return the text of what is left."""
    for node in tree.css("script, style, pre, code"):
        node.decompose()
    return tree.body.text() if tree.body else ""


def python_values(tree: LexborHTMLParser, text: str) -> Iterator[str]:
    """Yield the cells that print a Python value instead of a word; `text` is the text of the page."""
    together = "".join(text.split())
    if any(word in together for word in _LEAKED):
        for cell in tree.css("td, th, dd, li, figcaption"):
            if (shown := cell.text(strip=True)) in _LEAKED:
                yield f"页面上有一格写着“{shown}”"
