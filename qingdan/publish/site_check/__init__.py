"""The check of the built site: what was promised is there, whole, and leads somewhere."""

from collections.abc import Iterator
from pathlib import Path

from ...export.index import damage
from ...site.site import Site
from ...source.parts import SIZE, in_parts
from ...text.problem import Place, Problem
from .active import drawn_wrong, styled_from_elsewhere
from .links import Link
from .look import Look
from .page import BROKEN
from .promised import mapped, missing, missing_rows
from .shown import in_files

RULE = "生成的网站"


def faults(site: Site, folder: Path, part: int = SIZE) -> list[Problem]:
    """Return everything that is wrong with the site built into `folder`, sorted by file.

    The pages are looked at in parts of so many; what links say of other pages is proven when all have been seen.
    """
    found = [(path, "缺少这个页面") for path in missing(site, folder)]
    found += [(path, "缺少这个文件") for path in missing_rows(site, folder)]
    anchors: dict[str, frozenset[str]] = {}
    alike: dict[frozenset[str], frozenset[str]] = {}
    links: list[Link] = []
    broken: dict[str, str] = {}
    for seen in in_parts(Look(site, folder), sorted(folder.rglob("*.html")), part):
        found += seen.found
        anchors |= {path: alike.setdefault(names, names) for path, names in seen.anchors.items()}
        links += seen.links
        broken |= seen.broken
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
