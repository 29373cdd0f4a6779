"""Strict YAML: bytes in, nodes with positions out. Every scalar stays the text that was typed.

PyYAML's event stream is used, not its constructors, so that `007`, `on` and `1.10` are never turned into
numbers or booleans, and so that anchors, tags and duplicate keys are seen before they can do anything.
"""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from sys import intern
from typing import NamedTuple

import yaml

from ..text.characters import forbidden, places
from ..text.problem import Place, Problem
from ..text.reading import FILE as RULE
from .unreadable import bad_lines, cause_of, colon_advice

MAX_BYTES = 4_000_000
MAX_DEPTH = 12
MAX_NODES = 60_000
MAX_PROBLEMS = 1000
FOLDED = "文字跨了几行；请写在一行内，或检查下一行是否漏了“: ”"

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where it is there, as MkDocs takes it: the two scanners do not take quite the same texts."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMENT = re.compile(r"\s*#")
_LOST = re.compile(r"(?::|^) +#")
_LOOKED_AT = 2000
_BLOCK = ("|", ">")
_FEATURES = {"anchor": "锚点和引用（& 与 *）", "tag": "标签（!）"}


class Text(NamedTuple):
    """A scalar, as typed; `last` is the line that it ends on, in every node."""

    place: Place
    value: str
    last: int = 0


class List(NamedTuple):
    """A sequence."""

    place: Place
    items: list["Node"]
    last: int = 0


class Map(NamedTuple):
    """A mapping; `keys` gives the place of each key."""

    place: Place
    items: dict[str, "Node"]
    keys: dict[str, Place]
    last: int = 0


Node = Text | List | Map


class Refused(Exception):
    """The file cannot be read; carries the problems found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


def parse(text: str, name: str) -> Node | None:
    """Read a YAML text into nodes; None for one without content.

    In: the text and the name of its file in messages. Raises Refused with every fault found, up to MAX_PROBLEMS of them.
    """
    place = places(text, name)
    bad = (Problem(place(index), RULE, message) for index, message in bad_lines(text))
    problems = list(islice(chain(bad, forbidden(text, name)), MAX_PROBLEMS))
    reader = _Reader(text, name)
    root = None
    if not problems:
        try:
            root = reader.document()
        except yaml.YAMLError as error:
            line, column, message = cause_of(error, text)
            problem = Problem(Place(name, line, column), RULE, message)
            reader.problems = [note for note in reader.problems if not _same_fault(note, problem)] + [problem]
    if problems := [*problems, *reader.problems]:
        raise Refused(*dict.fromkeys(problems))
    return root


kept = lru_cache(maxsize=int(os.environ.get("KEPT_FILES") or 4))(parse)
"""`parse`, remembering the last files: where data is checked again and again, `KEPT_FILES` says how many."""


def _same_fault(note: Problem, problem: Problem) -> bool:
    """Tell whether a note only says, less well, what makes the file unreadable."""
    return note.place.line == problem.place.line or (
        note.message == FOLDED and 0 <= problem.place.line - note.place.line <= 1
    )


def decode(path: Path, name: str) -> str:
    """Return a file's text, as `decoded` does. Raises Refused."""
    return decoded(content_of(path, name), name)


def content_of(path: Path, name: str) -> bytes:
    """Return a file's bytes, of a file that is too large only as many as tell that it is. Raises Refused."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise _refuse(name, 1, 1, "文件打不开，请核对它是普通文件，并且允许读取") from None


def decoded(data: bytes, name: str) -> str:
    """Return a file's text: UTF-8, without byte order mark, lines ended by a line feed. Raises Refused."""
    if len(data) > MAX_BYTES:
        raise _refuse(name, 1, 1, f"文件超过 {MAX_BYTES // 1_000_000} MB，请拆成几个文件")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise _refuse(name, 1, 1, "文件是 UTF-16 编码，或者不是文本文件，请另存为 UTF-8")
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = _line_feeds(data[: error.start].decode())
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _refuse(name, line, column, "文件不是 UTF-8 编码（可能是 GBK），请用编辑器另存为 UTF-8") from None
    return _line_feeds(text)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def node_at(node: Node, path: tuple[str | int, ...]) -> Node:
    """Return the value at `path` below `node`, or its closest existing ancestor."""
    for step in path:
        if isinstance(node, Map) and step in node.items:
            node = node.items[str(step)]
        elif isinstance(node, List) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def values(node: Node) -> object:
    """Return a node as plain text, lists and dicts."""
    if isinstance(node, Map):
        return {key: item.value if isinstance(item, Text) else values(item) for key, item in node.items.items()}
    return node.value if isinstance(node, Text) else [values(item) for item in node.items]


def _end(event: yaml.Event) -> tuple[int, int]:
    """Return line and column behind what PyYAML has read, from 0."""
    assert event.end_mark
    return event.end_mark.line, event.end_mark.column


def _refuse(name: str, line: int, column: int, message: str) -> Refused:
    return Refused(Problem(Place(name, line, column), RULE, message))


