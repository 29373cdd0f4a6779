from hypothesis import given
from hypothesis import strategies as st

from .natural import natural


def test_numbers_are_counted_not_spelled():
    told = ["PF-002", "RW-1000", "RW-002", "RW-999", "RW-10000", "RW-001"]
    assert sorted(told, key=natural) == ["PF-002", "RW-001", "RW-002", "RW-999", "RW-1000", "RW-10000"]


def test_dates_and_words_within_an_id_keep_their_order():
    told = ["tasks/rw-1000/#record-2024", "tasks/rw-999/#record-2025", "tasks/rw-999/#record-2024-2"]
    assert sorted(told, key=natural) == [told[2], told[1], told[0]]


@given(st.permutations(["a", "a1", "a2", "a10", "b", "1", "10"]))
def test_the_order_does_not_depend_on_how_they_stood(texts):
    assert sorted(texts, key=natural) == ["1", "10", "a", "a1", "a2", "a10", "b"]
