"""Doer and done-to changed round, told by the nouns around a kept verb, in the active or the passive."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.function_words import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, is_negator
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.remembering import remembered
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.claims.parties import SYMMETRIC
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import BE, is_predicate
from artdiff.engine.verdicts.counterparts.segments import plain_reports
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

LONGEST = 5
"""How many content words a doer may have."""
AGENT = 8
"""How many tokens behind a verb "by" may stand that names its doer."""
PRONOUNS = frozenset("he she it they who which".split())


class Deed(NamedTuple):
    """Who does a verb to whom, as content tokens.

    Attributes:
        pronoun: a pronoun stands before it.
    """

    doers: tuple[int, ...]
    done_to: tuple[int, ...]
    passive: bool
    pronoun: bool


def judge_reversals(evidence: Evidence, sentence: Sentence, support: Support) -> Iterator[Judgement]:
    """Yield a judgement for every kept verb whose doer is whom the source has it done to, or the reverse."""
    source, variant = evidence.analyses
    grounds, same, apart = evidence.grounding.grounds, Ground.SAME, _unreversed()
    matches, stems = evidence.grounding.matches, variant.text.stems
    for at in variant.clauses.content_in(*sentence.tokens):
        if grounds[at] is not same or stems[at] in apart:
            continue
        match = matches[at]
        if not is_predicate(variant, at) and not _is_present(variant, at):
            continue
        if is_predicate(source, match) or _is_present(source, match):
            yield from _compare(evidence, at, match, support)


@cache
def _unreversed() -> frozenset[str]:
    """Return the stems of verbs that are not looked at: nothing changes, or others judge."""
    return SYMMETRIC | plain_reports()


def _is_present(analysis: Analysis, at: int) -> bool:
    """Say whether a word that may be a verb stands between a noun and a noun: "nurses outnumber doctors"."""
    content, tokens = analysis.clauses.content, analysis.text.tokens
    if not (0 < at < len(tokens) - 1 and content[at] and content[at - 1] and tokens[at].text[0].islower()):
        return False
    behind = tokens[at + 1]
    return usage(tokens[at].stem).verb >= 0.5 and (content[at + 1] or behind.norm in DETERMINERS)


def _compare(evidence: Evidence, at: int, match: int, support: Support) -> Iterator[Judgement]:
    source, variant = evidence.analyses
    ours = read_deed(variant, at)
    if ours.pronoun or not (ours.doers or ours.done_to):
        return
    theirs = read_deed(source, match)
    if theirs.pronoun or _shared(evidence, ours.doers, theirs.doers):
        return
    there, here = _shared(evidence, ours.doers, theirs.done_to), _shared(evidence, ours.done_to, theirs.doers)
    if not (there or here) or _shared(evidence, ours.done_to, theirs.done_to):
        return
    if ours.passive != theirs.passive and not (there and here):
        return
    spans = Pair(_span(source, match, theirs), _span(variant, at, ours))
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    head = ours.doers[:1] or (at,)
    features = (
        ("there", float(there)),
        ("here", float(here)),
        ("both", float(there and here)),
        ("passive", float(ours.passive != theirs.passive)),
        ("passives", float(ours.passive and theirs.passive)),
        ("done to", float(bool(ours.done_to) and bool(theirs.done_to))),
        ("base", evidence.grounding.bases[head[0]]),
        ("known", float(variant.text.tokens[head[0]].stem in evidence.grounding.places)),
        ("name", float(variant.text.tokens[head[0]].text[0].isupper())),
        ("name there", float(any(source.text.tokens[place].text[0].isupper() for place in theirs.doers[:1]))),
        ("length", len(ours.doers) / LONGEST),
        ("explained", float(evidence.is_explained(head[0]))),
        ("near", _nearness(evidence, ours.doers, theirs.doers)),
        ("verb", usage(variant.text.tokens[at].stem).verb),
        ("weight", usage(variant.text.tokens[at].stem).weight),
    )
    strength = 0.2 + 0.25 * there + 0.25 * here + 0.2 * support.similarity
    reason = f"The source says {meant}, the rewrite {said}."
    yield Judgement(
        Verdict.ALTERED, FactKind.RELATION, spans, reason, "relations.reversed", min(0.9, strength), features
    )


def _nearness(evidence: Evidence, ours: tuple[int, ...], theirs: tuple[int, ...]) -> float:
    """Return how near the words of two doers come to each other in use."""
    source, variant = evidence.analyses
    others = [source.text.tokens[at].stem for at in theirs]
    near = (usage(variant.text.tokens[at].stem).near for at in ours)
    return max((known.get(stem, 0.0) for known in near for stem in others), default=0.0)


def _shared(evidence: Evidence, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Say whether some words of both are the same, by the grounding, by stem or by the table of relations."""
    source, variant = evidence.analyses
    if not ours or not theirs:
        return False
    stems = [source.text.stems[at] for at in theirs]
    for at in ours:
        stem = variant.text.stems[at]
        if evidence.grounding.matches[at] in theirs:
            return True
        if any(relation(stem, other) not in {Relation.UNRELATED, Relation.ANTONYM} for other in stems):
            return True
    return False


