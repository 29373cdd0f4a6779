"""What can be said of a form before all of it is filled in: of its texts, of each value, of its quotations."""

from collections.abc import Iterator
from contextlib import suppress

from pydantic import ValidationError

from ..model import Evidence, facts_of
from ..model.explain import explain
from ..model.load import Data
from ..rules.quotations import of_evidence
from ..source.read import parse
from ..source.write import page, why_unwritable
from ..text.problem import Place
from .fields import Values, written_of
from .form import Form
from .mends import Mend, cleaned, mend_of
from .message import Message, Way
from .places import way_to


def unwritable(value: object, path: Way = ()) -> Iterator[Message]:
    """Yield the texts that a file cannot hold: with line breaks, with characters that nobody sees."""
    if isinstance(value, str):
        if value and (reason := why_unwritable(value)):
            better = cleaned(value)
            yield Message(path, reason, Mend("去掉看不见的字和换行", path, better) if better != value else None)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from unwritable(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from unwritable(item, (*path, str(at)))


def ill_formed(form: Form, values: Values) -> Iterator[Message]:
    """Yield what the model has against the values, but for what is not filled in yet."""
    written = written_of(form.model, values, form.before)
    try:
        form.model.model_validate(written)
    except ValidationError as error:
        if (root := parse(page(written), "") if written else None) is None:
            return
        for problem in explain(error, root, form.model):
            if not problem.message.startswith("缺少"):
                way = way_to(root, problem.place)
                yield Message(way, problem.message, mend_of(problem.message, way))


def misquoted(value: object, data: Data, path: Way = ()) -> Iterator[Message]:
    """Yield the evidence that is filled in and does not stand in its report, while the rest is not filled in yet."""
    if isinstance(value, dict):
        quoted = {key: value.get(key) for key in facts_of(Evidence)}
        if all(isinstance(said, str) and said for said in quoted.values()):
            with suppress(ValidationError):
                for problem in of_evidence(
                    data, lambda *steps: Place("/".join(steps)), Evidence.model_validate(quoted)
                ):
                    way = (*path, problem.place.path)
                    yield Message(way, problem.message, mend_of(problem.message, way))
        for key, item in value.items():
            yield from misquoted(item, data, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from misquoted(item, data, (*path, str(at)))
