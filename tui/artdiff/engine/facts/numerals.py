"""Numbers as English writes them: digits with separators, words, fractions, ordinals, magnitudes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.segmentation import NUMBER, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "mln": 1e6,
    "bln": 1e9,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
TIMES = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades game games "
    "match matches season seasons session sessions attempt attempts".split()
)
"""Behind "three in 10" they make it no share."""
LONGEST_PART = 3
LONGEST_NUMBER = 24
"""Signs; longer runs of digits are no figures that anybody compares."""
LARGEST = 1e15
"""What is more than this is not multiplied further: "hundred hundred hundred …" counts nothing."""
LARGE = frozenset({"million", "billion", "trillion"})
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
VERBS = frozenset(
    "was as has is 's remains stands sees shows marks begins ends comes brings promises looks seems includes starts opens "
    "falls appears proves gets goes means makes takes its this versus plus".split()
)
"""What ends in s behind a year and is no plural noun that it counts."""
QUARTERS = {name: float(number) for number in (1, 2, 3, 4) for name in (f"q{number}", f"{number}q")}
"""Quarters of a business year as reports write them."""
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}
PARTS_OF = {f"{part}s": whole for part, whole in PARTS.items()} | PARTS
"""The same, singular and plural."""
COMPARED = frozenset(
    "less more lower higher fewer larger smaller dearer cheaper longer shorter bigger slower faster".split()
)
"""Behind "a third" and the like they make it a share of what is compared."""
SHARED = COMPARED | {"of"}
HALVED = LARGE | {"dozen", "percentage", "percent", "point"}
"""What "half a" and the like count a share of."""
WHOLES = frozenset({"first", "second", "latter", "other", "former", "third", "last", "final", "opening", "closing"})
"""Before "half" they make it a stretch of something, not a share."""
BEGINNINGS = frozenset({*SMALL, *TENS, *ORDINALS, *PARTS, *QUARTERS, "a", "an", "single"})
DIGITS = re.compile(
    r"(?P<currency>[A-Z]{0,3}[$€£¥₹])?(?P<sign>[-−+])?(?P<number>\d[\d,.’']*)(?P<percent>%)?(?P<suffix>[A-Za-z]*)(?P<rest>[-–:/].*)?$"
)
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
SEPARATED = re.compile(r"\d{1,3}(?:[,’']\d{3})+(?:\.\d+)?$")


class Numeral(NamedTuple):
    """A number that was read off some tokens.

    Attributes:
        value: the number, a share as a fraction of 1.
        last: behind its last token.
        share: a fraction ("two-thirds", "one in five") or a percentage sign.
        ordinal: "third", "50th".
        currency: the sign or code in front of the digits, "" without one.
        rest: what hangs on the digits, such as ``-year-old``.
    """

    value: float
    last: int
    share: bool = False
    ordinal: bool = False
    currency: str = ""
    rest: str = ""


def begins_number(token: Token) -> bool:
    """Say whether a number, a share or a length of time can begin at a token: what else is there costs no more."""
    return token.kind is NUMBER or begins_in_words(token.norm)


def begins_in_words(norm: str) -> bool:
    """Say the same of a word."""
    return norm in BEGINNINGS or (norm.partition("-")[0] in BEGINNINGS if "-" in norm else False)


def read_numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the longest number that begins at a token; None where none does."""
    token = tokens[at]
    if token.kind is NUMBER and (found := _read_out_of(tokens, at)):
        return found
    if token.norm in QUARTERS:
        return Numeral(QUARTERS[token.norm], at + 1, ordinal=True)
    if token.kind is NUMBER:
        return _read_digits(tokens, at)
    if token.kind is not WORD:
        return None
    return _read_fraction(tokens, at) or _read_words(tokens, at)


def _read_digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    found = _written(tokens[at].text)
    if found is None or found.ordinal or found.share:
        return found and Numeral(found.value, at + 1, found.share, found.ordinal)
    value, last = _magnified(tokens, found.value, at + 1)
    return Numeral(value, last, currency=found.currency, rest=found.rest)


@lru_cache(maxsize=1 << 13)
def _written(digits: str) -> Numeral | None:
    """Read a number in digits by itself, as if it stood before the first token."""
    match = DIGITS.match(digits)
    if match is None or (match["rest"] or "")[:1] in {":", "/", "–"}:
        return None
    value = _value(match["number"])
    if value is None:
        return None
    suffix, rest = match["suffix"].casefold(), (match["rest"] or "").casefold()
    if match["sign"] in {"-", "−"}:
        value = -value
    if suffix in ORDINAL_SUFFIXES:
        return Numeral(value, 0, ordinal=True)
    value *= SUFFIXES.get(suffix, 1.0)
    if match["percent"]:
        return Numeral(value / 100, 0, share=True)
    leftover = suffix if suffix and suffix not in SUFFIXES else ""
    return Numeral(value, 0, currency=match["currency"] or "", rest=leftover or rest)


