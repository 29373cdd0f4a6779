"""Strict YAML: bytes in, nodes with positions out. Every scalar stays the text that was typed.

PyYAML's event stream is used, not its constructors, so that `007`, `on` and `1.10` are never turned into
numbers or booleans, and so that anchors, tags and duplicate keys are seen before they can do anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

import yaml

from .characters import forbidden, places
from .problem import Place, Problem

MAX_BYTES = 4_000_000
MAX_DEPTH = 12
MAX_PROBLEMS = 1000
RULE = "文件写法"
FOLDED = "文字跨了几行；请写在一行内，或检查下一行是否漏了“: ”"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_BAD_INDENT = re.compile(r"^[ ]*([\t\u3000])", re.MULTILINE)
_TIGHT_DASH = re.compile(r"^ *(-)[^\s\-:：][^\n:：]*:(?= |$)", re.MULTILINE)
_TIGHT_COLON = re.compile(r"^\s*(?:- +)?([^\s:：#'\"{\[]{1,12}) *:(?=[^\s/])")
_LOST = re.compile(r"(?::|^) +#")
_WIDE_COLON = re.compile(r"^\s*(?:- +)?([^\s:：#'\"]{1,12})：")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed."""

    place: Place
    value: str


@dataclass(frozen=True, slots=True)
class List:
    """A sequence."""

    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping; `keys` gives the place of each key."""

    place: Place
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Text | List | Map


class Refused(Exception):
    """The file cannot be read; carries the problems found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


def read(path: Path, name: str) -> Node | None:
    """Read one YAML file into nodes; None for a file without content.

    In: the file and the name to show in messages. Raises Refused with every fault found in the file, up to
    MAX_PROBLEMS of them.
    """
    text = decode(path, name)
    problems = list(islice(chain(_bad_lines(text, name), forbidden(text, name)), MAX_PROBLEMS))
    reader = _Reader(text, name)
    root = None
    if not problems:
        try:
            root = reader.document()
        except yaml.YAMLError as error:
            problem = _explain(error, text, name)
            reader.problems = [note for note in reader.problems if not _same_fault(note, problem)] + [problem]
    if problems := [*problems, *reader.problems]:
        raise Refused(*dict.fromkeys(problems))
    return root


def _same_fault(note: Problem, problem: Problem) -> bool:
    """Tell whether a note only says, less well, what makes the file unreadable."""
    return note.place.line == problem.place.line or (
        note.message == FOLDED and 0 <= problem.place.line - note.place.line <= 1
    )


def decode(path: Path, name: str) -> str:
    """Return a file's text: UTF-8, without byte order mark, lines ended by a line feed. Raises Refused."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refuse(name, 1, 1, f"文件超过 {MAX_BYTES // 1_000_000} MB，请拆成几个文件")
        data = path.read_bytes()
    except OSError as error:
        raise _refuse(name, 1, 1, f"文件打不开（{error.strerror}）") from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise _refuse(name, 1, 1, "文件是 UTF-16 编码，或者不是文本文件，请另存为 UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _line_feeds(data[: error.start].decode("utf-8-sig"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _refuse(name, line, column, "文件不是 UTF-8 编码（可能是 GBK），请用编辑器另存为 UTF-8") from None
    return _line_feeds(text)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place_of(node: Node, path: tuple[str | int, ...]) -> Place:
    """Return the place of the value at `path` below `node`, or of its closest existing ancestor."""
    place = node.place
    for step in path:
        node = _child(node, step)
        if node is None:
            break
        place = node.place
    return place


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Map):
        return node.items.get(step)
    if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def values(node: Node) -> object:
    """Return a node as plain text, lists and dicts."""
    match node:
        case Text():
            return node.value
        case List():
            return [values(item) for item in node.items]
        case Map():
            return {key: values(item) for key, item in node.items.items()}


def _refuse(name: str, line: int, column: int, message: str) -> Refused:
    return Refused(Problem(Place(name, line, column), RULE, message))


def _bad_lines(text: str, name: str) -> Iterator[Problem]:
    place = places(text, name)
    for found in _CONFLICT.finditer(text):
        yield Problem(
            place(found.start()), RULE, "这里留有合并冲突的标记，请选定一个版本并删去 <<<<<<<、=======、>>>>>>> 各行"
        )
    for found in _BAD_INDENT.finditer(text):
        what = "制表符（Tab）" if found[1] == "\t" else "全角空格"
        yield Problem(place(found.start(1)), RULE, f"缩进里有{what}，请改为半角空格，每级两个")
    for found in _TIGHT_DASH.finditer(text):
        yield Problem(place(found.start(1)), RULE, "“-”后面要有一个半角空格")


def _explain(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """Turn PyYAML's error into a Chinese problem, at the line that most likely caused it."""
    lines = text.split("\n")
    line, column = _marked(error, lines)
    hint = _sure_hint(lines[line - 1], column)
    if not hint:
        for number in (line, line - 1):
            if number > 0 and (advice := _colon_advice(lines[number - 1])):
                return Problem(Place(name, number, advice[0]), RULE, advice[1])
        if cause := _open_bracket(error, lines, line) or _open_quote(lines, line) or _no_colon(lines, line):
            line, column, hint = cause
    shown = lines[line - 1].strip()[:_LOOKED_AT]
    hint = hint or next(hint for form, hint in _LIKELY if form.search(shown))
    return Problem(Place(name, line, column), RULE, f"这一行读不懂：“{shown[:30]}”。{hint}")


