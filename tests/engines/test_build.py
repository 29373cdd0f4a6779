"""Another engine is as careful as the first: what it refuses is told shortly, and the same input gives the same bytes."""

import os
import subprocess
import sys

from conftest import contents, copy_project
from qingdan.publish.site_dir import MARK, MARKED

SECOND = "tests/fixtures/second"


def build(engine, site, cwd=".", **environment):
    command = [sys.executable, "-m", "qingdan", "build", "--as-of", "2026-11-23", "--data", SECOND]
    settings = {**os.environ, "SITE_URL": "https://duty.example/", **environment}
    return subprocess.run(
        [*command, "--site-dir", site, "--engine", engine],
        capture_output=True, text=True, check=False, cwd=cwd, env=settings,
    )  # fmt: skip


def test_a_link_to_nowhere_is_refused_and_the_last_site_stays(engine, tmp_path):
    project, site = copy_project(tmp_path / "project"), tmp_path / "site"
    (project / "docs" / "bad.md").write_text(
        "---\ntitle: 坏\ndescription: 坏的。\n---\n\n# 坏\n\n[没有](missing.md)\n", encoding="utf-8"
    )
    site.mkdir()
    (site / "index.html").write_text("上一版", encoding="utf-8")
    (site / MARK).write_bytes(MARKED)
    run = build(engine, site, project)
    assert run.returncode == 1
    assert "bad.md" in run.stderr
    assert "Traceback" not in run.stderr
    assert f"{site} 仍是上一次的网站" in run.stderr
    assert contents(site) == {"index.html": "上一版".encode(), MARK: MARKED}


def test_two_builds_are_the_same_byte_for_byte(engine, tmp_path):
    sites = tmp_path / "one", tmp_path / "other"
    for site, seed, zone in zip(sites, "17", ("UTC", "America/New_York"), strict=True):
        run = build(engine, site, PYTHONHASHSEED=seed, TZ=zone)
        assert run.returncode == 0, run.stderr
    one, other = map(contents, sites)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
