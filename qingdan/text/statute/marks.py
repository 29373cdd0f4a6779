"""What a line of a statute begins with: 第一条, 第一章, （一）, 1., 一、 or nothing that counts."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from ..folded import visible
from .numerals import HAN, value_of

BLANK = r"[\s\u3000\u00a0\u200b\ufeff]"
_BOLD = r"(?:\*{1,2}|_{2})?"
"""What is left of bold print in a text that came from Markdown."""
_LEAD = rf"{BLANK}*{_BOLD}{BLANK}*"
_DIGITS = rf"[{HAN}0-9０-９]{{1,12}}"
NUMBER = rf"{_DIGITS}(?:{BLANK}{{1,4}}{_DIGITS}){{0,9}}"
_ADDED = r"(?:之(?P<added>[一二三四五六七八九十]{1,3}|[0-9]{1,2}))?"
_ARTICLE = re.compile(
    rf"{_LEAD}(?P<label>第{BLANK}{{0,4}}(?P<main>{NUMBER}){BLANK}{{0,4}}条{_ADDED})"
    rf"{_BOLD}(?P<colon>[：:])?{_BOLD}(?P<gap>{BLANK}*)(?P<next>.{{0,7}})"
)
_HEADING = re.compile(
    rf"{_LEAD}(?P<label>第{BLANK}{{0,4}}(?P<main>{NUMBER}){BLANK}{{0,4}}(?P<level>分编|编|章|节){_ADDED})"
    rf"(?P<gap>{BLANK}*)(?P<name>.*)"
)
_ITEM = re.compile(rf"{_LEAD}(?:[（(]{BLANK}*(?P<han>[一二三四五六七八九十]{{1,4}}){BLANK}*[）)]|(?P<ring>[㈠-㈩]))")
_POINT = re.compile(rf"{_LEAD}(?P<han>[一二三四五六七八九十]{{1,4}})、")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_STEM = re.compile(rf"{_LEAD}(?P<stem>[{_STEMS}])、")
_DOT = re.compile(rf"{_LEAD}(?:(?P<dot>[0-9０-９]{{1,2}})(?:[．、]|\.(?![0-9]))|(?P<sign>[⒈-⒛]))")
_RING = re.compile(rf"{_LEAD}(?:[（(]{BLANK}*(?P<ring>[0-9０-９]{{1,2}}){BLANK}*[）)]|(?P<sign>[⑴-⒇]))")
_CIRCLE = re.compile(rf"{_LEAD}(?P<sign>[①-⑳])")
_ODD = re.compile(rf"{BLANK}*(?P<odd>第[^第条款项章节编、，。；：（）《》“”]{{1,9}}[条奈务條務茶])[\s\u3000]")

_REFERS = re.compile(r"[、，,。；的]|规定|第[^条款项目]{1,5}[条款项目]")
"""What follows the number of an article or a chapter that a sentence only refers to."""
_MAY_REFER = re.compile(r"[第或之中所和与及至]")
"""What may follow the number of an article that a sentence refers to, or begin the article's words."""
_CAPTION = re.compile(r"[【〔［\[]|[（(](?![一二三四五六七八九十]{1,3}[）)])")
"""What opens an article's caption, as in 第一条（目的和依据）."""
_PAGE = re.compile(r"[\s\u3000]*[.…·．]{2,}[\s\u3000]*[0-9]*$|[\s\u3000]+[0-9]{1,4}$")
_LONGEST_NAME = 60
_BOLDS = "*_ "
_COUNTERS = frozenset(
    "（(一二三四五六七八九十0123456789０１２３４５６７８９甲乙丙丁戊己庚辛壬癸"
    + "".join(map(chr, [*range(0x2460, 0x249C), *range(0x3220, 0x322A)]))
)
"""What a mark of 项 or 目 begins with; ① to ⒛, ㈠ to ㈩."""
_UNNUMBERED = ("总则", "分则", "附则")


class Mark(Enum):
    """What a line begins with."""

    ARTICLE = auto()
    HEADING = auto()
    POINT = auto()
    """一、"""
    STEM = auto()
    """甲、"""
    ITEM = auto()
    """（一）"""
    DOT = auto()
    """1."""
    RING = auto()
    """（1）"""
    CIRCLE = auto()
    """①"""
    PLAIN = auto()


