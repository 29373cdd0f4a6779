"""Where a list stands in a file: its title, its header of one or more rows, its sections, its rows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...text.grid.table import Cell, Table, address, letters
from .titles import LAWS, MEASURE, NUMBER, PERSON, PUBLICITY, TASK, TASKS, item_of, plain

_LOOKED_AT = 30
_DEEPEST = 3
_FEWEST = 2
_FOOTER = re.compile(
    r"[\s（(【*]*(填表|填报|审核|审批|审定|制表|制作|报送|联系|经办|主管|分管领导|负责人|单位负责|备注|说明|附?注|盖章|签字|日期|印发|抄送)[^，。]{0,8}[:：]"
)
_SUM = re.compile(r"[\s（(]*(合计|总计|小计|共计|总数)")
_SECTION = re.compile(r"\s*([（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．\s]|第[一二三四五六七八九十]+[部分章节类])")
_MARK = re.compile(
    r"^\s*([（(]?[一二三四五六七八九十0-9]{1,3}[）)]?\s*[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]+(部分|章|节|类))\s*"
)
_LISTED = ("清单", "任务", "分工", "要点", "计划", "方案", "安排", "表")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number from 0, its title, and what it holds; empty where that is not known."""

    index: int
    title: str
    item: str

    @property
    def letters(self) -> str:
        """Its letters, as a workbook calls it."""
        return letters(self.index)


@dataclass(frozen=True, slots=True)
class Row:
    """What one entry may be made of: where it stands, its section, its cells by what they hold.

    `shared` tells that its main cell is merged over several such rows.
    """

    place: str
    section: str
    cells: Mapping[str, tuple[Cell, ...]]
    shared: bool = False

    @property
    def main(self) -> tuple[Cell, ...]:
        """The cells that tell it from other rows: what it is about, or where that is shared, how it is done."""
        items = (MEASURE,) if self.shared and self.cells.get(MEASURE) else (LAWS, TASK)
        return tuple(cell for item in items for cell in self.cells.get(item, ()))

    def texts(self, item: str) -> list[str]:
        """Return what its cells of an item say, the empty ones left out."""
        return [cell.text for cell in self.cells.get(item, ())]


@dataclass
class Found:
    """A table with a list in it; `told` says, by cell, what was passed over and why, `rows` stay as they are."""

    table: Table
    kind: str
    title: str
    header: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)


def find(
    tables: Sequence[Table], kind: str | None, mapped: Mapping[str, str]
) -> tuple[list[Found], list[tuple[str, str]]]:
    """Return the lists of a file, and what was passed over. In: which list it is, where that was said, and what columns hold."""
    found: list[Found] = []
    told: list[tuple[str, str]] = []
    for table in tables:
        if not any(cell.text.strip() for cell in table.cells()):
            continue
        if table.hidden:
            told.append((table.name, "隐藏的工作表，没有读；要收的先在 Excel 里取消隐藏"))
            continue
        here = _found(table, kind, mapped, found[-1] if found else None)
        if here:
            found.append(here)
        else:
            told.append((table.name, "没有认出表头，没有读；表头不常见的，用 --map 写明，例如 --map 普法项目=法规"))
    return found, told


def _found(table: Table, kind: str | None, mapped: Mapping[str, str], before: Found | None) -> Found | None:
    header = _header(table, kind, mapped)
    if header is None:
        if before is None or not table.rows or len(table.rows[0]) != len(before.table.rows[0]):
            return None
        here = Found(table, before.kind, before.title, (), before.columns)  # a table that goes on after a page's end
    else:
        rows, titles = header
        title = _title(table, rows[0])
        chosen = kind or _kind(title, titles)
        here = Found(table, chosen, title, rows, _columns(titles, chosen, mapped))
    _read(here)
    return here


def _header(
    table: Table, kind: str | None, mapped: Mapping[str, str]
) -> tuple[tuple[int, ...], dict[int, list[str]]] | None:
    """Return the rows of the header and, by column, what they say from top to bottom; the plainest of the first rows."""
    best: tuple[int, tuple[int, ...], dict[int, list[str]]] | None = None
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        if number in table.hidden_rows or len({cell.first for cell in row if cell.text.strip()}) < _FEWEST:
            continue
        rows = _deep(table, number)
        titles = _titles(table, rows)
        known = {
            one
            for texts in titles.values()
            if (one := _item(texts, kind or PUBLICITY, mapped) or _item(texts, kind or TASKS, mapped))
        }
        if len(known) >= _FEWEST and known & {LAWS, TASK, MEASURE} and (best is None or len(known) > best[0]):
            best = (len(known), rows, titles)
    return best[1:] if best else None


