import pytest

TASKS, PUBLICITY, LAWS, VOCAB = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml", "vocab.yml"
PROOF = "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (TASKS, "责任主体: [法规处]", "责任主体: [法规处, 法规处]", "“责任主体”里“法规处”写了两次，请只留一个"),
        (TASKS, "条: [第九条]", "条: [第九条, 第九条]", "“条”里“第九条”写了两次，请只留一个"),
        (TASKS, "对应安排: [RW-002]", "对应安排: [RW-002, RW-002]", "“对应安排”里“RW-002”写了两次，请只留一个"),
        (TASKS, "（RW-001）。}", "（RW-001）。, 接续: [RW-001, RW-001]}", "“接续”里“RW-001”写了两次，请只留一个"),
        (TASKS, PROOF, PROOF * 2, "“证据”里“2025 （三） 宣传方式单一”写了两次，请只留一个"),
        (
            TASKS,
            "依据: [old-water-rules]",
            "依据: [old-water-rules, old-water-rules]",
            "“依据”里 old-water-rules 写了两次，请只留一处，几条写在一起，例如 {法规: old-water-rules, 条: [第一条, 第二条]}",
        ),
        (PUBLICITY, "对象: [用水户]", "对象: [用水户, 用水户]", "“对象”里“用水户”写了两次，请只留一个"),
        (LAWS, "  对象: [用水户]", "  待核事项: [文号, 文号]", "“待核事项”里“文号”写了两次，请只留一个"),
        (
            LAWS,
            "    - {条: 第三条, 说明: 节约用水}\n",
            "    - {条: 第三条, 说明: 节约用水}\n    - {条: 第三条, 说明: 一水多用}\n",
            "“条文”里“第三条”写了两次，请只留一个",
        ),
        (
            VOCAB,
            "\n站点:",
            "\n同义词:\n  - [水, 自来水]\n  - [水, 自来水]\n\n站点:",
            "“同义词”里“水、自来水”写了两次，请只留一个",
        ),
    ],
)
def test_what_stands_twice_in_a_list_is_reported_once(department, path, old, new, message):
    department.edit(path, old, new)
    (problem,) = department.problems()
    assert problem.startswith(f"{path}:")
    assert problem.endswith(f": 重复: {message}")


def test_three_times_are_two_too_many(department):
    department.edit(TASKS, "责任主体: [法规处]", "责任主体: [法规处, 法规处, 法规处]")
    assert len(department.problems()) == 2


def test_one_word_in_two_lists_and_one_law_in_two_entries_pass(department):
    department.edit(TASKS, "依据: [old-water-rules]", "依据: [old-water-rules, water-use-rules]")
    assert department.problems() == []