@remembered(1 << 12)
def read_deed(analysis: Analysis, verb: int) -> Deed:
    """Return who does a verb to whom in its sentence."""
    owner = analysis.clauses.clause_of[verb]
    first, last = analysis.text.sentences[analysis.clauses.clauses[owner].sentence].tokens
    tokens = analysis.text.tokens
    at, passive = verb, False
    while at > first and _leads(tokens[at - 1].norm):
        passive = passive or tokens[at - 1].norm in BE
        at -= 1
    pronoun = at > first and tokens[at - 1].norm in PRONOUNS
    before = _subject(analysis, at, first)
    if not passive:
        return Deed(before, _object(analysis, verb + 1, last), passive, pronoun)
    by = next((place for place in range(verb + 1, min(last, verb + AGENT)) if tokens[place].norm == "by"), NONE)
    return Deed(_object(analysis, by + 1, last) if by != NONE else (), before, passive, pronoun)


@lru_cache(maxsize=1 << 15)
def _leads(norm: str) -> bool:
    return (
        norm in AUXILIARIES
        or norm in MODALS
        or is_negator(norm)
        or norm in {"also", "already", "since", "then"}
        or (norm.endswith("ly") and len(norm) > 5)
    )


def _subject(analysis: Analysis, end: int, first: int) -> tuple[int, ...]:
    """Return the nouns right before a verb group, the nearest first."""
    tokens, content = analysis.text.tokens, analysis.clauses.content
    found: list[int] = []
    at = end - 1
    while at >= first and len(found) < LONGEST:
        token = tokens[at]
        if content[at]:
            if found and is_predicate(analysis, at):
                break
            found.append(at)
        elif token.norm not in DETERMINERS and token.norm not in {"of", "’s", "'s"}:
            break
        at -= 1
    return tuple(found)


def _object(analysis: Analysis, begin: int, end: int) -> tuple[int, ...]:
    """Return the nouns that follow right behind a verb or "by"."""
    tokens, content = analysis.text.tokens, analysis.clauses.content
    found: list[int] = []
    for at in range(begin, end):
        token = tokens[at]
        if content[at]:
            found.append(at)
        elif (
            token.norm not in DETERMINERS
            or token.kind is TokenKind.PUNCTUATION
            or (found and token.norm in PREPOSITIONS)
        ):
            break
        if len(found) == LONGEST:
            break
    return tuple(found)


def _span(analysis: Analysis, verb: int, deed: Deed) -> Span:
    """Return the words from the doer to the verb and its agent."""
    tokens = analysis.text.tokens
    places = [verb, *(place for place in deed.doers if abs(place - verb) <= AGENT)]
    if not deed.doers:
        places += [place for place in deed.done_to if abs(place - verb) <= AGENT]
    first = min(places)
    while first and verb - first < LONGEST and tokens[first - 1].norm in BE and deed.passive and first == verb:
        first -= 1
    return Span(tokens[first].start, tokens[max(places)].end)
