"""Figures: numbers, shares, money, measures and lengths of time that a rewrite changed or made up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.derivations import Deriver, is_precise
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.places import Nearness, Places, own_facts, surroundings
from artdiff.engine.verdicts.quantities import Match, comparable, match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.places import Candidate

SMALL_COUNT = 3
"""Counts up to here often count what the text lists ("both", "the two"): without a rival they pass."""


class _Row(NamedTuple):
    """A source figure set against a variant's."""

    candidate: Candidate
    match: Match
    shared: int


def judge_figures(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every figure of the variant."""
    places = Places(analyses, alignment, is_figure, _keys)
    ours = list(own_facts(analyses, alignment, is_figure))
    taken = _taken(places, ours)
    deriver = Deriver(analyses, places)
    for fact in ours:
        yield _judge(analyses, places, deriver, fact, _rows(analyses, places, fact), taken)


def is_figure(fact: Fact) -> bool:
    """Say whether a fact is a quantity."""
    return isinstance(fact.value, Quantity)


def _keys(fact: Fact) -> Iterator[tuple[str, float]]:
    """Yield what a figure is known by far away: its unit and its first digit with its magnitude."""
    quantity = _quantity(fact)
    size = abs(quantity.value)
    magnitude = 10 ** math.floor(math.log10(size)) if 0 < size < math.inf else 1
    yield quantity.unit, round(size / magnitude) * magnitude


def _taken(places: Places, ours: Sequence[Fact]) -> set[tuple[int, int]]:
    """Return the source figures that some figure of the variant repeats: no rival of another may be among them."""
    return {
        row.fact.tokens
        for fact in ours
        for row in places.candidates(fact)
        if row.nearness >= Nearness.PARAGRAPH
        and comparable(_quantity(fact), _quantity(row.fact))
        and match(_quantity(fact), _quantity(row.fact)) is Match.SAME
    }


def _quantity(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)  # noqa: S101
    return fact.value


def _rows(analyses: Pair[Analysis], places: Places, fact: Fact) -> list[_Row]:
    """Return the comparable source figures, the best match first."""
    around = surroundings(analyses.variant, fact)
    rows = [
        _Row(one, match(_quantity(fact), _quantity(one.fact)), len(around & places.around(one.fact)))
        for one in places.candidates(fact)
        if comparable(_quantity(fact), _quantity(one.fact))
    ]
    return sorted(rows, key=lambda row: (-row.match, -row.candidate.nearness, -row.shared))


def _judge(
    analyses: Pair[Analysis],
    places: Places,
    deriver: Deriver,
    fact: Fact,
    rows: list[_Row],
    taken: set[tuple[int, int]],
) -> Judgement:
    best = rows[0] if rows else None
    rival = _rival(fact, rows, taken)
    if best and best.match >= Match.COARSER and not _misplaced(best, rival) and not _other_rate(fact, best):
        return _supported(analyses, fact, best)
    if best and best.match is Match.SAME and _other_rate(fact, best):
        return _altered(analyses, fact, best, "figures.rate", 0.85)
    if best and best.match is Match.OPPOSITE and best.candidate.nearness is Nearness.SUPPORT:
        return _altered(analyses, fact, best, "figures.bound", 0.9)
    slip = rival is not None and _is_slip(fact, rival)
    near = rival is not None and rival.candidate.nearness is Nearness.SUPPORT
    derivation = deriver.derive(fact, rivalled=near, slip=slip)
    if derivation:
        return Judgement(
            Verdict.SUPPORTED, fact.kind, Pair(derivation.span, fact.span), derivation.reason, "figures.derived", 0.8
        )
    exchanged = _other_currency(places, fact)
    if exchanged:
        return _altered(analyses, fact, _Row(exchanged, Match.NO, 0), "figures.currency", 0.9)
    if rival:
        strength = (0.8 if near else 0.62) + 0.05 * min(rival.shared, 3) - 0.3 * (_is_slight(fact) and not rival.shared)
        return _altered(analyses, fact, rival, _rule(fact, slip=slip), strength)
    return _hallucinated(analyses, places, fact)


def _other_currency(places: Places, fact: Fact) -> Candidate | None:
    """Return the sum of the same figure in another currency that stands here."""
    if fact.kind is not FactKind.MONEY:
        return None
    value = _quantity(fact).value
    return next(
        (
            one
            for one in places.candidates(fact)
            if one.nearness >= Nearness.PARAGRAPH
            and one.fact.kind is FactKind.MONEY
            and math.isclose(_quantity(one.fact).value, value)
        ),
        None,
    )


def _rule(fact: Fact, *, slip: bool) -> str:
    """Return the rule's name: a slip tells more than another value, a precise value more than a small count."""
    if slip:
        return "figures.slip"
    return "figures.other_value" if is_precise(fact) or not _is_small(fact) else "figures.small_value"


def _is_small(fact: Fact) -> bool:
    return _is_slight(fact) or (not _quantity(fact).unit and _quantity(fact).value <= 12)


def _rival(fact: Fact, rows: list[_Row], taken: set[tuple[int, int]]) -> _Row | None:
    """Return the unused source figure that most likely stands where the variant's does."""
    open_rows = [
        row
        for row in rows
        if row.match <= Match.OPPOSITE
        and row.candidate.nearness >= Nearness.PARAGRAPH
        and row.candidate.fact.tokens not in taken
        and row.candidate.fact.kind is fact.kind
    ]
    return max(open_rows, key=lambda row: (row.candidate.nearness, row.shared), default=None)


def _misplaced(best: _Row, rival: _Row | None) -> bool:
    """Say whether the value stands elsewhere in the source only, while its own place there holds another one."""
    return (
        best.candidate.nearness is Nearness.DOCUMENT
        and rival is not None
        and rival.candidate.nearness is Nearness.SUPPORT
        and rival.shared > best.shared
        and rival.shared >= 2
    )


def _other_rate(fact: Fact, row: _Row) -> bool:
    """Say whether the same figure is per week here and per month there."""
    ours, theirs = _quantity(fact).per, _quantity(row.candidate.fact).per
    return bool(ours and theirs) and ours != theirs and {ours, theirs} != {"person", "head"}


def _is_slip(fact: Fact, rival: _Row) -> bool:
    """Say whether a figure is the one that stands here but for one digit or two swapped ones."""
    ours, theirs = (f"{_quantity(one).value:.10g}" for one in (fact, rival.candidate.fact))
    if (
        rival.candidate.nearness is not Nearness.SUPPORT
        or len(ours) != len(theirs)
        or len(ours.replace(".", "").strip("0")) < 2
    ):
        return False
    differing = sum(one != other for one, other in zip(ours, theirs, strict=True))
    return differing == 1 or (differing == 2 and sorted(ours) == sorted(theirs))


def _words(analysis: Analysis, fact: Fact) -> str:
    return fact.span.of(analysis.text.document.text)


def _supported(analyses: Pair[Analysis], fact: Fact, row: _Row) -> Judgement:
    theirs = row.candidate.fact
    same = row.match is Match.SAME
    words = _words(analyses.source, theirs)
    reason = f"The source says “{words}”." if same else f"True but coarser: the source says “{words}”."
    verdict = Verdict.SUPPORTED if same else Verdict.GENERALISED
    rule = "figures.same" if same else "figures.coarser"
    return Judgement(verdict, fact.kind, Pair(theirs.span, fact.span), reason, rule, 0.9)


def _altered(analyses: Pair[Analysis], fact: Fact, row: _Row, rule: str, strength: float) -> Judgement:
    ours, theirs = _words(analyses.variant, fact), _words(analyses.source, row.candidate.fact)
    elsewhere = "here" if row.candidate.nearness is Nearness.SUPPORT else "in this paragraph"
    reason = f"The source says “{theirs}” {elsewhere}, not “{ours}”."
    spans = Pair(row.candidate.fact.span, fact.span)
    return Judgement(Verdict.ALTERED, fact.kind, spans, reason, rule, min(0.95, strength))


def _hallucinated(analyses: Pair[Analysis], places: Places, fact: Fact) -> Judgement:
    supported = bool(places.support(fact).sentences)
    strength = 0.35 if _is_slight(fact) else 0.7 if supported else 0.65
    reason = f"“{_words(analyses.variant, fact)}” stands nowhere in the source."
    rule = "figures.small_no_base" if _is_small(fact) else "figures.no_base"
    return Judgement(Verdict.HALLUCINATED, fact.kind, Pair(None, fact.span), reason, rule, strength)


def _is_slight(fact: Fact) -> bool:
    """Say whether a figure often only counts what the text tells: a small count, a rank, a single day."""
    quantity = _quantity(fact)
    if quantity.unit == "ordinal":
        return True
    if fact.kind is FactKind.NUMBER and not quantity.unit:
        return quantity.value <= SMALL_COUNT
    return quantity.unit == "s" and quantity.value in SINGLE


SINGLE = frozenset({60.0, 3600.0, 86_400.0, 604_800.0, 2_629_746.0, 31_556_952.0})
"""A minute, an hour, a day, a week, a month, a year in seconds."""
