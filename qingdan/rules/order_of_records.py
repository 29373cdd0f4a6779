"""Records run from early to late and are only added at the end."""

from collections.abc import Iterator
from itertools import pairwise

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "记录顺序"
DEMAND = "记录按日期从早到晚排列，只在末尾添加。"
EXAMPLES = (
    Example(
        "    - 日期: 2025-12\n      状态: 已落实",
        "    - 日期: 2024-12\n      状态: 已落实",
        "这条记录（2024-12）早于上一条（2025-03）；请改正日期，或把它移到前面，新记录写在最后",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield records dated before the record above them."""
    for entry in data.entries:
        days = [record.date for record in entry.value.records]
        for index, (earlier, later) in enumerate(pairwise(days), 1):
            if later.last < earlier.first:
                how = "请改正日期，或把它移到前面，新记录写在最后"
                message = f"这条记录（{later}）早于上一条（{earlier}）；{how}"
                yield Problem(entry.place("记录", index, "日期"), NAME, message)
