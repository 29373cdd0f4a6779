"""An entry's page: the answer first, then the facts, the records with their evidence, the laws."""

from collections import Counter
from collections.abc import Iterator

from ..model import Entry, StatusRecord
from ..model.address import anchors_of
from ..model.own import arrangements_of, named, own_fields
from ..model.parts import part_of, path_of
from ..model.status import LAW_CHANGED
from ..site.coverage import is_vague
from ..site.repository import links_of
from ..site.rewordings import reworded_of
from ..site.site import Site
from ..text.dates import Moment
from ..text.natural import natural
from .reference import explained, hosted
from .structured import json_ld, of_entry
from .template import fill
from .words import words_of_entry

RELATED = 3


def entry_page(site: Site, id: str, root: str) -> str:
    """Return the page of the entry with this 编号. Raises KeyError when there is none."""
    entry = site.entries[id]
    anchored = zip(site.records(entry), anchors_of(site.records(entry)), strict=True)
    records = [
        (record, anchor, [one for one in site.citations[id] if one.record == record])
        for record, anchor in reversed(list(anchored))
    ]
    laws = [site.laws[reference.law] for reference in entry.laws]
    left = site.retired(entry)
    before, after = site.neighbours[id]
    texts = [entry.name, entry.content, *filter(None, [entry.note]), *(record.note for record, *_ in records)]
    return fill(
        "entry",
        site=site,
        root=root,
        entry=entry,
        list=part_of(entry),
        explained=explained(site, texts, root),
        left=left,
        successors=[site.entries[id] for id in left.successors] if left else [],
        elsewhere={anchor: _other_years(record) for record, anchor, _ in records},
        words=words_of_entry(site, entry),
        unarchived=[law for law in laws if not site.wordings.of(law.id)],
        reworded=reworded_of(site, entry),
        changed=site.lapsed(entry),
        changed_slug=site.shaped[LAW_CHANGED].slug,
        later=[law.id for law in laws if isinstance(law.effective, Moment) and law.effective.year > entry.year],
        answers=site.answers_of.get(id, ()),
        withdrawn=site.withdrawn_from.get(id, ()),
        moved=site.registry.moved_places.get(path_of(entry), {}),
        vague=is_vague(site, entry),
        listed=[(words, site.documents[words.document]) for words in entry.list_words],
        facts=list(_facts(entry)),
        number_sources=hosted(site, entry.number_sources),
        records=records,
        arranged=[(title, linked) for title, linked in _arranged(site, entry) if linked],
        related=_related(site, entry),
        before=before,
        after=after,
        own=links_of(site.repository, entry, *site.lines[id], path_of(entry)),
        structured=json_ld(of_entry(site, entry)),
    )


def _other_years(record: StatusRecord) -> list[int]:
    """Return the years of the reports that prove a record and are not about its year."""
    return sorted({evidence.report for evidence in record.evidence} - {record.date.year})


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    for field, own in own_fields(type(entry)).items():
        if (words := named(entry, field)) and not own.numbers:
            yield own.title, "、".join(words)
    for key, attribute in (
        ("责任科室", "offices"), ("牵头单位", "lead"), ("配合单位", "helpers"), ("措施", "measures"), ("标准", "standards")
    ):  # fmt: skip
        if words := named(entry, attribute):
            yield key, "、".join(words)
    yield "年度", str(entry.year)
    yield "时限", str(entry.due)


def _arranged(site: Site, entry: Entry) -> Iterator[tuple[str, list[Entry]]]:
    yield "对应的安排（本站的理解）", [site.entries[id] for id in arrangements_of(entry)]
    yield "回应的不足（本站的理解）", list(site.answered_by.get(entry.id, ()))


def _related(site: Site, entry: Entry) -> list[Entry]:
    """Return the entries about the same thing; where they are few, those of the same paragraph, then of the same laws."""
    stated = site.related(entry)
    cited = [site.cited[c.evidence.report, c.paragraph.label] for c in site.citations[entry.id]]
    same_words = site.current(citation.entry for citations in cited for citation in citations)
    same_law = site.current(other for reference in entry.laws for other, _ in site.by_law[reference.law])
    likely = (*_others(entry, same_words), *_others(entry, same_law))
    near = [one for one in {one.id: one for one in likely}.values() if one not in stated]
    return [*stated, *near[: max(0, RELATED - len(stated))]]


def _others(entry: Entry, found: tuple[Entry, ...]) -> list[Entry]:
    """Return the entries found, once each, without `entry` itself; those found more often first."""
    times = Counter(other.id for other in found if other.id != entry.id)
    known = {other.id: other for other in found}
    ordered = sorted(times.items(), key=lambda pair: (-pair[1], natural(pair[0])))
    return [known[id] for id, _ in ordered[:RELATED]]
