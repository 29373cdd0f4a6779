"""The front matter of a page: cut off with the engine's own pattern, and refused wherever the engine could read another page than we.

Engines show what they cannot read as front matter, and run it where the page calls macros. So the fences are looked
for as MkDocs does, and between them each line is one item of text, lists and `true`: nothing that YAML types, nothing
that YAML passes over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ..text.characters import places
from ..text.problem import Place, Problem, excerpt
from .read import Map, Refused, parse

RULE = "页面写法"
HOW = "请照别的页面，第一行写 ---，接着写 title: 和 description: 两行，再写一行 ---"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT = re.compile(r"(-{3}[ \t]*)\n(.*?\n)(\.{3}[ \t]*|-{3}[ \t]*)\n", re.DOTALL)
_TEXT, _BOOLEAN = "tag:yaml.org,2002:str", "tag:yaml.org,2002:bool"


class Front(NamedTuple):
    """A page in two: its head with both fences, what the engine takes from it, the same with places; and its body."""

    head: str
    meta: dict[str, object]
    fields: Map
    body: str

    @property
    def macros(self) -> bool:
        """Tell whether the macros plugin runs the body."""
        return self.meta.get("render_macros") is True


def front_matter(text: str, name: str) -> Front:
    """Cut a page in two as the engine does. Raises Refused, with the place, where it could do so otherwise."""
    found = _FRONT.match(text)
    if not found:
        raise _refused(Place(name), f"开头没有标题和描述；{HOW}")
    for fence in (1, 3):
        if found[fence] != "---":
            raise _refused(
                places(text, name)(found.start(fence)), "开头的第一行和最后一行只能写 ---，不能写 ...，后面不能有空格"
            )
    fields = parse(f"\n{found[2]}", name)
    if not isinstance(fields, Map):
        raise _refused(Place(name), f"两行 --- 之间应写成“项目: 值”；{HOW}")
    root = yaml.compose(f"\n{found[2]}", _LOADER)
    _refuse_what_is_no_item(root, text.split("\n"), found[0].count("\n"), name)
    for node in _scalars(root):
        if node.tag != _TEXT and not (node.tag == _BOOLEAN and node.value == "true"):
            raise _refused(
                _place(node.start_mark, name),
                f"“{excerpt(node.value)}”会被读成日期、数字或者是否；是文字的，用英文单引号括起来，表示“是”的写 true",
            )
    return Front(found[0], yaml.load(found[2], _LOADER), fields, text[found.end() :])


def _refuse_what_is_no_item(root: yaml.MappingNode, lines: list[str], last: int, name: str) -> None:
    """Raise Refused at the first line between the fences that is not one item from its beginning to its end."""
    ends = {key.start_mark.line: value.end_mark for key, value in root.value}
    for line in range(1, last - 1):
        end = ends.get(line)
        if end is None or end.line != line or lines[line][end.column :].strip():
            raise _refused(Place(name, line + 1), "开头的每一项只写一行“项目: 值”；注释、空行和换行请删去")


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _scalars(part)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    else:
        yield node


def _place(mark: yaml.Mark, name: str) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


def _refused(place: Place, message: str) -> Refused:
    return Refused(Problem(place, RULE, message))
