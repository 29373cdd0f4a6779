from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.text import dates as moment
from qingdan.text.dates import Moment, as_of

MOMENTS = st.one_of(
    st.integers(1949, 2049).map(Moment),
    st.builds(Moment, st.integers(1949, 2049), st.integers(1, 12)),
    st.dates(date(1949, 1, 1), date(2049, 12, 31)).map(lambda day: Moment(day.year, day.month, day.day)),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-04-01", date(2024, 4, 1), date(2024, 4, 1)),
        ("1949", date(1949, 1, 1), date(1949, 12, 31)),
        ("2049-12-31", date(2049, 12, 31), date(2049, 12, 31)),
    ],
)
def test_a_moment_knows_its_first_and_last_day(text, first, last):
    read = Moment.parse(text)
    assert (read.first, read.last) == (first, last)


def test_unknown_parts_of_a_moment_are_none():
    assert Moment.parse("2024") == Moment(2024, None, None)
    assert Moment.parse("2024-05") == Moment(2024, 5, None)


@given(MOMENTS)
def test_a_moment_is_written_as_it_was_read(known):
    assert Moment.parse(str(known)) == known
    assert known.first <= known.last
    assert known.first.year == known.last.year == known.year


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2024年",
        "2024年5月1日",
        "2024.5",
        "2024.10",
        "2024/05/01",
        "2024-5-1",
        "2024-05-1",
        "24-05-01",
        "20240501",
        "2024-05-01T00:00",
        "2024\n",
        " 2024",
        "２０２４",
        "长期",
        "2024-",
        "2024-05-",
        "-2024",
        "2024-05-01-01",
        "007",
        "二〇二四",
    ],
)
def test_what_is_no_date_is_refused_with_the_forms_to_write(text):
    with pytest.raises(ValueError) as caught:
        Moment.parse(text)
    assert str(caught.value) == f"“{text}”不是日期，请写成 2024、2024-05 或 2024-05-01 的样子"


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-00", "2024-00-10", "2024-05-00", "2024-02-30", "2025-02-29", "2024-04-31", "2024-12-32"]
)
def test_a_day_that_the_calendar_lacks_is_refused(text):
    with pytest.raises(ValueError) as caught:
        Moment.parse(text)
    assert str(caught.value) == f"日历上没有“{text}”这一天"


@pytest.mark.parametrize("text", ["1948", "2050", "0204", "2204-01-01", "0000", "9999-12-31"])
def test_a_year_far_away_is_refused_as_a_slip(text):
    with pytest.raises(ValueError) as caught:
        Moment.parse(text)
    assert str(caught.value) == f"年份 {int(text[:4])} 不在 1949—2049 之间，请核对是否写错"


@given(st.text(max_size=12))
def test_any_text_is_a_moment_or_a_value_error(text):
    try:
        known = Moment.parse(text)
    except ValueError as error:
        assert any("一" <= character <= "鿿" for character in str(error))
    else:
        assert str(known) == text


# --- the day on which the site speaks


class Clock(datetime):
    """A clock that stands at 23 November 2026, 17:30 in London, which is the 24th in Shanghai."""

    @classmethod
    def now(cls, tz=None):
        return datetime.fromisoformat("2026-11-23T17:30:00+00:00").astimezone(tz)


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(moment, "datetime", Clock)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return monkeypatch


def test_the_given_day_comes_first(clock):
    clock.setenv("SOURCE_DATE_EPOCH", "0")
    assert as_of("2025-04-01") == date(2025, 4, 1)


def test_the_source_date_epoch_comes_second_and_is_read_in_shanghai(clock):
    clock.setenv("SOURCE_DATE_EPOCH", "1735660799")
    assert as_of() == date(2024, 12, 31)
    clock.setenv("SOURCE_DATE_EPOCH", "1735660800")
    assert as_of() == date(2025, 1, 1)


@pytest.mark.parametrize("given_day", [None, ""])
def test_today_in_shanghai_comes_last(clock, given_day):
    assert as_of(given_day) == date(2026, 11, 24)


def test_an_empty_source_date_epoch_is_as_good_as_none(clock):
    clock.setenv("SOURCE_DATE_EPOCH", "")
    assert as_of() == date(2026, 11, 24)


@pytest.mark.parametrize("given_day", ["2025", "2025-04"])
def test_the_given_day_must_be_a_whole_date(clock, given_day):
    with pytest.raises(ValueError) as caught:
        as_of(given_day)
    assert str(caught.value) == f"“{given_day}”须写到日，例如 2026-11-23"


def test_a_given_day_that_is_no_date_is_refused(clock):
    with pytest.raises(ValueError, match="日历上没有“2025-02-30”这一天"):
        as_of("2025-02-30")
    with pytest.raises(ValueError, match="“明天”不是日期"):
        as_of("明天")


@pytest.mark.parametrize("epoch", ["明天", "-1", "1.5", "1e9", " 1", "１２", "²"])
def test_a_source_date_epoch_that_is_no_number_of_seconds_is_refused(clock, epoch):
    clock.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError) as caught:
        as_of()
    assert str(caught.value) == f"SOURCE_DATE_EPOCH 须为秒数，现为“{epoch}”"


@pytest.mark.parametrize("epoch", ["253402300800", "9" * 18, "9" * 30, "9" * 5000])
def test_a_source_date_epoch_beyond_the_calendar_is_refused(clock, epoch):
    clock.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH 的秒数太大"):
        as_of()
