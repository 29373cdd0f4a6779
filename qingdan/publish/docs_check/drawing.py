"""Drawings (SVG), read as the browser reads them, as XML, and held against a list of plain shapes and their properties."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from ...text.problem import excerpt, printable
from .fault import Fault

_SVG = "http://www.w3.org/2000/svg"
_ELEMENT = re.compile(
    r"svg|g|defs|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|linearGradient|radialGradient|stop"
)
_PROPERTY = re.compile(
    r"id|class|role|lang|version|baseProfile|viewBox|preserveAspectRatio|aria-(?:label|labelledby|hidden|describedby)|"
    r"width|height|d|points|[xyr]|[xy][12]|[rcf][xy]|transform|color|opacity|offset|fill(?:-opacity|-rule)?|clip-rule|"
    r"stroke(?:-width|-opacity|-linecap|-linejoin|-miterlimit|-dasharray|-dashoffset)?|stop-(?:color|opacity)|"
    r"gradient(?:Units|Transform)|font-(?:family|size|weight)|text-anchor|dominant-baseline|textLength|lengthAdjust"
)
_ASKING = re.compile(r"\\|(?:url|src|image|image-set|element|var)\s*\(", re.IGNORECASE)
_OWN_PART = re.compile(r"url\(#[\w-]+\)")


class _Met(Exception):
    """What is no plain shape has been met; carries the fault."""


def fault_of_drawing(svg: bytes) -> Fault | None:
    """Return the first thing in a drawing that could run, load or stand for something else; None for plain shapes."""
    parser = expat.ParserCreate("utf-8", " ")

    def refuse(what: str) -> None:
        message = f"图里有 {printable(excerpt(what))}，打开时可能运行程序或引用别处；请只留图形"
        raise _Met(Fault(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, message))

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            refuse(f"编码 {encoding}")

    def element(name: str, attributes: dict[str, str]) -> None:
        for what in _active_parts(name, attributes):
            refuse(what)

    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = lambda *_: refuse("<!DOCTYPE")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"<?{target}")
    parser.StartElementHandler = element
    try:
        parser.Parse(svg, True)
    except _Met as met:
        fault: Fault = met.args[0]
        return fault
    except expat.ExpatError as error:
        return Fault(error.lineno, error.offset + 1, "这张图不是完整的 SVG（XML，UTF-8）；请用画图程序重新存为 SVG")
    return None


def _active_parts(name: str, attributes: dict[str, str]) -> Iterator[str]:
    space, _, tag = name.rpartition(" ")
    if space != _SVG or not _ELEMENT.fullmatch(tag):
        yield f"<{tag}>"
    for attribute, value in attributes.items():
        if not _PROPERTY.fullmatch(attribute):
            yield attribute.rpartition(" ")[2]
        if not attribute.startswith("aria-") and _ASKING.search(value) and not _OWN_PART.fullmatch(value):
            yield f"{attribute}={value}"
