"""Days as ordinals: datetime.date's where it has them, and on beyond both ends of its calendar."""

import datetime as dt

import pytest

from artdiff.engine.facts.days import DAYS_A_CYCLE, last_of, month_of, ordinal, weekday

DATES = [
    dt.date.min,
    dt.date(1, 12, 31),
    dt.date(1900, 2, 28),
    dt.date(2000, 2, 29),
    dt.date(2024, 12, 31),
    dt.date.max,
]


@pytest.mark.parametrize("date", DATES)
def test_a_day_is_the_calendars(date: dt.date) -> None:
    found = ordinal(date.year, date.month, date.day)
    assert found == date.toordinal()
    assert month_of(found) == (date.year, date.month)
    assert weekday(found) == date.weekday()


@pytest.mark.parametrize("year", [-400, -1, 0, 1, 9999, 10_000, 123_456])
@pytest.mark.parametrize("month", [1, 2, 11, 12])
def test_every_year_has_its_months(year: int, month: int) -> None:
    first, last = ordinal(year, month, 1), last_of(year, month)
    assert month_of(first) == month_of(last) == (year, month)
    assert month_of(last + 1) != (year, month)
    assert ordinal(year + 400, month, 1) - first == DAYS_A_CYCLE


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 29), (0, 2, 30), (10_001, 4, 31), (2024, 13, 1)])
def test_a_day_that_is_in_no_month_is_none(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"day is out of range|must be in 1"):
        ordinal(year, month, day)
