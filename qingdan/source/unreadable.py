"""YAML that cannot be parsed: which line most likely caused it, and what to write instead."""

import re
from collections.abc import Iterator

import yaml

_TIGHT_COLON = re.compile(r"^\s*(?:- +)?([^\s:：#'\"{\[]{1,12}) *:(?=[^\s/])")
_WIDE_COLON = re.compile(r"^\s*(?:- +)?([^\s:：#'\"]{1,12})：")
_CONFLICT = re.compile(r"\n(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_BAD_INDENT = re.compile(r"\n *([\t\u3000])")
_TIGHT_DASH = re.compile(r"\n *(-)[^\s\-:：][^\n:：]*:(?= |$)", re.MULTILINE)


def bad_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the Chinese message of each line that no parser should be asked about."""
    lines = f"\n{text}"  # so that each line begins behind a line feed, which is found sooner than ^
    for found in _CONFLICT.finditer(lines):
        yield found.start(), "这里留有合并冲突的标记，请选定一个版本并删去 <<<<<<<、=======、>>>>>>> 各行"
    for found in _BAD_INDENT.finditer(lines):
        what = "制表符（Tab）" if found[1] == "\t" else "全角空格"
        yield found.start(1) - 1, f"缩进里有{what}，请改为半角空格，每级两个"
    for found in _TIGHT_DASH.finditer(lines):
        yield found.start(1) - 1, "“-”后面要有一个半角空格，请写成“- ”"


def cause_of(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """Return line, column and Chinese message for PyYAML's error, at the line that most likely caused it."""
    lines = text.split("\n")
    line, column = _marked(error, lines)
    hint = _sure_hint(lines[line - 1], column)
    if not hint:
        for number in (line, line - 1):
            if number > 0 and (advice := colon_advice(lines[number - 1])):
                return number, *advice
        if cause := _open_bracket(error, lines, line) or _open_quote(lines, line) or _no_colon(lines, line):
            line, column, hint = cause
    here = lines[line - 1]
    shown = here.strip()[:_LOOKED_AT]
    if not hint:
        hint = next(hint for form, hint in _LIKELY if form.search(shown))
        if hint == _BACK_SLASH:  # PyYAML's two scanners mark these differently
            column = here.index("\\") + 1
        elif hint == _NO_COLON:
            column = len(here) - len(here.lstrip()) + 1
    return line, column, f"这一行读不懂：“{shown[:30]}”。{hint}"


_LOOKED_AT = 2000
_QUOTE_ALL = "值以特殊符号开头，请用英文单引号把整个值括起来"
_QUOTE_COLON = "值里又有半角冒号“:”，请用英文单引号把整个值括起来"
_CLOSE_BRACKET = "括号只有一半，请补成一对；要用英文括号"
_CLOSE_QUOTE = "英文引号只有一半，请补成一对"
_BACK_SLASH = "双引号里不能有反斜线“\\”，请改用英文单引号"
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
    (re.compile(r'"[^"]*\\'), _BACK_SLASH),
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
    if mark and mark.line + 1 < line and lines[mark.line].startswith(("[", "{"), mark.column):
        return mark.line + 1, mark.column + 1, _CLOSE_BRACKET
    return None


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


def colon_advice(line: str) -> tuple[int, str] | None:
    """Return column and advice for a line whose colon is full-width or lacks its space."""
    if found := _WIDE_COLON.match(line):
        return found.end(), f"“{found[1]}”后面是全角冒号“：”，请改为半角冒号加一个空格“: ”"
    if found := _TIGHT_COLON.match(line):
        return found.end() + 1, f"“{found[1]}:”的冒号后面缺一个空格，请写成“{found[1]}: ”"
    return None
