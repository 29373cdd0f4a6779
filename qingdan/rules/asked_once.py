"""What residents ask leads to one answer: a 也问 is no question, and no 也问 of another answer."""

from collections.abc import Callable, Iterator
from functools import partial

from ..model.load import Data
from ..text.example import Example
from ..text.folded import folded
from ..text.problem import Place, Problem

NAME = "问法重复"
DEMAND = "“也问”里的话不与“问”相同，也不与别的问答的“也问”相同，大小写、空格和末尾的问号不算；一句话只找到一条问答。"
EXAMPLES = (
    Example(
        "  也问: [私接水管, 自己接水管]",
        "  也问: [私接水管, 年度报告要不要公开]",
        "“年度报告要不要公开”与 answers/water.yml 第 19 行问的一样，请只留一处",
        "answers/water.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield every 也问 that is asked elsewhere, as the search would read it."""
    given = [one for one in data.answers if not one.value.withdrawn]
    asked: dict[str, Callable[[], Place]] = {_heard(one.value.name): partial(one.place, "问") for one in given}
    for answer in given:
        own: dict[str, Callable[[], Place]] = {}
        for index, words in enumerate(answer.value.also):
            place, heard = partial(answer.place, "也问", index), _heard(words)
            if heard in asked:
                earlier = asked[heard]()
                where = f"{earlier.path} 第 {earlier.line} 行"
                yield Problem(place(), NAME, f"“{words}”与 {where}问的一样，请只留一处")
            own[heard] = place
        asked |= own


def _heard(words: str) -> str:
    return folded(words).lower().rstrip("?!。")
