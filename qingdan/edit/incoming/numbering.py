"""Word's automatic numbering (ECMA-376 part 1, §17.9): the mark that it prints before a paragraph and that no text holds."""

import re
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from ...text.paragraphs import han_numeral

_HAN = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
})  # fmt: skip
_DIGITS = frozenset({"decimal", "decimalFullWidth", "decimalHalfWidth"})
_CIRCLES = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_LAST_CIRCLE = 20
_SILENT = frozenset({"bullet", "none"})
_NO_SPACE_AFTER = ("、", "）", "．", "是")
_LONGEST_CHAIN = 20  # a chain of styles longer than any template's is a ring


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how its number is written, and what stands around the number."""

    start: int
    form: str
    text: str


class Numbering:
    """Counts the numbered paragraphs of one document in their order; `unknown` gathers the forms it cannot write."""

    def __init__(self, document: Document) -> None:
        try:
            self._lists = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:
            self._lists = None
        self._styles = document.styles.element
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self.written = 0
        self.unknown: set[str] = set()

    def mark(self, paragraph: Element) -> str:
        """Return what Word prints before a paragraph; empty where it prints nothing, or what cannot be written."""
        number, depth = self._place(paragraph)
        listed = self._one("w:num", "w:numId", number) if number != "0" else None
        levels = self._levels(listed) if listed is not None else {}
        if depth not in levels:
            return ""
        self._count(listed, levels, depth)
        mark = self._written(levels, depth, self._counts[self._abstract(listed)])
        self.written += bool(mark)
        return mark if not mark or mark.endswith(_NO_SPACE_AFTER) else f"{mark} "

    def _one(self, tag: str, key: str, value: str) -> Element | None:
        lists = self._lists.findall(tag, nsmap) if self._lists is not None else []
        return next((one for one in lists if one.get(qn(key)) == value), None)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else its style's."""
        number = depth = ""
        holder, steps = paragraph, 0
        while holder is not None and steps < _LONGEST_CHAIN and not (number and depth):
            number = number or _value(holder, "w:pPr/w:numPr/w:numId")
            depth = depth or _value(holder, "w:pPr/w:numPr/w:ilvl")
            style = _value(holder, "w:basedOn" if steps else "w:pPr/w:pStyle")
            styles = self._styles.findall("w:style", nsmap)
            holder = next((one for one in styles if one.get(qn("w:styleId")) == style), None)
            steps += 1
        return number, int(depth) if depth.isdecimal() else 0

    def _abstract(self, listed: Element) -> str:
        return _value(listed, "w:abstractNumId")

    def _levels(self, listed: Element) -> dict[int, _Level]:
        abstract = self._one("w:abstractNum", "w:abstractNumId", self._abstract(listed))
        common = abstract.findall("w:lvl", nsmap) if abstract is not None else []
        return {
            int(level.get(qn("w:ilvl"))): _Level(
                int(_value(level, "w:start") or 1), _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText")
            )
            for level in [*common, *listed.findall("w:lvlOverride/w:lvl", nsmap)]
        }

    def _count(self, listed: Element, levels: dict[int, _Level], depth: int) -> None:
        counts = self._counts.setdefault(self._abstract(listed), {})
        number = listed.get(qn("w:numId"))
        if number not in self._begun:
            self._begun.add(number)
            for override in listed.findall("w:lvlOverride", nsmap):
                if start := _value(override, "w:startOverride"):
                    counts[int(override.get(qn("w:ilvl")))] = int(start) - 1
        for above in range(depth):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for below in [level for level in counts if level > depth]:
            del counts[below]

    def _written(self, levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
        if levels[depth].form in _SILENT:
            return ""
        numbers = {place: self._number(levels[place].form, count) for place, count in counts.items() if place in levels}
        wanted = {int(place) - 1 for place in re.findall(r"%([1-9])", levels[depth].text)}
        if any(numbers.get(place) is None for place in wanted):
            return ""
        return re.sub(r"%([1-9])", lambda found: numbers[int(found[1]) - 1], levels[depth].text)

    def _number(self, form: str, count: int) -> str | None:
        if form in _HAN and count:
            return han_numeral(count)
        if form in _DIGITS:
            return str(count)
        if form in _CIRCLES and 1 <= count <= _LAST_CIRCLE:
            return chr(ord("①") + count - 1)
        self.unknown.add(form)
        return None


def _value(element: Element, path: str) -> str:
    found = element.find(path, nsmap)
    return (found.get(qn("w:val")) or "") if found is not None else ""
