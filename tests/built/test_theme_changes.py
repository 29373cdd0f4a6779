"""When the theme is no longer what `overrides/` were written for, `make build` says so and publishes nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGETS = re.findall(r"must_replace\(['\"]([^,]+)['\"],", (ROOT / "overrides/main.html").read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path):
    for name in ("docs", "overrides", "qingdan"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("macros.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def build(project):
    command = [
        sys.executable,
        "-m",
        "qingdan",
        "build",
        "--data",
        ROOT / "tests/fixtures/second",
        "--site-dir",
        "built",
    ]
    settings = {**os.environ, "SITE_URL": "http://127.0.0.1/"}
    return subprocess.run(
        [*command, "--as-of", "2026-11-23"], cwd=project, env=settings, capture_output=True, text=True, check=False
    )


def test_the_theme_is_changed_in_places_that_are_all_looked_for():
    assert TARGETS
    assert [target for target in TARGETS if "a7633da7" in target], "the search's worker"


@pytest.mark.parametrize("target", [TARGETS[0], TARGETS[-1]])
def test_a_replacement_without_a_target_stops_the_build(project, target):
    template = project / "overrides/main.html"
    template.write_text(template.read_text(encoding="utf-8").replace(target, target + "gone", 1), encoding="utf-8")
    run = build(project)
    assert run.returncode == 1
    assert f"主题的模板里没有“{target}gone”" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (project / "built").exists()


@pytest.mark.parametrize("name", ["base", "palette"])
def test_a_script_that_the_theme_writes_into_the_page_again_stops_the_build(project, name):
    script = project / f"overrides/partials/javascripts/{name}.html"
    script.rename(script.with_stem("renamed"))
    run = build(project)
    assert run.returncode == 1
    assert "有内嵌脚本" in run.stderr
    assert not (project / "built").exists()
