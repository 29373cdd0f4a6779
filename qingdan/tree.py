"""The site as a folder of plain Markdown and files, for engines without hooks and macros.

Each macro is filled in here, as the macros plugin would: into the Markdown, before it becomes HTML. Such engines
take relative links to start where the source file lies, in raw HTML too; so a generated page is its folder's
`index.md`, and the way to the root is counted from the file.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from .folder import offered
from .front import front_matter
from .pages import pages
from .read import decode
from .render import MACROS
from .site import Site

_SWITCH = re.compile(r"^render_macros: .*\n", re.MULTILINE)


def tree(site: Site, docs: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the folder by its path: what lies in `docs`, the generated pages, and `files`.

    Raises OSError, Refused and jinja2.TemplateError; pages that `written` passed raise only OSError.
    """
    for path in offered(docs):
        name = path.relative_to(docs).as_posix()
        is_page = path.suffix == ".md"
        yield name, filled(decode(path, name), site, name).encode() if is_page else path.read_bytes()
    for page in pages(site):
        name = f"{page.path.removesuffix('.md')}/index.md"
        yield name, filled(page.markdown, site, name).encode()
    yield from files.items()


def filled(markdown: str, site: Site, path: str) -> str:
    """Return a page with its macros filled in, to be read by engines that have none; `path` is where it will lie."""
    front = front_matter(markdown, path)
    if not front.macros:
        return markdown
    macros = {name: partial(render, site, root="../" * path.count("/") or "./") for name, render in MACROS.items()}
    jinja = SandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)
    return _SWITCH.sub("", front.head) + jinja.from_string(front.body).render(macros)


def write(contents: Iterator[tuple[str, bytes]], folder: Path) -> set[str]:
    """Write the files of a tree below `folder` and return their paths in it. Raises OSError."""
    names = set()
    for name, content in contents:
        names.add(name)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return names
