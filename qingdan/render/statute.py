"""法规原文 as HTML: a wording with its contents, its articles and who cites them; two wordings side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Answer, Entry, Provision
from ..model.law_text import ArchivedText
from ..model.wording import Proven, Unproven, began
from ..site.rewordings import Likely, before, changes_from, likely
from ..site.site import Site
from ..site.statutes import Citing, Leaf, citing, leaves, path_of_article, path_of_provision, path_of_text, shown_whole
from ..text.folded import visible
from ..text.statute import Article, Heading, Item, Stretch
from ..text.statute.compare import ADDED, GONE, MOVED, SAME, Pair
from ..text.statute.marked import KEPT, PUT_IN, STRUCK, word_changes
from .template import fill

_TAGS = {STRUCK: "del", PUT_IN: "ins"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article: its anchor, how deep it stands (0 款, 1 项, 2 目), its words, whether it is cited itself."""

    anchor: str
    depth: int
    words: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A block of a wording as the page shows it: `kind` is 标题, 条 or what else the text is."""

    kind: str
    anchor: str
    title: str = ""
    level: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    citing: Citing = Citing()


def rows_of(site: Site, leaf: Leaf, top: int) -> list[Row]:
    """Return the blocks of a page as it shows them. In: the level of the highest heading."""
    cited = citing(site).get((leaf.text.law, str(leaf.text.version)), {})
    highest = min((one.rank for one in leaf.text.statute.headings), default=0)
    return [row for block in leaf.blocks if (row := _row(block, cited, top - highest))]


def _row(block: Article | Heading | Stretch, cited: Mapping[str, Citing], shift: int) -> Row | None:
    if isinstance(block, Heading):
        return Row("标题", block.anchor, f"{block.number}　{block.name}".strip("　"), min(6, block.rank + shift))
    if isinstance(block, Article):
        who = cited.get(block.anchor, Citing())
        return Row("条", block.anchor, block.number, paragraphs=tuple(paragraphs_of(block, who.anchors)), citing=who)
    lines = [visible(line) for line in block.span.raw.splitlines() if visible(line)]
    shown = tuple(Paragraph("", 0, line, False) for line in lines)
    return Row(block.kind, block.anchor, paragraphs=shown) if shown and block.kind != "目录" else None


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
class Version:
    """A wording in the list of a law's wordings: its address, from when to when it is in force, whether it is the one shown."""

    text: ArchivedText
    path: str
    began: str
    until: str
    here: bool


def versions_of(site: Site, law: str, here: ArchivedText | None) -> list[Version]:
    """Return the archived wordings of a law, the newest first."""
    texts = site.wordings.of(law)
    ends = [str(one.meta.value.effective) for one in texts[1:]] + [""]
    found = [
        Version(text, path_of_text(text), str(text.meta.value.effective), end, text is here)
        for text, end in zip(texts, ends, strict=True)
    ]
    return found[::-1]


def statute_page(site: Site, path: str, root: str) -> str:
    """Return the page of a stretch of a wording. Raises KeyError when there is none at this address."""
    leaf = every_leaf(site)[path]
    law, pages = site.laws[leaf.text.law], leaves(leaf.text)
    return fill(
        "statute",
        site=site,
        root=root,
        law=law,
        leaf=leaf,
        pages=pages,
        rows=rows_of(site, leaf, 2),
        contents=contents_of(site, leaf.text),
        versions=versions_of(site, law.id, leaf.text),
        earlier=before(site, leaf.text),
        now=site.wordings.now(law.id) is leaf.text,
        future=began(leaf.text) > site.as_of,
        changes=f"{path_of_text(leaf.text)}changes/",
    )


def every_leaf(site: Site) -> dict[str, Leaf]:
    """Return the pages of all wordings by their addresses."""
    return {leaf.path: leaf for law in site.laws for text in site.wordings.of(law) for leaf in leaves(text)}


@dataclass(frozen=True, slots=True)
class Line:
    """A heading in the table of contents: its address, its words, how deep it stands, the first and last article of its page."""

    path: str
    title: str
    depth: int


