"""An index in pieces: it finds what the whole one finds, and no more is fetched, waited for or kept than is needed."""

import json
import re
from random import Random
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from qingdan.site.search import kinds_of, search_documents
from qingdan.site.search_files import search_files
from tests.browser import PATIENCE, TOLD_TOGETHER

from .search_box import Box
from .test_search import GUIDE, ROWS

COMMON, OTHER = "管理", "燃气"
GO_DOWN = """() => {
  const wrap = document.querySelector(".md-search__scrollwrap");
  wrap.scrollTo(0, wrap.scrollHeight);
  return !/^最相符的 10 个$/.test(document.querySelector(".md-search-result__meta").textContent);
}"""
MEMORY = "[library.kept.pieces.size, library.kept.postings.size, KEPT]"


def asked(documents):
    """What readers ask, and any few characters that stand beside each other or apart on a page."""
    by_chance = Random(7)
    texts = [
        text for one in documents for text in (one.title, *one.also, *(told.text for told in one.passages)) if text
    ]

    def some(longest):
        text = by_chance.choice(texts)
        start = by_chance.randrange(len(text))
        return text[start : start + by_chance.randint(1, longest)]

    yield from (query for kind, query, _ in ROWS if kind != GUIDE)
    for _ in range(100):
        yield some(8)
        yield f"{some(4)} {some(4)}"
        yield f"请问{some(6)}{some(6)}怎么办"


@pytest.mark.parametrize("piece", [1, 4_000])
def test_an_index_in_pieces_finds_exactly_what_the_whole_one_finds_and_the_first_results_stay_first(told, site, piece):
    documents = list(search_documents(site))
    queries = [query for query in dict.fromkeys(asked(documents)) if query.strip()]
    words = {"synonyms": site.vocab.synonyms, "order": kinds_of(site), "filler": site.vocab.filler}
    whole = told(documents, queries, whole=10**9, **words)
    pieces = told(documents, queries, whole=0, piece=piece, **words)
    for query, [everything] in whole.items():
        *earlier, last = pieces[query]
        assert last == everything, query
        for some in earlier:
            assert paths(some[:-1]) == paths(last[: len(some) - 1]), query
    assert any(len(answers) > 1 for answers in pieces.values())


def paths(groups):
    return [[item["location"] for item in group] for group in groups]


def path_of(request):
    return urlsplit(request.url).path.partition("/assets/search/")[2]


class Files:
    """The index in pieces that a tab is given instead of the site's: what was asked for, and what is held back or lost."""

    def __init__(self, tab, folder, **sizes):
        index = json.loads((folder / "assets/search/index.json").read_bytes())
        self.contents = dict(search_files("index", index, whole=0, **sizes))
        self.asked, self.waiting = [], []
        self.hold = self.lose = "(?!)"
        tab.route("**/assets/search/index*.json*", self._answer)
        tab.route("**/assets/search/index/*.json*", self._answer)

    def _answer(self, route):
        path = path_of(route.request)
        self.asked.append(path)
        if re.search(self.lose, path):
            route.abort()
        elif re.search(self.hold, path):
            self.waiting.append((route, path))
        else:
            route.fulfill(body=self.contents[path], content_type="application/json")

    def release(self):
        self.hold = "(?!)"
        while self.waiting:
            route, path = self.waiting.pop(0)
            route.fulfill(body=self.contents[path], content_type="application/json")

    def pieces(self):
        """How many pieces were asked for, and how many there are."""
        return tuple(len({path for path in all if re.search(PIECE, path)}) for all in (self.asked, self.contents))


HEAD, PIECE = r"^index\.json$", r"/\d+\.json$"


@pytest.fixture
def box(browser, address, folder):
    context = browser.new_context()
    yield Box(context.new_page(), address)
    context.close()


def type_in(box, text):
    """Ask without waiting for an answer."""
    box.input.fill(text)


def test_the_first_results_are_told_alone_and_the_others_as_the_reader_goes_down(box, folder):
    files = Files(box.tab, folder, piece=1)
    type_in(box, COMMON)
    expect(box.shown).to_have_text("最相符的 10 个")
    fetched, all_there_are = files.pieces()
    [worker] = box.tab.workers
    worker.evaluate("0")
    assert files.pieces()[0] == fetched < all_there_are / 2
    expect(box.links).to_have_count(10 + box.tab.locator(".md-search-result__item details a").count())
    first = box.tab.evaluate("window.items.map(group => group[0].location)")[:10]

    box.tab.wait_for_function(GO_DOWN, timeout=PATIENCE)
    later = box.tab.evaluate("window.items.map(group => group[0].location)")
    assert later[:10] == first
    assert len(later) > 11
    assert files.pieces()[0] > fetched
    assert box.faults == []


def test_the_others_are_told_in_a_busy_browser_too(box, folder):
    box.tab.add_init_script(TOLD_TOGETHER)
    box.tab.reload()
    Files(box.tab, folder, piece=1)
    type_in(box, COMMON)
    expect(box.shown).to_have_text("最相符的 10 个")
    box.tab.wait_for_function(GO_DOWN, timeout=PATIENCE)


def test_a_slow_network_is_told_and_the_results_take_the_place_of_it(box, folder):
    files = Files(box.tab, folder)
    files.hold = HEAD
    type_in(box, OTHER)
    expect(box.shown).to_have_text("正在查……")
    files.release()
    expect(box.links.first).to_contain_text(OTHER)
    expect(box.shown).not_to_contain_text("正在查")


def test_a_new_query_breaks_off_the_old_one(box, folder):
    files = Files(box.tab, folder, piece=1)
    files.hold = PIECE
    with box.tab.expect_request(lambda request: re.search(PIECE, path_of(request))):
        type_in(box, COMMON)
    before = set(files.asked)
    with box.tab.expect_request(lambda request: path_of(request) not in before):
        type_in(box, OTHER)
    assert not box.tab.evaluate("window.items?.length")
    to_no_words = box.tab.evaluate("window.answers")
    files.release()
    expect(box.links.first).to_contain_text(OTHER)
    assert box.tab.evaluate("window.answers") == to_no_words + 1


@pytest.mark.parametrize("lost", [HEAD, PIECE, "/words-"], ids=["head", "piece", "postings"])
def test_what_cannot_be_fetched_is_said_and_the_next_key_tries_again(box, folder, lost):
    files = Files(box.tab, folder)
    files.lose = lost
    type_in(box, OTHER)
    expect(box.links).to_have_count(1)
    expect(box.links.first).to_contain_text("没有查成：索引没有取到，网络可能断了。再输入一个字，会再查一次")
    expect(box.shown).to_have_text("没有查成")
    files.lose = "(?!)"
    type_in(box, f"{OTHER}安")
    expect(box.links.first).to_contain_text(OTHER)
    expect(box.shown).not_to_have_text("没有查成")


def test_pieces_are_let_go_and_found_again(box, folder):
    files = Files(box.tab, folder, piece=1)
    first = box.ask(OTHER)
    for _, query, _ in ROWS[:60]:
        box.ask(query)
    fetched, _ = files.pieces()
    pieces, postings, most = box.tab.workers[0].evaluate(MEMORY)
    assert fetched > most
    assert pieces == most
    assert postings <= most
    assert box.ask(OTHER) == first
