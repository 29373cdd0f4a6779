"""Macro calls of a page. Only `{{ name('…', 1) }}` is let through: any other Jinja could run any command while the site is built."""

import re
from ast import literal_eval
from collections.abc import Iterator
from inspect import signature

from ...render import MACROS
from ...site.site import Site
from ...text.characters import places
from ...text.problem import nearest
from .fault import Fault

PLACEHOLDER = "qingdanmacro"
"""What stands for a call while the Markdown around it is checked: a word that Markdown leaves alone."""

_ARGUMENT = r"""'[^'"\\{}\n]*'|"[^'"\\{}\n]*"|[0-9]{1,9}"""
_CALL = re.compile(rf"\{{\{{ *([A-Za-z_]\w*)\(((?:{_ARGUMENT})(?:, *(?:{_ARGUMENT}))*)?\) *\}}\}}", re.ASCII)
_MARK = re.compile(r"\{[{%#]")
_HOW = "只能写成 {{ 名字() }} 或 {{ 名字('…') }}，请照别的页面写"


def without_calls(body: str) -> str:
    """Return the page with PLACEHOLDER for each call that `faults_in_calls` may let through."""
    return _CALL.sub(PLACEHOLDER, body)


def faults_in_calls(body: str, site: Site) -> Iterator[Fault]:
    """Yield each place where Jinja would do anything but call one known macro with plain texts and numbers."""
    place = places(body, "")
    marks = list(_MARK.finditer(body))
    if not marks:
        yield Fault(1, 1, "这一页没有用到“{{ … }}”，请删去开头的 render_macros: true")
    end = 0
    for mark in marks:
        if mark.start() < end:
            continue
        at = place(mark.start())
        call = _CALL.match(body, mark.start())
        end = call.end() if call else mark.end()
        unread = f"“{{{{ }}}}”没有写完整，或者写了别的东西；{_HOW}" if mark[0] == "{{" else f"不能用“{mark[0]}”；{_HOW}"
        if message := _fault_of(call, site) if call else unread:
            yield Fault(at.line, at.column, message)


def _fault_of(call: re.Match[str], site: Site) -> str | None:
    """Try the call as the engine will make it; only calls that name a thing are worth rendering here."""
    name, inside = call[1], call[2]
    if name not in MACROS:
        return f"没有“{name}”可用，{nearest(name, MACROS)}"
    arguments: tuple[str | int, ...] = literal_eval(f"({inside},)") if inside else ()
    try:
        signature(MACROS[name]).bind(site, *arguments, root="")
    except TypeError:
        return f"“{name}”括号里的内容不对，请照别的页面写"
    try:
        if arguments:
            MACROS[name](site, *arguments, root="")
    except (LookupError, TypeError, ValueError, StopIteration):
        return f"“{name}”找不到“{arguments[0]}”"
    return None
