"""Every script that readers are given can be read and run by Chromium 78 (2019), the theme's with them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import material
import pytest

from .npm import package

ASSETS = Path("docs/assets")
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
SCRIPTS = {path.relative_to(ASSETS).as_posix(): path for path in sorted(ASSETS.rglob("*.js"))}
SCRIPTS |= {path.name: path for path in THEME.glob("bundle.*.js")}


def later(folder: Path) -> dict[str, list[str]]:
    """Return what stands in the scripts below a folder that Chromium 78 has not, by script."""
    eslint, rules = package("eslint/bin/eslint.js"), Path("tests/node/eslint.config.mjs").absolute()
    command = ["node", eslint, "--config", rules, "--format", "json", "."]
    environment = {**os.environ, "PACKAGES": str(package("").parent)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return {
        Path(file["filePath"]).relative_to(folder.resolve()).as_posix(): [
            f"{fault['line']}: {fault['ruleId'] or ''} {fault['message']}" for fault in file["messages"]
        ]
        for file in json.loads(run.stdout)
    }


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scripts")
    for name, path in SCRIPTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(path, folder / name)
    return later(folder)


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_no_script_needs_what_came_after_chromium_78(found, script):
    assert found[script] == []


@pytest.mark.parametrize(
    "line",
    [
        "one?.two",
        "one ?? two",
        "one ||= two",
        "one = 1_000",
        "class One { two = 3 }",
        "one.replaceAll('a', 'b')",
        "one.at(-1)",
        "one.findLast(two)",
        "Object.hasOwn(one, 'two')",
        "Promise.any([])",
        "structuredClone(one)",
        "one.replaceChildren()",
        "one.ariaPressed = true",
        "one.inert = true",
        "new Intl.Segmenter()",
        "CSS.highlights.clear()",
        "document.querySelector('a:has(b)')",
        "document.querySelectorAll(`:is(${one})`)",
        "addEventListener('click', one); one.addEventListener('click', two, { signal })",
        "/(?<=a)b/.test(one)",
    ],
)
def test_it_is_noticed(tmp_path, line):
    (tmp_path / "one.js").write_text(f'"use strict";\n{line};\n', encoding="utf-8")
    assert later(tmp_path)["one.js"]


def test_what_chromium_78_has_is_let_pass(tmp_path):
    lines = "try { one.flat(); } catch { one.replaceWith(); }\n[...'two'.matchAll(/(?<three>\\p{L})/gu)].map(fold);\n"
    (tmp_path / "one.js").write_text(lines, encoding="utf-8")
    assert later(tmp_path)["one.js"] == []
