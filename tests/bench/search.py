"""Search beside stock Material + jieba: time until ready, time per query, bytes, at 1,000 and 10,000 entries."""

import gzip
import html
import itertools
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

from playwright.sync_api import sync_playwright

from qingdan.site.check import open_site
from qingdan.site.search import search_documents, search_index
from qingdan.site.search_files import search_files

from .build import DATA, DAY, SEARCH, STOCK

SIZES = ((1_000, True), (10_000, False))
"""Entries, and whether the stock engine is measured too: at 10,000 its build alone takes minutes."""
QUERIES = [
    line.split("\t")[1]
    for line in Path("tests/fixtures/queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]

# Runs in the page: one worker, one query after another, each eight times, since the clock ticks in 0.1 ms.
MEASURE = """async ([worker, indexAddress, queries]) => {
  const start = performance.now();
  const engine = new Worker(worker);
  const answer = (type) => new Promise((done) => {
    const hear = ({ data }) => { if (data.type === type && !(type === 3 && /还在查/.test(JSON.stringify(data)))) { engine.removeEventListener("message", hear); done(data); } };
    engine.addEventListener("message", hear);
  });
  let setup = { config: {}, docs: [], options: {} };
  if (indexAddress) setup = { ...(await (await fetch(indexAddress)).json()), options: { suggest: false } };
  const ready = answer(1);
  engine.postMessage({ type: 0, data: setup });
  await ready;
  const ask = async (query) => { const heard = answer(3); engine.postMessage({ type: 2, data: query }); return heard; };
  await ask(queries[0]);
  const until = performance.now() - start;
  const times = [], counts = [];
  for (const query of queries) {
    const before = performance.now();
    let data;
    for (let i = 0; i < 8; i++) ({ data } = await ask(query));
    times.push((performance.now() - before) / 8);
    counts.push((data.items ?? []).length);
  }
  engine.terminate();
  return { until, times, counts };
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def many(size):
    """Return `size` documents: the real entries again and again, each with its own number and name."""
    entries = [
        document for document in search_documents(open_site(DATA, DAY)) if document.number.startswith(("RW-", "PF-"))
    ]
    for number, document in zip(range(size), itertools.cycle(entries)):
        kind = document.number[:2]
        yield replace(
            document, number=f"{kind}-{number:05}", title=f"{document.title}（{number}）", path=f"x/{number}/"
        )


def ours(folder, found):
    folder.mkdir(parents=True)
    for script in Path("docs/assets/search").glob("*.js"):
        shutil.copy(script, folder)
    return "worker.js", None, [written(folder / path, content) for path, content in indexed(found)]


def indexed(found):
    return search_files("index", search_index(found, []))


def written(file, content):
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    return file


def stock(folder, found):
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for document in found:
        text = html.escape(document.passages[0].text).replace("\n", "\n\n")
        page = f"# {html.escape(document.title)}\n\n{document.number}\n\n{text}\n"
        (docs / f"{document.number}.md").write_text(page, encoding="utf-8")
    (docs / "index.md").write_text("# 首页\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK + SEARCH, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    [worker] = (folder / "site" / "assets" / "javascripts" / "workers").glob("search.*.js")
    place = [folder / "site" / "search" / "search_index.json"]
    return worker.relative_to(folder / "site").as_posix(), "search/search_index.json", place


def measure(tab, root, worker, index_address, runs=3):
    """Return milliseconds until the first answer, and per query: milliseconds and number of results."""
    (root / "bench.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")
    # Until all results: what a worker tells before these says that it still looks.
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=root)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        tab.goto(f"http://127.0.0.1:{server.server_port}/bench.html")
        found = [tab.evaluate(MEASURE, [worker, index_address, QUERIES]) for _ in range(runs)]
        server.shutdown()
    times = [median(times) for times in zip(*(run["times"] for run in found), strict=True)]
    return median(run["until"] for run in found), times, found[0]["counts"]


def figures(until, times, counts, files):
    return {
        "打开到可用 ms": until,
        "查询中位数 ms": median(times),
        "第95百分位 ms": quantiles(times, n=20)[-1],
        "没有结果的查询": sum(not count for count in counts),
        "索引的全部文件 kB（gzip）": sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000,
    }


def main():
    """Print the tables. The stock engine cuts Chinese words with jieba, which `make bench` installs apart."""
    print(f"搜索：{len(QUERIES)} 个查询，在 Chromium 里直接问检索程序，每个问 3×8 次")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        for size, beside_stock in SIZES:
            found = list(many(size))
            worker, index_address, files = ours(Path(name) / f"ours-{size}", found)
            one = measure(tab, Path(name) / f"ours-{size}", worker, index_address)
            rows = [figures(*one, files)]
            if beside_stock:
                folder = Path(name) / f"stock-{size}"
                worker, index_address, files = stock(folder, found)
                other = measure(tab, folder / "site", worker, index_address)
                rows.append(figures(*other, files))
                both = [pair for pair, count in zip(zip(one[1], other[1], strict=True), other[2], strict=True) if count]
                for row, times in zip(rows, zip(*both, strict=True), strict=True):
                    row["查询中位数 ms（两边都有结果的）"] = median(times)
            print(f"{size} 条")
            for label in rows[-1]:
                values = [row[label] for row in rows]
                ratio = f"{values[0] / values[1]:12.2f}" if len(values) > 1 and values[1] else ""
                print(f"  {label:24}" + "".join(f"{value:12.2f}" for value in values) + ratio)
        browser.close()
    real = [content for _, content in indexed(search_documents(open_site(DATA, DAY)))]
    print(
        f"真实数据的索引：{len(real)} 个文件，共 {sum(len(gzip.compress(one)) for one in real) / 1000:.0f} kB（gzip）。"
    )


if __name__ == "__main__":
    main()
