"""A department with a retired and a moved entry: no address is dead, and readers learn why and where to go on."""

import json
import shutil
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from qingdan.cli import main
from qingdan.model.registry import FILE
from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site
from tests.browser import watched

from .conftest import AS_OF, XHTML, text_of

SECOND = Path("tests/fixtures/second")
MOVED = {"tasks/rw-003/": "tasks/rw-103/", "laws/old-water-rules/": "laws/first-water-rules/"}
REASON = "编号写错 <b>&\"'</b>"


def run(command, data, *arguments):
    assert main([command, "--data", str(data), "--as-of", "2026-11-23", *arguments]) == 0


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The data: RW-002 retired in favour of RW-001, RW-003 and a law moved."""
    data = tmp_path_factory.mktemp("second") / "data"
    shutil.copytree(SECOND, data, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    run("register", data)
    run("retire", data, "RW-002", "--reason", "并入文件审核。", "--successor", "RW-001")
    for path in data.rglob("*.yml"):
        if path.name != FILE:
            text = path.read_text(encoding="utf-8")
            text = text.replace("RW-003", "RW-103").replace("old-water-rules", "first-water-rules")
            path.write_text(text, encoding="utf-8")
    listed = "".join(f"- {{日期: 2026-11-23, 事项: 收录, 地址: [{new}]}}\n" for new in MOVED.values())
    moved = "".join(
        f"- 日期: 2026-11-23\n  事项: 改址\n  原地址: {old}\n  新地址: {new}\n  理由: {json.dumps(REASON)}\n"
        for old, new in MOVED.items()
    )
    file = data / FILE
    file.write_text(file.read_text(encoding="utf-8") + listed + moved, encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def here(address):
    return urljoin(address, "../elsewhere/second/")


@pytest.fixture(scope="module")
def built(second, root, here):
    folder = root / "elsewhere" / "second"
    folder.parent.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", here)
        publish(second, folder, AS_OF, lambda built: None)
    return folder


@pytest.fixture(scope="module")
def lists(second):
    return open_site(second, AS_OF)


def parsed(built, path):
    return html5lib.parse((built / path / "index.html").read_bytes(), transport_encoding="utf-8")


def all_of(tree, tag, **attributes):
    return [
        node
        for node in tree.iter(f"{XHTML}{tag}")
        if all(node.get(name.rstrip("_").replace("_", "-")) == value for name, value in attributes.items())
    ]


def test_the_check_of_the_built_site_finds_nothing(lists, built):
    assert faults(lists, built) == []


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_old_address_leads_on_without_a_script(built, here, old, new):
    tree = parsed(built, old)
    [refresh] = all_of(tree, "meta", http_equiv="refresh")
    [link] = all_of(tree, "a")
    assert refresh.get("content") == f"0; url={link.get('href')}"
    assert (built / old / link.get("href")).resolve() == built / new / "index.html"
    assert [node.get("href") for node in all_of(tree, "link", rel="canonical")] == [here + new]
    assert [node.get("content") for node in all_of(tree, "meta", name="robots")] == ["noindex"]
    assert all_of(tree, "script") == []
    assert f"改的理由：{REASON}" in text_of(tree)
    assert "地址已改" in text_of(*all_of(tree, "title"))


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_a_reader_of_an_old_address_arrives_online_and_from_a_disk(browser, built, here, old, new):
    tab = browser.new_page()
    noted = watched(tab, here)
    tab.goto(here + old)
    tab.wait_for_url(f"{here}{new}index.html")
    assert noted == []
    tab.goto((built / old / "index.html").as_uri(), wait_until="commit")
    tab.wait_for_url((built / new / "index.html").as_uri())
    tab.close()


def test_the_page_at_an_old_address_is_accessible(browser, built):
    tab = browser.new_page()
    html = (built / "tasks/rw-003/index.html").read_text(encoding="utf-8")
    tab.set_content(html.replace('http-equiv="refresh"', 'name="refresh"'))
    assert Axe().run(tab).response["violations"] == []
    tab.close()


def test_search_engines_and_the_search_box_are_given_the_new_address_only(built):
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    index = (built / "assets/search/index.json").read_text(encoding="utf-8")
    for old, new in MOVED.items():
        assert f"{new}</loc>" in sitemap
        assert f'"{new}"' in index
        assert old not in sitemap
        assert f'"{old}"' not in index


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("0; url=", "9; url=", "旧地址没有转到 tasks/rw-103/"),
        ('<a href="../../tasks/rw-103/', '<a href="../../tasks/rw-001/', "旧地址没有转到 tasks/rw-103/"),
        (None, None, "缺少这个页面"),
    ],
)
def test_an_old_address_that_leads_nowhere_is_noticed(built, lists, tmp_path, old, new, message):
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    page = copy / "tasks/rw-003/index.html"
    if old:
        html = page.read_text(encoding="utf-8")
        assert old in html
        page.write_text(html.replace(old, new), encoding="utf-8")
    else:
        page.unlink()
    assert [str(fault) for fault in faults(lists, copy)] == [f"tasks/rw-003/index.html:1:1: 生成的网站: {message}"]


def test_an_old_address_in_the_site_map_is_noticed(built, lists, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    file = copy / "sitemap.xml"
    file.write_text(file.read_text(encoding="utf-8").replace("rw-103", "rw-003"), encoding="utf-8")
    assert [str(fault) for fault in faults(lists, copy)] == [
        "sitemap.xml:1:1: 生成的网站: 网站地图里还有旧地址 tasks/rw-003/"
    ]


def test_a_retired_entry_says_at_its_top_why_when_and_what_follows(built):
    [notice, *_] = all_of(parsed(built, "tasks/rw-002"), "div", class_="notice")
    said = " ".join(text_of(notice).split())
    assert said.startswith("这一条 2026-11-23 退出清单：并入文件审核。")
    [link] = all_of(notice, "a")
    assert (link.get("href"), text_of(link)) == ("../../tasks/rw-001/", "RW-001 文件审核")
    assert "约谈近20户次。" in text_of(parsed(built, "tasks/rw-002"))


def test_retired_entries_are_out_of_the_counts_and_marked_in_the_list(built):
    tree = parsed(built, "tasks")
    assert "另有 2 条已退出" in " ".join(text_of(tree).split())
    [picture] = [node for node in tree.iter() if str(node.tag).endswith("}desc")]
    assert text_of(picture).startswith("共 2 条：")
    assert "已退出" not in text_of(picture)
    rows = {
        row.get("data-entry"): " ".join(text_of(row).split()) for row in all_of(tree, "tr") if row.get("data-entry")
    }
    assert sorted(rows) == ["RW-001", "RW-002", "RW-004", "RW-103"]
    assert "2026-11-23 退出，接续：RW-001" in rows["RW-002"]
    assert "退出" not in rows["RW-001"]


def test_a_retired_entry_is_still_found_by_search(built):
    documents = json.loads((built / "assets/search/index.json").read_text(encoding="utf-8"))["documents"]
    [found] = [one for one in documents if one[1] == "RW-002"]
    assert "并入文件审核。" in found[6][0][2]


def test_the_changes_tell_of_both(built):
    told = " ".join(text_of(all_of(parsed(built, "changes"), "article")[0]).split())
    assert "2026-11-23 退出 RW-002" in told
    assert "接续的条目：RW-001 文件审核。" in told
    assert f"地址由 tasks/rw-003/ 改为 tasks/rw-103/：{REASON}" in told
