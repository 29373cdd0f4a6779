"""Each job, from its button on the page to the file that is handed over."""

import re

import pytest
from playwright.sync_api import Locator

from .clerk import Clerk, Offered, changed_lines, put

pytestmark = pytest.mark.usefixtures("answered_here")
STEPS = 15
"""Clicks and fields in which a record with its evidence is added, from the page of the entry to the file."""


def goes_to_desk(clerk: Clerk, page: str, button: str, around: Locator | None = None) -> None:
    """Press a button on a page of the site, and wait for the desk that it opens."""
    clerk.tab.goto(page)
    clerk.click((around or clerk.tab.get_by_role("main")).get_by_role("link", name=button, exact=True).first)
    clerk.wait()


def only_new(files: list[Offered]) -> Offered:
    """Return the one file that is handed over, a new one."""
    [file] = files
    assert file.fresh
    return file


def edited(clerk: Clerk, name: str, files: list[Offered]) -> tuple[list[str], list[str]]:
    """Return the lines that differ of the one file that is handed over, its comments all kept."""
    [file] = files
    assert file.path.endswith(name)
    assert not file.fresh
    before = (clerk.data / name).read_text("utf-8")
    assert comments(file.text) == comments(before)
    return changed_lines(before, file.text)


def comments(text: str) -> list[str]:
    return re.findall(r"(?m)#.*$", text)


def add_record(clerk: Clerk) -> None:
    """Fill in a record with a quotation that is marked in the report."""
    goes_to_desk(clerk, "tasks/rw-003/", "改这一条")
    clerk.click("添一条记录", "link")
    clerk.type("日期", "2025")
    clerk.choose("状态", "推进中")
    clerk.type("说明", "开展讲座3次。")
    clerk.click("从报告里选")
    clerk.mark("讲座3次")
    clerk.click("用这几个字")
    clerk.click(clerk.tab.get_by_role("checkbox", name="3次"))
    clerk.click("加进证据")
    clerk.click("收起报告")
    clerk.type(clerk.frame("名称", clerk.frame("指标")).locator("textarea"), "普法讲座")


def test_a_record_with_evidence_is_added_in_few_steps(clerk: Clerk) -> None:
    add_record(clerk)
    file = only_new(clerk.hand_over())
    assert clerk.actions <= STEPS, clerk.actions
    print(f"\nadd a record with evidence: {clerk.actions} actions")
    assert re.fullmatch(r"\S+/records/rw-003-2026-11-23-[0-9a-f]{6}\.yml", file.path)
    put([file], clerk.data)
    assert "引文: 开展讲座3次" in file.text
    assert "名称: 普法讲座" in file.text


def test_words_are_changed_and_nothing_else(clerk: Clerk) -> None:
    goes_to_desk(clerk, "tasks/rw-001/", "改这一条")
    clerk.click("改文字", "link")
    clerk.type("内容", "文件出台以前先审核。")
    files = clerk.hand_over()
    assert edited(clerk, "tasks/tasks.yml", files) == (["  内容: 文件出台前先审核。"], ["  内容: 文件出台以前先审核。"])
    put(files, clerk.data)


def test_an_entry_is_confirmed(clerk: Clerk) -> None:
    goes_to_desk(clerk, "tasks/rw-003/", "改这一条")
    clerk.click("核定", "link")
    clerk.type("核定日期", "2026-11-20")
    file = only_new(clerk.hand_over())
    assert "核定: 已核定\n" in file.text
    assert "核定日期: 2026-11-20\n" in file.text
    put([file], clerk.data)


def test_an_entry_is_retired(clerk: Clerk) -> None:
    goes_to_desk(clerk, "tasks/rw-003/", "改这一条")
    clerk.click("退出", "link")
    clerk.type("日期", "2026-11-20")
    clerk.type("说明", "整改已经并入文件审核。")
    clerk.click("添一项：接续")
    clerk.type(clerk.tab.get_by_label("接续，第 1 项"), "RW-001")
    file = only_new(clerk.hand_over())
    assert "状态: 已退出\n" in file.text
    put([file], clerk.data)


def test_an_answer_is_retired(clerk: Clerk) -> None:
    clerk.tab.goto("topics/water/")
    clerk.click(clerk.tab.locator("summary", has_text="什么时候核对的：年度报告要不要公开？"))
    clerk.click(clerk.tab.locator("details[open]").get_by_role("link", name="改这一条"))
    clerk.tab.get_by_role("heading", name="WD-002").wait_for()
    clerk.click("退出", "link")
    clerk.type("说明", "问得不清楚。")
    file = only_new(clerk.hand_over())
    assert "编号: WD-002\n" in file.text
    put([file], clerk.data)


