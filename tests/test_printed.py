"""A figure is shown in the words of its quotation, wherever it is shown; a number from elsewhere with its source."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import AS_OF
from qingdan.diff.reading import shown
from qingdan.export.documents import FILES
from qingdan.export.published import published
from qingdan.export.schemas import schema_of
from qingdan.render.entry import entry_page
from qingdan.render.report import report_page
from qingdan.site.check import open_site
from qingdan.site.search import search_documents

TASKS, VOCAB, QUOTED = "tasks/tasks.yml", "vocab.yml", "由法规处审核文件7份"


def printed(department, words, figure, note="审核文件。"):
    """Return the site of a department whose report prints `words` after 由法规处审核."""
    department.rewrite_report(QUOTED, f"由法规处审核{words}")
    department.edit(TASKS, f"引文: {QUOTED}", f"引文: '由法规处审核{words}'")
    department.edit(VOCAB, f"引文: {QUOTED}", f"引文: '由法规处审核{words}'")
    department.edit(TASKS, "说明: 审核文件7份。", f"说明: {note}")
    department.edit(TASKS, "数值: 7, 单位: 份", figure)
    return open_site(department.folder, AS_OF)


PRINTED = [
    ("近1,280件", "数值: 1280, 单位: 件, 约数: 近", "1280", "近"),
    ("近三十件", "数值: 30, 单位: 件, 约数: 是", "30", "近"),
    ("30余件", "数值: 30余, 单位: 件", "30", "余"),
    ("１.28 万件以上", "数值: 1.28, 单位: 万件, 约数: 以上", "1.28", "以上"),
    ("百分之百", "数值: 100, 单位: '%'", "100", None),
]


@pytest.mark.parametrize(("words", "figure"), [row[:2] for row in PRINTED])
def test_pages_and_search_show_a_figure_as_printed(department, words, figure):
    site = printed(department, words, figure)
    for page in (entry_page(site, "RW-001", "../../"), report_page(site, 2025, "../../")):
        shown_there = [b.text() for b in LexborHTMLParser(page).css("b, a")]
        assert words in shown_there
    document = next(found for found in search_documents(site) if "tasks/rw-001/" in str(found))
    assert f"{words} 文件审核" in str(document)


@pytest.mark.parametrize(("words", "figure", "value", "qualifier"), PRINTED)
def test_the_open_data_give_the_print_the_digits_and_what_qualifies_them(department, words, figure, value, qualifier):
    site = printed(department, words, figure)
    task = json.loads(dict(published(site))["data/v1/tasks.json"])["tasks"][0]
    (given,) = task["records"][0]["figures"]
    assert (given["text"], given["value"], given["qualifier"]) == (words, value, qualifier)
    assert given["approximate"] is (qualifier is not None)


def test_the_old_flag_is_marked_as_going():
    properties = schema_of(FILES["tasks"], "data/v1/schema/tasks.json")["$defs"]["Figure"]["properties"]
    assert [name for name, schema in properties.items() if schema.get("deprecated")] == ["approximate"]


def test_what_has_changed_is_told_as_printed(department):
    site = printed(department, "近三十件", "数值: 30, 单位: 件, 约数: 近")
    assert "近三十件 文件审核" in shown(site.entries["RW-001"].records[0], {})


def test_the_page_of_an_entry_tells_where_its_other_numbers_come_from(department):
    source = "{数字: 31份, 来源: 示例通报, 网址: 'https://www.example.gov.cn/numbers'}"
    department.edit(TASKS, "内容: 文件出台前先审核。\n", f"内容: 31份文件出台前先审核。\n  数字出处: [{source}]\n")
    site = open_site(department.folder, AS_OF)
    page = LexborHTMLParser(entry_page(site, "RW-001", "../../"))
    (link,) = page.css('a[href="https://www.example.gov.cn/numbers"]')
    assert link.text() == "示例通报"
    assert "31份：数字出自 示例通报" in link.parent.text()
    task = json.loads(dict(published(site))["data/v1/tasks.json"])["tasks"][0]
    assert task["number_sources"] == [
        {"number": "31份", "source": "示例通报", "url": "https://www.example.gov.cn/numbers"}
    ]
