"""Times of day in spoken words: "ten past six", "half past three", "a quarter to nine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.numerals import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

HOURS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
HOURS |= {str(number): number for number in range(1, 13)}
MINUTES = {
    "half": 30,
    "quarter": 15,
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty-five": 25,
    **{str(number): number for number in (5, 10, 20, 25)},
}
BEHIND = frozenset("on in and when the a.m p.m am pm".split())
BEHIND_HOUR = BEHIND | {"local", "o'clock"}
SIDES = {"before": -1, "to": -1, "past": 1, "after": 1}
NAMED = frozenset({"midnight", "noon", "midday"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
LEADING = frozenset("at by until till before after from around about past to between since nearly almost and".split())
"""In front of an hour that is told with its part of the day."""
FOLLOWING = frozenset("past to minutes minute an in on that this at o'clock".split())
"""What must stand behind the first word of a spoken time of day."""
HOUR, HALF_DAY = 60, 720
WIDE = 15
"""Minutes to either side that "half past" may be off."""


class Spoken(NamedTuple):
    """A time of day in the morning, as an inclusive interval of minutes, and where its words end."""

    first: int
    last: int
    end: int


def read_clock(tokens: Sequence[Token], at: int, end: int) -> Spoken | None:
    """Return the time of day that begins at a token, told by minutes past or to an hour, or by an hour of a part of the day."""
    if at + 1 >= end or tokens[at + 1].norm not in FOLLOWING:
        return None
    if tokens[at + 1].norm == "o'clock":
        hour = HOURS.get(tokens[at].norm)
        return Spoken(hour * HOUR % HALF_DAY, hour * HOUR % HALF_DAY, at + 2) if hour else None
    return _by_minutes(tokens, at, end) or _off_hour(tokens, at, end) or _of_part(tokens, at, end)


def _by_minutes(tokens: Sequence[Token], at: int, end: int) -> Spoken | None:
    """Read "ten past six", "a quarter to nine"."""
    minutes = MINUTES.get(tokens[at].norm)
    behind = at + 1 + (at + 1 < end and tokens[at + 1].norm == "minutes")
    if minutes is None or behind + 1 >= end or tokens[behind].norm not in {"past", "to"}:
        return None
    hour = HOURS.get(tokens[behind + 1].norm)
    past = tokens[behind].norm == "past"
    if hour is None or not (past or minutes == MINUTES["quarter"] or _ends(tokens, at, behind + 2, end)):
        return None
    minute = (hour * 60 + (minutes if past else -minutes)) % HALF_DAY
    wide = WIDE if tokens[at].norm == "half" else 0
    return Spoken(max(0, minute - wide), minute + wide, behind + 2)


def _off_hour(tokens: Sequence[Token], at: int, end: int) -> Spoken | None:
    """Read "eight minutes before midnight", "half an hour after noon", "18 minutes to eight"."""
    length = _length(tokens, at, end)
    if length is None:
        return None
    minutes, behind = length
    if behind + 1 >= end or tokens[behind].norm not in SIDES:
        return None
    named = tokens[behind + 1].norm in NAMED
    hour = 0 if named else HOURS.get(tokens[behind + 1].norm)
    if hour is None or (not named and not _is_hour(tokens, behind + 2, end)):
        return None
    minute = (hour * 60 + SIDES[tokens[behind].norm] * minutes) % HALF_DAY
    return Spoken(minute, minute, behind + 2)


def _length(tokens: Sequence[Token], at: int, end: int) -> tuple[int, int] | None:
    """Return the minutes of "eight minutes" or "half an hour", and where it ends."""
    following = tokens[at + 1].norm if at + 1 < end else ""
    if following == "an" and tokens[at].norm == "half" and at + 2 < end and tokens[at + 2].norm == "hour":
        return 30, at + 3
    if following not in {"minutes", "minute"}:
        return None
    number = read_plain(tokens, at)
    whole = number is not None and number.last == at + 1 and not number.currency and number.value < HOUR
    return (int(number.value), at + 2) if number and whole else None


def _is_hour(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether no noun stands behind an hour that it would count."""
    return at >= end or not tokens[at].text[0].isalpha() or tokens[at].norm in BEHIND_HOUR


def _of_part(tokens: Sequence[Token], at: int, end: int) -> Spoken | None:
    """Read "nine in the morning", "three on Tuesday afternoon", "seven that evening"."""
    hour = HOURS.get(tokens[at].norm)
    if hour is None or at + 2 >= end or tokens[at + 1].norm not in {"in", "on", "that", "this", "at"}:
        return None
    before = tokens[at - 1].norm if at else ""
    part = tokens[at + 2].norm if tokens[at + 1].norm in {"that", "this", "at"} else ""
    if tokens[at + 1].norm in {"in", "on"} and at + 3 < end:
        the, weekday = (
            tokens[at + 2].norm == "the",
            tokens[at + 2].text[0].isupper() and tokens[at + 2].norm.endswith("day"),
        )
        part = tokens[at + 3].norm if (the and tokens[at + 1].norm == "in") or weekday else ""
    if part not in PARTS_OF_DAY or before not in LEADING:
        return None
    minute = hour * 60 % HALF_DAY
    return Spoken(minute, minute, at + 1)


def _ends(tokens: Sequence[Token], at: int, last: int, end: int) -> bool:
    """Say whether "ten to six" is no score and no span: "at" stands in front, no noun behind."""
    before = tokens[at - 1].norm if at else ""
    free = last >= end or not tokens[last].text[0].isalpha() or tokens[last].norm in BEHIND
    return free and before in {"at", "by", "until", "before", "after", "about", "around"}
