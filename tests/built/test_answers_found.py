"""A resident's question finds its answer: the real worker in Chromium, asked directly, with small indexes and with the lists."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import SECOND
from qingdan.site.check import open_site
from qingdan.site.search import ANSWER, LAW, PAGE, Document, Passage, kinds_of, search_documents
from qingdan.text.dates import as_of

FURTHER = 3


def answer(number, question, *also, told="可以。", more="个人 罚款", cited="某法第一条"):
    passages = [Passage("", "", text) for text in (told, more, cited)]
    return Document(ANSWER, question, f"lists/#wd-{number}", passages, f"WD-{number:03}", also=also)


def page(kind, title, text):
    return Document(kind, title, f"{title}/", [Passage("", "", text)])


DOGS = answer(1, "遛狗不拴绳会怎样？", "狗绳", told="罚1000元以下。")
SMOKE = answer(2, "楼下饭馆油烟大找谁？", "油烟扰民", told="先限期改正。")
TREES = answer(3, "能砍小区的树吗？", "锯树", told="先申请。")
RULES = page(LAW, "养犬条例", "遛狗应当给狗拴绳。楼下的饭馆不得排放油烟。")
ALL = (RULES, TREES, SMOKE, DOGS)


def paths(groups):
    return [group[0]["location"] for group in groups]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("遛狗不拴绳会怎样", DOGS),
        ("请问楼上的遛狗从来不牵绳怎么办", DOGS),
        ("我家楼下的烧烤油烟太大怎么办", SMOKE),
        ("锯树罚多少吗", TREES),
        ("youyanraomin", SMOKE),
        ("gousheng", DOGS),
        ("liugou zenmeban", DOGS),
        ("ＷＤ－００３", TREES),
    ],
)
def test_a_question_in_a_residents_words_finds_its_answer_first(ask, query, first):
    assert paths(ask(ALL, [query])[query])[0] == first.path


def test_a_question_finds_its_answer_before_a_page_that_holds_more_of_its_words(ask):
    query = "请问遛狗应当给狗拴绳吗"
    found = paths(ask(ALL, [query])[query])
    assert found == [DOGS.path, RULES.path]


def test_a_law_asked_for_by_its_name_comes_first(ask):
    query = "请问养犬条例的遛狗吗"
    assert paths(ask((*ALL, page(LAW, "养犬条例遛狗", "")), [query])[query])[0] == "养犬条例遛狗/"


def test_words_that_a_page_holds_find_these_pages_and_no_others(ask):
    found = ask(ALL, ["油烟", "应当给狗", "拴绳"])
    assert set(paths(found["油烟"])) == {SMOKE.path, RULES.path}
    assert paths(found["应当给狗"]) == [RULES.path]
    assert paths(found["拴绳"])[0] == DOGS.path


def test_kinds_that_match_alike_follow_in_their_order(ask):
    documents = [page(PAGE, "停车", "停车"), page(LAW, "停车 ", "停车"), answer(4, "停车")]
    assert paths(ask(documents, ["停车"], order=(ANSWER, LAW, PAGE))["停车"]) == ["lists/#wd-4", "停车 /", "停车/"]


def test_a_question_of_filler_alone_counts_as_it_is(ask):
    odd = page(PAGE, "怎么办的多少", "")
    assert paths(ask((*ALL, odd), ["办的多"])["办的多"]) == [odd.path]
    assert paths(ask((*ALL, odd), ["多少怎么办"])["多少怎么办"]) == [odd.path]


def test_near_answers_are_said_to_be_near_and_whole_ones_are_not(ask):
    near, whole = "楼下烧烤油烟太大怎么办", "请问油烟扰民怎么办"
    found = ask(ALL, [near, whole])
    assert "没有完全匹配" in found[near][0][0]["title"]
    assert "没有完全匹配" not in found[whole][0][0]["title"]


def test_a_question_of_which_no_page_holds_two_letters_together_finds_its_answer_all_the_same(ask):
    query = "请问要把树给锯掉"
    assert paths(ask(ALL, [query])[query])[0] == TREES.path


def test_what_has_nothing_to_do_with_any_answer_finds_none(ask):
    query = "中心组学习了哪些文件多少"
    other = page(PAGE, "中心组学习", "中心组学习文件")
    assert paths(ask((*ALL, other), [query])[query]) == [other.path]


def test_a_result_of_an_answer_is_the_answer_with_nothing_to_unfold(ask):
    [[item]] = ask(
        [replace(DOGS, passages=[Passage("", "", "不能<b>。\n个人：1000元以下"), *DOGS.passages[1:]])], ["狗绳"]
    )["狗绳"]
    assert item["text"] == ""
    assert item["title"].split("<br>")[1:] == ["不能&#60;b&#62;。", "个人：1000元以下"]
    assert "WD-001" not in item["title"]


@pytest.mark.parametrize(
    "data", [pytest.param(SECOND, id="fixture"), pytest.param(Path("data"), id="live", marks=pytest.mark.live)]
)
def test_each_answer_is_found_first_by_its_question_and_soon_by_all_other_words_for_it(ask, data):
    site = open_site(data, date(2026, 11, 23) if data == SECOND else as_of())
    asked = {name: one for one in search_documents(site) if one.kind == ANSWER for name in (one.title, *one.also)}
    filler = site.vocab.filler
    wrapped = {f"{filler[0]}{name}{filler[-1]}" if filler else name: one for name, one in asked.items()}
    queries = (*asked, *wrapped)
    found = ask(search_documents(site), queries, site.vocab.synonyms, kinds_of(site), filler)
    late = [query for query in queries if (asked | wrapped)[query].path not in paths(found[query])[:FURTHER]]
    not_first = [one.title for one in asked.values() if paths(found[one.title])[0] != one.path]
    assert (late, not_first) == ([], [])
