"""What a preview's pages have besides: the fault that keeps them at the last good state, and leave to reload themselves.

MkDocs reloads a page by an inline script, which the site's own security policy forbids.
"""

import posixpath
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from markupsafe import escape


def telling(app: WSGIApplication, fault: Callable[[], str], root: str, make: Callable[[str], bool]) -> WSGIApplication:
    """Return an application that answers as `app` does, with the lines of `fault()`, if any, at the top of each page.

    In: the address at which the site begins; `make` makes the file at a path of the site where that waits to be made, and
    tells whether it did: then what `app` said before is old.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            started.extend((status, headers))
            return lambda _: None

        path, content = _path_of(environ["PATH_INFO"], root), None
        while make(path) or content is None:
            started.clear()
            content = b"".join(app(environ, start))
        status, headers = started
        if Headers(headers).get("Content-Type", "").startswith("text/html"):
            content = _previewed(content, fault().splitlines())
            Headers(headers)["Content-Length"] = str(len(content))
        start_response(status, headers)
        return [content]

    return answer


def _path_of(asked: str, root: str) -> str:
    """Return the path of the file that is asked for, from the site's folder."""
    address = asked.encode("latin-1").decode("utf-8", "ignore")
    path = posixpath.normpath(f"/{address.removeprefix(root)}").lstrip("/")
    return posixpath.join(path, "index.html") if address.endswith("/") else path


def _previewed(page: bytes, fault: list[str]) -> bytes:
    page = page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'", 1)
    if not fault:
        return page
    notice = "".join(f"<li>{escape(line)}</li>" for line in fault)
    head, body, rest = page.partition(b"<body")
    tag, end, rest = rest.partition(b">")
    return head + body + tag + end + f'<ul class="md-typeset" role="alert">{notice}</ul>'.encode() + rest
