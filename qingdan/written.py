"""Hand-written pages in `docs/`: their macro calls are checked before the engine sees them."""

import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from .problem import Place, Problem, nearest
from .read import Refused, decode
from .render import MACROS
from .site import Site

RULE = "页面写法"

_CALLS_MACROS = re.compile(r"\A---\n(?:.*\n)*?render_macros: true\n")


def problems_in_pages(folder: Path, site: Site) -> list[Problem]:
    """Return what is wrong with the macro calls of the Markdown pages below `folder`, by file and line."""
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        try:
            text = decode(path, path.as_posix())
        except Refused as refused:
            problems.extend(refused.problems)
        else:
            faults = _faults(text, site) if _CALLS_MACROS.search(text) else ()
            problems.extend(Problem(Place(path.as_posix(), line), RULE, message) for line, message in faults)
    return problems


def _faults(text: str, site: Site) -> Iterator[tuple[int, str]]:
    try:
        page = Environment().parse(text)
    except TemplateSyntaxError as error:
        yield error.lineno, "“{{ }}”或“{% %}”没有写完整，请照别的页面补全"
        return
    for word in sorted(find_undeclared_variables(page) - set(MACROS)):
        line = next(name.lineno for name in page.find_all(nodes.Name) if name.name == word)
        yield line, f"没有“{word}”可用，{nearest(word, MACROS)}"
    for call in page.find_all(nodes.Call):
        known = isinstance(call.node, nodes.Name) and call.node.name in MACROS
        if known and (message := _fault_of_call(call, site)):
            yield call.lineno, message


def _fault_of_call(call: nodes.Call, site: Site) -> str | None:
    """Try the call as the engine will make it; only calls that name a thing are worth rendering here."""
    render = MACROS[call.node.name]
    try:
        arguments = [argument.as_const() for argument in call.args]
        signature(render).bind(site, *arguments, root="")
    except (nodes.Impossible, TypeError):
        return f"“{call.node.name}”括号里的内容不对，请照别的页面写"
    try:
        if arguments:
            render(site, *arguments, root="")
    except KeyError:
        return f"“{call.node.name}”找不到“{arguments[0]}”"
    return None
