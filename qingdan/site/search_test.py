"""What the search index holds of answers, and in which order kinds of results stand."""

import pytest

from conftest import AS_OF, SECOND
from qingdan.model import Penalty

from .check import open_site
from .search import ANSWER, LAW, PAGE, REPORT, Document, Passage, kinds_of, search_documents, search_index


@pytest.fixture(scope="module")
def site():
    return open_site(SECOND, AS_OF)


def first_passage(site, **changes):
    """The first passage of an answer, as the search shows it, after a change of the answer."""
    answer = next(iter(site.answers.values())).model_copy(update=changes)
    site.answers[answer.id] = answer
    return next(found for found in search_documents(site) if found.number == answer.id).passages[0].text


def penalty(**values):
    return Penalty.model_validate({"对象": "个人", "情形": "接管", "单位": "元", **values})


@pytest.mark.parametrize(
    ("told", "penalties", "shown"),
    [
        ("不能。", [{"上限": "500"}], "不能。\n个人，接管，500元以下"),
        ("不能。", [{"上限": "500", "条件": "不改正的"}], "不能。\n个人，接管，不改正的，500元以下"),
        ("不能，罚500元以下。", [{"上限": "500"}], "不能，罚500元以下。"),
        ("不能，最高罚5万元。", [{"上限": "50000"}], "不能，最高罚5万元。"),
        ("不能。", [{"处理": "责令改正"}], "不能。"),
        ("不能。", [{"上限": "500", "条件": "很长的条件" * 8}], "不能。"),
        ("不能。", [], "不能。"),
    ],
)
def test_an_answer_is_shown_with_its_amounts_where_these_are_short_and_not_said(told, penalties, shown):
    site = open_site(SECOND, AS_OF)
    assert first_passage(site, text=told, penalties=tuple(penalty(**one) for one in penalties)) == shown


def test_answers_come_before_duties_before_laws_before_tasks_before_pages_and_reports(site):
    kinds = kinds_of(site)
    wanted = (ANSWER, "普法", LAW, "任务", PAGE, REPORT)
    assert sorted(wanted, key=kinds.index) == list(wanted)


def test_an_index_holds_other_names_with_their_pinyin_and_the_filler():
    found = Document("问答", "能不能？", "a/", [Passage("", "", "能")], also=("行吗",))
    index = search_index([found], [], filler=["请问"])
    assert index["filler"] == ["请问"]
    assert index["documents"] == [[0, "", "能不能？", "a/", -1, "neng bu neng\nxing ma", [["", "", "能"]], ["行吗"]]]
