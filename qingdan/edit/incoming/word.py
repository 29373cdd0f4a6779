"""A Word document (.docx) → its text, a paragraph or a table's row a line, and a list of what the text does not hold."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

import docx
from docx.document import Document
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from ...text.grid.package import has_doctype
from .changes import changes
from .numbering import Numbering

_MAX_UNPACKED = 100_000_000
_MAX_XML = 20_000_000
_MAX_PARTS = 3000
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PASSED_OVER = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr", "w:rt", "w:pict")} | {
    f"{{{_MARKUP}}}Fallback",
    f"{{{_MATHS}}}oMath",
}
_SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
_BROKEN = "文件坏了，或者不是 Word 的 .docx 文件；请用 Word 打开，另存为 .docx 再试"
_LOST = {
    "图片和图形": "//w:drawing | //w:pict[not(ancestor::mc:Fallback)] | //w:object",
    "文本框": "//w:txbxContent[not(ancestor::mc:Fallback)]",
    "脚注和尾注": "//w:footnoteReference | //w:endnoteReference",
    "批注": "//w:commentReference",
    "公式": "//m:oMath",
    "特殊符号": "//w:sym",
    "页眉和页脚": "//w:headerReference | //w:footerReference",
    "隐藏的文字": "//w:r[w:rPr/w:vanish]",
}


class Unusable(Exception):
    """The file cannot be archived; says why and what to do, in Chinese."""


def text_of(content: bytes, one: str = "一份报告") -> tuple[str, list[str]]:
    """Return the text of a .docx file, and what was lost or worked out, in Chinese. Raises Unusable.

    In: its bytes, and what is imported, as messages call it.
    """
    _examine(content, one)
    try:
        document = docx.Document(io.BytesIO(content))
        numbering = Numbering(document)
        lines = list(_lines(document.element.body, numbering))
        return "".join(f"{line}\n" for line in lines), list(_notes(document, numbering))
    except Exception:  # python-docx and lxml raise whatever a malformed part makes of them
        raise Unusable(_BROKEN) from None


def _examine(content: bytes, one: str) -> None:
    """Refuse what must not be unpacked or parsed: bombs, and XML with a document type declaration."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            unpacked, xml = (sum(part.file_size for part in group) for group in (parts, texts))
            if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or xml > _MAX_XML:
                size = f"{unpacked // 1_000_000} MB、{len(parts)} 个部件"
                raise Unusable(f"文件解压后太大（{size}），不像{one}；请把正文复制到新的 Word 文件，另存后再试")
            if any(has_doctype(archive.read(part)) for part in texts):
                raise Unusable(
                    "文件里带有 DTD 声明，Word 不会这样写，可能有害，没有读取；请用 Word 打开，另存为 .docx 再试"
                )
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, expat.ExpatError):
        raise Unusable(_BROKEN) from None


def _lines(holder: Element, numbering: Numbering) -> Iterator[str]:
    for child in holder:
        if child.tag == qn("w:p"):
            yield f"{numbering.mark(child)}{_text(child)}"
        elif child.tag == qn("w:tbl"):
            for row in _own(child, qn("w:tr")):
                cells = list(_own(row, qn("w:tc")))
                if len(cells) == 1:  # a frame around text, not a row of data
                    yield from _lines(cells[0], numbering)
                else:
                    yield "\t".join(" ".join("\n".join(_lines(cell, numbering)).split()) for cell in cells)
        elif child.tag not in _PASSED_OVER:
            yield from _lines(child, numbering)


def _has_columns(table: Element) -> bool:
    return any(len(list(_own(row, qn("w:tc")))) > 1 for row in _own(table, qn("w:tr")))


def _own(holder: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, also from within content controls; not those of tables inside."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _own(child, tag)


def _text(element: Element) -> str:
    pieces = []
    for child in element:
        if child.tag in _PASSED_OVER or _hidden(child):
            continue
        if child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif sign := _SIGNS.get(child.tag):
            pieces.append("" if child.get(qn("w:type")) in ("page", "column") else sign)
        else:
            pieces.append(_text(child))
    return "".join(pieces)


def _hidden(run: Element) -> bool:
    vanish = run.find("w:rPr/w:vanish", nsmap)
    return vanish is not None and vanish.get(qn("w:val")) not in ("0", "false", "off")


def _notes(document: Document, numbering: Numbering) -> Iterator[str]:
    names = {**nsmap, "mc": _MARKUP, "m": _MATHS}
    for what, path in _LOST.items():
        if count := len(document.element.getroottree().xpath(path, namespaces=names)):
            yield f"{what} {count} 处，没有取出"
    yield from changes(document.element)
    if tables := len([one for one in document.element.iter(qn("w:tbl")) if _has_columns(one)]):
        yield f"表格 {tables} 个，每行写成一行，格与格之间是制表符"
    if numbering.written:
        yield f"自动编号 {numbering.written} 处，照 Word 显示的样子写出，请对照原件核对"
    for form in sorted(numbering.unknown):
        yield f"“{form}”样式的自动编号，没有取出"
