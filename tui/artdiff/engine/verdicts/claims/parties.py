"""Parties that changed places around a word that both sides have, and a doer put in another's place, where no names tell it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.function_words import AUXILIARIES, DETERMINERS, MODALS, is_negator
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.contexts import FARTHEST, same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import is_past
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

SYMMETRIC = frozenset(
    stems(
        "meet marry divorce fight play face clash agree talk border resemble equal join merge correspond cooperate compete draw "
        "match between both together similar same different share divide separate connect link near".split()
    )
)
"""Words around which parties may change places without a change of meaning."""
OBJECT_OPENERS = (DETERMINERS - {"that"}) | {"more", "less"}
"""What often follows a verb in the present, seldom a noun."""
BE = frozenset("am is are was were be been being get gets got".split())
LISTING = frozenset({",", ";", "and", "or", "nor"})
AGENT = 6
"""How many tokens behind a verb "by" may stand that names its doer."""
LEADING = 5


def judge_exchanges(evidence: Evidence, sentence: Sentence) -> Iterator[Judgement]:
    """Yield a judgement for every kept word whose neighbours changed places, or whose doer is another."""
    source, variant = evidence.analyses
    grounds, matches, same = evidence.grounding.grounds, evidence.grounding.matches, Ground.SAME
    tokens, norms, theirs = variant.text.tokens, variant.text.norms, source.text.norms
    for at in variant.clauses.content_in(*sentence.tokens):
        if grounds[at] is not same:
            continue
        token, match = tokens[at], matches[at]
        if token.kind is not WORD or token.stem in SYMMETRIC or not token.text[0].islower():
            continue
        if token.norm == theirs[match] and _is_verb(norms, at) and _is_verb(theirs, match):
            yield from _exchanged(evidence, at, match)
        if at and (_leads(norms[at - 1]) or variant.clauses.content[at - 1]):
            yield from _other_doer(evidence, at, match)


def _exchanged(evidence: Evidence, at: int, match: int) -> Iterator[Judgement]:
    """Yield "the church but spared the post office" for "the post office but spared the church"."""
    source, variant = evidence.analyses
    if _has_be(variant, at) is not _has_be(source, match) or _is_by(variant, at) is not _is_by(source, match):
        return
    ours, theirs = _parties(variant, at), _parties(source, match)
    left = _shared(evidence, ours[0], theirs[1])
    right = _shared(evidence, ours[1], theirs[0])
    if not left or not right:
        return
    nearest = (left, right) == ((ours[0][0], theirs[1][0]), (ours[1][0], theirs[0][0]))
    tokens = variant.text.tokens
    nearest = nearest and tokens[left[0]].stem != tokens[right[0]].stem
    straight = not nearest and _shared(evidence, ours[0], theirs[0]) and _shared(evidence, ours[1], theirs[1])
    named = all(variant.text.tokens[place].text[0].isupper() for place in (left[0], right[0]))
    if straight or named or SYMMETRIC & {token.stem for token in variant.text.tokens[at - 2 : at + 3]}:
        return
    places = Pair([match, left[1], right[1]], [at, left[0], right[0]])
    spans = Pair(*(_span(side, min(row), max(row)) for side, row in zip(evidence.analyses, places, strict=True)))
    features = (
        ("near", 1 / (max(places.variant) - min(places.variant))),
        ("joined", float(_is_listed(variant, places.variant) or _is_listed(source, places.source))),
        ("adjacent", float(ours[0][0] == left[0] and ours[1][0] == right[0])),
    )
    yield _judgement(evidence, spans, "relations.exchanged", 0.6, features)


def _is_verb(norms: Sequence[str], at: int) -> bool:
    """Say whether a word is likely a verb, as far as its form and the words beside it tell that."""
    if is_past(norms[at]):
        return True
    before = norms[at - 1] if at else ""
    behind = norms[at + 1] if at + 1 < len(norms) else ""
    return _leads(before) or before == "to" or behind in OBJECT_OPENERS


def _has_be(analysis: Analysis, at: int) -> bool:
    return not BE.isdisjoint(analysis.text.norms[max(0, at - 2) : at])


def _parties(analysis: Analysis, at: int) -> tuple[list[int], list[int]]:
    """Return the content words in the sentence just before and just behind a token."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    places, rank = analysis.clauses.places, analysis.clauses.ranks[at]
    before = [place for place in places[max(0, rank - 2) : rank][::-1] if place >= first and at - place < FARTHEST]
    behind = [place for place in places[rank + 1 : rank + 3] if place < last and place - at < FARTHEST]
    return before, behind


