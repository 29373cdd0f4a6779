"""Addresses: where each thing stands below the site's root (design: once published, an address stays)."""

from .model import Entry, Law, Publicity

_LISTS = {True: ("普法责任清单", "publicity/"), False: ("法治建设任务清单", "tasks/")}


def list_of(entry: Entry) -> tuple[str, str]:
    """Return the name and the address of the list that an entry stands in."""
    return _LISTS[isinstance(entry, Publicity)]


def path_of(thing: Entry | Law) -> str:
    """Return the address of an entry or a law, relative to the root, for example `tasks/rw-001/`."""
    if isinstance(thing, Law):
        return f"laws/{thing.id}/"
    return f"{list_of(thing)[1]}{thing.id.lower()}/"
