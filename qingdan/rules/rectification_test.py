import pytest

TASKS = "tasks/tasks.yml"
ANSWERS = "  对应安排: [RW-002]\n"


@pytest.mark.parametrize("answers", ["", "  对应安排: []\n"])
def test_a_shortcoming_without_an_answer_is_reported_at_its_kind(department, answers):
    department.edit(TASKS, ANSWERS, answers)
    assert department.problems() == [
        "tasks/tasks.yml:47:7: 对应安排: “整改”的条目须写对应安排；请补上回应它的任务编号，例如 对应安排: [RW-001]"
    ]


@pytest.mark.parametrize("kind", ["", "  类别: 任务\n"])
def test_a_task_that_names_an_answer_is_reported_at_the_answer(department, kind):
    department.edit(TASKS, "  类别: 整改\n", kind)
    line = 54 if kind else 53
    assert department.problems() == [
        f"tasks/tasks.yml:{line}:9: 对应安排: 只有类别为“整改”的条目写对应安排；请删去，或补上“类别: 整改”"
    ]


def test_an_answer_that_the_list_lacks_is_reported_at_its_number(department):
    department.edit(TASKS, "[RW-002]", "[RW-002, RW-012]")
    assert department.problems() == ["tasks/tasks.yml:54:18: 对应安排: 任务清单里没有“RW-012”，最接近的是“RW-002”"]


@pytest.mark.parametrize(
    ("answer", "hint"),
    [("PF-001", "最接近的是“RW-001”"), ("water-use-rules", "可以写：RW-001、RW-002、RW-003、RW-004")],
)
def test_an_entry_of_another_list_is_no_answer(department, answer, hint):
    department.edit(TASKS, "[RW-002]", f"[{answer}]")
    assert department.problems() == [f"tasks/tasks.yml:54:10: 对应安排: 任务清单里没有“{answer}”，{hint}"]


def test_a_shortcoming_does_not_answer_itself(department):
    department.edit(TASKS, "[RW-002]", "[RW-003]")
    assert department.problems() == [
        "tasks/tasks.yml:54:10: 对应安排: “RW-003”是这一条自己，请写回应它的任务编号，例如 对应安排: [RW-001]"
    ]


@pytest.mark.parametrize("answers", ["[RW-001]", "[RW-001, RW-002]"])
def test_a_shortcoming_with_one_answer_or_several_passes(department, answers):
    department.edit(TASKS, "[RW-002]", answers)
    assert department.problems() == []


def test_a_task_without_kind_and_answer_passes(department):
    department.edit(TASKS, f"  内容: 改进宣传方式。\n{ANSWERS}", "  内容: 改进宣传方式。\n")
    department.edit(TASKS, "  类别: 整改\n", "")
    assert department.problems() == []


def test_an_answer_refused_for_another_fault_is_not_called_missing(department):
    department.edit(TASKS, "  名称: 约谈用水户\n", "")
    assert department.problems() == ["tasks/tasks.yml:21:3: 条目写法: 缺少“名称”，请补上“名称: …”"]


def test_an_answer_that_may_stand_in_a_file_that_cannot_be_read_is_not_called_missing(department):
    department.edit(TASKS, "[RW-002]", "[RW-012]")
    (department.folder / "tasks/more.yml").write_text("\t- 编号: RW-012\n", "utf-8")
    assert department.problems() == ["tasks/more.yml:1:1: 文件写法: 缩进里有制表符（Tab），请改为半角空格，每级两个"]
