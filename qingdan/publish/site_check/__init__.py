"""The check of the built site: what was promised is there, whole, and leads somewhere."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ...export.index import damage
from ...site.site import Site
from ...text.problem import Place, Problem
from .active import active_parts, drawn_wrong, styled_from_elsewhere
from .links import Link, Ways, lost, references, strangers
from .page import BROKEN, against_policy, python_values, text_without_code
from .promised import mapped, missing, missing_rows, promises
from .shown import in_files, on_pages

RULE = "生成的网站"


def faults(site: Site, folder: Path) -> list[Problem]:
    """Return everything that is wrong with the site built into `folder`, sorted by file.

    One page is in memory at a time; what links say of other pages is proven when all have been seen.
    """
    found = [(path, "缺少这个页面") for path in missing(site, folder)]
    found += [(path, "缺少这个文件") for path in missing_rows(site, folder)]
    promised, fields, ways = promises(site), dict(on_pages(site)), Ways(folder)
    anchors: dict[str, frozenset[str]] = {}
    alike: dict[frozenset[str], frozenset[str]] = {}
    links: list[Link] = []
    broken: dict[str, str] = {}
    for file in folder.rglob("*.html"):
        path, html = file.relative_to(folder).as_posix(), file.read_bytes()
        tree = LexborHTMLParser(html)
        names = frozenset(node.id for node in tree.css("[id]") if node.id is not None)
        anchors[path] = alike.setdefault(names, names)
        asked = references(tree)
        ends = ways.ends(path, asked) if path != "404.html" else {}
        links += ways.links(path, ends)
        active = active_parts(html, tree, redirect=path.removesuffix("index.html") in site.registry.moves)
        messages = [*against_policy(html, tree), *active, *strangers(asked, site), *lost(ends)]
        text = text_without_code(tree)
        messages += python_values(tree, text)
        for promise in (*promised.get(path, ()), *filter(None, [fields.get(path)])):
            messages += promise(tree)
        found += [(path, message) for message in messages]
        if remains := BROKEN.search(text):
            broken[path] = remains[0]
    found += [
        (link.path, f"链接的位置不存在：{link.target}")
        for link in links
        if link.anchor not in anchors.get(link.page, ())
    ]
    if broken and not any(BROKEN.search(words) for words in _words(site)):
        found += [(path, f"页面上有没有处理的“{text}”") for path, text in broken.items()]
    found += [("sitemap.xml", f"网站地图里还有旧地址 {old}") for old in mapped(site, folder)]
    found += [*damage(folder)] or in_files(site, folder)
    found += [*drawn_wrong(folder), *styled_from_elsewhere(folder)]
    return sorted({Problem(Place(path), RULE, message) for path, message in found})


def _words(site: Site) -> Iterator[str]:
    """Yield the words of the data: where one holds the marks of a template, pages may show them."""
    yield from (record.value.model_dump_json() for record in site.data.records)
    yield from (text.text for text in site.data.texts)