COUNTING = (Mark.POINT, Mark.STEM, Mark.ITEM, Mark.DOT, Mark.RING, Mark.CIRCLE)
"""The marks of 项 and 目."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a line begins with: its mark as printed and what it counts.

    `added` is the number behind 之 (0 without one), `head` how many characters of the line the mark takes, `level` and
    `name` are a heading's. A `firm` number of an article is set off, as no reference within a sentence is; one that is not
    and that a sentence may refer to is `vague`. `odd` is what looks like the number of an article and cannot be read.
    """

    mark: Mark
    number: int = 0
    added: int = 0
    head: int = 0
    label: str = ""
    level: str = ""
    name: str = ""
    firm: bool = False
    vague: bool = False
    odd: str = ""


PLAIN = Beginning(Mark.PLAIN)


def beginning(raw: str, bare: str) -> Beginning:
    """Return what a line begins with. In: the line, and what a reader sees of it."""
    first = bare[:1]
    if not first:
        return PLAIN
    if first in _BOLDS:
        first = bare.lstrip(_BOLDS)[:1]
    if first == "第":
        return _article(raw) or _heading(raw) or _odd(raw)
    if first in _COUNTERS:
        return _counting(raw)
    return _unnumbered(bare) or PLAIN


def _article(raw: str) -> Beginning | None:
    found = _ARTICLE.match(raw)
    if not found or not (value := value_of(found["main"])):
        return None
    set_off = bool(found["gap"] or found["colon"] or not found["next"] or _CAPTION.match(found["next"]))
    refers = _REFERS.match(found["next"])
    if refers and not set_off:
        return None
    firm = set_off and not (refers and found["next"][0] in "、，,。；的")
    vague = not set_off and bool(_MAY_REFER.match(found["next"]))
    label = _without_blanks(found["label"])
    return Beginning(Mark.ARTICLE, value, _added(found), found.end("gap"), label, firm=firm, vague=vague)


def _heading(raw: str) -> Beginning | None:
    found = _HEADING.match(raw)
    if not found or not (value := value_of(found["main"])) or not _is_name(found["name"], bool(found["gap"])):
        return None
    label, name = _without_blanks(found["label"]), _PAGE.sub("", visible(found["name"]).strip("*_"))
    return Beginning(Mark.HEADING, value, _added(found), found.start("name"), label, found["level"], name)


def _is_name(rest: str, set_off: bool) -> bool:
    """Tell whether what follows a heading's number is a name, not the rest of a sentence: it is set off, or no sentence."""
    name = visible(rest)
    if len(name) > _LONGEST_NAME or name.endswith(("；", "：", "，")):
        return False
    if set_off:
        return "。" not in name[:-1]
    return not name.endswith(("。", "、")) and not _REFERS.match(name) and not _MAY_REFER.match(name)


def _unnumbered(bare: str) -> Beginning | None:
    """Return the heading of a line like 附　则, which has no number."""
    if len(bare) > 8 or "则" not in bare or (name := _without_blanks(bare.strip("*_"))) not in _UNNUMBERED:
        return None
    return Beginning(Mark.HEADING, name=name)


def _counting(raw: str) -> Beginning:
    if found := _ITEM.match(raw):
        number = value_of(found["han"]) if found["han"] else ord(found["ring"]) - ord("㈠") + 1
        return Beginning(Mark.ITEM, number, head=found.end(), label=visible(found[0]))
    if found := _POINT.match(raw):
        return Beginning(Mark.POINT, value_of(found["han"]), head=found.end(), label=found["han"])
    if found := _STEM.match(raw):
        return Beginning(Mark.STEM, _STEMS.index(found["stem"]) + 1, head=found.end(), label=found["stem"])
    for mark, pattern, digits, first in (
        (Mark.DOT, _DOT, "dot", "⒈"),
        (Mark.RING, _RING, "ring", "⑴"),
        (Mark.CIRCLE, _CIRCLE, "sign", "①"),
    ):
        if found := pattern.match(raw):
            number = ord(found["sign"]) - ord(first) + 1 if found["sign"] else int(found[digits])
            return Beginning(mark, number, head=found.end(), label=visible(found[0]))
    return PLAIN


def _odd(raw: str) -> Beginning:
    found = _ODD.match(raw)
    return Beginning(Mark.PLAIN, odd=visible(found["odd"])) if found else PLAIN


def _added(found: re.Match[str]) -> int:
    return value_of(found["added"]) if found["added"] else 0


def _without_blanks(label: str) -> str:
    return "".join(visible(label).split())
