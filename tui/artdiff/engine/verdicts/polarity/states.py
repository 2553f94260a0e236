"""States: what is told as done, denied, planned or open, against how the source tells its nearest counterpart.

For every predicate the likeliest counterpart is sought, by the word itself and by what both are about; whatever differs
then is a suspicion. How far such a suspicion is to be believed is the confidence model's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.operators import Force
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.synonyms import AKIN, Relation, antonyms, relation
from artdiff.engine.lexicon.words import Reporting
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import chains, parity, span_of
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.predicates import Predicate, is_predicate, predicates, read_predicate
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.agreeing import say_the_same
from artdiff.engine.verdicts.polarity.contraries import DENIALS, unused_content
from artdiff.engine.verdicts.polarity.converses import are_converse
from artdiff.engine.verdicts.polarity.negation import (
    bounds,
    deciding_of,
    is_expressed,
    is_said_alike,
    neighbourhood,
    says_otherwise,
    soft_difference,
)
from artdiff.engine.verdicts.polarity.wholes import make_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.verdicts.counterparts.chains import Chain
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

LONG_SUBJECT = 3
"""How many tokens between a denial and its verb tell that it stands with the subject."""
STANDS = frozenset({Reporting.DENY, Reporting.ADMIT, Reporting.CONFIRM})


class _Match(NamedTuple):
    """Two predicates that may be counterparts.

    Attributes:
        share: how much of what the smaller is about the other shares.
        shared: in how many words.
        near: 0 to 1, how near the words themselves are.
        opposite: they are opposites.
        outdone: by how much another predicate of the source is likelier the counterpart.
    """

    ours: Predicate
    theirs: Predicate
    share: float
    shared: int
    near: float
    opposite: bool
    outdone: float = 0.0

    @property
    def score(self) -> float:
        return self.share + 0.12 * self.shared + 0.5 * max(self.near, 0.9 * self.opposite)


def judge_states(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every predicate that is told otherwise than its likeliest counterpart."""
    for number, (sentence, support) in enumerate(
        zip(evidence.analyses.variant.text.sentences, evidence.alignment.supports, strict=True)
    ):
        if support.sentences and evidence.alignment.first_copies[sentence.paragraph] is None:
            yield from _judge_sentence(evidence, number, support)


def _judge_sentence(evidence: Evidence, number: int, support: Support) -> Iterator[Judgement]:
    """Yield the best suspicion on each denial and on each of the source's opposites."""
    best: dict[tuple[str, int], tuple[float, Judgement]] = {}
    for rule, match in _matches(evidence, number, support):
        key, worth = _place(evidence, rule, match)
        if key not in best or best[key][0] < worth:
            best[key] = worth, _judgement(evidence, match, support, rule)
    yield from (judgement for _, judgement in best.values())


def _matches(evidence: Evidence, number: int, support: Support) -> Iterator[tuple[str, _Match]]:
    """Yield the predicates of a sentence that are denied on one side only, or opposites, with their counterparts."""
    source, variant = evidence.analyses
    unused, matches, stems = _Unused(evidence, support.sentences), evidence.grounding.matches, variant.text.stems
    ours, theirs = variant.operators.bearing, source.operators.bearing
    for at in variant.clauses.content_in(*variant.text.sentences[number].tokens):
        kept, match = matches[at], None
        if kept == NONE:
            rule, against = "states.opposite", antonyms(stems[at])
            if against:
                match = _opposed(evidence, at, number, unused)
        elif at in ours or kept in theirs:  # on most words nothing bears
            rule, match = "states.turned", _turned(evidence, at, number, support.sentences)
        if match:
            yield rule, match


def _turned(evidence: Evidence, at: int, number: int, sentences: tuple[int, ...]) -> _Match | None:
    """Return a kept predicate that is denied on one side only."""
    source, variant = evidence.analyses
    kept = evidence.grounding.matches[at]
    found = chains(evidence, at, kept)
    if parity(found.variant) == parity(found.source) or not is_predicate(variant, at):
        return None
    if is_said_alike(evidence, (at, kept), sentences) or says_otherwise(evidence, (at, kept), found):
        return None
    index = evidence.source_sentence_of(kept)
    match = _match(evidence, read_predicate(variant, at, number), read_predicate(source, kept, index))
    return None if _is_answered(evidence, match, found) else match


def _opposed(evidence: Evidence, at: int, number: int, unused: _Unused) -> _Match | None:
    """Return a predicate that nothing in the source carries with the likeliest opposite of it there."""
    against = antonyms(evidence.analyses.variant.text.stems[at])
    theirs = unused.beside(against)
    if against.isdisjoint(theirs) or not is_predicate(evidence.analyses.variant, at):
        return None
    opposites = (_opposite(evidence, at, number, one) for stem in against for one in theirs.get(stem, ()))
    match = max(opposites, key=_score)
    found = chains(evidence, at, match.theirs.at)
    theirs_at = match.theirs.at
    if parity(found.variant) != parity(found.source) or are_converse(evidence, at, theirs_at):
        return None
    if say_the_same(evidence, at, theirs_at):
        return None
    best = max(_opposite(evidence, at, number, one).score for row in theirs.values() for one in row)
    return match._replace(outdone=best - match.score)


