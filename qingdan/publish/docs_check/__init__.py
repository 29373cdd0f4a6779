"""Hand-written pages in `docs/`: what a page may hold is checked before any engine sees it.

The engine runs the macro calls of a page without a sandbox, and Markdown lets any HTML through; so a page may hold
nothing but Markdown, a few plain elements, links to known places and calls of the macros by name (SECURITY.md).
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from ...site.site import Site
from ...source.front import RULE, Front, cut
from ...source.read import MAX_PROBLEMS, Refused, decode
from ...text.characters import forbidden
from ...text.problem import Place, Problem
from .calls import faults_in_calls, without_calls
from .fault import Fault
from .files import problems_in_files
from .markup import faults_in_markup
from .size import faults_in_size


def problems_in_pages(folder: Path, site: Site) -> list[Problem]:
    """Return what is wrong with the files and the Markdown pages below `folder`, by file, line and column."""
    problems, readable = problems_in_files(folder, site)
    for path in readable:
        if path.suffix == ".md":
            problems.extend(_problems_in_page(path, folder, site))
    return sorted(set(problems))


def _problems_in_page(path: Path, folder: Path, site: Site) -> Iterator[Problem]:
    name = path.as_posix()
    try:
        text = decode(path, name)
        faults = list(faults_in_size(text))
        if not faults:
            front, problems = cut(text, name)
            yield from problems
            faults = list(_faults_in_body(front, PurePosixPath(path.relative_to(folder)), site))
    except Refused as refused:
        yield from refused.problems
        return
    yield from islice(forbidden(text, name), MAX_PROBLEMS)
    yield from (Problem(Place(name, line, column), RULE, message) for line, column, message in faults)


def _faults_in_body(front: Front, page: PurePosixPath, site: Site) -> Iterator[Fault]:
    above = front.head.count("\n") - 1
    body = f"\n{front.body}"
    faults = list(faults_in_calls(body, site)) if front.macros else []
    faults += faults_in_markup(without_calls(body) if front.macros else body, page, site)
    yield from (Fault(above + line, column, message) for line, column, message in faults)
