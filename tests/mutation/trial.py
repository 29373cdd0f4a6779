"""Tests run against a changed source, in a forked child in which only what depends on the change is imported again."""

import ast
import io
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2
import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 60
_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no")


class Verdict(Enum):
    """What the tests say of a change."""

    KILLED = "被测试发现"
    SURVIVED = "没有测试发现"
    UNTRIED = "测试没有运行起来"


_MEANING = {pytest.ExitCode.OK: Verdict.SURVIVED, pytest.ExitCode.TESTS_FAILED: Verdict.KILLED}


@dataclass(frozen=True, slots=True)
class Trial:
    """A file, a Python module or a template, the source that stands in its place, and the tests to run with it."""

    file: Path
    source: str
    tests: tuple[str, ...]


def verdicts(trials: Iterable[Trial]) -> Iterator[Verdict]:
    """Run trials and yield what becomes of each, in their order; the wait for one leaves no processor idle."""
    _imports()  # once for all children
    running: deque[int] = deque()
    for one in trials:
        if len(running) > (os.cpu_count() or 1):
            yield _verdict(running.popleft())
        running.append(_start(one))
    yield from map(_verdict, running)


def _start(one: Trial) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if not child:
        status = pytest.ExitCode.INTERNAL_ERROR
        with suppress(BaseException):
            status = _run(one.file, one.source, list(one.tests))
        os._exit(status)
    return child


def _verdict(child: int) -> Verdict:
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return Verdict.KILLED  # by the alarm: it never ends, which a person would see too
    return _MEANING.get(os.WEXITSTATUS(status), Verdict.UNTRIED)


def _run(file: Path, source: str, tests: list[str]) -> int:
    signal.alarm(SECONDS)
    sys.stdout = sys.stderr = io.StringIO()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    _put(ROOT / file, source)
    for name in (*dependents(module_name(file)), *filter(_of_tests, list(sys.modules))):
        _forget(name)
    with TemporaryDirectory() as own:  # children would clear away each other's numbered folders
        return pytest.main([*_OPTIONS, f"--basetemp={own}/tests", *tests])


def _of_tests(name: str) -> bool:
    """Tell whether a module is a test's, which holds on to what it has imported."""
    return name.partition(".")[0] in ("tests", "conftest") or name.endswith("_test")


def _forget(name: str) -> None:
    """Let a module be imported anew; its package must not know it either."""
    package, _, own = name.rpartition(".")
    sys.modules.pop(name, None)
    with suppress(KeyError, AttributeError):
        delattr(sys.modules[package], own)


def _put(path: Path, source: str) -> None:
    """Let Python and Jinja find `source` where they look for `path`."""
    read_code, read_template = SourceFileLoader.get_code, jinja2.FileSystemLoader.get_source

    def get_code(loader: SourceFileLoader, name: str) -> object:
        return compile(source, loader.path, "exec") if Path(loader.path) == path else read_code(loader, name)

    def get_source(loader: jinja2.FileSystemLoader, environment: jinja2.Environment, name: str) -> tuple:
        _, found, fresh = read_template(loader, environment, name)
        return (source if Path(found) == path else _, found, fresh)

    SourceFileLoader.get_code, jinja2.FileSystemLoader.get_source = get_code, get_source


def module_name(file: Path) -> str:
    """Return the name under which a file of the project is imported; of a template, the module that keeps it."""
    if file.suffix == ".html":
        return "qingdan.render.template"
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def dependents(name: str) -> set[str]:
    """Return the modules that import a module, themselves or through others, and the module itself."""
    found, waiting = set(), [name]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += [other for other, imported in _imports().items() if module in imported]
    return found


@cache
def _imports() -> dict[str, set[str]]:
    files = [
        path.relative_to(ROOT) for path in (*ROOT.glob("qingdan/**/*.py"), ROOT / "macros.py", ROOT / "conftest.py")
    ]
    found = {module_name(file): set(_imported(file)) for file in files}
    found["qingdan.rules"] |= {name for name in found if name.startswith("qingdan.rules.")}  # whatever lies there
    return found


def _imported(file: Path) -> Iterator[str]:
    package = (*file.parent.parts,)
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join((*package[: len(package) - node.level + 1], *filter(None, [node.module])))
                if node.level
                else node.module
            )
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)