def _deep(table: Table, first: int) -> tuple[int, ...]:
    """Return the rows of the header that begins at a row: as many as its merged cells cover, and those below its groups."""
    rows = [first]
    while len(rows) < _DEEPEST and rows[-1] + 1 < len(table.rows):
        above, below = table.rows[rows[-1]], table.rows[rows[-1] + 1]
        pairs = list(zip(above, below, strict=False))
        tall = any(one.text.strip() and one.first == other.first for one, other in pairs)
        grouped = {one.first for one, two in pairwise(above) if one.first == two.first and one.text.strip()}
        split = any(
            one.first in grouped and other.text.strip() and len(plain(other.text)) <= 12 for one, other in pairs
        )
        bare = all(not other.text.strip() or one.first in grouped or one.first == other.first for one, other in pairs)
        if not (tall or (split and bare)) or all(one.first == other.first for one, other in pairs):
            break
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _titles(table: Table, rows: Sequence[int]) -> dict[int, list[str]]:
    width = max(len(table.rows[row]) for row in rows)
    titles: dict[int, list[str]] = {}
    for index in range(width):
        cells = [table.rows[row][index] for row in rows if index < len(table.rows[row])]
        texts = ["".join(cell.text.split()) for cell in cells if cell.text.strip()]
        titles[index] = list(dict.fromkeys(texts))
    return titles


def _item(texts: Sequence[str], kind: str, mapped: Mapping[str, str]) -> str | None:
    return found[0] if (found := _ranked(texts, kind, mapped)) else None


def _ranked(texts: Sequence[str], kind: str, mapped: Mapping[str, str]) -> tuple[str, int] | None:
    """Return what a column holds: what was said of it, else by its lowest title, then by all together, then by those above."""
    joined = "".join(texts)
    given = next((mapped[one] for one in (*reversed(texts), joined) if one in mapped), None)
    if given:
        return given, -1
    return next((found for one in (*reversed(texts), joined) if (found := item_of(one, kind))), None)


def _kind(title: str, titles: Mapping[int, list[str]]) -> str:
    """Return which list it is, by its title and its columns."""
    said = "".join((title, *(one for texts in titles.values() for one in texts)))
    laws = any(_item(texts, PUBLICITY, {}) == LAWS for texts in titles.values())
    return PUBLICITY if laws and ("普法" in said or "法治宣传" in said or "法律法规" in said) else TASKS


