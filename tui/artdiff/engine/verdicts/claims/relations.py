"""Relations: who did what to whom, told the other way round or of somebody else; from and to changed round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.claims.deeds import Deed, is_deed, read_deed, read_described, read_names, read_way
from artdiff.engine.verdicts.claims.parties import judge_exchanges
from artdiff.engine.verdicts.claims.reversals import judge_reversals
from artdiff.engine.verdicts.claims.ties import judge_ties
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import is_past
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.speech.identity import same_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.claims.deeds import Mention, Named
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

NEARBY = 10
"""How many tokens away another name may stand to be mistaken for this one."""
LEAST_SHARED = 0.4
"""How close two sentences must be for a change of doer to be one."""


def judge_relations(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every deed that is told of another doer, or with its parties changed round."""
    yield from judge_ties(evidence)
    sides = read_names(evidence.analyses)
    for sentence, support in evidence.linked_sentences():
        if support.similarity < LEAST_SHARED and support.coverage < LEAST_SHARED:
            continue
        told = [*judge_exchanges(evidence, sentence), *_by_names(evidence, sides, sentence)]
        yield from told
        if not told:
            yield from judge_reversals(evidence, sentence, support)


def _by_names(evidence: Evidence, sides: Pair[Named], sentence: Sentence) -> Iterator[Judgement]:
    """Yield a judgement for every deed of the sentence that the names around it tell otherwise."""
    variant, grounds, related = evidence.analyses.variant, evidence.grounding.grounds, Ground.RELATED
    norms, matches = variant.text.norms, evidence.grounding.matches
    for at in variant.clauses.content_in(*sentence.tokens):
        match = matches[at]
        if match != NONE and grounds[at] >= related and is_past(norms[at]) and is_deed(sides.variant, at):
            yield from _compare(evidence, sides, (at, match))
            yield from _compare_described(sides, (at, match))
            yield from _compare_ways(sides, (at, match))


def _compare(evidence: Evidence, sides: Pair[Named], verbs: tuple[int, int]) -> Iterator[Judgement]:
    """Yield a judgement where the same verb has another doer."""
    ours = read_deed(sides.variant, verbs[0])
    theirs = read_deed(sides.source, verbs[1]) if ours else None
    if not ours or not theirs or any(_same(one, other) for one in ours.doers for other in theirs.doers):
        return
    doer, other = ours.doers[-1], theirs.doers[-1]
    if _same(doer, theirs.concerned) and _same(ours.concerned, other):
        yield _judgement(sides, (ours, theirs), "relations.turned", 0.85)
    elif _same_business(evidence, ours, theirs) and _could_be(sides, doer, other):
        yield _judgement(sides, (ours, theirs), "relations.doer", 0.65)


def _compare_described(sides: Pair[Named], verbs: tuple[int, int]) -> Iterator[Judgement]:
    """Yield a judgement where "whom she married" hangs on another of the same names."""
    ours = read_described(sides.variant, verbs[0])
    theirs = read_described(sides.source, verbs[1]) if ours else None
    if ours is None or theirs is None or _same(ours, theirs):
        return
    if _stands_near(sides.source, theirs, ours) and _stands_near(sides.variant, ours, theirs):
        deeds = Deed(verbs[0], (ours,), None), Deed(verbs[1], (theirs,), None)
        yield _judgement(sides, deeds, "relations.described", 0.75)


def _stands_near(side: Named, mention: Mention, other: Mention) -> bool:
    """Say whether another name stands a few words from a mention."""
    around = range(max(0, mention.first - NEARBY), mention.last + NEARBY)
    return any(_same(other, side.starting[at]) for at in around if at in side.starting)


def _compare_ways(sides: Pair[Named], verbs: tuple[int, int]) -> Iterator[Judgement]:
    """Yield a judgement where "moved from Riga to Tartu" became "moved from Tartu to Riga"."""
    ours = read_way(sides.variant, verbs[0])
    theirs = read_way(sides.source, verbs[1]) if ours else None
    if ours is None or theirs is None:
        return
    stems = Pair(theirs.stems(sides.source), ours.stems(sides.variant))
    if stems.source == stems.variant[::-1] and stems.variant[0] != stems.variant[1]:
        spans = Pair(theirs.span(sides.source), ours.span(sides.variant))
        yield _told(sides, spans, "relations.way", 0.85)


def _same(mention: Mention | None, other: Mention | None) -> bool:
    if mention is None or other is None:
        return False
    return not mention.known.isdisjoint(other.known) or same_party(mention.words, other.words)


def _could_be(sides: Pair[Named], doer: Mention, other: Mention) -> bool:
    """Say whether both documents know both, and both are persons or neither is: one may stand for the other by mistake."""
    return _is_person(doer) == _is_person(other) and _is_known(sides.source, doer) and _is_known(sides.variant, other)


def _is_person(mention: Mention) -> bool:
    return mention.kind is FactKind.PERSON and len(mention.words) > 1


def _is_known(side: Named, doer: Mention) -> bool:
    return any(_same(doer, mention) for mention in side.starting.values())


def _same_business(evidence: Evidence, ours: Deed, theirs: Deed) -> bool:
    """Say whether two deeds concern the same: the same name, or the same next word."""
    if evidence.grounding.grounds[ours.verb] is not Ground.SAME:
        return False
    if _same(ours.concerned, theirs.concerned):
        return True
    content = evidence.analyses.variant.clauses.content
    following = next((at for at in range(ours.verb + 1, min(ours.verb + 5, len(content))) if content[at]), NONE)
    return following != NONE and theirs.verb < evidence.grounding.matches[following] <= theirs.verb + 5


def _judgement(sides: Pair[Named], deeds: tuple[Deed, Deed], rule: str, strength: float) -> Judgement:
    ours, theirs = deeds
    spans = Pair(_span(sides.source, theirs, rule), _span(sides.variant, ours, rule))
    return _told(sides, spans, rule, strength)


def _told(sides: Pair[Named], spans: Pair[Span], rule: str, strength: float) -> Judgement:
    said = [quote(side.analysis.text.document.text, span) for side, span in zip(sides, spans, strict=True)]
    reason = f"The source says {said[0]}, the rewrite {said[1]}."
    return Judgement(Verdict.ALTERED, FactKind.RELATION, Pair(*spans), reason, rule, strength)


def _span(side: Named, deed: Deed, rule: str) -> Span:
    """Return the words of a deed: doer and verb, where they changed places also whom it concerns."""
    parts = [deed.verb, *(at for doer in deed.doers[-1:] for at in (doer.first, doer.last - 1))]
    if rule == "relations.turned" and deed.concerned:
        parts += (deed.concerned.first, deed.concerned.last - 1)
    return Span(side.tokens[min(parts)].start, side.tokens[max(parts)].end)
