"""The desk: what a browser fetches for it, how long until it is ready, how long a check takes while somebody types."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from qingdan.desk.addresses import Host
from qingdan.desk.desk import Desk
from qingdan.desk.pack import present
from qingdan.edit.slip.slip import EDIT
from qingdan.publish.desk import RUNTIME
from tests.browser import chromium, served

from .build import DATA, DAY
from .page import Compressing, build_ours, compressed

RUNS = 5
ASKED = """(words) => new Promise((resolve) => {
  const box = [...document.querySelectorAll(".desk__field")].find(one => one.innerText.startsWith("内容")).querySelector("textarea");
  const state = document.querySelector(".desk__state"), start = performance.now();
  const { postMessage } = Worker.prototype;
  let asked = start;
  Worker.prototype.postMessage = function (...what) {
    asked = performance.now();
    this.addEventListener("message", () => {
      Worker.prototype.postMessage = postMessage;
      setTimeout(() => resolve([asked - start, performance.now() - asked]));
    }, {once: true});
    return postMessage.apply(this, what);
  };
  box.value += words;
  box.dispatchEvent(new Event("input", {bubbles: true}));
})"""


def form():
    """Return the address of a form: the words of the first entry."""
    desk = Desk(DATA, DAY, Host())
    jobs = ((one["id"], job["job"]) for one in desk.start()["things"] for job in desk.jobs(one["id"])["jobs"])
    return f"edit/?id={next(id for id, job in jobs if job == EDIT)}&job={EDIT}"


def seconds_until_ready(tab, address):
    """Return the seconds from the visit to a form that can be filled in."""
    start = time.perf_counter()
    tab.goto(address)
    tab.locator(".desk__form").wait_for()
    return time.perf_counter() - start


def checks(tab):
    """Return the milliseconds of a check, from the question to the answer on the page."""
    tab.locator(".desk__state").filter(has_text="还没有改什么").wait_for()
    return [tab.evaluate(ASKED, "办")[1] for _ in range(RUNS)]


def main():
    """Print the table. Stops with a sentence where the desk cannot be built."""
    if not present(RUNTIME):
        sys.exit("没有编辑台用的 Python：请装好 Node.js（含 npm），再运行 make bench")
    path = form()
    with (
        tempfile.TemporaryDirectory() as name,
        chromium() as browser,
        served(folder := Path(name), Compressing) as address,
    ):
        build_ours(folder, address)
        cold, warm, checked, fetched = [], [], [], set()
        for _ in range(RUNS):
            context = browser.new_context()
            tab = context.new_page()
            context.on("requestfinished", lambda request: fetched.add(urlsplit(request.url).path.lstrip("/")))
            cold.append(seconds_until_ready(tab, address + path))
            checked += checks(tab)
            tab.evaluate("localStorage.clear()")  # no draft asks whether to go on with it
            again = context.new_page()
            warm.append(seconds_until_ready(again, address + path))
            context.close()
        sizes = {file: len(compressed(folder / file)) for file in fetched if (folder / file).is_file()}
        total = sum(sizes.values())
        print(f"编辑台：{RUNS} 次的中位数，网站在本机，第一次打开是空缓存")
        print(f"{'取的文件（MB，gzip）':20}{total / 1e6:12.2f}")
        print(f"{'第一次打开到能填（秒）':20}{median(cold):12.2f}")
        print(f"{'再打开到能填（秒）':20}{median(warm):12.2f}")
        print(f"{'改一个字后检查（毫秒）':20}{median(checked):12.0f}")
        print("最大的文件（kB，gzip）：")
        for file, size in sorted(sizes.items(), key=lambda part: -part[1])[:8]:
            print(f"  {size / 1000:8.1f}  {file}")


if __name__ == "__main__":
    main()
