import pytest

ANSWERS, TASKS = "answers/water.yml", "tasks/tasks.yml"
FIRST = "- 编号: WD-001\n  条目: PF-001\n"


@pytest.fixture
def moved(department):
    """Return a function that puts the first answer to another entry; no question of it stands on the home page."""
    department.edit("vocab.yml", "常问: WD-001, ", "")

    def moved(number):
        department.edit(ANSWERS, FIRST, FIRST.replace("PF-001", number))
        return department.problems()

    return moved


def test_an_answer_may_belong_to_an_entry_of_any_list(moved):
    assert moved("RW-001") == []


def test_an_entry_that_no_list_has_is_refused_with_the_nearest(moved):
    assert moved("RW-091") == [f"{ANSWERS}:3:7: 问答条目: 清单里没有“RW-091”，最接近的是“RW-001”"]


def test_an_entry_that_has_left_its_list_is_refused(moved):
    said = "“RW-004”已退出清单，请改为接着做的那一条；没有的，在末尾写“退出”"
    assert moved("RW-004") == [f"{ANSWERS}:3:7: 问答条目: {said}"]


def test_an_answer_that_is_given_no_more_may_stay_with_an_entry_that_has_left(department):
    department.edit(ANSWERS, "- 编号: WD-003\n  条目: PF-001", "- 编号: WD-003\n  条目: RW-004")
    assert department.problems() == []


def test_an_entry_in_a_file_that_cannot_be_read_is_not_called_missing(department, moved):
    (department.folder / "tasks/more.yml").write_text("- 编号: RW-091\n  名称：缺空格\n", encoding="utf-8")
    assert not any("问答条目" in problem for problem in moved("RW-091"))
