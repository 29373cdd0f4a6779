"""The main walk in a real Firefox: a record with marked evidence, from the button on the page to the sheet."""

import argparse
import time
from pathlib import Path

import pytest

from conftest import AS_OF
from qingdan.commands import apply
from qingdan.site.check import problems_in

from .firefox import PROGRAM, firefox

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
        tab.click(button("交出去"))
        tab.click(button("下载变更单"))
        end = time.monotonic() + 30
        while not (found := [*downloads.glob("*.yml")]) or not found[0].stat().st_size:
            assert time.monotonic() < end
            time.sleep(0.2)
        assert tab.run("return window.hit ?? null") is None
    [slip] = found
    day = max(AS_OF, type(AS_OF).today())
    assert apply.run(argparse.Namespace(file=slip, data=data), day) == 0
    assert problems_in(data, day) == []
    [written] = (data / "records").glob("rw-003-*.yml")
    assert "引文: 开展讲座3次" in written.read_text("utf-8")
