"""States that need proof have it, and an entry that claims the report as its origin quotes it."""

from collections.abc import Iterator

from ..load import Data
from ..problem import Problem

NAME = "证据"
DEMAND = "词表规定需要证据的状态须有证据；来源写“年度报告”的条目至少有一处引文。"


def check(data: Data) -> Iterator[Problem]:
    """Yield records without the evidence their status needs, and entries without the evidence they claim."""
    needed = {status.name for status in data.vocab.value.statuses if status.proof == "需要"}
    for entry in data.entries:
        for index, record in enumerate(entry.value.records):
            if record.status in needed and not record.evidence:
                place = entry.place("记录", index, "状态")
                yield Problem(place, NAME, f"“{record.status}”须有证据：请在这条记录下写“证据”，注明报告、段落和引文")
        cited = any(record.evidence for record in entry.value.records)
        if entry.value.origin == "年度报告" and not cited:
            yield Problem(entry.place("来源"), NAME, "来源是“年度报告”，却没有一处引文；请补证据，或改为“法规整理”")
