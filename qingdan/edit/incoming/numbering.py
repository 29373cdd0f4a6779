"""Word's automatic numbering (ECMA-376 part 1, §17.9): the mark that it prints before a paragraph and that no text holds."""

import re
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from ...text.outline.numerals import han_numeral

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
        parts = (one.target_part for one in document.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.NUMBERING)
        lists = next((part.element for part in parts if isinstance(part, XmlPart)), None)
        self._lists = _by(lists, "w:num", "w:numId")
        self._forms = _by(lists, "w:abstractNum", "w:abstractNumId")
        self._styles = _by(document.styles.element, "w:style", "w:styleId")
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self.written = 0
        self.unknown: set[str] = set()

    def mark(self, paragraph: Element) -> str:
        """Return what Word prints before a paragraph; empty where it prints nothing, or what cannot be written."""
        number, depth = self._place(paragraph)
        listed = self._lists.get(number) if number != "0" else None
        levels = self._levels(listed) if listed is not None else {}
        if listed is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(_value(listed, "w:abstractNumId"), {})
        if number not in self._begun:
            self._begun.add(number)
            for override in listed.findall("w:lvlOverride", nsmap):
                if start := _value(override, "w:startOverride"):
                    counts[int(override.get(qn("w:ilvl"), ""))] = int(start) - 1
        for above in range(depth):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for below in [level for level in counts if level > depth]:
            del counts[below]
        mark = self._written(levels, depth, counts)
        self.written += bool(mark)
        return mark if not mark or mark.endswith(_NO_SPACE_AFTER) else f"{mark} "

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else its style's."""
        number = depth = ""
        holder: Element | None = paragraph
        for step in range(_LONGEST_CHAIN):
            if holder is None or (number and depth):
                break
            number = number or _value(holder, "w:pPr/w:numPr/w:numId")
            depth = depth or _value(holder, "w:pPr/w:numPr/w:ilvl")
            holder = self._styles.get(_value(holder, "w:basedOn" if step else "w:pPr/w:pStyle"))
        return number, int(depth) if depth.isdecimal() else 0

    def _levels(self, listed: Element) -> dict[int, _Level]:
        common = self._forms.get(_value(listed, "w:abstractNumId"))
        levels = [
            *(common.findall("w:lvl", nsmap) if common is not None else ()),
            *listed.findall("w:lvlOverride/w:lvl", nsmap),
        ]
        return {
            int(level.get(qn("w:ilvl"), "")): _Level(
                int(_value(level, "w:start") or 1), _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText")
            )
            for level in levels
        }

    def _written(self, levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
        if levels[depth].form in _SILENT:
            return ""
        numbers = {place: self._number(levels[place].form, count) for place, count in counts.items() if place in levels}
        wanted = {int(place) - 1 for place in re.findall(r"%([1-9])", levels[depth].text)}
        if not all(numbers.get(place) for place in wanted):
            return ""
        return re.sub(r"%([1-9])", lambda found: numbers[int(found[1]) - 1], levels[depth].text)

    def _number(self, form: str, count: int) -> str:
        if form in _HAN and count:
            return han_numeral(count)
        if form in _DIGITS:
            return str(count)
        if form in _CIRCLES and 1 <= count <= _LAST_CIRCLE:
            return chr(ord("①") + count - 1)
        self.unknown.add(form)
        return ""


def _by(holder: Element | None, tag: str, key: str) -> dict[str, Element]:
    """Return the elements of a kind by what an attribute says, the first of each."""
    found = holder.findall(tag, nsmap) if holder is not None else ()
    return {name: one for one in reversed(found) if (name := one.get(qn(key)))}


def _value(element: Element, path: str) -> str:
    found = element.find(path, nsmap)
    return (found.get(qn("w:val")) or "") if found is not None else ""
