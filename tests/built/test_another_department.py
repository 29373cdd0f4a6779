"""The same program speaks for another department with that department's words; and it says who speaks, and who publishes."""

import json
import re
from datetime import date

import pytest

from conftest import SECOND
from qingdan.publish.publish import publish

from .conftest import Document, text_of

OURS = re.compile(
    "南开|天津|城管|城市管理|市容|环卫|环境卫生|垃圾|犬|除雪|扫雪|扬尘|油烟|渣土|燃气|煤气|供热|园林|绿化|占道|招牌|"
    "本委|我委|全委|我们"
)
"""Words of the department whose lists lie in `data/`, and words with which a body speaks of itself."""

WRITTEN = ("*.html", "*.json", "*.csv", "*.xml", "*.ics", "*.svg")

HOSTED = ("", "about", "accessibility", "data", "tasks/rw-001")
"""Pages on which a reader would look for who runs the site."""


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    site = tmp_path_factory.mktemp("another") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/")
        publish(SECOND, site, date(2026, 11, 23), lambda built: None)
    return site


def shown(folder, path):
    return text_of(Document(folder / path / "index.html").root)


def test_nothing_published_for_another_department_has_a_word_of_this_one(second):
    files = [path for kind in WRITTEN for path in second.rglob(kind)]
    files += (second / "assets/search").glob("*.js")
    wrong = [
        f"{path.relative_to(second)}: {text[max(0, found.start() - 20) : found.end() + 20]}"
        for path in files
        for text in [path.read_text(encoding="utf-8")]
        for found in OURS.finditer(text)
    ]
    assert files
    assert wrong == []


def test_the_words_are_found_where_they_stand(folder):
    assert OURS.search(shown(folder, ""))


@pytest.mark.parametrize("path", HOSTED)
def test_who_runs_the_site_is_said_where_the_data_says_it(second, path):
    assert "主办单位：示例区数据局" in shown(second, path)
    assert "主办单位待定" not in shown(second, path)


@pytest.mark.parametrize("path", HOSTED)
def test_that_nobody_runs_the_site_yet_is_said_where_the_data_does_not(folder, path):
    assert "主办单位待定" in shown(folder, path)


def test_the_body_that_a_site_tells_of_is_not_said_to_publish_it(folder, site):
    head = Document(folder / "tasks/rw-028/index.html")
    for name in ("Author", "ContentSource"):
        assert head.one("meta", name=name).get("content") == site.body.title
    feed = (folder / "changes/atom.xml").read_text(encoding="utf-8")
    assert f"<name>{site.body.title}</name>" in feed
    assert json.loads((folder / "data/v1/tasks.json").read_bytes())["host"] is None
    assert f"{site.body.name}. " not in shown(folder, "data")


def test_examples_of_searches_are_those_of_the_data(second):
    assert "，例如“文件审核”“节约用水”；" in shown(second, "search")
    assert "例如：文件审核、节约用水" in shown(second, "")


def test_without_examples_none_are_given(folder):
    assert "例如" not in text_of(Document(folder / "search/index.html").one("article"))
    assert "用平常的话问" in text_of(Document(folder / "index.html").one("button", class_="hero__search"))


def test_about_tells_which_body_speaks_and_where_its_lists_come_from(second):
    said = shown(second, "about")
    assert "清单和年度报告说的单位是示例区水务局。" in said
    assert "这两份清单是为测试编的。" in said
