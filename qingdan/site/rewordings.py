"""What later wordings of a law changed, article by article, and which entries and answers that concerns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Answer, Entry
from ..model.law_text import ArchivedText
from ..model.sourced import Sourced
from ..model.wording import Proven, began, in_force
from ..text.natural import natural
from ..text.problem import excerpt
from ..text.statute import Article
from ..text.statute.compare import KINDS, MOVED, SAME, Pair, compare, most_like
from .site import Site
from .statutes import LONGEST, Citing, citations_of, citing, path_of_text

EXCERPT = 120
"""How many characters of an article a reminder quotes."""


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


@lru_cache(maxsize=1)
def every_comparison(site: Site) -> dict[str, Comparison]:
    """Return the pages that compare a wording with the one before it, by their addresses."""
    found: dict[str, Comparison] = {}
    for text in (text for law in site.laws for text in site.wordings.of(law)):
        if old := before(site, text):
            pages = list(_pages(site, old, changes_from(old, text)))
            root = path_of_comparison(text)
            paths = (root, *(f"{root}{number}/" for number in range(2, len(pages) + 1)))
            found |= {path: Comparison(old, text, pairs, paths) for path, pairs in zip(paths, pages, strict=True)}
    return found


def path_of_comparison(text: ArchivedText) -> str:
    """Return the address of the page that compares a wording with the one before it."""
    return f"{path_of_text(text)}changes/"


def counts_of(pairs: Sequence[Pair]) -> list[tuple[str, int]]:
    """Return how many articles became what, without what none became."""
    return [(kind, count) for kind in KINDS if (count := sum(pair.kind == kind for pair in pairs))]


def summary_of(site: Site, old: ArchivedText, text: ArchivedText) -> str:
    """Return in Chinese what a wording changed, and what of it concerns the site."""
    pairs = changes_from(old, text)
    counts = "，".join(f"{kind} {count} 条" for kind, count in counts_of(pairs) if kind != SAME)
    cited = citing(site).get((old.law, str(old.version)), {})
    who = [cited[one.old.anchor] for one in pairs if one.kind != SAME and one.old and one.old.anchor in cited]
    ids = sorted({id for one in who for id in one.ids}, key=natural)
    touched = f"本站引用了其中改过的：{'、'.join(ids)}。" if ids else ""
    return f"{text.version} 的版本（{in_force(text)}）与 {old.version} 的版本比：{counts or '各条都没有变'}。{touched}"


def title_of_comparison(site: Site, path: str) -> str:
    """Return the title of a page that compares two wordings; of several pages each but the first has its number."""
    one = every_comparison(site)[path]
    number = one.paths.index(path) + 1
    return f"{site.laws[one.text.law].name}：{one.text.version} 改了哪些条" + (f"（{number}）" if number > 1 else "")


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
        for index, cited, proven in citations_of(site, thing.value):
            newest = site.wordings.of(proven.text.law)[-1]
            if newest is not proven.text and began(newest) > began(proven.text):
                pair = became(proven, newest)
                if pair.kind != SAME:
                    yield Reworded(thing, index, cited, proven, newest, pair)


def reworded_of(site: Site, thing: Entry | Answer) -> list[Reworded]:
    """Return what of the articles that an entry or answer cites a later wording has otherwise."""
    return [one for one in reworded(site) if one.thing.value is thing]


def told(one: Reworded) -> str:
    """Return in one sentence what became of a cited article, with its words before and after."""
    law, old, new = one.old.text.law, one.pair.old, one.pair.new
    words = excerpt(old.whole.replace("\n", ""), EXCERPT) if old else ""
    when = f"{law} 的{one.cited}，{one.new.version} 的版本（{in_force(one.new)}）里"
    if new is None:
        return f"{when}没有了；原来是“{words}”"
    moved = f"是{new.number}" if old and old.number != new.number else "条号没有变"
    if one.pair.kind == MOVED:
        return f"{when}{moved}，话没有变"
    return f"{when}{moved}，话变了：原“{words}”，现“{excerpt(new.whole.replace(chr(10), ''), EXCERPT)}”"


@dataclass(frozen=True, slots=True)
class Marked:
    """Who cites an article, and by which number of which earlier wording; empty where it is by this one."""

    citing: Citing
    since: str = ""


def marked(site: Site, text: ArchivedText) -> dict[str, Marked]:
    """Return the cited articles of a wording by their anchors; in the newest one those too that were cited by an older."""
    found: dict[str, Marked] = {}
    for old in site.wordings.of(text.law):
        cited = citing(site).get((old.law, str(old.version)), {})
        if old is text:
            found |= {anchor: Marked(who) for anchor, who in cited.items()}
        elif cited and text is site.wordings.of(text.law)[-1]:
            for pair in changes_from(old, text):
                if pair.old and pair.new and pair.old.anchor in cited and pair.new.anchor not in found:
                    number = f"，那时是{pair.old.number}" if pair.old.number != pair.new.number else ""
                    since = f"照 {old.version} 的版本{number}"
                    found[pair.new.anchor] = Marked(cited[pair.old.anchor], since)
    return found


def likely(site: Site, proven: Proven) -> Likely | None:
    """Return what an article of a law that was replaced has likely become; None where nothing there is like it."""
    law = site.laws[proven.text.law]
    text = site.wordings.now(law.replaced_by) if law.replaced_by else None
    found = most_like(proven.found.article, text.statute) if text else None
    return Likely(text, *found) if text and found else None
