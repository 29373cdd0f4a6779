"""Footnotes: which entry or law a sentence comes from, which words of which source prove it, and where it is published."""

from collections.abc import Iterable

from ...model import Entry, Evidence, Law, StatusRecord
from ...model.parts import part_of, path_of
from ...site.site import Site
from ...text.dates import Moment


def of_entry(site: Site, entry: Entry) -> str:
    """Return the footnote of what an entry itself says."""
    listed = (f"{site.documents[one.document].meta.value.name} {one.cell}：“{one.quote}”" for one in entry.list_words)
    facts = (
        _named(entry),
        f"{part_of(entry).name}，来源：{entry.origin}，{entry.confirmed}",
        *listed,
        _address(site, entry),
    )
    return "；".join(facts)


def of_record(site: Site, entry: Entry, record: StatusRecord) -> str:
    """Return the footnote of what one record of an entry says."""
    quoted = _quoted(record.evidence) or "这条记录没有引文，用以前请找到出处"
    return f"{_named(entry)}，{in_words(record.date)}的记录；{quoted}；{_address(site, entry)}"


def of_law(site: Site, law: Law, article: str, demands: Iterable[str]) -> str:
    """Return the footnote of what one article of a law asks for, in the words of the library and of 制度依据."""
    label = next(one.label for one in law.articles if one.number == article)
    said = "".join((f"（{label}）", *(f"；制度依据：{demand.rstrip('。')}" for demand in demands)))
    return f"《{law.name}》{article}{said}；{_address(site, law)}"


def in_words(moment: Moment) -> str:
    """Return a date as papers write it, for example 2026年3月."""
    parts = zip((moment.year, moment.month, moment.day), "年月日", strict=True)
    return "".join(f"{number}{unit}" for number, unit in parts if number)


def _named(entry: Entry) -> str:
    return f"{entry.id} {entry.name}"


def _quoted(evidence: Iterable[Evidence]) -> str:
    """Return where the words stand and the words, each paragraph named once."""
    places: dict[str, list[str]] = {}
    for one in evidence:
        places.setdefault(f"{one.report}年度报告 {one.paragraph}", []).append(f"“{one.quote}”")
    return "；".join(f"{place}：{''.join(quotes)}" for place, quotes in places.items())


def _address(site: Site, thing: Entry | Law) -> str:
    address = site.publication.address
    return f"{address}{path_of(thing)}" if address else f"网站的 {path_of(thing)}"
