"""Certainty: what may be told as what will be or is, what is planned as done, what is said to be as known; and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Speech
from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import NONE
from artdiff.engine.lexicon.words import Certainty
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import certainty, chains, parity, share_of_clause, span_of
from artdiff.engine.verdicts.counterparts.contexts import same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import (
    NOMINAL,
    compare_predicates,
    have_one_subject,
    is_past,
    is_predicate,
)
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.negation import bound_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.operators import Operator
    from artdiff.engine.verdicts.counterparts.chains import Chain
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

AROUND = 4
"""How many tokens before a clause a hedge may stand that softens it."""
FAR = 8
"""How many tokens away a hedge is as far as it gets."""
LEAST_GAP = 0.25
"""How far apart two certainties must be for a reader to mind."""
SLACK = 0.1
DOUBTS = frozenset(
    "tentatively provisionally conditionally possibly perhaps maybe partially half-heartedly reluctantly".split()
)
"""Adverbs that take something back from the verb behind them."""
FACT, WILL = 1.0, 0.8
LEVELS = {
    Certainty.POSSIBLE: 0.35,
    Certainty.LIKELY: 0.65,
    Certainty.TENTATIVE: 0.3,
    Certainty.PLANNED: WILL,
    Certainty.OBLIGED: 0.75,
    Certainty.REPORTED: 0.5,
    Certainty.CERTAIN: FACT,
    Certainty.UNCONDITIONAL: FACT,
}
WORDING = {
    Certainty.POSSIBLE: "as a possibility",
    Certainty.LIKELY: "as what is expected",
    Certainty.TENTATIVE: "as not yet settled",
    Certainty.PLANNED: "as what will be",
    Certainty.OBLIGED: "as what should be",
    Certainty.REPORTED: "as what is alleged",
    Certainty.CERTAIN: "as certain",
    Certainty.UNCONDITIONAL: "as unconditional",
    None: "as a fact",
}


class _Told(NamedTuple):
    """How certain a predicate is told.

    Attributes:
        operator: what says so; None for a plain statement.
    """

    operator: Operator | None

    @property
    def kind(self) -> Certainty | None:
        return self.operator.certainty if self.operator else None

    @property
    def level(self) -> float:
        return level_of(self.operator)


def judge_modality(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every predicate told as more or less certain than its counterpart in the source."""
    heads = _lone_heads(evidence)
    for sentence, _ in evidence.linked_sentences():
        best: dict[tuple[bool, int], Judgement] = {}
        slots = _same_slots(evidence, heads.get(sentence.tokens[0], ()))
        for at, match in (*bound_words(evidence, sentence), *slots):
            found = chains(evidence, at, match)
            told = Pair(_Told(certainty(found.source)), _Told(certainty(found.variant)))
            decisive = min((one.operator for one in told if one.operator), key=lambda one: one.level, default=None)
            if decisive is None or abs(told.source.level - told.variant.level) < LEAST_GAP:
                continue
            judgement = _judgement(evidence, (at, match), found, told)
            place = (decisive in found.variant, decisive.first)
            best[place] = max(best.get(place, judgement), judgement, key=lambda one: one.strength)
        yield from best.values()


def _lone_heads(evidence: Evidence) -> dict[int, list[int]]:
    """Return the verbs behind modals that rest on nothing, by the first token of their sentence."""
    variant, matches = evidence.analyses.variant, evidence.grounding.matches
    found: dict[int, list[int]] = {}
    for at in sorted(variant.operators.bearing):
        if matches[at] == NONE and _is_modal_head(variant, at):
            sentence = variant.text.sentences[variant.text.sentence_of[at]]
            found.setdefault(sentence.tokens[0], []).append(at)
    return found


