"""法规原文 on the site: the pages of each archived wording, where each article stands on them, and who cites it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Answer, Entry, Law, Provision
from ..model.law_text import ArchivedText
from ..model.parts import LAWS
from ..model.status import ENDED
from ..model.wording import Proven, Unproven, began
from ..text.articles import anchor_of
from ..text.statute import Article, Block, Heading
from .site import Site, grouped

LONGEST = 100_000
"""How many bytes of a wording stand on one page at most: then no page is above 300 kB."""
_CHAPTER = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with a stretch of a wording: its address, its number from 1, what stands on it."""

    text: ArchivedText
    path: str
    number: int
    blocks: tuple[Block, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles on it."""
        return tuple(one for one in self.blocks if isinstance(one, Article))

    @property
    def above(self) -> tuple[Heading, ...]:
        """The headings that still hold from the pages before, the highest first."""
        return _above(self.text, self.blocks[0]) if self.blocks else ()

    @property
    def chapters(self) -> str:
        """Its first and last 编 or 章, each with what it belongs to; empty where it has none."""
        found = [one for one in self.blocks if isinstance(one, Heading) and one.rank <= _CHAPTER]
        names = dict.fromkeys(self._named(one) for one in (*found[:1], *found[-1:]))
        return "，到".join(names)

    def _named(self, heading: Heading) -> str:
        books = "".join(one.number for one in _above(self.text, heading))
        return f"{books}{heading.number}　{heading.name}".strip("　")

    @property
    def title(self) -> str:
        """From which article to which it goes."""
        numbers = dict.fromkeys(one.number for one in (*self.articles[:1], *self.articles[-1:]))
        return "至".join(numbers) or "附件"


def _above(text: ArchivedText, block: Block) -> tuple[Heading, ...]:
    """Return the headings that a block stands below, the highest first."""
    found: tuple[Heading, ...] = ()
    for one in text.statute.headings:
        if one.span.start > block.span.start:
            break
        found = (*(higher for higher in found if higher.rank < one.rank), one)
    return found[:-1] if isinstance(block, Heading) else found


@dataclass(frozen=True, slots=True)
class Citing:
    """Who cites an article of a wording, and what of it exactly (its anchors)."""

    entries: tuple[Entry, ...] = ()
    answers: tuple[Answer, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The 编号 of those who cite it."""
        return (*(one.id for one in self.answers), *(one.id for one in self.entries))


NOBODY = Citing()


def path_of_text(text: ArchivedText) -> str:
    """Return the address of a wording, relative to the root: laws/标识/版本/."""
    return f"{LAWS.page(text.law)}{text.version}/"


def title_of_leaf(site: Site, leaf: Leaf) -> str:
    """Return the title of a wording's page; of several pages each says which articles it has."""
    title = f"{site.laws[leaf.text.law].name}：{leaf.text.version} 的版本"
    return f"{title}，{leaf.title}" if len(leaves(leaf.text)) > 1 else title


@lru_cache(maxsize=256)
def leaves(text: ArchivedText) -> tuple[Leaf, ...]:
    """Return the pages of a wording; one, where it is not long."""
    return tuple(
        Leaf(text, path_of_text(text) + (f"{number}/" if number > 1 else ""), number, blocks)
        for number, blocks in enumerate(_split(text.statute.blocks), 1)
    )


@lru_cache(maxsize=1)
def every_leaf(site: Site) -> dict[str, Leaf]:
    """Return the pages of all wordings by their addresses."""
    return {leaf.path: leaf for law in site.laws for text in site.wordings.of(law) for leaf in leaves(text)}


def _split(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    if sum(map(_size, blocks)) <= LONGEST:
        yield tuple(blocks)
        return
    page: list[Block] = []
    size = 0
    for block in blocks:
        ends = isinstance(block, Heading) and block.rank <= _CHAPTER and not _ends_with_heading(page)
        if page and ((ends and size > LONGEST / 2) or size > LONGEST):
            yield tuple(page)
            page, size = [], 0
        page.append(block)
        size += _size(block)
    yield tuple(page)


def _size(block: Block) -> int:
    return len(block.span.raw.encode())


def _ends_with_heading(page: Sequence[Block]) -> bool:
    return bool(page) and isinstance(page[-1], Heading)


def standing(site: Site, text: ArchivedText) -> str:
    """Return in Chinese what a wording is on the site's day: in force, not yet, an older one, or one that was amended since."""
    law, newest = site.laws[text.law], site.wordings.of(text.law)[-1]
    found = site.wordings.on(text.law, site.as_of)
    if began(text) > site.as_of:
        return "这个版本还没有施行"
    if text is not newest and text is not found:
        return "这是旧的版本"
    if isinstance(found, Unproven):
        return f"这不是现行的文字：{found.reason}"
    if site.law_status(law).name in ENDED:
        return f"这是最后的版本，这部法规{site.law_status(law).name}"
    return "这是现行的版本"


def shown_whole(site: Site, law: str) -> ArchivedText | None:
    """Return the wording that the law's own page shows in full; None where there is none, or it is too long for that."""
    text = site.wordings.now(law)
    return text if text and len(leaves(text)) == 1 else None


def path_of_article(site: Site, text: ArchivedText, anchor: str) -> str:
    """Return the address of a place in a wording: on the law's own page where that shows it, else on the wording's."""
    if shown_whole(site, text.law) is text:
        return f"{LAWS.page(text.law)}#{anchor}"
    article = "-".join(anchor.split("-")[:2])
    leaf = next((one for one in leaves(text) if any(here.anchor == article for here in one.articles)), leaves(text)[0])
    return f"{leaf.path}#{anchor}"


def path_of_provision(site: Site, answer: Answer, provision: Provision) -> str:
    """Return the address of what an answer cites: its place in the words that prove it, else the law's page."""
    proven = site.wordings.cited(provision, answer.compared.date.last)
    if isinstance(proven, Proven):
        return path_of_article(site, proven.text, proven.found.anchor)
    anchor = anchor_of(provision.article or "")
    return f"{LAWS.page(provision.law)}{'#' if anchor else ''}{anchor}"


@lru_cache(maxsize=1)
def citing(site: Site) -> dict[tuple[str, str], dict[str, Citing]]:
    """Return who cites each article, by the law's 标识 and the version of the wording, then by the article's anchor."""
    things: tuple[Entry | Answer, ...] = (*site.entries.values(), *site.given)
    cited = ((proven, thing) for thing in things for _, _, proven in citations_of(site, thing))
    versions = grouped(((one.text.law, str(one.text.version)), (one, thing)) for one, thing in cited)
    return {
        version: {
            anchor: _citing(several)
            for anchor, several in grouped((pair[0].found.article.anchor, pair) for pair in pairs).items()
        }
        for version, pairs in versions.items()
    }


def citations_of(site: Site, thing: Entry | Answer) -> Iterator[tuple[int, str, Proven]]:
    """Yield what an entry or answer that still holds cites and the archive proves: its place in 依据 or 法规, its words."""
    if isinstance(thing, Answer):
        day = thing.compared.date.last
        given = () if thing.withdrawn else enumerate(thing.laws)
        found = ((index, one.place, site.wordings.cited(one, day)) for index, one in given)
    else:
        named = () if site.retired(thing) else enumerate(thing.laws)
        found = (
            (index, article, site.wordings.listed(one.law, article)) for index, one in named for article in one.articles
        )
    for index, cited, proven in found:
        if isinstance(proven, Proven):
            yield index, cited, proven


def _citing(pairs: Sequence[tuple[Proven, Entry | Answer]]) -> Citing:
    things = {thing.id: thing for _, thing in pairs}.values()
    return Citing(
        tuple(one for one in things if isinstance(one, Entry)),
        tuple(one for one in things if isinstance(one, Answer)),
        tuple(dict.fromkeys(proven.found.anchor for proven, _ in pairs)),
    )


@dataclass(frozen=True, slots=True)
class Tested:
    """How far the articles that the site names of a law are proven: the law, how many of how many, why the others are not."""

    law: Law
    proven: int
    named: int
    reason: str


def tested(site: Site) -> tuple[Tested, ...]:
    """Return, law by law, how many of the articles that the library lists and answers cite stand in archived words."""
    return tuple(one for law in site.laws.values() if (one := _tested(site, law)).named)


def _tested(site: Site, law: Law) -> Tested:
    found = [site.wordings.listed(law.id, article.number) for article in law.articles]
    found += [
        site.wordings.cited(provision, answer.compared.date.last)
        for answer in site.answers_by_law.get(law.id, ())
        for provision in answer.laws
        if provision.law == law.id and provision.article
    ]
    reasons = dict.fromkeys(one.reason for one in found if isinstance(one, Unproven))
    return Tested(law, sum(isinstance(one, Proven) for one in found), len(found), "；".join(reasons))
