"""Every figure is a whole number of a quotation of its own record, with its unit and all that qualifies it."""

import re
from collections.abc import Iterator

from ..model import Figure, StatusRecord
from ..model.load import Data
from ..text.example import Example
from ..text.folded import folded
from ..text.numbers import Number, numbers_in
from ..text.problem import Problem, excerpt
from .quotations import stands

NAME = "数值"
DEMAND = "每个数值须是同一条记录的引文里完整的一个数，单位写全；原文有“近”“超过”“以上”等字的，照写进约数。"
EXAMPLES = (
    Example(
        "- {名称: 文件审核, 数值: 7, 单位: 份}",
        "- {名称: 文件审核, 数值: 8, 单位: 份}",
        "这条记录的引文里没有“8份”，含数字的是：由法规处审核文件7份；数值和单位须照引文写",
    ),
    Example(
        "- {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}",
        "- {名称: 约谈用水户, 数值: 20, 单位: 户次}",
        "引文写的是“近20户次”，请在单位后面加上“, 约数: 近”",
    ),
)

_CLAUSE_END = re.compile(r"[。;:!?]|,(?!\d)")


def check(data: Data) -> Iterator[Problem]:
    """Yield figures that no quotation of their own record bears out."""
    for entry in data.entries:
        for index, record in enumerate(entry.value.records):
            if not record.figures or not all(stands(data, evidence) for evidence in record.evidence):
                continue
            for number, figure in enumerate(record.figures):
                if reason := _doubt(record, figure):
                    yield Problem(entry.place("记录", index, "指标", number, "数值"), NAME, reason)


def _doubt(record: StatusRecord, figure: Figure) -> str | None:
    given = excerpt(f"{figure.value}{figure.unit}")
    quotes = [evidence.quote for evidence in record.evidence]
    if not quotes:
        return f"这条记录没有引文，“{given}”无从核对；请先在这条记录下写“证据”"
    found = [number for quote in quotes for number in figure.found_in(quote)]
    if not found:
        return f"这条记录的引文里没有“{given}”，{_numbers_in(quotes)}；数值和单位须照引文写"
    found = [number for number in found if number.qualifiers] or found
    return None if any(map(figure.keeps, found)) else _advice(figure, found[0])


def _advice(figure: Figure, number: Number) -> str:
    """Say what qualifies the number in the quotation, and how to write it."""
    value = f"{figure.digits}{number.inside}"
    about = "…".join(filter(None, (number.before, number.behind)))
    if value != figure.value:
        how = f"把“数值”改为 {value}"
    elif not about:
        how = f"删去“约数: {figure.about}”"
    elif figure.about == "否":
        how = f"在单位后面加上“, 约数: {about}”"
    else:
        how = f"把“约数: {figure.about}”改为“约数: {about}”"
    return f"引文写的是“{number.words}”，请{how}"


def _numbers_in(quotes: list[str]) -> str:
    """Say which clauses of the quotations give a number at all."""
    clauses = [clause for quote in quotes for clause in _CLAUSE_END.split(folded(quote)) if numbers_in(clause)]
    return f"含数字的是：{'、'.join(clauses)}" if clauses else "引文里没有数字"