def _is_by(analysis: Analysis, at: int) -> bool:
    """Say whether a doer behind "by" follows."""
    return "by" in analysis.text.norms[at + 1 : at + AGENT]


def _shared(evidence: Evidence, ours: list[int], theirs: list[int]) -> tuple[int, int] | None:
    """Return the first of some variant's tokens that is among some source's, with it."""
    source, variant = evidence.analyses
    for at in ours:
        stem = variant.text.stems[at]
        for other in theirs:
            if stem == source.text.stems[other]:
                return at, other
    return None


def _is_listed(analysis: Analysis, places: list[int]) -> bool:
    """Say whether a comma or "and" stands between the first and the last of some tokens."""
    return any(token.norm in LISTING for token in analysis.text.tokens[min(places) : max(places)])


def _other_doer(evidence: Evidence, at: int, match: int) -> Iterator[Judgement]:
    """Yield "the union has appealed" for "the authority has appealed", where both sides know both."""
    source, variant = evidence.analyses
    ours = _subject(variant, at)
    theirs = _subject(source, match) if ours != NONE else NONE
    if theirs == NONE:
        return
    one, other = variant.text.tokens[ours], source.text.tokens[theirs]
    if one.stem == other.stem or relation(one.stem, other.stem) not in {Relation.UNRELATED, Relation.ANTONYM}:
        return
    if one.stem not in evidence.grounding.places or _is_used(evidence, theirs) or evidence.is_explained(ours):
        return
    if other.stem not in variant.text.stems:
        return
    place = same_place(evidence, at, match)
    spans = Pair(_span(source, _article(source, theirs), match), _span(variant, _article(variant, ours), at))
    features = (
        ("after", float(place.after)),
        ("shared", place.shared / 6),
        ("form", float(variant.text.tokens[at].norm == source.text.tokens[match].norm)),
        ("matched", float(evidence.grounding.matches[ours] != NONE)),
    )
    strength = 0.3 + 0.2 * place.after + 0.1 * place.shared / 3 + 0.1 * features[2][1]
    yield _judgement(evidence, spans, "relations.subject", strength, features)


def _subject(analysis: Analysis, at: int) -> int:
    """Return the common noun that does a verb, right before its auxiliaries and behind an article; -1 where there is none."""
    norms, place, least = analysis.text.norms, at - 1, max(0, at - LEADING)
    while place > least and _leads(norms[place]):
        place -= 1
    if place < 1 or not analysis.clauses.content[place] or not analysis.text.tokens[place].text[0].islower():
        return NONE
    return place if _article(analysis, place) < place else NONE


@lru_cache(maxsize=1 << 15)
def _leads(norm: str) -> bool:
    return norm in AUXILIARIES or norm in MODALS or is_negator(norm) or norm in {"also", "already"}


def _article(analysis: Analysis, at: int) -> int:
    """Return where the article of a noun stands, one adjective passed; the noun's own place where there is none."""
    tokens = analysis.text.tokens
    for place in (at - 1, at - 2):
        if place >= 0 and tokens[place].norm in DETERMINERS:
            return place
        if place < 0 or not analysis.clauses.content[place]:
            break
    return at


def _is_used(evidence: Evidence, at: int) -> bool:
    return at in evidence.grounding.used


def _span(analysis: Analysis, first: int, last: int) -> Span:
    return Span(analysis.text.tokens[first].start, analysis.text.tokens[last].end)


def _judgement(
    evidence: Evidence, spans: Pair[Span], rule: str, strength: float, features: tuple[tuple[str, float], ...]
) -> Judgement:
    source, variant = evidence.analyses
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {theirs}, the rewrite {ours}."
    return Judgement(Verdict.ALTERED, FactKind.RELATION, Pair(*spans), reason, rule, strength, features)
