"""What is certain enough to be mended by a click: read from the sentences that say what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..text.characters import forbidden
from ..text.problem import excerpt

_ONE_WORD = re.compile(r"最接近的是“([^”]+)”")
_WHOLE = re.compile(r"；应为：(.+)$")
_BESIDE = ((re.compile(r"这句话在段落“([^”]+)”"), "段落"), (re.compile(r"加上“, 约数: ([^”]+)”"), "约数"))
"""Words that name the field beside the faulty one which is to be changed."""
_NUMBER = re.compile(r"；请写 ([A-Z]{2}-\d+)$")
_FOR_FILES = (
    (re.compile(r"，例如 (?:- \{.*?\}|[^：:，；]+: (?:\[\{.*?\}\]|[^；，。]+))"), ""),
    (re.compile(r"请在下一行(?=写|补上)"), "请"),
    (re.compile("请在记录下写"), "请填"),
    (re.compile("请删去这一行|删去这一行"), "这一项不填"),
    (re.compile(r"请在单位后面加上“, 约数: ([^”]+)”"), r"请把“约数”填成“\1”"),
    (re.compile(r"；可选的词见 vocab\.yml.*$"), ""),
)
"""What a message says to those who write files, with what it says to those who fill in a form."""
_DATE = re.compile(r"(\d{4}) 年度的报告只说到 \d{4} 年底")
_LACKING = re.compile(r"请(?:在记录下|在下一行)?(?:写|补上)“(\w+)”")
_BREAKS = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Mend:
    """What to click on, the field that it changes, and its new value."""

    label: str
    path: tuple[str, ...]
    value: str


def mend_of(message: str, path: tuple[str, ...]) -> Mend | None:
    """Return what mends a fault at a field, told by its message; None where a person has to decide."""
    if (found := _DATE.match(message)) and len(path) > 2:
        return Mend(f"日期改成：{found[1]}", (*path[:-3], "日期"), found[1])
    for words, key in _BESIDE:
        if found := words.search(message):
            return _to(found[1], (*path[:-1], key))
    found = _WHOLE.search(message) or _NUMBER.search(message) or _ONE_WORD.search(message)
    return _to(found[1], path) if found else None


def lacking(message: str) -> str:
    """Return the field beside the faulty one that the message asks for; empty where it asks for none."""
    found = _LACKING.search(message)
    return found[1] if found else ""


def in_a_form(message: str) -> str:
    """Return a message without what concerns the writing of files."""
    for words, instead in _FOR_FILES:
        message = words.sub(instead, message)
    return message


def _to(value: str, path: tuple[str, ...]) -> Mend:
    return Mend(f"改成：{excerpt(value)}", path, value)


def cleaned(text: str) -> str:
    """Return a text without what cannot be seen, on one line, without blanks around it."""
    seen = _BREAKS.sub("", text).replace("\t", " ")
    hidden = set(_hidden(seen))
    return "".join(character for at, character in enumerate(seen) if at not in hidden).strip(" \u3000")


def _hidden(text: str) -> Iterator[int]:
    yield from (problem.place.column - 1 for problem in forbidden(text, ""))
