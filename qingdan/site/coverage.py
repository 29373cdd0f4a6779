"""核对情况: the entries and laws that lack a counterpart."""

from ..model import Entry, Law
from ..model.status import NOT_IN_FORCE
from .site import Site


def unproven(site: Site) -> list[Entry]:
    """Return the entries that no words of a report prove, without the retired ones."""
    return [entry for entry in site.current(site.entries.values()) if not site.citations[entry.id]]


def on_changed_laws(site: Site) -> list[tuple[Entry, list[Law]]]:
    """Return the entries that rest on law that is gone or not yet in force, with these laws; no retired ones."""
    gone = {law.id for law in site.laws.values() if site.law_status(law).name in NOT_IN_FORCE}
    entries = site.current(site.entries.values())
    found = [(entry, [site.laws[one.law] for one in entry.laws if one.law in gone]) for entry in entries]
    return [(entry, laws) for entry, laws in found if laws]


def unused(site: Site) -> list[Law]:
    """Return the laws that no entry rests on."""
    return [law for law in site.laws.values() if law.id not in site.by_law]
