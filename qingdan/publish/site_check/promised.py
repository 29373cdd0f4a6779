"""What the data promises of the built site: which pages there are, and what the lists, reports and old addresses show."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ...model.load import Report
from ...model.parts import DOCUMENTS, LAWS, LISTS, PARTS
from ...render.stretch import ROWS, WORDS
from ...site.pages import COMPARE, pages, waiting_pages
from ...site.site import Site
from ...site.statutes import Leaf, every_leaf, leaves, shown_whole
from ...site.stretches import long_lists, stretches
from ...text.folded import folded
from .own_values import own_values

OVERVIEWS = (
    "index.html",
    "404.html",
    *(f"{part.address}index.html" for part in PARTS if not part.holder and part is not DOCUMENTS),
    *(f"{name}/index.html" for name in ("coverage", "status", "about", "guide", "glossary", "basis", "calendar")),
    *(f"{name}/index.html" for name in ("changes", "data")),
)

Promise = Callable[[LexborHTMLParser], Iterator[str]]
"""Takes a page and yields a message where it does not show what it should."""


def missing(site: Site, folder: Path) -> list[str]:
    """Return the pages that have to be in `folder` and are not."""
    old = (f"{address}index.html" for address in site.registry.moved_pages)
    written = {COMPARE}.difference(waiting_pages(site))
    made = (page.address for page in pages(site))
    expected = {*OVERVIEWS, *(f"{address}index.html" for address in (*written, *made)), *old}
    return [path for path in sorted(expected) if not (folder / path).is_file()]


def missing_rows(site: Site, folder: Path) -> list[str]:
    """Return the files of the rows of long lists that have to be in `folder` and are not."""
    expected = (f"{part.address}{name}" for part in long_lists(site) for name in (ROWS, WORDS))
    return [path for path in expected if not (folder / path).is_file()]


def promises(site: Site) -> dict[str, list[Promise]]:
    """Return what has to be true of single pages, by their path."""
    found: defaultdict[str, list[Promise]] = defaultdict(list)
    for path, mark, expected in _lists(site):
        found[f"{path}index.html"].append(partial(_rows, mark, expected))
    for page in pages(site):
        found[f"{page.address}index.html"].append(partial(own_values, page, site.body.title))
    for report in site.reports:
        found[f"reports/{report.year}/index.html"].append(partial(_text, report))
    for path, leaf in every_leaf(site).items():
        found[f"{path}index.html"].append(partial(_wording, leaf))
    for law in site.laws:
        if whole := shown_whole(site, law):
            found[f"laws/{law}/index.html"].append(partial(_wording, leaves(whole)[0]))
    for old, new in site.registry.moved_pages.items():
        found[f"{old}index.html"].append(partial(_leads_on, old, new))
    return found


def mapped(site: Site, folder: Path) -> Iterator[str]:
    """Yield the old addresses that the site map offers to search engines."""
    sitemap = folder / "sitemap.xml"
    offered = sitemap.read_text(encoding="utf-8") if sitemap.is_file() else ""
    return (old for old in site.registry.moved_pages if f"/{old}</loc>" in offered)


def _lists(site: Site) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the folder of each list's page, the attribute that marks its rows, and the values that it should have."""
    lists = {part: ("data-entry", [entry.id for entry in site.lists[part.folder]]) for part in LISTS}
    for part, (mark, ids) in {**lists, LAWS: ("data-law", list(site.laws))}.items():
        pages = stretches(site, part)
        yield part.address, mark, [] if pages else ids
        yield from ((one.path, mark, list(one.ids)) for one in pages)
    yield "owners/", "data-owner", [owner.slug for owner in site.vocab.owners]


def _rows(mark: str, expected: list[str], tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a message where a list has not exactly the entries of the data as rows."""
    shown = [node.attributes[mark] or "" for node in tree.css(f"tr[{mark}]")]
    if sorted(shown) != sorted(expected):
        yield f"表里有 {len(shown)} 行，数据有 {len(expected)} 条"


def _text(report: Report, tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a message where a report's page has not the archived text, character for character."""
    shown = "".join(node.text() for node in tree.css(".paragraph__text"))
    if folded(shown) != folded(report.text):
        yield "报告页的文字与存档的原文不一致"


def _wording(leaf: Leaf, tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a message where a page has not every article of a wording, character for character."""
    shown = {
        node.attributes["id"]: "".join(one.text() for one in node.css("p:not(.article__cited)"))
        for node in tree.css(".article")
    }
    for article in leaf.articles:
        if folded(shown.get(article.anchor, "")) != folded(f"{article.number}{article.whole}"):
            yield f"{article.number}的文字与存档的原文不一致"


def _leads_on(old: str, new: str, tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a message where an old address does not lead on to the new one at once, with a link for those who stay."""
    target = f"{'../' * old.count('/')}{new}index.html"
    refresh = [node.attributes.get("content") for node in tree.css('meta[http-equiv="refresh"]')]
    links = [node.attributes.get("href") for node in tree.css("a")]
    if refresh != [f"0; url={target}"] or links != [target]:
        yield f"旧地址没有转到 {new}"
