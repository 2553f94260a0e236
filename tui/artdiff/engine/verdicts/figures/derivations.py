"""Figures that follow from the source's: by arithmetic, or as the time between two of its dates."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Quantity, When
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.verdicts.counterparts.places import Nearness
from artdiff.engine.verdicts.figures.arithmetic import is_close, reckon
from artdiff.engine.verdicts.figures.counted_time import from_counted
from artdiff.engine.verdicts.figures.elapsed import (
    MONTH,
    WEEK,
    YEAR,
    from_clocks,
    from_dates,
    from_days,
    from_hours,
    from_length,
    is_elapsed,
    next_unit,
)
from artdiff.engine.verdicts.figures.operands import COMPARING, Operand, Sought, digits, operand, sought
from artdiff.engine.verdicts.figures.partitions import (
    Found,
    Parts,
    all_but,
    from_pairs,
    from_scores,
    pairs_of,
    told_scores,
)
from artdiff.engine.verdicts.figures.quantities import LARGE, factors_of, is_money, unit_of
from artdiff.engine.verdicts.figures.reckoner import MOST_OPERANDS, Derivation, Reckoner, between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.counterparts.places import Places

MOST_APART = 24
AGED_WITHIN = 4
"""How many tokens behind "aged" a bare number is an age: "aged three and six"."""
UNRECKONED = frozenset({"ordinal", "score", "degC"})
WORDED = {
    "fortnight": 2 * WEEK,
    "fortnightly": 2 * WEEK,
    "decade": 10 * YEAR,
    "century": 100 * YEAR,
    "quarter": 3 * MONTH,
}
"""Words that are no figures by themselves and tell so long."""


class Deriver:
    """Finds how the variant's figures follow from the source's.

    Args:
        analyses: of both documents.
        places: of the source's figures.
    """

    def __init__(self, analyses: Pair[Analysis], places: Places) -> None:
        self._analyses, self._places = analyses, places
        self._by_unit: dict[str, list[Fact]] = {}
        for fact in analyses.source.facts_of(Quantity):
            unit = unit_of(fact)
            if unit not in UNRECKONED:
                self._by_unit.setdefault(unit, []).append(fact)
        self._pairs: list[Parts] | None = None
        self._scores = list(told_scores(analyses.source))
        self._operand: dict[tuple[int, int], Operand] = {}
        self._reckoner = Reckoner(analyses, places, self._by_unit)

    def derive(self, fact: Fact, *, rivalled: bool, slip: bool) -> Derivation | None:
        """Return how a variant's figure follows from those of the source; None where it does not.

        Args:
            fact: the variant's figure.
            rivalled: a source figure of the same kind stands unused at this place; far dates, of which there are
                always many, then explain nothing.
            slip: the figure is that one but for a digit; then only figures of the supporting sentences explain it.
        """
        quantity = fact.value
        if not isinstance(quantity, Quantity):
            return None
        near = self._places.support(fact).sentences
        told = self._told(fact, quantity) or self._ranked(fact, quantity) or self._counted(fact, quantity)
        told = told or self._all_but(quantity, near) or self._in_words(quantity, near)
        if told or quantity.unit in UNRECKONED:
            return told or (self._reckoner.reckon(fact, quantity, slip=slip) if quantity.unit == "ordinal" else None)
        for unit in (quantity.unit, *self._moneys(quantity)):
            found = self._reckoned(fact, quantity._replace(unit=unit), near, slip=slip)
            if found:
                return found
        found = None if slip and rivalled else self._elapsed(fact, quantity, near, rivalled=rivalled)
        return found or self._reckoner.reckon(fact, quantity, slip=slip)

    def complement(self, fact: Fact, rival: Fact) -> Derivation | None:
        """Return how a figure that the source tells of something else is what its rival leaves of a whole."""
        return self._reckoner.complement(fact, rival)

    def difference(self, fact: Fact) -> Derivation | None:
        """Return the two near figures that a figure, which the source tells of something else, is said to lie between."""
        return self._reckoner.difference(fact)

    def _moneys(self, quantity: Quantity) -> list[str]:
        """Return the currencies that a bare "850 million" may be meant in."""
        large = quantity.unit == "" and quantity.value >= LARGE
        return [unit for unit in self._by_unit if is_money(unit)][:2] if large else []

    def _reckoned(self, fact: Fact, quantity: Quantity, near: Sequence[int], *, slip: bool) -> Derivation | None:
        """Return the arithmetic that gives a figure."""
        source, wanted = self._analyses.source, sought(self._analyses.variant, fact, quantity, slip=slip)
        for used, how in reckon(wanted, self._operands(fact, quantity)):
            if not slip or all(one.fact.sentence in near for one in used) or _is_short(used, near):
                return _derivation(source, [one.fact for one in used], how)
        if self._pairs is None:
            self._pairs = pairs_of(source)
        pairs = [pair for pair in self._pairs if not slip or pair.facts.source.sentence in near]
        found = from_pairs(wanted, pairs, near) or from_scores(source, wanted, self._scores) or self._apart(wanted)
        return _derivation(source, found.facts, found.how) if found else None

    def _apart(self, wanted: Sought) -> Found | None:
        """Return two figures anywhere that differ by one that the variant tells as a difference: "exceeds it by 72,000"."""
        if digits(wanted.quantity) < 2 or not wanted.compares:
            return None
        rows = self._by_unit.get(wanted.quantity.unit, ())[:MOST_APART]
        for one, other in combinations(rows, 2):
            gap = abs(_value(one) - _value(other))
            if is_close(wanted.quantity, gap) and min(_value(one), _value(other)) > 0:
                return Found((one, other), "the difference of the two")
        return None

    def _told(self, fact: Fact, quantity: Quantity) -> Derivation | None:
        """Return the same number near by, with its unit on one side only: "a fall of 3.4" for "3.4 days"."""
        if quantity.unit == "ordinal":
            return None
        bare, written = not quantity.unit, digits_of(self._analyses.variant, fact)
        for row in self._places.near(fact.sentence):
            theirs = row.fact.value
            if not isinstance(theirs, Quantity) or bare == (not theirs.unit) or theirs.unit == "ordinal":
                continue
            same = len(written) > 2 and digits_of(self._analyses.source, row.fact) == written
            same = (
                same and not (is_money(quantity.unit) and theirs.noun) and not (is_money(theirs.unit) and quantity.noun)
            )
            short = row.nearness is Nearness.SUPPORT and self._is_elliptical(fact, row.fact)
            if same or short:
                return _derivation(self._analyses.source, [row.fact], "the same number")
        return None

    def _ranked(self, fact: Fact, quantity: Quantity) -> Derivation | None:
        """Return the rank that a number behind a noun tells, or the other way round: "stage 14" and "the 14th stage"."""
        units = {"", "ordinal"} - {quantity.unit}
        if len(units) > 1:
            return None
        (unit,), (source, variant) = units, self._analyses
        for row in self._places.candidates(fact):
            theirs = row.fact.value
            if not isinstance(theirs, Quantity) or theirs.unit != unit or theirs.value != quantity.value:
                continue
            named = _noun_before(variant, fact) if unit else quantity.noun
            other = theirs.noun if unit else _noun_before(source, row.fact)
            if row.nearness >= Nearness.PARAGRAPH and named and named == other:
                return _derivation(source, [row.fact], "the same rank")
        return None

    def _in_words(self, quantity: Quantity, near: Sequence[int]) -> Derivation | None:
        """Return the word that is so long: "every fortnight", "the past decade"; None where none near by is."""
        source = self._analyses.source
        if quantity.unit != "s" or quantity.value not in WORDED.values():
            return None
        for sentence in near:
            for token in source.text.tokens[slice(*source.text.sentences[sentence].tokens)]:
                if WORDED.get(token.norm) == quantity.value:
                    return Derivation(token.span, f"The source says “{token.text}”.", "word")
        return None

    def _is_elliptical(self, ours: Fact, theirs: Fact) -> bool:
        """Say whether "paid for eight" tells the same as "eight hours": a bare number beside another one of hours."""
        rows = ((self._analyses.variant, ours), (self._analyses.source, theirs))
        (analysis, bare), (_, told) = sorted(rows, key=lambda row: unit_of(row[1]) != "")
        beside = {unit_of(one) for one in analysis.facts_in(bare.sentence)}
        value, whole = _value(bare), _value(told)
        before = analysis.text.tokens[max(0, bare.tokens[0] - AGED_WITHIN) : bare.tokens[0]]
        behind = analysis.text.tokens[bare.tokens[1] : bare.tokens[1] + 1]
        aged = any(token.norm in {"aged", "ages", "age"} for token in before)
        alone = not _noun(bare) or any(token.norm in COMPARING for token in behind)
        elliptical = alone and not aged and value > 1 and unit_of(told) in beside
        return elliptical and any(value * factor == whole for factor in factors_of(unit_of(told)))

    def _day(self, fact: Fact, quantity: Quantity) -> Derivation | None:
        """Return the date whose day "the 24th" is."""
        at = fact.tokens[0]
        if quantity.noun or not at or self._analyses.variant.text.tokens[at - 1].norm != "the":
            return None
        source = self._analyses.source
        dates = (one for one in source.facts if isinstance(one.value, When) and one.value.day == quantity.value)
        found = next(dates, None)
        if found is None:
            return None
        return Derivation(found.span, f"The source says “{found.span.of(source.text.document.text)}”.", "day", (found,))

    def _all_but(self, quantity: Quantity, near: Sequence[int]) -> Derivation | None:
        """Return "all but one of nine" for eight."""
        if quantity.unit:
            return None
        counts = {_value(one) for one in self._by_unit.get("", ())}
        span = all_but(self._analyses.source, quantity, near, counts)
        if span is None:
            return None
        words = span.of(self._analyses.source.text.document.text)
        return Derivation(span, f"It follows from the source's “{words}”.", "all but")

    def _counted(self, fact: Fact, quantity: Quantity) -> Derivation | None:
        if quantity.unit == "ordinal":
            day = self._day(fact, quantity)
            if day:
                return day
        if quantity.unit not in {"ordinal", "s"}:
            return None
        words = sought(self._analyses.variant, fact, quantity).words
        found = from_counted(self._analyses.source, quantity, words)
        return _derivation(self._analyses.source, found.facts, found.how) if found else None

    def _operands(self, fact: Fact, quantity: Quantity) -> list[Operand]:
        """Return the figures to reckon with: the near ones, for a precise figure then those of its unit elsewhere."""
        rows = [row.fact for row in self._places.near(fact.sentence)]
        near = [one for one in rows if unit_of(one) not in UNRECKONED][:MOST_OPERANDS]
        operands = [self._read(one, one.value, near=True) for one in near if isinstance(one.value, Quantity)]
        return [*operands, *self._far(quantity, {one.fact.tokens for one in operands})]

    def _read(self, fact: Fact, quantity: Quantity, *, near: bool) -> Operand:
        known = self._operand.get(fact.tokens)
        if known is None:
            known = self._operand[fact.tokens] = operand(self._analyses.source, fact, quantity, near=near)
        return known if known.near is near else known._replace(near=near)

    def _far(self, quantity: Quantity, known: set[tuple[int, int]]) -> list[Operand]:
        """Return the figures of its unit elsewhere in the source that a figure may follow from."""
        unit = "%" if quantity.unit == "points" else quantity.unit
        if digits(quantity) < 2 and unit in {"", "s"}:
            return []
        least = quantity.value / 4
        rows = [
            (one, one.value)
            for one in self._by_unit.get(unit, ())
            if isinstance(one.value, Quantity) and one.value.value > least and one.tokens not in known
        ]
        return [self._read(one, value, near=False) for one, value in rows[:MOST_OPERANDS]]

    def _elapsed(self, fact: Fact, quantity: Quantity, near: Sequence[int], *, rivalled: bool) -> Derivation | None:
        """Return how a length of time is that between two dates, which its words must speak of."""
        source = self._analyses.source
        if not is_elapsed(self._analyses.variant, fact):
            found = from_hours(source, quantity, near) or from_days(source, quantity, near)
            return between(source, found, "hours") if found else None
        words = next_unit(source, quantity, near)
        if words:
            return Derivation(None, f"The source says “{words}”.", "next")
        found = from_dates(self._analyses, quantity, near) or from_clocks(source, quantity, near)
        if found:
            return between(source, found, "near dates")
        found = None if rivalled else from_dates(self._analyses, quantity)
        return between(source, found, "far dates") if found else None


def _is_short(used: Sequence[Operand], near: Sequence[int]) -> bool:
    """Say whether what the supporting sentences call lacking completes a figure from elsewhere."""
    return any(one.lacking and one.fact.sentence in near for one in used)


def _noun_before(analysis: Analysis, fact: Fact) -> str:
    """Return the stem of the word in front of a figure in its sentence: "stage 14"."""
    at = fact.tokens[0] - 1
    first = analysis.text.sentences[fact.sentence].tokens[0]
    token = analysis.text.tokens[at] if at >= first else None
    return token.stem if token and token.kind is WORD and token.norm not in FUNCTION_WORDS else ""


def _noun(fact: Fact) -> str:
    return fact.value.noun if isinstance(fact.value, Quantity) else ""


def _value(fact: Fact) -> float:
    return fact.value.value if isinstance(fact.value, Quantity) else 0.0


def digits_of(analysis: Analysis, fact: Fact) -> str:
    """Return the figure as its digits are written, "" for one in words."""
    for token in analysis.text.tokens[slice(*fact.tokens)]:
        found = "".join(sign for sign in token.text if sign.isdigit() or sign == ".")
        if found.strip("."):
            return found.strip(".")
    return ""


def is_precise(fact: Fact) -> bool:
    """Say whether a figure has so many digits that far figures do not give it by chance."""
    return isinstance(fact.value, Quantity) and digits(fact.value) >= 2


def _derivation(source: Analysis, facts: Sequence[Fact], how: str) -> Derivation:
    words = ", ".join(f"“{fact.span.of(source.text.document.text)}”" for fact in facts)
    return Derivation(facts[0].span, f"It follows from the source's {words}: {how}.", _way(how), tuple(facts))


def _way(how: str) -> str:
    """Return the kind of arithmetic, without the figures that it names: "times the one is the other"."""
    return how.partition(" per ")[0].lstrip("0123456789. ")


def derive_year(analyses: Pair[Analysis], year: int, *, born: bool) -> Derivation | None:
    """Return how a year follows from a length of time, or an age where the variant speaks of a birth."""
    found = from_length(analyses, year, born=born)
    if found is None:
        return None
    words = found.length.span.of(analyses.source.text.document.text)
    other = f" and “{found.other}”" if found.other else ""
    return Derivation(found.length.span, f"It follows from the source's “{words}”{other}.", "length", (found.length,))
