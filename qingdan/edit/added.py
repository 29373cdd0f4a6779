"""A record added to an entry: behind its last one, in the file where that stands."""

from ..model import Entry, facts_of
from ..model.sourced import Sourced
from ..source.amend import Amendment
from ..source.write import Value


def record_added(thing: Sourced[Entry], record: Value) -> tuple[str, Amendment]:
    """Return the file that takes a new last record of an entry, and the change to it."""
    count, order = len(thing.value.records), tuple(facts_of(type(thing.value)))
    file, path = thing.home("记录", count)
    return file.name, Amendment(path, record) if count else Amendment(path[:-1], [record], order)