def _value(digits: str) -> float | None:
    digits = digits.rstrip(".,’'")
    if SEPARATED.match(digits):
        digits = re.sub(r"[,’']", "", digits)
    if len(digits) > LONGEST_NUMBER:
        return None
    try:
        return float(digits.replace(",", ""))
    except ValueError:
        return None


def _magnified(tokens: Sequence[Token], value: float, at: int) -> tuple[float, int]:
    while at < len(tokens) and tokens[at].norm in MAGNITUDES and tokens[at].start - tokens[at - 1].end <= 1:
        if value > LARGEST:
            break
        value *= MAGNITUDES[tokens[at].norm]
        at += 1
    return value, at


def _read_words(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "twenty-one", "two hundred and six", "a dozen", "third"."""
    norm = tokens[at].norm
    if norm in ORDINALS:
        if (
            norm in PARTS
            and at
            and tokens[at - 1].norm in {"a", "an", "mere", "full", "roughly", "about"}
            and _follows(tokens, at, {"of"})
        ):
            return Numeral(1 / PARTS[norm], at + 1, share=True)
        return Numeral(float(ORDINALS[norm]), at + 1, ordinal=True)
    if norm in {"a", "an"} and _follows(tokens, at, MAGNITUDES) and len(tokens[at + 1].norm) > 2:
        return Numeral(MAGNITUDES[tokens[at + 1].norm], at + 2)
    if norm == "half" and _follows(tokens, at, {"a"}) and _follows(tokens, at + 1, {"dozen"}):
        return Numeral(6.0, at + 3)
    first = _word_value(norm)
    if first is None:
        head, _, rest = norm.partition("-")
        if head in TENS and rest in ORDINALS and ORDINALS[rest] < 10:
            return Numeral(float(TENS[head] + ORDINALS[rest]), at + 1, ordinal=True)
        value = _word_value(head)
        return Numeral(value, at + 1, rest=f"-{rest}") if value is not None and rest else None
    return _sum_words(tokens, at, first)


def and_half(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where "and a half" or "and half" ends that begins at a token; 0 where it does not."""
    if at + 1 >= end or tokens[at].norm != "and":
        return 0
    half = at + 1 + (tokens[at + 1].norm == "a")
    return half + 1 if half < end and tokens[half].norm == "half" else 0


def _sum_words(tokens: Sequence[Token], at: int, total: float) -> Numeral:
    last = at + 1
    half = and_half(tokens, last, len(tokens))
    if half:
        return Numeral(*_magnified(tokens, total + 0.5, half))
    while last < len(tokens):
        norm = tokens[last].norm
        if norm in MAGNITUDES and len(norm) > 2 and total <= LARGEST:
            total *= MAGNITUDES[norm]
        elif norm == "and" and total >= 100 and last + 1 < len(tokens) and _word_value(tokens[last + 1].norm):
            total += _word_value(tokens[last + 1].norm) or 0.0
            last += 1
        elif (
            total >= 20 and (value := _word_value(norm)) is not None and value < 10 and total % 10 == 0 < total < 100
        ) or (total >= 100 and (value := _word_value(norm)) is not None and value < 100):
            total += value
        else:
            break
        last += 1
    return Numeral(total, last)


@lru_cache(maxsize=1 << 13)
def _word_value(norm: str) -> float | None:
    if norm in SMALL:
        return float(SMALL[norm])
    if norm in TENS:
        return float(TENS[norm])
    tens, _, small = norm.partition("-")
    if tens in TENS and small in SMALL:
        return float(TENS[tens] + SMALL[small])
    return None


def _follows(tokens: Sequence[Token], at: int, words: object) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].norm in words  # type: ignore[operator]


