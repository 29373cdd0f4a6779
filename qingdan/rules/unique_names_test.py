import shutil

import pytest

TASKS, PUBLICITY, LAWS, VOCAB = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml", "vocab.yml"
ANSWERS = "answers/water.yml"


def repeated(place, name, path, line):
    return f"{place}: 编号重复: “{name}”在 {path} 第 {line} 行也用了，请改其中一处；公开过的编号不要改"


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "name", "line"),
    [
        (TASKS, "编号: RW-004", "编号: RW-001", "64:7", "RW-001", 2),
        (PUBLICITY, "编号: PF-002", "编号: PF-001", "25:7", "PF-001", 2),
        (LAWS, "标识: yearly-report-rules", "标识: old-water-rules", "42:7", "old-water-rules", 24),
        (ANSWERS, "问: 年度报告要不要公开？", "问: 能不能擅自接管？", "19:6", "能不能擅自接管？", 4),
        (VOCAB, "标识: citizens", "标识: water-users", "135:20", "water-users", 134),
        (VOCAB, "标识: retired", "标识: planned", "37:9", "planned", 5),
        (VOCAB, "名称: 高,", "名称: 中,", "121:10", "中", 120),
    ],
)
def test_a_name_used_again_is_reported_at_its_second_place(department, path, old, new, place, name, line):
    department.edit(path, old, new)
    assert repeated(f"{path}:{place}", name, path, line) in department.problems()


def test_a_task_copied_with_its_number_is_all_that_is_reported(department):
    department.edit(TASKS, "编号: RW-004", "编号: RW-001")
    assert department.problems() == [repeated("tasks/tasks.yml:64:7", "RW-001", TASKS, 2)]


def test_a_third_use_is_reported_with_the_first_place(department):
    department.edit(TASKS, "编号: RW-004", "编号: RW-001")
    more = (department.folder / TASKS).read_text("utf-8").split("\n\n")[-1]
    (department.folder / "tasks/zz.yml").write_text(more, "utf-8")
    assert department.problems() == [
        repeated("tasks/tasks.yml:64:7", "RW-001", TASKS, 2),
        repeated("tasks/zz.yml:1:7", "RW-001", TASKS, 2),
    ]


def test_a_file_copied_within_its_folder_is_reported_entry_by_entry(department):
    shutil.copy(department.folder / TASKS, department.folder / "tasks/zz.yml")
    assert department.problems() == [
        repeated("tasks/zz.yml:2:7", "RW-001", TASKS, 2),
        repeated("tasks/zz.yml:21:7", "RW-002", TASKS, 21),
        repeated("tasks/zz.yml:45:7", "RW-003", TASKS, 45),
        repeated("tasks/zz.yml:64:7", "RW-004", TASKS, 64),
    ]


def test_a_second_report_on_one_year_is_reported(department):
    for suffix in (".yml", ".txt"):
        shutil.copy(department.folder / f"reports/2025{suffix}", department.folder / f"reports/2025b{suffix}")
    assert department.problems() == [
        "reports/2025b.yml:2:5: 报告原文: 年度是 2025，文件名应为 2025.yml 和 2025.txt；请改正年度或文件名",
        repeated("reports/2025b.yml:2:5", "2025", "reports/2025.yml", 2),
    ]


@pytest.mark.parametrize("number", ["RW-00１", "RW-０01"])
def test_a_number_with_full_width_digits_is_refused(department, number):
    department.edit(TASKS, "编号: RW-004", f"编号: {number}")
    assert department.problems() == [
        f"tasks/tasks.yml:64:7: 条目写法: “编号”的写法不对：“{number}”。"
        "普法责任清单写 PF-001，法治建设任务清单写 RW-001，问答写 WD-001，数字用半角"
    ]


def test_entries_may_share_a_name(department):
    department.edit(TASKS, "名称: 旧的任务", "名称: 文件审核")
    assert department.problems() == []


def test_two_lists_of_the_vocabulary_may_use_one_word(department):
    department.edit(VOCAB, "{名称: 依法行政, 标识: lawful", "{名称: 依法行政, 标识: law")
    department.edit(VOCAB, "{名称: 全体公民, 标识: citizens", "{名称: 全体公民, 标识: general")
    assert department.problems() == []


def test_a_law_and_a_word_of_the_vocabulary_may_share_a_slug(department):
    department.edit(VOCAB, "标识: citizens", "标识: water-use-rules")
    assert department.problems() == []


def test_numbers_of_the_two_lists_do_not_collide(department):
    department.edit(PUBLICITY, "编号: PF-002", "编号: PF-004")
    assert department.problems() == []


def test_a_slug_of_the_glossary_used_twice_is_reported(department):
    (department.folder / "glossary.yml").write_text(
        "- {名称: 节水, 标识: saving, 解释: 少用水。, 依据: [water-use-rules]}\n"
        "- {名称: 省水, 标识: saving, 解释: 少用水。, 依据: [water-use-rules]}\n",
        encoding="utf-8",
    )
    assert department.problems() == [repeated("glossary.yml:2:16", "saving", "glossary.yml", 1)]


def test_a_law_that_is_the_basis_twice_is_reported_and_documents_outside_the_library_are_not(department):
    basis = "- {关于: 年度报告, 法规: yearly-report-rules, 要求: [{内容: 公开。}]}\n"
    own = "- {关于: 公开方式, 名称: 指引, 文号: 待核, 机关: 待核, 日期: 待核, 状态: 待核, 要求: [{内容: 公开。}], 来源: [{名称: 转载}]}\n"
    (department.folder / "basis.yml").write_text(basis * 2 + own * 2, encoding="utf-8")
    assert department.problems() == [repeated("basis.yml:2:18", "yearly-report-rules", "basis.yml", 1)]


@pytest.mark.parametrize("name", ["节水", "省水"])
def test_a_word_explained_twice_is_reported_as_a_name_or_another_name(department, name):
    (department.folder / "glossary.yml").write_text(
        "- {名称: 节水, 标识: saving, 别名: [省水], 解释: 少用水。, 依据: [water-use-rules]}\n"
        f"- {{名称: {name}, 标识: other, 解释: 少用水。, 依据: [water-use-rules]}}\n",
        encoding="utf-8",
    )
    assert department.problems() == [repeated("glossary.yml:2:8", name, "glossary.yml", 1)]
