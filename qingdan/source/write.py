"""A record → the YAML block that staff would have typed: two-space indent, short lists as [甲, 乙], quotes only where needed.

PyYAML's emitter lays it out and decides about quotes; what the strict reader (`read.py`) would not give back
identical is refused here, before it is written.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping

import yaml

from ..text.characters import forbidden

Value = str | Iterable["Value"] | Mapping[str, "Value"]

_IN_BRACES = frozenset({"证据", "指标", "条文", "依据", "法规", "出处", "清单原文", "更正"})
"""Lists whose items stand on one line each: `- {报告: 2024, 段落: …}`."""

_BLANK = " \n\u3000"  # what the reader strips from both ends


class Unwritable(ValueError):
    """A text that the reader would refuse or change; says why, in Chinese."""


def block(*records: Mapping[str, Value]) -> str:
    """Return records as items of a list file, a blank line between two. Raises Unwritable."""
    return "\n".join(_emit([_SEQUENCE, *_mapping(record, flow=False), yaml.SequenceEndEvent()]) for record in records)


def page(record: Mapping[str, Value]) -> str:
    """Return one record as a whole file, without a dash. Raises Unwritable."""
    return _emit(_mapping(record, flow=False))


def why_unwritable(text: str) -> str:
    """Return why the reader would not give `text` back identical, in Chinese; empty if it would."""
    if not text.strip(_BLANK):
        return "没有内容"
    if "\n" in text or "\r" in text:
        return "文字里有换行，请写在一行内"
    if problem := next(forbidden(text, ""), None):
        return problem.message
    if text != text.strip(_BLANK):
        return "首尾有空格，请删去"
    return ""


class _Dumper(yaml.Dumper):
    """PyYAML's emitter, with lists indented below their key, and with tabs left as they are typed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def analyze_scalar(self, scalar: str) -> yaml.emitter.ScalarAnalysis:
        analysis = super().analyze_scalar(scalar.replace("\t", " "))
        analysis.scalar = scalar
        return analysis


_SEQUENCE = yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)


def _emit(events: Iterable[yaml.Event]) -> str:
    document = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=False),
        *events,
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    return str(yaml.emit(document, Dumper=_Dumper, allow_unicode=True, width=sys.maxsize))


def _mapping(record: Mapping[str, Value], flow: bool) -> Iterator[yaml.Event]:
    yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=flow)
    for key, value in record.items():
        yield _scalar(key)
        yield from _value(value, key, flow)
    yield yaml.MappingEndEvent()


def _value(value: Value, key: str, flow: bool) -> Iterator[yaml.Event]:
    if isinstance(value, str):
        yield _scalar(value)
    elif isinstance(value, Mapping):
        yield from _mapping(value, flow)
    else:
        items = list(value)
        short = flow or all(isinstance(item, str) for item in items)
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=short)
        for item in items:
            yield from _value(item, key, flow or short or key in _IN_BRACES)
        yield yaml.SequenceEndEvent()


def _scalar(text: str) -> yaml.Event:
    if reason := why_unwritable(text):
        raise Unwritable(f"“{text[:30]}”：{reason}")
    return yaml.ScalarEvent(None, None, (True, True), text)
