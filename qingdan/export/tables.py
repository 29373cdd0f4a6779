"""The lists as tables for spreadsheets: one row a thing, every cell a text, made from the records that the JSON holds.

Several values in a cell stand on a line each; no value of the lists holds a line end, so that they can be told apart.
A word of the vocabulary is its name, a law its 标识, a wording its version, a check its date. What does not fit into a cell has a table of its own, with the
number of the entry that it belongs to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..model.parts import ALL_LISTS, ANSWERS, LAWS, LISTS
from ..site.draft import title_of
from ..site.site import Site
from . import model, records
from .lists import ENTRIES

TableRow = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What a table is: its file's name, its Chinese title, its columns (key and Chinese title), how many rows it has."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    size: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is, and its rows, which are made as they are asked for."""

    head: Head
    rows: Iterable[TableRow]


_ELSEWHERE = {"penalties", "records", "evidence", "figures", "articles", "notes", "responses"}
"""What has a table of its own, or stands in the JSON alone."""

_OF_ENTRY = (("entry", "条目编号"),)
_OF_ANSWER = (("answer", "问答编号"),)
_OF_RECORD = (*_OF_ENTRY, ("record", "这一条的第几条记录"))
_OF_REPORT = (("report", "报告年度"),)


@lru_cache(maxsize=1)
def heads(site: Site) -> tuple[Head, ...]:
    """Return what every table of the site is."""
    return tuple(table.head for table in tables(site))


def tables(site: Site) -> tuple[Table, ...]:
    """Return every table of the site."""
    entries = records.listed(site)
    every = list(chain.from_iterable(entries.values()))
    answers, laws = records.answers(site), records.laws(site)
    reports = [records.report(site, report) for report in site.reports]
    return (
        *(
            _table(part.folder, ENTRIES[part], (((), one) for one in entries[part.folder]), title=title_of(site, part))
            for part in LISTS
        ),
        _table("records", model.Record, _records(every), _OF_RECORD, title=f"{ALL_LISTS}的记录"),
        _table("evidence", model.Evidence, _inside(every, "evidence"), _OF_RECORD, title="记录引的报告原话"),
        _table("figures", model.Figure, _inside(every, "figures"), _OF_RECORD, title="记录的指标"),
        _table("responses", model.Response, _responses(every), _OF_ENTRY, title="主体对条目的回应"),
        _table("answers", model.Answer, (((), one) for one in answers), title=ANSWERS.name),
        _table("penalties", model.Penalty, _penalties(answers), _OF_ANSWER, title="问答里的罚"),
        _table("laws", model.Law, (((), one) for one in laws), title=LAWS.name),
        _table("paragraphs", model.Paragraph, _paragraphs(reports), _OF_REPORT, title="年度报告的段落"),
    )


Keyed = Iterable[tuple[tuple[str, ...], model.Published]]
"""Records, each with the values that say what it belongs to."""


def _table(
    name: str, kind: type[model.Published], found: Keyed, keys: tuple[tuple[str, str], ...] = (), *, title: str
) -> Table:
    fields = [field for field in kind.model_fields if field not in _ELSEWHERE]
    columns = (*keys, *((field, kind.model_fields[field].title or "") for field in fields))
    every = list(found)
    rows = ((*key, *(_text(getattr(record, field)) for field in fields)) for key, record in every)
    return Table(Head(name, title, columns, len(every)), rows)


def _records(entries: Iterable[model.Entry]) -> Keyed:
    for entry in entries:
        for number, record in enumerate(entry.records, 1):
            yield (entry.id, str(number)), record


def _inside(entries: Iterable[model.Entry], field: str) -> Keyed:
    for key, record in _records(entries):
        for inner in getattr(record, field):
            yield key, inner


def _responses(entries: Iterable[model.Entry]) -> Keyed:
    for entry in entries:
        yield from (((entry.id,), response) for response in entry.responses)


def _penalties(answers: Iterable[model.Answer]) -> Keyed:
    for answer in answers:
        yield from (((answer.id,), penalty) for penalty in answer.penalties)


def _paragraphs(reports: Iterable[model.Report]) -> Keyed:
    for report in reports:
        for paragraph in report.paragraphs:
            yield (str(report.year),), paragraph


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return "\n".join(map(_text, value))
        case model.Word():
            return value.name
        case model.LawReference():
            return value.law
        case model.Provision():
            return " ".join(filter(None, (value.law, value.article, value.paragraph, value.item)))
        case model.Check() | model.Compared() | model.Withdrawal():
            return value.date
        case model.NumberSource():
            return f"{value.number}（{value.source}）"
        case model.LawText():
            return value.version
        case model.ListWords():
            return f"{value.document} {value.cell}：{value.quote}"
        case model.Evidence():
            return f"{value.report}年度报告 {value.paragraph}：{value.quote}"
        case _:
            return str(value)
