"""Addresses: where each thing stands below the site's root (design: once published, an address stays)."""

from .model import Entry, Law, Publicity


def path_of(thing: Entry | Law) -> str:
    """Return the address of an entry or a law, relative to the root, for example `tasks/rw-001/`."""
    if isinstance(thing, Law):
        return f"laws/{thing.id}/"
    return f"{'publicity' if isinstance(thing, Publicity) else 'tasks'}/{thing.id.lower()}/"
