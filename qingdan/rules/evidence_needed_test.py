import pytest

TASKS, PUBLICITY = "tasks/tasks.yml", "publicity/publicity.yml"
HOW = "请在记录下写“证据”，例如 - {报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}"
PROOF_OF_DONE = """      证据:
        - {报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}
      指标:
        - {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}
"""
PROOF_OF_ONGOING = """      证据:
        - {报告: 2025, 段落: （二）2, 引文: 开展讲座3次，其中进社区2次}
      指标:
        - {名称: 讲座, 数值: 3, 单位: 次}
"""
PROOF_OF_PLANNED = """      证据:
        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}
"""


@pytest.mark.parametrize(
    ("path", "proof", "note", "place", "status"),
    [
        (TASKS, PROOF_OF_DONE, "约谈近20户次。", "tasks/tasks.yml:38:11", "已落实"),
        (
            PUBLICITY,
            PROOF_OF_ONGOING,
            "开展讲座3次，其中进社区2次。",
            "publicity/publicity.yml:18:11",
            "长期坚持",
        ),
    ],
)
def test_a_status_that_needs_evidence_and_has_none_is_reported_at_the_status(
    department, path, proof, note, place, status
):
    department.edit(path, proof, "")
    department.edit(path, note, "没有写数字。")
    department.edit(path, "来源: 年度报告", "来源: 法规整理", count=department.count(path, "来源: 年度报告"))
    assert department.problems() == [f"{place}: 证据: “{status}”须有证据；{HOW}"]


def test_evidence_in_another_record_of_the_entry_does_not_count_for_a_status_that_needs_it(department):
    department.edit(TASKS, PROOF_OF_DONE, "")
    department.edit(TASKS, "约谈近20户次。", "没有写数字。")
    department.edit(TASKS, "说明: 开始约谈。\n", f"说明: 开始约谈。\n{PROOF_OF_DONE}")
    assert department.problems() == [f"tasks/tasks.yml:42:11: 证据: “已落实”须有证据；{HOW}"]


def test_an_entry_from_the_report_that_quotes_nothing_is_reported_at_its_origin(department):
    department.edit(TASKS, PROOF_OF_PLANNED, "")
    assert department.problems() == [
        f"tasks/tasks.yml:55:7: 证据: 来源是“年度报告”，却没有一处引文；{HOW}，不是出自报告的改为“法规整理”"
    ]


def test_an_entry_from_the_report_without_any_record_is_reported_at_its_origin(department):
    department.edit(PUBLICITY, "来源: 法规整理", "来源: 年度报告")
    assert department.problems() == [
        f"publicity/publicity.yml:36:7: 证据: 来源是“年度报告”，却没有一处引文；{HOW}，不是出自报告的改为“法规整理”"
    ]


@pytest.mark.parametrize("status", ["已列入计划", "推进中"])
def test_a_status_that_needs_no_evidence_passes_without(department, status):
    department.edit(TASKS, "状态: 推进中", f"状态: {status}")
    assert department.problems() == []


def test_an_entry_from_a_law_passes_without_any_quotation(department):
    department.edit(TASKS, PROOF_OF_PLANNED, "")
    department.edit(TASKS, "  对应安排: [RW-002]\n  来源: 年度报告", "  对应安排: [RW-002]\n  来源: 法规整理")
    assert department.problems() == []
