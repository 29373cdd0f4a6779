import pytest

TASKS, PUBLICITY, LAWS = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml"


def test_a_word_of_praise_that_no_quotation_has_is_reported_at_its_line_and_column(department):
    department.edit(TASKS, "说明: 审核文件7份。", "说明: 审核文件7份，成效显著。")
    assert department.problems() == [
        "tasks/tasks.yml:15:20: 评价词: 引文里没有“显著”；请删去这个词，或者引用写着这个词的原话"
    ]


@pytest.mark.parametrize("key", ["名称: 文件审核\n  领域", "内容: 文件出台前先审核。"])
def test_names_and_contents_are_held_to_it_too(department, key):
    department.edit(TASKS, key, key.replace(": 文件", ": 全部文件"))
    assert [problem.split(": ")[1] for problem in department.problems()] == ["评价词"]


def test_a_word_that_the_same_record_quotes_may_be_said(department):
    department.rewrite_report("由法规处审核文件7份", "由法规处审核全部文件7份")
    department.edit(TASKS, "引文: 由法规处审核文件7份", "引文: 由法规处审核全部文件7份")
    department.edit("vocab.yml", "引文: 由法规处审核文件7份", "引文: 由法规处审核全部文件7份")
    department.edit(TASKS, "说明: 审核文件7份。", "说明: 审核全部文件7份。")
    assert department.problems() == []
    department.edit(TASKS, "说明: 约谈近20户次。", "说明: 全部约谈近20户次。")
    assert [problem.split(": ")[1] for problem in department.problems()] == ["评价词"]


def test_a_word_of_the_label_of_a_cited_article_may_be_said(department):
    department.edit(LAWS, "说明: 不得擅自接管", "说明: 不得全部接管")
    department.edit(PUBLICITY, "不得擅自接管。", "不得全部接管。")
    assert department.problems() == []


def test_only_words_of_the_vocabulary_are_held_to_it(department):
    department.edit(TASKS, "说明: 审核文件7份。", "说明: 圆满审核文件7份。")
    department.edit("vocab.yml", "评价词: [圆满, 显著, 全部]", "评价词: [显著]")
    assert department.problems() == []
