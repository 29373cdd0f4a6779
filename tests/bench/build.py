"""`make bench`: our build beside stock MkDocs + Material on the same pages, in the same run, as ratios."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from qingdan.render import MACROS
from qingdan.site.check import open_site, problems_in
from qingdan.site.pages import pages
from qingdan.text.dates import as_of

from .scale import EPOCH, size_of

DATA = Path(os.environ.get("DATA_DIR") or "data")
DAY = as_of()
RUNS = 5

STOCK = """site_name: stock
theme: {name: material, language: zh, font: false}
"""
SEARCH = r"plugins: [{search: {lang: zh, separator: '[\s\u200b]'}}]" "\n"
"""How the stock engine searches Chinese, with jieba."""


def stock_project(folder, site, settings=STOCK):
    """Write every page of the site as finished Markdown for a stock project without macros and hooks."""
    docs = folder / "docs"
    shutil.copytree("docs", docs)
    for page in pages(site):
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MACROS[page.macro](site, page.argument, root="../../"), encoding="utf-8")
    for path in docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        for name, render in MACROS.items():
            if (call := f"{{{{ {name}() }}}}") in text:
                text = text.replace(call, render(site, root="../"))
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def seconds_of(command, cwd="."):
    """Return the median seconds and the peak memory in MB of a whole process over RUNS runs after a warm-up."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times[1:])


def check_seconds():
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        assert problems_in(DATA, DAY) == []
        times.append(time.perf_counter() - start)
    return median(times)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock_project(folder / "stock", open_site(DATA, DAY))
        checked = check_seconds()
        ours = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "ours")]
        whole = [
            sys.executable,
            "-m",
            "qingdan",
            "build",
            "--as-of",
            DAY.isoformat(),
            "--site-dir",
            str(folder / "whole"),
        ]
        engine, stock, full = (
            seconds_of(ours),
            seconds_of([sys.executable, "-m", "mkdocs", "build"], folder / "stock"),
            seconds_of(whole),
        )
        (our_bytes, our_page), (stock_bytes, stock_page) = size_of(folder / "ours"), size_of(folder / "stock" / "site")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'':24}{'本站':>12}{'原版':>12}{'比':>8}")
    print(f"{'检查数据（秒）':20}{checked:12.3f}{'—':>13}{'—':>9}")
    for label, our, their in (
        ("生成网页（秒）", engine, stock),
        ("检查、生成、再检查（秒）", full, stock),
        ("网站大小（MB）", our_bytes / 1e6, stock_bytes / 1e6),
        ("最大的页面（kB）", our_page / 1e3, stock_page / 1e3),
    ):
        print(f"{label:20}{our:12.2f}{their:12.2f}{our / their:8.2f}")
    print(f"内存峰值（各进程中最大，MB）：{peak:.0f}。每项为 {RUNS} 次的中位数。")


if __name__ == "__main__":
    main()
