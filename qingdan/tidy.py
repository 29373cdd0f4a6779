"""Attributes that the theme writes outside its template blocks and that HTML does not allow: removed after the build.

`autocomplete` on checkboxes and an empty `tabindex` (Material 9.8.1, `base.html` and `partials/nav-item.html`).
Data cannot be touched: in it every `<` is escaped, so it never makes up a tag.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_CHECKBOX = re.compile(r'(<input(?=[^<>]*\stype="checkbox")[^<>]*?) autocomplete="off"')
_LABEL = re.compile(r'(<label[^<>]*?) tabindex=""')


def tidied(html: str) -> str:
    """Return a page without the theme's invalid attributes, otherwise unchanged."""
    return _LABEL.sub(r"\1", _CHECKBOX.sub(r"\1", html))


def tidied_pages(folder: Path) -> Iterator[str]:
    """Yield every page below `folder`, rewritten first where the theme left it invalid. Raises OSError."""
    for path in folder.rglob("*.html"):
        html = path.read_bytes().decode()
        if (better := tidied(html)) != html:
            path.write_bytes(better.encode())
        yield better