_LOOKED_AT = 2000
_QUOTE_ALL = "值以特殊符号开头，请用英文单引号把整个值括起来"
_QUOTE_COLON = "值里又有半角冒号“:”，请用英文单引号把整个值括起来"
_CLOSE_BRACKET = "括号只有一半，请补成一对；要用英文括号"
_CLOSE_QUOTE = "英文引号只有一半，请补成一对"
_NO_COLON = "这一行没有“: ”；请写成“项目: 值”，或并到上一行"
_SECOND_COLON = re.compile(r"^(?:- )?[^\[{'\":]+: [^\[{'\"].*:(?: |$)")
_OPEN_QUOTE = re.compile(r"""(?:: |- )('[^']*|"[^"]*)$""")
_LIKELY = (
    (re.compile(r"^%"), "不支持以 % 开头的指令行，请删去"),
    (re.compile(r"(?:: |^- |^)(?:\[[^\]]*|\{[^}]*)$"), _CLOSE_BRACKET),
    (re.compile(r"(?:: |^- )[\[{].*[\]}][^\]}]+$"), _QUOTE_ALL),
    (re.compile(r"""^[^'"]*(?:(?:'[^']*'|"[^"]*")[^'"]*)*(?:'[^']*|"[^"]*)$"""), _CLOSE_QUOTE),
    (
        re.compile(r"(?:: |^- )[\[{]"),
        "括号里各项用半角逗号加一个空格“, ”隔开；值里有逗号、冒号或括号的，用英文单引号把这个值括起来",
    ),
    (re.compile(r"(?:: |^- )(?:[!&*\]}>|]|[?-] )"), _QUOTE_ALL),
    (re.compile(r'"[^"]*\\'), "双引号里不能有反斜线“\\”，请改用英文单引号"),
    (
        re.compile(r"""(?:: |^- )(?:'[^']*'|"[^"]*")"""),
        "引号后面还有文字；请用英文单引号把整个值括起来，里面的引号改用中文引号",
    ),
    (re.compile(r"^(?!- |.*:(?: |$))"), _NO_COLON),
    (re.compile(""), "缩进与上面各行没有对齐，请按每级两个空格对齐"),
)
"""What most often makes a line unreadable, by the look of the line, and what to do; the last one always fits."""


def _marked(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int]:
    """Return line and column that PyYAML marks, or the end of the last line with text before them."""
    marks = [mark for which in ("problem_mark", "context_mark") if (mark := getattr(error, which, None))]
    mark = next((mark for mark in marks if "".join(lines[mark.line : mark.line + 1]).strip()), next(iter(marks), None))
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    while line > 1 and not "".join(lines[line - 1 : line]).strip():
        line, column = line - 1, len(lines[line - 2]) + 1
    return line, column


def _sure_hint(line: str, column: int) -> str:
    """Return what to do about a line that cannot be read whatever stands above it; empty if it is not such a line."""
    if line[column - 1 : column] in tuple("@`%") and line[: column - 1].rstrip().endswith(tuple(":-,[{")):
        return _QUOTE_ALL
    return _QUOTE_COLON if _SECOND_COLON.search(line.strip()[:_LOOKED_AT]) else ""


def _open_bracket(error: yaml.YAMLError, lines: list[str], line: int) -> tuple[int, int, str] | None:
    """Find the bracket, on a line above, that PyYAML was reading the inside of."""
    mark = getattr(error, "context_mark", None)
    inside = mark and mark.line + 1 < line and lines[mark.line].startswith(("[", "{"), mark.column)
    return (mark.line + 1, mark.column + 1, _CLOSE_BRACKET) if inside else None


