"""The values of a list's YAML as tables of texts, and the text of a cell as such a value."""

from collections.abc import Iterable, Iterator, Mapping

from .columns import Column, Key, Sheet, stands_alone

Value = str | tuple[str, ...]
Cells = Mapping[str, Value]
Table = dict[Key, Cells]
BLANK = " \n\u3000"


def tables(sheets: Iterable[Sheet], entries: Iterable[dict]) -> dict[str, Table]:
    """Return one table for each sheet: the key of every row and what stands in its columns.

    In: the entries as the strict reader gives them, plain texts, lists and mappings.
    """
    found: dict[str, Table] = {}
    records: dict[str, list[tuple[Key, dict]]] = {}
    for sheet in sheets:
        if sheet.holder is None:
            rows = [((entry[sheet.keys[0]],), entry) for entry in entries]
        else:
            rows = list(_held(sheet, records[sheet.holder]))
        records[sheet.name] = rows
        found[sheet.name] = {key: {c.header: _value(c, record) for c in sheet.columns} for key, record in rows}
    return found


def _held(sheet: Sheet, holders: Iterable[tuple[Key, dict]]) -> Iterator[tuple[Key, dict]]:
    alone = stands_alone(sheet.model)
    for key, holder in holders:
        for number, record in enumerate(_at(holder, sheet.path) or (), 1):
            yield (*key, str(number)), {alone: record} if isinstance(record, str) else record


def _value(column: Column, record: dict) -> Value:
    value = _at(record, column.path)
    if not column.listed:
        return value or ""
    return (value,) if isinstance(value, str) else tuple(value or ())


def _at(record: dict, path: Key) -> object:
    found: object = record
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def shown(value: Value) -> str:
    """Return the text of a cell: the items of a list joined by 、, or one a line where an item itself has a 、."""
    if isinstance(value, str):
        return value
    if any("、" in item for item in value):
        return "\n".join(value) + ("\n" if len(value) == 1 else "")
    return "、".join(value)


def meant(column: Column, text: str) -> Value:
    """Return the value that the text of a cell stands for; `shown` the other way round."""
    if not column.listed:
        return text.strip(BLANK)
    items = (item.strip(BLANK) for item in text.split("\n" if "\n" in text else "、"))
    return tuple(item for item in items if item)
