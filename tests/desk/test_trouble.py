"""What goes wrong at the desk, and what is said then: nothing is lost, and each fault is a sentence with a way on."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser import watched

from .clerk import Clerk

FORM = "?id=RW-001&job=改文字"
LOST = (
    "edit/core.zip",
    "edit/data.zip",
    "edit/runtime/pyodide.asm.wasm",
    "edit/runtime/pyodide.mjs",
    "assets/desk/worker.js",
)

NO_STORAGE = {
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "forbidden": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})",
}


@pytest.mark.parametrize("file", LOST)
def test_a_file_that_does_not_come_is_told_and_tried_again(
    context: BrowserContext, folder: Path, data: Path, file: str
) -> None:
    clerk = Clerk(context.new_page(), data)
    clerk.tab.route(f"**/{file}*", lambda route: route.abort())
    clerk.tab.goto(f"edit/{FORM}")
    told = clerk.tab.get_by_role("alert")
    told.wait_for()
    assert told.inner_text().partition("\n")[0].endswith("。")
    clerk.tab.unroute(f"**/{file}*")
    clerk.click("再试一次")
    clerk.wait()
    clerk.state("还没有改什么")


def test_words_are_kept_in_this_browser_and_offered_again(clerk: Clerk) -> None:
    clerk.open(FORM)
    clerk.type("内容", "先审核。")
    clerk.open()
    clerk.click("改文字：RW-001 文件审核", "link")
    clerk.click("接着写")
    clerk.state("没有问题")
    assert clerk.frame("内容").locator("textarea").input_value() == "先审核。"


@pytest.mark.parametrize("how", ["full", "forbidden"])
def test_storage_that_fails_is_told_and_the_form_works(
    context: BrowserContext, folder: Path, data: Path, how: str
) -> None:
    clerk = Clerk(context.new_page(), data)
    clerk.tab.add_init_script(NO_STORAGE[how])
    clerk.open(FORM)
    clerk.type("内容", "先审核。")
    clerk.tab.get_by_role("alert").filter(has_text="这个浏览器存不下没写完的字").wait_for()
    assert len(clerk.hand_over()) == 1


def test_characters_that_nobody_sees_are_mended_by_a_press(clerk: Clerk) -> None:
    clerk.open(FORM)
    box = clerk.frame("内容").locator("textarea")
    box.fill("文件\u200b出台\u00ad前先\u00a0审核，再印发。")
    clerk.click("去掉看不见的字和换行")
    clerk.state("没有问题")
    assert "\u200b" not in box.input_value()
    assert box.evaluate("node => node === document.activeElement")
    [file] = clerk.hand_over()
    assert "再印发。" in file.text


def test_ten_thousand_characters_are_declined_with_a_sentence(clerk: Clerk) -> None:
    clerk.open(FORM)
    clerk.type("内容", "长" * 10_000)
    clerk.state("有 1 处要改")
    assert clerk.frame("内容").locator(".desk__message").inner_text().strip()


def test_what_is_missing_is_listed_with_links_when_it_is_handed_over(clerk: Clerk) -> None:
    clerk.open("?new=tasks")
    clerk.state("没填")
    clerk.named("交出去").press("Enter")
    links = clerk.tab.locator(".desk__summary a")
    links.first.wait_for()
    assert clerk.tab.locator(":focus").count() == 1
    links.filter(has_text="内容").click()
    assert clerk.frame("内容").locator("textarea").evaluate("node => node === document.activeElement")


def test_two_tabs_on_one_form_lose_neither_what_is_on_screen(clerk: Clerk, address: str) -> None:
    clerk.open(FORM)
    other = Clerk(clerk.tab.context.new_page(), clerk.data)
    faults = watched(other.tab, address)
    other.open(FORM)
    clerk.type("内容", "先审核一遍。")
    other.type("内容", "先审核两遍。")
    [mine], [theirs] = clerk.hand_over(), other.hand_over()
    assert "内容: 先审核一遍。" in mine.text
    assert "内容: 先审核两遍。" in theirs.text
    assert faults == []


def test_an_address_that_names_nothing_is_answered_with_the_nearest(clerk: Clerk) -> None:
    clerk.open("?id=RW-0001")
    clerk.tab.get_by_role("heading", name="打不开").wait_for()
    assert "没有“RW-0001”" in clerk.tab.locator("#desk").inner_text()
    clerk.open("?id=<img src=x onerror=window.hit=1>&job=改文字")
    clerk.tab.get_by_role("heading", name="打不开").wait_for()
    assert clerk.tab.evaluate("window.hit") is None


def test_an_amount_that_the_archived_law_does_not_have_is_refused_as_it_is_typed(clerk: Clerk) -> None:
    clerk.open("?id=WD-001&job=改文字")
    clerk.state("还没有改什么")
    first = clerk.frame("罚").locator(".desk__row").first
    for fold in first.locator("details:not([open]) > summary").all():
        fold.click()
    clerk.type(clerk.frame("上限", first).locator("textarea, input").first, "600")
    clerk.form.get_by_text("所引的条款里没有“100至600元”，有：一百元以上五百元以下；请照原文改").first.wait_for()
    clerk.type(clerk.frame("上限", first).locator("textarea, input").first, "500")
    clerk.state("还没有改什么")
