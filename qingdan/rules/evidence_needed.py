"""States that need proof have it, and an entry that claims the report as its origin quotes it."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "证据"
DEMAND = "词表规定需要证据的状态须有证据；来源写“年度报告”的条目至少有一处引文。"
EXAMPLES = (
    Example(
        "      状态: 推进中\n      说明: 开始约谈。",
        "      状态: 已落实\n      说明: 开始约谈。",
        "“已落实”须有证据；请在记录下写“证据”，例如 - {报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}",
    ),
    Example(
        "  来源: 法规整理",
        "  来源: 年度报告",
        "来源是“年度报告”，却没有一处引文；请在记录下写“证据”，例如 - {报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}，不是出自报告的改为“法规整理”",
        "publicity/publicity.yml",
    ),
)

_HOW = "请在记录下写“证据”，例如 - {报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}"


def check(data: Data) -> Iterator[Problem]:
    """Yield records without the evidence their status needs, and entries without the evidence they claim."""
    needed = {status.name for status in data.vocab.value.statuses if status.proof == "需要"}
    for entry in data.entries:
        for index, record in enumerate(entry.value.records):
            if record.status in needed and not record.evidence:
                place = entry.place("记录", index, "状态")
                yield Problem(place, NAME, f"“{record.status}”须有证据；{_HOW}")
        cited = any(record.evidence for record in entry.value.records)
        if entry.value.origin == "年度报告" and not cited:
            message = f"来源是“年度报告”，却没有一处引文；{_HOW}，不是出自报告的改为“法规整理”"
            yield Problem(entry.place("来源"), NAME, message)
