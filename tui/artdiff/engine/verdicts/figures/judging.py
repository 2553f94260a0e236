"""Figures: numbers, shares, money, measures and lengths of time that a rewrite changed or made up."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.multiples import TIMES
from artdiff.engine.values import FLAGGED, FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import words_of
from artdiff.engine.verdicts.counterparts.places import Candidate, Nearness, Places, own_facts
from artdiff.engine.verdicts.counterparts.slots import agreement, key, slot
from artdiff.engine.verdicts.figures.derivations import Deriver, is_precise
from artdiff.engine.verdicts.figures.doubts import Base, Doubts
from artdiff.engine.verdicts.figures.exchanges import exchanges
from artdiff.engine.verdicts.figures.extent import EACH, Extent, extent, other_extent, whole_for_part
from artdiff.engine.verdicts.figures.judgements import (
    Compared,
    Row,
    altered,
    hallucinated,
    other_rate_told,
    supported,
    widened,
)
from artdiff.engine.verdicts.figures.loosely import loosely
from artdiff.engine.verdicts.figures.operands import RATES
from artdiff.engine.verdicts.figures.partitions import is_on_the_way, told_scores
from artdiff.engine.verdicts.figures.quantities import LARGE, Match, comparable, match
from artdiff.engine.verdicts.figures.slips import is_slight, is_slip, is_small, quantity_of
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.figures.reckoner import Derivation

SUPPORT, PARAGRAPH, SAME = Nearness.SUPPORT, Nearness.PARAGRAPH, Match.SAME
NONE, SOME, LEAST_FIT, FROM_AFAR, AMONG_NEAR = 0.3, 0.6, 1.2, 0.7, 1.0
"""Agreements of slots: none; as good as none; enough to be the same place; more than a far, or a near, base's."""
FAR_FIT = 0.7
"""A rival outside the supporting sentences must have so much of the words around a figure."""
CLOSE_FIT = 2.5
"""From here on the words around two figures are so much alike that only figures of the same sentences explain another."""
CERTAIN = frozenset({"all but", "day"})
"""Ways to a figure that leave no doubt."""
WHOLE = frozenset({"all", "both", "the"})
"""In front of a figure they may make it the whole of which the source tells a part."""
BECOMING = 4
"""How many tokens stand at most between the figures of "from 24 nautical miles to 18"."""
RESTS = frozenset({"the rest of a count", "the rest of a whole", "the rest of the whole", "the difference of the two"})
"""What is left of a whole is told with the opposite: "two of three were not", where one was."""
BEFORE = 10
TURNING = frozenset("nothing unless not never no without until except neither nor cannot nobody none".split())
"""Words before a figure that turn its bound round: "unless at least 60 %" is "if fewer than 60 %"."""


