"""The feeds: valid Atom by parsers that know nothing of the project, names that never change, days and never the clock."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SECOND
from qingdan.export.atom import atom
from qingdan.export.feed import NEWEST, in_words
from qingdan.export.published import published
from qingdan.model.registry import FILE
from qingdan.site.check import open_site
from qingdan.site.events import events
from qingdan.site.publication import Publication
from qingdan.text.characters import forbidden
from qingdan.text.dates import Moment

from .test_agenda import AS_OF, TASKS
from .test_register import run

ADDRESS = "https://example.gov.cn/duty/"
NS = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+08:00")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
HOSTILE = (
    "=1+1",
    "双\"单'反`",
    "</script><script>alert(1)</script>",
    "]]> <![CDATA[ &amp; &lt;b&gt; <!-- ",
    r"甲,乙;丙\丁 C:\New\new \N \n",
    "行\u2028段\u2029次\u0085",
    "😀" * 40,
)


@pytest.fixture
def department(department):
    """A department with a registry of 1 November."""
    assert run(department, "2026-11-01") == 0
    return department


@pytest.fixture
def feeds(department):
    """Return a function: a day → every feed by its address, parsed as XML."""
    return lambda day=AS_OF, address=ADDRESS: parsed(opened(department.folder, day, address))


def opened(folder, day=AS_OF, address=ADDRESS):
    return open_site(folder, day, publication=Publication(address))


def parsed(site):
    return {path: ElementTree.fromstring(content) for path, content in atom(site)}


def entries(feed):
    return feed.findall(f"{NS}entry")


def told(feed):
    """Return title, content and updated of every entry."""
    return [tuple(entry.findtext(f"{NS}{name}") for name in ("title", "content", "updated")) for entry in entries(feed)]


def names(feeds):
    """Return the ids of every feed and of all its entries."""
    return {
        path: {feed.findtext(f"{NS}id"), *(one.findtext(f"{NS}id") for one in entries(feed))}
        for path, feed in feeds.items()
    }


def test_the_site_each_list_and_each_owner_have_a_feed(feeds):
    pages = ("changes/", "publicity/", "tasks/", "topics/", "owners/unassigned/", "owners/legal/")
    assert list(feeds()) == [f"{page}atom.xml" for page in pages]


def test_without_an_address_there_are_no_feeds(department):
    assert dict(atom(open_site(department.folder, AS_OF))) == {}


def test_every_feed_and_entry_has_what_rfc_4287_requires(feeds):
    for path, feed in feeds().items():
        assert feed.tag == f"{NS}feed"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{NS}link")}
        assert links == {"self": ADDRESS + path, "alternate": ADDRESS + path.removesuffix("atom.xml")}
        assert [author.findtext(f"{NS}name") for author in feed.findall(f"{NS}author")] == ["示例区数据局"]
        assert entries(feed)
        for element in (feed, *entries(feed)):
            assert [len(element.findall(f"{NS}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
            assert element.findtext(f"{NS}title")
            assert URN.fullmatch(element.findtext(f"{NS}id"))
            assert RFC3339.fullmatch(element.findtext(f"{NS}updated"))
        for entry in entries(feed):
            assert [link.get("rel") for link in entry.findall(f"{NS}link")].count("alternate") == 1
            assert entry.find(f"{NS}content").get("type") == "text"
            assert [child.tag for child in entry.iter()].count(f"{NS}category") == 1


def test_the_newest_stands_first_and_dates_the_feed(feeds):
    for feed in feeds().values():
        days = [entry.findtext(f"{NS}updated") for entry in entries(feed)]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{NS}updated") == days[0]


def test_ids_are_unique_and_one_event_has_one_id_in_every_feed(feeds):
    found = feeds()
    assert len({feed.findtext(f"{NS}id") for feed in found.values()}) == len(found)
    titles = {}
    for path, feed in found.items():
        ids = [entry.findtext(f"{NS}id") for entry in entries(feed)]
        assert len({feed.findtext(f"{NS}id"), *ids}) == len(ids) + 1
        for entry in entries(feed):
            if entry.find(f"{NS}category").get("term") != "收录":
                what = entry.findtext(f"{NS}title"), entry.findtext(f"{NS}content")
                assert titles.setdefault(entry.findtext(f"{NS}id"), what) == what, path


def test_a_feed_reader_reads_them(department):
    for path, content in atom(opened(department.folder)):
        read = feedparser.parse(content)
        assert (read.bozo, read.version, read.feed.language) == (False, "atom10", "zh-CN")
        tree = ElementTree.fromstring(content)
        assert [(one.title, one.content[0].value, one.updated) for one in read.entries] == told(tree), path
        assert {one.content[0].type for one in read.entries} == {"text/plain"}
        assert all(one.link.startswith(ADDRESS) for one in read.entries)


def test_a_year_stays_a_year_and_is_dated_by_the_day_its_page_came(feeds):
    assert ("状态：RW-001 文件审核", "2025年。记为“长期坚持”：审核文件7份。", "2026-11-01T00:00:00+08:00") in told(
        feeds()["owners/legal/atom.xml"]
    )


def test_what_happened_after_its_page_came_is_dated_by_its_own_day(department, feeds):
    department.edit(TASKS, "    - {日期: 2025-01-15, 状态: 已退出", "    - {日期: 2026-11-20, 状态: 已退出")
    assert told(feeds()["tasks/atom.xml"])[0] == (
        "退出：RW-004 旧的任务",
        "2026年11月20日。退出清单：并入文件审核（RW-001）。",
        "2026-11-20T00:00:00+08:00",
    )


def test_without_a_registry_an_event_is_dated_by_the_first_day_it_may_mean(department, feeds):
    (department.folder / FILE).unlink()
    days = {title: day for title, _, day in told(feeds()["publicity/atom.xml"])}
    assert days == {"状态：PF-001 用水条例": "2025-01-01T00:00:00+08:00"}


def test_a_feed_in_which_nothing_happened_is_dated_by_the_site_and_not_by_the_clock(department, feeds):
    (department.folder / FILE).unlink()
    department.edit(TASKS, "责任主体: [法规处]", "责任主体: [待核定]")
    feed = feeds()["owners/legal/atom.xml"]
    assert (entries(feed), feed.findtext(f"{NS}updated")) == ([], "2026-11-23T00:00:00+08:00")


@pytest.mark.parametrize(
    ("moment", "words"), [("2024", "2024年"), ("2024-05", "2024年5月"), ("2024-05-01", "2024年5月1日")]
)
def test_dates_are_told_as_precisely_as_they_are_known(moment, words):
    assert in_words(Moment.parse(moment)) == words


def test_pages_that_came_on_one_day_are_one_entry(feeds):
    [(title, text, _)] = [one for one in told(feeds()["publicity/atom.xml"]) if one[0].startswith("收录")]
    assert title == "收录：2 页"
    assert text == "2026年11月1日第一次收进本站：普法责任清单 2 页。PF-001 用水条例、PF-002 年度报告规定。"


def test_a_page_that_came_alone_is_linked_itself(department, feeds):
    department.edit(FILE, "    - tasks/rw-004/\n", "")
    assert run(department, "2026-11-20") == 0
    newest = entries(feeds()["tasks/atom.xml"])[0]
    assert newest.findtext(f"{NS}title") == "收录：RW-004 旧的任务"
    assert newest.find(f"{NS}link").get("href") == f"{ADDRESS}tasks/rw-004/"


def test_entries_link_to_the_words_that_prove_them(department, feeds):
    [entry] = [
        one for one in entries(feeds()["owners/legal/atom.xml"]) if one.findtext(f"{NS}title").startswith("状态")
    ]
    [citation] = open_site(department.folder, AS_OF).citations["RW-001"]
    links = [(link.get("rel"), link.get("href"), link.get("title")) for link in entry.findall(f"{NS}link")]
    assert links == [
        ("alternate", f"{ADDRESS}tasks/rw-001/#record-2025", None),
        ("related", f"{ADDRESS}reports/2025/#{citation.anchor}", "2025年度报告 （一）1"),
    ]


def test_no_id_changes_with_the_host_the_day_a_new_name_or_a_new_entry(department, feeds):
    before = names(feeds())
    assert names(feeds(address="http://127.0.0.1:8000/")) == before
    department.edit(TASKS, "名称: 文件审核\n  领域", "名称: 新的名称\n  领域")
    department.edit("site.yml", "网站名称: 示例区水务局法治责任清单", "网站名称: 新的网站")
    department.edit(TASKS, "- 编号: RW-001", f"{NEW}\n- 编号: RW-001")
    assert run(department, "2026-11-24") == 0
    after = names(feeds(date(2027, 1, 15)))
    assert all(before[path] <= after[path] for path in before)
    assert {path: len(after[path] - before[path]) for path in before} == {
        "changes/atom.xml": 2,  # it came, and its state
        "publicity/atom.xml": 0,
        "topics/atom.xml": 0,
        "tasks/atom.xml": 2,
        "owners/unassigned/atom.xml": 2,
        "owners/legal/atom.xml": 0,
    }


NEW = """\
- {编号: RW-009, 名称: 新的任务, 领域: 依法行政, 责任主体: [待核定], 年度: 2026, 时限: 长期, 内容: 新的事。, 来源: 法规整理, 核定: 待核定,
   记录: [{日期: 2026-11-10, 状态: 已列入计划, 说明: 列入。}]}
