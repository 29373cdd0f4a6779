"""A changed value → the same text with only that value changed: comments, order, quotes and line ends stay.

PyYAML tells where each value starts and ends; the text between is replaced, nothing is laid out anew.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from . import splice
from .read import LOADER
from .write import Value

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A new value at a path (keys and indices); None takes the value away.

    An index just past the end of a list appends. `order` names the keys of the mapping in the order in which staff
    write them: a key that was absent is put where it belongs.
    """

    path: Path
    value: Value | None
    order: tuple[str, ...] = ()


class Misplaced(Exception):
    """The text has no place of this shape; carries the path."""

    def __init__(self, path: Path) -> None:
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
    root = yaml.compose(text, Loader=LOADER)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        for change in changes:
            text = _amended(text, change, change.path)
        return text
    starts = [splice.dash_line(text, root, index) for index, _ in enumerate(root.value)]
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    for change in changes:
        index, *rest = change.path
        if not isinstance(index, int) or not 0 <= index < len(pieces) or not rest:
            raise Misplaced(change.path)
        pieces[index] = _amended(pieces[index], change, (0, *rest))
    return text[: starts[0]] + "".join(pieces)


def _amended(text: str, change: Amendment, path: Path) -> str:
    """Make a change in a text, which may be one item of a list: in it the changed value stands at `path`."""
    holder, flow = _find(text, path[:-1], change)
    step, value, present = path[-1], change.value, _child(holder, path[-1])
    if value is None:
        if present and len(holder.value) > 1:
            return splice.without(text, holder, step)
    elif present is None:
        if isinstance(holder, yaml.MappingNode):
            return splice.with_key(text, holder, str(step), value, change.order)
        if isinstance(holder, yaml.SequenceNode) and step == len(holder.value):
            return splice.with_item(text, holder, len(holder.value), value)
    elif isinstance(present, yaml.ScalarNode):
        if not isinstance(value, str | Mapping) and len(words := list(value)) == 1:
            value = words[0]
        return splice.with_value(text, present, value, flow)
    elif isinstance(present, yaml.SequenceNode) and not isinstance(value, str | Mapping):
        if not present.value:
            return splice.with_value(text, present, value, flow)
        if all(isinstance(item, yaml.ScalarNode) for item in present.value):
            return _relisted(text, list(value), change, path)
    raise Misplaced(change.path)


def _relisted(text: str, words: list[Value], change: Amendment, path: Path) -> str:
    """Return the text with another list of words in the place of one; words that stay keep their writing."""
    holder, flow = _find(text, path, change)
    matcher = SequenceMatcher(None, [splice.read_as(item) for item in holder.value], words, autojunk=False)
    for _tag, start, end, first, last in reversed([code for code in matcher.get_opcodes() if code[0] != "equal"]):
        for index, word in enumerate(words[first:last], start):
            holder, _ = _find(text, path, change)
            if index < end:
                text = splice.with_value(text, holder.value[index], word, flow)
            else:
                text = splice.with_item(text, holder, index, word)
        for index in range(end - 1, start + last - first - 1, -1):
            text = splice.without(text, _find(text, path, change)[0], index)
    return text


def _find(text: str, path: Path, change: Amendment) -> tuple[yaml.CollectionNode, bool]:
    """Return the mapping or list at `path` and whether it is, or stands within, brackets or braces."""
    node, flow = yaml.compose(text, Loader=LOADER), False
    for step in path:
        flow = flow or (isinstance(node, yaml.CollectionNode) and bool(node.flow_style))
        node = _child(node, step)
    if not isinstance(node, yaml.CollectionNode):
        raise Misplaced(change.path)
    return node, flow or bool(node.flow_style)


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    items: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else []
    return items[step] if isinstance(step, int) and 0 <= step < len(items) else None
