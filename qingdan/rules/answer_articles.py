"""An answer rests on an article that is known; where one is not, it states no amount and says what is unknown."""

from collections.abc import Iterator

from ..model import Answer
from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "问答依据"
DEMAND = "问答至少有一处依据写到条；有一处没有查到条号的，不写数额，并写“待核”。"
EXAMPLES = (
    Example(
        "    - {法规: yearly-report-rules, 条: 第二十四条}\n    - {法规: water-use-rules}\n",
        "    - {法规: water-use-rules}\n",
        "依据都没有写到条；没有查到条文的问答不公开，请补上“条”",
        "answers/water.yml",
    ),
    Example(
        "  待核: [用水条例怎样规定年度报告，没有查到条号。]\n",
        "",
        "没有写到条，请补上；没有查到条号的，在“待核”里写明",
        "answers/water.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield answers without any article, and those that state an amount or no doubt though an article is unknown."""
    for answer in data.answers:
        unknown = [index for index, one in enumerate(answer.value.laws) if not one.article]
        if len(unknown) == len(answer.value.laws):
            message = "依据都没有写到条；没有查到条文的问答不公开，请补上“条”"
            yield Problem(answer.place("依据"), NAME, message)
        elif unknown and not answer.value.unverified:
            message = "没有写到条，请补上；没有查到条号的，在“待核”里写明"
            yield Problem(answer.place("依据", unknown[0]), NAME, message)
        elif unknown and (index := _first_amount(answer.value)) is not None:
            message = "有一处依据没有写到条，不能写数额；请补上条号，或者删去“下限”“上限”，改写“处理”"
            yield Problem(answer.place("罚", index), NAME, message)


def _first_amount(answer: Answer) -> int | None:
    return next((index for index, one in enumerate(answer.penalties) if one.amount), None)