class _Reader:
    """Builds nodes from PyYAML's events and notes everything beyond plain mappings, lists and text."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = text.split("\n")
        self.text = text
        self.events: Iterator[yaml.Event] = iter(())
        self.count = 0
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        self.events = iter(LOADER(self.text).get_event, None)
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    self._note(self._place(event), "不支持以 % 开头的指令行，请删去")
                if root is not None:
                    self._note(self._place(event), "一个文件只能有一份内容，请删去第二个“---”")
                    break
                root = self._node(next(self.events), 1)
        return None if isinstance(root, Text) and not root.value else root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._note_feature(event)
        self.count += 1
        if self.count > MAX_NODES:
            raise self._refused(event, f"这个文件的内容超过 {MAX_NODES // 10_000} 万项，请拆成几个文件")
        if isinstance(event, yaml.ScalarEvent):
            place = self._place(event)
            return Text(place, self._value(event, place), self._last_line(event))
        if isinstance(event, yaml.AliasEvent):
            return Text(self._place(event), "*")
        if depth > MAX_DEPTH:
            raise self._refused(event, f"嵌套超过 {MAX_DEPTH} 层，请照已有条目的样子写")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        assert isinstance(event, yaml.MappingStartEvent)  # nothing else begins a value
        return self._map(event, depth)

    def _list(self, start: yaml.SequenceStartEvent, depth: int) -> List:
        items: list[Node] = []
        last = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            if isinstance(item, Text) and not item.value:
                self._note_empty("列表里这一项", item.place)
            items.append(item)
            last = item.last
        return List(self._place(start), items, _end(event)[0] + 1 if start.flow_style else last)

    def _map(self, start: yaml.MappingStartEvent, depth: int) -> Map:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        last = 0
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._note_feature(event)
            place = self._place(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refused(event, "项目名须是文字，不能是列表；值以括号开头的，用英文单引号把整个值括起来")
            key = intern(self._value(event, place))
            value = self._node(next(self.events), depth + 1)
            if isinstance(value, Text) and not value.value:
                self._note_empty(f"“{key}”", place, key if start.flow_style else "")
            if key in items:
                earlier = keys[key].line
                self._note(place, f"“{key}”写了两次（前一次在第 {earlier} 行），请只留一个")
            keys[key], items[key] = place, value
            last = value.last
        return Map(self._place(start), items, keys, _end(event)[0] + 1 if start.flow_style else last)

    def _value(self, event: yaml.ScalarEvent, place: Place) -> str:
        """Return what a scalar says."""
        typed, style = event.value, event.style
        if not style and typed:  # plain: libyaml says "", PyYAML None
            line, column = _end(event)
            if line >= place.line:
                self._note_folded(place, line)
            elif _COMMENT.match(self.lines[line], column):
                self._note(
                    place, "“ #”后面的文字会被丢掉；若是内容，请把整个值用英文单引号括起来，若是注释，请另起一行"
                )
        if _SURROGATE.search(typed):  # libyaml refuses it by itself
            raise yaml.MarkedYAMLError(problem_mark=event.start_mark)  # type: ignore[arg-type]  # either scanner's
        if style == '"' and ("\t" in typed or any(forbidden(typed, self.name))):
            self._note(place, "双引号里用反斜线“\\”写出了不可用的字符；请改用英文单引号，或删去反斜线那一段")
        value = typed.strip(" \n\u3000")
        if "\n" in value:
            self._note(place, "文字里有换行；请写在一行内")
        return value

    def _last_line(self, event: yaml.ScalarEvent) -> int:
        """Return the line that a scalar ends on; PyYAML ends a block (| or >) only where the next thing starts."""
        line, column = _end(event)
        if event.style not in _BLOCK:
            return line + 1
        line += bool(column)
        while line > 1 and not self.lines[line - 1].strip():
            line -= 1
        return line

    def _note_feature(self, event: yaml.Event) -> None:
        for attribute, what in _FEATURES.items():
            if getattr(event, attribute, None):
                self._note(self._place(event), f"不支持{what}；若是文字的一部分，请用英文单引号括起来")
                break

    def _note_empty(self, what: str, place: Place, key_in_braces: str = "") -> None:
        rest = self.lines[place.line - 1][place.column - 1 : place.column + _LOOKED_AT]
        if advice := colon_advice(key_in_braces):
            column, message = advice
            self._note(Place(self.name, place.line, place.column + column - 1), message)
        elif key_in_braces:
            self._note(
                place, f"{what}没有内容，请补上；前一个值里有逗号的，用英文单引号括起来，有几个值的写成 [甲, 乙]"
            )
        elif _LOST.search(rest):
            self._note(place, f"{what}没有内容：“#”后面的文字会被丢掉；若是内容，请用英文单引号把整个值括起来")
        else:
            self._note(place, f"{what}没有内容，请补上；不需要的整行删去")

    def _note_folded(self, place: Place, last: int) -> None:
        for number in range(place.line - 1, last + 1):
            if advice := colon_advice(self.lines[number]):
                self._note(Place(self.name, number + 1, advice[0]), advice[1])
                return
        self._note(place, FOLDED)

    def _place(self, event: yaml.Event) -> Place:
        assert event.start_mark
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, RULE, message))
        if len(self.problems) == MAX_PROBLEMS:
            raise Refused(*self.problems)

    def _refused(self, event: yaml.Event, message: str) -> Refused:
        return Refused(*self.problems, Problem(self._place(event), RULE, message))
