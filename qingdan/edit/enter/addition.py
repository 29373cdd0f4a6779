"""An addition to a list: the new record, its block, and the files that it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from ...model import facts_of
from ...model.file_kinds import first_line
from ...model.load import Data
from ...source.files import NewFiles
from ...source.write import Value, block
from .numbers import next_number
from .place import appended, named_file, own_file
from .question import Answers, Form


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
    found = {(question.within, question.key): answers.get(question.key) for question in form.questions}
    if form.part.prefix:
        found["", form.part.key_title] = next_number(form.part.prefix, data)
    record = _filled(form.part.record, found)
    identity, text = str(record[form.part.key_title]), block(record)
    file = named_file(form, named, data, folder) if named else own_file(form, identity)
    there = (folder / file).read_bytes() if (folder / file).is_file() else f"{first_line(form.part.folder)}\n".encode()
    content = appended(there, text)
    last = len(content.splitlines())
    name = str(record[next(fact.key for fact in facts_of(form.part.record).values() if fact.attribute == "name")])
    return Addition(identity, name, text, file, last - text.count("\n") + 1, last, {file: content})


def _filled(
    model: type[BaseModel], found: Mapping[tuple[str, str], Value | None], within: str = ""
) -> dict[str, Value]:
    """Return the record with what was found for it and for the records in it, but for what the model takes anyway."""
    record: dict[str, Value] = {}
    for key, fact in facts_of(model).items():
        value = found.get((within, key))
        if fact.record and not within and (inner := _filled(fact.record, found, key)):
            record[key] = [inner] if fact.many else inner
        elif value is not None and value != fact.info.default:
            record[key] = value
    return record
