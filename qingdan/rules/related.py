"""Entries that an entry calls related are there, and are others."""

from collections.abc import Iterator
from functools import partial

from ..model.load import Data
from ..model.parts import LISTS
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "相关条目"
DEMAND = "相关条目写的编号须在清单里，不写自己。"
EXAMPLES = (
    Example(
        "  相关条目: [RW-001]",
        "  相关条目: [RW-091]",
        "清单里没有“RW-091”，最接近的是“RW-001”",
        "publicity/publicity.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield 相关条目 that name the entry itself or no entry at all."""
    numbers = [entry.value.id for entry in data.entries]
    for entry in data.entries:
        for index, number in enumerate(entry.value.related):
            place = partial(entry.place, "相关条目", index)
            if number == entry.value.id:
                yield Problem(place(), NAME, f"“{number}”是这一条自己，请写另一条的编号")
            elif number not in data.known and not _unread(number, data):
                yield Problem(place(), NAME, f"清单里没有“{number}”，{nearest(number, numbers)}")


def _unread(number: str, data: Data) -> bool:
    """Tell whether a number may stand in a file that could not be read."""
    return any(number.startswith(part.prefix) and part.folder in data.unread for part in LISTS)
