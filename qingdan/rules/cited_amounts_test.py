import pytest

from tests.statutes import rewrite

ANSWERS, LAWS = "answers/water.yml", "laws/laws.yml"
ROW = "    - {对象: 个人, 情形: 擅自接管, 下限: 100, 上限: 500}\n"
SAYS = "处一百元以上五百元以下的罚款"
THERE = "，有：一百元以上五百元以下；请照原文改"


def of_amounts(department):
    return [problem.partition(": 罚的出处: ")[::2] for problem in department.problems() if ": 罚的出处: " in problem]


def penalty(department, row):
    """Let the answer state another amount."""
    department.edit(ANSWERS, ROW, f"    - {{对象: 个人, 情形: 擅自接管, {row}}}\n")


def law_says(department, words):
    rewrite(department, "2023-11-30", SAYS, words)


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("下限: 100, 上限: 600", "100至600元"),
        ("下限: 200, 上限: 500", "200至500元"),
        ("上限: 500", "500元以下"),
        ("下限: 100", "100元以上"),
        ("下限: 500, 上限: 500", "500元"),
        ("下限: 100, 上限: 500, 单位: 货值金额的倍", "货值金额的100至500倍"),
        ("下限: 100, 上限: 500, 单位: 货值金额的百分之", "货值金额的100%至500%"),
        ("下限: 100, 上限: 500, 单位: 日（拘留）", "拘留100至500日"),
    ],
)
def test_an_amount_that_the_article_does_not_state_is_reported_at_its_row(department, row, amount):
    penalty(department, row)
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", f"所引的条款里没有“{amount}”{THERE}")]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("处五千元以上五万元以下的罚款", "下限: 5000, 上限: 50000"),
        ("处５０００元以上５万元以下的罚款", "下限: 5000, 上限: 50000"),
        ("处5,000元以上5万元以下的罚款", "下限: 5000, 上限: 50000"),
        ("处五千元至五万元的罚款", "下限: 5000, 上限: 50000"),
        ("处一至三万元罚款", "下限: 10000, 上限: 30000"),
        ("处50元～200元罚款", "下限: 50, 上限: 200"),
        ("处五千元以上、五万元以下的罚款", "下限: 5000, 上限: 50000"),
        ("处五千元以上，五万元以下的罚款", "下限: 5000, 上限: 50000"),
        ("处五千元以上五万以下的罚款", "下限: 5000, 上限: 50000"),
        ("处五千以上五万以下的罚款", "下限: 5000, 上限: 50000"),
        ("处五千元以上不满五万元的罚款", "下限: 5000, 上限: 50000"),
        ("处货值金额一倍以上三倍以下的罚款", "下限: 1, 上限: 3, 单位: 货值金额的倍"),
        ("处货值金额百分之五以上百分之十以下的罚款", "下限: 5, 上限: 10, 单位: 货值金额的百分之"),
        ("处货值金额百分之五至百分之十的罚款", "下限: 5, 上限: 10, 单位: 货值金额的百分之"),
        ("处货值金额百分之五十以上二倍以下的罚款", "下限: 50, 上限: 200, 单位: 货值金额的百分之"),
        ("处每平方米一百元的罚款", "下限: 100, 上限: 100"),
        ("处每平方米一百元的罚款", "下限: 100, 上限: 100, 单位: 元/平方米"),
        ("处每平方米一百元的罚款", "下限: 100, 上限: 100, 单位: 每平方米元"),
        ("处每平方米一百元的罚款", "下限: 100, 上限: 100, 单位: 元每平方米"),
        ("处一万五千元以上三万元以下罚款", "下限: 1.5, 上限: 3, 单位: 万元"),
        ("处营业额千分之五以下罚款", "上限: 5, 单位: 营业额的千分之"),
        ("记六分", "下限: 6, 上限: 6, 单位: 分"),
        ("停止供水一个月以上三个月以下", "下限: 1, 上限: 3, 单位: 月"),
        ("停止供水十五天", "下限: 15, 上限: 15, 单位: 日"),
        ("处不超过三万元的罚款", "上限: 30000"),
        ("处货值金额一倍的罚款，但最高不得超过三万元", "上限: 30000"),
        ("处三万元罚款", "下限: 30000, 上限: 30000"),
        ("处三万元以上罚款", "下限: 30000"),
        ("处每日不低于二百元的罚款", "下限: 200"),
        ("处五日以上十日以下拘留", "下限: 5, 上限: 10, 单位: 日（拘留）"),
        ("处一百元、二百元的罚款", "下限: 200, 上限: 200"),
    ],
)
def test_an_amount_that_the_article_states_passes_however_the_law_writes_it(department, words, row):
    law_says(department, words)
    penalty(department, row)
    assert of_amounts(department) == []


