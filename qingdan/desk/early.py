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
from .fields import Values, walk, written_of
from .form import Form
from .mends import Mend, cleaned, mend_of
from .message import Message
from .places import way_to


def unwritable(values: Values) -> Iterator[Message]:
    """Yield the texts that a file cannot hold: with line breaks, with characters that nobody sees."""
    for path, text in walk(values):
        if isinstance(text, str) and text and (reason := why_unwritable(text)):
            better = cleaned(text)
            yield Message(path, reason, Mend("去掉看不见的字和换行", path, better) if better != text else None)


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


def misquoted(values: Values, data: Data) -> Iterator[Message]:
    """Yield the evidence that is filled in and does not stand in its report, while the rest is not filled in yet."""
    for path, value in walk(values):
        quoted = {key: value.get(key) for key in facts_of(Evidence)} if isinstance(value, dict) else {}
        if not quoted or not all(isinstance(said, str) and said for said in quoted.values()):
            continue
        with suppress(ValidationError):
            evidence = Evidence.model_validate(quoted)
            for problem in of_evidence(data, lambda *steps: Place("/".join(steps)), evidence):
                way = (*path, problem.place.path)
                yield Message(way, problem.message, mend_of(problem.message, way))
