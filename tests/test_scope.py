"""Which pull requests are words alone, and so get the short check; whatever can change what runs gets the whole suite."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCOPE = ROOT / ".ci/scope.py"
SETTINGS = """\
site_name: 甲
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
strict: true
theme: {name: material}
hooks: [macros.py]
nav:
  - 首页: index.md
  - 关于:
      - 本站: about.md
extra:
  generator: false
  gov: {icp: "", contact: ""}
  licence: ""
"""
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}


class Checkout:
    """A repository of two commits: what stood in main, and what a pull request makes of it."""

    def __init__(self, root):
        self.root = root
        self.git("init", "-q")
        for path in ("data/tasks/a.yml", "docs/about.md", "docs/assets/site.js", "qingdan/cli.py", "data.py"):
            self.write(path, "甲\n")
        self.write("mkdocs.yml", SETTINGS)
        self.commit()

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.root, env=ENVIRONMENT, check=True, capture_output=True)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", "一次")

    def part(self, base="HEAD^"):
        self.commit()
        command = [sys.executable, SCOPE, base]
        run = subprocess.run(command, cwd=self.root, env=ENVIRONMENT, capture_output=True, text=True, check=True)
        return run.stdout


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


WORDS, ALL = "part=words\n", "part=all\n"


@pytest.mark.parametrize(
    "path", ["data/tasks/a.yml", "data/tasks/新的 一份.yml", "data/reports/2026.txt", "docs/about.md", "docs/a/图.webp"]
)
def test_lists_pages_and_pictures_are_words(checkout, path):
    checkout.write(path, "乙\n")
    assert checkout.part() == WORDS


@pytest.mark.parametrize(
    "path",
    [
        *("qingdan/cli.py", "macros.py", "Makefile", "requirements.txt", ".github/workflows/check.yml", ".ci/scope.py"),
        *("overrides/main.html", "tests/test_a.py", "docs/assets/site.js", "docs/a/assets/b.css", "docs/c.svg"),
        *("data.py", "datas/a.yml", "docs", "docs/hook.py", "data", "a/data/b.yml", "a/mkdocs.yml"),
    ],
)
def test_whatever_else_changes_takes_the_whole_suite_even_beside_words(checkout, path):
    if path in ("docs", "data"):
        checkout.git("rm", "-rq", path)
    else:
        checkout.write("data/tasks/a.yml", "乙\n")
    checkout.write(path, "乙\n")
    assert checkout.part() == ALL


def test_a_program_that_is_deleted_or_moved_into_the_data_takes_the_whole_suite(checkout):
    checkout.git("mv", "qingdan/cli.py", "data/cli.py")
    assert checkout.part() == ALL


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name: 甲", "site_name: 乙"),
        ("- 首页: index.md", "- 第一页: index.md"),
        ("- 首页: index.md", "- 首页: index.md\n  - 新的: new.md"),
        ('contact: ""', 'contact: "022-00000000"'),
        ('licence: ""', "licence: CC BY 4.0  # 主办单位定的"),
    ],
)
def test_the_words_of_the_settings_are_words(checkout, old, new):
    checkout.write("mkdocs.yml", SETTINGS.replace(old, new))
    assert checkout.part() == WORDS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hooks: [macros.py]", "hooks: [macros.py, data/x.py]"),
        ("strict: true", "strict: false"),
        ("name: material", "name: other"),
        ("SITE_URL,", "HOME,"),
        ("site_name: 甲", "site_name: !ENV HOME"),
        ("site_name: 甲", "site_name: 2026"),
        ("site_name: 甲", "site_name: 甲\nINHERIT: other.yml"),
        ("site_name: 甲\n", ""),
        ("- 首页: index.md", "- 首页: !ENV HOME"),
        ("- 首页: index.md", "- !!python/name:os.system ''"),
        ("generator: false", "generator: true"),
        ("generator: false", "generator: false\n  analytics: {provider: custom}"),
        ('contact: ""', "contact: !ENV HOME"),
        ('contact: ""', "contact: [甲]"),
        ('contact: ""', "contact: &a [*a]"),
        ("site_name: 甲", "site_name: [甲"),
        (SETTINGS, "甲\n"),
        (SETTINGS, ""),
    ],
)
def test_whatever_else_the_settings_say_takes_the_whole_suite(checkout, old, new):
    checkout.write("mkdocs.yml", SETTINGS.replace(old, new))
    assert checkout.part() == ALL


def test_settings_that_are_gone_take_the_whole_suite(checkout):
    checkout.git("rm", "-q", "mkdocs.yml")
    assert checkout.part() == ALL


def test_a_base_that_is_not_there_takes_the_whole_suite(checkout):
    assert checkout.part("HEAD~9") == ALL
