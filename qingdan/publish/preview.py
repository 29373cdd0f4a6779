"""What a preview's pages have besides: the fault that keeps them at the last good state, and leave to reload themselves.

MkDocs reloads a page by an inline script, which the site's own security policy forbids.
"""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from markupsafe import escape


def telling(app: WSGIApplication, fault: Callable[[], str]) -> WSGIApplication:
    """Return an application that answers as `app` does, with the lines of `fault()`, if any, at the top of each page."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            started.extend((status, headers))
            return lambda _: None

        content = b"".join(app(environ, start))
        status, headers = started
        if Headers(headers).get("Content-Type", "").startswith("text/html"):
            content = _previewed(content, fault().splitlines())
            Headers(headers)["Content-Length"] = str(len(content))
        start_response(status, headers)
        return [content]

    return answer


def _previewed(page: bytes, fault: list[str]) -> bytes:
    page = page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'", 1)
    if not fault:
        return page
    notice = "".join(f"<li>{escape(line)}</li>" for line in fault)
    head, body, rest = page.partition(b"<body")
    tag, end, rest = rest.partition(b">")
    return head + body + tag + end + f'<ul class="md-typeset" role="alert">{notice}</ul>'.encode() + rest
