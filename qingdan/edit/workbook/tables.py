"""The values of a list's YAML as tables of texts, and the text of a cell as such a value."""

from collections.abc import Iterator, Mapping, Sequence

from .columns import Column, Key, Sheet, stands_alone

Value = str | tuple[str, ...]
Cells = Mapping[str, Value]
Table = dict[Key, Cells]
BLANK = " \n\u3000"


def tables(sheets: Sequence[Sheet], entries: Mapping[str, object]) -> dict[str, Table]:
    """Return one table for each sheet: the key of every row and what stands in its columns.

    In: the entries by their 编号 or 标识, as the strict reader gives them, plain texts, lists and mappings.
    """
    records: dict[str, dict[Key, object]] = {}
    for sheet in sheets:
        held = (
            _held(sheet, records[sheet.holder]) if sheet.holder else (((id,), entry) for id, entry in entries.items())
        )
        records[sheet.name] = dict(held)
    return {sheet.name: {key: _cells(sheet, one) for key, one in records[sheet.name].items()} for sheet in sheets}


def _held(sheet: Sheet, holders: Mapping[Key, object]) -> Iterator[tuple[Key, object]]:
    for key, holder in holders.items():
        records = at(holder, sheet.path)
        for number, record in enumerate(records if isinstance(records, list) else (), 1):
            yield (*key, str(number)), {stands_alone(sheet.model): record} if isinstance(record, str) else record


def _cells(sheet: Sheet, record: object) -> Cells:
    return {column.header: _value(column, at(record, column.path)) for column in sheet.columns}


def _value(column: Column, value: object) -> Value:
    if isinstance(value, list):
        return tuple(value)
    text = value if isinstance(value, str) else ""
    return tuple(filter(None, [text])) if column.fact.many else text


def at(record: object, path: tuple[str | int, ...]) -> object:
    """Return what stands at a path of keys and indices; None where a key is not written."""
    for step in path:
        if isinstance(record, list) and isinstance(step, int):
            record = record[step]
        else:
            record = record.get(step) if isinstance(record, dict) else None
    return record


def shown(value: Value) -> str:
    """Return the text of a cell: the items of a list joined by 、, or one a line where an item itself has a 、."""
    if isinstance(value, str):
        return value
    if any("、" in item for item in value):
        return "\n".join(value) + ("\n" if len(value) == 1 else "")
    return "、".join(value)


def meant(column: Column, text: str) -> Value:
    """Return the value that the text of a cell stands for; `shown` the other way round."""
    if not column.fact.many:
        return text.strip(BLANK)
    items = (item.strip(BLANK) for item in text.split("\n" if "\n" in text else "、"))
    return tuple(item for item in items if item)