@pytest.mark.parametrize(
    "words", ["违法所得不足三万元的，没收", "违法所得超过三万元的，没收", "没收；水费低于三万元的，免于处罚"]
)
def test_an_amount_that_tells_when_a_penalty_is_due_is_none(department, words):
    law_says(department, words)
    penalty(department, "下限: 30000, 上限: 30000")
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", "所引的条款里没有“3万元”，一个数额也没有；请照原文改")]


def test_two_amounts_of_different_penalties_are_no_range(department):
    law_says(department, "处一百元以上的罚款。单位处五百元以下的罚款")
    there = "，有：一百元以上、五百元以下；请照原文改"
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", f"所引的条款里没有“100至500元”{there}")]


def test_of_two_ranges_each_may_be_stated_and_none_in_between(department):
    law_says(department, f"{SAYS}；情节严重的，处五百元以上二千元以下的罚款")
    assert of_amounts(department) == []
    penalty(department, "下限: 500, 上限: 2000")
    assert of_amounts(department) == []
    department.edit(ANSWERS, "下限: 500, 上限: 2000", "下限: 100, 上限: 2000")
    there = "，有：一百元以上五百元以下、五百元以上二千元以下；请照原文改"
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", f"所引的条款里没有“100至2000元”{there}")]


def test_an_amount_of_another_clause_of_the_article_is_not_that_of_the_cited_one(department):
    department.edit(ANSWERS, "条: 第九条, 款: 第一款}", "条: 第九条, 款: 第二款}")
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", "所引的条款里没有“100至500元”，一个数额也没有；请照原文改")]


def test_without_a_clause_the_whole_article_counts(department):
    department.edit(ANSWERS, "条: 第九条, 款: 第一款}", "条: 第九条}")
    assert of_amounts(department) == []


@pytest.mark.parametrize(("item", "passes"), [("第一项", True), ("第二项", False)])
def test_of_a_cited_item_its_own_amount_counts_and_that_of_no_other(department, item, passes):
    rewrite(
        department,
        "2023-11-30",
        "处一百元以上五百元以下的罚款；单位擅自接管的，由水务部门责令改正。",
        "按下列规定处罚：\n　　（一）自己用水的，处一百元以上五百元以下的罚款；\n　　（二）转给别人用的，处一千元罚款。",
    )
    department.edit(ANSWERS, "款: 第一款}", f"款: 第一款, 项: {item}}}")
    assert (of_amounts(department) == []) == passes


@pytest.mark.parametrize("place", ["条: 第九条, 款: 第一款, 项: 第一项", "条: 第九条, 项: 第一项"])
def test_the_amount_may_stand_before_the_items_of_its_clause(department, place):
    rewrite(
        department,
        "2023-11-30",
        "单位擅自接管的，由水务部门责令改正。",
        "是指下列行为：\n　　（一）接管；\n　　（二）改管。",
    )
    department.edit(ANSWERS, "条: 第九条, 款: 第一款", place)
    assert of_amounts(department) == []


def test_where_the_words_of_one_cited_law_are_not_archived_nobody_can_tell(department):
    penalty(department, "下限: 100, 上限: 600")
    department.edit(
        ANSWERS, "    - {法规: water-use-rules, 条: 第三条}\n", "    - {法规: yearly-report-rules, 条: 第二十四条}\n"
    )
    assert of_amounts(department) == []


def test_an_answer_is_held_against_the_amounts_of_the_day_on_which_it_was_compared(department):
    rewrite(department, "2020-03-01", SAYS, "处五十元以上九百元以下的罚款")
    penalty(department, "下限: 50, 上限: 900")
    end = "  核对: {{日期: {}, 来源: 示例政府网的条文}}\n\n- 编号: WD-002"
    department.edit(ANSWERS, end.format("2026-01-01"), end.format("2023-12-31"))
    assert of_amounts(department) == []
    department.edit(ANSWERS, end.format("2023-12-31"), end.format("2024-01-01"))
    assert of_amounts(department) == [(f"{ANSWERS}:11:7", f"所引的条款里没有“50至900元”{THERE}")]


def test_bounds_the_wrong_way_round_are_left_to_the_rule_that_says_so(department):
    penalty(department, "下限: 500, 上限: 100")
    assert of_amounts(department) == []


def test_an_answer_that_was_withdrawn_is_left_alone(department):
    penalty(department, "下限: 100, 上限: 600")
    end = "  核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n"
    gone = f"{end}  退出: {{日期: 2026-02-01, 说明: 数额写错了。}}\n"
    department.edit(ANSWERS, f"{end}\n- 编号: WD-002", f"{gone}\n- 编号: WD-002")
    assert of_amounts(department) == []
