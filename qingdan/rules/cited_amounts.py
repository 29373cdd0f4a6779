"""Where the words of all that an answer cites are archived, each amount of its penalties stands in them."""

from collections.abc import Iterator
from decimal import Decimal

from ..model import Answer, Penalty
from ..model.load import Data
from ..model.wording import Proven, Wordings, wordings_of
from ..text.example import Example
from ..text.problem import Problem
from ..text.statute.amounts import Amount, amounts_in

NAME = "罚的出处"
DEMAND = "所引各条都收录了原文的问答，罚的每个数额要写在所引的条里，上限、下限、单位都一样。"
EXAMPLES = (
    Example(
        "{对象: 个人, 情形: 擅自接管, 下限: 100, 上限: 500}",
        "{对象: 个人, 情形: 擅自接管, 下限: 100, 上限: 500}\n    - {对象: 个人, 情形: 再次接管, 下限: 100, 上限: 800}",
        "所引的条里没有“100至800元”，有：一百元以上五百元以下；请照原文改",
        "answers/water.yml",
    ),
)

_UNITS = {"百分之": "%", "千分之": "‰", "倍": "倍"}
"""How the unit of a penalty ends, and that of the number in an article."""


def check(data: Data) -> Iterator[Problem]:
    """Yield the amounts that none of the cited articles states; where one is not archived, nobody can tell."""
    wordings = wordings_of(data)
    for answer in data.answers:
        stated = _stated(answer.value, wordings)
        if stated is None:
            continue
        for index, row in enumerate(answer.value.penalties):
            if row.amount and not _turned(row) and not any(_same(row, one) for one in stated):
                there = "、".join(dict.fromkeys(one.words for one in stated if one.unit))
                listed = f"有：{there}" if there else "一个数额也没有"
                yield Problem(answer.place("罚", index), NAME, f"所引的条里没有“{row.amount}”，{listed}；请照原文改")


def _stated(answer: Answer, wordings: Wordings) -> list[Amount] | None:
    """Return the amounts of the articles that an answer cites; None where the words of one are not known."""
    stated: list[Amount] = []
    for provision in answer.laws:
        if provision.law not in wordings.laws:
            return None
        found = wordings.cited(provision, answer.compared.date.last)
        if not isinstance(found, Proven):
            return None
        stated += amounts_in(found.found.article.whole)
    return stated


def _turned(row: Penalty) -> bool:
    """Tell whether the bounds stand the wrong way round, which another rule says."""
    return bool(row.least and row.most) and Decimal(row.least or 0) > Decimal(row.most or 0)


def _same(row: Penalty, one: Amount) -> bool:
    return (_number(row.least), _number(row.most), _unit(row.unit)) == (one.least, one.most, one.unit)


def _number(digits: str | None) -> Decimal | None:
    return Decimal(digits) if digits else None


def _unit(unit: str) -> str:
    """Return the unit as articles write it behind the number: 日 of 日（拘留）, % of 建设工程造价百分之."""
    plain = unit.partition("（")[0]
    return next((own for ending, own in _UNITS.items() if plain.endswith(ending)), plain)
