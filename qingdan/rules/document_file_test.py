import pytest

META = "documents/tasks-2026.yml"
DIGEST = "5f26a2c4631de62ad3e78392da7023211ab9250a8271f2462913b466fddf5d6f"


def of_documents(department):
    return [problem.partition(": 单位清单: ")[::2] for problem in department.problems() if ": 单位清单: " in problem]


def test_a_file_that_was_changed_is_reported_at_its_digest(department):
    department.edit(META, DIGEST, f"{DIGEST[:-1]}0")
    [(place, message)] = of_documents(department)
    assert place == f"{META}:8:9"
    assert message.startswith("tasks-2026.docx 与登记的不一致，请恢复收到时的文件")
    assert message.endswith(DIGEST)


def test_a_name_that_the_list_does_not_have_is_reported_with_the_nearest(department):
    department.edit(META, "名称: 示例区水务局2026年法治", "名称: 示例区水务局2025年法治")
    [(place, message)] = of_documents(department)
    assert place == f"{META}:3:5"
    assert message.endswith("最接近的是“示例区水务局2026年法治政府建设重点任务分工表”")


def test_a_name_that_stands_in_a_cell_passes(department):
    department.edit(META, "名称: 示例区水务局2026年法治政府建设重点任务分工表", "名称: 依法决策")
    assert of_documents(department) == []


def test_a_file_named_after_another_list_is_reported(department):
    for suffix in (".yml", ".docx"):
        (department.folder / f"documents/tasks-2026{suffix}").rename(department.folder / f"documents/other{suffix}")
    assert of_documents(department) == [("documents/other.yml:2:5", "标识是 tasks-2026，文件名是 other；请改成一样的")]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("表2!D", "没有“表2”这张表，最接近的是“表1”"),
        ("表1!", "“表1!”的写法不对；请写一列（表1!D）、一行（表1!9）或者一格（表1!D9）"),
        ("D列", "“D列”的写法不对；请写一列（表1!D）、一行（表1!9）或者一格（表1!D9）"),
    ],
)
def test_a_place_that_is_to_be_withheld_and_is_not_there_is_reported(department, place, message):
    department.edit(META, "来源: 为测试编的。", f"来源: 为测试编的。\n不公开: [表1!B, '{place}']")
    assert [said for _, said in of_documents(department)] == [message]


@pytest.mark.parametrize("place", ["表1!B", "表1!3", "表1!B3"])
def test_a_column_a_row_and_a_cell_may_be_withheld(department, place):
    department.edit(META, "来源: 为测试编的。", f"来源: 为测试编的。\n不公开: [{place}]")
    assert department.problems() == []
