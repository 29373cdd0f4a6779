"""Every law and article referred to is in the library."""

from collections.abc import Iterator

from ..model import LawRef
from ..model.load import Data
from ..model.sourced import Sourced
from ..model.walk import Steps, walk
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "法规引用"
DEMAND = "引用的法规须在法规库里，引用的条须是该法规列出的条文。"
EXAMPLES = (
    Example(
        "  依据: [old-water-rules]",
        "  依据: [old-water-rule]",
        "法规库里没有“old-water-rule”，最接近的是“old-water-rules”；要用新的法规，请先加到法规库里",
    ),
    Example(
        "- {法规: water-use-rules, 条: [第九条]}",
        "- {法规: water-use-rules, 条: [第十条]}",
        "法规 water-use-rules 没有列出“第十条”，最接近的是“第九条”；确有此条的，请先加到法规库的“条文”里",
    ),
)
ADD_LAW = "要用新的法规，请先加到法规库里"
ADD_ARTICLE = "确有此条的，请先加到法规库的“条文”里"


def check(data: Data) -> Iterator[Problem]:
    """Yield references to laws or articles that the library does not have."""
    articles: dict[str, list[str]] = {}
    for law in data.laws:
        articles.setdefault(law.value.id, []).extend(article.number for article in law.value.articles)
    for source in (data.vocab, *data.records):
        for path, reference in walk(source.value, LawRef):
            yield from _reference(source, path, reference, articles, data)
    for law in data.laws:
        targets = [("被替代", 0, law.value.replaced_by), *(("替代", *pair) for pair in enumerate(law.value.replaces))]
        for key, index, target in targets:
            if target and target not in data.known and "laws" not in data.unread:
                yield Problem(law.place(key, index), NAME, _missing(target, articles))


def _reference(
    source: Sourced, path: Steps, reference: LawRef, articles: dict[str, list[str]], data: Data
) -> Iterator[Problem]:
    if reference.law not in articles:
        if reference.law not in data.known and "laws" not in data.unread:
            yield Problem(source.place(*path, "法规"), NAME, _missing(reference.law, articles))
        return
    for index, article in enumerate(reference.articles):
        if article not in articles[reference.law]:
            listed = articles[reference.law]
            hint = nearest(article, listed) if listed else "这部法规还没有列出条文"
            message = f"法规 {reference.law} 没有列出“{article}”，{hint}；{ADD_ARTICLE}"
            yield Problem(source.place(*path, "条", index), NAME, message)


def _missing(law: str, articles: dict[str, list[str]]) -> str:
    return f"法规库里没有“{law}”，{nearest(law, articles)}；{ADD_LAW}"
