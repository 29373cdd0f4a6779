"""The script of the lists on a list of a thousand rows: how long a choice, a letter and a new order take to show."""

import dataclasses
import shutil
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.stretches import LIMIT

RUNS = 30
GOAL = 50

PAGE = """<!doctype html><html lang="zh-CN" class="js"><meta charset="utf-8"><link rel="stylesheet" href="site.css">
<body data-md-color-scheme="default"><div class="md-typeset">{}</div>"""

MEASURE = """([change, undo, runs]) => {
  const act = (code) => {
    const start = performance.now();
    new Function(code)();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  return Array.from({length: runs}, () => [act(change), act(undo)]).flat();
}"""

FIRE = """const form = document.querySelector(".filters"), field = form.elements.{};
field.value = {!r}; field.dispatchEvent(new Event({!r}, {{bubbles: true}}));"""


def thousand():
    """Return the site with its tasks repeated under new numbers until a page is full."""
    site = open_site(Path("data"), date(2026, 11, 23))
    tasks = [task for task in site.data.lists["tasks"] if not task.value.answers]
    many = tuple(
        dataclasses.replace(task, value=task.value.model_copy(update={"id": f"RW-{10_000 + number}"}))
        for number in range(LIMIT)
        for task in [tasks[number % len(tasks)]]
    )
    return dataclasses.replace(site, data=dataclasses.replace(site.data, lists={**site.data.lists, "tasks": many}))


def main():
    cases = {
        "选一个状态": (FIRE.format("status", "done", "change"), FIRE.format("status", "", "change")),
        "输入一个字": (FIRE.format("text", "审", "input"), FIRE.format("text", "", "input")),
        "输入三个词": (FIRE.format("text", "法 行政 规定", "input"), FIRE.format("text", "", "input")),
        "按名称排序": (FIRE.format("sort", "name", "change"), FIRE.format("sort", "", "change")),
    }
    print(f"清单 {LIMIT} 行，毫秒（含重新排版），{RUNS} 次的中位数和最大值；目标：筛选 ≤ {GOAL}")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "assets").mkdir()
        shutil.copy("docs/assets/lists.js", folder / "assets")
        shutil.copy("docs/assets/site.css", folder)
        (folder / "index.html").write_text(
            PAGE.format(MACROS["entry_list"](thousand(), "tasks", root="./")), encoding="utf-8"
        )
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width in (1280, 360):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto((folder / "index.html").as_uri())
            for case, (change, undo) in cases.items():
                times = page.evaluate(MEASURE, [change, undo, RUNS])
                print(f"{width:>5} px  {case}  {median(times):6.1f}  {max(times):6.1f}")
        browser.close()


if __name__ == "__main__":
    main()
