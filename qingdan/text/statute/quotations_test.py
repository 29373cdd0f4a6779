from .lines import lines_of
from .quotations import quoted


def within(text):
    lines = lines_of(text)
    return [line.bare for line in lines if line.index in quoted(lines)]


def test_a_quotation_over_several_lines_is_one():
    assert within("改为：“甲\n乙\n丙”\n丁") == ["乙", "丙”"]


def test_each_paragraph_of_a_quotation_may_open_it_again():
    assert within("改为：“甲\n“乙\n“丙”\n丁") == ["“乙", "“丙”"]


def test_a_quotation_within_one_does_not_end_it():
    assert within("改为：“甲“子”\n乙“丑”\n丙”\n丁") == ["乙“丑”", "丙”"]


def test_a_quotation_that_is_never_closed_is_none():
    assert within("改为：“甲\n乙\n丙") == []
