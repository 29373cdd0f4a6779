"""The words of cited articles, for the pages of what cites them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Answer, Entry
from ..model.wording import Proven, Unproven
from ..site.rewordings import Likely, likely
from ..site.site import Site
from ..site.statutes import path_of_article, path_of_provision
from ..text.statute import Article, Item


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article: its anchor, how deep it stands (0 款, 1 项, 2 目), its words, whether it is cited itself."""

    anchor: str
    depth: int
    words: str
    cited: bool


def paragraphs_of(article: Article, cited: Sequence[str] = ()) -> list[Paragraph]:
    """Return the paragraphs of an article in their order. In: the anchors of what is cited."""
    found = []
    for clause in article.clauses:
        if clause.text or not clause.items:
            found.append(Paragraph(clause.anchor, 0, clause.text, clause.anchor in cited))
        for item in clause.items:
            found += _items(item, 1, cited)
    return found


def _items(item: Item, depth: int, cited: Sequence[str]) -> list[Paragraph]:
    below = [one for inner in item.items for one in _items(inner, depth + 1, cited)]
    return [Paragraph(item.anchor, depth, item.text, item.anchor in cited), *below]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a cited article as an entry or an answer shows them, or why there are none."""

    law: str
    place: str
    article: str = ""
    path: str = ""
    version: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    reason: str = ""
    likely: Likely | None = None


def words_of_entry(site: Site, entry: Entry) -> dict[tuple[str, str], Words]:
    """Return the words of every article that an entry names, by the law's 标识 and the article's number."""
    return {
        (one.law, article): words_of_listed(site, one.law, article) for one in entry.laws for article in one.articles
    }


def words_of_listed(site: Site, law: str, article: str) -> Words:
    """Return the words of an article that the library lists."""
    return _words(site, law, article, site.wordings.listed(law, article))


def words_of_answer(site: Site, answer: Answer) -> list[Words]:
    """Return the words of every article that an answer cites."""
    day = answer.compared.date.last
    return [
        _words(site, one.law, one.place, site.wordings.cited(one, day), path_of_provision(site, answer, one))
        for one in answer.laws
        if one.article
    ]


def uncompared_of(site: Site, found: Iterable[Words]) -> list[tuple[str, str]]:
    """Return the laws that have archived words of which none could be shown, each with the reason, once."""
    return list(dict.fromkeys((one.law, one.reason) for one in found if one.reason and site.wordings.of(one.law)))


def _words(site: Site, law: str, place: str, found: object, path: str = "") -> Words:
    if isinstance(found, Proven):
        where = found.found
        return Words(
            law,
            place,
            where.article.number,
            path or path_of_article(site, found.text, where.anchor),
            str(found.text.version),
            tuple(paragraphs_of(where.article, () if where.anchor == where.article.anchor else (where.anchor,))),
            likely=likely(site, found),
        )
    assert isinstance(found, Unproven), "the rules have proven the others"
    return Words(law, place, reason=found.reason)
