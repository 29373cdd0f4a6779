"""核对情况: the entries and laws that lack a counterpart, and the entries that nobody can check."""

from ..model import Entry, Law
from ..model.status import DONE, NOT_IN_FORCE
from ..text.dates import Moment
from .site import Site


def unproven(site: Site) -> list[Entry]:
    """Return the entries that no words of a report prove, without the retired ones."""
    return [entry for entry in site.current(site.entries.values()) if not site.citations[entry.id]]


def on_changed_laws(site: Site) -> list[tuple[Entry, list[Law]]]:
    """Return the entries still to be done that rest on law that is gone or not yet in force, with these laws."""
    gone = {law.id for law in site.laws.values() if site.law_status(law).name in NOT_IN_FORCE}
    entries = (entry for entry in site.current(site.entries.values()) if site.status(entry).name != DONE)
    found = [(entry, [site.laws[one.law] for one in entry.laws if one.law in gone]) for entry in entries]
    return [(entry, laws) for entry, laws in found if laws]


def unused(site: Site) -> list[Law]:
    """Return the laws that no entry rests on."""
    return [law for law in site.laws.values() if law.id not in site.by_law]


def vague(site: Site) -> list[Entry]:
    """Return the entries whose reported words cannot be checked."""
    return [entry for entry in site.entries.values() if is_vague(site, entry)]


def is_vague(site: Site, entry: Entry) -> bool:
    """Tell whether the reported words of an entry cannot be checked: no figure, no deadline, nobody named; not of a retired one."""
    figures = [figure for record in entry.records for figure in record.figures]
    unnamed = entry.owners == ("待核定",) and not isinstance(entry.due, Moment) and not figures
    return unnamed and bool(entry.records) and not site.retired(entry)


def change_of(site: Site, law: Law) -> str:
    """Return in Chinese what has become of a law that is not in force: what, when, and what follows it."""
    state, day = site.law_status(law).name, law.repealed or law.ended or law.effective
    new = site.laws[law.replaced_by] if law.replaced_by else None
    when = f"{day}起施行，现在{state}" if state == "尚未施行" else f"{day}{state}"
    return f"《{law.name}》{when}{f'，接续的是《{new.name}》' if new else ''}"
