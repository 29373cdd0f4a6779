import pytest

VOCAB, ANSWERS = "vocab.yml", "answers/water.yml"


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("WD-009", "WD-003"),  # none has this number
        ("WD-003", "WD-003"),  # given no more
    ],
)
def test_a_question_that_is_not_answered_is_refused(department, asked, nearest):
    department.edit(VOCAB, "常问: WD-001", f"常问: {asked}")
    assert department.problems() == [f"{VOCAB}:127:37: 常问: “水务”没有问答“{asked}”，最接近的是“{nearest}”"]


def test_a_question_of_another_field_is_refused(department):
    department.edit(VOCAB, "{名称: 综合, 标识: general,", "{名称: 综合, 标识: general, 常问: WD-001,")
    assert department.problems() == [f"{VOCAB}:128:31: 常问: “综合”没有问答“WD-001”，目前没有可用的值"]


def test_a_field_need_not_have_one(department):
    department.edit(VOCAB, "常问: WD-001, ", "")
    assert department.problems() == []


def test_answers_that_cannot_be_read_are_not_called_missing(department):
    department.edit(ANSWERS, "- 编号: WD-001", "- 编号：WD-001")
    assert not any("常问" in problem for problem in department.problems())