def test_a_law_has_changed(clerk: Clerk) -> None:
    goes_to_desk(clerk, "laws/water-use-rules/", "改这一条")
    clerk.click("法规有了变化", "link")
    clerk.type(clerk.frame("日期", clerk.frame("核对")).locator("input").first, "2026-05-20")
    files = clerk.hand_over()
    gone, new = edited(clerk, "laws/laws.yml", files)
    assert len(gone) == len(new) == 1
    put(files, clerk.data)


def test_a_law_is_repealed(clerk: Clerk) -> None:
    goes_to_desk(clerk, "laws/water-use-rules/", "改这一条")
    clerk.click("法规有了变化", "link")
    clerk.choose("状态", "已废止")
    clerk.type("废止日期", "2026-05-01")
    clerk.type(clerk.frame("日期", clerk.frame("核对")).locator("input").first, "2026-05-20")
    files = clerk.hand_over()
    gone, new = edited(clerk, "laws/laws.yml", files)
    assert "  废止日期: 2026-05-01" in new
    assert len(gone) == len(new) - 1
    put(files, clerk.data)


def test_a_law_cannot_be_checked_as_of_a_day_on_which_its_archived_words_are_others(clerk: Clerk) -> None:
    clerk.open("?id=water-use-rules&job=法规有了变化")
    clerk.type(clerk.frame("日期", clerk.frame("核对")).locator("input").first, "2026-11-20")
    said = "说明写“不得”，第九条的原文里没有禁止的话；请核对条号，或者改说明"
    clerk.form.get_by_text(said).first.wait_for()


def test_a_task_is_added(clerk: Clerk) -> None:
    goes_to_desk(clerk, "tasks/", "新增一条")
    clerk.type("名称", "检查供水管线")
    clerk.choose("领域", "依法行政")
    clerk.choose("责任主体", "法规处")
    clerk.type("时限", "报告没有写")
    clerk.type("内容", "每年检查供水管线。")
    clerk.choose("来源", "法规整理")
    file = only_new(clerk.hand_over())
    assert file.path.endswith("/tasks/rw-005.yml")
    put([file], clerk.data)


def test_publicity_is_added(clerk: Clerk) -> None:
    goes_to_desk(clerk, "publicity/", "新增一条")
    clerk.type("名称", "用水普法")
    clerk.choose("性质", "专业")
    clerk.choose("领域", "水务")
    row = clerk.add("法规")
    clerk.choose("法规", "water-use-rules", inside=row)
    clerk.choose("对象", "用水户")
    clerk.choose("形式", "执法普法")
    clerk.choose("责任主体", "法规处")
    clerk.type("时限", "报告没有写")
    clerk.type("内容", "向用水户讲用水条例。")
    clerk.choose("来源", "法规整理")
    file = only_new(clerk.hand_over())
    assert file.path.endswith("/publicity/pf-003.yml")
    put([file], clerk.data)


def test_an_answer_is_added(clerk: Clerk) -> None:
    goes_to_desk(clerk, "topics/", "新增一条")
    clerk.type("条目", "PF-001")
    clerk.type("问", "停水要不要先通知？")
    clerk.type("答", "要先通知。")
    row = clerk.add("依据")
    clerk.choose("法规", "water-use-rules", inside=row)
    clerk.type(clerk.frame("条", row).locator("textarea"), "第三条")
    clerk.type("谁来管", "水务部门")
    clerk.choose("地方", "本地")
    checked = clerk.frame("核对")
    clerk.type(clerk.frame("日期", checked).locator("input").first, "2026-11-20")
    clerk.type(clerk.frame("来源", checked).locator("textarea").first, "示例政府网的条文")
    file = only_new(clerk.hand_over())
    assert file.path.endswith("/answers/wd-004.yml")
    put([file], clerk.data)


def test_a_law_is_added(clerk: Clerk) -> None:
    goes_to_desk(clerk, "laws/", "新增一条")
    clerk.type("标识", "pipe-rules")
    clerk.type("名称", "示例供水管线规定")
    clerk.type("简称", "管线规定")
    clerk.choose("级别", "地方性法规")
    clerk.choose("状态", "待核")
    clerk.choose("领域", "水务")
    checked = clerk.frame("核对")
    clerk.type(clerk.frame("日期", checked).locator("input").first, "2026-11-20")
    clerk.type(clerk.frame("名称", clerk.add("来源", checked)).locator("textarea"), "示例政府网")
    clerk.choose("可信度", "高", inside=checked)
    file = only_new(clerk.hand_over())
    assert file.path.endswith("/laws/pipe-rules.yml")
    put([file], clerk.data)
