"""How certain a clause is told, whatever its verb: what the source hedges, told without the hedge or with a firmer one.

The judge of certainty compares words that both sides have; this one compares clauses by what they share, so that "will be home"
for "is expected to go home" and "is nothing but" for "may be nothing but" are seen too. The other way round, a hedge
that the source lacks, it says nothing: what a rewrite softens is mostly in other words too (of 1,297 such clauses of the
stories 127 touched a departure, as chance has it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.function_words import AUXILIARIES, MODALS
from artdiff.engine.lexicon.words import Certainty
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import certainty, chains, parity, span_of
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import is_past, is_predicate
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.modality import WORDING, level_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.clauses import Part
    from artdiff.engine.language.operators import Operator
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features

LEAST_GAP: Final = 0.1
SLACK: Final = 0.16
"""Hedges are about as strong as each other within this."""
PLAINLY: Final = frozenset({Certainty.PLANNED, Certainty.OBLIGED})
"""What will be or should be is mostly told as plain fact by other means: "is to", "plans"."""
SHORT, FEW = 2, 6
LEADING: Final = 3
"""How many tokens before a verb its auxiliaries are looked for."""
BEHIND, MOST = 4, 4
PERFECT: Final = frozenset("has have had".split())
HEDGING: Final = frozenset(
    "can able conceivable power possible possibly possibility threat doubt risk chance capable".split()
)
"""Words that leave something open and are no operators."""


class _Clause(NamedTuple):
    """A clause with its hedges.

    Attributes:
        content: its content tokens.
        hedges: its operators that say how certain something is.
    """

    part: Part
    content: tuple[int, ...]
    hedges: tuple[Operator, ...]

    @property
    def decisive(self) -> Operator | None:
        """Return the hedge that leaves it least certain."""
        return min(self.hedges, key=level_of, default=None)


class _Answer(NamedTuple):
    """A variant's clause and the source's that tells what it tells.

    Attributes:
        kept: the variant's content tokens that rest on the source's clause.
        used: the source's tokens that they rest on.
    """

    clauses: Pair[_Clause]
    kept: tuple[int, ...]
    used: frozenset[int]


class _Place(NamedTuple):
    """Where two clauses tell what happens: the word that a hedge bears on, or the first verb.

    Attributes:
        hedges: what hedges each clause most; None for nothing.
        heads: their tokens.
    """

    hedges: Pair[Operator | None]
    heads: Pair[int]


def judge_stances(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every clause that is told as more certain than the source's clause that tells the same."""
    source, variant = evidence.analyses
    owner = source.text.sentence_of
    hedged = {owner[one.first] for one in source.operators.all if one.hedges}
    for number, support in enumerate(evidence.alignment.supports):
        if hedged.isdisjoint(support.sentences):
            continue
        sentence = variant.text.sentences[number]
        if evidence.alignment.first_copies[sentence.paragraph] is None:
            for answer in _answers(evidence, number, hedged.intersection(support.sentences)):
                yield from _judge(evidence, answer, support)


def _answers(evidence: Evidence, number: int, hedged: set[int]) -> Iterator[_Answer]:
    """Yield the clauses of a variant's sentence and of some of the source's that are each other's likeliest answer."""
    kept = _kept(evidence, number, hedged)
    source, variant = evidence.analyses
    for (owner, other), places in kept.items():
        here = max((one for one in kept if one[0] == owner), key=lambda one: len(kept[one]))
        there = max((one for one in kept if one[1] == other), key=lambda one: len(kept[one]))
        if here == there == (owner, other):
            clauses = Pair(_read(source, other), _read(variant, owner))
            answer = _Answer(clauses, tuple(places), frozenset(evidence.grounding.matches[at] for at in places))
            if clauses.source.hedges and _is_close(answer):
                yield answer


