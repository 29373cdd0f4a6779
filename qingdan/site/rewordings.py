"""What later wordings of a law changed, article by article, and which entries and answers that concerns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Answer, Entry, Provision
from ..model.law_text import ArchivedText
from ..model.sourced import Sourced
from ..model.wording import Proven, began
from ..text.statute import Article
from ..text.statute.compare import SAME, Pair, compare, most_like
from .site import Site
from .statutes import LONGEST, citing, path_of_text


@dataclass(frozen=True, slots=True)
class Reworded:
    """A cited article that a later wording has otherwise: who cites it and where, what it is there, what became of it."""

    thing: Sourced[Entry] | Sourced[Answer]
    index: int
    cited: str
    old: Proven
    new: ArchivedText
    pair: Pair


@dataclass(frozen=True, slots=True)
class Likely:
    """The article of the law that replaced one which is most like a cited article: a proposal, no proof."""

    text: ArchivedText
    article: Article
    likeness: float


def before(site: Site, text: ArchivedText) -> ArchivedText | None:
    """Return the archived wording that went before one; None for the earliest."""
    texts = site.wordings.of(text.law)
    at = texts.index(text)
    return texts[at - 1] if at else None


@lru_cache(maxsize=64)
def changes_from(old: ArchivedText, new: ArchivedText) -> tuple[Pair, ...]:
    """Return what became of every article from one wording to another."""
    return compare(old.statute, new.statute)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A page that sets two wordings side by side: what it shows of their articles, and the addresses of all such pages."""

    old: ArchivedText
    text: ArchivedText
    pairs: tuple[Pair, ...]
    paths: tuple[str, ...]


def every_comparison(site: Site) -> dict[str, Comparison]:
    """Return the pages that compare a wording with the one before it, by their addresses."""
    found: dict[str, Comparison] = {}
    for text in (text for law in site.laws for text in site.wordings.of(law)):
        if old := before(site, text):
            pages = list(_pages(site, old, changes_from(old, text)))
            root = f"{path_of_text(text)}changes/"
            paths = (root, *(f"{root}{number}/" for number in range(2, len(pages) + 1)))
            found |= {path: Comparison(old, text, pairs, paths) for path, pairs in zip(paths, pages, strict=True)}
    return found


def _pages(site: Site, old: ArchivedText, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, ...]]:
    """Yield the articles that did not stay as they were, the cited ones first, as many as one page holds."""
    cited = citing(site).get((old.law, str(old.version)), {})
    changed = sorted(
        (pair for pair in pairs if pair.kind != SAME), key=lambda pair: not pair.old or pair.old.anchor not in cited
    )
    page: list[Pair] = []
    size = 0
    for pair in changed:
        if size > LONGEST:
            yield tuple(page)
            page, size = [], 0
        page.append(pair)
        size += sum(len(one.span.raw.encode()) for one in (pair.old, pair.new) if one)
    yield tuple(page)


def became(old: Proven, new: ArchivedText) -> Pair:
    """Return what became of a cited article in another wording."""
    article = old.found.article
    return next(pair for pair in changes_from(old.text, new) if pair.old is article)


@lru_cache(maxsize=1)
def reworded(site: Site) -> tuple[Reworded, ...]:
    """Return every citation of an article that the newest archived wording of its law has otherwise."""
    return tuple(_reworded(site))


def _reworded(site: Site) -> Iterator[Reworded]:
    things: tuple[Sourced[Entry] | Sourced[Answer], ...] = (*site.data.entries, *site.data.answers)
    for thing in things:
        for index, cited, proven in _citations(site, thing):
            newest = site.wordings.of(proven.text.law)[-1]
            if newest is not proven.text and began(newest) > began(proven.text):
                pair = became(proven, newest)
                if pair.kind != SAME:
                    yield Reworded(thing, index, cited, proven, newest, pair)


def _citations(site: Site, thing: Sourced[Entry] | Sourced[Answer]) -> Iterator[tuple[int, str, Proven]]:
    """Yield what an entry or answer that still holds cites and the archive proves: its place in 依据 or 法规, its words."""
    value = thing.value
    if isinstance(value, Answer):
        if value.withdrawn:
            return
        found = [(index, one.place, _proven(site, value, one)) for index, one in enumerate(value.laws)]
    else:
        if site.retired(value):
            return
        found = [
            (index, article, site.wordings.listed(one.law, article))
            for index, one in enumerate(value.laws)
            for article in one.articles
        ]
    for index, cited, proven in found:
        if isinstance(proven, Proven):
            yield index, cited, proven


def _proven(site: Site, answer: Answer, provision: Provision) -> object:
    return site.wordings.cited(provision, answer.compared.date.last)


def likely(site: Site, proven: Proven) -> Likely | None:
    """Return what an article of a law that was replaced has likely become; None where nothing there is like it."""
    law = site.laws[proven.text.law]
    text = site.wordings.now(law.replaced_by) if law.replaced_by else None
    found = most_like(proven.found.article, text.statute) if text else None
    return Likely(text, *found) if text and found else None
