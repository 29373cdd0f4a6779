"""Python compiled for the browser's Python, with the Node.js that brought it: the desk is ready in half the time."""

import hashlib
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_SCRIPT = Path(__file__).with_name("runtime") / "compile.mjs"
_SECONDS = 120


def compiled(runtime: Path, name: str, archive: bytes) -> bytes:
    """Return a zip with its .py files compiled; without Node.js the zip as it is, which works too.

    What was compiled is kept in `runtime` under `name` until the zip changes.
    """
    node = shutil.which("node")
    version = hashlib.sha256(_SCRIPT.read_bytes() + archive).hexdigest()[:16]
    folder = runtime / "compiled"
    kept = folder / f"{name}-{version}.zip"
    if kept.is_file():
        return kept.read_bytes()
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
