"""Datelines: the date that an article gives itself."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH_FIRST = re.compile(rf"\b({NAMES})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({NAMES})\.?,? (\d{{4}})", re.IGNORECASE)
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def find_date(line: str) -> dt.date | None:
    """Return the first full date in a line; None when there is none or no such day exists."""
    for pattern, order in ((MONTH_FIRST, (2, 0, 1)), (DAY_FIRST, (2, 1, 0)), (ISO, (0, 1, 2))):
        if match := pattern.search(line):
            year, month, day = (match.groups()[index] for index in order)
            return _date(int(year), MONTHS.get(month.casefold()) or int(month), int(day))
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


TOLD = 400
"""Code points of a paragraph in which a report says on which day something was said."""
DAY = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?"
WEEKDAY = re.compile(f"{DAY}$")
TOLD_DAY = re.compile(rf"{DAY}\w")


def find_told_date(paragraph: str) -> dt.date | None:
    """Return the full date behind a weekday by which a report tells its day: "the ministry said on Monday, 9 February 2026"."""
    head = paragraph[:TOLD]
    if not TOLD_DAY.search(head):
        return None
    for pattern in (MONTH_FIRST, DAY_FIRST):
        for match in pattern.finditer(head):
            if WEEKDAY.search(head[max(0, match.start() - len("Wednesday, the ")) : match.start()]):
                return find_date(match[0])
    return None


OPENING = 120
"""Code points of a paragraph in which a place and date may stand before its first sentence."""
PLACE_AND_DATE = re.compile(r"[A-Z][A-Z.’' -]{2,40}\b[^.!?]{0,60}?")
BREAK = re.compile(r"\s[-–—]{1,2}\s|$")


def find_opening_date(paragraph: str) -> dt.date | None:
    """Return the date of a dateline that opens a paragraph of running text: "LEEDS, England, March 17, 2025 - The"."""
    head = paragraph[:OPENING]
    if not PLACE_AND_DATE.match(head):
        return None
    parting = BREAK.search(head)
    return find_date(head[: parting.start()]) if parting else None
