"""What Firefox and WebKit are driven by alike: WebDriver runs a script, and an answer is a value or an error."""

import socket
from collections.abc import Sequence
from typing import Any

from .window import Failed


def asynchronous(script: str, arguments: Sequence[object]) -> dict[str, Any]:
    """Return the parameters of WebDriver's "execute async script" for the body of an async function."""
    body = f"""const done = arguments[arguments.length - 1];
      (async function () {{ {script} }})(...arguments).then(value => done([value]), error => done(String(error)));"""
    return {"script": body, "args": list(arguments)}


def returned(answer: Any) -> Any:
    """Return what such a script returned. Raises Failed with what it raised."""
    if not isinstance(answer, list):
        raise Failed(answer)
    return answer[0]


def free_port() -> int:
    """Return a port of this machine that nothing listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
