"""Two states of the data → what changed, thing by thing."""

from itertools import chain

from ..model.load import Data
from .change import Change
from .entries import entry_changes
from .library import record_changes, report_changes
from .rest import basis_changes, body_changes, meaning_changes, registry_change, term_changes
from .sides import Sides


def differences(old: Data, new: Data) -> tuple[Change, ...]:
    """Return every change in meaning from `old` to `new`, in the order of a summary; where a line stands has none."""
    parts = (
        entry_changes,
        record_changes,
        report_changes,
        term_changes,
        meaning_changes,
        basis_changes,
        body_changes,
        registry_change,
    )
    sides = Sides(old, new)
    found = chain.from_iterable(part(sides) for part in parts)
    return tuple(sorted(found, key=lambda change: change.subject.order))