def _kept(evidence: Evidence, number: int, hedged: set[int]) -> dict[tuple[int, int], list[int]]:
    """Return the content tokens of a variant's sentence that rest on some of the source's, by the clauses of both."""
    source, variant = evidence.analyses
    matches, sentence_of = evidence.grounding.matches, source.text.sentence_of
    ours, theirs = variant.clauses.clause_of, source.clauses.clause_of
    kept: dict[tuple[int, int], list[int]] = {}
    for at in variant.clauses.content_in(*variant.text.sentences[number].tokens):
        match = matches[at]
        if match != NONE and sentence_of[match] in hedged:
            kept.setdefault((ours[at], theirs[match]), []).append(at)
    return kept


def _read(analysis: Analysis, owner: int) -> _Clause:
    part = analysis.clauses.clauses[owner]
    found = _hedges(analysis, part.first, part.last)
    hedges = [one for one in found if one.certainty not in PLAINLY] or found
    return _Clause(part, analysis.clauses.content_in(part.first, part.last), tuple(hedges))


def _hedges(analysis: Analysis, first: int, last: int) -> list[Operator]:
    """Return the operators between two tokens that say how certain something is."""
    starting = analysis.operators.starting
    found = dict.fromkeys(starting[at] for at in range(first, last) if at in starting)
    return [one for one in found if one.hedges]


def _is_close(answer: _Answer) -> bool:
    smaller = min(len(clause.content) for clause in answer.clauses)
    return len(answer.kept) > 1 or (len(answer.kept) == 1 and smaller <= SHORT)


def _judge(evidence: Evidence, answer: _Answer, support: Support) -> Iterator[Judgement]:
    hedges = Pair(*(clause.decisive for clause in answer.clauses))
    gap = level_of(hedges.variant) - level_of(hedges.source)
    if gap < LEAST_GAP or (hedges.variant is None and hedges.source and hedges.source.certainty in PLAINLY):
        return
    place = _place(evidence, answer, hedges)
    if NONE in place.heads:
        return
    spans = Pair(
        *(
            span_of(analysis, at, (hedge,) if hedge else ())
            for analysis, at, hedge in zip(evidence.analyses, place.heads, hedges, strict=True)
        )
    )
    source, variant = evidence.analyses
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    kinds = Pair(*(hedge.certainty if hedge else None for hedge in hedges))
    reason = f"{said} tells {WORDING[kinds.variant]} what the source tells {WORDING[kinds.source]}: {meant}."
    features = _features(evidence, answer, place, support)
    strength = min(0.9, 0.3 + 0.3 * gap + 0.08 * min(len(answer.kept), MOST))
    yield Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, "stances.firmer", strength, features)


def _place(evidence: Evidence, answer: _Answer, hedges: Pair[Operator | None]) -> _Place:
    """Return the words that tell what happens: what the source's hedge bears on where the variant keeps that."""
    heads = Pair(
        *(
            _head(analysis, clause, hedge)
            for analysis, clause, hedge in zip(evidence.analyses, answer.clauses, hedges, strict=True)
        )
    )
    if hedges.variant is None:
        variant, matches = evidence.analyses.variant, evidence.grounding.matches
        same = (at for at in answer.kept if matches[at] == heads.source and is_predicate(variant, at))
        heads = Pair(heads.source, next(same, heads.variant))
    return _Place(hedges, heads)


def _head(analysis: Analysis, clause: _Clause, hedge: Operator | None) -> int:
    """Return the word that tells what happens in a clause: what its hedge bears on, else its first verb; -1 for none."""
    if hedge:
        return hedge.bears_on[0] if hedge.bears_on else hedge.last - 1
    norms = analysis.text.norms
    for at in range(clause.part.first, clause.part.last):
        if norms[at] in AUXILIARIES or norms[at] in MODALS:
            return next((one for one in clause.content if at < one <= at + BEHIND), at)
        if analysis.clauses.content[at] and is_past(norms[at]) and is_predicate(analysis, at):
            return at
    return next((at for at in clause.content if is_predicate(analysis, at)), NONE)


