"""The short look at a built site (`make smoke`) passes on a good site, whatever its data, and not on a spoilt one."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.chromium


SOON = "10"
"""Seconds in which what is wrong has to be told: it is waited for to the end."""


def smoke(site, *options, **settings):
    environment = {**os.environ, "SITE_DIR": str(site), "PYTEST_ADDOPTS": "", **settings}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-x", "tests/smoke", *options]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_passes_on_the_site_as_it_is_built(folder):
    run = smoke(folder)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("path", "old", "new", "test", "said"),
    [
        ("index.html", "<h1", "<h2 hidden", "every_kind", "to be visible"),
        ("assets/site.css", "", "h1 { min-width: 400px }\n", "every_kind", "scrollWidth"),
        ("tasks/index.html", "<h1", '<img alt="" src="https://example.invalid/"><h1', "tasks", "example.invalid"),
        ("tasks/index.html", 'href="../tasks/', 'href="../jobs/', "tasks", "assert ([] or not"),
        ("assets/site.js", "", "missing();\n", "tasks", "missing is not defined"),
        ("assets/search/worker.js", "", "throw new Error();\n", "search", "md-search-result__link"),
    ],
)
def test_it_notices(folder, tmp_path, path, old, new, test, said):
    site = tmp_path / "site"
    shutil.copytree(folder, site)
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new) if old else new + text, "utf-8")
    run = smoke(site, "-k", test, PATIENCE=SOON)
    assert run.returncode == 1
    assert said in run.stdout


def test_it_says_what_to_do_when_there_is_no_site(tmp_path):
    run = smoke(tmp_path / "site")
    assert run.returncode == 1
    assert "先运行 make build" in run.stdout + run.stderr
