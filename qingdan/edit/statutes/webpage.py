"""A saved web page (.html) → the lines of the statute on it: one block a line, without scripts, navigation and buttons."""

import codecs
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...text.folded import folded, visible
from ...text.outline.furniture import is_furniture
from ...text.outline.lines import Line
from ..incoming.word import Unusable

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_CHINESE = ("gb2312", "gbk", "gb18030", "hz", "x-gbk")
_PASSED_OVER = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "nav",
    "footer",
    "aside",
    "button",
    "select",
    "option",
} | {"textarea", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "img", "input"}
_INLINE = (
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i"}
    | {"ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub"}
    | {"sup", "tt", "u", "var", "wbr"}
)
_CELLS = ("td", "th")
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千0-9]{1,8}条")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGER = (7, 40)
"""How much longer than the law's name its title may be: 中华人民共和国 before it; else what a page adds to it."""
_BLANK = re.compile(r"[ \t\r\n\f]+")


def text_of_page(content: bytes, name: str | None) -> tuple[str, list[str]]:
    """Return the statute on a saved page, a block a line, and notes in Chinese. Raises Unusable.

    In: the file's bytes; the name of the law, by which the line is found that the statute begins with, where it is known.
    """
    tree = LexborHTMLParser(_decoded(content))
    body = tree.body
    every = list(_lines(body)) if body else []
    if not any(_ARTICLE.match(visible(line)) for line in every):
        raise Unusable(
            "这个网页里没有“第一条”那样的条文；正文是后来才装进网页的，请在浏览器里选中正文，复制，存成 .txt（UTF-8）再试"
        )
    lines = _statute(every, body, name)
    notes = ["文字取自网页，请对照网页看一遍"]
    if left := len(every) - len(lines):
        notes.append(f"网页上正文以外的 {left} 行（导航、按钮一类）没有取出")
    return "".join(f"{line}\n" for line in lines), notes


def _decoded(content: bytes) -> str:
    """Return a page's text: by its byte order mark, by the charset that it declares, else UTF-8. Raises Unusable."""
    declared = _CHARSET.search(content[:_HEAD])
    named = declared[1].decode().lower() if declared else "utf-8"
    charset = "gb18030" if named in _CHINESE else named
    if content.startswith(BOM_UTF8):
        charset = "utf-8-sig"
    try:
        codecs.lookup(charset)
        text = content.decode(charset)
    except (LookupError, UnicodeError):
        said = f"网页写明的编码是 {named}，" if declared else "网页没有写明编码，"
        raise Unusable(f"{said}照它读不出文字；请用浏览器打开，选中正文，复制，存成 .txt（UTF-8）再试") from None
    if "\0" in text:
        raise Unusable("这个文件不是网页，或者是 UTF-16 编码；请用浏览器打开，选中正文，复制，存成 .txt（UTF-8）再试")
    return text


def _lines(node: LexborNode) -> Iterator[str]:
    """Yield the lines below an element, without empty ones."""
    pieces: list[str] = []
    for piece in _pieces(node):
        if piece is None:
            yield from _line(pieces)
            pieces = []
        else:
            pieces.append(piece)
    yield from _line(pieces)


def _line(pieces: Sequence[str]) -> Iterator[str]:
    line = "".join(pieces).replace("\u00a0", " ").strip(" \t")
    if visible(line):
        yield line


def _pieces(node: LexborNode) -> Iterator[str | None]:
    """Yield the texts below an element, None where a line ends."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield _BLANK.sub(" ", child.text_content or "")
        elif tag == "br":
            yield None
        elif tag in _PASSED_OVER or tag.startswith("-") or _hidden(child):
            continue
        elif tag in _INLINE:
            yield from _pieces(child)
        elif tag == "tr" and (row := _row(child)):
            yield from (None, row, None)
        else:
            yield None
            yield from _pieces(child)
            yield None


def _row(row: LexborNode) -> str:
    """Return the cells of a row of data with tabs between them; empty where it only lays out the page."""
    cells = [list(_lines(cell)) for cell in row.iter() if cell.tag in _CELLS]
    return "\t".join("".join(cell) for cell in cells) if len(cells) > 1 and all(len(cell) < 2 for cell in cells) else ""


def _hidden(node: LexborNode) -> bool:
    return "hidden" in node.attributes or bool(_HIDDEN.search(node.attributes.get("style") or ""))


def _statute(every: Sequence[str], body: LexborNode | None, name: str | None) -> list[str]:
    """Return the lines from the law's title on to the end of the element that holds its articles, without buttons below."""
    held = list(_lines(_holder(body))) if body else []
    first = next(at for at, line in enumerate(every) if _ARTICLE.match(visible(line)))
    start = _start(every, held, first)
    end = len(every) if start is None else start + len(held)
    begin = (start or 0) if name is None else _title(every[: first + 1], name)
    while end > first and is_furniture(Line(0, every[end - 1])):
        end -= 1
    return list(every[begin:end])


def _title(lines: Sequence[str], name: str) -> int:
    """Return the index of the last line that is a law's name; of the last line where there is none."""
    back = range(len(lines) - 1, -1, -1)
    return next((at for more in _LONGER for at in back if _names(lines[at], name, more)), len(lines) - 1)


def _names(line: str, name: str, more: int) -> bool:
    """Tell whether a line is a law's name and at most so many characters more."""
    return folded(name) in folded(line) and len(folded(line)) <= len(folded(name)) + more


def _start(every: Sequence[str], held: Sequence[str], first: int) -> int | None:
    """Return where the lines of the holder begin among all lines; None where they are not those with the first article."""
    starts = (at for at in range(first + 1) if every[at] == held[0] and at + len(held) > first)
    return next((at for at in starts if list(every[at : at + len(held)]) == list(held)), None)


def _holder(body: LexborNode) -> LexborNode:
    """Return the deepest element that holds every line that begins an article."""
    holder, wanted = body, _articles(body)
    while deeper := next((one for one in holder.iter() if _articles(one) == wanted), None):
        if len(list(_lines(deeper))) == 1:  # the paragraph of the only article
            break
        holder = deeper
    return holder


def _articles(node: LexborNode) -> int:
    if (node.tag or "") in _PASSED_OVER or (node.tag or "").startswith("-") or _hidden(node):
        return 0
    return sum(1 for line in _lines(node) if _ARTICLE.match(visible(line)))
