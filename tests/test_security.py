"""What is written about security is true of the repository, and updates of what it rests on are set up."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HOME = Path(__file__).parent.parent
DEPENDABOT = HOME / ".github/dependabot.yml"
SECURITY = (HOME / "SECURITY.md").read_text("utf-8")
NEEDS = {"github-actions": ".github/workflows/check.yml", "pip": "requirements.txt", "npm": "package-lock.json"}


def valid(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot", path]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def updates():
    return yaml.safe_load(DEPENDABOT.read_text("utf-8"))["updates"]


def test_updates_are_set_up_as_github_wants_them():
    assert valid(DEPENDABOT)


def test_a_mistake_in_the_set_up_is_noticed(tmp_path):
    wrong = tmp_path / "dependabot.yml"
    wrong.write_text(DEPENDABOT.read_text("utf-8").replace("interval: weekly", "interval: sometimes"), "utf-8")
    assert not valid(wrong)


def test_a_new_version_waits_for_a_week():
    assert [update["cooldown"]["default-days"] for update in updates()] == [7] * len(updates())


def test_every_kind_of_lock_is_kept_up_to_date():
    found = {}
    for update in updates():
        for folder in update.get("directories", [update.get("directory")]):
            assert (HOME / folder.strip("/") / NEEDS[update["package-ecosystem"]]).is_file()
            found.setdefault(update["package-ecosystem"], []).append(folder)
    assert sorted(found) == sorted(NEEDS)
    locks = {f"/{path.parent.relative_to(HOME).as_posix()}" for path in HOME.glob("tests/**/package-lock.json")}
    assert set(found["npm"]) == locks


def named():
    """Return every path that SECURITY.md names."""
    return sorted(set(re.findall(r"`([\w.-]*[\w-]/[\w./-]*|[\w-]+\.(?:py|yml|txt)|Makefile|\.[\w./-]+/)`", SECURITY)))


@pytest.mark.parametrize("path", named())
def test_what_is_named_is_there(path):
    assert (HOME / path).exists()


def test_the_promises_name_where_they_are_kept():
    assert {"qingdan/publish/docs_check/", "tests/bad/", "overrides/main.html", ".github/CODEOWNERS"} <= set(named())


def test_no_address_is_invented():
    assert re.findall(r"https?://|[\w.]+@[\w.]+|\d{6,}", SECURITY) == []
    assert "Report a vulnerability" in SECURITY


def test_what_runs_has_owners_of_its_own():
    owned = (HOME / ".github/CODEOWNERS").read_text("utf-8")
    for path in (
        "/.github/",
        "/.ci/",
        "/macros.py",
        "/mkdocs.yml",
        "/overrides/",
        "/docs/assets/",
        "/qingdan/publish/docs_check/",
    ):
        assert re.search(rf"^(?:# )?{re.escape(path)} ", owned, re.MULTILINE), path
