"""Days as ordinals, those of datetime.date, in every year: dates reckoned from the calendar's first or last year leave it."""

from __future__ import annotations

import datetime as dt

CYCLE, DAYS_A_CYCLE = 400, 146_097
"""After so many years, and days, the calendar begins anew."""


def ordinal(year: int, month: int, day: int) -> int:
    """Return a day's ordinal; ValueError where the month has no such day."""
    cycles, rest = divmod(year - 1, CYCLE)
    return dt.date(rest + 1, month, day).toordinal() + cycles * DAYS_A_CYCLE


def last_of(year: int, month: int) -> int:
    """Return the ordinal of a month's last day."""
    return ordinal(year + month // 12, month % 12 + 1, 1) - 1


def month_of(day: int) -> tuple[int, int]:
    """Return the year and the month that a day lies in."""
    cycles, rest = divmod(day - 1, DAYS_A_CYCLE)
    date = dt.date.fromordinal(rest + 1)
    return date.year + cycles * CYCLE, date.month


def weekday(day: int) -> int:
    """Return 0 for a Monday to 6 for a Sunday."""
    return (day + 6) % 7
