"""Times of day in spoken words: "ten past six", "half past three", "a quarter to nine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
HALF_DAY = 720
WIDE = 15
"""Minutes to either side that "half past" may be off."""


class Spoken(NamedTuple):
    """A time of day in the morning, as an inclusive interval of minutes, and where its words end."""

    first: int
    last: int
    end: int


def read_clock(tokens: Sequence[Token], at: int, end: int) -> Spoken | None:
    """Return the time of day that begins at a token, told by a number of minutes past or to an hour."""
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


def _ends(tokens: Sequence[Token], at: int, last: int, end: int) -> bool:
    """Say whether "ten to six" is no score and no span: "at" stands in front, no noun behind."""
    before = tokens[at - 1].norm if at else ""
    free = last >= end or not tokens[last].text[0].isalpha() or tokens[last].norm in BEHIND
    return free and before in {"at", "by", "until", "before", "after", "about", "around"}
