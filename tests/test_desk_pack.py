"""What the desk runs on in a browser: its files are the same each time, and nothing is in them that has no place there."""

import json
import re
import shutil
import subprocess
import zipfile
from importlib.metadata import requires, version
from io import BytesIO
from pathlib import Path

import pytest

from qingdan.desk.compiled import compiled
from qingdan.desk.pack import BROWSER_WHEELS, PACKAGE, PURE, PYODIDE, files, present
from qingdan.text.zipped import zipped

RUNTIME = Path(".venv/desk")
DATA = Path("tests/fixtures/first")
LOCKED = dict(re.findall(r"^([a-z-]+)==(\S+)", (PACKAGE / "desk/runtime/requirements.txt").read_text("utf-8"), re.M))


def _installed(runtime: Path, name: str, release: str, parts: dict[str, str]) -> None:
    """Write a package as pip would, with its licence."""
    module = name.replace("-", "_")
    about = f"{module}-{release}.dist-info"
    written = {
        f"{module}/__init__.py": "",
        f"{about}/METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: {release}\nLicense-Expression: MIT\n",
        f"{about}/licenses/LICENSE": f"The licence of {name}",
        **parts,
    }
    written[f"{about}/RECORD"] = "".join(f"{path},,\n" for path in written)
    for path, text in written.items():
        file = runtime / "python" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _stand_ins(runtime: Path) -> Path:
    """Write what `.ci/desk` would bring, with stand-ins for what is large."""
    pyodide = runtime / "node_modules/pyodide"
    pyodide.mkdir(parents=True)
    for name in PYODIDE:
        (pyodide / name).write_text(name)
    (pyodide / "python_stdlib.zip").write_bytes(zipped([("os.py", b""), ("pdb.py", b""), ("unittest/mock.py", b"")]))
    about = {"python": "3.14.2", "arch": "wasm32"}
    (pyodide / "pyodide-lock.json").write_text(json.dumps({"info": about, "packages": {"affine": {"name": "affine"}}}))
    told = {"version": "314.0.7", "license": "MPL-2.0", "homepage": "https://example.org/pyodide"}
    (pyodide / "package.json").write_text(json.dumps(told))
    for name, release in LOCKED.items():
        _installed(runtime, name, release, {})
    core = "pydantic_core/_pydantic_core.cpython-314-"
    _installed(
        runtime,
        "pydantic-core",
        LOCKED["pydantic-core"],
        {f"{core}wasm32-emscripten.so": "", f"{core}x86_64-linux-gnu.so": "", "pydantic_core/_core.pyi": ""},
    )
    return runtime


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    return _stand_ins(tmp_path / "desk")


