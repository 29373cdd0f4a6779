"""The check of the built site: what was promised is there, whole, and leads somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ...export.index import damage
from ...site.site import Site
from ...text.problem import Place, Problem
from .active import active_parts, drawn_wrong, styled_from_elsewhere
from .links import Link, Ways, lost, references, strangers
from .page import BROKEN, against_policy, python_values, remains, without_code
from .promised import Promise, mapped, missing, promises
from .shown import in_files, on_pages

RULE = "生成的网站"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a page: its faults, its anchors, its links to places in pages, and template remains."""

    faults: tuple[str, ...]
    anchors: frozenset[str]
    links: tuple[Link, ...]
    remains: str


def faults(site: Site, folder: Path) -> list[Problem]:
    """Return everything that is wrong with the site built into `folder`, sorted by file.

    One page is in memory at a time; what links say of other pages is proven when all have been seen.
    """
    found = [_fault(path, "缺少这个页面") for path in missing(site, folder)]
    promised, fields, ways = promises(site), dict(on_pages(site)), Ways(folder)
    anchors, alike = {}, {}
    links, broken = [], {}
    for file in folder.rglob("*.html"):
        path = file.relative_to(folder).as_posix()
        seen = _look(path, file.read_bytes(), site, ways, (*promised.get(path, ()), *filter(None, [fields.get(path)])))
        found += [_fault(path, message) for message in seen.faults]
        anchors[path] = alike.setdefault(seen.anchors, seen.anchors)
        links += seen.links
        if seen.remains:
            broken[path] = seen.remains
    found += _dead(links, anchors)
    if broken and not any(BROKEN.search(text) for text in _data_texts(site)):
        found += [_fault(path, f"页面上有没有处理的“{text}”") for path, text in broken.items()]
    found += [_fault("sitemap.xml", f"网站地图里还有旧地址 {old}") for old in mapped(site, folder)]
    injured = [*damage(folder)] or in_files(site, folder)
    for path, message in (*injured, *drawn_wrong(folder), *styled_from_elsewhere(folder)):
        found.append(_fault(path, message))
    return sorted(set(found))


def _fault(path: str, message: str) -> Problem:
    return Problem(Place(path), RULE, message)


def _look(path: str, html: bytes, site: Site, ways: Ways, promised: Iterable[Promise]) -> Seen:
    tree = LexborHTMLParser(html)
    anchors = frozenset(node.id for node in tree.css("[id]"))
    asked = references(tree)
    active = active_parts(html, tree, redirect=path.removesuffix("index.html") in site.registry.moves)
    messages = [*against_policy(html, tree), *active, *strangers(asked, site)]
    links = ()
    if path != "404.html":
        ends = ways.ends(path, asked)
        messages += lost(ends)
        links = tuple(ways.links(path, ends))
    tree = without_code(tree)
    text = tree.body.text() if tree.body else ""
    messages += python_values(tree, text)
    for promise in promised:
        messages += promise(tree)
    return Seen(tuple(messages), anchors, links, remains(text))


def _dead(links: Iterable[Link], anchors: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for link in links:
        if link.anchor not in anchors.get(link.page, ()):
            yield _fault(link.path, f"链接的位置不存在：{link.target}")


def _data_texts(site: Site) -> Iterator[str]:
    for record in site.data.records:
        yield record.value.model_dump_json()
