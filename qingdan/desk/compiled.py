"""Python compiled for the browser's Python, with the Node.js that brought it: the desk is ready in half the time."""

import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from ..source.files import digest
from ..text.zipped import zipped

_SCRIPT = Path(__file__).with_name("runtime") / "compile.mjs"
_SECONDS = 120


def compiled(runtime: Path, name: str, contents: Collection[tuple[str, bytes]]) -> bytes:
    """Return a zip of files, each with its path, the .py files compiled; without Node.js as they are, which works too.

    What was compiled is kept in `runtime` under `name` until the files change.
    """
    node = shutil.which("node")
    folder = runtime / "compiled"
    version = digest([(_SCRIPT.name, _SCRIPT.read_bytes()), *sorted(contents)])
    kept = folder / f"{name}-{version}.zip"
    if kept.is_file():
        return kept.read_bytes()
    archive = zipped(contents, level=9)
    if node is None:
        return archive
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=folder) as work:
        given, made = Path(work, "in.zip"), Path(work, "out.zip")
        given.write_bytes(archive)
        pyodide = runtime / "node_modules" / "pyodide"
        try:
            subprocess.run([node, _SCRIPT, pyodide, given, made], check=True, capture_output=True, timeout=_SECONDS)
            content = made.read_bytes()
        except (subprocess.SubprocessError, OSError):
            return archive
        for old in folder.glob(f"{name}-*.zip"):
            old.unlink(missing_ok=True)
        made.replace(kept)
    return content
