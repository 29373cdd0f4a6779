"""One question of a resident leads to one answer."""

import pytest

ALSO = "  也问: [私接水管, 自己接水管]"


@pytest.mark.parametrize("words", ["年度报告要不要公开？", "年度报告 要不要公开", "能不能擅自接管"])
def test_what_is_asked_elsewhere_already_is_reported(department, words):
    department.edit("answers/water.yml", ALSO, f'  也问: [私接水管, "{words}"]')
    assert [problem.split(": ")[1] for problem in department.problems()] == ["问法重复"]


def test_other_words_for_the_same_are_no_fault(department):
    department.edit("answers/water.yml", ALSO, "  也问: [私接水管, 自己接, 接管罚多少]")
    assert department.problems() == []
