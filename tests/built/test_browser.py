"""The site as readers meet it: in a real Chromium, with mouse, keyboard, phone and assistive technology."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

KINDS = ["", "tasks/", "tasks/rw-028/", "publicity/pf-001/", "laws/", "laws/eco-code/", "laws/solid-waste/", "reports/",
         "reports/2024/", "owners/", "owners/counsel/", "coverage/", "status/", "about/", "guide/", "404.html"]  # fmt: skip


@pytest.fixture
def reader(browser, address, folder):
    """A page whose every console error and every request to another host is noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    tab = context.new_page()
    tab.faults = []
    tab.on("console", lambda message: message.type == "error" and tab.faults.append(message.text))
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))
    host = urlsplit(address).netloc
    tab.on("request", lambda request: urlsplit(request.url).netloc not in (host, "") and tab.faults.append(request.url))
    yield tab
    assert tab.faults == []
    context.close()


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
    expect(reader.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_no_page_scrolls_sideways(reader, width):
    reader.set_viewport_size({"width": width, "height": 800})
    for path in KINDS:
        reader.goto(path)
        assert reader.evaluate("document.documentElement.scrollWidth") <= width, path


def test_without_javascript_every_list_is_complete(browser, address, folder, site):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.goto("tasks/")
    assert tab.locator("tr[data-entry]:visible").count() == len(site.tasks)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_violation_in_the_text_of_any_kind_of_page(reader, scheme, width):
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size({"width": width, "height": 900})
    axe = Axe()
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    for path in KINDS:
        reader.goto(path)
        found = axe.run(reader, context={"exclude": [[".md-search"], [".md-sidebar"]]}, options=tags)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_it_works_from_a_file_without_a_server_for_a_single_page(browser, folder):
    tab = browser.new_page()
    tab.goto((folder / "tasks" / "rw-028" / "index.html").as_uri())
    expect(tab.get_by_role("heading", level=1)).to_have_text("涉法涉诉案件化解和信息公开申请")
    tab.close()
