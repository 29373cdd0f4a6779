"""Problems as text for people, as annotations for GitHub, as JSON for tools."""

import json
import os.path
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .problem import Problem

FORMATS = ("text", "github", "json")


def announce(problems: Iterable[Problem], form: str) -> str:
    """Return the problems in one of FORMATS; text and github give one line each."""
    if form == "json":
        rows = [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in problems
        ]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    line = _annotation if form == "github" else str
    return "".join(f"{line(problem)}\n" for problem in problems)


def named_from(root: Path, problem: Problem) -> Problem:
    """Return the problem with its file named from `root`, as GitHub wants it; a file elsewhere keeps its name."""
    path = Path(os.path.relpath(problem.place.path, root))
    return problem if ".." in path.parts else replace(problem, place=problem.place._replace(path=path.as_posix()))


def _annotation(problem: Problem) -> str:
    """Return a GitHub workflow command (`::error file=…,line=…,col=…,title=…::message`)."""
    place = problem.place
    attributes = {"file": place.path, "line": place.line, "col": place.column, "title": problem.rule}
    shown = ",".join(f"{name}={_escape(str(value), ':,')}" for name, value in attributes.items())
    return f"::error {shown}::{_escape(problem.message)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
