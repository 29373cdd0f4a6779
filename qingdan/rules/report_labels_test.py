import pytest

from qingdan.text.outline.corrections import Correction
from qingdan.text.paragraphs import parse

META, REPORT = "reports/2025.yml", "reports/2025.txt"
HEAD = "reports/2025.yml:9:"


def corrected(department, *rows):
    lines = "".join(f"  - {{段落: {label}, 开头: {opening}}}\n" for label, opening in rows)
    department.edit(META, "未列入清单:", f"更正:\n{lines}未列入清单:")
    return [problem for problem in department.problems() if "段落更正" in problem]


def test_a_correction_that_changes_a_label_passes(department):
    assert corrected(department, ("网页文字", "来源：示例区水务局 发布时间")) == []


def test_a_piece_that_is_none_is_joined_to_the_one_before(department):
    assert corrected(department, ("不分段", "2.开展讲座")) == []


def test_a_label_that_cannot_be_read_is_named(department):
    (said,) = corrected(department, ("第三条", "2.开展讲座"))
    assert said.startswith(f"{HEAD}10: 段落更正: “第三条”不是段落编号；请写 一（四）2 这样的编号，或 标题、")


def test_words_that_begin_nothing_are_named(department):
    (said,) = corrected(department, ("（五）", "开展讲座"))
    assert said.endswith("原文里没有一行或一句以“开展讲座”开头；请照原文写这一段开头的字")


def test_words_that_begin_two_pieces_are_named(department):
    (said,) = corrected(department, ("导语", "示例区水务局2025年度"))
    assert said.endswith("原文里有 2 处以“示例区水务局2025年度”开头；请把开头写长一点，只剩一处")


def test_a_correction_that_changes_nothing_is_named(department):
    (said,) = corrected(department, ("（二）2", "2.开展讲座"))
    assert said.endswith("不写这一条，段落也是这样分的；请删掉这一条")


def test_a_label_in_use_is_named_with_the_paragraph_that_has_it(department):
    (said,) = corrected(department, ("（二）1", "2.开展讲座"))
    assert "编号“（二）1”已经有一段在用，它的开头是“1.印发普法清单1份" in said


TEXT = "某局2031年度法治政府建设情况报告\n一、做法\n（一）学习\n3、打算\n（一）培训\n二、其他\n"


@pytest.mark.parametrize(
    ("corrections", "labels"),
    [
        ([], ["标题", "一", "一（一）", "一（一）3", "一（二）", "二"]),
        ([("二", "3、打算")], ["标题", "一", "一（一）", "二", "二（一）", "三"]),
        ([("不分段", "3、打算")], ["标题", "一", "一（一）", "一（二）", "二"]),
        ([("附件", "3、打算")], ["标题", "一", "一（一）", "附件", "附件（一）", "附件（二）"]),
        ([("导语", "某局2031年度")], ["导语", "一", "一（一）", "一（一）3", "一（二）", "二"]),
    ],
)
def test_what_an_editor_rules_holds_for_what_stands_below_it_too(corrections, labels):
    assert [one.label for one in parse(TEXT, [Correction(*one) for one in corrections])] == labels
