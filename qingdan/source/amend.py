"""A changed value → the same text with only that value changed: comments, order, quotes and line ends stay.

PyYAML tells where each value starts and ends; the text between is replaced, nothing is laid out anew.
"""

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import yaml

from . import splice
from .write import Value

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A new value at a path (keys and indices); None takes the value away.

    An index just past the end of a list appends. `order` names the keys of the mapping in the order in which staff
    write them: a key that was absent is put where it belongs.
    """

    path: tuple[str | int, ...]
    value: Value | None
    order: tuple[str, ...] = ()


class Misplaced(Exception):
    """The text has no place of this shape; carries the path."""

    def __init__(self, path: tuple[str | int, ...]) -> None:
        super().__init__("/".join(map(str, path)))
        self.path = path


def amended(content: bytes, changes: Iterable[Amendment]) -> bytes:
    """Return a file's content with the changes made and its byte order mark, where it has one, kept. Raises as `amend`."""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return mark + amend(content.removeprefix(mark).decode(), changes).encode()


def amend(text: str, changes: Iterable[Amendment]) -> str:
    """Return `text` with the changes made, one after the other; each path holds for the text as it then is.

    In: a text that the strict reader accepts, without byte order mark. In a list file each change is made within the
    item that its path begins with. Raises Misplaced, and Unwritable for a text that the reader would not give back.
    """
    root = _compose(text)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return _one_by_one(text, changes)
    by_item = defaultdict(list)
    for change in changes:
        if not 0 <= change.path[0] < len(root.value) or len(change.path) == 1:
            raise Misplaced(change.path)
        by_item[change.path[0]].append(change)
    starts = [splice.dash_line(text, root, index) for index in range(len(root.value))]
    ends = [*starts[1:], len(text)]
    pieces = [
        _one_by_one(text[start:end], by_item.get(index, ()), index)
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return text[: starts[0]] + "".join(pieces)


def _one_by_one(text: str, changes: Iterable[Amendment], before: int = 0) -> str:
    """Make changes in a text that lacks the first items of the list, `before` of them."""
    for change in changes:
        first, *rest = change.path
        try:
            text = _amended(text, replace(change, path=(first - before, *rest) if before else change.path))
        except Misplaced:
            raise Misplaced(change.path) from None
    return text


def _compose(text: str) -> yaml.Node:
    return yaml.compose(text, Loader=_LOADER)


def _amended(text: str, change: Amendment) -> str:
    holder, flow = _find(_compose(text), change.path[:-1], change.path)
    step = change.path[-1]
    present = _child(holder, step)
    if change.value is None:
        if present is None or len(holder.value) == 1:
            raise Misplaced(change.path)
        return splice.without(text, holder, step)
    if present is not None:
        return _replaced(text, present, flow or holder.flow_style, change)
    if isinstance(holder, yaml.MappingNode):
        return splice.with_key(text, holder, step, change.value, change.order)
    if isinstance(holder, yaml.SequenceNode) and step == len(holder.value):
        return splice.with_item(text, holder, step, change.value)
    raise Misplaced(change.path)


def _replaced(text: str, node: yaml.Node, flow: bool, change: Amendment) -> str:
    value = change.value
    if isinstance(node, yaml.ScalarNode):
        if not isinstance(value, str | Mapping) and len(words := list(value)) == 1:
            value = words[0]
        return splice.with_value(text, node, value, flow)
    if isinstance(node, yaml.SequenceNode) and not isinstance(value, str | Mapping):
        if not node.value:
            return splice.with_value(text, node, value, flow)
        if all(isinstance(item, yaml.ScalarNode) for item in node.value):
            return _relisted(text, list(value), change)
    raise Misplaced(change.path)


def _relisted(text: str, words: list[str], change: Amendment) -> str:
    """Return the text with another list of words in the place of one; words that stay keep their writing."""
    before, _ = _find(_compose(text), change.path, change.path)
    matcher = SequenceMatcher(None, [splice.read_as(item) for item in before.value], words, autojunk=False)
    for _tag, start, end, first, last in reversed([code for code in matcher.get_opcodes() if code[0] != "equal"]):
        pairs = min(end - start, last - first)
        for offset, word in enumerate(words[first:last]):
            holder, _ = _find(_compose(text), change.path, change.path)
            if offset < pairs:
                text = splice.with_value(text, holder.value[start + offset], word, holder.flow_style)
            else:
                text = splice.with_item(text, holder, start + offset, word)
        for index in range(end - 1, start + pairs - 1, -1):
            holder, _ = _find(_compose(text), change.path, change.path)
            text = splice.without(text, holder, index)
    return text


def _find(node: yaml.Node, path: tuple[str | int, ...], whole: tuple[str | int, ...]) -> tuple[yaml.Node, bool]:
    """Return the node at `path` and whether it stands within brackets or braces."""
    flow = False
    for step in path:
        flow = flow or node.flow_style
        node = _child(node, step)
        if node is None:
            raise Misplaced(whole)
    return node, flow


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step]
    return None
