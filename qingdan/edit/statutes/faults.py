"""What is wrong with a law's text before it is archived: pages' numbers and heads, traditional characters, articles amiss."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import opencc

from ...text.folded import folded, visible
from ...text.statute import Doubt, Statute

_NUMBER = "[0-9〇零一二三四五六七八九十百]{1,5}"
_PAGE = re.compile(
    rf"[-—–－―·•\s]*第\s*{_NUMBER}\s*页(?:[\s/,，、]*共\s*{_NUMBER}\s*页)?[-—–－―·•\s]*"
    r"|[-—–－―·•]+\s*[0-9]{1,4}\s*[-—–－―·•]+|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_REPEATED = 3
_SHOWN = 5


def faults(statute: Statute) -> tuple[Doubt, ...]:
    """Return what is surely no part of the law as it was published, or what cannot be read of it, in the order of lines."""
    lines = statute.text.split("\n")
    found = [*_pages(lines), *_heads(lines, statute.title), *_traditional(lines), *statute.doubts]
    return tuple(sorted(found, key=lambda doubt: (doubt.line, doubt.message)))


def _pages(lines: Sequence[str]) -> Iterator[Doubt]:
    for number, line in enumerate(lines, 1):
        if _PAGE.fullmatch(visible(line)):
            yield Doubt(number, f"“{visible(line)}”是页码，请删去这一行，把被它分开的段落接上")


def _heads(lines: Sequence[str], title: str) -> Iterator[Doubt]:
    """Yield where the title stands again and again: a head of each page."""
    sought = folded(title)
    places = [number for number, line in enumerate(lines, 1) if sought and folded(line) == sought]
    if len(places) >= _REPEATED:
        for number in places[1:]:
            yield Doubt(number, "标题在这里又写了一次，像是页眉，请删去这一行，把被它分开的段落接上")


def _traditional(lines: Sequence[str]) -> Iterator[Doubt]:
    for number, line in enumerate(lines, 1):
        if found := list(dict.fromkeys(filter(_is_traditional, line))):
            shown = "".join(found[:_SHOWN]) + "…" * (len(found) > _SHOWN)
            yield Doubt(number, f"“{shown}”是繁体字，请换成公布的简体文本")


@cache
def _is_traditional(character: str) -> bool:
    """Tell whether a character is only traditional: not itself among the simplified ones, and one of them stands for it."""
    if character.isascii() or _is_simplified(character):
        return False
    return _is_simplified(_converter().convert(character))


def _is_simplified(character: str) -> bool:
    """Tell whether a character is in GB 2312, which has the simplified ones, 著 and 乾 among them."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
