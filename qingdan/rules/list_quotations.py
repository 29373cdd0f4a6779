"""Words of a body's own list stand in the cell that is named, character for character."""

from collections.abc import Callable, Iterator

from ..model import ListQuote
from ..model.archive import Document
from ..model.load import Data
from ..text.example import Example
from ..text.grid.table import Cell
from ..text.problem import Place, Problem, excerpt, nearest
from ..text.quotation import Found, closest, locate

NAME = "清单原文"
DEMAND = "清单原文须与存档的单位清单里那一格一字不差，是完整的分句或者一行；不公开的格不能引用。"
EXAMPLES = (
    Example(
        "引文: 组织节水宣传周}",
        "引文: 组织节水宣传月}",
        "“组织节水宣传月”：引文不在这一格中（表1!C6）；应为：组织节水宣传周",
        "publicity/publicity.yml",
    ),
    Example(
        "格: 表1!D6, 引文: 宣传处}",
        "格: 表1!E6, 引文: 宣传处}",
        "“宣传处”：引文不在这一格中（表1!E6）；这句话在 表1!D6，请改“格”",
        "publicity/publicity.yml",
    ),
    Example(
        "{文件: tasks-2026, 格: 表1!C6",
        "{文件: tasks-2025, 格: 表1!C6",
        "没有收录“tasks-2025”这份单位清单，最接近的是“tasks-2026”",
        "publicity/publicity.yml",
    ),
)

_LOOKED_AT = 2000


def check(data: Data) -> Iterator[Problem]:
    """Yield quotations of lists that do not stand where they say."""
    for place, words in data.pieces(ListQuote):
        document = data.document(words.document)
        if document is None:
            if f"documents/{words.document}" not in data.known and "documents" not in data.unread:
                known = [one.id for one in data.documents]
                yield Problem(
                    place("文件"), NAME, f"没有收录“{words.document}”这份单位清单，{nearest(words.document, known)}"
                )
            continue
        yield from _quotation(place, document, words)


def _quotation(place: Callable[..., Place], document: Document, words: ListQuote) -> Iterator[Problem]:
    cell = document.cell(words.cell)
    if cell is None:
        addresses = [one.address for one in _cells(document)][:_LOOKED_AT]
        yield Problem(
            place("格"), NAME, f"{document.file} 里没有“{words.cell}”这一格，{nearest(words.cell, addresses)}"
        )
    elif cell.address != words.cell:
        yield Problem(place("格"), NAME, f"“{words.cell}”是合并的格，请写它的第一格 {cell.address}")
    elif not document.shown(cell):
        yield Problem(place("格"), NAME, f"“{words.cell}”不公开（隐藏的，或者登记里写了“不公开”），不能引用")
    elif not isinstance(result := locate(words.quote, cell.paragraph), Found):
        hint = f"；应为：{result.closest}" if result.closest else _elsewhere(document, words.quote)
        reason = result.reason.replace("该段原文", "这一格")
        yield Problem(place("引文"), NAME, f"“{excerpt(words.quote)}”：{reason}（{words.cell}）{hint}")


def _cells(document: Document) -> Iterator[Cell]:
    for table in document.tables:
        yield from (cell for cell in table.filled() if document.shown(cell))


def _elsewhere(document: Document, quote: str) -> str:
    cells = list(_cells(document))[:_LOOKED_AT]
    for cell in cells:
        if isinstance(locate(quote, cell.paragraph), Found):
            return f"；这句话在 {cell.address}，请改“格”"
    for cell in cells:
        if passage := closest(quote, cell.paragraph):
            return f"；最接近的在 {cell.address}：{passage}"
    return "；整份清单也没有相近的话，请从单位清单的网页复制原话"
