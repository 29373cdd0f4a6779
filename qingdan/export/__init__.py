"""Open data: what is published beside the pages, for programs. Each export takes the site and yields (path, bytes)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..site import Site
from .atom import atom
from .badges import badges
from .documents import documents
from .ics import ics
from .index import PATH, index
from .schemas import schemas
from .spreadsheet import spreadsheets


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of files: its Chinese title, what it is good for, and the function that makes them."""

    title: str
    about: str
    files: Callable[[Site], Iterable[tuple[str, bytes]]]


EXPORTS = (
    Export("JSON", "全部内容，给程序用：两份清单、法规库、年度报告、核对情况、词表，还有每一条各一个文件。", documents),
    Export("表格", "同样的清单，给人用：CSV 和 XLSX 的行列相同，用 Excel、WPS 或者 pandas 打开。", spreadsheets),
    Export("JSON Schema", "每种 JSON 文件有哪些键、各是什么意思（2020-12 版）。", schemas),
    Export("状态标签", "一条或一份清单现在的状态，可以放进别的网页：SVG 图片，或者给标签服务的 JSON。", badges),
    Export("更新的订阅", "全站、每份清单、每个责任主体有什么变化，用阅读器订阅（Atom）。", atom),
    Export("日历", "普法节点和完成时限，放进手机或者电脑的日历（ICS）。", ics),
)
"""Every export, in the order in which the page of open data shows them."""


@lru_cache(maxsize=1)
def exported(site: Site) -> Mapping[Export, Mapping[str, bytes]]:
    """Return the files of every export by path; what stands at a page that has moved also at its old address."""
    return {export: dict(_with_former(site, export.files(site))) for export in EXPORTS}


def _with_former(site: Site, files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[str, bytes]]:
    former: dict[str, list[str]] = {}
    for old, new in site.registry.moves.items():
        former.setdefault(new, []).append(old)
    for path, content in files:
        folder, slash, name = path.rpartition("/")
        for place in (f"{folder}{slash}", *former.get(f"{folder}{slash}", ())):
            yield f"{place}{name}", content


def published(site: Site) -> dict[str, bytes]:
    """Return every file of open data by its path from the site's root, the index among them."""
    written = {path: content for files in exported(site).values() for path, content in files.items()}
    return {**written, PATH: index(site, written)}
