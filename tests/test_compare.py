"""Years side by side: nothing to compare with one report, figures and states by year with two."""

import hashlib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from qingdan.publish.prose import written_documents
from qingdan.publish.site_check.promised import missing
from qingdan.render.compare import _cells, compare
from qingdan.render.overview import report_list
from qingdan.site.check import open_site
from qingdan.site.pages import COMPARE, waiting_pages

from .test_agenda import AS_OF, TASKS

TEXT = """示例区水务局2024年度法治政府建设情况报告
（一）依法办事
一是由法规处审核文件5份；二是准备约谈用水户。
"""
META = """年度: 2024
标题: 示例区水务局2024年度法治政府建设情况报告
发布单位: 示例区水务局
公布日期: 待核
来源: 虚构的测试文本。
sha256: {digest}
"""
AUDIT_2024 = """  记录:
    - 日期: 2024
      状态: 推进中
      说明: 审核文件5份。
      证据:
        - {报告: 2024, 段落: （一）1, 引文: 由法规处审核文件5份}
      指标:
        - {名称: 文件审核, 数值: 5, 单位: 份}
    - 日期: 2025
      状态: 长期坚持
      说明: 审核文件7份。
"""


@pytest.fixture
def two_years(department):
    """The second department with a report on the year before, on which one record rests."""
    reports = department.folder / "reports"
    (reports / "2024.txt").write_text(TEXT, "utf-8")
    digest = hashlib.sha256((reports / "2024.txt").read_bytes()).hexdigest()
    (reports / "2024.yml").write_text(META.format(digest=digest), "utf-8")
    department.edit(TASKS, "  记录:\n    - 日期: 2025\n      状态: 长期坚持\n      说明: 审核文件7份。\n", AUDIT_2024)
    return open_site(department.folder, AS_OF)


def row(html, mark):
    """Return the cells of a row: text and the addresses it links to."""
    cells = LexborHTMLParser(html).css(f"tr[{mark}] td")
    return [(" ".join(cell.text().split()), [link.attributes["href"] for link in cell.css("a")]) for cell in cells]


def test_with_one_report_it_says_in_one_line_that_there_is_nothing_to_compare(department):
    site = open_site(department.folder, AS_OF)
    page = LexborHTMLParser(compare(site, "../"))
    assert [p.text() for p in page.css("p")] == ["现在只收录了 1 份年度报告，还没有可以对照的。"]
    assert page.css("table") == []


def test_figures_of_one_name_stand_side_by_side_and_lead_to_their_sentences(two_years):
    before, after = row(compare(two_years, "../"), "data-figure='文件审核'")
    assert (before[0], after[0]) == ("5份", "7份")
    anchors = {c.evidence.report: c.anchor for c in two_years.citations["RW-001"]}
    assert before[1] == [f"../reports/2024/#{anchors[2024]}"]
    assert after[1] == [f"../reports/2025/#{anchors[2025]}"]


def test_a_figure_that_one_report_does_not_give_is_said_to_be_missing(two_years):
    before, after = row(compare(two_years, "../"), "data-figure='约谈用水户'")
    assert (before, after[0]) == (("没有写", []), "近20户次")


def test_states_stand_side_by_side_and_lead_to_their_sentences(two_years):
    before, after = row(compare(two_years, "../"), "data-states='RW-001'")
    assert "推进中" in before[0]
    assert "长期坚持" in after[0]
    assert before[1][0].startswith("../reports/2024/#q-")
    assert after[1][0].startswith("../reports/2025/#q-")


def test_years_run_from_early_to_late(two_years):
    heads = LexborHTMLParser(compare(two_years, "../")).css("thead tr")
    assert [[cell.text() for cell in head.css("th")][1:] for head in heads] == [["2024", "2025"], ["2024", "2025"]]


def test_entries_without_evidence_have_no_row(two_years):
    assert row(compare(two_years, "../"), "data-states='RW-004'") == []


def test_the_reports_page_leads_here_only_with_two_reports(department, two_years):
    assert 'href="../compare/"' in report_list(two_years, "../")


def test_the_reports_page_does_not_lead_here_with_one(department):
    assert "compare/" not in report_list(open_site(department.folder, AS_OF), "../")


def there(site):
    """Whether the page is made, found by the search, and demanded of the built site."""
    return (
        COMPARE not in waiting_pages(site),
        any(page.path == COMPARE for page in written_documents(Path("docs"), site)),
        f"{COMPARE}index.html" in missing(site, Path("nowhere")),
    )


def test_the_page_is_there_with_two_reports(two_years):
    assert there(two_years) == (True, True, True)


def test_the_page_is_not_there_with_one(department):
    assert there(open_site(department.folder, AS_OF)) == (False, False, False)


def test_years_on_end_that_say_nothing_are_one_cell():
    [before, said, after] = _cells([2020, 2021, 2022, 2023], {2022: "七份"})
    assert (before.label, len(before.years), before.found) == ("2020—2021", 2, None)
    assert (said.label, said.found) == ("2022", "七份")
    assert (after.label, len(after.years), after.found) == ("2023", 1, None)
