"""法规原文 as HTML: a wording with its contents, its articles and who cites them; two wordings side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model.law_text import ArchivedText
from ..site.rewordings import (
    Marked,
    before,
    changes_from,
    counts_of,
    every_comparison,
    marked,
    path_of_comparison,
    title_of_comparison,
)
from ..site.site import Site
from ..site.statutes import (
    NOBODY,
    Citing,
    Leaf,
    citing,
    every_leaf,
    leaves,
    path_of_text,
    shown_whole,
    standing,
    title_of_leaf,
)
from ..text.folded import visible
from ..text.statute import Article, Heading, Stretch
from ..text.statute.compare import ADDED, GONE, MOVED, Pair
from ..text.statute.marked import KEPT, PUT_IN, STRUCK, Piece, word_changes
from .template import fill
from .words import Paragraph, paragraphs_of

_TAGS = {STRUCK: "del", PUT_IN: "ins"}


@dataclass(frozen=True, slots=True)
class Row:
    """A block of a wording as the page shows it: `kind` is 层次 (a heading), 接上 (one from the page before), 条 or what else."""

    kind: str
    anchor: str
    title: str = ""
    level: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    citing: Citing = NOBODY
    since: str = ""


def rows_of(site: Site, leaf: Leaf, top: int) -> list[Row]:
    """Return the blocks of a page as it shows them, below the headings that still hold from the page before.

    In: the level of the highest heading; below it each stands one level lower than what it belongs to.
    """
    cited = marked(site, leaf.text)
    open_ranks = [one.rank for one in leaf.above]
    rows = [Row("接上", "", _titled(one), min(6, top + depth)) for depth, one in enumerate(leaf.above)]
    for block in leaf.blocks:
        if isinstance(block, Heading):
            open_ranks = [*(rank for rank in open_ranks if rank < block.rank), block.rank]
        row = _row(block, cited, min(6, top + len(open_ranks) - isinstance(block, Heading)))
        rows += [row] if row else []
    return rows


def _titled(heading: Heading) -> str:
    return f"{heading.number}　{heading.name}".strip("　")


def _row(block: Article | Heading | Stretch, cited: Mapping[str, Marked], level: int) -> Row | None:
    if isinstance(block, Heading):
        return Row("层次", block.anchor, _titled(block), level)
    if isinstance(block, Article):
        mark = cited.get(block.anchor, Marked(NOBODY))
        shown = tuple(paragraphs_of(block, () if mark.since else mark.citing.anchors))
        return Row("条", block.anchor, block.number, level, shown, citing=mark.citing, since=mark.since)
    lines = [visible(line) for line in block.span.raw.splitlines() if visible(line)]
    shown = tuple(Paragraph("", 0, line, False) for line in lines)
    return Row(block.kind, block.anchor, paragraphs=shown) if shown and block.kind != "目录" else None


@dataclass(frozen=True, slots=True)
class Version:
    """A wording in the list of a law's wordings: its address, until when it is in force, whether it is the one shown."""

    text: ArchivedText
    path: str
    until: str
    here: bool


def versions_of(site: Site, law: str, here: ArchivedText | None) -> list[Version]:
    """Return the archived wordings of a law, the newest first."""
    texts = site.wordings.of(law)
    ends = [*(str(one.meta.value.effective) for one in texts[1:]), ""][: len(texts)]
    found = [Version(text, path_of_text(text), end, text is here) for text, end in zip(texts, ends, strict=True)]
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
        title=title_of_leaf(site, leaf),
        pages=pages,
        rows=rows_of(site, leaf, 2),
        contents=contents_of(site, leaf.text),
        versions=versions_of(site, law.id, leaf.text),
        earlier=before(site, leaf.text),
        standing=standing(site, leaf.text),
        current=site.wordings.now(law.id),
        changes=path_of_comparison(leaf.text),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A heading in the table of contents: its address, its words, how deep it stands."""

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
            _titled(block),
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
    """Return a page that sets a wording beside the one before it. Raises KeyError when there is none at this address."""
    comparison = every_comparison(site)[path]
    old, text = comparison.old, comparison.text
    cited = citing(site).get((old.law, str(old.version)), {})
    shifts = [
        Shift(pair, *side_by_side(pair), cited.get(pair.old.anchor, NOBODY) if pair.old else NOBODY)
        for pair in comparison.pairs
    ]
    others = [one for one in shifts if not one.citing.entries and not one.citing.answers]
    return fill(
        "statute_changes",
        site=site,
        root=root,
        law=site.laws[text.law],
        title=title_of_comparison(site, path),
        old=old,
        text=text,
        named=[one for one in shifts if one.citing.entries or one.citing.answers],
        moved=[one for one in others if one.pair.kind == MOVED],
        shifts=[one for one in others if one.pair.kind != MOVED],
        counts=counts_of(changes_from(old, text)),
        pages=comparison.paths,
        here=path,
    )


def side_by_side(pair: Pair) -> tuple[Markup, Markup]:
    """Return an article's words before and after as HTML, what changed marked; empty where there is none."""
    old, new = pair.old.whole if pair.old else "", pair.new.whole if pair.new else ""
    if pair.kind in (ADDED, GONE, MOVED):
        return _lines(escape(old)), _lines(escape(new))
    pieces = word_changes(old, new)
    return _lines(_marked(pieces, STRUCK)), _lines(_marked(pieces, PUT_IN))


def _marked(pieces: Sequence[Piece], kind: str) -> Markup:
    shown = (piece for piece in pieces if piece.kind in (KEPT, kind))
    tag = _TAGS[kind]
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(Markup(tag), piece.text) if piece.kind == kind else escape(piece.text)
        for piece in shown
    )


def _lines(html: Markup) -> Markup:
    return Markup("<br>").join(html.split("\n"))
