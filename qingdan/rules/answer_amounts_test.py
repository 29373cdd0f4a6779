import pytest

ANSWERS = "answers/water.yml"
ROW = "    - {对象: 单位, 情形: 擅自接管, 处理: 责令改正}\n"
END = "  核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n\n- 编号: WD-002"


def more(department, row):
    department.drop_texts()
    department.edit(ANSWERS, ROW, f"{ROW}    - {{{row}}}\n")


def test_two_amounts_for_the_same_thing_are_refused_until_the_conflict_is_said(department):
    more(department, "对象: 个人, 情形: 擅自接管, 上限: 300")
    how = "请在“备注”里写明两处规定不一致，或者改对象、情形、条件，分清各是什么时候"
    message = f"同样的对象、情形、条件，前面写的是100至500元，这里是300元以下；{how}"
    assert department.problems() == [f"{ANSWERS}:13:7: 罚的写法: {message}"]


def test_a_conflict_that_is_said_passes(department):
    more(department, "对象: 个人, 情形: 擅自接管, 上限: 300")
    department.edit(ANSWERS, END, f"  备注: 两处规定的数额不一致，由法制部门确认。\n{END}")
    assert department.problems() == []


@pytest.mark.parametrize("other", ["条件: 拒不改正", "单位: 日（拘留）"])
def test_other_conditions_and_other_units_are_no_conflict(department, other):
    more(department, f"对象: 个人, 情形: 擅自接管, 上限: 300, {other}")
    assert department.problems() == []


def test_equal_bounds_are_one_amount(department):
    more(department, "对象: 个人, 情形: 别的, 下限: 300, 上限: 300")
    assert department.problems() == []


def test_a_lower_bound_above_the_upper_one_is_refused(department):
    more(department, "对象: 个人, 情形: 别的, 下限: 1000, 上限: 900")
    assert department.problems() == [f"{ANSWERS}:13:7: 罚的写法: 下限 1000 比上限 900 高，请核对"]


def test_a_row_that_says_neither_how_much_nor_what_is_done_is_refused(department):
    more(department, "对象: 个人, 情形: 别的")
    said = "没有写多少，也没有写怎样处理；请照条文写“上限”，或者写“处理”"
    assert department.problems() == [f"{ANSWERS}:13:7: 罚的写法: {said}"]
