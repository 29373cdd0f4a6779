import pytest

ANSWERS = "answers/water.yml"
NAMED = "    - {法规: yearly-report-rules, 条: 第二十四条}\n    - {法规: water-use-rules}\n"


def test_an_answer_whose_articles_are_all_known_needs_no_doubt(department):
    department.edit(ANSWERS, NAMED, "    - {法规: yearly-report-rules, 条: 第二十四条}\n")
    department.edit(ANSWERS, "  待核: [用水条例怎样规定年度报告，没有查到条号。]\n", "")
    assert department.problems() == []


@pytest.mark.parametrize("amount", ["下限: 100", "上限: 100", "上限: 100, 处理: 责令改正"])
def test_where_an_article_is_unknown_no_amount_is_stated(department, amount):
    rows = f"    - {{对象: 单位, 情形: 试, 处理: 警告}}\n    - {{对象: 个人, 情形: 试, {amount}}}\n"
    department.edit(ANSWERS, "  处理: 不按时公开的，责令改正。\n", f"  罚:\n{rows}")
    wrong = "有一处依据没有写到条，不能写数额；请补上条号，或者删去“下限”“上限”，改写“处理”"
    assert department.problems() == [f"{ANSWERS}:26:7: 问答依据: {wrong}"]


def test_an_answer_without_any_article_is_refused(department):
    department.edit(ANSWERS, NAMED, "    - {法规: water-use-rules}\n")
    said = "依据都没有写到条；没有查到条文的问答不公开，请补上“条”"
    assert department.problems() == [f"{ANSWERS}:22:5: 问答依据: {said}"]


def test_an_unknown_article_without_a_word_of_it_is_refused(department):
    department.edit(ANSWERS, "  待核: [用水条例怎样规定年度报告，没有查到条号。]\n", "")
    said = "没有写到条，请补上；没有查到条号的，在“待核”里写明"
    assert department.problems() == [f"{ANSWERS}:23:7: 问答依据: {said}"]