def contents_of(site: Site, text: ArchivedText) -> list[Line]:
    """Return the headings of a wording with their addresses, from the root."""
    own = shown_whole(site, text.law) is text
    highest = min((one.rank for one in text.statute.headings), default=0)
    return [
        Line(
            f"laws/{text.law}/#{block.anchor}" if own else f"{leaf.path}#{block.anchor}",
            f"{block.number}　{block.name}".strip("　"),
            block.rank - highest,
        )
        for leaf in leaves(text)
        for block in leaf.blocks
        if isinstance(block, Heading)
    ]


@dataclass(frozen=True, slots=True)
class Shift:
    """An article of two wordings: what became of it, its words before and after with what changed marked, who cites it."""

    pair: Pair
    old: Markup
    new: Markup
    citing: Citing


def changes_page(site: Site, path: str, root: str) -> str:
    """Return the page that sets a wording beside the one before it. Raises KeyError when there is none at this address."""
    text = changed_texts(site)[path]
    old = before(site, text)
    assert old is not None, "only wordings with an earlier one have such a page"
    cited = citing(site).get((old.law, str(old.version)), {})
    pairs = [pair for pair in changes_from(old, text) if pair.kind != SAME]
    shifts = [
        Shift(pair, *side_by_side(pair), cited.get(pair.old.anchor, Citing()) if pair.old else Citing()) for pair in pairs
    ]
    named = [one for one in shifts if one.citing.entries or one.citing.answers]
    return fill(
        "statute_changes",
        site=site,
        root=root,
        law=site.laws[text.law],
        old=old,
        text=text,
        named=named,
        shifts=[one for one in shifts if one not in named],
        counts=counts_of(pairs),
        same=len(changes_from(old, text)) - len(pairs),
    )


def changed_texts(site: Site) -> dict[str, ArchivedText]:
    """Return the wordings that have an earlier one, by the address of the page that compares them."""
    return {
        f"{path_of_text(text)}changes/": text for law in site.laws for text in site.wordings.of(law) if before(site, text)
    }


def counts_of(pairs: Sequence[Pair]) -> list[tuple[str, int]]:
    """Return how many articles there are of each kind, without the kinds that none is of."""
    kinds = [pair.kind for pair in pairs]
    return [(kind, kinds.count(kind)) for kind in dict.fromkeys(sorted(kinds))]


def side_by_side(pair: Pair) -> tuple[Markup, Markup]:
    """Return an article's words before and after as HTML, what changed marked; empty where there is none."""
    old, new = pair.old.whole if pair.old else "", pair.new.whole if pair.new else ""
    if pair.kind in (ADDED, GONE, MOVED, SAME):
        return _lines(escape(old)), _lines(escape(new))
    pieces = word_changes(old, new)
    return _lines(_marked(pieces, STRUCK)), _lines(_marked(pieces, PUT_IN))


def _marked(pieces: Sequence[object], kind: str) -> Markup:
    shown = (piece for piece in pieces if piece.kind in (KEPT, kind))  # type: ignore[attr-defined]
    tag = _TAGS[kind]
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(Markup(tag), piece.text) if piece.kind == kind else escape(piece.text)  # type: ignore[attr-defined]
        for piece in shown
    )


def _lines(html: Markup) -> Markup:
    return Markup("<br>").join(html.split("\n"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a cited article as an entry or an answer shows them, or why there are none."""

    law: str
    place: str
    path: str = ""
    version: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    reason: str = ""
    likely: Likely | None = None


def words_of_entry(site: Site, entry: Entry) -> dict[tuple[str, str], Words]:
    """Return the words of every article that an entry names, by the law's 标识 and the article's number."""
    return {
        (one.law, article): _words(site, one.law, article, site.wordings.listed(one.law, article))
        for one in entry.laws
        for article in one.articles
    }


def words_of_answer(site: Site, answer: Answer) -> list[Words]:
    """Return the words of every article that an answer cites."""
    day = answer.compared.date.last
    return [
        _words(site, one.law, one.place, site.wordings.cited(one, day), path_of_provision(site, answer, one))
        for one in answer.laws
        if one.article
    ]


def _words(site: Site, law: str, place: str, found: object, path: str = "") -> Words:
    if isinstance(found, Proven):
        where = found.found
        return Words(
            law,
            place,
            path or path_of_article(site, found.text, where.anchor),
            str(found.text.version),
            tuple(paragraphs_of(where.article, () if where.anchor == where.article.anchor else (where.anchor,))),
            likely=likely(site, found),
        )
    assert isinstance(found, Unproven), "the rules have proven the others"
    return Words(law, place, reason=found.reason)