def _same_slots(evidence: Evidence, heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield some of these verbs, each with the verb of the source's clause about the same things."""
    for at in heads:
        match = _counterpart(evidence, at)
        if match != NONE and match not in evidence.grounding.used:
            yield at, match


def _is_modal_head(analysis: Analysis, at: int) -> bool:
    return any(operator.certainty for operator in analysis.operators.bearing.get(at, ()))


def _counterpart(evidence: Evidence, at: int) -> int:
    """Return the head behind a modal in the source's clause that shares most words with a variant's clause."""
    source, variant = evidence.analyses
    part = variant.clauses.clauses[variant.clauses.clause_of[at]]
    matches = [evidence.grounding.matches[place] for place in range(part.first, part.last)]
    owners = [source.clauses.clause_of[match] for match in matches if match != NONE]
    if len(owners) < 2:
        return NONE
    owner = max(owners, key=lambda one: (owners.count(one), -one))
    if owners.count(owner) < 2:
        return NONE
    clause = source.clauses.clauses[owner]
    heads = (place for place in range(clause.first, clause.last) if _is_modal_head(source, place))
    return next(heads, NONE)


def _judgement(evidence: Evidence, words: tuple[int, int], found: Pair[Chain], told: Pair[_Told]) -> Judgement:
    at, match = words
    source, variant = evidence.analyses
    hedges = Pair(*((one.operator,) if one.operator else () for one in told))
    spans = Pair(span_of(source, match, hedges.source), span_of(variant, at, hedges.variant))
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"{ours} tells {WORDING[told.variant.kind]} what the source tells {WORDING[told.source.kind]}: {theirs}."
    features = _features(evidence, words, found, told)
    known = dict(features)
    strength = 0.3 + 0.3 * known["gap"] + 0.2 * known["clause"] + 0.1 * known["before"] + 0.1 * known["after"]
    strength *= 0.5 if known["hedged"] else 1.0
    rule = "modality.modal" if known["modal"] else "modality.word"
    if not known["modal"] and not known["hedged"] and _is_doubt(variant, told.variant):
        rule, strength = "modality.doubt", strength + 0.1
    return Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, rule, min(0.95, strength), features)


def _features(
    evidence: Evidence, words: tuple[int, int], found: Pair[Chain], told: Pair[_Told]
) -> tuple[tuple[str, float], ...]:
    at, match = words
    source, variant = evidence.analyses
    share, kept = share_of_clause(evidence, at, match)
    place = same_place(evidence, at, match)
    gap = abs(told.source.level - told.variant.level)
    softened = told.variant.level < told.source.level
    kinds = {told.source.kind, told.variant.kind}
    level = min(told.source.level, told.variant.level)
    ours = _softer(variant, at, level, found.variant)
    theirs = _softer(source, match, level, found.source)
    hedged = theirs - ours if softened else ours - theirs
    elsewhere = any(
        _Told(certainty(source.operators.chain(same))).kind is told.variant.kind
        for same in evidence.same_words(at, (source.text.sentence_of[match],))
    )
    return (
        (f"{name_of(told.source.kind)} {name_of(told.variant.kind)}", 1.0),
        ("gap", gap),
        ("softened", float(softened)),
        ("modal", float(_by_modal(source, told.source) or _by_modal(variant, told.variant))),
        ("possible", float(Certainty.POSSIBLE in kinds)),
        ("tentative", float(Certainty.TENTATIVE in kinds)),
        ("reported", float(Certainty.REPORTED in kinds)),
        ("fact", float(None in kinds)),
        ("both", float(None not in kinds)),
        ("unmatched", float(evidence.grounding.matches[at] == NONE)),
        ("clause", share),
        ("kept", min(kept, 5) / 5),
        ("before", float(place.before)),
        ("after", float(place.after)),
        ("shared", place.shared / 6),
        ("hedged", float(bool(hedged))),
        ("trailing", float(_trails(variant, at, level))),
        ("elsewhere", float(elsewhere)),
        ("denied", float(parity(found.source) or parity(found.variant))),
        *_about_hedge(evidence, words, found, told),
    )


