"""The rows that an editor has ticked → the files that they change, all or none."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...model import UNKNOWN, Entry, facts_of
from ...model.file_kinds import first_line
from ...model.load import Data, Report
from ...model.parts import TASKS
from ...model.sourced import Sourced
from ...model.status import PLANNED, RETIRED
from ...source.amend import Amendment, Misplaced, amended
from ...source.files import NewFiles
from ...source.write import Value, block
from ...text.folded import folded
from ...text.grid.package import Unusable as Unreadable
from ...text.grid.xlsx import tables
from ..added import record_added
from ..enter.numbers import free_numbers
from .plans import plans
from .proposals import quoted
from .tickable import ARRANGEMENTS, COLUMNS, RECORDS, TICK, UNCITED
from .word import Unusable

_YES = {"是", "√", "✓", "✔", "1", "x", "y", "yes"}
_SEVERAL = re.compile(r"\s*[、，,]\s*")
_NEEDED = {
    RECORDS: ("编号", "段落", "引文", "状态", "说明"),
    ARRANGEMENTS: ("段落", "引文", "名称", "领域", "责任主体", "时限", "内容"),
    UNCITED: ("段落", "引文", "理由"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A ticked row: where it stands, and its texts by column."""

    place: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Carried:
    """The files to write, and a line for each thing that they add or that was there already."""

    change: NewFiles
    told: tuple[str, ...]


def ticked(content: bytes) -> dict[str, list[Row]]:
    """Return the ticked rows of a workbook of proposals, by sheet. Raises Unusable."""
    try:
        sheets = {table.name: table.rows for table in tables(content)}
    except Unreadable as reason:
        raise Unusable(str(reason)) from None
    found: dict[str, list[Row]] = {}
    for name, columns in COLUMNS.items():
        if name not in sheets or not sheets[name]:
            raise Unusable(f"工作簿里没有“{name}”这一页；请用 import-report --proposals 写出来的工作簿")
        head, *lines = sheets[name]
        at = {cell.text.strip(): index for index, cell in enumerate(head)}
        if lacking := [column for column in columns if column not in at]:
            raise Unusable(f"“{name}”缺“{'”“'.join(lacking)}”这几列；表头请不要改")
        found[name] = []
        for number, line in enumerate(lines, start=2):
            texts = {column: line[at[column]].text.strip() if at[column] < len(line) else "" for column in columns}
            if folded(texts[TICK]).lower() in _YES:
                found[name].append(Row(f"“{name}”第 {number} 行", texts))
    return found


def carried(rows: Mapping[str, list[Row]], data: Data, report: Report, folder: Path) -> Carried:
    """Return what the ticked rows change. Raises Unusable with every row that is not complete, and Unwritable.

    What stands in the lists already, from an earlier run, is left as it is.
    """
    if faults := [*_incomplete(rows, data), *_unproven(rows[RECORDS], report)]:
        raise Unusable("\n".join(faults))
    files: dict[Path, bytes] = {}
    told = [
        *_add_records(rows[RECORDS], data, report, folder, files),
        *_add_entries(rows[ARRANGEMENTS], data, report, files),
        *_add_reasons(rows[UNCITED], report, folder, files),
    ]
    return Carried(files, tuple(told))


def _incomplete(rows: Mapping[str, list[Row]], data: Data) -> Iterator[str]:
    entries = {entry.value.id for entry in data.entries}
    for name, needed in _NEEDED.items():
        for row in rows[name]:
            if empty := [key for key in needed if row.texts[key] in ("", UNKNOWN)]:
                yield f"{row.place}：{'、'.join(empty)}还没有填，填好再采用"
            elif name == RECORDS and row.texts["编号"] not in entries:
                yield f"{row.place}：清单里没有 {row.texts['编号']}"


def _unproven(rows: list[Row], report: Report) -> Iterator[str]:
    """Yield the rows that would prove by a plan what was done."""
    ahead = plans(report.paragraphs, report.year)
    for row in rows:
        if row.texts["段落"] in ahead and row.texts["状态"] not in (PLANNED, RETIRED):
            reason = f"“{row.texts['段落']}”写的是以后的安排，不能证明“{row.texts['状态']}”"
            yield f"{row.place}：{reason}；请换成写做了什么的段落，或者不采用"


