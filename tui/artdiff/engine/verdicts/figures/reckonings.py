"""Figures that writers work out: one search over the source's figures around, with what speaks for each way.

What `arithmetic.py` calls derived follows beyond doubt. Here is what may follow: the product of a price and a count, the
base of a change, the share of a whole told elsewhere, a difference whose unit is left out. Each way has what must stand
beside the figures ("each", "a third more than", "together"), and what is found is told to the confidence model with its
evidence: a figure that was made up comes out of some figures by chance as well.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise, permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.fact import Bound, Quantity
from artdiff.engine.facts.multiples import TIMES
from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.figures.operands import (
    COMPARED,
    COMPLEMENT,
    DIFFERENCE,
    GROWTH,
    REMAINDER,
    SHARE,
    SUM,
    WINDOW,
    Sought,
    digits,
)
from artdiff.engine.verdicts.figures.quantities import Match, factors_of, is_money, match, told_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

EACH: Final = frozenset("each apiece every either per both piece respectively".split())
TOGETHER: Final = SUM | frozenset(
    "worth value cost costs costing came comes coming between bill price paid pay pays".split()
)
APART: Final = frozenset("each apiece every per average piece share single one".split())
BEFORE: Final = frozenset(
    "before earlier previous previously preceded preceding above ahead prior already past".split()
)
NEXT: Final = frozenset("next another again coming further future".split())
CHANGE: Final = GROWTH | frozenset(
    "plus extra higher above than widened shrank reduced increase increases reduction bigger larger smaller fewer than "
    "cheaper raised lifted slashed lower below growing rises falls dropping against".split()
)
LEFT: Final = REMAINDER | frozenset({"another", "rest"})
LESS: Final = frozenset("less lower discount below cheaper under fewer minus".split())
GAP: Final = DIFFERENCE.difference(
    "over up down between added cut need needs needed beyond without above below".split()
).union("reduction extension lowered quicker faster slower taller deeper heavier lighter wider warmer colder".split())
INSTEAD: Final = frozenset(
    "instead not rather against compared versus from of limit allowed allows permitted target".split()
)
TIME: Final = {
    "hour": 3600.0,
    "minut": 60.0,
    "day": 86_400.0,
    "night": 86_400.0,
    "week": 604_800.0,
    "month": 2_629_746.0,
    "year": 31_556_952.0,
}
CHANGING: Final = frozenset({SHARE, TIMES})
"""What a change is told in."""
UNSHARED: Final = frozenset({SHARE, TIMES, "ordinal"})
LEFT_OVER: Final = frozenset({"rest", "remainder", "remaining", "others"})
"""Behind a part in the source they stand for what it leaves of a whole: "35,000 were too low and the rest too high"."""
BETWEEN_THEM: Final = ("between", "them")
OLDEST: Final = 120.0
MOST_COUNT: Final = 400.0
LEAST: Final = 3.0
FINE, ROUGH = 0.0051, 0.035
"""How far what is reckoned may lie from a figure, and from one that is reckoned from rounded ones."""
FAR: Final = 3
MOST_APART: Final = 12.0
"""A bare figure this near to one with a unit may be meant in that: "from 410 to 455 euros"."""
MONEYS: Final[tuple[float, ...]] = (1.0, 1e3, 1e6, 1e9)
LEAST_COUNTED: Final = 13.0
ONE: Final = frozenset("a an his her its their my our your the another".split())
OTHERS: Final = frozenset({"other", "others"})
JOINED: Final = 5
ONE_EACH: Final = frozenset({"each"})
REACH: Final = 7
LONGEST: Final = 14
"""How many words behind a figure tell that it is of each."""


class Number(NamedTuple):
    """A figure to reckon with.

    Attributes:
        place: 0 in the best supporting sentence, 1 in another or beside the figure itself, 2 in the paragraph, 3 elsewhere.
        words: the words around it.
        behind: those right behind it.
        own: it stands beside the variant's figure.
        joined: somebody or something is counted with it: "his wife and four neighbours".
    """

    fact: Fact
    quantity: Quantity
    place: int
    words: frozenset[str]
    behind: tuple[str, ...]
    own: bool
    joined: bool

    @property
    def rough(self) -> bool:
        """Say whether it is rounded: "about 40", "a third"."""
        return self.quantity.bound is not Bound.EXACT or self.quantity.unit in {SHARE, TIMES}

    def is_beside(self, other: Number) -> bool:
        """Say whether two figures are told together, or the one beside the figure that is reckoned."""
        return self.own or other.own or self.fact.sentence == other.fact.sentence


class Reckoning(NamedTuple):
    """How a figure may follow.

    Attributes:
        numbers: what it follows from.
        way: the kind of arithmetic.
        cued: 0 to 1, how far the words around speak of that arithmetic.
    """

    numbers: tuple[Number, ...]
    way: str
    cued: float

    @property
    def rank(self) -> tuple[float, int, int]:
        """Return how likely it is meant, the likeliest largest."""
        return self.cued, -max(one.place for one in self.numbers), -len(self.numbers)


class _Beside(NamedTuple):
    """What stands around a figure to reckon with, as in `Number`."""

    words: frozenset[str]
    behind: tuple[str, ...]
    joined: bool


def number(analysis: Analysis, fact: Fact, quantity: Quantity, place: int, *, own: bool = False) -> Number:
    """Return a figure to reckon with."""
    beside = _beside(analysis, fact.sentence, fact.tokens)
    return Number(fact, quantity, place, beside.words, beside.behind, own, beside.joined)


@remembered(1 << 10)
def _beside(analysis: Analysis, sentence: int, place: tuple[int, int]) -> _Beside:
    norms, (first, last), (start, end) = analysis.text.norms, analysis.text.sentences[sentence].tokens, place
    words = frozenset(norms[max(first, start - WINDOW) : min(last, end + WINDOW)])
    behind = norms[end : min(last, end + REACH)]
    each = not EACH.isdisjoint(norms[max(first, start - LONGEST) : min(last, end + REACH)])
    before = norms[max(first, start - JOINED) : start]
    joined = before[-1:] in (("and",), ("plus",)) and not ONE.isdisjoint(before)
    joined = joined or any(
        one == "and" and other in ONE for one, other in pairwise(norms[end : min(last, end + JOINED)])
    )
    return _Beside(words | ONE_EACH if each else words, behind, joined)


def best_reckoning(wanted: Sought, numbers: Sequence[Number]) -> Reckoning | None:
    """Return how a figure most likely follows from others; None where nothing gives it."""
    return max(_found(wanted, numbers), key=lambda one: one.rank, default=None)


def rest_of(wanted: Sought, numbers: Sequence[Number], rival: Fact) -> Reckoning | None:
    """Return the whole and the other part whose rest a figure is: two of three where the source has one of three."""
    parts = [one for one in numbers if one.fact == rival]
    if wanted.quantity.unit == SHARE:
        found = [
            Reckoning((one,), "the rest of a whole", 1.0) for one in parts if _fits(wanted, 1 - one.quantity.value)
        ]
        return found[0] if found else None
    for part in parts:
        if part.quantity.unit == "" and part.quantity.value - 1 == wanted.quantity.value and wanted.hints(OTHERS):
            return Reckoning((part,), "one less, for one is named", 1.0)
        for whole in numbers:
            same = whole.quantity.unit == part.quantity.unit == wanted.quantity.unit and whole.fact is not part.fact
            if same and math.isclose(whole.quantity.value - part.quantity.value, wanted.quantity.value):
                told = any(math.isclose(one.value, whole.quantity.value) for one in wanted.siblings)
                return Reckoning((part, whole), "the rest of a count", float(told))
    return None


def _found(wanted: Sought, numbers: Sequence[Number]) -> Iterator[Reckoning]:
    unit = wanted.quantity.unit
    near = [one for one in numbers if one.place < FAR]
    for one in near:
        yield from _of_one(wanted, one)
        if _shares_unit(wanted.quantity, one, near):
            yield Reckoning((one,), "the same but for its unit", 1.0)
    for one, other in permutations(numbers, 2):
        if one.place + other.place > FAR + 1 and FAR in {one.place, other.place}:
            continue
        alike = one.quantity.unit == unit
        if alike or unit == SHARE:
            yield from _products(wanted, one, other)
        if other.quantity.unit in CHANGING and (alike or {one.quantity.unit, unit} == {SHARE, "points"}):
            yield from _changes(wanted, one, other)
    if unit not in {TIMES, "ordinal"}:
        for one, other in combinations(near, 2):
            for ours, theirs in _in_one_unit(wanted.quantity, one.quantity, other.quantity):
                yield from _of_pair(wanted, one, other, ours, theirs)
    own = [one for one in numbers if one.quantity.unit == unit or (not one.quantity.unit and unit != SHARE)]
    yield from _of_three(wanted, own)


def _of_one(wanted: Sought, one: Number) -> Iterator[Reckoning]:
    """Yield what follows from one figure: the same without its unit, the rest of a whole, both sides, those before a rank."""
    quantity, value = wanted.quantity, one.quantity.value
    if one.joined and not one.own and quantity.unit == one.quantity.unit == "" and quantity.value == value + 1:
        yield Reckoning((one,), "these and the one beside them", float(one.place == 0))
    if _is_elided(quantity, one.quantity) and one.place < FAR - 1:
        yield Reckoning((one,), "the same but for its unit", float(not quantity.noun or not one.quantity.noun))
    if quantity.unit == SHARE and one.quantity.unit == SHARE:
        yield from _of_share(wanted, one)
    exact = one.quantity.bound is Bound.EXACT and one.place == 0
    counted = quantity.unit == one.quantity.unit != "ordinal" and (
        exact or not (quantity.unit == SHARE and _is_fraction(quantity.value))
    )
    if counted and not EACH.isdisjoint(one.words) and not wanted.hints(EACH - {"both"}) and _fits(wanted, 2 * value):
        told = wanted.hints(SUM | {"between"})
        yield Reckoning((one,), "both together", 1.0 if told else 0.75 if exact else 0.5)
    if (
        one.quantity.unit == "ordinal"
        and quantity.unit == ""
        and quantity.value == value - 1 > 1
        and wanted.hints(BEFORE)
    ):
        yield Reckoning((one,), "those before a rank", 1.0)
    if one.quantity.unit == quantity.unit == "ordinal" and quantity.value == value + 1 and wanted.hints(NEXT):
        yield Reckoning((one,), "the next rank", 1.0)


def _of_share(wanted: Sought, one: Number) -> Iterator[Reckoning]:
    """Yield what is left of a whole without a share, and a whole with a share more or less: 120 % for "a fifth more"."""
    value = one.quantity.value
    more = math.isclose(wanted.quantity.value, 1 + value) and not CHANGE.isdisjoint(one.words)
    less = math.isclose(wanted.quantity.value, 1 - value) and not LESS.isdisjoint(one.words)
    if more or less:
        yield Reckoning((one,), "a whole and its change", 1.0)
    if 0 < value < 1 and _fits(wanted, 1 - value):
        cued = not COMPLEMENT.isdisjoint(wanted.sentence) or not COMPLEMENT.isdisjoint(one.words)
        yield Reckoning((one,), "the rest of a whole", float(cued))


def _products(wanted: Sought, one: Number, other: Number) -> Iterator[Reckoning]:
    """Yield what so many of one figure come to, what one of so many comes to, what a share of a whole is."""
    unit, ours, theirs = wanted.quantity.unit, one.quantity, other.quantity
    if ours.unit == unit and theirs.unit == "" and theirs.value > 1:
        yield from _times(wanted, one, other)
    elif ours.unit == unit and theirs.unit == "s" and ours.per in TIME and not wanted.quantity.per:
        if _fits(wanted, ours.value * theirs.value / TIME[ours.per]):
            yield Reckoning((one, other), "so much for so long", 1.0)
    elif ours.unit == unit not in {SHARE, "s"} and theirs.unit == SHARE and theirs.value < 1 and other.place < FAR:
        yield from _parts(wanted, one, other)
    elif unit == SHARE and ours.unit not in UNSHARED and theirs.unit not in UNSHARED and one.place < FAR:
        yield from _share_of(wanted, one, other)


def _share_of(wanted: Sought, one: Number, whole: Number) -> Iterator[Reckoning]:
    """Yield what share of a whole one figure is, which may leave out its unit: "nine of 30 acres"."""
    part, size = one.quantity, whole.quantity
    elided = not part.unit and bool(size.unit) and one.is_beside(whole)
    value = part.value * told_in(size) if elided else part.value
    if (elided or part.unit == size.unit) and 0 < value < size.value and _fits(wanted, value / size.value):
        yield Reckoning((one, whole), "the share of one", float("of" in wanted.behind))


def _times(wanted: Sought, one: Number, count: Number) -> Iterator[Reckoning]:
    """Yield what so many come to at so much each, and what each comes to."""
    ours, theirs = one.quantity, count.quantity
    each, told = not EACH.isdisjoint(one.words) or bool(ours.per), wanted.hints(TOGETHER)
    if one.place < FAR and (each or told) and theirs.value <= MOST_COUNT and _fits(wanted, ours.value * theirs.value):
        yield Reckoning((one, count), "so many times one", 0.5 * each + 0.5 * told)
    apart = bool(wanted.quantity.per) or wanted.hints(APART)
    if apart and ours.unit != SHARE and _fits(wanted, ours.value / theirs.value):
        yield Reckoning((one, count), "one of so many", 1.0)


def _parts(wanted: Sought, whole: Number, share: Number) -> Iterator[Reckoning]:
    """Yield what a share of a whole is, and what is left of it."""
    part = share.quantity.value
    rough, beside, precise = whole.rough or _is_fraction(part), whole.is_beside(share), digits(wanted.quantity) > 1
    if (beside or share.place == 0 or precise) and _fits(wanted, whole.quantity.value * part, rough=rough):
        yield Reckoning((share, whole), "a share of a whole", 0.5 * beside + 0.5 * (share.place == 0))
    elif (
        beside
        and (precise or wanted.hints(COMPLEMENT))
        and _fits(wanted, whole.quantity.value * (1 - part), rough=rough)
    ):
        cued = wanted.hints(COMPLEMENT) or not COMPLEMENT.isdisjoint(share.words)
        yield Reckoning((share, whole), "a whole without a share", 0.5 + 0.5 * cued)


def _changes(wanted: Sought, one: Number, change: Number) -> Iterator[Reckoning]:
    """Yield what a figure in the same unit was before it changed by a share or so many times, what it comes to, the change."""
    quantity, ours, by = wanted.quantity, one.quantity, change.quantity
    if change.place >= FAR - 1 or by.value <= 0:
        return
    if by.unit == TIMES or (by.unit == SHARE and math.isclose(by.value, 0.5) and change.place == 0):
        for value in (ours.value * by.value, ours.value / by.value, abs(ours.value - ours.value / by.value)):
            if _fits(wanted, value, rough=by.value != round(by.value)):
                yield Reckoning((change, one), "so many times the other", 1.0 - 0.5 * (change.place > 0))
    if by.unit != SHARE or ours.unit == SHARE or by.value >= 1 or CHANGE.isdisjoint(change.words):
        return
    rough = _is_fraction(by.value) or change.rough
    for value in (ours.value / (1 + by.value), ours.value / (1 - by.value), ours.value * (1 + by.value)):
        if (
            (one.is_beside(change) or digits(quantity) > 1)
            and _fits(wanted, value, rough=rough)
            and not math.isclose(ours.value, quantity.value, rel_tol=ROUGH)
        ):
            yield Reckoning(
                (change, one), "the base of a change", 0.5 * one.is_beside(change) + 0.5 * (change.place == 0)
            )
    for value in (ours.value - ours.value / (1 + by.value), ours.value / (1 - by.value) - ours.value):
        if wanted.hints(GROWTH | COMPARED) and _fits(wanted, value, rough=rough):
            yield Reckoning((change, one), "a change", 1.0 - 0.5 * (change.place > 0))


def _of_pair(wanted: Sought, one: Number, other: Number, ours: float, theirs: float) -> Iterator[Reckoning]:
    """Yield what two figures in the same unit differ by or come to."""
    quantity = wanted.quantity
    small = quantity.unit == "" and quantity.value < LEAST
    beside, precise = one.is_beside(other), digits(quantity) > 1 and quantity.unit not in {"s", SHARE}
    compared = any(not COMPARED.isdisjoint(row.behind[:2]) for row in (one, other)) and quantity.unit != SHARE
    if _fits(wanted, abs(ours - theirs)) and not math.isclose(abs(ours - theirs), max(ours, theirs), rel_tol=2 * FINE):
        cued = wanted.compares or wanted.hints(GAP) or not REMAINDER.isdisjoint(wanted.sentence)
        against = not INSTEAD.isdisjoint(one.behind[:2] + other.behind[:1]) and beside
        left = not LEFT_OVER.isdisjoint(one.behind if ours < theirs else other.behind)
        if cued or left or (not small and (compared or (precise and beside))):
            told = 0.5 * (cued or left or compared) + 0.25 * beside + 0.25 * against
            yield Reckoning((one, other), "a difference", max(told, float(left)))
    if not small and _fits(wanted, ours + theirs):
        summed = wanted.hints(SUM) or wanted.behind[:2] == BETWEEN_THEM
        if (summed and (beside or precise)) or compared or (precise and beside):
            yield Reckoning((one, other), "a sum", 0.5 * (summed or compared) + 0.5 * beside)


def _of_three(wanted: Sought, numbers: Sequence[Number]) -> Iterator[Reckoning]:
    """Yield what is left of a whole after two parts, and what three parts come to."""
    rest = not LEFT.isdisjoint(wanted.sentence)
    if digits(wanted.quantity) < 2 and not rest:
        return
    rows = sorted(numbers, key=lambda one: -one.quantity.value)[:10]
    for large, one, other in combinations(rows, 3):
        if max(one.place, other.place) >= FAR or not one.is_beside(other):
            continue
        left = large.quantity.value - one.quantity.value - other.quantity.value
        if rest and _fits(wanted, left) and one.quantity.unit == other.quantity.unit:
            yield Reckoning((large, one, other), "a whole without two", 0.5 + 0.5 * wanted.hints(LEFT))
        if (
            large.is_beside(one)
            and large.place < FAR
            and _fits(wanted, large.quantity.value + one.quantity.value + other.quantity.value)
        ):
            yield Reckoning((large, one, other), "three together", 0.5 + 0.5 * wanted.hints(SUM))


def _in_one_unit(wanted: Quantity, one: Quantity, other: Quantity) -> Iterator[tuple[float, float]]:
    """Yield two figures in the unit of the wanted one, where one of the three may leave it out."""
    unit = SHARE if wanted.unit == "points" else wanted.unit
    if one.unit != unit != other.unit and (unit or one.unit != other.unit):
        if _are_ages(wanted, one, other):
            yield one.value * TIME["year"], other.value * TIME["year"]
        return
    units = {one.unit, other.unit}
    if units == {unit}:
        yield one.value, other.value
    elif unit and units == {unit, ""} and unit != TIMES:
        told, bare = (one, other) if other.unit == "" else (other, one)
        for factor in told_by(unit):
            if told.value <= MOST_APART * bare.value * factor <= MOST_APART**2 * told.value:
                yield told.value, bare.value * factor
    elif not unit and not wanted.noun and len(units) == 1 and units != {"ordinal"}:
        factor = max(told_in(one), told_in(other)) if one.unit not in {SHARE, "points"} else 0.01
        yield one.value / factor, other.value / factor


def _are_ages(wanted: Quantity, one: Quantity, other: Quantity) -> bool:
    """Say whether two bare figures may be ages, which lie so many years apart: "from 63 to 66"."""
    low, high = sorted((one.value, other.value))
    return wanted.unit == "s" and one.unit == other.unit == "" and LEAST_COUNTED <= low < high <= OLDEST


def told_by(unit: str) -> tuple[float, ...]:
    """Return what a bare figure may have to be multiplied by to be in a unit."""
    return (0.01,) if unit == SHARE else MONEYS if is_money(unit) else factors_of(unit)


def _is_elided(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether two figures are the same number, and one of them leaves out its unit."""
    if bool(ours.unit) == bool(theirs.unit) or {ours.unit, theirs.unit} & {"ordinal", TIMES, "points"}:
        return False
    bare, told = (ours, theirs) if theirs.unit else (theirs, ours)
    if (bare is theirs and (bare.noun or bare.value < LEAST_COUNTED)) or (bare.noun and bare.value < LEAST_COUNTED):
        return False
    return any(math.isclose(bare.value * factor, told.value, rel_tol=1e-6) for factor in told_by(told.unit))


