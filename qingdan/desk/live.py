"""What is wrong with a form as it is filled in: the messages of `check`, each at its field, with a mend where one is certain."""

from dataclasses import dataclass

from ..diff.kept import not_kept
from ..diff.unchecked import unchecked
from ..edit.enter.numbers import NoneFree
from ..edit.slip.apply import Applied, Refused, applied
from ..edit.slip.slip import EDITS, Slip
from ..model.load import Data
from ..site.check import examine
from ..source.write import Unwritable
from .early import ill_formed, misquoted, unwritable
from .fields import Values, hidden_in, missing_in
from .form import Form, slip_of
from .ground import Ground
from .message import Message
from .places import messages_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A form that can be handed over: the sheet, what it comes to, and the data as they then are."""

    slip: Slip
    done: Applied
    data: Data


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, which fields have to be filled, which have no place; what it comes to, where all is well."""

    messages: tuple[Message, ...]
    missing: tuple[str, ...]
    hidden: tuple[str, ...]
    ready: Ready | None = None


def checked(form: Form, values: Values, ground: Ground) -> Checked:
    """Check a form: all that `check` and the comparison of a pull request would refuse.

    A form that changes nothing has no fault, and comes to nothing.
    """
    data, folder = ground.data, ground.folder
    missing = tuple(path for path in missing_in(form.model, values) if path not in form.left_out)
    hidden = tuple(hidden_in(form.model, values))
    early = tuple(unwritable(values)) or tuple(ill_formed(form, values))
    if early or missing:
        return Checked(early or tuple(misquoted(values, data)), missing, hidden)
    try:
        slip = slip_of(form, values, ground)
        if form.job in EDITS and not slip.edits:
            return Checked((), missing, hidden)
        done = applied(slip, data, folder)
    except (Refused, Unwritable, NoneFree) as reason:
        return Checked((Message((), str(reason)),), missing, hidden)
    new, problems = examine(folder, data.as_of, done.change)
    if new and not problems:
        problems = [*unchecked(data, new), *not_kept(data, new)]
    messages = tuple(messages_of(problems, done, folder, values))
    return Checked(messages, missing, hidden, Ready(slip, done, new) if new and not messages else None)