def _evidence(row: Row, report: Report) -> dict[str, Value]:
    return {"报告": str(report.year), "段落": row.texts["段落"], "引文": row.texts["引文"]}


def _add_records(rows: list[Row], data: Data, report: Report, folder: Path, files: dict[Path, bytes]) -> Iterator[str]:
    """Append a record to each entry that is named; its rows make one record."""
    entries = {entry.value.id: entry for entry in data.entries}
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.texts["编号"]].append(row)
    for number, members in grouped.items():
        entry = entries[number]
        if any(evidence.report == report.year for record in entry.value.records for evidence in record.evidence):
            yield f"{number} 已经有 {report.year} 年度报告的记录，没有再加"
            continue
        first = members[0]
        if other := next((row for row in members if row.texts["状态"] != first.texts["状态"]), None):
            raise Unusable(f"{other.place}：{number} 的状态与{first.place}不同，采用的几行要写成一样")
        record: dict[str, Value] = {
            "日期": str(report.year),
            "状态": first.texts["状态"],
            "说明": first.texts["说明"],
            "证据": [_evidence(row, report) for row in members],
        }
        _append(entry, record, folder, files)
        yield f"{number} 添了一条记录"


def _append(thing: Sourced[Entry], record: Value, folder: Path, files: dict[Path, bytes]) -> None:
    name, change = record_added(thing, record)
    file = Path(name).relative_to(folder)
    content = files.get(file) or (folder / file).read_bytes()
    try:
        files[file] = amended(content, [change])
    except Misplaced:
        raise Unusable(f"{thing.start}：这里的写法不能自动添加，请照编辑指南手写这条记录") from None


def _add_entries(rows: list[Row], data: Data, report: Report, files: dict[Path, bytes]) -> Iterator[str]:
    """Add an entry to 法治建设任务清单 for each arrangement, in a file of its own."""
    there = quoted(data, report.year)
    free = free_numbers(TASKS.prefix, data)
    for row in rows:
        texts = row.texts
        if number := there.get((texts["段落"], folded(texts["引文"]))):
            yield f"{row.place}已经是 {number} 的引文，没有再加"
            continue
        number = next(free)
        evidence: Value = [_evidence(row, report)]
        plan = {"日期": str(report.year), "状态": PLANNED, "说明": f"列入{report.year + 1}年的安排。", "证据": evidence}
        entry: dict[str, Value] = {
            "编号": number,
            "名称": texts["名称"],
            "领域": texts["领域"],
            "责任主体": _SEVERAL.split(texts["责任主体"]),
            "年度": str(report.year + 1),
            "时限": texts["时限"],
            "内容": texts["内容"],
            "来源": "年度报告",
            "核定": "待核定",
            "记录": [plan],
        }
        there[texts["段落"], folded(texts["引文"])] = number
        files[Path(TASKS.folder, f"{number.lower()}.yml")] = f"{first_line(TASKS.folder)}\n\n{block(entry)}".encode()
        yield f"{number} {texts['名称']}：新的条目"


def _add_reasons(rows: list[Row], report: Report, folder: Path, files: dict[Path, bytes]) -> Iterator[str]:
    there = {(one.paragraph, folded(one.quote)) for one in report.meta.value.uncited}
    named = {(row.texts["段落"], folded(row.texts["引文"])): row for row in rows}
    fresh = [row for place, row in named.items() if place not in there]
    reasons: list[Value] = [{key: row.texts[key] for key in _NEEDED[UNCITED]} for row in fresh]
    file, count = Path(report.meta.file.name).relative_to(folder), len(report.meta.value.uncited)
    if reasons:
        content = (folder / file).read_bytes()
        path = ("未列入清单",)
        changes = [Amendment((*path, count + at), reason) for at, reason in enumerate(reasons)] if count else []
        order = tuple(facts_of(type(report.meta.value)))
        files[file] = amended(content, changes or [Amendment(path, reasons, order)])
        yield f"{file.as_posix()} 添了 {len(reasons)} 条未列入清单的理由"
    if len(fresh) < len(rows):
        yield f"未列入清单的理由有 {len(rows) - len(fresh)} 条已经在那里，没有再加"
