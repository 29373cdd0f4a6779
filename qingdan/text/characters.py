"""Characters that readers cannot see or that look like others: refused wherever they stand."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from .problem import Place, Problem
from .reading import CHARACTERS as RULE

_PRINTS_NOTHING = frozenset(
    chr(code)
    for codes in (
        *((0x034F,), (0x115F, 0x1160), (0x17B4, 0x17B5), range(0x180B, 0x1810), (0x2800,), (0x3164,), (0xFFA0,)),
        *(range(0xFE00, 0xFE10), (0xFFFC, 0xFFFD), (0x13441, 0x13442), (0x16FE4,), (0x1D159,), range(0xE0100, 0xE01F0)),
    )
    for code in codes
)
"""What shows nothing, or stands for what was lost, though Unicode counts it among letters, marks and symbols."""
_KEPT = frozenset("\t\n\u3000")
"""Blanks that have a rule of their own where they must not stand."""
_IDEOGRAPHS = range(0x20000, 0x40000)
"""Rare characters of names, which Unicode adds to faster than this program's Python learns of them."""
_ALIKE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")


def places(text: str, name: str) -> Callable[[int], Place]:
    """Return the function that tells the place of an index of `text`."""

    @cache
    def starts() -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", text))]

    def place(index: int) -> Place:
        line = bisect_right(starts(), index)
        return Place(name, line, index - starts()[line - 1] + 1)

    return place


@cache
def _unseen(character: str) -> bool:
    """Tell whether a character shows nothing: a control, a format, a blank of odd width, a place without a character."""
    if character.isprintable():
        return character in _PRINTS_NOTHING
    unassigned = unicodedata.category(character) == "Cn" and ord(character) & 0xFFFF < 0xFFFE
    return character not in _KEPT and not (unassigned and ord(character) in _IDEOGRAPHS)


@cache
def _mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def forbidden(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each invisible, private-use, look-alike or stacked character in `text`."""
    place = places(text, name)
    for index, what, advice in _found(text):
        yield Problem(place(index), RULE, f"{what}，{advice}")


def odd(text: str) -> tuple[str, ...]:
    """Return what would be forbidden in a text that was received so and is not changed, each once."""
    plain = text.removeprefix("\ufeff").replace("\r", "")
    return tuple(dict.fromkeys(what for _, what, _ in _found(plain)))


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where something odd stands, what it is, and what to write instead."""
    characters = set(text)
    if unseen := _any_of(filter(_unseen, characters)):
        for found in re.finditer(unseen, text):
            yield found.start(), f"这里有看不见的字符 U+{ord(found[0]):04X}", "请删去后重新输入"
    for found in _ALIKE.finditer(text):
        usual = unicodedata.normalize("NFKC", found[0])
        advice = f"请改用常用字“{usual}”" if usual != found[0] else "请改用常用字"
        yield found.start(), f"“{found[0]}”是部首或兼容字（U+{ord(found[0]):04X}）", advice
    if marks := _any_of(filter(_mark, characters)):
        for found in re.finditer(f"{marks}{{2,}}", text):
            yield found.start(), "这里叠加了多个附加符号", "请删去后重新输入"


def _any_of(characters: Iterable[str]) -> str:
    """Return a pattern of any of the characters; empty where there is none."""
    told = "".join(sorted(characters))
    return f"[{re.escape(told)}]" if told else ""
