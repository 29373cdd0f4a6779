"""The front matter of a page: cut off with the engine's own pattern, and refused wherever the engine could read another page than we.

Engines show what they cannot read as front matter, and run it where the page calls macros; some keys mean to them more
than words (a template, a macro's name). So the fences are looked for as MkDocs does, and between them each line is one
of a few known items in a known form: nothing that YAML types, nothing that YAML passes over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ..text.characters import places
from ..text.problem import Place, Problem, excerpt, nearest
from .read import LOADER, Refused, parse

RULE = "页面写法"
HOW = "请照别的页面，第一行写 ---，接着写 title: 和 description: 两行，再写一行 ---"

_FRONT = re.compile(r"(-{3}[ \t]*)\n(.*?\n)(\.{3}[ \t]*|-{3}[ \t]*)\n", re.DOTALL)
_ITEM = re.compile(r"""([^:{#]+): +('(?:[^']|'')*'|"[^"]*"|\[.*\]|\{.*\}|[^\s'"\[{|>].*?) *""")
_NEEDED = ("title", "description")
_TEXTS = (*_NEEDED, "column")
_OTHERS = {"render_macros": "true", "search": "{exclude: true}", "hide": "[navigation, toc]、[navigation]、[toc]"}
_MARKS = re.compile(r'[<>&"{}\\]')
_WORDS = "tag:yaml.org,2002:str"


class Front(NamedTuple):
    """A page in two: its head with both fences, what the engine takes from it; and its body."""

    head: str
    meta: dict[str, object]
    body: str

    @property
    def macros(self) -> bool:
        """Tell whether the macros plugin runs the body."""
        return self.meta.get("render_macros") is True


def front_matter(text: str, name: str) -> Front:
    """Cut a page in two as the engine does. Raises Refused, with each place, where the head is not as it should be."""
    front, problems = cut(text, name)
    if problems:
        raise Refused(*problems)
    return front


def cut(text: str, name: str) -> tuple[Front, list[Problem]]:
    """Return a page in two and what is wrong with its head; then the head only tells whether it means to call macros.

    Raises Refused where it cannot be told where the head ends or what its items are.
    """
    found = _FRONT.match(text)
    if not found:
        raise Refused(Problem(Place(name), RULE, f"开头没有标题和描述；{HOW}"))
    for fence in (1, 3):
        if found[fence] != "---":
            message = "开头的第一行和最后一行只能写 ---，不能写 ...，后面不能有空格"
            raise Refused(Problem(places(text, name)(found.start(fence)), RULE, message))
    parse(f"\n{found[2]}", name)
    root = yaml.compose(found[2], LOADER)
    if not isinstance(root, yaml.MappingNode):
        raise Refused(Problem(Place(name), RULE, f"两行 --- 之间应写成“项目: 值”；{HOW}"))
    fields = {key.value: value for key, value in root.value}
    faults = _faults(found[2], fields)
    problems = [Problem(Place(name, line, column), RULE, message) for line, column, message in faults]
    meta = {"render_macros": "render_macros" in fields} if problems else yaml.load(found[2], LOADER)
    return Front(found[0], meta, text[found.end() :]), problems


def _faults(head: str, fields: dict[str, yaml.Node]) -> Iterator[tuple[int, int, str]]:
    for key in _NEEDED:
        if key not in fields:
            yield 1, 1, f"缺少“{key}”；{HOW}"
    for number, line in enumerate(head.split("\n")[:-1], 2):
        item = _ITEM.fullmatch(line)
        if not item:
            yield number, 1, "开头的每一项只写一行“项目: 值”；注释、空行和换行请删去"
        elif item[1] not in (*_TEXTS, *_OTHERS):
            yield number, 1, f"开头没有“{excerpt(item[1])}”这一项，{nearest(item[1], (*_TEXTS, *_OTHERS))}"
        elif item[1] in fields and (message := _fault_of(item[1], item[2], fields[item[1]])):
            yield number, item.start(2) + 1, message


def _fault_of(key: str, value: str, node: yaml.Node) -> str | None:
    """Return what is wrong with a value, as it stands on its line and as the engine reads it."""
    if isinstance(node, yaml.ScalarNode) and node.tag != _WORDS and value != "true":
        return f"“{excerpt(value)}”会被读成日期、数字或者是否；是文字的，用英文单引号括起来，表示“是”的写 true"
    if key in _OTHERS:
        return None if value in _OTHERS[key].split("、") else f"“{key}”只能写 {_OTHERS[key]}；用不到的删去这一行"
    if node.tag != _WORDS:
        return f"“{key}”应是一行文字"
    found = _MARKS.search(node.value)
    return found and f"“{key}”里有“{found[0]}”，会被当成网页代码；请改用汉字标点，例如“”（）《》"
