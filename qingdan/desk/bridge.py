"""Where the browser's worker comes in: one call, its arguments and its answer as JSON."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from ..edit.slip.apply import Refused
from ..edit.slip.slip import Unreadable
from ..edit.slip.thing import NoThing
from ..site.check import Unproven
from .addresses import Host
from .desk import Desk

DATA = Path("/data")
CALLS = ("jobs", "form", "check", "see", "hand", "select", "take")

_opened: list[Desk] = []


def call(name: str, arguments: str) -> str:
    """Return the answer to a call of the page; `{"error": …}` with a Chinese sentence where it is declined."""
    try:
        answer = _answer(name, json.loads(arguments))
    except Unproven as unproven:
        answer = {"error": f"网站的数据有 {len(unproven.problems)} 处问题，编辑台打不开：{unproven.problems[0]}"}
    except (NoThing, Refused, Unreadable) as reason:
        answer = {"error": str(reason)}
    return json.dumps(answer, ensure_ascii=False)


def _answer(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    if name == "start":
        day = date.fromisoformat(arguments["day"])
        _opened[:] = [Desk(DATA, day, Host(**arguments["host"]))]
        return _opened[0].start()
    if name not in CALLS:
        raise KeyError(name)
    answer: dict[str, Any] = getattr(_opened[0], name)(**arguments)
    return answer
