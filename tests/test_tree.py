"""The folder for engines without macros: every page whole, nothing left to fill in."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from qingdan.check import open_site
from qingdan.pages import pages
from qingdan.tree import filled, tree, write
from qingdan.zensical import SETTINGS, prepare

DOCS = Path("docs")


@pytest.fixture(scope="module")
def site():
    return open_site(Path("tests/fixtures/second"), date(2026, 11, 23))


@pytest.fixture(scope="module")
def contents(site):
    return dict(tree(site, DOCS, {"data/v1/x.json": b"{}"}))


def test_it_holds_the_written_pages_the_generated_ones_and_the_files(contents, site):
    written = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*") if path.is_file()}
    generated = {page.path.replace(".md", "/index.md") for page in pages(site)}
    assert contents.keys() == written | generated | {"data/v1/x.json"}


def test_no_page_asks_for_macros_any_more(contents):
    for path, content in contents.items():
        if path.endswith(".md"):
            front = content.decode().split("\n---\n")[0]
            assert front.startswith("---\n"), path
            assert "render_macros" not in front, path


def test_what_the_macro_says_stands_in_the_page(contents, site):
    for entry in site.lists["tasks"]:
        page = contents[f"tasks/{entry.id.lower()}/index.md"].decode()
        assert entry.name in page
        assert re.search(r'href="\.\./\.\./status/#', page)


def test_a_page_without_macros_stays_as_it_is(site):
    text = "---\ntitle: 甲\n---\n\n    ---\n    render_macros: true\n    ---\n\n{{ home() }}\n"
    assert filled(text, site, "a.md") == text


def test_text_of_the_data_is_not_run_as_a_template(department):
    department.edit("tasks/tasks.yml", "内容: ", "内容: '{{ 7*7 }}' # ", department.count("tasks/tasks.yml", "内容: "))
    site = open_site(department.folder, date(2026, 11, 23))
    entry = site.lists["tasks"][0]
    page = next(page for page in pages(site) if page.argument == entry.id)
    shown = filled(page.markdown, site, "tasks/x/index.md").split("\n---\n")[1]
    assert "{{ 7*7 }}" in shown
    assert "49" not in shown


def test_files_are_written_with_their_bytes(tmp_path):
    write(iter({"a/b/甲.txt": b"\xef\xbb\xbf1\r\n"}.items()), tmp_path)
    assert (tmp_path / "a/b/甲.txt").read_bytes() == b"\xef\xbb\xbf1\r\n"


def test_the_settings_for_zensical_leave_out_hooks_and_plugins_and_name_the_department(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://duty.example/lists/")
    prepare(Path.cwd(), Path("tests/fixtures/second"), date(2026, 11, 23), tmp_path)
    settings = json.loads((tmp_path / SETTINGS).read_text(encoding="utf-8"))
    assert settings["plugins"] == [{"search": {"enabled": False}}]
    assert not {"hooks", "watch"} & settings.keys()
    assert settings["site_name"] == "示例区水务局法治责任清单"
    assert settings["site_url"] == "https://duty.example/lists/"
    assert settings["extra"]["domain"] == "duty.example"
    assert (tmp_path / "docs/assets/search/index.json").is_file()
    assert "https://duty.example/lists/" in (tmp_path / "docs/opensearch.xml").read_text(encoding="utf-8")
