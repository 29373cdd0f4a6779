"""The site as readers meet it: in a real Chromium, with mouse, keyboard, phone and assistive technology."""

import pytest
from playwright.sync_api import expect

from .kinds import kinds


def test_from_home_to_a_task_to_its_evidence_to_the_words_and_back(reader):
    reader.goto("")
    reader.get_by_role("link", name="法治建设任务清单").last.click()
    reader.get_by_role("link", name="涉法涉诉案件化解和信息公开申请").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("涉法涉诉案件化解和信息公开申请")
    expect(reader.get_by_text("近30件", exact=True)).to_be_visible()
    reader.get_by_role("link", name="2024年度报告 一（四）5，看原文").first.click()
    words = reader.locator("mark:target")
    expect(words).to_have_text("参与涉法涉诉案件化解、政府信息公开申请近30件")
    expect(words).to_be_in_viewport()
    assert words.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    reader.locator("section.paragraph", has=words).get_by_role("link", name="RW-028").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("涉法涉诉案件化解和信息公开申请")


def test_a_status_leads_to_its_definition(reader):
    reader.goto("tasks/rw-028/")
    reader.locator("a.badge", has_text="长期坚持").first.click()
    expect(reader.locator("tr:target")).to_contain_text("没有终点")


def test_search_finds_a_word_of_an_entry(reader):
    reader.goto("")
    reader.keyboard.press("/")
    reader.keyboard.type("128份", delay=30)
    expect(reader.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_no_page_scrolls_sideways(reader, folder, width):
    reader.set_viewport_size({"width": width, "height": 800})
    for path in kinds(folder):
        reader.goto(path)
        assert reader.evaluate("document.documentElement.scrollWidth") <= width, path


def test_without_javascript_every_list_is_complete(browser, address, folder, site):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.goto("tasks/")
    assert tab.locator("tr[data-entry]:visible").count() == len(site.lists["tasks"])
    tab.goto("reports/2024/")
    expect(tab.get_by_text("累计完成合同法律审核128份").first).to_be_visible()
    context.close()


def test_the_first_tab_stop_skips_to_the_text(reader):
    reader.goto("tasks/")
    reader.keyboard.press("Tab")
    expect(reader.locator(":focus")).to_have_text("跳到正文")
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_from_a_folder_without_a_server_every_link_leads_to_its_page(browser, folder):
    tab = browser.new_page()
    tab.goto((folder / "index.html").as_uri())
    tab.get_by_role("link", name="法治建设任务清单").last.click()
    tab.get_by_role("link", name="涉法涉诉案件化解和信息公开申请").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("涉法涉诉案件化解和信息公开申请")
    tab.get_by_role("link", name="2024年度报告 一（四）5，看原文").first.click()
    expect(tab.locator("mark:target")).to_have_text("参与涉法涉诉案件化解、政府信息公开申请近30件")
    tab.close()
