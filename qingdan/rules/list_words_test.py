import pytest

FILE = "publicity/publicity.yml"
HOW = "请写“清单原文”，例如 - {文件: tasks-2026, 格: 表1!C5, 引文: 格里的原话}"


def of_words(department):
    return [problem.partition(": 清单的话: ")[2] for problem in department.problems() if ": 清单的话: " in problem]


def test_an_entry_of_the_list_without_its_words_is_reported(department):
    department.edit("tasks/tasks.yml", "  来源: 法规整理", "  来源: 单位清单")
    assert of_words(department) == [f"来源是“单位清单”，却没有引它的原话；{HOW}"]


@pytest.mark.parametrize("key", ["责任科室", "配合单位", "措施", "标准"])
@pytest.mark.parametrize("word", ["供水处", "宣传", "处"])
def test_a_word_that_the_list_does_not_have_whole_is_reported(department, key, word):
    department.edit(FILE, "  配合单位: [各所]", f"  {key}: [{word}]")
    assert [message.partition("不在")[0] for message in of_words(department)] == [f"“{word}”"]


@pytest.mark.parametrize("key", ["责任科室", "配合单位", "措施", "标准"])
def test_a_word_that_the_list_has_passes_in_every_field(department, key):
    department.edit(FILE, "  配合单位: [各所]", f"  {key}: [宣传处, 各所]")
    assert department.problems() == []


def test_an_entry_of_the_list_with_its_words_passes(department):
    department.edit(FILE, "  来源: 法规整理", "  来源: 单位清单")
    assert department.problems() == []
