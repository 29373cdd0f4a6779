"""Cutting and inserting in a YAML text at the marks that PyYAML gives: each function returns the whole new text."""

import re
from collections.abc import Mapping

import yaml

from .write import Value, block, page

_BREAK = re.compile(r"\r\n|\r|\n")


def inline(value: Value) -> str:
    """Return a value as it is written within brackets or braces. Raises Unwritable."""
    if isinstance(value, str):
        return page({"k": [value]})[len("k: [") : -len("]\n")]
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(inline, value)) + "]"


def read_as(node: yaml.ScalarNode) -> str:
    """Return a scalar as the strict reader gives it."""
    return node.value.strip(" \n\u3000")


def with_value(text: str, node: yaml.Node, value: Value, flow: bool) -> str:
    """Put `value` where a scalar or an empty list stands; a scalar in quotes keeps them."""
    return text[: node.start_mark.index] + _quoted_alike(node, value, flow) + text[_end(text, node) :]


def _quoted_alike(node: yaml.Node, value: Value, flow: bool) -> str:
    if not isinstance(node, yaml.ScalarNode) or not isinstance(value, str):
        return inline(value)
    written = inline(value) if flow else page({"k": value})[len("k: ") : -len("\n")]
    if node.style == '"' and not set('"\\\t') & set(value):
        return f'"{value}"'
    if node.style in ("'", '"'):
        return "'" + value.replace("'", "''") + "'"
    return written


def with_key(text: str, holder: yaml.MappingNode, key: str, value: Value, order: tuple[str, ...]) -> str:
    """Put a new key into a mapping, after the last of the present keys that come before it in `order`."""
    earlier = order[: order.index(key)] if key in order else [name.value for name, _ in holder.value]
    before = [item for name, item in holder.value if name.value in earlier]
    if holder.flow_style:
        written = f"{key}: {inline(value)}"
        if before:
            return _inserted(text, _end(text, before[-1]), f", {written}")
        return _inserted(text, holder.value[0][0].start_mark.index, f"{written}, ")
    margin = " " * holder.start_mark.column
    lines = page({key: value}).splitlines()
    if before:
        return _inserted(text, _line_end(text, _end(text, before[-1])), _after(text, margin, lines))
    return _inserted(text, holder.start_mark.index, _before(text, margin, lines))


def with_item(text: str, holder: yaml.SequenceNode, index: int, value: Value) -> str:
    """Put a new item into a list that has some, written as the item beside it is."""
    beside = holder.value[max(index - 1, 0)]
    if holder.flow_style:
        if index:
            return _inserted(text, _end(text, beside), f", {inline(value)}")
        return _inserted(text, beside.start_mark.index, f"{inline(value)}, ")
    in_lines = isinstance(value, Mapping) and isinstance(beside, yaml.MappingNode) and not beside.flow_style
    lines = block(value).splitlines() if in_lines else [f"- {_plain(value)}"]
    margin = " " * holder.start_mark.column
    if index:
        return _inserted(text, _line_end(text, _end(text, beside)), _after(text, margin, lines))
    return _inserted(text, dash_line(text, holder, 0) + len(margin), _before(text, margin, lines))


def without(text: str, holder: yaml.Node, step: str | int) -> str:
    """Take a key or an item, not the only one, out of a mapping or list."""
    mapping = isinstance(holder, yaml.MappingNode)
    pairs = holder.value if mapping else [(item, item) for item in holder.value]
    index = [key.value for key, _ in pairs].index(step) if mapping else step
    end = _end(text, pairs[index][1])
    if index and holder.flow_style:
        return text[: _end(text, pairs[index - 1][1])] + text[end:]
    if holder.flow_style or (mapping and not index):
        return text[: pairs[index][0].start_mark.index] + text[pairs[index + 1][0].start_mark.index :]
    start = _line_start(text, pairs[index][0].start_mark.index) if mapping else dash_line(text, holder, index)
    return text[:start] + text[_next_line(text, end) :]


def dash_line(text: str, holder: yaml.SequenceNode, index: int) -> int:
    """Return where the line begins on which the dash of an item stands."""
    start = _line_start(text, holder.value[index].start_mark.index)
    while not text.startswith("-", start + holder.start_mark.column):
        start = _line_start(text, start - 1)
    return start


def _plain(value: Value) -> str:
    return page({"k": value})[len("k: ") : -len("\n")] if isinstance(value, str) else inline(value)


def _inserted(text: str, index: int, piece: str) -> str:
    return text[:index] + piece + text[index:]


def _after(text: str, margin: str, lines: list[str]) -> str:
    return "".join(f"{_line_break(text)}{margin}{line}" for line in lines)


def _before(text: str, margin: str, lines: list[str]) -> str:
    return f"{_line_break(text)}{margin}".join([*lines, ""])


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last character of a value ends; PyYAML's own mark lies behind comments and blank lines."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(text[start:end].rstrip())
    if node.flow_style:
        return node.end_mark.index
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def _next_line(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def _line_break(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found else "\n"
