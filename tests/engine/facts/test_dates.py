import datetime as dt

import pytest

from artdiff.engine.facts.dates import find_dates, intervals
from artdiff.engine.facts.fact import Clock, When
from tests.texts import analysis

BASE = dt.date(2025, 7, 20)  # a Sunday


def whens(text: str) -> list[When]:
    return [fact.value for fact in find_dates(analysis(text).text) if isinstance(fact.value, When)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It began on July 7.", dt.date(2025, 7, 7)),
        ("It began on 7 July 2025.", dt.date(2025, 7, 7)),
        ("It began on Friday.", dt.date(2025, 7, 18)),
        ("It began yesterday.", dt.date(2025, 7, 19)),
        ("It began last month.", dt.date(2025, 6, 11)),
        ("It began in June.", dt.date(2025, 6, 30)),
        ("It ends next year.", dt.date(2026, 2, 1)),
        ("It was built in the 18th century.", dt.date(1762, 5, 5)),
        ("It was built in the 1990s.", dt.date(1994, 5, 5)),
        ("It was built in the 1700s.", dt.date(1762, 5, 5)),
        ("It was built in the 2000s.", dt.date(2004, 5, 5)),
        ("It is an 18th-century church.", dt.date(1762, 5, 5)),
        ("It began in mid-June.", dt.date(2025, 6, 15)),
        ("It ends in the first half of 2026.", dt.date(2026, 3, 1)),
        ("It ends in Q4 2026.", dt.date(2026, 12, 1)),
        ("It ends on New Year's Eve.", dt.date(2025, 12, 31)),
        ("It ENDED IN MAY 2025.", dt.date(2025, 5, 5)),
    ],
)
def test_a_date_contains_the_day_it_means(text: str, day: dt.date) -> None:
    (when,) = whens(text)
    assert any(first <= day.toordinal() <= last for first, last in intervals(when, BASE))


def test_last_month_is_not_this_month() -> None:
    (when,) = whens("It began last month.")
    assert intervals(when, BASE) == ((dt.date(2025, 6, 1).toordinal(), dt.date(2025, 6, 30).toordinal()),)


def test_without_a_base_a_weekday_means_no_day() -> None:
    (when,) = whens("It began on Friday.")
    assert intervals(when, None) == ()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("at 3:20 a.m. sharp", 200), ("at 2 p.m. sharp", 840), ("at 14:00 sharp", 840), ("at noon", 720)],
)
def test_times_of_day(text: str, minutes: int) -> None:
    clocks = [fact.value for fact in find_dates(analysis(text).text)]
    assert clocks == [Clock(minutes, minutes)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 18 minutes to eight local time", Clock(462, 462, told=False)),
        ("half an hour before midnight", Clock(690, 690, told=False)),
        ("from seven in the evening", Clock(420, 420, told=False)),
        ("until three on Tuesday afternoon", Clock(180, 180, told=False)),
        ("shortly before 2 p.m.", Clock(815, 840)),
        ("a little after ten past six", Clock(370, 395, told=False)),
    ],
)
def test_times_of_day_in_words(text: str, clock: Clock) -> None:
    assert [fact.value for fact in find_dates(analysis(text).text) if isinstance(fact.value, Clock)] == [clock]


@pytest.mark.parametrize(
    "text", ["five people in the evening", "ten minutes after six men left", "a vote of ten to six"]
)
def test_numbers_that_are_no_times_of_day(text: str) -> None:
    assert find_dates(analysis(text).text) == []


def test_the_last_day_of_a_range_is_a_date() -> None:
    assert [(when.month, when.day) for when in whens("They were baked from June 2 to 7 and sold.")] == [(6, 2), (6, 7)]


@pytest.mark.parametrize(
    "text", ["She may go.", "They march on Rome.", "The sun sets.", "It weighs 2000 grams", "IT MAY RAIN."]
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert whens(text) == []
