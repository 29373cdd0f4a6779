import pytest

from .numerals import han, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零一", 101), ("一百〇一", 101), ("一百○一", 101),
        ("一百一", 101), ("一百一十", 110), ("一〇一", 101), ("101", 101), ("１０１", 101), ("一 百 零 一", 101),
        ("一千二百六十", 1260), ("一千零五", 1005),
    ],
)  # fmt: skip
def test_every_spelling_of_a_number_has_its_value(numeral, value):
    assert value_of(numeral) == value


@pytest.mark.parametrize("numeral", ["鹤", "", "9" * 6000, "一" * 6000, "零"])
def test_what_is_no_number_has_none(numeral):
    assert value_of(numeral) == 0


def test_a_number_is_written_as_statutes_write_it():
    assert [han(one) for one in (1, 10, 11, 20, 100, 101, 110, 111, 1000, 1001, 1010, 1260)] == [
        "一", "十", "十一", "二十", "一百", "一百零一", "一百一十", "一百一十一", "一千", "一千零一", "一千零一十", "一千二百六十",
    ]  # fmt: skip


def test_what_is_written_is_read_back():
    assert all(value_of(han(number)) == number for number in range(1, 3000))
