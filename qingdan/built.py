"""The check of the built site: what was promised is there, whole, and leads somewhere."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from .export.index import damage
from .model import Entry
from .normal import normal
from .pages import pages
from .parts import every_part, parts
from .problem import Place, Problem
from .rules.hosts import host_of
from .site import Site

RULE = "生成的网站"

OVERVIEWS = (
    "index.html",
    "404.html",
    *(f"{name}/index.html" for name in ("publicity", "tasks", "laws", "reports", "owners")),
    *(f"{name}/index.html" for name in ("coverage", "status", "about", "guide")),
    *(f"{name}/index.html" for name in ("glossary", "basis", "calendar", "changes", "compare", "data")),
)

_BROKEN = re.compile(r"\{\{|\{%|Traceback \(most recent call last\)|Macro (?:Rendering|Syntax) Error")
_LEAKED = ("None", "True", "False", "nan", "Undefined")


def faults(site: Site, folder: Path) -> list[Problem]:
    """Return everything that is wrong with the site built into `folder`, sorted by file."""
    old = (f"{address}index.html" for address in site.registry.moves)
    expected = {*OVERVIEWS, *(page.path.removesuffix(".md") + "/index.html" for page in pages(site)), *old}
    missing = [_fault(path, "缺少这个页面") for path in sorted(expected) if not (folder / path).is_file()]
    trees = {
        path.relative_to(folder).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }
    anchors = {path: {node.id for node in tree.css("[id]")} for path, tree in trees.items()}
    found = [*missing]
    for path, tree in trees.items():
        found += [*_inline(path, tree), *_links(path, tree, anchors, folder, site), *_leaks(path, tree, site)]
    found += [*_rows(site, trees), *_report_texts(site, trees), *_moves(site, trees), *_mapped(site, folder)]
    found += [_fault(path, message) for path, message in damage(folder)]
    return sorted(set(found))


def _fault(path: str, message: str) -> Problem:
    return Problem(Place(path), RULE, message)


def _leaks(path: str, tree: LexborHTMLParser, site: Site) -> Iterator[Problem]:
    """Yield template remains and cells that print a Python value instead of a word."""
    for node in tree.css("script, style, pre, code"):
        node.decompose()
    text = tree.body.text() if tree.body else ""
    if (broken := _BROKEN.search(text)) and not any(_BROKEN.search(text) for text in _data_texts(site)):
        yield _fault(path, f"页面上有没有处理的“{broken[0]}”")
    for cell in tree.css("td, th, dd, li, figcaption"):
        if cell.text(strip=True) in _LEAKED:
            yield _fault(path, f"页面上有一格写着“{cell.text(strip=True)}”")


def _data_texts(site: Site) -> Iterator[str]:
    for record in site.data.records:
        yield record.value.model_dump_json()


def _links(
    path: str, tree: LexborHTMLParser, anchors: dict[str, set[str]], folder: Path, site: Site
) -> Iterator[Problem]:
    """Yield links that lead nowhere, and anything loaded from another host."""
    for node in tree.css("[href], [src], [cite]"):
        target = next(node.attributes[name] or "" for name in ("href", "src", "cite") if name in node.attributes)
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if node.tag == "link" and node.attributes.get("rel") in ("canonical", "prev", "next"):
                continue
            own = site.repository.name and target.startswith(f"{site.repository.address}/")
            if node.tag != "a" or not (own or host_of(target, site.vocab.hosts)):
                yield _fault(path, f"引用了别的网站：{target}")
            continue
        if path == "404.html":
            continue
        where = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
        file = where / "index.html" if where.is_dir() else where
        if not file.is_file():
            yield _fault(path, f"链接没有着落：{target}")
        elif parts.fragment and file.suffix == ".html":
            name = file.resolve().relative_to(folder.resolve()).as_posix()
            if unquote(parts.fragment) not in anchors.get(name, set()):
                yield _fault(path, f"链接的位置不存在：{target}")


def _inline(path: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Yield what the content security policy would block or what could get round it: the allow-list is empty."""
    if not tree.css('meta[http-equiv="Content-Security-Policy"]'):
        yield _fault(path, "缺少内容安全策略")
    for script in tree.css("script:not([src])"):
        if script.attributes.get("type") not in ("application/json", "application/ld+json"):
            yield _fault(path, f"有内嵌脚本：{script.text().strip()[:40]}")
    for node in tree.css("*"):
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                yield _fault(path, f"<{node.tag}> 有内嵌的 {name}")


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def _rows(site: Site, trees: dict[str, LexborHTMLParser]) -> Iterator[Problem]:
    """Yield lists whose rows are not exactly the entries of the data."""
    lists = {
        "publicity/index.html": ("data-entry", _ids(() if parts(site, site.publicity) else site.publicity)),
        "tasks/index.html": ("data-entry", _ids(() if parts(site, site.tasks) else site.tasks)),
        **{f"{path}index.html": ("data-entry", _ids(part.entries)) for path, part in every_part(site).items()},
        "laws/index.html": ("data-law", list(site.laws)),
        "owners/index.html": ("data-owner", [owner.slug for owner in site.vocab.owners]),
    }
    for path, (mark, expected) in lists.items():
        if path in trees:
            shown = [node.attributes[mark] for node in trees[path].css(f"tr[{mark}]")]
            if sorted(shown) != sorted(expected):
                yield _fault(path, f"表里有 {len(shown)} 行，数据有 {len(expected)} 条")


def _report_texts(site: Site, trees: dict[str, LexborHTMLParser]) -> Iterator[Problem]:
    """Yield report pages whose text is not the archived text, character for character."""
    for report in site.reports:
        path = f"reports/{report.year}/index.html"
        if path in trees:
            shown = "".join(node.text() for node in trees[path].css(".paragraph__text"))
            if normal(shown).text != normal(report.text).text:
                yield _fault(path, "报告页的文字与存档的原文不一致")


def _moves(site: Site, trees: dict[str, LexborHTMLParser]) -> Iterator[Problem]:
    """Yield old addresses that do not lead on to the new one at once, with a link for those who stay."""
    for old, new in site.registry.moves.items():
        if (tree := trees.get(f"{old}index.html")) is None:
            continue
        target = f"{'../' * old.count('/')}{new}index.html"
        refresh = [node.attributes.get("content") for node in tree.css('meta[http-equiv="refresh"]')]
        links = [node.attributes.get("href") for node in tree.css("a")]
        if refresh != [f"0; url={target}"] or links != [target]:
            yield _fault(f"{old}index.html", f"旧地址没有转到 {new}")


def _mapped(site: Site, folder: Path) -> Iterator[Problem]:
    """Yield old addresses that the site map offers to search engines."""
    sitemap = folder / "sitemap.xml"
    offered = sitemap.read_text(encoding="utf-8") if sitemap.is_file() else ""
    for old in site.registry.moves:
        if f"/{old}</loc>" in offered:
            yield _fault("sitemap.xml", f"网站地图里还有旧地址 {old}")
