"""An entry's page: the answer first, then the facts, the records with their evidence, the laws."""

from collections.abc import Iterator

from ..model import Entry, Publicity
from ..site import Site
from .template import fill


def entry_page(site: Site, id: str, root: str) -> str:
    """Return the page of the entry with this 编号. Raises KeyError when there is none."""
    entry = site.entries[id]
    by_record = {}
    for citation in site.citations[id]:
        by_record.setdefault(citation.record, []).append(citation)
    records = [(record, by_record.get(record, [])) for record in reversed(site.records(entry))]
    links = [(title, linked) for title, linked in _links(site, entry) if linked]
    return fill("entry", site=site, root=root, entry=entry, facts=list(_facts(entry)), records=records, links=links)


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Publicity):
        yield "性质", entry.nature
        yield "领域", entry.field
        yield "普法对象", "、".join(entry.audiences)
        yield "普法形式", "、".join(entry.forms)
        if entry.occasions:
            yield "节点", "、".join(entry.occasions)
    else:
        yield "类别", entry.kind
        yield "领域", entry.field
    yield "年度", str(entry.year)
    yield "时限", str(entry.due)


def _links(site: Site, entry: Entry) -> Iterator[tuple[str, list[Entry]]]:
    if isinstance(entry, Publicity):
        return
    yield "对应的安排（本站的理解）", [site.entries[id] for id in entry.answers]
    yield "回应的不足（本站的理解）", list(site.answered_by.get(entry.id, ()))
