"""Characters that readers cannot see or that look like others: refused wherever they stand."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

from .problem import Place, Problem
from .reading import CHARACTERS as RULE

_UNSEEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff"
    r"\U000e0000-\U000e0fff\U000f0000-\U0010ffff\ud800-\udfff"
)
_ALIKE = r"\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
_COMBINING = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff\ua66f-\ua67d\ufe20-\ufe2f"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_RADICAL = re.compile(f"[{_ALIKE}]")
_STACKED = re.compile(f"[{_COMBINING}]{{2,}}")
_DOUBTFUL = re.compile(f"[{_UNSEEN}{_ALIKE}{_COMBINING}]")


def places(text: str, name: str) -> Callable[[int], Place]:
    """Return the function that tells the place of an index of `text`."""

    @cache
    def starts() -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", text))]

    def place(index: int) -> Place:
        line = bisect_right(starts(), index)
        return Place(name, line, index - starts()[line - 1] + 1)

    return place


def forbidden(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each invisible, private-use, look-alike or stacked character in `text`."""
    if not _DOUBTFUL.search(text):
        return
    place = places(text, name)
    for found in _INVISIBLE.finditer(text):
        code = f"U+{ord(found[0]):04X}"
        yield Problem(place(found.start()), RULE, f"这里有看不见的字符 {code}，请删去后重新输入")
    for found in _RADICAL.finditer(text):
        usual = unicodedata.normalize("NFKC", found[0])
        advice = f"请改用常用字“{usual}”" if usual != found[0] else "请改用常用字"
        yield Problem(place(found.start()), RULE, f"“{found[0]}”是部首或兼容字（U+{ord(found[0]):04X}），{advice}")
    for found in _STACKED.finditer(text):
        yield Problem(place(found.start()), RULE, "这里叠加了多个附加符号，请删去后重新输入")
