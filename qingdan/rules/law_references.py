"""Every law and article referred to is in the library."""

from collections.abc import Iterator

from ..model import LawRef, Provision
from ..model.load import Data
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


def check(data: Data) -> Iterator[Problem]:
    """Yield references to laws or articles that the library does not have."""
    articles = articles_of(data)
    for place, reference in data.pieces(LawRef):
        if fault := unknown_law(reference.law, articles, data):
            yield Problem(place("法规"), NAME, fault)
        for index, article in enumerate(reference.articles):
            if fault := unknown_article(reference.law, article, articles):
                yield Problem(place("条", index), NAME, fault)
    for place, provision in data.pieces(Provision):
        if fault := unknown_law(provision.law, articles, data):
            yield Problem(place("法规"), NAME, fault)
        if provision.article and (fault := unknown_article(provision.law, provision.article, articles)):
            yield Problem(place("条"), NAME, fault)
    for law in data.laws:
        targets = [("被替代", 0, law.value.replaced_by), *(("替代", *pair) for pair in enumerate(law.value.replaces))]
        for key, index, target in targets:
            if target and (fault := unknown_law(target, articles, data)):
                yield Problem(law.place(key, index), NAME, fault)


def articles_of(data: Data) -> dict[str, list[str]]:
    """Return the articles that the library lists of each law, by its 标识."""
    articles: dict[str, list[str]] = {}
    for law in data.laws:
        articles.setdefault(law.value.id, []).extend(article.number for article in law.value.articles)
    return articles


def unknown_law(law: str, articles: dict[str, list[str]], data: Data) -> str:
    """Return what is wrong with naming this law; empty where it is in the library, or may be in what cannot be read."""
    if law in articles or law in data.known or "laws" in data.unread:
        return ""
    return f"法规库里没有“{law}”，{nearest(law, articles)}；要用新的法规，请先加到法规库里"


def unknown_article(law: str, article: str, articles: dict[str, list[str]]) -> str:
    """Return what is wrong with naming this article of a law; empty where it is listed, or the law is not there."""
    listed = articles.get(law)
    if listed is None or article in listed:
        return ""
    hint = nearest(article, listed) if listed else "这部法规还没有列出条文"
    return f"法规 {law} 没有列出“{article}”，{hint}；确有此条的，请先加到法规库的“条文”里"
