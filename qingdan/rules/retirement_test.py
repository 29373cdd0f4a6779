import pytest

TASKS = "tasks/tasks.yml"
LEFT = "状态: 已退出, 说明: 并入文件审核（RW-001）。}"
PLANNED = "状态: 已列入计划, 说明: 列入计划。}"


def follow(department, successors, record=LEFT):
    department.edit(TASKS, record, f"{record[:-1]}, 接续: {successors}}}")


def said(department):
    """Return the messages of this rule; each must stand at the successor or at the key."""
    return [problem.split(": 接续条目: ")[1] for problem in department.problems()]


@pytest.mark.parametrize("successors", ["[RW-001]", "[RW-001, PF-001]"])
def test_entries_of_either_list_may_follow(department, successors):
    follow(department, successors)
    assert department.problems() == []


def test_a_record_that_does_not_retire_has_no_successor(department):
    follow(department, "[RW-001]", PLANNED)
    assert said(department) == ["“接续”只写在状态为“已退出”的记录上，这条是“已列入计划”，请删去“接续”或改状态"]


@pytest.mark.parametrize(
    ("successors", "message"),
    [
        ("[RW-004]", "“RW-004”就是这一条自己，请写接着做这件事的另一条；没有接续的删去“接续”"),
        ("[RW-01]", "两份清单里没有“RW-01”，最接近的是“RW-001”"),
    ],
)
def test_a_successor_is_another_entry_of_the_lists(department, successors, message):
    follow(department, successors)
    assert said(department) == [message]


def test_the_fault_is_reported_at_the_successor(department):
    follow(department, "[RW-001, RW-01]")
    text = (department.folder / TASKS).read_text(encoding="utf-8")
    before = text[: text.index("RW-01]")]
    [problem] = department.problems()
    assert problem.startswith(f"{TASKS}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: ")


@pytest.mark.parametrize(
    ("successors", "advice"),
    [("", "它没有接续，请另写一条或删去"), ("      接续: [RW-001]\n", "请改写它的接续：RW-001")],
)
def test_a_retired_successor_is_refused_with_what_follows_it(department, successors, advice):
    department.edit(
        TASKS, "状态: 已列入计划\n      说明: 报告写明不足。\n", f"状态: 已退出\n      说明: 不再做。\n{successors}"
    )
    follow(department, "[RW-003]")
    assert said(department) == [f"“RW-003”自己也已退出，{advice}"]


def test_a_successor_that_could_not_be_read_is_not_called_missing(department):
    follow(department, "[PF-001]")
    department.edit("publicity/publicity.yml", "- 编号: PF-001", "-编号: PF-001")
    assert not any("接续条目" in problem for problem in department.problems())
