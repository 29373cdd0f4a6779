"""What is wrong with a form as it is filled in: the messages of `check`, each at its field, with a mend where one is certain."""

from dataclasses import dataclass
from pathlib import Path

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
from .message import Message
from .places import messages_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, which fields have to be filled, which have no place; the sheet and what it comes to, where all is well."""

    messages: tuple[Message, ...]
    missing: tuple[str, ...]
    hidden: tuple[str, ...]
    slip: Slip | None = None
    done: Applied | None = None


def checked(form: Form, values: Values, data: Data, folder: Path, commit: str = "") -> Checked:
    """Check a form: all that `check` and the comparison of a pull request would refuse.

    In: what it holds, the proven data, the folder that they were read from, their commit. A form that changes nothing has no
    fault, and comes to nothing.
    """
    missing = tuple(path for path in missing_in(form.model, values) if path not in form.left_out)
    hidden = tuple(hidden_in(form.model, values))
    early = tuple(unwritable(values)) or tuple(ill_formed(form, values))
    if early or missing:
        return Checked(early or tuple(misquoted(values, data)), missing, hidden)
    try:
        slip = slip_of(form, values, data, folder, commit)
        if form.job in EDITS and not slip.edits:
            return Checked((), missing, hidden)
        done = applied(slip, data, folder)
    except (Refused, Unwritable, NoneFree) as reason:
        return Checked((Message((), str(reason)),), missing, hidden)
    new, problems = examine(folder, data.as_of, done.change)
    if new and not problems:
        problems = [*unchecked(data, new), *not_kept(data, new)]
    messages = tuple(messages_of(problems, done, folder, values))
    return Checked(messages, missing, hidden, *(() if messages else (slip, done)))