"""


def test_another_department_has_other_ids(department, feeds):
    before = feeds()
    department.edit("site.yml", "主体: 示例区水务局", "主体: 另一个区水务局")
    after = names(feeds())
    assert not any(ids & after[path] for path, ids in names(before).items())


def test_an_owner_that_moved_keeps_its_old_feed_and_every_id(department, feeds):
    before = names(feeds())
    department.edit("vocab.yml", "标识: legal\n", "标识: rules\n")
    moved = """
- {日期: 2026-11-20, 事项: 收录, 地址: [owners/rules/]}
- {日期: 2026-11-20, 事项: 改址, 原地址: owners/legal/, 新地址: owners/rules/, 理由: 改名}
"""
    file = department.folder / FILE
    file.write_text(file.read_text(encoding="utf-8") + moved, encoding="utf-8")
    after = dict(published(opened(department.folder)))
    assert after["owners/legal/atom.xml"] == after["owners/rules/atom.xml"]
    assert before["owners/legal/atom.xml"] < names(feeds())["owners/rules/atom.xml"]


def with_words(site, words):
    """Return the site with `words` as the name and the note of its first task, as its own name and as that of who runs it."""
    first, *others = site.data.lists["tasks"]
    record = first.value.records[0].model_copy(update={"note": words})
    changed = replace(first, value=first.value.model_copy(update={"name": words, "records": (record,)}))
    body = replace(site.data.body, value=site.data.body.value.model_copy(update={"host": words, "title": words}))
    return replace(site, data=replace(site.data, lists={**site.data.lists, "tasks": (changed, *others)}, body=body))


def assert_words_survive(site, words):
    [content] = [content for path, content in atom(with_words(site, words)) if path == "owners/legal/atom.xml"]
    feed = ElementTree.fromstring(content)
    assert feed.findtext(f"{NS}title") == f"{words}：法规处"
    assert feed.findtext(f"{NS}author/{NS}name") == words
    [state] = [one for one in told(feed) if one[0].startswith("状态")]
    assert state[:2] == (f"状态：RW-001 {words}", f"2025年。记为“长期坚持”：{words}")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_they_went_in(department, words):
    assert_words_survive(opened(department.folder), words)


@pytest.fixture(scope="module")
def second():
    return opened(SECOND)


@settings(deadline=None)
@given(words=st.text(min_size=1).filter(lambda words: not [*forbidden(words, "")]))
def test_any_words_that_are_not_refused_come_out_as_they_went_in(second, words):
    assert_words_survive(second, words)


def test_a_long_history_is_cut_to_the_newest(department):
    site = opened(department.folder)
    tasks = tuple(
        replace(task, value=task.value.model_copy(update={"id": f"RW-{10_000 + number}"}))
        for number in range(3 * NEWEST)
        for task in site.data.lists["tasks"][:1]
    )
    many = replace(site, data=replace(site.data, lists={**site.data.lists, "tasks": tasks}, registry=None))
    feed = parsed(many)["changes/atom.xml"]
    assert len(entries(feed)) == NEWEST < len(events(many))


def test_feeds_are_the_same_bytes_until_something_happens(department):
    assert dict(atom(opened(department.folder, date(2026, 12, 1)))) == dict(atom(opened(department.folder)))


WRITE = """
import sys
from tests.test_atom import opened
from qingdan.export.atom import atom
from qingdan.export.ics import ics
for path, content in (*atom(site := opened(Path(sys.argv[1]))), *ics(site)):
    sys.stdout.buffer.write(path.encode() + content)
"""


def test_two_processes_write_the_same_bytes(department):
    """Feeds and calendar, under other hash seeds, time zones and clocks."""
    command = [sys.executable, "-c", f"from pathlib import Path{WRITE}", department.folder]
    surroundings = [{"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland"}]
    first, second = (
        subprocess.run(command, env={**os.environ, **env}, capture_output=True, check=True).stdout
        for env in surroundings
    )
    assert first == second
    assert first.count(b"<feed ") == 6
