"""Long lists on a slow phone: how long until rows stand there, until a choice, words or an order are answered; bytes asked for."""

import gzip
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from qingdan.render import MACROS
from qingdan.render.stretch import row_files
from qingdan.site.check import open_site
from tests.browser import FLAGS, served
from tests.enlarged import enlarged

SIZE = int(os.environ.get("SIZE", "10000"))
RUNS = 5
SLOWER = 4
LISTS = {
    "publicity": {"选一个领域": "?field=heating", "找一个词": "?text=规定", "按名称排序": "?sort=name"},
    "tasks": {"选一个状态": "?status=ongoing", "找一个词": "?text=审核", "按名称排序": "?sort=name"},
    "laws": {"选一个级别": "?level=law", "找一个词": "?text=条例", "按名称排序": "?sort=name"},
}

PAGE = """<!doctype html><html lang="zh-CN" class="js"><meta charset="utf-8"><link rel="stylesheet" href="../assets/site.css">
<body data-md-color-scheme="default"><div class="md-typeset">{}</div>"""

ANSWERED = """async () => {
  const ready = () => document.querySelectorAll("[data-drawn] td").length > 0;
  while (!ready()) await new Promise(requestAnimationFrame);
  document.body.getBoundingClientRect();
  return performance.now();
}"""

AGAIN = """async (search) => {
  const query = new URLSearchParams(search);
  const [[name, value]] = query;
  const field = document.querySelector(".filters").elements[name];
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event(name === "text" ? "input" : "change", { bubbles: true }));
  await new Promise(setTimeout);
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def large():
    """Return the frozen lists with so many entries, half in each list, and as many laws for them as there are today."""
    site = open_site(Path("tests/fixtures/first"), date(2026, 11, 23))
    each = {folder: SIZE // 2 - len(site.lists[folder]) for folder in ("publicity", "tasks")}
    return enlarged(site, **each, laws=SIZE * 85 // 100 - len(site.laws))


def written(site, folder):
    """Write the pages of the lists and the files of their rows, with scripts and styles."""
    (folder / "assets").mkdir()
    for name in ("lists.js", "long.js", "site.css"):
        shutil.copy(f"docs/assets/{name}", folder / "assets")
    for name in LISTS:
        html = MACROS["law_list"](site, root="../") if name == "laws" else MACROS["entry_list"](site, name, root="../")
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(html), encoding="utf-8")
    for path, content in row_files(site):
        (folder / path).write_bytes(content)


def times(browser, address, then):
    """Return the milliseconds from the start of a visit to its rows, and from a change, the rows being there, to its answer."""
    firsts, agains = [], []
    for _ in range(RUNS):
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = context.new_page()
        page.set_default_timeout(600_000)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(f"{address}{then}", wait_until="commit")
        firsts.append(page.evaluate(ANSWERED))
        agains.append(page.evaluate(AGAIN, "sort=status"))
        context.close()
    return median(firsts), median(agains)


def main():
    """Print what each list costs."""
    print(f"{SIZE} 条，处理器慢 {SLOWER} 倍，360 px，毫秒，{RUNS} 次的中位数；kB 是 gzip 以后的")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        written(large(), folder)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with served(folder) as address:
            for list_name, cases in LISTS.items():
                files = {
                    file.name: len(gzip.compress(file.read_bytes(), 6)) / 1000
                    for file in (folder / list_name).iterdir()
                }
                print(list_name, "，".join(f"{file} {size:.0f} kB" for file, size in sorted(files.items())))
                for case, query in cases.items():
                    first, again = times(browser, f"{address}{list_name}/", query)
                    print(f"  {case}：到第一批行 {first:6.0f}，改排序再答 {again:6.0f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