def _read_fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read a share, and "three-quarters of a million" as the number that it is."""
    found = _read_share(tokens, at)
    if found and found.share and found.last + 2 < len(tokens) and tokens[found.last].norm == "of":
        one, large = tokens[found.last + 1].norm, tokens[found.last + 2].norm
        if one == "a" and large in LARGE:
            return Numeral(found.value * MAGNITUDES[large], found.last + 3)
    return found


def _read_share(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "half", "a third of", "two-thirds", "three quarters", "one in five", "two out of three"."""
    norm = tokens[at].norm
    count, _, part = norm.partition("-")
    if part and _part(part) and (value := _word_value(count)) is not None:
        if count not in TENS:
            return Numeral(value / _part(part), at + 1, share=True)
        part_of = at > 0 and tokens[at - 1].norm in {"a", "one"}
        return Numeral(1 / (value + _part(part)), at + 1, share=True) if part_of else None
    if norm == "half":
        return _read_half(tokens, at)
    one = 1.0 if norm in {"a", "an"} else _word_value(norm)
    if one is None or at + 1 >= len(tokens):
        return None
    following = tokens[at + 1].norm
    if one < _part(following) and following != "second" and (norm not in {"a", "an"} or _is_share(tokens, at)):
        return Numeral(one / _part(following), at + 2, share=True)
    named = _is_one_of_many(tokens, at)
    skip = _behind_in(tokens, at + 1 + named) if norm not in {"a", "an"} else 0
    whole = _whole(tokens, skip) if skip else None
    if (
        whole
        and whole.value > one
        and not _is_year(tokens, skip)
        and not (named and whole.last < len(tokens) and tokens[whole.last].norm in TIMES)
    ):
        return Numeral(one / whole.value, whole.last, share=True)
    return None


def _read_half(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "half of" and "half a million"."""
    if _follows(tokens, at, {"a"}) and _follows(tokens, at + 1, LARGE):
        return Numeral(0.5 * MAGNITUDES[tokens[at + 2].norm], at + 3)
    if (at and tokens[at - 1].norm in WHOLES) or _is_half_a_thing(tokens, at) or _is_half_more(tokens, at):
        return None
    return Numeral(0.5, at + 1, share=True) if not _follows(tokens, at + 1, {"dozen"}) else None


def _is_share(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "a third" is a share here: "a third of", "by a third", "a third less"."""
    return (at > 0 and tokens[at - 1].norm == "by") or _follows(tokens, at + 1, SHARED)


def _is_half_more(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "the year and a half" ends here."""
    return at > 1 and tokens[at - 1].norm == "a" and tokens[at - 2].norm == "and"


def _is_half_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "half a success" or "half an hour" begins here: no share of what is counted."""
    return _follows(tokens, at, {"a", "an"}) and not _follows(tokens, at + 1, HALVED)


def _read_out_of(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "19 out of 20", "4 in 10" in digits."""
    if at + 2 >= len(tokens) or tokens[at + 1].norm not in {"out", "in", "of"}:
        return None
    count = tokens[at].text
    skip = _behind_in(tokens, at + 1)
    whole = _whole(tokens, skip) if skip and count.isdecimal() and len(count) <= LONGEST_PART else None
    if (
        whole is None
        or whole.value <= float(count)
        or _is_year(tokens, skip)
        or (whole.value % 10 and tokens[at + 1].norm == "in")
    ):
        return None
    unit = tokens[whole.last].norm if whole.last < len(tokens) else ""
    return Numeral(float(count) / whole.value, whole.last, share=True) if unit not in TIMES else None


def _whole(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return what a share is of: "five" of "two in five", "hundred" of "83 of every hundred"."""
    if at < len(tokens) and tokens[at].norm in {"hundred", "thousand"}:
        return Numeral(MAGNITUDES[tokens[at].norm], at + 1)
    return read_plain(tokens, at)


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number looks like a year: "seven in 2020"."""
    return len(tokens[at].text) == 4 and tokens[at].text.isdecimal() and tokens[at].text[:2] in {"19", "20"}


def _behind_in(tokens: Sequence[Token], at: int) -> int:
    """Return where the number begins behind "in", "in every", "per", "out of", "out of every"; 0 for none of them."""
    norm = tokens[at].norm if at < len(tokens) else ""
    skip = 1 if norm in {"in", "per"} else 2 if norm == "out" and _follows(tokens, at, {"of"}) else 0
    if norm == "of" and _follows(tokens, at, {"every", "each"}):
        skip = 1
    if skip and at + skip < len(tokens) and tokens[at + skip].norm in {"every", "each"}:
        skip += 1
    return at + skip if skip else 0


def _is_one_of_many(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "one parent in five" begins here: a noun stands between the two numbers."""
    if at + 3 >= len(tokens) or tokens[at + 2].norm not in {"in", "out"}:
        return False
    parent = tokens[at + 1]
    return parent.kind is WORD and parent.text.islower() and parent.norm not in {"in", "out", "and", "or", "of", "to"}


def read_plain(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return a cardinal number at a token, no fraction."""
    if at >= len(tokens):
        return None
    found = _read_digits(tokens, at) if tokens[at].kind is NUMBER else _read_words(tokens, at)
    return found if found and not found.ordinal and not found.rest and not found.share else None


def _part(norm: str) -> int:
    return PARTS_OF.get(norm, 0)
