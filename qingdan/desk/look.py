"""A change before it is public: the page as it will be, and what changes, in words."""

from dataclasses import dataclass

from ..diff.summary import differences
from ..model.load import Data
from ..render.entry import entry_page
from ..render.law import law_page
from ..render.report import report_page
from ..site.site import Site
from .live import Ready


@dataclass(frozen=True, slots=True)
class Look:
    """The HTML of the page, and sentences that say what changes."""

    html: str
    changes: tuple[str, ...]


def look(ready: Ready, old: Data, root: str) -> Look:
    """Return what a faultless change looks like. In: the data without it, the way from the desk to the root of the site."""
    changes = tuple(
        f"{change.subject.id} {change.subject.name}：{remark}"
        for change in differences(old, ready.data)
        for remark in change.remarks
    )
    return Look(_page(Site(ready.data), ready.done.id, root), changes)


def _page(site: Site, id: str, root: str) -> str:
    if id in site.entries:
        return entry_page(site, id, root=root)
    if id in site.answers:
        return entry_page(site, site.answers[id].entry, root=root)
    return law_page(site, id, root=root) if id in site.laws else report_page(site, int(id), root=root)
