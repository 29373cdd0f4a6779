import pytest

ANSWERS, LAWS = "answers/water.yml", "laws/laws.yml"
TEXT = "  答: 不能。擅自接管的罚100至500元。"


@pytest.mark.parametrize(
    "text",
    [
        "不能。最多罚500元。",
        "不能。罚100元到500元。",
        "不能。罚五百元。",
        "不能。2020年5月1日起要罚。",
        "不能，谁都一样。",
    ],
)
def test_what_the_sources_state_may_be_said_in_other_words(department, text):
    department.edit(ANSWERS, TEXT, f"  答: {text}")
    assert department.problems() == []


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("不能。罚501元。", 10, "501元"),
        ("不能。罚100至600元。", 10, "600元"),
        ("不能。罚500日。", 10, "500日"),
        ("不能。5天内改正。", 9, "5天内"),
        ("不能。2020年6月1日起要罚。", 9, "2020年6月1日"),
    ],
)
def test_any_other_number_is_refused_where_it_stands(department, text, column, words):
    department.edit(ANSWERS, TEXT, f"  答: {text}")
    [problem] = department.problems()
    assert problem.startswith(f"{ANSWERS}:6:{column}: 问答数字: “{words}”没有出处，罚和条文里的数字有：100元、500元；")


def test_a_number_of_the_cited_article_may_be_said_and_days_are_days(department):
    department.drop_texts()
    department.edit(ANSWERS, TEXT, "  答: 不能。5天内改正。")
    department.edit(LAWS, "{条: 第九条, 说明: 不得擅自接管}", "{条: 第九条, 说明: 不得擅自接管, 数字: [5日]}")
    assert department.problems() == []


def test_numbers_of_conditions_and_of_what_is_done_may_be_said(department):
    department.edit(ANSWERS, TEXT, "  答: 不能。7日内改正，3次以上的停水。")
    department.edit(ANSWERS, "处理: 责令改正}", "处理: 责令7日内改正, 条件: 3次以上}")
    assert department.problems() == []


def test_without_numbers_in_the_sources_that_is_said(department):
    department.edit(ANSWERS, "  答: 要公开，谁都可以看。", "  答: 要公开，7日内可以看。")
    [problem] = department.problems()
    assert "“7日内”没有出处，罚和条文里没有数字；" in problem


def test_numbers_of_what_else_is_done_may_be_said(department):
    department.edit(ANSWERS, "  答: 要公开，谁都可以看。", "  答: 要公开，7日内可以看。")
    department.edit(ANSWERS, "处理: 不按时公开的，责令改正。", "处理: 不按时公开的，责令7日内改正。")
    assert department.problems() == []
