"""What a number counts: percent, points, money, degrees, a measure, a length of time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Bound
from artdiff.engine.facts.measures import read_degrees, units
from artdiff.engine.facts.ranges import CENTS, is_part_of_coin, read_spread
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.facts.numerals import Numeral
    from artdiff.engine.language.segmentation import Token

CURRENCIES = Path(__file__).parent.parent / "data" / "currencies.tsv"
POWERS = {"square": 2, "cubic": 3}
DURATION = "s"
SHARE = "%"
OR_SO = {"more": Bound.AT_LEAST, "less": Bound.AT_MOST, "fewer": Bound.AT_MOST, "so": Bound.ABOUT}
"""Between a number and its unit they bound it: "30 or more years"."""
PERCENT_WORDS = frozenset({"percent", "pc", "percentage"})
PERCENT_OPENERS = PERCENT_WORDS | {"of", "point", "points", "basis", "per"}
"""What may stand first behind a number that is a share."""
SHARES = frozenset(
    "percent percentage cent pc poll polls polling rate rates share basis swing survey surveys approval".split()
)
SHARES_WITHIN = 25
"""How many tokens around points tell that they are of a percentage."""
MODIFIERS = frozenset({"us", "u.s.", "square", "cubic", "canadian", "australian"})
"""What may stand between a number and its unit."""
NO_CURRENCIES = frozenset({"real", "try", "won", "mark", "marks"})
"""Names of currencies that mostly are other words."""


class Named(NamedTuple):
    """A unit found behind a number."""

    kind: FactKind
    unit: str
    factor: float
    last: int
    offset: float = 0.0


@cache
def currencies() -> dict[str, tuple[str, float]]:
    """Return the ISO 4217 code and the part of one by the casefolded signs and words."""
    rows = (line.split("\t") for line in CURRENCIES.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {word: (code, float(part)) for words, code, part in rows for word in words.split()}


@cache
def _unit_words() -> frozenset[str]:
    """Return what may stand first behind a number that has a unit."""
    return frozenset(currencies()) | frozenset(units()) | MODIFIERS


def read_unit(tokens: Sequence[Token], numeral: Numeral, end: int) -> Named:
    """Return what a number counts, and where the words for it end."""
    at = numeral.last
    if numeral.currency:
        code, part = currencies().get(numeral.currency.casefold(), (numeral.currency, 1.0))
        return Named(FactKind.MONEY, code, part, at)
    if numeral.ordinal:
        return Named(FactKind.NUMBER, "ordinal", 1.0, at)
    if numeral.share:
        return Named(FactKind.PERCENT, *_points(tokens, at, end))
    percent = _percent(tokens, at, end)
    if percent:
        return percent
    coins = at + (at < end and tokens[at].norm in CENTS)
    if (coins > at or numeral.rest in CENTS) and is_part_of_coin(tokens, coins, end):
        return Named(FactKind.PERCENT, SHARE, 0.01, coins)
    if tokens[at - 1].text.endswith("%") and read_spread(tokens[at - 1].text):
        return Named(FactKind.PERCENT, SHARE, 0.01, at)
    degrees = read_degrees(tokens, numeral, end)
    if degrees:
        return Named(FactKind.NUMBER, "degC", degrees.factor, degrees.last, degrees.offset)
    head = numeral.rest.lstrip("-").split("-")[0] if numeral.rest else ""
    behind = at + 2 * (at + 2 < end and tokens[at].norm == "or" and tokens[at + 1].norm in OR_SO)
    return (
        _money_or_measure(tokens, at, end, head)
        or (_money_or_measure(tokens, behind, end, "") if behind > at else None)
        or Named(FactKind.NUMBER, "", 1.0, at)
    )


def _points(tokens: Sequence[Token], at: int, end: int) -> tuple[str, float, int]:
    """Return the unit of a share, its factor and end: "half a percentage point" and "a quarter of a point" are points."""
    behind = at + (at < end and tokens[at].norm == "of")
    if behind < end and tokens[behind].norm in {"a", "an"}:
        behind += 1
    last = behind + (behind < end and tokens[behind].norm in {"percentage", "percent"})
    if last < end and tokens[last].norm in {"point", "points"}:
        return "points", 0.01, last + 1
    return SHARE, 1.0, at


def _percent(tokens: Sequence[Token], at: int, end: int) -> Named | None:
    """Read what makes a number a share: "percent", "points", "basis points", "per cent"."""
    following = tokens[at].norm if at < end else ""
    if following not in PERCENT_OPENERS:
        return None
    if following == "of" and at + 3 < end and tokens[at + 2].norm == "percentage":
        return Named(FactKind.PERCENT, "points", 0.01, at + 4)
    if following in {"point", "points"} and _is_of_shares(tokens, at, end) and not _is_place(tokens, at):
        return Named(FactKind.PERCENT, "points", 0.01, at + 1)
    if following in PERCENT_WORDS:
        last = at + 1 + (at + 1 < end and tokens[at + 1].norm in {"point", "points"})
        return Named(FactKind.PERCENT, SHARE if last == at + 1 else "points", 0.01, last)
    if following == "basis" and at + 1 < end and tokens[at + 1].norm in {"point", "points"}:
        return Named(FactKind.PERCENT, "points", 0.0001, at + 2)
    if following == "per" and at + 1 < end and tokens[at + 1].norm == "cent":
        return Named(FactKind.PERCENT, SHARE, 0.01, at + 2)
    return None


def _is_of_shares(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether points are percentage points: their sentence speaks of shares, rates or polls."""
    near = tokens[max(0, at - SHARES_WITHIN) : min(end, at + SHARES_WITHIN)]
    return any(token.norm in SHARES or token.text.endswith("%") for token in near)


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Say whether points are places: "blocked at six points", "at 11 points along the road"."""
    return at > 1 and tokens[at - 2].norm == "at"


def _money_or_measure(tokens: Sequence[Token], at: int, end: int, head: str) -> Named | None:
    following = tokens[at].norm if at < end else ""
    if not head and following not in _unit_words():
        return None
    for word, last in ((head, at), (following, at + 1), (tokens[at + 1].norm if at + 1 < end else "", at + 2)):
        if not word or (last == at + 2 and following not in MODIFIERS):
            continue
        if word in currencies() and len(word) > 1 and word not in NO_CURRENCIES:
            code, part = currencies()[word]
            return Named(FactKind.MONEY, code, part, last)
        if word == "second" and last > at:  # "2022 second quarter"; one second is "a second"
            continue
        if word in units() and not head.endswith("old") and not (last == at and "old" in tokens[at - 1].norm):
            unit = units()[word]
            power = POWERS.get(following, 1) if last == at + 2 else 1
            if (last < end and tokens[last].norm in {"old", "age"}) or "old" in tokens[last - 1].norm:
                return None
            kind = FactKind.DURATION if unit.base == DURATION else FactKind.NUMBER
            return Named(kind, f"{unit.base}{power}" if power > 1 else unit.base, unit.factor**power, last)
    return None
