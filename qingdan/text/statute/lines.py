"""The lines of a statute's text, each with the mark that it begins with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from ..folded import visible
from ..numbers import value_of_han

_BLANK = r"[\s\u3000\u00a0\u200b\ufeff]"
_HAN = "零〇○一二两三四五六七八九十百千"
_NUMBER = rf"[{_HAN}0-9０-９]+"
_SPACED = rf"{_NUMBER}(?:{_BLANK}+{_NUMBER})*"
_ARTICLE = rf"第{_BLANK}*(?P<main>{_SPACED}){_BLANK}*条(?:之(?P<added>[一二三四五六七八九十]+))?(?P<colon>[：:])?"

_LINE = re.compile(r"[^\r\n\u2028\x0b\x0c]*(?:\r\n|[\r\n\u2028\x0b\x0c]|$)")
_AT_ARTICLE = re.compile(rf"{_BLANK}*{_ARTICLE}(?P<gap>{_BLANK}*)(?P<next>.?)")
_INLINE = re.compile(rf"(?<=[。；!！]){_BLANK}*(?={_ARTICLE}{_BLANK})")
_AT_HEADING = re.compile(
    rf"{_BLANK}*第{_BLANK}*(?P<main>{_SPACED}){_BLANK}*(?P<level>分编|编|章|节)(?:之(?P<added>[一二三四五六七八九十]+))?(?P<gap>{_BLANK}*)(?P<name>.*)"
)
_AT_ITEM = re.compile(rf"{_BLANK}*(?:[（(]{_BLANK}*(?P<han>[一二三四五六七八九十]+){_BLANK}*[）)]|(?P<ring>[㈠-㈩]))")
_AT_SUB = re.compile(
    rf"{_BLANK}*(?:[（(]{_BLANK}*(?P<ring>[0-9０-９]{{1,2}}){_BLANK}*[）)]|(?P<dot>[0-9０-９]{{1,2}})(?:[．、]|\.(?![0-9]))|(?P<sign>[①-⑳⑴-⒇⒈-⒛]))"
)
_AT_POINT = re.compile(rf"{_BLANK}*(?P<han>[一二三四五六七八九十]+)、")
_ODD = re.compile(rf"{_BLANK}*第(?P<odd>[^第条款项章节编、，。；：（）《》“”]{{1,9}}[条奈务條務茶])[\s\u3000]")
_LONGEST_NAME = 60
_UNNAMED = {"总则", "分则", "附则"}
_REFERS = re.compile(r"[、，,。；至的和或及与及]|规定|第|所|中|之")
"""What follows a number of an article, or of a chapter, that a sentence only refers to."""


class Mark(Enum):
    """What a line begins with."""

    ARTICLE = auto()
    HEADING = auto()
    ITEM = auto()
    """（一）"""
    SUB = auto()
    """1. or （1）"""
    POINT = auto()
    """一、"""
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what stands on one behind the number of an article that begins within it.

    `number` is what its mark counts, `added` the number behind 之 (0 without one), `head` how many characters of `raw`
    the mark takes. A `firm` number of an article is set off by a blank, as no reference within a sentence is.
    """

    index: int
    start: int
    number_of_line: int
    raw: str
    bare: str
    mark: Mark
    number: int = 0
    added: int = 0
    head: int = 0
    firm: bool = False
    inline: bool = False
    label: str = ""
    level: str = ""
    name: str = ""
    odd: str = ""

    @property
    def end(self) -> int:
        """Where the next line starts."""
        return self.start + len(self.raw)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text; one that holds the beginning of a further article is split there."""
    found: list[Line] = []
    at = number = 0
    while at < len(text):
        match = _LINE.match(text, at)
        assert match is not None, "the pattern matches anything"
        number += 1
        for start, raw, inline in _segments(at, match[0]):
            found.append(_line(len(found), start, number, raw, inline))
        at = match.end()
    return tuple(found)


def _segments(start: int, raw: str) -> Iterator[tuple[int, str, bool]]:
    cuts = [0, *(found.end() for found in _INLINE.finditer(raw)), len(raw)] if "条" in raw else [0, len(raw)]
    for first, last in pairwise(cuts):
        yield start + first, raw[first:last], first > 0


def _line(index: int, start: int, number: int, raw: str, inline: bool) -> Line:
    bare = visible(raw)
    place = (index, start, number, raw, bare)
    if not bare:
        return Line(*place, Mark.PLAIN)
    if (found := _AT_ARTICLE.match(raw)) and (value := value_of(found["main"])):
        set_off = bool(found["gap"] or found["colon"]) or not found["next"].strip()
        refers = _REFERS.match(raw, found.end() - len(found["next"]))
        if set_off or not refers:
            label = "".join(found[0][: found.start("gap") - found.start()].split()).rstrip("：:")
            added = value_of(found["added"]) if found["added"] else 0
            firm = set_off and not (refers and not found["next"].strip("、，,。；的"))
            return Line(
                *place,
                Mark.ARTICLE,
                value,
                added,
                found.end("gap"),
                firm=firm,
                inline=inline,
                label=label.strip("\ufeff\u200b"),
            )
    if inline:
        return Line(*place, Mark.PLAIN, inline=True)
    if (
        (found := _AT_HEADING.match(raw))
        and (value := value_of(found["main"]))
        and _is_name(found["name"], bool(found["gap"]))
    ):
        label = "".join(found[0][: found.start("name")].split()).strip("\ufeff\u200b")
        added = value_of(found["added"]) if found["added"] else 0
        return Line(
            *place,
            Mark.HEADING,
            value,
            added,
            found.start("name"),
            label=label,
            level=found["level"],
            name=_named(found["name"]),
        )
    if "".join(bare.split()) in _UNNAMED:
        return Line(*place, Mark.HEADING, name="".join(bare.split()))
    if found := _AT_ITEM.match(raw):
        value = value_of(found["han"]) if found["han"] else ord(found["ring"]) - ord("㈠") + 1
        return Line(*place, Mark.ITEM, value, head=found.end())
    if found := _AT_SUB.match(raw):
        return Line(*place, Mark.SUB, _arabic(found), head=found.end())
    if (found := _AT_POINT.match(raw)) and (value := value_of(found["han"])):
        return Line(*place, Mark.POINT, value, head=found.end(), label=found["han"])
    odd = _ODD.match(raw)
    return Line(*place, Mark.PLAIN, odd=visible(f"第{odd['odd']}") if odd else "")


def _is_name(rest: str, set_off: bool) -> bool:
    """Tell whether what follows a heading's number is a name, not the rest of a sentence; a name is set off, or short."""
    name = visible(rest)
    if set_off:
        return len(name) <= _LONGEST_NAME and not name.endswith(("；", "：", "，")) and "。" not in name[:-1]
    return len(name) <= _LONGEST_NAME and not name.endswith(("。", "；", "：", "，", "、")) and not _REFERS.match(name)


def _named(rest: str) -> str:
    """Return a heading's name without the page number that contents print behind it."""
    return re.sub(r"[\s\u3000]*[.…·．]{2,}[\s\u3000]*[0-9]*$|[\s\u3000]+[0-9]{1,4}$", "", visible(rest))


def _arabic(found: re.Match[str]) -> int:
    if sign := found["sign"]:
        return next(ord(sign) - ord(first) + 1 for first in "⒈⑴①" if sign >= first)
    return int(found["ring"] or found["dot"])


@lru_cache(maxsize=4096)
def value_of(numeral: str) -> int:
    """Return the value of a number as statutes write it; 0 for what is none."""
    plain = "".join(numeral.split()).replace("○", "〇")
    if plain.isdecimal():
        return int(plain)
    value = value_of_han(plain)
    return 0 if isinstance(value, str) else int(value)
