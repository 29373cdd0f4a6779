"""What an answer says of penalties is whole: an amount or what is done, the lower bound first, and conflicts said."""

from collections.abc import Iterator
from functools import partial

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "罚的写法"
DEMAND = "罚的每一行写数额或者处理；下限不高于上限；对象、情形、条件相同而数额不同的，在备注里写明“不一致”。"
EXAMPLES = (
    Example(
        "下限: 100, 上限: 500",
        "下限: 500, 上限: 100",
        "下限 500 比上限 100 高，请核对",
        "answers/water.yml",
    ),
    Example(
        "情形: 擅自接管, 处理: 责令改正}",
        "情形: 擅自接管}",
        "没有写多少，也没有写怎样处理；请照条文写“上限”，或者写“处理”",
        "answers/water.yml",
    ),
)

DIFFERENT = "不一致"
"""What 备注 says where two rules differ."""


def check(data: Data) -> Iterator[Problem]:
    """Yield rows of penalties that say nothing, have their bounds the wrong way round, or differ without a word of it."""
    for answer in data.answers:
        amounts: dict[tuple[object, ...], str] = {}
        for index, row in enumerate(answer.value.penalties):
            place = partial(answer.place, "罚", index)
            if row.least and row.most and float(row.least) > float(row.most):
                yield Problem(place(), NAME, f"下限 {row.least} 比上限 {row.most} 高，请核对")
            if not row.amount and not row.handling:
                yield Problem(place(), NAME, "没有写多少，也没有写怎样处理；请照条文写“上限”，或者写“处理”")
            same = amounts.setdefault((row.who, row.act, row.condition, row.unit), row.amount)
            if same != row.amount and DIFFERENT not in (answer.value.note or ""):
                how = f"请在“备注”里写明两处规定{DIFFERENT}，或者改对象、情形、条件，分清各是什么时候"
                yield Problem(place(), NAME, f"同样的对象、情形、条件，前面写的是{same}，这里是{row.amount}；{how}")
