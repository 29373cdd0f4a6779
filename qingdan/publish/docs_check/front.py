"""What the front matter of a page may say: a few known keys; engines give others a meaning (a template, a macro's name)."""

import re
from collections.abc import Iterator

from ...source.front import HOW, Front
from ...text.problem import excerpt, nearest
from .fault import Fault

_TEXTS = ("title", "description", "column")
_NEEDED = ("title", "description")
_OTHERS = {"render_macros": (True, "true；用不到宏的页面删去这一行"), "search": ({"exclude": True}, "{exclude: true}")}
_HIDDEN = ("navigation", "toc")
_KEYS = (*_TEXTS, *_OTHERS, "hide")
_MARKS = re.compile(r'[<>&"{}\\]')


def faults_in_front(front: Front) -> Iterator[Fault]:
    """Yield what the engine would take from the front matter and no page may say."""
    for key in _NEEDED:
        if key not in front.meta:
            yield Fault(1, 1, f"缺少“{key}”；{HOW}")
    for key, node in front.fields.items.items():
        if key not in _KEYS:
            place = front.fields.keys[key]
            yield Fault(place.line, place.column, f"开头没有“{excerpt(key)}”这一项，{nearest(key, _KEYS)}")
        elif message := _fault_of(key, front.meta.get(key)):
            yield Fault(node.place.line, node.place.column, message)


def _fault_of(key: str, value: object) -> str | None:
    if key in _TEXTS:
        if not isinstance(value, str):
            return f"“{key}”应是一行文字"
        if found := _MARKS.search(value):
            return f"“{key}”里有“{found[0]}”，会被当成网页代码；请改用汉字标点，例如“”（）《》"
        return None
    if key == "hide":
        known = isinstance(value, list) and all(word in _HIDDEN for word in value)
        return None if known else "“hide”只能写 [navigation, toc]、[navigation] 或 [toc]"
    allowed, how = _OTHERS[key]
    return None if value == allowed else f"“{key}”只能写 {how}"
