"""A generated page stands in its own frame: title, description, heading and address are those of this page, no other's."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from ...site.pages import Page


def own_values(page: Page, site_title: str, tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a message for each value in a page's frame that is not the page's own."""
    heading = page.heading or page.title
    expected = {
        "head > title": f"{page.title} - {site_title}",
        "h1": heading,
        'meta[name="description"]': page.description,
        'meta[name="ArticleTitle"]': heading,
        'meta[property="og:title"]': page.title,
    }
    for place, value in expected.items():
        shown = [node.attributes.get("content") or node.text() for node in tree.css(place)]
        if shown != [value]:
            yield f"{place} 应是这一页自己的“{value}”，却是“{'”“'.join(shown)}”"
    for link in tree.css('link[rel="canonical"]'):
        if not (link.attributes.get("href") or "").endswith(f"/{page.address}"):
            yield f"canonical 不是这一页的地址，却是 {link.attributes.get('href')}"
