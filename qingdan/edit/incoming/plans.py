"""下一年的安排: which paragraphs of a report tell of what is to be done, and so prove nothing that was done."""

import re
from collections.abc import Sequence

from ...text.outline.place import read_label
from ...text.paragraphs import Level, Paragraph

_PLANS = re.compile(r"安排|打算|思路|计划|下一?步|下一年|明年|今后|展望")
_REVIEW = re.compile(r"不足|问题|成效|做法|举措|落实情况|完成情况|第一责任人")


def plans(paragraphs: Sequence[Paragraph], year: int) -> frozenset[str]:
    """Return the labels of the parts of the report on `year` whose heading speaks of plans, and of all below them."""
    parts = {_part(one) for one in paragraphs if one.level == Level.PART and _tells_plans(one.heading, year)}
    return frozenset(one.label for one in paragraphs if one.level > Level.FRONT and _part(one) in parts)


def _tells_plans(heading: str, year: int) -> bool:
    return not _REVIEW.search(heading) and (bool(_PLANS.search(heading)) or f"{year + 1}年" in heading)


def _part(paragraph: Paragraph) -> str:
    place = read_label(paragraph.label)
    return "" if place is None else f"{place.name}{place.numbers[0]}"
