"""Footnotes of a Word document: the part that holds them (ECMA-376 part 1, 17.11), which python-docx does not write."""

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from lxml.etree import _Element, tostring

TEXT, MARK = "FootnoteText", "FootnoteReference"
"""The ids of the styles of a footnote's text and of its number."""

_RULES = ("separator", "continuationSeparator")
"""The two rules above footnotes; they are footnotes themselves, numbered below 1."""


class Footnotes:
    """The footnotes of one document, numbered from 1 in the order in which they are added."""

    def __init__(self) -> None:
        self._root: _Element = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, rule in enumerate(_RULES, -1):
            self._root.append(_footnote(number, _paragraph(_run(OxmlElement(f"w:{rule}"))), kind=rule))
        self._last = 0

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put the number of a new footnote at the end of `paragraph`."""
        self._last += 1
        paragraph._p.append(_run(_numbered("w:footnoteReference", self._last), style=MARK))
        words = OxmlElement("w:t")
        words.text = f" {text}"
        words.set(qn("xml:space"), "preserve")
        number = _run(OxmlElement("w:footnoteRef"), style=MARK)
        self._root.append(_footnote(self._last, _paragraph(number, _run(words), style=TEXT)))

    def put_into(self, document: Document) -> None:
        """Make the footnotes a part of the document, and name the rules in its settings, as Word does."""
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            tostring(self._root, encoding="UTF-8", standalone=True),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        named = OxmlElement("w:footnotePr")
        for number, _ in enumerate(_RULES, -1):
            named.append(_numbered("w:footnote", number))
        settings = document.settings.element
        after = settings.find(qn("w:compat"))
        settings.insert(len(settings) if after is None else settings.index(after), named)


def _numbered(tag: str, number: int) -> _Element:
    element = OxmlElement(tag)
    element.set(qn("w:id"), str(number))
    return element


def _footnote(number: int, paragraph: _Element, kind: str = "") -> _Element:
    element = _numbered("w:footnote", number)
    if kind:
        element.set(qn("w:type"), kind)
    element.append(paragraph)
    return element


def _paragraph(*runs: _Element, style: str = "") -> _Element:
    return _styled("p", runs, style)


def _run(content: _Element, style: str = "") -> _Element:
    return _styled("r", (content,), style)


def _styled(kind: str, contents: Iterable[_Element], style: str) -> _Element:
    """Return a paragraph (p) or a run (r) with its contents, its style named where there is one."""
    element = OxmlElement(f"w:{kind}")
    if style:
        properties, named = OxmlElement(f"w:{kind}Pr"), OxmlElement(f"w:{kind}Style")
        named.set(qn("w:val"), style)
        properties.append(named)
        element.append(properties)
    element.extend(contents)
    return element
