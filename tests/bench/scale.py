"""100, 1,000 and 10,000 entries, with laws and reports in proportion: ours beside stock MkDocs + Material + jieba.

A process counts the memory of the one that started it as its own, so this one stays small: `prepare` loads the site.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from qingdan.text.dates import CHINA, as_of

SIZES = tuple(map(int, os.environ.get("SIZES", "100 1000 10000").split()))
GOALS = """目标：检查 100 条 ≤ 0.25 秒，10,000 条 ≤ 3 秒；检查、生成、再检查 100 条 ≤ 原版的 0.7，10,000 条 ≤ 0.3；
10,000 条的内存峰值 ≤ 450 MB；100 条时改一条后的预览 ≤ 0.5 秒。"""
TODAY = as_of()
DAY = TODAY.isoformat()
EPOCH = str(int(datetime.combine(TODAY, time_of_day(), CHINA).timestamp()))
"""The data tells of what has happened, so it passes the check on no earlier day."""
PREVIEWS = "甲乙丙丁戊"
"""One word an edit tells it from the others; figures would need a source."""
COUNT, BUILD = "条目（条）", "生成（秒）"
PORT = 8765
WORDS = "测速时改的一句"


@dataclass(frozen=True)
class Run:
    """A whole process: seconds of the clock, and the most memory it held, or one that it began, in MB."""

    seconds: float
    memory: float


def run(command, cwd=".", **environment):
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, **environment}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"没有成功：{' '.join(map(str, command))}")
    return Run(time.perf_counter() - start, used.ru_maxrss / 1024)


def preview_seconds(data, folder):
    """Return the seconds from saving one entry to the refreshed page of the preview that `make serve` gives: the median."""
    [path] = (path for path in data.glob("tasks/*.yml") if "编号: RW-001\n" in path.read_text(encoding="utf-8"))
    address = f"http://127.0.0.1:{PORT}/tasks/rw-001/"
    with _serving(data, folder):
        while not _shown(address):
            time.sleep(0.1)
        text, times = path.read_text(encoding="utf-8"), []
        for letter in PREVIEWS:
            words = f"{WORDS}{letter}"
            start = time.perf_counter()
            path.write_text(re.sub(r"(编号: RW-001\n(?:  .*\n)*?  内容: )", rf"\1{words}，", text), encoding="utf-8")
            while words not in _shown(address):
                time.sleep(0.02)
            times.append(time.perf_counter() - start)
            time.sleep(random.uniform(1, 2))
        path.write_text(text, encoding="utf-8")
    return median(times)


@contextmanager
def _serving(data, folder):
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "NO_MKDOCS_2_WARNING": "1",
        "KEPT_FILES": "256",
        "SITE_DIR": str(folder),
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{PORT}", "--watch", str(data)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _shown(address):
    try:
        with urlopen(address, timeout=60) as answer:
            return answer.read().decode()
    except (URLError, ConnectionError):
        return ""


def measured(size, folder):
    """Return a row of figures for one size, by label: ours and the stock engine's."""
    data = folder / "data"
    prepare = [sys.executable, "-m", "tests.bench.prepare", str(size), str(folder)]
    count = int(subprocess.run(prepare, check=True, capture_output=True, text=True).stdout)
    check = [sys.executable, "-m", "qingdan", "check", "--as-of", DAY]
    checked = run(check, DATA_DIR=str(data))
    with next(data.glob("tasks/*.yml")).open("a", encoding="utf-8") as changed:
        changed.write("# 改了一处\n")
    again = run(check, DATA_DIR=str(data))
    engine = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "engine")]
    ours = run(engine, DATA_DIR=str(data))
    whole = [sys.executable, "-m", "qingdan", "build", "--as-of", DAY, "--site-dir", str(folder / "site")]
    built = run(whole, DATA_DIR=str(data))
    theirs = run([sys.executable, "-m", "mkdocs", "build"], cwd=folder / "stock")
    (our_bytes, our_page), (stock_bytes, stock_page) = size_of(folder / "site"), size_of(folder / "stock" / "site")
    rows = {
        COUNT: (count, None),
        "第一次检查（秒）": (checked.seconds, None),
        "改一处再检查（秒）": (again.seconds, None),
        "检查的内存（MB）": (checked.memory, None),
        BUILD: (ours.seconds, theirs.seconds),
        "检查、生成、再检查（秒）": (built.seconds, theirs.seconds),
        "内存，各进程中最大（MB）": (max(ours.memory, built.memory), theirs.memory),
        "网站（MB）": (our_bytes / 1e6, stock_bytes / 1e6),
        "最大的页面（kB）": (our_page / 1e3, stock_page / 1e3),
        "每条生成费时（毫秒）": (1000 * ours.seconds / count, 1000 * theirs.seconds / count),
    }
    if size == SIZES[0]:
        rows["改一条后的预览（秒）"] = (preview_seconds(data, folder / "served"), None)
    return rows


def size_of(folder):
    """Return the bytes of a site, and of its largest page."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files), max(p.stat().st_size for p in files if p.suffix == ".html")


def added(rows, before):
    """Return what one more entry costs between two sizes, in milliseconds: ours and the stock engine's."""
    more = rows[COUNT][0] - before[COUNT][0]
    return tuple(1000 * (now - then) / more for now, then in zip(rows[BUILD], before[BUILD], strict=True))


def main():
    subprocess.run([sys.executable, "-m", "tests.bench.scale"], check=True)


def measure():
    """Print the figures of every size."""
    before = None
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            rows = measured(size, Path(name))
        if before:
            rows["每多一条的生成费时（毫秒）"] = added(rows, before)
            rows["生成费时是上一档的几倍"] = tuple(
                now / then for now, then in zip(rows[BUILD], before[BUILD], strict=True)
            )
        print(f"{f'约 {size} 条':20}{'本站':>12}{'原版':>12}{'比':>8}")
        for label, (our, their) in rows.items():
            beside = f"{their:12.2f}{our / their:8.2f}" if their else f"{'—':>12}{'—':>8}"
            print(f"{label:20}{our:12.2f}{beside}", flush=True)
        before = rows
    print(GOALS)


if __name__ == "__main__":
    measure()
