"""What a figure may follow from: the figures and moments around it, by arithmetic that its words need not speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.clocks import BEHIND
from artdiff.engine.facts.fact import Quantity
from artdiff.engine.verdicts.counterparts.places import Nearness
from artdiff.engine.verdicts.figures.elapsed import at_hour, from_clocks, from_dates, is_elapsed
from artdiff.engine.verdicts.figures.operands import sought
from artdiff.engine.verdicts.figures.partitions import OF
from artdiff.engine.verdicts.figures.quantities import is_money, unit_of
from artdiff.engine.verdicts.figures.reckonings import (
    FAR,
    MOST_APART,
    Number,
    Reckoning,
    best_reckoning,
    number,
    rest_of,
    told_by,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.counterparts.places import Places
    from artdiff.engine.verdicts.figures.elapsed import Elapsed
    from artdiff.engine.verdicts.judgement import Features

MOST_OPERANDS = 16
AT = frozenset("at by until till before after from since around about".split())
"""In front of a bare number that may be an hour of the day."""
LEAST_ELIDED = 13.0
LEAST_CUED = 0.75
"""So much must speak for a figure that is another one but for a digit."""
UNELIDED = frozenset({"", "%", "times", "points", "ordinal"})
UNREADY = frozenset({"score", "degC", "streak"})


class Derivation(NamedTuple):
    """How a figure follows from the source's.

    Attributes:
        span: the first of the source's facts that it follows from; None where it is a word only.
        reason: the arithmetic, in a sentence.
        way: what kind of arithmetic it is, for the confidence model.
        facts: the source's facts that it follows from.
        evidence: where it may only follow, what speaks for it; none where it follows beyond doubt.
    """

    span: Span | None
    reason: str
    way: str
    facts: tuple[Fact, ...] = ()
    evidence: Features = ()


class Reckoner:
    """Finds what the variant's figures may follow from.

    Args:
        analyses: of both documents.
        places: of the source's figures.
        by_unit: the source's figures by their units.
    """

    def __init__(self, analyses: Pair[Analysis], places: Places, by_unit: Mapping[str, Sequence[Fact]]) -> None:
        self._analyses, self._places, self._by_unit = analyses, places, by_unit

    def complement(self, fact: Fact, rival: Fact) -> Derivation | None:
        """Return how a figure that the source tells of something else is what is left of a whole beside its rival."""
        quantity = fact.value
        if not isinstance(quantity, Quantity):
            return None
        near = self._places.support(fact).sentences
        wanted = sought(self._analyses.variant, fact, quantity)
        numbers = [one for one in self._numbers(fact, quantity, near) if one.place < FAR - 1]
        found = rest_of(wanted, [one for one in numbers if one.fact is not fact], rival)
        return self._may_follow(fact, found, len(numbers)) if found else None

    def difference(self, fact: Fact) -> Derivation | None:
        """Return the two figures near by that are so far apart as a figure's words say: "falls by six to 18"."""
        quantity, variant = fact.value, self._analyses.variant
        before = variant.text.tokens[fact.tokens[0] - 1].norm if fact.tokens[0] else ""
        if not isinstance(quantity, Quantity):
            return None
        wanted = sought(variant, fact, quantity)
        if before != "by" and not wanted.compares:
            return None
        numbers = [
            one for one in self._numbers(fact, quantity, self._places.support(fact).sentences) if one.place < FAR - 1
        ]
        found = best_reckoning(wanted, numbers)
        return self._may_follow(fact, found, len(numbers)) if found and found.way == "a difference" else None

    def reckon(self, fact: Fact, quantity: Quantity, *, slip: bool) -> Derivation | None:
        """Return how a figure may follow; of a slip of the figure in its place only from the sentence that supports it best."""
        near = self._places.support(fact).sentences
        numbers = list(self._numbers(fact, quantity, near))
        for meant in self._meant(quantity, numbers):
            found = best_reckoning(sought(self._analyses.variant, fact, meant), numbers)
            if found and not (slip and (found.cued < LEAST_CUED or any(one.place for one in found.numbers))):
                return self._may_follow(fact, found, len(numbers))
        return None if slip else self._timed(fact, quantity, near)

    def _meant(self, quantity: Quantity, numbers: Sequence[Number]) -> Iterator[Quantity]:
        """Yield a figure, and one without a unit in those of the figures near by: "the region pays 104,000"."""
        yield quantity
        if quantity.unit or quantity.value < LEAST_ELIDED:
            return
        told = [one.quantity for one in numbers if one.place < FAR - 1 and one.quantity.unit not in UNELIDED]
        yield from dict.fromkeys(
            quantity._replace(unit=one.unit, value=quantity.value * factor)
            for one in told
            for factor in told_by(one.unit)
            if one.value <= MOST_APART * quantity.value * factor <= MOST_APART**2 * one.value
        )

    def _may_follow(self, fact: Fact, found: Reckoning, count: int) -> Derivation:
        variant = self._analyses.variant
        beside = variant.facts_in(fact.sentence)
        facts = [one.fact for one in found.numbers if one.fact not in beside]
        texts = [
            self._words(one.fact, variant if one.fact in beside else self._analyses.source) for one in found.numbers
        ]
        reason = f"It may follow from {', '.join(texts)}: {found.way}."
        evidence = (
            ("cued", found.cued),
            ("far", float(max(one.place for one in found.numbers) >= FAR)),
            ("away", max(one.place for one in found.numbers) / FAR),
            ("numbers", min(1.0, count / MOST_OPERANDS)),
            ("rough", float(any(one.rough for one in found.numbers))),
            ("by its own", float(len(facts) < len(found.numbers))),
        )
        return Derivation(facts[0].span if facts else None, reason, found.way, tuple(facts), evidence)

    def _words(self, fact: Fact, analysis: Analysis) -> str:
        return f"“{fact.span.of(analysis.text.document.text)}”"

    def _numbers(self, fact: Fact, quantity: Quantity, near: Sequence[int]) -> Iterator[Number]:
        """Yield the figures to reckon with: of the sentences that support, beside the figure, in the paragraph, of its unit."""
        source, variant = self._analyses
        seen: set[tuple[int, int]] = set()
        rows = self._places.near(fact.sentence)
        for one, nearness in rows[:MOST_OPERANDS]:
            if isinstance(one.value, Quantity) and one.value.unit not in UNREADY:
                place = 2 if nearness is Nearness.PARAGRAPH else 0 if one.sentence == near[0] else 1
                seen.add(one.tokens)
                yield number(source, one, one.value, place)
        for one in variant.facts_in(fact.sentence)[:MOST_OPERANDS]:
            if one is not fact and isinstance(one.value, Quantity) and one.value.unit not in UNREADY:
                yield number(variant, one, one.value, 1, own=True)
        for one in self._wholes(fact, quantity, [row for row, _ in rows if row.tokens in seen]):
            if one.tokens not in seen and isinstance(one.value, Quantity):
                yield number(source, one, one.value, FAR)

    def _wholes(self, fact: Fact, quantity: Quantity, near: Sequence[Fact]) -> Iterator[Fact]:
        """Yield the figures elsewhere of the unit of one: of a share of something, those of what stands near."""
        units = {quantity.unit} if quantity.unit else {unit_of(one) for one in near if is_money(unit_of(one))}
        if quantity.unit in {"%", "times"}:
            tokens = self._analyses.variant.text.tokens
            of = any(token.norm in OF for token in tokens[fact.tokens[1] : fact.tokens[1] + 2])
            units = {unit_of(one) for one in near} - {"", "%", "times", "s"} if of else set()
        for unit in sorted(units):
            yield from self._by_unit.get(unit, ())[:MOST_OPERANDS]

    def _timed(self, fact: Fact, quantity: Quantity, near: Sequence[int]) -> Derivation | None:
        """Return how a length of time may be that between moments of which its words do not speak, or a time of day."""
        source, found, way = self._analyses.source, None, "a time of day"
        if not quantity.unit and self._is_hour(fact):
            found = at_hour(source, quantity.value, near)
        elif quantity.unit == "s" or self._is_age(fact):
            spoken = is_elapsed(self._analyses.variant, fact)
            found, way = from_dates(self._analyses, quantity, near), "dates"
            if found is None and spoken:
                found, way = from_clocks(source, quantity), "far times of day"
        if found is None or (way != "a time of day" and found.fact.sentence not in near):
            return None
        told = between(source, found, way)
        return told._replace(evidence=(("cued", float(found.fact.sentence in near)), ("timed", 1.0)))

    def _is_hour(self, fact: Fact) -> bool:
        """Say whether a bare number may be the hour of a time of day: "at nine"."""
        tokens, at = self._analyses.variant.text.tokens, fact.tokens[0]
        before = tokens[at - 1].norm if at else ""
        last = self._analyses.variant.text.sentences[fact.sentence].tokens[1]
        behind = tokens[fact.tokens[1]] if fact.tokens[1] < last else None
        return before in AT and (behind is None or not behind.text[0].isalnum() or behind.norm in BEHIND)

    def _is_age(self, fact: Fact) -> bool:
        return "old" in fact.span.of(self._analyses.variant.text.document.text)


def between(source: Analysis, found: Elapsed, way: str) -> Derivation:
    """Return how a length of time follows from two moments."""
    told = found.fact.span.of(source.text.document.text)
    reason = f"It follows from the source's “{told}”: {found.until}."
    return Derivation(found.fact.span, reason, way, (found.fact,))
