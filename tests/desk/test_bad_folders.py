"""Bad data is refused in the browser as it is here: the same problems at the same places in the same words."""

import base64
import json
import shutil
from pathlib import Path

import pytest

from conftest import AS_OF, SECOND
from qingdan.site.check import problems_in
from tests.bad.refused import REFUSED

PAGE = '<!doctype html><meta charset="utf-8"><title>probe</title>'
ASK = """async (cases) => {
  const {loadPyodide} = await import("../a/b/edit/runtime/pyodide.mjs");
  const pyodide = await loadPyodide({indexURL: new URL("../a/b/edit/runtime/", location.href).href});
  const core = await (await fetch("../a/b/edit/core.zip")).arrayBuffer();
  pyodide.unpackArchive(core, "zip", {extractDir: "/packages"});
  pyodide.globals.set("cases", cases);
  return pyodide.runPython(`
import base64, json, sys
from datetime import date
from pathlib import Path
from shutil import rmtree
sys.path.insert(0, "/packages")
from qingdan.site.check import problems_in

def problems(files):
    rmtree("/case", ignore_errors=True)
    for path, content in files.items():
        Path("/case", path).parent.mkdir(parents=True, exist_ok=True)
        Path("/case", path).write_bytes(base64.b64decode(content))
    return [str(problem) for problem in problems_in(Path("/case"), date(DAY))]

json.dumps([problems(files) for files in json.loads(cases)])`.replace("DAY", "2026, 11, 23"));
}"""


MOST = 300_000
"""Bytes of a folder that is tried: what is refused for its size takes long where Python runs in a browser."""


def files_of(folder: Path) -> dict[str, bytes] | None:
    """Return the files of a data folder; None where it holds what no zip carries (links, pipes, what is closed) or too much."""
    paths = [path for path in sorted(folder.rglob("*")) if not path.is_dir() or path.is_symlink()]
    if not all(path.is_file() and not path.is_symlink() and path.stat().st_mode & 0o400 for path in paths):
        return None
    try:
        files = {path.relative_to(folder).as_posix().encode().decode(): path.read_bytes() for path in paths}
        return files if sum(map(len, files.values())) <= MOST else None
    except (OSError, UnicodeError):
        return None


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """The bad folders of tests/bad: their files, and the problems that they have here, without the folder's name."""
    found = {}
    for number, (name, (change, _)) in enumerate(REFUSED.items()):
        folder = tmp_path_factory.mktemp("bad") / str(number)
        shutil.copytree(SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
        change(folder)
        if files := files_of(folder):
            told = [str(problem).replace(folder.as_posix(), "/case") for problem in problems_in(folder, AS_OF)]
            found[name] = files, told
        shutil.rmtree(folder, ignore_errors=True)
    return found


def test_bad_folders_have_the_same_problems_in_the_browser(cases, root, address, folder, browser):
    (root / "probe").mkdir()
    (root / "probe/index.html").write_text(PAGE, encoding="utf-8")
    tab = browser.new_page()
    tab.set_default_timeout(0)
    tab.goto(f"{address.removesuffix('a/b/')}probe/index.html")
    given = [
        {path: base64.b64encode(content).decode() for path, content in files.items()} for files, _ in cases.values()
    ]
    said = json.loads(tab.evaluate(ASK, json.dumps(given)))
    here = {name: told for name, (_, told) in cases.items()}
    differing = {name: (told, there) for (name, told), there in zip(here.items(), said, strict=True) if told != there}
    assert differing == {}
    assert here
    assert all(here.values())
