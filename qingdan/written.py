"""Hand-written pages in `docs/`: their macro calls are checked before the engine sees them."""

from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from .problem import Place, Problem, nearest
from .read import Refused, decode
from .render import MACROS

RULE = "页面写法"


def problems_in_pages(folder: Path) -> list[Problem]:
    """Return what is wrong with the macro calls of the Markdown pages below `folder`, by file and line."""
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        name = path.as_posix()
        try:
            text = decode(path, name)
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        try:
            unknown = find_undeclared_variables(Environment().parse(text)) - set(MACROS)
        except TemplateSyntaxError as error:
            problems.append(Problem(Place(name, error.lineno), RULE, "“{{ }}”或“{% %}”没有写完整；要照印花括号，请用代码格式以外的写法"))
            continue
        for word in sorted(unknown):
            line = next((number for number, text in enumerate(text.splitlines(), 1) if word in text), 1)
            problems.append(Problem(Place(name, line), RULE, f"没有“{word}”可用，{nearest(word, MACROS)}"))
    return problems
