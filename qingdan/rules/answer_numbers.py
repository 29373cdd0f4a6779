"""Every number of an answer stands in its penalties, in what is done, or among the numbers of a cited article."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from ..model import Answer, Law
from ..model.load import Data
from ..text.example import Example
from ..text.numbers import Calendar, Number, numbers_in
from ..text.problem import Problem, excerpt

NAME = "问答数字"
DEMAND = "“答”里的数字，须写在罚、处理里，或者写在所列条文的“数字”里；日期须是所列法规的日期。"
_HOW = "请照条文改；条文里确有的，写进“罚”，或者写进法规库这一条的“数字”"
_DAYS = {"天": "日"}
EXAMPLES = (
    Example(
        "  答: 不能。擅自接管的罚100至500元。",
        "  答: 不能。擅自接管的罚100至900元。",
        f"“900元”没有出处，罚和条文里的数字有：100元、500元；{_HOW}",
        "answers/water.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield the numbers in answers that nothing they rest on has; where a law cannot be read, nobody knows."""
    laws = {law.value.id: law.value for law in data.laws}
    for answer in data.answers:
        if not all(one.law in laws for one in answer.value.laws):
            continue
        said = list(_of([answer.value.text]))
        known = list(_of(_stated(answer.value, laws))) if said else []
        for number in said:
            if not any(_same(one, number) for one in known):
                there = "、".join(dict.fromkeys(one.words for one in known if not isinstance(one.value, Calendar)))
                listed = f"罚和条文里的数字有：{there}" if there else "罚和条文里没有数字"
                message = f"“{excerpt(number.words)}”没有出处，{listed}；{_HOW}"
                yield Problem(answer.inside(number.start, "答"), NAME, message)


def _stated(answer: Answer, laws: Mapping[str, Law]) -> Iterator[str]:
    """Yield the words in which an answer's sources state numbers; `laws` has every law that it rests on."""
    for row in answer.penalties:
        yield from filter(None, (row.amount, row.condition, row.handling))
    yield answer.handling or ""
    for one in answer.laws:
        law = laws[one.law]
        yield from map(str, filter(None, (law.passed, law.effective, law.amended, law.repealed)))
        for article in law.articles:
            if article.number == one.article:
                yield from (article.label, *article.numbers)


def _of(texts: Iterable[str]) -> Iterator[Number]:
    """Yield the numbers of texts; of a range both ends, with the unit behind it."""
    for number in chain.from_iterable(map(numbers_in, texts)):
        if isinstance(number.value, str) and "-" in number.value:
            for end in number.value.split("-"):
                yield from (replace(one, start=number.start) for one in numbers_in(f"{end}{number.unit}"))
        else:
            yield number


def _same(one: Number, other: Number) -> bool:
    return (one.value, _DAYS.get(one.unit, one.unit)) == (other.value, _DAYS.get(other.unit, other.unit))