def judge_figures(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every figure of the variant."""
    yield from _Figures(analyses, alignment).judge()


def _keys(fact: Fact) -> Iterator[tuple[str, float]]:
    """Yield what a figure is known by far away: its unit and its first digit with its magnitude."""
    quantity = quantity_of(fact)
    rounded = _rounded(quantity.value)
    yield quantity.unit, rounded
    if quantity.value >= LARGE:
        yield "large", rounded


@lru_cache(maxsize=1 << 10)
def _rounded(value: float) -> float:
    # By way of text: the powers of ten of the smallest and the largest floats are no floats.
    return float(f"{abs(value):.0e}")


class _Figures:
    """The judge, with what it looks up."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._analyses = analyses
        source, variant = (analysis.facts_of(Quantity) for analysis in analyses)
        self._places = Places(analyses, alignment, source, _keys)
        self._ours = own_facts(analyses, alignment, variant)
        self._deriver = Deriver(analyses, self._places)
        self._by_noun: dict[tuple[str, str], list[Fact]] | None = None
        self._doubt = Doubts(analyses, alignment)
        self._tells_each = not all(EACH.isdisjoint(words_of(analysis)) for analysis in analyses)
        self._derived: dict[tuple[int, int], Derivation] = {}
        self._claimed: set[tuple[int, int]] = set()
        """Source figures whose place a figure without a base of its own has taken."""

    def judge(self) -> list[Judgement]:
        """Return a judgement on every figure, those without a base judged first: each takes its rival's place."""
        near = [self._matched(fact, self._places.near(fact.sentence)) for fact in self._ours]
        taken = self._taken(near)
        rows = [self._compare(fact, found, taken) for fact, found in zip(self._ours, near, strict=True)]
        judged = {one.fact.tokens: self._without_base(one) for one in rows if not _has_base(one)}
        judged |= {one.fact.tokens: self._with_base(one, one.best) for one in rows if one.best and _has_base(one)}
        judged |= self._exchanged(rows)
        return [*(judged[fact.tokens] for fact in self._ours), *self._doubts(rows, judged)]

    def _doubts(self, rows: list[Compared], judged: dict[tuple[int, int], Judgement]) -> Iterator[Judgement]:
        """Yield how doubtful the base is of each figure that is not told where the source tells it."""
        claimed = {one.best.candidate.fact.tokens for one in rows if one.best and one.best.in_place}
        for one in rows:
            best = one.best if judged[one.fact.tokens].verdict not in FLAGGED else None
            derivation = self._derived.get(one.fact.tokens)
            if not derivation and not best:
                continue
            rivals = [row.candidate.fact for row in one.rivals]
            if derivation and derivation.way not in CERTAIN:
                base = Base(derivation.facts, derivation.way, rivals, claimed, derivation.evidence)
                rule = "doubts.reckoned" if derivation.evidence else "doubts.derived"
                yield self._doubt.doubt(one.fact, base, rule)
            elif best and not best.in_place:
                way = "same" if best.match is SAME else "coarser"
                yield self._doubt.doubt(
                    one.fact, Base((best.candidate.fact,), way, rivals, claimed), "doubts.elsewhere"
                )

    def _exchanged(self, rows: list[Compared]) -> dict[tuple[int, int], Judgement]:
        """Return the judgements on figures that changed places with each other."""
        same = [(one.fact, one.best.candidate.fact) for one in rows if one.best and one.best.in_place]
        return {
            tokens: altered(self._analyses, found.ours, self._row(found.ours, found.theirs), "figures.exchanged", 0.85)
            for tokens, found in exchanges(self._analyses, same).items()
        }

    def _row(self, ours: Fact, theirs: Fact, nearness: Nearness = SUPPORT) -> Row:
        return Row(self._analyses, ours, Candidate(theirs, nearness), Match.NO, same_noun=True)

    def _taken(self, rows: list[list[Row]]) -> set[tuple[int, int]]:
        """Return the source figures that some figure of the variant repeats: no rival of another may be among them."""
        taken: set[tuple[int, int]] = set()
        for fact, found in zip(self._ours, rows, strict=True):
            same = [row.candidate.fact for row in found if row.match is SAME]
            precise = bool(same) and is_precise(fact)
            taken.update([theirs.tokens for theirs in same if precise or self._is_same_place(fact, theirs)])
        return taken

    def _matched(self, fact: Fact, candidates: list[Candidate]) -> list[Row]:
        """Return those of some of the source's figures that a variant's can be compared with, and how it stands to each."""
        ours, found = quantity_of(fact), list[Row]()
        noun = key(ours.noun)
        for one in candidates:
            theirs = quantity_of(one.fact)
            if not comparable(ours, theirs):
                continue
            matched = match(ours, theirs)
            if (
                matched is not Match.NO or one.fact.kind is fact.kind
            ):  # else it can neither be the figure nor replace it
                same = noun != "" and noun == key(theirs.noun)
                found.append(Row(self._analyses, fact, one, matched, same_noun=same))
        return found

    def _is_same_place(self, fact: Fact, theirs: Fact) -> bool:
        """Say whether a small figure is said of the same: chance puts "second" and "two" everywhere."""
        noun, other = quantity_of(fact).noun, quantity_of(theirs).noun
        if not noun or not other or key(noun) == key(other):
            return True
        return agreement(slot(self._analyses.variant, fact), slot(self._analyses.source, theirs)) >= SOME

    def _compare(self, fact: Fact, rows: list[Row], taken: set[tuple[int, int]]) -> Compared:
        best = _best(rows)
        if best is None or best.match is not SAME:  # nothing far away says more than the same near by
            far = self._matched(fact, self._places.far(fact))
            best = _best(rows + far)
        if best is None or not (best.near or best.same_noun):
            rows = rows + self._of_noun(fact)
        turned = next((row for row in rows if row.match is Match.OPPOSITE and row.near), None)
        return Compared(fact, best, turned, _rivals(fact, rows, taken))

    def _of_noun(self, fact: Fact) -> list[Row]:
        """Return the source's only figure of what a variant's figure counts, where it is another one: "a 30-day truce"."""
        quantity = quantity_of(fact)
        if not quantity.noun:
            return []
        if self._by_noun is None:
            self._by_noun = self._counting()
        found = self._by_noun.get((quantity.unit, key(quantity.noun)), [])
        if not found or len({quantity_of(one).value for one in found}) > 1 or match(quantity, quantity_of(found[0])):
            return []
        rows = [self._row(fact, one, PARAGRAPH) for one in found]
        return rows if len(rows) == 1 else [max(rows, key=lambda row: row.fit)]

    def _counting(self) -> dict[tuple[str, str], list[Fact]]:
        """Return the source's figures by their unit and what they count."""
        by_noun: dict[tuple[str, str], list[Fact]] = {}
        for fact in self._analyses.source.facts_of(Quantity):
            quantity = quantity_of(fact)
            if quantity.noun:
                by_noun.setdefault((quantity.unit, key(quantity.noun)), []).append(fact)
        return by_noun

    def _with_base(self, one: Compared, best: Row) -> Judgement:
        """Judge a figure that the source has: supported, unless its place here holds another one."""
        summed = best.near and quantity_of(best.candidate.fact).per and extent(self._analyses.variant, one.fact)
        yearly = quantity_of(one.fact).per and not quantity_of(best.candidate.fact).per and best.near
        added = yearly and extent(self._analyses.source, best.candidate.fact) is Extent.TOGETHER
        if best.match is SAME and (_other_rate(one.fact, best) or summed is Extent.TOGETHER or added):
            return other_rate_told(self._analyses, one.fact, best.candidate.fact)
        rival = next((row for row in one.rivals if row.candidate.fact.tokens not in self._claimed), None)
        if (
            rival
            and _misplaced(best, rival)
            and _became(self._analyses.source, rival.candidate.fact, best.candidate.fact)
        ):
            return supported(self._analyses, one.fact, best)
        if rival and _misplaced(best, rival):
            rest = self._deriver.complement(one.fact, rival.candidate.fact) or self._deriver.difference(one.fact)
            if rest:
                return self._follows(one.fact, rest)
            strength = min(0.9, 0.5 + 0.1 * (rival.fit - best.fit))
            return altered(self._analyses, one.fact, rival, "figures.misplaced", strength, best.fit)
        if best.in_place and self._tells_each and other_extent(self._analyses, one.fact, best.candidate.fact):
            return altered(self._analyses, one.fact, best, "figures.each", 0.8)
        before = self._analyses.variant.text.norms[max(0, one.fact.tokens[0] - 1)]
        whole = whole_for_part(self._analyses, one.fact, best.candidate.fact) if best.near and before in WHOLE else None
        if whole:
            return widened(self._analyses, one.fact, Pair(whole[1], whole[0]))
        return supported(self._analyses, one.fact, best)

    def _without_base(self, one: Compared) -> Judgement:
        """Judge a figure that the source does not have; of one that is flagged tell whether it can be reckoned at all."""
        judgement = self._unfounded(one)
        if judgement.verdict is Verdict.SUPPORTED:
            return judgement
        reckoned = loosely(self._analyses, one.fact, self._places.support(one.fact).sentences)
        return judgement._replace(features=(*judgement.features, *reckoned))

    def _unfounded(self, one: Compared) -> Judgement:
        """Judge a figure that the source does not have: derived, in another's place, or made up."""
        fact, rival = one.fact, one.rivals[0] if one.rivals else None
        if one.turned:
            return self._turned(fact, one.turned)
        slip = rival is not None and (_slipped(fact, rival) or (rival.near and rival.fit >= CLOSE_FIT))
        near = rival is not None and rival.near
        derivation = self._deriver.derive(fact, rivalled=near, slip=slip)
        if derivation:
            return self._follows(fact, derivation)
        if quantity_of(fact).unit == "score" and (rival is None or _is_draw(fact)) and self._is_earlier_score(fact):
            reason = "The source's final score is not lower on either side."
            return Judgement(Verdict.SUPPORTED, fact.kind, Pair(None, fact.span), reason, "figures.earlier_score", 0.6)
        exchanged = self._other_currency(fact)
        if exchanged:
            return altered(self._analyses, fact, exchanged, "figures.currency", 0.9)
        if rival is None or (rival.fit < (NONE if near else FAR_FIT) and not rival.same_noun and not slip):
            return hallucinated(self._analyses, self._places, fact)
        self._claimed.add(rival.candidate.fact.tokens)
        slight = is_slight(fact) and rival.fit < SOME
        slip = _slipped(fact, rival)
        strength = (0.8 if near else 0.62) + 0.05 * min(rival.fit, 3) - 0.3 * slight
        return altered(self._analyses, fact, rival, _rule(fact, slip=slip), strength)

    def _other_currency(self, fact: Fact) -> Row | None:
        """Return the sum of the same figure in another currency that stands here."""
        if fact.kind is not FactKind.MONEY:
            return None
        value = quantity_of(fact).value
        for one in self._places.near(fact.sentence):
            if one.fact.kind is FactKind.MONEY and math.isclose(quantity_of(one.fact).value, value):
                return Row(self._analyses, fact, one, Match.NO, same_noun=False, fit=0.0)
        return None

    def _follows(self, fact: Fact, derivation: Derivation) -> Judgement:
        self._derived[fact.tokens] = derivation
        spans = Pair(derivation.span, fact.span)
        rest = (("rest", 1.0),) if derivation.way in RESTS else ()
        return Judgement(Verdict.SUPPORTED, fact.kind, spans, derivation.reason, "figures.derived", 0.8, rest)

    def _is_earlier_score(self, fact: Fact) -> bool:
        return is_on_the_way(quantity_of(fact), (quantity_of(one) for one in told_scores(self._analyses.source)))

    def _turned(self, fact: Fact, row: Row) -> Judgement:
        """Judge "more than nine" where the source has "up to nine": altered, unless the clause is turned round too."""
        if self._denies(self._analyses.variant, fact) != self._denies(self._analyses.source, row.candidate.fact):
            return supported(self._analyses, fact, row)
        return altered(self._analyses, fact, row, "figures.bound", 0.9)

    def _denies(self, analysis: Analysis, fact: Fact) -> bool:
        first, _ = analysis.text.sentences[fact.sentence].tokens
        before = analysis.text.tokens[max(first, fact.tokens[0] - BEFORE) : fact.tokens[0]]
        return any(token.norm in TURNING for token in before)


def _best(rows: list[Row]) -> Row | None:
    """Return the figure that says the same or truly less: the same before what is less, the near, then what fits."""
    best: Row | None = None
    for row in rows:
        if row.match >= Match.COARSER and (best is None or _outdoes(row, best)):
            best = row
    return best


def _outdoes(row: Row, best: Row) -> bool:
    place, other = (row.match, row.candidate.nearness), (best.match, best.candidate.nearness)
    return place > other or (place == other and row.fit > best.fit)


def _has_base(one: Compared) -> bool:
    """Say whether the source has a figure, and not with the opposite bound at its place."""
    return one.best is not None and (one.turned is None or one.best.near)


def _is_draw(fact: Fact) -> bool:
    return quantity_of(fact).value == quantity_of(fact).second


def _rule(fact: Fact, *, slip: bool) -> str:
    """Return the rule's name: a slip tells more than another value, a precise value more than a small count."""
    if quantity_of(fact).unit in {"streak", TIMES}:
        return f"figures.{quantity_of(fact).unit}"
    if slip:
        return "figures.slip"
    return "figures.other_value" if is_precise(fact) or not is_small(fact) else "figures.small_value"


def _rivals(fact: Fact, rows: list[Row], taken: set[tuple[int, int]]) -> tuple[Row, ...]:
    """Return the unused source figures that may stand where the variant's does, the likeliest first."""
    ours = quantity_of(fact)
    open_rows = [
        row
        for row in rows
        if row.match <= Match.OPPOSITE
        and row.candidate.fact.tokens not in taken
        and row.candidate.fact.kind is fact.kind
        and _may_replace(ours, quantity_of(row.candidate.fact))
    ]
    if len(open_rows) > 1:
        open_rows.sort(key=lambda row: (-row.candidate.nearness, -row.fit))
    return tuple(open_rows)


def _has_own_unit(quantity: Quantity) -> bool:
    """Say whether a figure tells what it is of without a noun: a share, a sum, a length of time."""
    return quantity.unit not in {"", "ordinal", "score", "streak"}


def _may_replace(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether one figure may stand where the other did: a sum per week takes the place of no total."""
    often = {ours.unit, theirs.unit} == {TIMES, ""} and ours.per == theirs.per != ""
    return (often or ours.unit in {theirs.unit, ""}) and (
        not ours.per or bool(theirs.per) or ours.value == theirs.value
    )


def _misplaced(best: Row, rival: Row) -> bool:
    """Say whether a figure's own place, in a supporting sentence, holds another one that the variant does not say."""
    margin = AMONG_NEAR if best.near else FROM_AFAR
    alike = rival.same_noun or (not best.near and _has_own_unit(quantity_of(rival.candidate.fact)))
    return rival.near and alike and rival.fit >= LEAST_FIT and rival.fit - best.fit >= margin


def _became(source: Analysis, before: Fact, after: Fact) -> bool:
    """Say whether the source tells that the one figure became the other: "from 24 nautical miles to 18"."""
    first = source.text.tokens[before.tokens[0] - 1].norm if before.tokens[0] else ""
    between = source.text.tokens[before.tokens[1] : after.tokens[0]]
    return first == "from" and 0 < len(between) <= BECOMING and between[-1].norm == "to"


def _other_rate(fact: Fact, row: Row) -> bool:
    """Say whether the same figure is per week here and per month there."""
    ours, theirs = quantity_of(fact).per, quantity_of(row.candidate.fact).per
    return (
        bool(ours and theirs)
        and ours != theirs
        and (ours in RATES) == (theirs in RATES)
        and {ours, theirs} != {"person", "head"}
    )


def _slipped(fact: Fact, rival: Row) -> bool:
    return rival.near and is_slip(fact, rival.candidate.fact)
