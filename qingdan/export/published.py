"""Open data: what is published beside the pages, for programs. Each export takes the site and yields (path, bytes)."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..model.parts import ALL_LISTS
from ..site.site import Site, grouped
from .atom import atom
from .badges import badges
from .documents import json_documents
from .files import Listed
from .ics import ics
from .index import PATH, file_index, listed_as
from .records import forget
from .schemas import schemas
from .spreadsheet import spreadsheets


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of files: its Chinese title, what it is good for, and the function that makes them."""

    title: str
    about: str
    files: Callable[[Site], Iterable[tuple[str, bytes]]]


EXPORTS = (
    Export(
        "JSON",
        f"给程序用：{ALL_LISTS}、法规库、年度报告、核对情况、词表，还有每一条各一个文件。",
        json_documents,
    ),
    Export("表格", "同样的清单，给人用：CSV 和 XLSX 的行列相同，用 Excel、WPS 或者 pandas 打开。", spreadsheets),
    Export("JSON Schema", "每种 JSON 文件有哪些键、各是什么意思（2020-12 版）。", schemas),
    Export("状态标签", "一条或一份清单现在的状态，可以放进别的网页：SVG 图片，或者给标签服务的 JSON。", badges),
    Export("更新的订阅", "全站、每份清单、每个责任主体有什么变化，用阅读器订阅（Atom）。", atom),
    Export("日历", "普法节点和完成时限，放进手机或者电脑的日历（ICS）。", ics),
)
"""Every export, in the order in which the page of open data shows them."""


def published(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file of open data with its path from the site's root, one after the other, the index last."""
    listed: dict[Export, list[Listed]] = {}
    for export in EXPORTS:
        listed[export] = []
        for path, content in _with_former(site, export.files(site)):
            listed[export].append(listed_as(path, content))
            yield path, content
    forget()
    _noted(site).update(listed)
    yield PATH, file_index(site, chain(*listed.values()))


def catalogue(site: Site) -> Mapping[Export, Sequence[Listed]]:
    """Return what `published` yields, export by export, without the contents and the index."""
    noted = _noted(site)
    if not noted:
        deque(published(site), maxlen=0)
    return noted


@lru_cache(maxsize=1)
def _noted(_site: Site) -> dict[Export, list[Listed]]:
    """Return where the files of the last site that was published are noted, so that none is made twice."""
    return {}


def _with_former(site: Site, files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[str, bytes]]:
    former = grouped((new, old) for old, new in site.registry.moves.items())
    for path, content in files:
        folder, slash, name = path.rpartition("/")
        for place in (f"{folder}{slash}", *former.get(f"{folder}{slash}", ())):
            yield f"{place}{name}", content
