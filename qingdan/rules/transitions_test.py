from itertools import product

import pytest

TASKS = "tasks/tasks.yml"
ALLOWED = {
    "已列入计划": "已列入计划、推进中、已落实、长期坚持、已退出",
    "推进中": "推进中、已落实、长期坚持、已退出",
    "已落实": "已落实、长期坚持、已退出",
    "长期坚持": "长期坚持、推进中、已退出",
    "已退出": "",
}
PAIRS = list(product(ALLOWED, ALLOWED))
PROOF = "证据: [{报告: 2025, 段落: （一）1, 引文: 由法规处审核文件7份}]"


def may_follow(states):
    return f"只能接：{states}；请改正状态，或补上中间的记录" if states else "后面不能再有记录；请删去这条，或改正上一条"


def follow(department, earlier, later):
    """Let RW-004 go from one state to another, each with evidence."""
    department.edit(TASKS, "2025-01-15, 状态: 已退出", f"2025-01-15, 状态: {later}, {PROOF}")
    department.edit(TASKS, "2024-01-15, 状态: 已列入计划", f"2024-01-15, 状态: {earlier}, {PROOF}")


@pytest.mark.parametrize(("earlier", "later"), [pair for pair in PAIRS if pair[1] not in ALLOWED[pair[0]].split("、")])
def test_a_state_that_may_not_follow_is_reported_at_the_later_record(department, earlier, later):
    follow(department, earlier, later)
    may = may_follow(ALLOWED[earlier])
    assert department.problems() == [f"tasks/tasks.yml:75:28: 状态接续: “{earlier}”之后不能是“{later}”，{may}"]


@pytest.mark.parametrize(("earlier", "later"), [pair for pair in PAIRS if pair[1] in ALLOWED[pair[0]].split("、")])
def test_a_state_that_may_follow_passes(department, earlier, later):
    follow(department, earlier, later)
    assert department.problems() == []


def test_each_step_of_an_entry_is_looked_at_by_itself(department):
    department.edit(
        TASKS,
        "    - {日期: 2025-01-15, 状态: 已退出",
        "    - {日期: 2024-05, 状态: 推进中, 说明: 开始。}\n"
        "    - {日期: 2024-06, 状态: 已列入计划, 说明: 重来。}\n"
        "    - {日期: 2024-07, 状态: 推进中, 说明: 再开始。}\n"
        "    - {日期: 2025-01-15, 状态: 已列入计划",
    )
    may = may_follow("推进中、已落实、长期坚持、已退出")
    assert department.problems() == [
        f"tasks/tasks.yml:76:25: 状态接续: “推进中”之后不能是“已列入计划”，{may}",
        f"tasks/tasks.yml:78:28: 状态接续: “推进中”之后不能是“已列入计划”，{may}",
    ]


@pytest.mark.parametrize("status", list(ALLOWED))
def test_any_state_may_be_the_first(department, status):
    department.edit(
        TASKS,
        "    - {日期: 2024-01-15, 状态: 已列入计划, 说明: 列入计划。}\n    - {日期: 2025-01-15, 状态: 已退出",
        f"    - {{{PROOF}, 日期: 2025-01-15, 状态: {status}",
    )
    assert department.problems() == []


def test_an_unknown_state_is_reported_as_unknown_only(department):
    follow(department, "已落实", "进行中")
    assert department.problems() == [
        "tasks/tasks.yml:75:28: 词表: “状态”没有“进行中”，最接近的是“推进中”；可选的词见 vocab.yml 的“状态”"
    ]


def test_the_vocabulary_decides_which_state_may_follow(department):
    follow(department, "已落实", "推进中")
    department.edit("vocab.yml", "可接续: [已落实, 长期坚持, 已退出]", "可接续: [已落实, 推进中, 长期坚持, 已退出]")
    assert department.problems() == []
