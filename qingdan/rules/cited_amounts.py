"""Where the words of all that an answer cites are archived, each amount of its penalties stands in those words."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ..model import Answer, Penalty
from ..model.load import Data
from ..model.wording import Proven, Wordings, wordings_of
from ..text.example import Example
from ..text.problem import Problem
from ..text.statute.amounts import Amount, amounts_in
from ..text.statute.place import Found

NAME = "罚的出处"
DEMAND = "所引各条都收录了原文的问答，罚的每个数额要写在所引的条、款、项里，上限、下限、单位都一样。"
EXAMPLES = (
    Example(
        "{对象: 个人, 情形: 擅自接管, 下限: 100, 上限: 500}",
        "{对象: 个人, 情形: 擅自接管, 下限: 100, 上限: 500}\n    - {对象: 个人, 情形: 再次接管, 下限: 100, 上限: 800}",
        "所引的条款里没有“100至800元”，有：一百元以上五百元以下；请照原文改",
        "answers/water.yml",
    ),
)

_ENDINGS = {"百分之": "%", "千分之": "‰", "倍": "倍", "元": "元"}
"""How the unit of a penalty ends that also says what it is a share of (货值金额的倍, 每平方米元), and that of the number."""
_ALIKE = {"天": "日", "月": "个月"}
_TEN_THOUSAND = "万元"


def check(data: Data) -> Iterator[Problem]:
    """Yield the amounts that nothing cited states; where words of it are not archived, or it is withdrawn, none."""
    wordings = wordings_of(data)
    for answer in data.answers:
        stated = _stated(answer.value, wordings)
        if stated is None or answer.value.withdrawn:
            continue
        for index, row in enumerate(answer.value.penalties):
            if row.amount and not _turned(row) and not any(_same(row, one) for one in stated):
                there = "、".join(dict.fromkeys(one.words for one in stated if one.unit))
                listed = f"有：{there}" if there else "一个数额也没有"
                yield Problem(answer.place("罚", index), NAME, f"所引的条款里没有“{row.amount}”，{listed}；请照原文改")


def _stated(answer: Answer, wordings: Wordings) -> list[Amount] | None:
    """Return the amounts of the 条, 款 and 项 that an answer cites; None where the words of one are not known."""
    stated: list[Amount] = []
    for provision in answer.laws:
        if provision.law not in wordings.laws:
            return None
        found = wordings.cited(provision, answer.compared.date.last)
        if not isinstance(found, Proven):
            return None
        stated += amounts_in(_words(found.found), *(_plain(row.unit) for row in answer.penalties))
    return stated


def _words(cited: Found) -> str:
    """Return the words that state the amounts of what is cited: a 款 with its 项; of a 项, also what its 款 begins with."""
    return f"{cited.clause.text}\n{cited.whole}" if cited.clause and cited.item else cited.whole


def _turned(row: Penalty) -> bool:
    """Tell whether the bounds stand the wrong way round, which another rule says."""
    return bool(row.least and row.most) and Decimal(row.least or 0) > Decimal(row.most or 0)


def _same(row: Penalty, one: Amount) -> bool:
    factor = 10_000 if row.unit.endswith(_TEN_THOUSAND) else 1
    least, most = (Decimal(digits) * factor if digits else None for digits in (row.least, row.most))
    return (least, most, _unit(row.unit)) == (one.least, one.most, _ALIKE.get(one.unit, one.unit))


def _unit(unit: str) -> str:
    """Return the unit as articles write it behind the number: 日 of 日（拘留）, % of 建设工程造价百分之, 元 of 元/平方米."""
    plain = _plain(unit)
    return next((own for ending, own in _ENDINGS.items() if plain.endswith(ending)), _ALIKE.get(plain, plain))


def _plain(unit: str) -> str:
    """Return a unit without what is written behind it about what it counts."""
    return re.split("[（(/每]", unit, maxsplit=1)[0] or unit
