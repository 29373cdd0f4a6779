import pytest

NOTES = "records/notes.yml"

RECORD = "    - {日期: 2026-05, 状态: 已落实, 说明: 做了。}\n"


def write(department, text):
    (department.folder / NOTES).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "- 编号: RW-009\n  核定: 已核定\n  核定日期: 2026-04-01\n",
            "1:7: 另记: 两份清单和问答里没有“RW-009”，最接近的是",
        ),
        ("- 编号: RW-001\n", "1:3: 另记: 没有写要记什么；请写“记录”、“核定”或“退出”，不需要的整条删去"),
        ("- 编号: RW-001\n  核定日期: 2026-04-01\n", "2:9: 另记: 写了核定日期，没有写“核定: 已核定”，请补上"),
        (
            "- 编号: RW-001\n  退出: {日期: 2026-04-01, 说明: 不做了。}\n",
            "2:7: 另记: 条目的退出写成一条状态为“已退出”的记录，请改写",
        ),
        (f"- 编号: WD-001\n  记录:\n{RECORD}", "3:5: 另记: 问答没有“记录”，请删去"),
        (
            "- 编号: WD-003\n  退出: {日期: 2026-05-01, 说明: 二。}\n",
            "2:7: 另记: “WD-003”已经退出了，请删去这一处",
        ),
    ],
)
def test_what_stands_apart_belongs_to_something_that_can_have_it(department, text, fault):
    write(department, text)
    (problem,) = department.problems()
    assert problem.startswith(f"{NOTES}:{fault}")


def test_an_entry_that_cannot_be_read_is_not_called_missing(department):
    department.edit("tasks/tasks.yml", "  名称: 旧的任务\n", "")
    assert [problem for problem in department.problems() if "另记" in problem] == []


def test_a_fault_in_it_is_reported_in_its_own_file(department):
    write(department, f"- 编号: RW-003\n  记录:\n{RECORD}")
    (problem,) = department.problems()
    assert problem.startswith(f"{NOTES}:3:25: 证据: ")
