import pytest

FILE = "publicity/publicity.yml"
CELL = "{文件: tasks-2026, 格: 表1!C6, 引文: 组织节水宣传周}"


def of_quotations(department):
    return [problem.partition(": 清单原文: ")[2] for problem in department.problems() if ": 清单原文: " in problem]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "{文件: tasks-2026, 格: 表1!C6, 引文: 组织节水宣传日}",
            "“组织节水宣传日”：引文不在这一格中（表1!C6）；应为：组织节水宣传周",
        ),
        (
            "{文件: tasks-2026, 格: 表1!C6, 引文: 节水宣传}",
            "“节水宣传”：引文须是完整的分句，不能从句中截断（表1!C6）；应为：组织节水宣传周",
        ),
        (
            "{文件: tasks-2026, 格: 表1!E6, 引文: 组织节水宣传周}",
            "“组织节水宣传周”：引文不在这一格中（表1!E6）；这句话在 表1!C6，请改“格”",
        ),
        (
            "{文件: tasks-2026, 格: 表1!E6, 引文: 约谈超计划用水户}",
            "“约谈超计划用水户”：引文不在这一格中（表1!E6）；最接近的在 表1!C4：约谈超计划用水户不少于20户次",
        ),
        (
            "{文件: tasks-2026, 格: 表1!C6, 引文: 别处也没有}",
            "“别处也没有”：引文不在这一格中（表1!C6）；整份清单也没有相近的话，请从单位清单的网页复制原话",
        ),
        ("{文件: tasks-2026, 格: 表1!Z9, 引文: 组织节水宣传周}", "tasks-2026.docx 里没有“表1!Z9”这一格，最接近的是“表1!C1”"),
        ("{文件: tasks-2026, 格: 表1!C5, 引文: 二、普法}", "“表1!C5”是合并的格，请写它的第一格 表1!A5"),
        ("{文件: tasks-2020, 格: 表1!C6, 引文: 组织节水宣传周}", "没有收录“tasks-2020”这份单位清单，最接近的是“tasks-2026”"),
    ],
)  # fmt: skip
def test_words_that_do_not_stand_where_they_are_said_to_are_reported_with_what_stands_there(
    department, written, message
):
    department.edit(FILE, CELL, written)
    found = of_quotations(department)
    assert [one.partition("最接近的是")[0] for one in found] == [message.partition("最接近的是")[0]]


def test_a_cell_that_is_not_public_cannot_be_quoted(department):
    department.edit("documents/tasks-2026.yml", "来源: 为测试编的。", "来源: 为测试编的。\n不公开: [表1!C6]")
    assert of_quotations(department) == ["“表1!C6”不公开（隐藏的，或者登记里写了“不公开”），不能引用"]


def test_a_list_that_cannot_be_read_is_not_called_missing(department):
    (department.folder / "documents/tasks-2026.docx").write_bytes(b"PK\x03\x04 broken")
    assert of_quotations(department) == []
    assert any("documents/tasks-2026.docx:1:1: 文件位置: 文件坏了" in problem for problem in department.problems())


def test_a_part_of_a_cell_between_marks_may_be_quoted(department):
    department.edit(FILE, CELL, "{文件: tasks-2026, 格: 表1!A2, 引文: 依法决策}")
    assert of_quotations(department) == []
