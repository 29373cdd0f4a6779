"""修订: what was struck and inserted in a Word document whose changes are still tracked."""

from collections.abc import Iterator

from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from ...text.problem import excerpt

_TOLD = 5
_SHORT = 20


def changes(document: Element) -> Iterator[str]:
    """Yield notes on the tracked changes, with the words: the text is taken as if all were accepted."""
    struck = _words(document, ("w:del", "w:moveFrom"))
    if struck:
        yield f"修订时删去的文字 {len(struck)} 处，没有取出：{_told(struck)}；要保留的，请先在 Word 里拒绝修订"
    inserted = _words(document, ("w:ins", "w:moveTo"))
    if inserted:
        yield f"修订时加上的文字 {len(inserted)} 处，已经取出：{_told(inserted)}；不要的，请先在 Word 里拒绝修订"


def _words(document: Element, tags: tuple[str, ...]) -> list[str]:
    """Return the words of each change of these kinds, in the order of the document; marks without words are none."""
    found = []
    for change in document.iter(*(qn(tag) for tag in tags)):
        texts = change.iterfind(".//w:t", nsmap), change.iterfind(".//w:delText", nsmap)
        if words := "".join(text.text or "" for kind in texts for text in kind).strip():
            found.append(words)
    return found


def _told(words: list[str]) -> str:
    return "、".join(f"“{excerpt(one, _SHORT)}”" for one in words[:_TOLD]) + "等" * (len(words) > _TOLD)
