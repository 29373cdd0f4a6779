"""Two states of the data → what changed, thing by thing."""

from itertools import chain

from ..model.load import Data
from .change import Change
from .entries import entry_changes
from .library import record_changes, report_changes
from .rest import other_changes
from .sides import Sides


def differences(old: Data, new: Data) -> tuple[Change, ...]:
    """Return every change in meaning from `old` to `new`, in the order of a summary; where a line stands has none."""
    sides = Sides(old, new)
    found = chain(entry_changes(sides), record_changes(sides), report_changes(sides), other_changes(sides))
    return tuple(sorted(found, key=lambda change: change.subject.order))
