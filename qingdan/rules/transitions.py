"""A state is followed only by the states that the vocabulary allows."""

from collections.abc import Iterator
from itertools import pairwise

from ..load import Data
from ..problem import Problem

NAME = "状态接续"
DEMAND = "状态只能按词表“可接续”的次序变化。"


def check(data: Data) -> Iterator[Problem]:
    """Yield records whose status may not follow the one before."""
    follows = {status.name: status.next for status in data.vocab.value.statuses}
    for entry in data.entries:
        for index, (earlier, later) in enumerate(pairwise(entry.value.records), 1):
            allowed = follows.get(earlier.status)
            if allowed is None or later.status not in follows or later.status in allowed:
                continue
            may = f"只能接：{'、'.join(allowed)}" if allowed else "后面不能再有记录"
            place = entry.place("记录", index, "状态")
            yield Problem(place, NAME, f"“{earlier.status}”之后不能是“{later.status}”，{may}")
