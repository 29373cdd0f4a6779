"""A state is followed only by the states that the vocabulary allows."""

from collections.abc import Iterator
from itertools import pairwise

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "状态接续"
DEMAND = "状态只能按词表“可接续”的次序变化。"
EXAMPLES = (
    Example(
        "    - 日期: 2025-03\n      状态: 推进中",
        "    - 日期: 2025-03\n      状态: 已退出",
        "“已退出”之后不能是“已落实”，后面不能再有记录；请删去这条，或改正上一条",
    ),
    Example(
        "    - {日期: 2024-01-15, 状态: 已列入计划, 说明: 列入计划。}\n    - {日期: 2025-01-15, 状态: 已退出, 说明: 并入文件审核（RW-001）。}",
        "    - {日期: 2024-01-15, 状态: 推进中, 说明: 开始做。}\n    - {日期: 2025-01-15, 状态: 已列入计划, 说明: 列入计划。}",
        "“推进中”之后不能是“已列入计划”，只能接：推进中、已落实、长期坚持、已退出；请改正状态，或补上中间的记录",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield records whose status may not follow the one before."""
    follows = {status.name: status.next for status in data.vocab.value.statuses}
    for entry in data.entries:
        for index, (earlier, later) in enumerate(pairwise(entry.value.records), 1):
            allowed = follows.get(earlier.status)
            if allowed is None or later.status not in follows or later.status in allowed:
                continue
            may = "后面不能再有记录；请删去这条，或改正上一条"
            if allowed:
                may = f"只能接：{'、'.join(allowed)}；请改正状态，或补上中间的记录"
            place = entry.place("记录", index, "状态")
            yield Problem(place, NAME, f"“{earlier.status}”之后不能是“{later.status}”，{may}")