@pytest.fixture(scope="module", params=["stand-ins", "brought"])
def runtime(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "stand-ins":
        return _stand_ins(tmp_path_factory.mktemp("desk"))
    if not present(RUNTIME):
        pytest.skip("没有编辑台用的 Python：.ci/desk 没有取到")
    return RUNTIME


@pytest.fixture(scope="module")
def made(runtime: Path) -> dict[str, bytes]:
    return dict(files(runtime, DATA))


def _names(archive: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(archive)) as parts:
        return parts.namelist()


def test_the_same_bytes_each_time(runtime, made):
    assert made == dict(files(runtime, DATA))


def test_a_zip_depends_on_nothing_but_its_parts():
    parts = [("b", b"2"), ("a/c", b"1")]
    assert zipped(parts) == zipped(reversed(parts))
    with zipfile.ZipFile(BytesIO(zipped(parts))) as archive:
        assert [(one.filename, one.date_time[0]) for one in archive.infolist()] == [("a/c", 1980), ("b", 1980)]


def test_every_file_of_the_desk(made):
    rest = ("core.zip", "data.zip", "licences.txt", "core.json")
    assert sorted(made) == sorted([*(f"edit/runtime/{name}" for name in PYODIDE), *(f"edit/{name}" for name in rest)])
    counted = (name for name in made if name.endswith((".wasm", ".zip", "-lock.json")))
    assert json.loads(made["edit/core.json"])["bytes"] == sum(len(made[name]) for name in counted)


def test_pyodide_is_told_of_no_package_to_fetch(made):
    lock = json.loads(made["edit/runtime/pyodide-lock.json"])
    assert lock["packages"] == {}
    assert lock["info"]["python"].startswith("3.14.")


def test_nothing_in_the_core_that_a_browser_has_no_use_for(made):
    names = _names(made["edit/core.zip"])
    assert len(names) == len(set(names))
    assert [name for name in names if name.endswith((".so", ".pyd", ".dylib"))] == [
        "pydantic_core/_pydantic_core.cpython-314-wasm32-emscripten.so"
    ]
    assert not [name for name in names if name.endswith(("_test.py", "_test.pyc", ".pyi", ".c"))]
    assert not [name for name in names if name.startswith(("/", "..", "qingdan/commands/", "qingdan/publish/"))]
    sources = {name.replace(".pyc", ".py") for name in names}
    assert {"qingdan/render/templates/entry.html", "qingdan/site/check.py", "yaml/__init__.py"} <= sources
    assert {"jinja2/__init__.py", "markupsafe/_native.py"} <= sources


def test_the_data_without_what_is_made_for_editors(brought, tmp_path):
    for name in ("tasks/tasks.yml", "schema/tasks.json", ".draft.yml", "tasks/.old/a.yml", "schema.yml"):
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    assert _names(dict(files(brought, tmp_path / "data"))["edit/data.zip"]) == ["schema.yml", "tasks/tasks.yml"]


def test_the_data_with_the_archived_words_of_laws(brought):
    names = _names(dict(files(brought, Path("tests/fixtures/second")))["edit/data.zip"])
    assert {f"laws/texts/water-use-rules.2023-11-30.{kind}" for kind in ("txt", "yml")} <= set(names)


def test_the_licence_of_everything_brought(made):
    told = made["edit/licences.txt"].decode()
    assert "Pyodide 314.0.7：MPL-2.0" in told
    for name, release in [*LOCKED.items(), *((name, version(name)) for name in PURE)]:
        assert re.search(rf"(?mi)^{name.replace('-', '[-_]')} {re.escape(release)}：[A-Z]", told), name
    licences = [name for name in _names(made["edit/core.zip"]) if ".dist-info/" in name]
    assert len({name.split("/")[0] for name in licences}) == len(BROWSER_WHEELS) + len(PURE)


def test_the_locked_wheels_fit_each_other():
    assert set(LOCKED) == set(BROWSER_WHEELS)
    assert LOCKED["pydantic"] == version("pydantic"), "the browser must refuse what the site refuses"
    assert f"pydantic-core=={LOCKED['pydantic-core']}" in (requires("pydantic") or [])


def test_the_lock_of_pyodide_names_no_host():
    lock = json.loads((PACKAGE / "desk/runtime/package-lock.json").read_text("utf-8"))
    packages = [about for path, about in lock["packages"].items() if path]
    assert all(about["integrity"].startswith("sha512-") and "resolved" not in about for about in packages)


def test_python_s_library_without_what_no_one_uses(made):
    names = {name.replace(".pyc", ".py") for name in _names(made["edit/runtime/python_stdlib.zip"])}
    assert "os.py" in names
    assert not names & {"pdb.py", "unittest/mock.py", "encodings/cp1125.py"}


def _node(folder: Path, script: str) -> str:
    """Return a folder with nothing but a stand-in for Node.js, called with script, Pyodide, what it gets, what it makes."""
    program = folder / "bin" / "node"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"{program.parent}:/usr/bin:/bin"


def test_what_was_compiled_is_kept_until_it_changes(brought, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", _node(tmp_path, f'cat "$3" "$3" > "$4"; echo >> "{tmp_path}/runs"'))
    asked = [[("a.py", text)] for text in (b"one", b"one", b"two", b"one")]
    assert [compiled(brought, "core", files) for files in asked] == [zipped(files, level=9) * 2 for files in asked]
    assert (tmp_path / "runs").read_text() == "\n" * 3
    assert len(list((brought / "compiled").iterdir())) == 1


@pytest.mark.parametrize("script", ["exit 1", None])
def test_what_cannot_be_compiled_runs_as_it_is(brought, tmp_path, monkeypatch, script):
    monkeypatch.setenv("PATH", _node(tmp_path, script) if script else str(tmp_path))
    files = [("a.py", b"one")]
    assert compiled(brought, "core", files) == zipped(files, level=9)
    assert not list(brought.glob("compiled/*"))


@pytest.mark.parametrize("missing", ["node_modules/pyodide/pyodide.asm.wasm", "python"])
def test_a_runtime_in_part_is_none(brought, missing):
    assert present(brought)
    (brought / missing).rename(brought / "elsewhere")
    assert not present(brought)


def test_a_wheel_that_was_not_brought_is_named(brought):
    next((brought / "python").glob("pydantic-*.dist-info")).rename(brought / "elsewhere")
    with pytest.raises(FileNotFoundError, match="pydantic"):
        list(files(brought, DATA))


def test_without_npm_the_site_is_built_all_the_same(tmp_path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("bash", "dirname", "mktemp", "rm"):
        (tools / tool).symlink_to(shutil.which(tool))
    target = tmp_path / "desk"
    target.mkdir()
    done = subprocess.run([".ci/desk", target], check=False, env={"PATH": str(tools)}, capture_output=True, text=True)
    told = "没有取到 npm（Node.js），网站照样生成，只是没有编辑台\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", told)
    assert not target.exists()
