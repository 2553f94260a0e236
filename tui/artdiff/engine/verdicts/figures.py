"""Figures: numbers, shares, money, measures and lengths of time that a rewrite changed or made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.derivations import derive
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
    places = Places(analyses, alignment, is_figure)
    ours = list(own_facts(analyses, alignment, is_figure))
    taken = _taken(places, ours)
    for fact in ours:
        yield _judge(analyses, places, fact, _rows(analyses, places, fact), taken)


def is_figure(fact: Fact) -> bool:
    """Say whether a fact is a quantity."""
    return isinstance(fact.value, Quantity)


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
        _Row(one, match(_quantity(fact), _quantity(one.fact)), len(around & surroundings(analyses.source, one.fact)))
        for one in places.candidates(fact)
        if comparable(_quantity(fact), _quantity(one.fact))
    ]
    return sorted(rows, key=lambda row: (-row.match, -row.candidate.nearness, -row.shared))


def _judge(
    analyses: Pair[Analysis], places: Places, fact: Fact, rows: list[_Row], taken: set[tuple[int, int]]
) -> Judgement:
    best = rows[0] if rows else None
    rival = _rival(fact, rows, taken)
    if best and best.match >= Match.COARSER and not _misplaced(best, rival):
        return _supported(analyses, fact, best)
    if best and best.match is Match.OPPOSITE and best.candidate.nearness is Nearness.SUPPORT:
        return _altered(analyses, fact, best, "figures.bound", 0.9)
    derivation = derive(analyses, places, fact)
    if derivation:
        return Judgement(
            Verdict.SUPPORTED, fact.kind, Pair(derivation.span, fact.span), derivation.reason, "figures.derived", 0.8
        )
    if rival:
        near = rival.candidate.nearness is Nearness.SUPPORT
        strength = (0.8 if near else 0.62) + 0.05 * min(rival.shared, 3)
        return _altered(analyses, fact, rival, "figures.other_value", strength)
    return _hallucinated(analyses, places, fact)


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
    small = (
        fact.kind is FactKind.NUMBER
        and _quantity(fact).unit in {"", "ordinal"}
        and _quantity(fact).value <= SMALL_COUNT
    )
    supported = bool(places.support(fact).sentences)
    strength = 0.3 if small else 0.7 if supported else 0.65
    reason = f"“{_words(analyses.variant, fact)}” stands nowhere in the source."
    return Judgement(Verdict.HALLUCINATED, fact.kind, Pair(None, fact.span), reason, "figures.no_base", strength)
