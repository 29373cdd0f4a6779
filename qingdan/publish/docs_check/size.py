"""How long a page may be: Markdown needs a time that grows with the square of a paragraph's brackets."""

import re
from collections.abc import Iterator

from ...text.characters import places
from .fault import Fault

MAX_PAGE = 60_000
MAX_PARAGRAPH = 6000
MAX_BRACKETS = 200
MAX_DEPTH = 20

_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_NESTED = re.compile(rf"^(?:[ \t]*[>*+-][ \t]*){{{MAX_DEPTH}}}|^[ \t]{{{4 * MAX_DEPTH}}}", re.MULTILINE)


def faults_in_size(text: str) -> Iterator[Fault]:
    """Yield what makes a page too long to be checked in a second; no real page comes near."""
    if len(text) > MAX_PAGE:
        yield Fault(1, 1, f"这一页有 {len(text)} 字，最多 {MAX_PAGE} 字，请拆成几页")
        return
    place = places(text, "")
    for found in _PARAGRAPH.finditer(text):
        if len(found[0]) > MAX_PARAGRAPH:
            yield Fault(place(found.start()).line, 1, f"这一段超过 {MAX_PARAGRAPH} 字，请用空行分段")
    if text.count("[") > MAX_BRACKETS:
        yield Fault(1, 1, f"这一页的“[”超过 {MAX_BRACKETS} 个，请拆成几页")
    if nested := _NESTED.search(text):
        yield Fault(place(nested.start()).line, 1, f"嵌套超过 {MAX_DEPTH} 层，请改得浅一些")