def _features(evidence: Evidence, answer: _Answer, place: _Place, support: Support) -> Features:
    source, variant = evidence.analyses
    names = Pair(*(name_of(hedge.certainty if hedge else None) for hedge in place.hedges))
    forms = Pair(_form(source, place.hedges.source), _form(variant, place.hedges.variant))
    hedge = place.hedges.source
    assert hedge is not None  # noqa: S101
    return (
        (f"{names.source} {names.variant}", 1.0),
        (f"{forms.source} there {forms.variant}", 1.0),
        (f"word {source.text.stems[hedge.first]}", 1.0),
        ("gap", level_of(place.hedges.variant) - level_of(hedge)),
        ("borne", float(not answer.used.isdisjoint(hedge.bears_on))),
        ("bears", float(bool(hedge.bears_on))),
        ("similarity", support.similarity),
        ("single", float(len(support.sentences) == 1)),
        *_of_clauses(evidence, answer),
        *_of_hedges(evidence, answer, place, support),
        *_of_heads(evidence, place.heads),
    )


def _form(analysis: Analysis, hedge: Operator | None) -> str:
    """Return what sort of word a hedge is."""
    if hedge is None:
        return "none"
    norm = analysis.text.norms[hedge.first]
    if norm in MODALS:
        return "modal"
    if norm.endswith("ly") or norm in {"perhaps", "maybe"}:
        return "adverb"
    if hedge.last > hedge.first + 1:
        return "phrase"
    return "verb" if is_predicate(analysis, hedge.first) else "noun"


def _of_clauses(evidence: Evidence, answer: _Answer) -> Features:
    """Return how much the clauses share, and how much each has by itself."""
    theirs, ours = answer.clauses
    matches, used = evidence.grounding.matches, evidence.grounding.used
    return (
        ("kept", min(len(answer.kept), FEW) / FEW),
        ("share", len(answer.kept) / len(ours.content)),
        ("share there", len(answer.used) / len(theirs.content)),
        ("lone", min(sum(matches[at] == NONE for at in ours.content), 4) / 4),
        ("unused", min(sum(at not in used for at in theirs.content), 4) / 4),
        ("opener", float(ours.part.opener)),
    )


def _of_hedges(evidence: Evidence, answer: _Answer, place: _Place, support: Support) -> Features:
    """Return what else is hedged in both sentences, and whether the source's hedge is kept as a word."""
    variant = evidence.analyses.variant
    theirs, ours = answer.clauses
    first, last = variant.text.sentences[ours.part.sentence].tokens
    here = _hedges(variant, first, last)
    source = evidence.analyses.source
    spans = [source.text.sentences[one].tokens for one in support.sentences]
    there = [one for span in spans for one in _hedges(source, *span)]
    low = level_of(place.hedges.source) + SLACK
    hedge = place.hedges.source
    kept = hedge is not None and any(at in evidence.grounding.used for at in range(hedge.first, hedge.last))
    return (
        ("hedged", float(any(level_of(one) <= low and one not in ours.hedges for one in here))),
        ("hedged there", float(any(level_of(one) <= low and one not in theirs.hedges for one in there))),
        ("balance", (len(there) - len(here)) / 3),
        ("can", float(not HEDGING.isdisjoint(variant.text.norms[first:last]))),
        ("kept hedge", float(kept)),
    )


def _of_heads(evidence: Evidence, heads: Pair[int]) -> Features:
    """Return whether the words that tell what happens are the same, and how the variant's is told."""
    theirs, ours = heads
    matches, norms = evidence.grounding.matches, evidence.analyses.variant.text.norms
    same = matches[ours] == theirs
    found = chains(evidence, ours, theirs) if same else Pair((), ())
    leading = norms[max(0, ours - LEADING) : ours]
    return (
        ("head", float(same)),
        ("head same", float(same and evidence.grounding.grounds[ours] is Ground.SAME)),
        ("head lone", float(matches[ours] == NONE)),
        ("head elsewhere", float(matches[ours] != NONE and not same)),
        ("perfect", float(not PERFECT.isdisjoint(leading))),
        ("auxiliary", float(not (AUXILIARIES | MODALS).isdisjoint(leading) or norms[ours] in AUXILIARIES)),
        ("past", float(is_past(norms[ours]))),
        ("ing", float(norms[ours].endswith("ing"))),
        ("denied", float(parity(found.source) != parity(found.variant))),
        ("hedged word", float(certainty(found.variant) is not None or certainty(found.source) is not None)),
        ("explained", float(evidence.is_explained(ours))),
    )
