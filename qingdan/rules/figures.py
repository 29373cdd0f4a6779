"""Every figure stands, with its unit, in a quotation of its own record; 近 is kept."""

import re
from collections.abc import Iterator

from ..model import Figure
from ..model.load import Data
from ..text.example import Example
from ..text.folded import folded
from ..text.problem import Problem, excerpt
from .quotations import stands

NAME = "数值"
DEMAND = "每个数值须与单位相连，原样出现在同一条记录的引文里；原文有“近”的标约数。"
EXAMPLES = (
    Example(
        "- {名称: 文件审核, 数值: 7, 单位: 份}",
        "- {名称: 文件审核, 数值: 8, 单位: 份}",
        "这条记录的引文里没有“8份”，含数字的是：由法规处审核文件7份；数值和单位须照引文写",
    ),
    Example(
        "- {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}",
        "- {名称: 约谈用水户, 数值: 20, 单位: 户次}",
        "引文写的是“近20户次”，请在单位后面加上“, 约数: 是”",
    ),
)

_CLAUSE_END = re.compile(r"[。;:!?]|,(?!\d)")


def check(data: Data) -> Iterator[Problem]:
    """Yield figures that no quotation of their own record bears out."""
    for entry in data.entries:
        for index, record in enumerate(entry.value.records):
            if not record.figures or not all(stands(data, evidence) for evidence in record.evidence):
                continue
            quotes = [folded(evidence.quote) for evidence in record.evidence]
            for number, figure in enumerate(record.figures):
                if reason := _doubt(figure, quotes):
                    yield Problem(entry.place("记录", index, "指标", number, "数值"), NAME, reason)


def _doubt(figure: Figure, quotes: list[str]) -> str | None:
    printed = re.compile(
        rf"(近?)(?<![\d.])(?<!\d,){re.escape(figure.value)}(?![.,:、]?\d){re.escape(folded(figure.unit))}"
    )
    if not quotes:
        return f"这条记录没有引文，“{excerpt(figure.value)}{figure.unit}”无从核对；请先在这条记录下写“证据”"
    found = [match for quote in quotes for match in printed.finditer(quote)]
    if not found:
        return (
            f"这条记录的引文里没有“{excerpt(figure.value)}{figure.unit}”，{_numbers_in(quotes)}；数值和单位须照引文写"
        )
    about = any(match[1] for match in found)
    if about and figure.about == "否":
        return f"引文写的是“近{figure.value}{figure.unit}”，请在单位后面加上“, 约数: 是”"
    if not about and figure.about == "是":
        return f"引文里“{figure.value}{figure.unit}”前面没有“近”，请删去“约数: 是”"
    return None


def _numbers_in(quotes: list[str]) -> str:
    """Say which clauses of the quotations give a number at all."""
    clauses = [clause for quote in quotes for clause in _CLAUSE_END.split(quote) if re.search(r"\d", clause)]
    return f"含数字的是：{'、'.join(clauses)}" if clauses else "引文里没有数字"