def _about_hedge(
    evidence: Evidence, words: tuple[int, int], found: Pair[Chain], told: Pair[_Told]
) -> tuple[tuple[str, float], ...]:
    """Return what tells a hedge that is there on one side only from one that the other side has in other words."""
    at, match = words
    source, variant = evidence.analyses
    hedge = min((one.operator for one in told if one.operator), key=lambda one: one.level)
    ours = hedge in found.variant
    analysis, word = (variant, at) if ours else (source, match)
    places = range(hedge.first, hedge.last)
    kept = any(evidence.grounding.matches[one] != NONE if ours else one in evidence.grounding.used for one in places)
    other, there = (source, match) if ours else (variant, at)
    return (
        ("expressed", float(kept)),
        *compare_predicates(evidence, words),
        ("away", min(abs(word - hedge.last), FAR) / FAR),
        ("behind", float(word < hedge.first)),
        ("direct", float(hedge in analysis.operators.bearing.get(word, ()))),
        ("through", float(len(found.variant if ours else found.source) > 1)),
        ("noun", float(hedge.first > 0 and analysis.text.tokens[hedge.first - 1].norm in NOMINAL)),
        ("verb", float(is_predicate(analysis, hedge.first))),
        ("spoken", float(told.source.kind is Certainty.REPORTED and _is_spoken(other, there))),
        ("done", float(_tells_as_done(other, there))),
        ("same", float(evidence.grounding.grounds[at] is Ground.SAME)),
        ("subject", float(have_one_subject(evidence, words))),
    )


def _is_spoken(analysis: Analysis, at: int) -> bool:
    """Say whether a sentence has somebody say something: what is claimed may be told with a plain "said"."""
    sentence = analysis.text.sentence_of[at]
    return any(isinstance(fact.value, Speech) for fact in analysis.facts_in(sentence))


def _tells_as_done(analysis: Analysis, at: int) -> bool:
    """Say whether a verb stands in the past, and neither as an infinitive nor as a noun."""
    leading = analysis.text.tokens[at - 1].norm if at else ""
    return is_past(analysis.text.tokens[at].norm) and leading not in {"to", "a", "the"}


def name_of(kind: Certainty | None) -> str:
    """Return what the model calls a certainty."""
    return kind.value if kind else "plain"


def level_of(operator: Operator | None) -> float:
    """Return how certain an operator leaves what it bears on, 1 for a fact; None leaves it a fact."""
    return LEVELS.get(operator.certainty, FACT) if operator and operator.certainty else FACT


def _trails(analysis: Analysis, at: int, level: float) -> bool:
    """Say whether a participle hangs on what its sentence hedges: "may cut the cost, leading to more orders"."""
    if not analysis.text.tokens[at].norm.endswith("ing"):
        return False
    first = analysis.text.sentences[analysis.text.sentence_of[at]].tokens[0]
    hedges = (analysis.operators.starting[place] for place in range(first, at) if place in analysis.operators.starting)
    return any(one.certainty and level_of(one) < level + SLACK for one in hedges)


def _is_doubt(analysis: Analysis, told: _Told) -> bool:
    return told.operator is not None and analysis.text.tokens[told.operator.first].norm in DOUBTS


def _by_modal(analysis: Analysis, told: _Told) -> bool:
    return told.operator is not None and not analysis.clauses.content[told.operator.first]


def _softer(analysis: Analysis, head: int, level: float, chain: Chain) -> set[str]:
    """Return the stems of what hedges as much as so certain in a token's clause and shortly before it, its own chain apart."""
    owner = analysis.clauses.clause_of[head]
    if owner == NONE:
        return set()
    part = analysis.clauses.clauses[owner]
    around = range(max(0, part.first - AROUND), min(len(analysis.text.tokens), part.last + 2))
    operators = {analysis.operators.starting[at] for at in around if at in analysis.operators.starting}
    return {
        analysis.text.tokens[one.first].stem
        for one in operators
        if one.certainty and level_of(one) < level + SLACK and one not in chain and one.first != head
    }