def _open_quote(lines: list[str], line: int) -> tuple[int, int, str] | None:
    """Find a quote that was opened above and closed by the first quote of this line."""
    quotes = set(lines[line - 1]) & set("'\"")
    above = next((number for number in range(line - 1, 0, -1) if quotes & set(lines[number - 1])), 0)
    found = _OPEN_QUOTE.search(lines[above - 1]) if above else None
    return (above, found.start(1) + 1, _CLOSE_QUOTE) if found else None


def _no_colon(lines: list[str], line: int) -> tuple[int, int, str] | None:
    """Find a line without “: ” just above, in whose place a key should stand."""
    above = lines[line - 2].replace("- ", "  ", 1) if line > 1 else ""
    indent = len(above) - len(above.lstrip())
    here = lines[line - 1]
    alike = indent == len(here) - len(here.lstrip()) and not here.lstrip().startswith("- ")
    if alike and above.strip() and not above.lstrip().startswith("#") and not re.search(":(?: |$)", above):
        return line - 1, indent + 1, _NO_COLON
    return None


def _colon_advice(line: str) -> tuple[int, str] | None:
    """Return column and advice for a line whose colon is full-width or lacks its space."""
    if found := _WIDE_COLON.match(line):
        return found.end(), _wide_colon_advice(found[1])
    if found := _TIGHT_COLON.match(line):
        return found.end() + 1, f"“{found[1]}:”的冒号后面缺一个空格，请写成“{found[1]}: ”"
    return None


def _wide_colon_advice(key: str) -> str:
    return f"“{key}”后面是全角冒号“：”，请改为半角冒号加一个空格“: ”"


class _Reader:
    """Builds nodes from PyYAML's events and notes everything beyond plain mappings, lists and text."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = text.split("\n")
        self.events = yaml.parse(text, Loader=_LOADER)
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
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
        self._forbid_yaml_features(event)
        if isinstance(event, yaml.AliasEvent):
            return Text(self._place(event), "*")
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if depth > MAX_DEPTH:
            raise Refused(*self.problems, Problem(self._place(event), RULE, f"嵌套超过 {MAX_DEPTH} 层"))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._map(event, depth)

    def _list(self, start: yaml.Event, depth: int) -> List:
        sequence = List(self._place(start))
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            self._forbid_empty(item, "列表里这一项", item.place)
            sequence.items.append(item)
        return sequence

    def _map(self, start: yaml.Event, depth: int) -> Map:
        mapping = Map(self._place(start))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._forbid_yaml_features(event)
            place = self._place(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise Refused(*self.problems, Problem(place, RULE, "项目名须是文字"))
            key = self._text(event).value
            value = self._node(next(self.events), depth + 1)
            self._forbid_empty(value, f"“{key}”", place, key if start.flow_style else "")
            if key in mapping.items:
                earlier = mapping.keys[key].line
                self._note(place, f"“{key}”写了两次（前一次在第 {earlier} 行），请只留一个")
            mapping.keys[key], mapping.items[key] = place, value
        return mapping

    def _text(self, event: yaml.ScalarEvent) -> Text:
        place = self._place(event)
        if not event.style and event.value:  # plain: libyaml says "", PyYAML None
            if event.end_mark.line > event.start_mark.line:
                self._note_folded(event)
            elif self.lines[event.end_mark.line][event.end_mark.column :].lstrip().startswith("#"):
                self._note(
                    place, "“ #”后面的文字会被丢掉；若是内容，请把整个值用英文单引号括起来，若是注释，请另起一行"
                )
        if event.style == '"' and ("\t" in event.value or any(forbidden(event.value, self.name))):
            self._note(place, "双引号里用反斜线“\\”写出了不可用的字符；请改用英文单引号，或删去反斜线那一段")
        value = event.value.strip(" \n\u3000")
        if "\n" in value:
            self._note(place, "文字里有换行；请写在一行内")
        return Text(place, value)

    def _forbid_yaml_features(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._note(self._place(event), "不支持锚点和引用（& 与 *）；若是文字的一部分，请用英文单引号括起来")
        elif getattr(event, "tag", None):
            self._note(self._place(event), "不支持标签（!）；若是文字的一部分，请用英文单引号括起来")

    def _forbid_empty(self, node: Node, what: str, place: Place, key_in_braces: str = "") -> None:
        if not isinstance(node, Text) or node.value:
            return
        rest = self.lines[place.line - 1][place.column - 1 :]
        if advice := _colon_advice(key_in_braces):
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

    def _note_folded(self, event: yaml.ScalarEvent) -> None:
        for number in range(event.start_mark.line, event.end_mark.line + 1):
            if found := _WIDE_COLON.match(self.lines[number]):
                self._note(Place(self.name, number + 1, found.end()), _wide_colon_advice(found[1]))
                return
        self._note(self._place(event), FOLDED)

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, RULE, message))
