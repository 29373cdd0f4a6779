from hypothesis import given
from hypothesis import strategies as st

from .natural import natural


def test_numbers_are_counted_not_spelled():
    told = ["PF-002", "RW-1000", "RW-002", "RW-999", "RW-10000", "RW-001"]
    assert sorted(told, key=natural) == ["PF-002", "RW-001", "RW-002", "RW-999", "RW-1000", "RW-10000"]


def test_dates_and_words_within_an_id_keep_their_order():
    told = ["tasks/rw-1000/#record-2024", "tasks/rw-999/#record-2025", "tasks/rw-999/#record-2024-2"]
    assert sorted(told, key=natural) == [told[2], told[1], told[0]]


@given(st.lists(st.text("ab-0123456789")))
def test_any_texts_can_be_put_in_order(texts):
    assert sorted(sorted(texts, key=natural), key=natural) == sorted(texts, key=natural)
