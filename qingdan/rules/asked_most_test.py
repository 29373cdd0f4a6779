import pytest

VOCAB, ANSWERS = "vocab.yml", "answers/water.yml"


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ("WD-009", "“水务”没有问答“WD-009”，最接近的是“WD-003”"),
        ("WD-003", "“水务”的常问“WD-003”已经退出，请换成这一领域的另一个问答，或者删去“常问”"),
    ],
)
def test_a_question_that_is_not_answered_is_refused(department, asked, fault):
    department.edit(VOCAB, "常问: WD-001", f"常问: {asked}")
    assert department.problems() == [f"{VOCAB}:127:37: 常问: {fault}"]


def test_a_question_of_another_field_is_refused(department):
    department.edit(VOCAB, "{名称: 综合, 标识: general,", "{名称: 综合, 标识: general, 常问: WD-001,")
    assert department.problems() == [f"{VOCAB}:128:31: 常问: “综合”没有问答“WD-001”，目前没有可用的值"]


def test_a_field_need_not_have_one(department):
    department.edit(VOCAB, "常问: WD-001, ", "")
    assert department.problems() == []


def test_answers_that_cannot_be_read_are_not_called_missing(department):
    department.edit(ANSWERS, "- 编号: WD-001", "- 编号：WD-001")
    assert not any("常问" in problem for problem in department.problems())
