"""The search index in files: nothing is lost in them, and what stands on a page is in the postings."""

import json
import re
from bisect import bisect_right
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .search import ANSWER, LAW, PAGE, Document, Passage, search_index
from .search_files import search_documents_in, search_files
from .search_postings import DIGITS, MARKS, strip

WORDS = st.text("水井盖法城市管ａＢ1 。\u200b第四十条😀", min_size=1, max_size=12)
PASSAGES = st.lists(st.builds(Passage, st.sampled_from(("", "a-1", "a-2", "a-2z1", "p-1")), WORDS, WORDS), min_size=1)
DOCUMENTS = st.lists(
    st.builds(
        Document,
        st.sampled_from((ANSWER, LAW, PAGE)),
        WORDS,
        WORDS,
        PASSAGES.map(lambda some: [Passage("", "", "头"), *some]),
        st.sampled_from(("", "RW-001")),
        also=st.lists(WORDS, max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def written(folder, documents, **sizes):
    """The files of an index by path, in a folder too."""
    files = dict(search_files("index", search_index(documents, (), (ANSWER, LAW)), **sizes))
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return files


def pages_of(files, family, key):
    """The pages that the postings of a key name, read back in another way than the worker does."""
    lists = {}
    for path, content in files.items():
        if f"/{family}-" in path:
            lists |= json.loads(content)
    found = set()
    for numbers in re.split(f"[{re.escape(MARKS)}]", lists.get(key, ""))[1:]:
        page = 0
        for digits in re.findall("[g-z0-9_-]*[A-Za-f]", numbers):
            page += sum(DIGITS.index(digit) % 32 * 32**place for place, digit in enumerate(digits))
            found.add(page)
    return found


@given(documents=DOCUMENTS, piece=st.integers(1, 400))
def test_an_index_in_pieces_holds_the_documents_in_their_order_and_is_written_alike_again(
    tmp_path_factory, documents, piece
):
    folder = tmp_path_factory.mktemp("index")
    files = written(folder, documents, whole=0, piece=piece)
    assert search_documents_in(folder / "index.json") == search_index(documents, (), (ANSWER, LAW))["documents"]
    assert files == dict(search_files("index", search_index(documents, (), (ANSWER, LAW)), whole=0, piece=piece))


@given(documents=DOCUMENTS)
def test_every_character_and_every_two_beside_each_other_lead_to_the_pages_where_they_stand(
    tmp_path_factory, documents
):
    files = written(tmp_path_factory.mktemp("index"), documents, whole=0)
    for number, document in enumerate(search_index(documents, (), (ANSWER, LAW))["documents"]):
        _, id, title, _, _, _, passages, also = document
        for text in map(strip, (id, title, *also, *(told for passage in passages for told in passage[1:]))):
            for key in {*text, *(text[at : at + 2] for at in range(len(text) - 1))}:
                assert number in pages_of(files, "words", key)


def test_the_pinyin_of_a_name_is_found_from_each_syllable_on_and_by_its_initials(tmp_path):
    files = written(tmp_path, [Document(PAGE, "遛狗拴绳", "a/", [Passage("", "", "")])], whole=0)
    for key in ("LI", "LIUG", "LIUGOU", "LIUGOUSH", "LIUGOUSHUA", "GOUS", "SHENG"[:4], "LG", "GSSH"[:2], "LGSS"):
        assert pages_of(files, "words", key) == {0}, key
    assert pages_of(files, "words", "IU") == set()


def test_numbers_and_latin_words_are_found_by_three_of_their_characters(tmp_path):
    files = written(tmp_path, [Document(PAGE, "见RW-028", "a/", [Passage("", "", "12月ＡＢ3")])], whole=0)
    for key in ("rw-", "w-0", "-02", "028", "ab3"):
        assert pages_of(files, "words", key) == {0}, key
    assert pages_of(files, "words", "见rw") == pages_of(files, "words", "2月a") == set()


def test_whole_names_lead_to_the_pages_that_are_called_so(tmp_path):
    documents = [
        Document(ANSWER, "能养狗吗？", "a/", [Passage("", "", ""), Passage("", "", "")], "WD-001", also=("遛 狗",)),
        Document(PAGE, "遛狗", "b/", [Passage("", "", "养狗")]),
    ]
    files = written(tmp_path, documents, whole=0)
    names = ("能养狗吗?", "能养狗吗", "wd-001", "遛狗", "养狗")
    assert [pages_of(files, "names", name) for name in names] == [{0}, {0}, {0}, {0, 1}, set()]


@given(documents=DOCUMENTS)
def test_the_head_says_in_which_file_the_postings_of_a_key_stand(tmp_path_factory, documents):
    def order(key):
        return key.encode("utf-16-be")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("qingdan.site.search_files.SHARD", 30)
        files = written(tmp_path_factory.mktemp("index"), documents, whole=0)
    head = json.loads(files["index.json"])
    for family in ("words", "answers", "names"):
        for number, _ in enumerate(head[family]):
            for key in json.loads(files[f"index/{family}-{number}.json"]):
                assert bisect_right(head[family], order(key), key=order) - 1 == number


def test_answers_have_postings_of_their_own_without_what_they_rest_on(tmp_path):
    answer = Document(
        ANSWER, "养狗", "a/", [Passage("", "", text) for text in ("拴绳", "罚款", "条例")], also=("遛犬",)
    )
    files = written(tmp_path, [answer, Document(PAGE, "养狗", "b/", [Passage("", "", "")])], whole=0)
    assert [pages_of(files, "answers", key) for key in ("养狗", "遛犬", "拴绳", "罚款", "条例")] == [{0}] * 4 + [set()]


def test_the_articles_of_a_law_are_told_without_its_pieces(tmp_path):
    anchors = ["", "a-1", "a-2", "a-3", "a-3z1", "a-9", "a-10"]
    law = Document(LAW, "水法", "laws/water/", [Passage(anchor, anchor, "字") for anchor in anchors], "水")
    files = written(tmp_path, [law], whole=0)
    assert json.loads(files["index/laws.json"]) == [["水法", "水", [], ["", [1, 3], "a-3z1", [9, 2]]]]


@pytest.mark.parametrize(("whole", "alone"), [(10_000, True), (100, False)])
def test_a_small_index_is_one_file(tmp_path, whole, alone):
    files = written(tmp_path, [Document(PAGE, "水", "a/", [Passage("", "", "字")])], whole=whole)
    assert (list(files) == ["index.json"]) is alone
    assert [row[2] for row in search_documents_in(tmp_path / "index.json")] == ["水"]


def test_the_head_of_an_index_changes_with_any_word_of_its_pieces(tmp_path):
    heads = [
        written(tmp_path, [Document(PAGE, "水", "a/", [Passage("", "", text)])], whole=0)["index.json"]
        for text in "甲乙"
    ]
    assert heads[0] != heads[1]


def test_documents_of_one_kind_follow_each_other_as_they_came():
    documents = [
        Document(kind, title, "", [Passage("", "", "")]) for kind, title in ((PAGE, "1"), (LAW, "2"), (PAGE, "3"))
    ]
    found = search_index(documents, (), (LAW, PAGE))["documents"]
    assert list(map(itemgetter(2), found)) == ["2", "1", "3"]
