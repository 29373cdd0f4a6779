"""A real Firefox: a record with marked evidence from the button on the page to the sheet, and every other job."""

import argparse
import time
from pathlib import Path

import pytest

from conftest import AS_OF
from qingdan.commands import apply
from qingdan.site.check import problems_in
from tests.browsers.firefox import PROGRAM, Firefox, firefox

pytestmark = pytest.mark.chromium
WORDS = "讲座3次"
PLACES = """
  const line = [...document.querySelectorAll(".desk__words")].find(one => one.textContent.includes(arguments[0]));
  line.scrollIntoView({block: "center"});
  const range = document.createRange(), at = line.textContent.indexOf(arguments[0]);
  range.setStart(line.firstChild, at); range.setEnd(line.firstChild, at + arguments[0].length);
  const rect = range.getBoundingClientRect();
  return [[rect.left + 1, rect.top + rect.height / 2], [rect.right - 1, rect.top + rect.height / 2]];
"""


def button(name: str) -> str:
    return f"//button[normalize-space()='{name}']"


def field(title: str) -> str:
    return f"//*[contains(@class, 'desk__field')][*[contains(@class, 'desk__label')][starts-with(normalize-space(), '{title}')]]"


@pytest.mark.skipif(PROGRAM is None, reason="没有 Firefox：这台机器上没有装")
def test_a_record_is_added_in_firefox(folder: Path, address: str, data: Path, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with firefox(tmp_path / "profile", downloads) as tab:
        tab.open(f"{address}tasks/rw-003/")
        tab.click("//main//a[normalize-space()='改这一条']")
        begun = time.monotonic()
        tab.click("//a[normalize-space()='添一条记录']")
        print(f"\nready in Firefox: {time.monotonic() - begun:.1f} s")
        tab.type(f"{field('日期')}//input[@type='text']", "2025")
        tab.click(f"{field('状态')}//label[.//input[@value='推进中']]")
        tab.type(f"{field('说明')}//textarea", "开展讲座3次。")
        tab.click(button("从报告里选"))
        tab.find(button("收起报告"))
        time.sleep(1)
        tab.drag(*tab.run(PLACES, WORDS))
        tab.click(button("用这几个字"))
        tab.click(button("加进证据"))
        tab.click(button("收起报告"))
        tab.find("//*[contains(@class, 'desk__state')][.='没有问题']")
        slip = handed_over(tab, downloads)
    carried_out(slip, data)
    [written] = (data / "records").glob("rw-003-*.yml")
    assert "引文: 开展讲座3次" in written.read_text("utf-8")


def handed_over(tab: Firefox, downloads: Path) -> Path:
    """Hand over what is filled in. Out: the sheet that was downloaded."""
    before = {*downloads.glob("*.yml")}
    tab.click(button("交出去"))
    tab.click(button("下载变更单"))
    end = time.monotonic() + 120
    while not (fresh := [one for one in {*downloads.glob("*.yml")} - before if one.stat().st_size]):
        assert time.monotonic() < end
        time.sleep(0.2)
    return fresh[0]


def carried_out(slip: Path, data: Path) -> None:
    """Carry a sheet out, on the day of the browser."""
    day = max(AS_OF, type(AS_OF).today())
    assert apply.run(argparse.Namespace(file=slip, data=data), day) == 0
    assert problems_in(data, day) == []


JOBS: dict[str, list[tuple[str, str, str]]] = {
    "?id=RW-001&job=改文字": [("type", f"{field('内容')}//textarea", "文件出台以前先审核。")],
    "?id=RW-004&job=核定": [],
    "?id=RW-003&job=退出": [("type", f"{field('说明')}//textarea", "整改已经并入文件审核。")],
    "?id=WD-002&job=退出": [("type", f"{field('说明')}//textarea", "问得不清楚。")],
    "?id=water-use-rules&job=法规有了变化": [
        ("type", f"{field('核对')}{field('日期')}//input[@type='text']", "2026-05-20")
    ],
    "?new=tasks": [
        ("type", f"{field('名称')}//textarea", "检查供水管线"),
        ("click", f"{field('领域')}//label[.//input[@value='依法行政']]", ""),
        ("click", f"{field('责任主体')}//label[.//input[@value='法规处']]", ""),
        ("click", f"{field('时限')}//button[.='写“报告没有写”']", ""),
        ("type", f"{field('内容')}//textarea", "每年检查供水管线。"),
        ("click", f"{field('来源')}//label[.//input[@value='法规整理']]", ""),
    ],
}


@pytest.mark.skipif(PROGRAM is None, reason="没有 Firefox：这台机器上没有装")
def test_every_job_is_done_in_firefox(folder: Path, address: str, data: Path, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    with firefox(tmp_path / "profile", downloads) as tab:
        for query, steps in JOBS.items():
            tab.open(f"{address}edit/{query}")
            for step, xpath, words in steps:
                tab.type(xpath, words) if step == "type" else tab.click(xpath)
            tab.find("//*[contains(@class, 'desk__state')][.='没有问题']")
            carried_out(handed_over(tab, downloads), data)
