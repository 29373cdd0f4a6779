"""A PDF with text in it → its paragraphs: characters put in reading order, the layout's lines joined.

Which lines belong together is read from where they stand: a line that reaches the right margin goes on in the next
one, unless that is indented.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from itertools import chain
from unicodedata import category

import pypdfium2
from pypdfium2 import raw

from ...text.outline.lines import Line
from ...text.outline.marks import line_mark
from .word import Unusable

_MOST_PAGES = 300
_MOST_CHARACTERS = 500_000
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/共]\s*[0-9]{1,4}\s*页?)?[-—–·\s]*")
_NUMBERED = re.compile(r"第[〇零一二三四五六七八九十百千]{1,7}(?:分?编|章|节|条)(?:之[一二三四五六七八九十]{1,3})?")
"""The number of a heading or an article of a law, after which a wide blank is printed."""
_DIGITS = re.compile(r"[0-9]+")
_MOST_STRANGE = 0.05
_OTHERWISE = "请用文字识别（WPS、扫描全能王等）换成文字，对照原件改好，存成 .docx 或 .txt 再试"
_SCAN = f"这个 PDF 里没有文字，是扫描件或图片；{_OTHERWISE}"
_BROKEN = "这个 PDF 打不开，可能坏了或者加了密码；请去掉密码，或用 Word、WPS 打开后另存为 .docx 再试"


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    right: float
    baseline: float
    height: float


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as laid out: its text, its edges, the height of its characters (points)."""

    text: str
    left: float
    right: float
    height: float


def text_of_pdf(content: bytes, one: str = "一份报告") -> tuple[str, list[str]]:
    """Return the text of a PDF, a paragraph a line, and notes in Chinese. Raises Unusable. In: its bytes, what is imported."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > _MOST_PAGES:
                raise Unusable(f"这个 PDF 有 {len(document)} 页，最多 {_MOST_PAGES} 页；{one}没有这么长，请核对文件")
            pages = [_rows(list(_characters(page))) for page in document]
    except pypdfium2.PdfiumError:
        raise Unusable(_BROKEN) from None
    if not any(pages):
        raise Unusable(_SCAN)
    _refuse_unreadable("".join(row.text for rows in pages for row in rows), one)
    notes = ["文字取自 PDF，被排版切断的行已经接上，请对照原件看一遍"]
    if empty := [str(number) for number, rows in enumerate(pages, start=1) if not rows]:
        notes.append(f"第 {'、'.join(empty)} 页没有文字，可能是图片，没有取出")
    running = _running(pages)
    if running:
        notes.append(f"每页都有的页眉、页脚没有取出：{'、'.join(sorted(running))}")
    kept = [[row for row in rows if not _is_running(row, running)] for rows in pages]
    return "".join(f"{line}\n" for line in _joined(list(chain.from_iterable(kept)))), notes


def _refuse_unreadable(text: str, one: str) -> None:
    """Raise Unusable for a text that is too long, or whose fonts do not say what their characters are."""
    if len(text) > _MOST_CHARACTERS:
        raise Unusable(f"这个 PDF 有 {len(text)} 字，最多 {_MOST_CHARACTERS} 字；{one}没有这么长，请核对文件")
    strange = sum(category(one) in ("Cc", "Co", "Cn") or one == "\ufffd" for one in text if one != "\t")
    if strange > len(text) * _MOST_STRANGE:
        raise Unusable(f"这个 PDF 的字体没有写明是什么字，取出来的是乱码；{_OTHERWISE}")


def _characters(page: pypdfium2.PdfPage) -> Iterator[_Character]:
    """Yield what is printed on a page, without white space."""
    text = page.get_textpage()
    for index in range(min(text.count_chars(), _MOST_CHARACTERS + 1)):
        printed = text.get_text_range(index, 1)
        if printed.strip():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield _Character(printed, left, right, y.value, top - bottom)


def _rows(characters: list[_Character]) -> list[_Row]:
    """Return the lines of a page from top to bottom, each read from left to right."""
    lines: list[list[_Character]] = []
    for one in sorted(characters, key=lambda one: -one.baseline):
        if lines and lines[-1][0].baseline - one.baseline < 0.4 * one.height:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [_row(sorted(line, key=lambda one: one.left)) for line in lines]


def _row(line: Sequence[_Character]) -> _Row:
    height = max(one.height for one in line)
    text, edge = "", line[0].left
    for one in line:
        gap = one.left - edge
        if gap > 2 * height:
            text += "\t"
        elif gap > 0.7 * height and _NUMBERED.fullmatch(text):
            text += "\u3000"
        elif gap > 0.2 * height and text[-1:].isascii() and one.text.isascii():
            text += " "
        text += one.text
        edge = max(edge, one.right)
    return _Row(text, line[0].left, edge, height)


def _running(pages: Sequence[Sequence[_Row]]) -> frozenset[str]:
    """Return the heads and feet that stand on more than half of the pages, with their numbers blotted out."""
    ends = Counter(shape for rows in pages for shape in {_shape(row) for row in (*rows[:1], *rows[-1:])})
    return frozenset(shape for shape, count in ends.items() if count > max(1, len(pages) / 2))


def _shape(row: _Row) -> str:
    return _DIGITS.sub("…", row.text)


def _is_running(row: _Row, running: frozenset[str]) -> bool:
    return _shape(row) in running or bool(_PAGE_NUMBER.fullmatch(row.text))


def _joined(rows: Sequence[_Row]) -> Iterator[str]:
    """Yield the paragraphs."""
    left, right = min((row.left for row in rows), default=0), max((row.right for row in rows), default=0)
    text = ""
    for index, row in enumerate(rows):
        text += row.text
        following = rows[index + 1] if index + 1 < len(rows) else None
        if following is None or not _goes_on(row, following, left, right):
            yield text
            text = ""


def _goes_on(row: _Row, following: _Row, left: float, right: float) -> bool:
    closed = Line(0, row.text).is_closed
    if row.left > left + 4 * row.height:  # set to the right, as a signature is
        return False
    full = row.right > right - (1.5 if closed else 4) * row.height
    indented = following.left > left + row.height
    heading = line_mark(Line(0, row.text)) is not None and not Line(0, row.text).has_stop
    begins = (closed or heading) and line_mark(Line(0, following.text)) is not None
    return full and not indented and not begins and "\t" not in row.text + following.text