def _columns(titles: Mapping[int, list[str]], kind: str, mapped: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the columns; of several that may be the task, the plainest is it, the others say how it is done."""
    by_letter = {index: item for index in titles if (item := mapped.get(letters(index)))}
    ranked = {
        index: (by_letter[index], -1) if index in by_letter else _ranked(texts, kind, mapped)
        for index, texts in titles.items()
    }
    tasks = sorted((found[1], index) for index, found in ranked.items() if found and found[0] == TASK)
    for _, index in tasks[1:]:
        ranked[index] = (MEASURE, 0)
    if kind == TASKS and not tasks:  # nothing but measures: the first of them is the task
        first = next((index for index, found in ranked.items() if found and found[0] == MEASURE), None)
        if first is not None:
            ranked[first] = (TASK, 0)
    return tuple(
        Column(index, " ".join(texts), found[0] if (found := ranked[index]) else "") for index, texts in titles.items()
    )


def _title(table: Table, header: int) -> str:
    """Return what the list is called: the line above its header, or above the table, that says so."""
    above = [cell.text.strip() for row in table.rows[:header] for cell in row if cell.own and cell.text.strip()]
    lines = [" ".join(line.split()) for line in (*reversed(table.before), *above)]
    named = [line for line in lines if any(word in line for word in _LISTED)]
    return next(iter((*named, *lines)), "")


def _read(here: Found) -> None:
    """Read the rows below the header."""
    table, section = here.table, ""
    start = here.header[-1] + 1 if here.header else 0
    head = _texts(table.rows[here.header[-1]]) if here.header else None
    heads = {tuple(_texts(table.rows[row])) for row in here.header}
    hidden = [letters(index) for index in sorted(table.hidden_columns)]
    if hidden:
        here.told.append((table.name, f"隐藏的列 {'、'.join(hidden)}，没有收；要收的先取消隐藏"))
    gathered: list[tuple[int, str]] = []
    for number in range(start, len(table.rows)):
        row = table.rows[number]
        texts = [cell.text.strip() for cell in row if cell.own and cell.text.strip()]
        place = address(table.name, number, 0)
        if not any(cell.text.strip() for cell in row):
            continue
        if number in table.hidden_rows:
            here.told.append((place, "隐藏的行，没有收；要收的先取消隐藏"))
        elif head is not None and tuple(_texts(row)) in heads:
            here.told.append((place, "又一次的表头，略过"))
        elif texts and _FOOTER.match(texts[0]):
            here.told.append((place, f"“{texts[0][:12]}”是表后的话，没有收，网页上不公开"))
            here.persons.append(f"{table.name}!{number + 1}")
        elif texts and any(_SUM.match(text) for text in texts[:2]):
            here.told.append((place, "合计行，略过"))
        elif _is_section(row, texts, here):
            section = _MARK.sub("", " ".join(texts[0].split())) or texts[0]
        else:
            gathered.append((number, section))
    _gather(here, gathered)
    persons = [column for column in here.columns if column.item == PERSON]
    here.persons += [f"{table.name}!{column.letters}" for column in persons]


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["".join(cell.text.split()) for cell in row]


def _is_section(row: Sequence[Cell], texts: Sequence[str], here: Found) -> bool:
    """Tell whether a row is a heading between rows: one text over the whole row, or alone in it before a numbered mark."""
    firsts = {cell.first for cell in row if cell.text.strip()}
    if len(firsts) != 1 or not texts:
        return False
    whole = sum(bool(cell.text.strip()) for cell in row) > max(1, len(row) // 2)
    main = {column.index for column in here.columns if column.item in (LAWS, TASK)}
    only = next(index for index, cell in enumerate(row) if cell.text.strip())
    return whole or bool(_SECTION.match(texts[0])) or only not in main


def _gather(here: Found, gathered: Sequence[tuple[int, str]]) -> None:
    """Make rows: those whose main cell is one merged cell are one, unless each has a number of its own and its own measure."""
    main = next((column for column in here.columns if column.item in (LAWS, TASK)), None)
    if main is None:
        return
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, section in gathered:
        cell = _at(here.table, number, main.index)
        if cell is None or not cell.text.strip():
            said = "、".join(one.address for one in here.table.rows[number] if one.own and one.text.strip())
            what = f"这一行没有写“{main.title}”，没有收（{said}）；与上一行是一件事的，先在表里合并单元格"
            here.told.append((address(here.table.name, number, main.index), what))
            continue
        key = f"{cell.first} {number}" if _apart(here, number) else cell.first
        groups.setdefault(key, []).append((number, section))
    times = Counter(key.partition(" ")[0] for key in groups)
    for key, rows in groups.items():
        here.rows.append(_row(here, main, rows, times[key.partition(" ")[0]] > 1))


def _apart(here: Found, number: int) -> bool:
    """Tell whether a row has a number of its own beside a cell that says how it is done, which is its own too."""
    own = {
        column.item
        for column in here.columns
        if (cell := _at(here.table, number, column.index)) and cell.own and cell.text.strip()
    }
    return {NUMBER, MEASURE} <= own


def _row(here: Found, main: Column, rows: Sequence[tuple[int, str]], shared: bool) -> Row:
    cells: dict[str, dict[str, Cell]] = {}
    first, section = rows[0]
    for number, _ in rows:
        for column in here.columns:
            cell = _at(here.table, number, column.index)
            if cell and cell.text.strip() and column.index not in here.table.hidden_columns:
                cells.setdefault(column.item or f"?{column.title}", {})[cell.first] = here.table.by_address[cell.first]
    place = address(here.table.name, first, main.index)
    return Row(place, section, {item: tuple(found.values()) for item, found in cells.items()}, shared)


def rows_of(found: Sequence[Found]) -> Iterator[tuple[Found, Row]]:
    """Yield every row of every list."""
    for one in found:
        for row in one.rows:
            yield one, row


def _at(table: Table, row: int, column: int) -> Cell | None:
    cells = table.rows[row]
    return cells[column] if column < len(cells) else None
