import pytest

TASKS = "tasks/tasks.yml"
DUE = "  时限: 2026\n"
WORDS = "  时限出处: [{报告: 2025, 段落: （三）, 引文: 2026年12月31日前改进}]\n"
HOW = "请在下一行写“时限出处”，例如 时限出处: [{报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}]"


def test_a_deadline_that_nothing_states_is_refused_at_the_deadline(department):
    department.edit(TASKS, WORDS, "")
    assert department.problems() == [
        f"tasks/tasks.yml:51:7: 时限: 时限 2026 没有出处；{HOW}，报告没有写明的，时限写“报告没有写”"
    ]


@pytest.mark.parametrize(
    ("due", "said"), [("2027", "2027年"), ("2026-06", "2026年6月"), ("2026-06-30", "2026年6月30日")]
)
def test_a_deadline_other_than_the_one_its_words_state_is_refused(department, due, said):
    department.edit(TASKS, DUE, f"  时限: {due}\n")
    assert department.problems() == [f"tasks/tasks.yml:52:9: 时限: 引文里没有写“{said}”；请照引文改时限，或换一句引文"]


@pytest.mark.parametrize("due", ["长期", "报告没有写"])
def test_words_for_a_deadline_that_is_no_date_are_refused(department, due):
    department.edit(TASKS, DUE, f"  时限: {due}\n")
    assert department.problems() == [f"tasks/tasks.yml:52:9: 时限: 时限是“{due}”，不用写出处；请删去，或者写明日期"]


def test_the_year_of_a_report_or_of_a_longer_number_is_no_deadline(department):
    department.rewrite_report("2026年12月31日前改进，", "2026年度计划改进，编号12026年，")
    department.edit(TASKS, "引文: 2026年12月31日前改进}]", "引文: 2026年度计划改进}]")
    assert [problem.partition(": ")[2][:2] for problem in department.problems()] == ["时限"]


def test_a_deadline_without_a_date_needs_no_words(department):
    department.edit(TASKS, DUE + WORDS, "  时限: 报告没有写\n")
    assert department.problems() == []


@pytest.mark.parametrize(
    ("cell", "due", "stated"),
    [
        ("表1!F4, 引文: 2026年12月底前", "2026-12", True),
        ("表1!F6, 引文: 2026年5月", "2026-05", True),
        ("表1!F6, 引文: 2026年5月", "2026-06", False),
        ("表1!F6, 引文: 2026年5月", "2025-05", False),
        ("表1!F6, 引文: 2026年5月", "2026", True),
        ("表1!F3, 引文: 长期坚持", "2026-05", False),
    ],
)
def test_words_of_the_bodys_own_list_state_a_deadline_too(department, cell, due, stated):
    department.edit(
        "publicity/publicity.yml",
        "表1!E6, 引文: 各所}",
        "表1!E6, 引文: 各所}\n    - {文件: tasks-2026, 格: " + cell + "}",
    )
    department.edit("publicity/publicity.yml", "  年度: 2026\n  时限: 长期", f"  年度: 2026\n  时限: {due}")
    assert (department.problems() == []) == stated