class _Unused:
    """The predicates of some source sentences that no word of the variant rests on, by stem, with their sentence."""

    def __init__(self, evidence: Evidence, sentences: tuple[int, ...]) -> None:
        self._evidence, self._sentences = evidence, sentences
        self._stems: frozenset[str] | None = None
        self._known: dict[str, list[tuple[int, int]]] | None = None

    def beside(self, stems: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
        """Return all of them where one of some stems may be among them, else none: to tell predicates takes time."""
        source = self._evidence.analyses.source
        if self._stems is None:
            stems_of = source.text.stems
            self._stems = frozenset([stems_of[at] for at in unused_content(self._evidence, self._sentences)])
        if self._stems.isdisjoint(stems):
            return {}
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, list[tuple[int, int]]]:
        source = self._evidence.analyses.source
        found: dict[str, list[tuple[int, int]]] = {}
        for index in self._sentences:
            for at in predicates(source, index):
                if at not in self._evidence.grounding.used:
                    found.setdefault(source.text.tokens[at].stem, []).append((at, index))
        return found


def _opposite(evidence: Evidence, at: int, number: int, other: tuple[int, int]) -> _Match:
    source, variant = evidence.analyses
    return _match(evidence, read_predicate(variant, at, number), read_predicate(source, *other))


def _score(match: _Match) -> tuple[float, int]:
    return match.score, -match.theirs.at


def _place(evidence: Evidence, rule: str, match: _Match) -> tuple[tuple[str, int], float]:
    """Return what a suspicion is about, and which of several to keep: for a denial that of the word nearest to it."""
    if rule != "states.turned":
        return (rule, match.theirs.at), match.score
    found = chains(evidence, match.ours.at, match.theirs.at)
    deciding = deciding_of(found)
    at = match.ours.at if parity(found.variant) else match.theirs.at
    return (f"{rule} {parity(found.variant)}", deciding.first), -abs(at - deciding.last)


def _match(evidence: Evidence, ours: Predicate, theirs: Predicate) -> _Match:
    """Compare two predicates by themselves and by what they are about."""
    source, variant = evidence.analyses
    matches = evidence.grounding.matches
    about = {*theirs.before, *theirs.after}
    stem, other = variant.text.tokens[ours.at].stem, source.text.tokens[theirs.at].stem
    weights = [usage(variant.text.tokens[at].stem).weight for at in (*ours.before, *ours.after) if matches[at] in about]
    smaller = min(
        sum(usage(variant.text.tokens[at].stem).weight for at in (*ours.before, *ours.after)),
        sum(usage(source.text.tokens[at].stem).weight for at in about),
    )
    share = min(1.0, sum(weights) / smaller) if smaller else 0.0
    kin = relation(stem, other)
    if kin is Relation.SAME:
        near = 1.0
    elif kin is not Relation.UNRELATED and kin is not Relation.ANTONYM:
        near = 0.9
    else:
        near = 0.9 if matches[ours.at] == theirs.at else usage(stem).near.get(other, 0.0)
    return _Match(ours, theirs, share, len(weights), near, kin is Relation.ANTONYM)


def _is_answered(evidence: Evidence, match: _Match, found: Pair[Chain]) -> bool:
    """Say whether the other side has the opposite of the word that denies, or the word again: "short" behind the verb."""
    source, variant = evidence.analyses
    deciding = deciding_of(found)
    denied, other = (variant, source) if deciding in found.variant else (source, variant)
    stem = denied.text.tokens[deciding.first].stem
    against, governs = antonyms(stem), deciding.force <= Force.GOVERNS
    around = neighbourhood(other, match.theirs.at if other is source else match.ours.at)
    beside = other.text.stems[around.start : around.stop]
    return any(one in against or (governs and (one == stem or relation(stem, one) in AKIN)) for one in beside)


def _judgement(evidence: Evidence, match: _Match, support: Support, rule: str) -> Judgement:
    source, variant = evidence.analyses
    ours, theirs = match.ours, match.theirs
    found = chains(evidence, ours.at, theirs.at)
    subject = rule == "states.turned" and _is_of_subject(match, found)
    spans = Pair(
        span_of(source, theirs.at, found.source, subject=subject),
        span_of(variant, ours.at, found.variant, subject=subject),
    )
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {meant} here; {said} tells it otherwise."
    words = {variant.text.tokens[ours.at].stem, source.text.tokens[theirs.at].stem}
    kind = FactKind.EVENT if rule == "states.opposite" and words.isdisjoint(DENIALS) else FactKind.NEGATION
    strength = min(0.9, 0.1 + 0.4 * match.share + 0.08 * match.shared + 0.1 * support.similarity)
    return Judgement(Verdict.ALTERED, kind, spans, reason, rule, strength, _features(evidence, match, found, support))


