"""Cutting and inserting in a YAML text at the marks that PyYAML gives: each function returns the whole new text."""

import re
from collections.abc import Mapping

import yaml

from .write import Value, block, page

_BREAK = re.compile(r"\r\n|\r|\n|\Z")


def inline(value: Value) -> str:
    """Return a value as it is written within brackets or braces. Raises Unwritable."""
    if isinstance(value, str):
        return page({"k": [value]})[len("k: [") : -len("]\n")]
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(inline, value)) + "]"


def read_as(node: yaml.ScalarNode) -> str:
    """Return a scalar as the strict reader gives it."""
    return str(node.value).strip(" \n\u3000")


def with_value(text: str, node: yaml.Node, value: Value, flow: bool) -> str:
    """Put `value` where a scalar or an empty list stands; a scalar in quotes keeps them."""
    return text[: node.start_mark.index] + _quoted_alike(node, value, flow) + text[_end(text, node) :]


def _quoted_alike(node: yaml.Node, value: Value, flow: bool) -> str:
    if not isinstance(node, yaml.ScalarNode) or not isinstance(value, str):
        return inline(value)
    written = inline(value) if flow else _plain(value)
    if node.style == '"' and not set('"\\\t') & set(value):
        return f'"{value}"'
    if node.style in ("'", '"'):
        return "'" + value.replace("'", "''") + "'"
    return written


def with_key(text: str, holder: yaml.MappingNode, key: str, value: Value, order: tuple[str, ...]) -> str:
    """Put a new key into a mapping, after the last of the present keys that come before it in `order`."""
    earlier = order[: order.index(key)] if key in order else [name.value for name, _ in holder.value]
    before = next((item for name, item in reversed(holder.value) if name.value in earlier), None)
    written = f"{key}: {inline(value)}" if holder.flow_style else page({key: value})
    return _put(text, holder, written, before, holder.value[0][0].start_mark.index)


def with_item(text: str, holder: yaml.CollectionNode, index: int, value: Value) -> str:
    """Put a new item into a list that has some, written as the item beside it is."""
    beside = holder.value[max(index - 1, 0)]
    if holder.flow_style:
        return _put(text, holder, inline(value), beside if index else None, beside.start_mark.index)
    in_lines = isinstance(beside, yaml.MappingNode) and not beside.flow_style
    written = block(value) if in_lines and isinstance(value, Mapping) else f"- {_plain(value)}"
    first = dash_line(text, holder, 0) + holder.start_mark.column
    return _put(text, holder, written, beside if index else None, first)


def _put(text: str, holder: yaml.CollectionNode, written: str, before: yaml.Node | None, first: int) -> str:
    """Put what is `written` behind the value `before`, or else at `first`, where the first of the holder begins."""
    margin, end = " " * holder.start_mark.column, _break(text)[0] or "\n"
    at = first if before is None else _end(text, before)
    if holder.flow_style:
        piece = f", {written}" if before else f"{written}, "
    elif before:
        at = _break(text, at).start()
        piece = "".join(f"{end}{margin}{line}" for line in written.splitlines())
    else:
        piece = "".join(f"{line}{end}{margin}" for line in written.splitlines())
    return text[:at] + piece + text[at:]


def without(text: str, holder: yaml.CollectionNode, step: str | int) -> str:
    """Take a key or an item, not the only one, out of a mapping or list."""
    pairs = holder.value if isinstance(holder, yaml.MappingNode) else [(item, item) for item in holder.value]
    index = step if isinstance(step, int) else [key.value for key, _ in pairs].index(step)
    flow, start, end = holder.flow_style, pairs[index][0].start_mark.index, _end(text, pairs[index][1])
    if index and flow:
        return text[: _end(text, pairs[index - 1][1])] + text[end:]
    if flow or (isinstance(holder, yaml.MappingNode) and not index):
        return text[:start] + text[pairs[index + 1][0].start_mark.index :]
    line = dash_line(text, holder, index) if isinstance(holder, yaml.SequenceNode) else _line_start(text, start)
    return text[:line] + text[_break(text, end).end() :]


def dash_line(text: str, holder: yaml.CollectionNode, index: int) -> int:
    """Return where the line begins on which the dash of an item stands."""
    start = _line_start(text, holder.value[index].start_mark.index)
    while not text.startswith("-", start + holder.start_mark.column):
        start = _line_start(text, start - 1)
    return start


def _plain(value: Value) -> str:
    return page({"k": value})[len("k: ") : -len("\n")] if isinstance(value, str) else inline(value)


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last character of a value ends; PyYAML's own mark lies behind comments and blank lines."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    return int(node.end_mark.index)


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _break(text: str, index: int = 0) -> re.Match[str]:
    """Return the first line break from `index` on, or else the end of the text."""
    return next(_BREAK.finditer(text, index))
