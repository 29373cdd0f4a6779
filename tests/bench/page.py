"""Pages as a phone gets them: Lighthouse and the bytes of the first view, beside the stock theme on the same content."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from qingdan.publish.publish import publish
from qingdan.site.check import open_site
from tests.browser import chromium, served

from .build import DATA, DAY, stock_project

PAGES = {
    "首页": "",
    "清单": "tasks/",
    "条目": "tasks/rw-028/",
    "问答": "topics/dogs/",
    "全部问答": "topics/",
    "报告": "reports/2024/",
    "法规": "laws/city-appearance-reg/",
}
SCORES = {"performance": "性能", "accessibility": "无障碍", "best-practices": "良好做法", "seo": "可检索"}
GOALS = {
    **dict.fromkeys(SCORES.values(), 100),
    "性能": 98,
    "首屏 kB（gzip）": 70,
    "其中本站脚本 kB": 10,
    "版面移动": 0,
}
RUNS = 5
LIGHTHOUSE = Path(".venv/lighthouse/node_modules/.bin/lighthouse")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}


class Compressing(SimpleHTTPRequestHandler):
    """Serves files compressed with gzip, as GitHub Pages and other hosts of static files do."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = compressed(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@cache
def compressed(file):
    return gzip.compress(file.read_bytes(), 6, mtime=0)


def first_view(browser, folder, address, path):
    """Return the compressed bytes by file that a phone with an empty cache fetches for a page."""
    context = browser.new_context(**PHONE)
    tab = context.new_page()
    fetched = set()
    tab.on("requestfinished", lambda request: fetched.add(urlsplit(request.url).path.lstrip("/")))
    tab.goto(address + path, wait_until="networkidle")
    context.close()
    files = {name: folder / name / "index.html" if (folder / name).is_dir() else folder / name for name in fetched}
    return {name: len(compressed(file)) for name, file in files.items() if file.is_file()}


def own_script(name):
    return name.endswith(".js") and not name.startswith("assets/javascripts/")


def audit(address):
    """Return the four scores and the layout shift of one Lighthouse run, as a phone on a slow line."""
    command = [LIGHTHOUSE, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report = json.loads(run.stdout)
    scores = {label: 100 * report["categories"][name]["score"] for name, label in SCORES.items()}
    return {**scores, "版面移动": report["audits"]["cumulative-layout-shift"]["numericValue"]}


def figures(browser, folder, address, path):
    runs = [audit(address + path) for _ in range(RUNS)]
    found = {label: median(run[label] for run in runs) for label in runs[0]}
    sizes = first_view(browser, folder, address, path)
    found["首屏 kB（gzip）"] = sum(sizes.values()) / 1000
    found["其中本站脚本 kB"] = sum(size for name, size in sizes.items() if own_script(name)) / 1000
    return found, sizes


def build_ours(folder, address):
    os.environ["SITE_URL"] = address
    publish(DATA, folder, DAY, lambda built: None)


def build_stock(folder):
    stock_project(folder, open_site(DATA, DAY))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def meets(label, value):
    return value >= GOALS[label] if label in SCORES.values() else value <= GOALS[label]


def main():
    """Print the tables. Stops with a sentence when Lighthouse is not there."""
    if not LIGHTHOUSE.exists():
        sys.exit("没有 Lighthouse：请装好 Node.js 20 以上（含 npm），再运行 make bench")
    print(f"页面：Lighthouse 手机档，{RUNS} 次的中位数；首屏是空缓存打开一页所取的全部文件")
    with (
        tempfile.TemporaryDirectory() as name,
        chromium() as browser,
        served(ours := Path(name) / "ours", Compressing) as address,
        served(stock := build_stock(Path(name) / "stock"), Compressing) as other,
    ):
        build_ours(ours, address)
        parts = {}
        for label, path in PAGES.items():
            one, parts = figures(browser, ours, address, path)
            two, _ = figures(browser, stock, other, path)
            print(f"{label}  /{path}\n  {'':16}{'本站':>10}{'原版':>10}{'比':>8}{'目标':>8}")
            for what, value in one.items():
                ratio = f"{value / two[what]:10.2f}" if two[what] else f"{'—':>9}"
                note = "" if meets(what, value) else "  没有达到"
                print(f"  {what:16}{value:12.2f}{two[what]:12.2f}{ratio}{GOALS[what]:10}{note}")
        print("最后一页取的文件（kB，gzip）：")
        for file, size in sorted(parts.items(), key=lambda part: -part[1]):
            print(f"  {size / 1000:8.1f}  {file}")


if __name__ == "__main__":
    main()
