"""An addition to a list: the new record, its block, and the files that it changes."""

from dataclasses import dataclass
from pathlib import Path

from ...model import Record, facts_of
from ...model.file_kinds import FILE_KINDS
from ...model.load import Data
from ...model.parts import Part
from ...model.registry import FILE as REGISTRY
from ...model.registry import register
from ...source.files import NewFiles
from ...source.write import Value, block
from .forms import Form
from .numbers import next_number
from .place import appended, file_for, named_file
from .question import Answers


@dataclass(frozen=True, slots=True)
class Addition:
    """A new record: what it is called, where it stands (lines count from 1), and the files to write."""

    identity: str
    name: str
    block: str
    file: Path
    first: int
    last: int
    change: NewFiles


def add(form: Form, answers: Answers, data: Data, folder: Path, named: str | None = None) -> Addition:
    """Return the addition that the answers make. Raises NoPlace and NoneFree.

    In: the data, which must be proven, the folder it was read from, and the file that was named, if one was.
    """
    file = named_file(form, named, data, folder) if named else file_for(form, answers, data, folder)
    record = record_of(form, answers, data)
    identity, text = record[form.part.key_title], block(record)
    before = (folder / file).read_bytes() if (folder / file).is_file() else _first_line(form)
    content = appended(before, text)
    change = {file: content, **_registered(form.part, identity, data, folder)}
    last, name = len(content.splitlines()), form.part.record.model_fields["name"].alias
    return Addition(identity, answers[name], text, file, last - text.count("\n") + 1, last, change)


def _first_line(form: Form) -> bytes:
    return next(f"{kind.first_line}\n" for kind in FILE_KINDS if kind.name == form.part.folder).encode()


def record_of(form: Form, answers: Answers, data: Data) -> dict[str, Value]:
    """Return the record as the list writes it, with the next free 编号 where the form gives none. Raises NoneFree."""
    record: dict[str, Value] = {form.part.key_title: next_number(form.part.prefix, data)} if form.part.prefix else {}
    held: dict[str, dict[str, Value]] = {}
    for question in form.questions:
        value = answers.get(question.key)
        if value is not None and not question.is_default(value):
            holder = held.setdefault(question.within, {}) if question.within else record
            holder[question.key] = value
    for key, inner in held.items():
        model = next(question.model for question in form.questions if question.within == key)
        record[key] = [_ordered(inner, model)] if key == "记录" else _ordered(inner, model)
    return _ordered(record, form.questions[0].model)


def _ordered(record: dict[str, Value], model: type[Record]) -> dict[str, Value]:
    return {key: record[key] for key in facts_of(model) if key in record}


def _registered(part: Part, identity: str, data: Data, folder: Path) -> NewFiles:
    """Return the registry with one more address, where the folder keeps a registry and the record has a page."""
    if data.registry is None or part.holder:
        return {}
    before = (folder / REGISTRY).read_bytes().decode()
    return {Path(REGISTRY): register(before, [part.page(identity)], data.as_of).encode()}