def _is_of_subject(match: _Match, found: Pair[Chain]) -> bool:
    """Say whether the denial stands with the subject: "nobody was", "not one of the four has"."""
    deciding = deciding_of(found)
    at = match.ours.at if parity(found.variant) else match.theirs.at
    return deciding.force is Force.NOMINAL or (deciding.force is Force.PLAIN and at - deciding.last >= LONG_SUBJECT)


def _features(evidence: Evidence, match: _Match, found: Pair[Chain], support: Support) -> tuple[tuple[str, float], ...]:
    ours, theirs = match.ours, match.theirs
    turned = parity(found.variant) != parity(found.source)
    expressed = turned and is_expressed(evidence, (ours.at, theirs.at), deciding_of(found), found)
    opposites = _has_opposites(evidence, match)
    return (
        ("share", match.share),
        ("shared", match.shared / 4),
        ("outdone", match.outdone),
        ("near", match.near),
        ("near base", evidence.grounding.bases[ours.at]),
        ("document", float(evidence.grounding.grounds[ours.at] is Ground.DOCUMENT)),
        ("opposite", float(match.opposite)),
        ("turned", float(ours.denied ^ ours.own != theirs.denied ^ theirs.own)),
        ("now denied", float(ours.denied > theirs.denied)),
        ("expressed", float(expressed)),
        ("agreed", float(turned and not expressed and (ours.denials - theirs.denials) % 2 == 1 and not opposites)),
        ("explained", float(evidence.is_explained(ours.at))),
        ("denials", float((ours.denials - theirs.denials) % 2)),
        ("denials ours", float(min(ours.denials, 2)) / 2),
        ("denials theirs", float(min(theirs.denials, 2)) / 2),
        ("chain", float(turned)),
        ("opposites", float(opposites)),
        *_around(evidence, match),
        *bounds(evidence, (ours.at, theirs.at)),
        *_word_features(evidence, match, support),
    )


def _has_opposites(evidence: Evidence, match: _Match) -> bool:
    """Say whether what the one predicate is about has an opposite in what the other is, both without counterpart."""
    source, variant = evidence.analyses
    ours, theirs = match.ours, match.theirs
    left = {
        source.text.tokens[place].stem
        for place in (*theirs.before, *theirs.after)
        if place not in evidence.grounding.used
    }
    return any(
        not antonyms(variant.text.tokens[at].stem).isdisjoint(left)
        for at in (*ours.before, *ours.after)
        if evidence.grounding.matches[at] == NONE
    )


def _around(evidence: Evidence, match: _Match) -> tuple[tuple[str, float], ...]:
    """Return whether the nearest words around both predicates agree, and how many have no counterpart."""
    ours, theirs = match.ours, match.theirs
    matches, used = evidence.grounding.matches, evidence.grounding.used
    about = {*theirs.before, *theirs.after}
    lone = sum(matches[at] == NONE for at in (*ours.before, *ours.after))
    unused = sum(at not in used for at in (*theirs.before, *theirs.after))
    return (
        ("before", float(any(matches[at] in about for at in ours.before[:1]))),
        ("after", float(any(matches[at] in about for at in ours.after[:1]))),
        ("lone", lone / 4),
        ("unused", unused / 4),
    )


def _word_features(evidence: Evidence, match: _Match, support: Support) -> tuple[tuple[str, float], ...]:
    """Return what the two words themselves are like."""
    source, variant = evidence.analyses
    ours, theirs = match.ours, match.theirs
    stem, other = variant.text.tokens[ours.at].stem, source.text.tokens[theirs.at].stem
    told = ours.colours | theirs.colours
    said_so = evidence.same_words(ours.at, support.sentences)
    return (
        ("whole", float(make_whole(evidence, Pair(theirs.at, ours.at)))),
        ("passive", float(ours.passive != theirs.passive)),
        ("stands", float(bool(told & STANDS))),
        ("told", float(bool(told))),
        ("told both", float(bool(ours.colours) and bool(theirs.colours))),
        ("soft", float(soft_difference(evidence, (ours.at, theirs.at)))),
        ("weight", usage(stem).weight),
        ("weight there", usage(other).weight),
        ("verb", usage(stem).verb),
        ("verb there", usage(other).verb),
        ("elsewhere", float(len(said_so) > 1)),
        ("form", float(variant.text.tokens[ours.at].norm[-2:] == source.text.tokens[theirs.at].norm[-2:])),
    )
