"""What the desk runs on in a browser, as files of the site: Python, this program, what it is built on, the data.

The same locks, program and data give the same bytes: the site is compared byte for byte.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PathDistribution, distribution
from io import BytesIO
from pathlib import Path

from ..source.files import data_files
from ..text.zipped import zipped
from .compiled import compiled

PACKAGE = Path(__file__).parent.parent
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
BROWSER_WHEELS = ("annotated-types", "pydantic", "pydantic-core", "typing-extensions", "typing-inspection")
"""Locked in `runtime/requirements.txt`: one of them is compiled, and only for a browser."""
PURE = ("jinja2", "markupsafe", "pyyaml")
"""Taken from where this program runs, without what is compiled for this machine: they do without it."""

_COMPILED = ".cpython-314-wasm32-emscripten.so"
_LEFT_OUT = ("pydantic/v1/", "pydantic/mypy.py", "annotated_types/test_cases.py", "yaml/cyaml.py", "_yaml/")
"""Of the packages: what only other programs need, or what needs a compiled part that is not there."""
_UNUSED_STDLIB = re.compile(
    r"(multiprocessing|_pyrepl|unittest|xmlrpc|wsgiref|ensurepip|tomllib|pydoc_data|sqlite3|curses|dbm|venv)/"
    r"|(pdb|bdb|cmd|pydoc|doctest|pickletools|_pyio|_pydatetime|mailbox|imaplib|smtplib|ftplib|poplib|statistics"
    r"|optparse|c?[pP]rofile|pstats|plistlib|webbrowser|tarfile|modulefinder|antigravity|this)\.py$"
    r"|encodings/(cp(?!437)|mac_|iso8859_(?!1\.)|iso2022|koi8|euc_|shift|big5|johab|hp_roman|kz1048|ptcp154|tis_620)"
)
"""Of Python's library: servers, mail, terminals, tests, and the encodings of other scripts than Chinese."""
_NOT_THE_CORE = ("commands/", "publish/", "cli.py", "__main__.py", "desk/pack.py", "desk/compiled.py", "desk/runtime/")
"""Of this program: what makes a site or reads a command line. A browser does neither."""


def present(runtime: Path) -> bool:
    """Return whether `.ci/desk` could bring what the desk runs on to `runtime`."""
    return all((_pyodide(runtime) / name).is_file() for name in PYODIDE) and (runtime / "python").is_dir()


def files(runtime: Path, data: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the desk below `edit/`, with its path; `runtime` is what `.ci/desk` made. Raises OSError."""
    packages = _packages(runtime)
    core = compiled(runtime, "core", [*_own(), *(file for package in packages for file in _contents(package))])
    entries = zipped(data_files(data), level=9)
    python = {name: (_pyodide(runtime) / name).read_bytes() for name in PYODIDE}
    python["pyodide-lock.json"], version = _bare(python["pyodide-lock.json"])
    python["python_stdlib.zip"] = compiled(runtime, "stdlib", _used(python["python_stdlib.zip"]))
    for name, content in python.items():
        yield f"edit/runtime/{name}", content
    yield "edit/core.zip", core
    yield "edit/data.zip", entries
    yield "edit/licences.txt", _licences(runtime, version, packages).encode()
    fetched = [core, entries, *(content for name, content in python.items() if not name.endswith(".mjs"))]
    size = sum(map(len, fetched))  # the worker tells how much of it has come; scripts it cannot count
    yield "edit/core.json", _json({"core": _short(core), "data": _short(entries), "bytes": size})


def _pyodide(runtime: Path) -> Path:
    return runtime / "node_modules" / "pyodide"


def _bare(lock: bytes) -> tuple[bytes, str]:
    """Return Pyodide's lock without the packages it could fetch from elsewhere, and the version of its Python."""
    about = json.loads(lock)["info"]
    return _json({"info": about, "packages": {}}), about["python"]


def _used(library: bytes) -> list[tuple[str, bytes]]:
    """Return the files of Python's library but for those that the desk has no use for."""
    with zipfile.ZipFile(BytesIO(library)) as given:
        names = [name for name in given.namelist() if not name.endswith("/") and not _UNUSED_STDLIB.match(name)]
        return [(name, given.read(name)) for name in names]


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True).encode() + b"\n"


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _packages(runtime: Path) -> list[Distribution]:
    """Return the packages in `core.zip`. Raises FileNotFoundError where one is not there."""
    brought = {one.stem.partition("-")[0]: one for one in (runtime / "python").glob("*.dist-info")}
    try:
        wheels: list[Distribution] = [PathDistribution(brought[name.replace("-", "_")]) for name in BROWSER_WHEELS]
    except KeyError as missing:
        raise FileNotFoundError(f"{runtime} 里没有 {missing.args[0]}") from None
    return sorted([*wheels, *map(distribution, PURE)], key=lambda one: one.metadata["Name"].lower())


def _contents(package: Distribution) -> Iterator[tuple[str, bytes]]:
    """Yield what a browser imports of a package, and its licences."""
    for file in package.files or ():
        name = file.as_posix()
        used = name.endswith((".py", _COMPILED)) and not name.startswith(("..", *_LEFT_OUT))
        if used or _is_licence(name):
            yield name, Path(str(file.locate())).read_bytes()


def _is_licence(name: str) -> bool:
    folder, _, last = name.rpartition("/")
    return ".dist-info" in folder and last.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def _own() -> Iterator[tuple[str, bytes]]:
    """Yield this program as far as a browser runs it."""
    for file in PACKAGE.rglob("*"):
        name = file.relative_to(PACKAGE).as_posix()
        if file.is_file() and not name.startswith(_NOT_THE_CORE) and _is_own(file):
            yield f"{PACKAGE.name}/{name}", file.read_bytes()


def _is_own(file: Path) -> bool:
    return "__pycache__" not in file.parts and not file.name.startswith(".") and not file.name.endswith("_test.py")


def _licences(runtime: Path, python: str, packages: Iterable[Distribution]) -> str:
    """Return what of others runs on the desk: name, version, licence, place of its source, texts of the licences."""
    pyodide = json.loads((_pyodide(runtime) / "package.json").read_text("utf-8"))
    told = [
        "编辑台在浏览器里运行的、别人写的程序。每一项：名称、版本、许可，再是它的许可全文。",
        f"Pyodide {pyodide['version']}：{pyodide['license']}。源代码：{pyodide['homepage']}",
        f"Python {python}（在 Pyodide 里，含标准库）：PSF-2.0。源代码：https://github.com/python/cpython",
    ]
    for package in packages:
        texts = [text for name, text in _contents(package) if _is_licence(name)]
        told.append(f"{package.metadata['Name']} {package.version}：{_licence(package)}")
        told += [text.decode().strip() for text in texts]
    return "\n\n".join(told) + "\n"


def _licence(package: Distribution) -> str:
    about = package.metadata
    named = [about[key] for key in ("License-Expression", "License") if key in about]
    sorts = [sort.rpartition(" :: ")[2] for sort in about.get_all("Classifier") or () if sort.startswith("License ::")]
    return (named or sorts or ["见下"])[0]
