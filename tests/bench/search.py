"""Search beside stock Material + jieba: what a reader waits for and loads until the first results, and what is found.

With a number, only so many pages and only ours: `python -m tests.bench.search 100000`.
"""

import gzip
import html
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from urllib.parse import parse_qs, urlsplit

from qingdan.site.check import open_site
from qingdan.site.search import Document, Passage, kinds_of, search_documents, search_index
from qingdan.site.search_files import search_files
from qingdan.site.search_postings import strip
from tests.browser import chromium, served

from .build import DATA, DAY, SEARCH, STOCK
from .page import Compressing

SIZES = ((1_000, True), (10_000, False))
"""Pages, and whether the stock engine is measured too: at 10,000 its build alone takes minutes."""
QUERIES = [
    line.split("\t")[1]
    for line in Path("tests/fixtures/queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SAMPLES = 100
"""So many stretches of the text, of two to eight characters, are looked for with and without the index."""

# One worker that nobody has used before: milliseconds until it tells the first results.
COLD = """async ([worker, index, query, version]) => {
  const start = performance.now();
  const engine = window.engine = new Worker(`${worker}?v=${version}`);
  window.ask = (type, message) => new Promise((done) => {
    engine.onmessage = ({ data }) => data.type === type && done(data.data);
    engine.postMessage(message);
  });
  const settings = { config: {}, docs: [], options: {} };
  if (index) Object.assign(settings, await (await fetch(`${index}?v=${version}`)).json(), { options: { suggest: false } });
  await ask(1, { type: 0, data: settings });
  await ask(3, { type: 2, data: query });
  return performance.now() - start;
}"""
# The same worker again: milliseconds until the first results of each query.
WARM = """async (queries) => {
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await ask(3, { type: 2, data: query });
    times.push(performance.now() - start);
  }
  return times;
}"""
# All results of a query: the addresses of the pages.
ALL = """(query) => new Promise((done) => {
  const channel = new BroadcastChannel("search");
  engine.onmessage = ({ data }) => {
    if (data.type !== 3) return;
    const items = data.data.items || [];
    if (/near--more/.test(JSON.stringify(items.slice(-1)))) channel.postMessage(query);
    else {
      channel.close();
      done(items.map(([page]) => page.location));
    }
  };
  engine.postMessage({ type: 2, data: query });
})"""


class _Counting(Compressing):
    """Counts what is sent, by the version in the address: each worker has its own."""

    def __init__(self, *given, sent, **more):
        self.sent = sent
        super().__init__(*given, **more)

    def send_header(self, name, value):
        if name == "Content-Length":
            [version] = parse_qs(urlsplit(self.path).query).get("v", [""])
            self.sent[version] += int(value)
        super().send_header(name, value)


@contextmanager
def counted(folder):
    """Serve a folder; gives its address and the compressed bytes sent, by version."""
    sent = Counter()
    with served(folder, partial(_Counting, sent=sent)) as address:
        yield address, sent


def many(site, size):
    """Return `size` documents of every kind, each like a real one, with clauses of others in a new order.

    Mere copies would be packed too well, and all would match alike.
    """
    by_chance, real = Random(7), list(search_documents(site))
    clauses = {}
    for document in real:
        texts = (passage.text for passage in document.passages)
        clauses.setdefault(document.kind, []).extend(filter(None, re.split(r"(?<=[，。；、\n])", "".join(texts))))
    every = [clause for some in clauses.values() for clause in some]

    def text(kind, length):
        found = ""
        while len(found) < length:
            found += by_chance.choice(clauses[kind] if by_chance.random() < 0.7 else every)
        return found[:length]

    for number in range(size):
        like = by_chance.choice(real)
        title = by_chance.choice(real).title[: by_chance.randint(3, 8)] + like.title[by_chance.randint(0, 4) :]
        passages = [Passage(one.anchor, one.heading, text(like.kind, len(one.text))) for one in like.passages]
        id = re.sub(r"(?<=^[A-Z]{2}-)\d+$", str(number), like.number)
        yield Document(like.kind, title, f"{number}/", passages, id, like.status, like.also)


def ours(folder, site, found):
    """Write our worker and index; return the worker, and no index for the page to fetch."""
    folder.mkdir(parents=True)
    for script in Path("docs/assets/search").glob("*.js"):
        shutil.copy(script, folder)
    index = search_index(found, site.vocab.synonyms, kinds_of(site), site.vocab.filler)
    for path, content in search_files("index", index):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    return "start.js", None


def stock(folder, found):
    """Build the same pages with the stock engine into a folder; return its worker and its index."""
    project = folder.with_suffix(".project")
    (project / "docs").mkdir(parents=True)
    for number, document in enumerate(found):
        text = html.escape("\n".join(f"{one.heading}\n{one.text}" for one in document.passages)).replace("\n", "\n\n")
        names = html.escape("、".join((document.number, *document.also)))
        (project / f"docs/{number}.md").write_text(f"# {html.escape(document.title)}\n\n{names}\n\n{text}\n", "utf-8")
    (project / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(STOCK + SEARCH, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder], cwd=project, check=True, capture_output=True
    )
    [worker] = folder.glob("assets/javascripts/workers/search.*.js")
    return worker.relative_to(folder).as_posix(), "search/search_index.json"


def stretches(found):
    """Return some stretches of the texts with the pages on which each stands, by a plain scan."""
    by_chance = Random(11)
    texts = [[strip(one) for one in (document.title, *(told.text for told in document.passages))] for document in found]
    while True:
        text = by_chance.choice(by_chance.choice(texts))
        start = by_chance.randrange(max(1, len(text) - 1))
        if stretch := text[start : start + by_chance.randint(2, 8)]:
            yield (
                stretch,
                {
                    document.path
                    for document, own in zip(found, texts, strict=True)
                    if any(stretch in one for one in own)
                },
            )


def measure(tab, folder, engine, samples):
    """Return the figures of an engine in a folder, by their names."""
    (folder / "bench.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")
    with counted(folder) as (address, sent):
        tab.goto(f"{address}bench.html")
        first = []
        for version, query in enumerate(QUERIES):
            first.append(tab.evaluate(COLD, [*engine, query, str(version)]))
            if version + 1 < len(QUERIES):
                tab.evaluate("engine.terminate()")
        loaded = [sent[str(version)] / 1000 for version in range(len(QUERIES))]
        again = tab.evaluate(WARM, QUERIES)
        shares = [len(pages & set(tab.evaluate(ALL, stretch))) / len(pages) for stretch, pages in samples]
        tab.evaluate("engine.terminate()")
    files = [len(gzip.compress(file.read_bytes())) for file in folder.rglob("*index*/*.json")]
    files += [len(gzip.compress(file.read_bytes())) for file in folder.rglob("*index.json")]
    return {
        "第一次查到最前面的结果 ms，中位数": median(first),
        "　第95百分位": quantiles(first, n=20)[-1],
        "到那时取的 kB（gzip，连同程序），中位数": median(loaded),
        "　第95百分位 ": quantiles(loaded, n=20)[-1],
        "　最多": max(loaded),
        "再查一次 ms，中位数": median(again),
        "　第95百分位  ": quantiles(again, n=20)[-1],
        f"查全率（{len(samples)} 段文字）": sum(shares) / len(shares),
        "索引的文件数": len(files),
        "　最大的 kB": max(files) / 1000,
        "　共 kB": sum(files) / 1000,
    }


def main(sizes=SIZES):
    """Print the tables. The stock engine cuts Chinese words with jieba, which `make bench` installs apart."""
    site = open_site(DATA, DAY)
    print(f"搜索：{len(QUERIES)} 个查询，每个由一个新的检索程序在 Chromium 里查，什么都没有存过")
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        tab = browser.new_page()
        for size, beside_stock in sizes:
            found = list(many(site, size))
            samples = list(islice(stretches(found), SAMPLES))
            start = time.process_time()
            engine = ours(Path(name) / f"ours-{size}", site, found)
            written = time.process_time() - start
            columns = [measure(tab, Path(name) / f"ours-{size}", engine, samples)]
            if beside_stock:
                columns.append(measure(tab, Path(name) / "stock", stock(Path(name) / "stock", found), samples))
            print(f"{size} 页" + ("（右边是原版）" if beside_stock else ""))
            for label in columns[0]:
                print(f"  {label:28}" + "".join(f"{column[label]:12.2f}" for column in columns))
            print(f"  {'写出索引，处理器秒':28}{written:12.2f}")


if __name__ == "__main__":
    main(tuple((int(size), False) for size in sys.argv[1:]) or SIZES)