def _shares_unit(wanted: Quantity, one: Number, numbers: Sequence[Number]) -> bool:
    """Say whether a bare figure is in the unit of another one of its sentence: "3.6 million pounds, of which 1.2 million"."""
    bare = one.quantity
    if not wanted.unit or bare.unit or one.own or wanted.unit in UNSHARED or bare.value < LEAST_COUNTED:
        return False
    beside = (row for row in numbers if not row.own and row.fact.sentence == one.fact.sentence)
    factors = (1.0,) if is_money(wanted.unit) else factors_of(wanted.unit)
    return any(row.quantity.unit == wanted.unit for row in beside) and any(
        math.isclose(bare.value * factor, wanted.value, rel_tol=1e-6) for factor in factors
    )


def _is_fraction(share: float) -> bool:
    """Say whether a share is a third, a quarter and the like, which round."""
    return any(math.isclose(share * whole, round(share * whole), abs_tol=1e-6) for whole in (2, 3, 4, 5, 6, 8, 10))


def _fits(wanted: Sought, value: float, *, rough: bool = False) -> bool:
    """Say whether what was reckoned is the figure, or what the figure rounds."""
    quantity = wanted.quantity
    if not 0 < value < math.inf:
        return False
    if math.isclose(quantity.value, value, rel_tol=ROUGH if rough else FINE):
        return True
    if quantity.bound is not Bound.EXACT or quantity.unit == SHARE:
        reckoned = Quantity(value, value, value, quantity.unit, Bound.EXACT)
        return match(quantity, reckoned) >= Match.COARSER
    told = digits(quantity)
    return rough and told > 1 and math.isclose(float(f"{value:.{told - 1}e}"), quantity.value, rel_tol=1e-6)
