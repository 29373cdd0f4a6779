"""The front matter of a page: a few known keys; engines give other keys a meaning of their own (a template, a macro's name)."""

import re
from dataclasses import dataclass, field

from ..problem import excerpt, nearest
from ..read import List, Map, Node, Text, parse, values
from .fault import Fault

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_TEXTS = ("title", "description", "column")
_NEEDED = ("title", "description")
_OTHERS = {
    "render_macros": ("true", "true；用不到宏的页面删去这一行"),
    "search": ({"exclude": "true"}, "{exclude: true}"),
}
_HIDDEN = ("navigation", "toc")
_KEYS = (*_TEXTS, *_OTHERS, "hide")
_MARKS = re.compile(r'[<>&"{}\\]')
HOW = "请照别的页面，第一行写 ---，接着写 title: 和 description: 两行，再写一行 ---"


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says: how many lines it takes, whether macros are called, what is wrong with it."""

    lines: int = 0
    macros: bool = False
    faults: list[Fault] = field(default_factory=list)


def front_matter(text: str, name: str) -> Front:
    """Read the front matter of a page. Raises Refused where it is not the YAML that `data/` may hold."""
    found = _FRONT.match(text)
    if not found:
        return Front(faults=[Fault(1, 1, f"开头没有标题和描述；{HOW}")])
    lines = found[0].count("\n")
    node = parse(f"\n{found[1]}", name)
    if not isinstance(node, Map):
        return Front(lines, faults=[Fault(1, 1, f"两行 --- 之间应写成“项目: 值”；{HOW}")])
    faults = [Fault(1, 1, f"缺少“{key}”；{HOW}") for key in _NEEDED if key not in node.items]
    for key, value in node.items.items():
        if key not in _KEYS:
            place = node.keys[key]
            faults.append(Fault(place.line, place.column, f"开头没有“{excerpt(key)}”这一项，{nearest(key, _KEYS)}"))
        elif message := _fault_of(key, value):
            faults.append(Fault(value.place.line, value.place.column, message))
    return Front(lines, "render_macros" in node.items, faults)


def _fault_of(key: str, value: Node) -> str | None:
    if key in _TEXTS:
        if not isinstance(value, Text):
            return f"“{key}”应是一行文字"
        if found := _MARKS.search(value.value):
            return f"“{key}”里有“{found[0]}”，会被当成网页代码；请改用汉字标点，例如“”（）《》"
        return None
    if key == "hide":
        words = values(value)
        known = isinstance(value, List) and all(word in _HIDDEN for word in words)
        return None if known else "“hide”只能写 [navigation, toc]、[navigation] 或 [toc]"
    allowed, how = _OTHERS[key]
    return None if values(value) == allowed else f"“{key}”只能写 {how}"
