"""Where a law's words are archived, every listed and cited 条, 款 and 项 stands in the wording of the day that matters."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.wording import wordings_of
from ..text.example import Example
from ..text.problem import Problem
from ..text.statute import Absent

NAME = "条文出处"
DEMAND = (
    "收录了原文的法规，列出和引用的条、款、项要在原文里：问答照它核对那一天有效的版本，法规库照法规核对到的那一天。"
)
EXAMPLES = (
    Example(
        "{法规: water-use-rules, 条: 第九条, 款: 第一款}",
        "{法规: water-use-rules, 条: 第九条, 款: 第三款}",
        "第九条只有两款，没有第三款（原文是 2023-11-30 的版本）；请照原文改",
        "answers/water.yml",
    ),
    Example(
        "    - {条: 第九条, 说明: 不得擅自接管}",
        "    - {条: 第九条, 说明: 不得擅自接管}\n    - {条: 第九十条, 说明: 施行日期}",
        "没有第九十条，最后一条是第十五条（原文是 2023-11-30 的版本）；请照原文改",
        "laws/laws.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield the articles listed, and the 条, 款 and 项 that answers cite, unless withdrawn, that the wording does not have."""
    wordings = wordings_of(data)
    for law in data.laws:
        for index, article in enumerate(law.value.articles):
            found = wordings.listed(law.value.id, article.number)
            if isinstance(found, Absent):
                yield Problem(law.place("条文", index, "条"), NAME, f"{found.reason}；请照原文改")
    for answer in (one for one in data.answers if not one.value.withdrawn):
        for index, provision in enumerate(answer.value.laws):
            if provision.law in wordings.laws:
                found = wordings.cited(provision, answer.value.compared.date.last)
                if isinstance(found, Absent):
                    yield Problem(answer.place("依据", index), NAME, f"{found.reason}；请照原文改")
