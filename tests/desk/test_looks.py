"""Every screen of the desk: axe finds nothing, a phone needs no sideways scroll, and the keyboard alone suffices."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.built.test_axe import RULES

from .clerk import Clerk

pytestmark = pytest.mark.usefixtures("answered_here")
STEPS = 400
SCREENS = {
    "the start": "",
    "the jobs of a thing": "?id=RW-003",
    "a record": "?id=RW-003&job=添一条记录",
    "words": "?id=PF-001&job=改文字",
    "a law": "?id=water-use-rules&job=法规有了变化",
    "a new answer": "?new=answers",
    "nothing": "?id=RW-999",
}


def faults(tab: Page, where: str) -> list[str]:
    """Return what axe has against the screen, and whether it is wider than the window."""
    tab.evaluate("scrollTo(0, 0)")  # the theme's header covers what is scrolled below it
    found = [
        f"{where}: {fault['id']}: {node['html'][:200]}"
        for fault in Axe().run(tab, options=RULES).response["violations"]
        for node in fault["nodes"]
    ]
    wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, f"{where}: {wide} px too wide"] if wide > 0 else found


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_on_any_screen_and_none_is_too_wide(clerk: Clerk, scheme: str, width: int) -> None:
    tab, wrong = clerk.tab, []
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.set_viewport_size({"width": width, "height": 900})
    for name, query in SCREENS.items():
        clerk.open(query)
        if "job=" in query or "new=" in query:
            clerk.state("")
            tab.wait_for_timeout(800)
            for fold in tab.locator(".desk__fold > summary").all():
                fold.click()
            clerk.named("交出去").press("Enter")
            tab.wait_for_timeout(500)
        wrong += faults(tab, name)
    clerk.open("?id=RW-003&job=添一条记录")
    clerk.type("日期", "2025")
    clerk.choose("状态", "推进中")
    clerk.type("说明", "开展讲座3次。")
    clerk.click("从报告里选")
    wrong += faults(tab, "the report")
    clerk.mark("讲座3次")
    wrong += faults(tab, "words marked")
    clerk.click("用这几个字")
    clerk.named("加进证据").wait_for()
    wrong += faults(tab, "the quotation")
    clerk.click("加进证据")
    clerk.click("收起报告")
    clerk.state("没有问题")
    clerk.click("看一看")
    clerk.tab.get_by_role("heading", name="改了什么").wait_for()
    wrong += faults(tab, "the preview")
    clerk.hand_over()
    wrong += faults(tab, "handed over")
    clerk.open()
    wrong += faults(tab, "the start with a draft")
    clerk.open("?id=RW-003&job=添一条记录")
    wrong += faults(tab, "the way back to a draft")
    assert wrong == []


def to(tab: Page, name: str, key: str = "Tab") -> None:
    """Press a key until what goes by this name has the focus."""
    for _ in range(STEPS):
        tab.keyboard.press(key)
        told = tab.evaluate(
            """() => { const node = document.activeElement;
                 return node.getAttribute("aria-label") || [...(node.labels ?? [])].map(one => one.innerText).join() || node.innerText || ""; }"""
        )
        if re.match(name, told.strip()):
            return
    raise AssertionError(name)


def test_the_keyboard_alone_goes_from_the_start_to_the_downloaded_sheet(clerk: Clerk) -> None:
    tab = clerk.tab
    clerk.open()
    to(tab, "打编号，或者名称里的几个字")
    tab.keyboard.type("rw-003")
    to(tab, "RW-003")
    tab.keyboard.press("Enter")
    clerk.named("添一条记录", "link").wait_for()
    to(tab, "添一条记录")
    tab.keyboard.press("Enter")
    clerk.state("还有")
    to(tab, "日期")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("2025")
    to(tab, "已列入计划")
    tab.keyboard.press("ArrowDown")
    to(tab, "说明")
    tab.keyboard.type("开展讲座3次。")
    to(tab, "从报告里选")
    tab.keyboard.press("Enter")
    to(tab, ".*，按回车选整段")
    for _ in range(20):
        if "讲座" in tab.evaluate("document.activeElement.innerText"):
            break
        tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    clerk.named("加进证据").wait_for()
    to(tab, "加进证据")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    clerk.state("没有问题")
    to(tab, "交出去")
    tab.keyboard.press("Enter")
    clerk.named("下载变更单").wait_for()
    to(tab, "下载变更单")
    slip = clerk.download(lambda: tab.keyboard.press("Enter")).decode()
    assert "开展讲座3次" in slip
    assert "报告: 2025" in slip
