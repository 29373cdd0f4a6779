"""段落编号: a paragraph's label and anchor, from where it stands, and back from the label."""

import re
from dataclasses import dataclass
from enum import IntEnum

from .numerals import HAN, han_number, han_numeral

ANNEX = "附件"
UNDIVIDED = "不分段"
_NAMED = {
    "标题": "p-title",
    "导语": "p-lead",
    "发布信息": "p-source",
    "网页文字": "p-page",
    "目录": "p-contents",
    "落款": "p-signature",
}
NAMES = tuple(_NAMED)
FRAME = ("发布信息", "网页文字", "目录", "落款")  # stand around the report and say nothing that a list could take up
TITLE, LEAD, SOURCE, PAGE, CONTENTS, SIGNATURE = NAMES
_NAME = re.compile(rf"({'|'.join(_NAMED)})([2-9]|[1-9][0-9]+)?")
_NUMERAL = rf"(?:{HAN}|[一二三四五六七八九][零一二三四五六七八九]+)"
_LABEL = re.compile(rf"(?:({ANNEX}[0-9]*)|({_NUMERAL}))?(?:（({_NUMERAL})）)?([0-9]+)?(?:（([0-9]+)）)?")


class Level(IntEnum):
    """How deep a paragraph stands."""

    FRONT = 0
    PART = 1
    SECTION = 2
    POINT = 3
    SUBPOINT = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: by name (标题), or by its part, section, point and subpoint.

    In an attached list (附件) `name` is the annex, which stands where the part does.
    """

    name: str = ""
    numbers: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def annexed(self) -> bool:
        """Whether it is an annex or stands in one."""
        return self.name.startswith(ANNEX)

    @property
    def level(self) -> Level:
        """How deep it stands."""
        deepest = max((depth for depth, number in enumerate(self.numbers, start=1) if number), default=0)
        return Level(max(deepest, 1) if self.annexed else deepest)

    @property
    def label(self) -> str:
        """The label, as editors write it in 段落: 一（四）2."""
        part, section, point, subpoint = self.numbers
        return "".join(
            [
                self.name or (han_numeral(part) if part else ""),
                f"（{han_numeral(section)}）" if section else "",
                str(point) if point else "",
                f"（{subpoint}）" if subpoint else "",
            ]
        )

    @property
    def anchor(self) -> str:
        """The fragment of its address on the report's page: p-1-4-2."""
        if found := _NAME.fullmatch(self.name):
            return _NAMED[found[1]] + (f"-{found[2]}" if found[2] else "")
        head = f"annex{self.name.removeprefix(ANNEX)}" if self.annexed else str(self.numbers[0])
        return "p-" + "-".join([head, *map(str, self.numbers[1 : self.level])])


def read_label(label: str) -> Place | None:
    """Return the place that a label names; None where it names none."""
    if _NAME.fullmatch(label):
        return Place(label)
    found = _LABEL.fullmatch(label)
    if not found or not label:
        return None
    annex, part, section, point, subpoint = found.groups()
    han = [han_number(numeral) if numeral else 0 for numeral in (part, section)]
    place = Place(annex or "", (han[0], han[1], int(point or 0), int(subpoint or 0)))
    return place if place.label == label else None
