"""Words of degree, extent, order and side put in place of those that exclude them: "two fewer" for "two more"."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.operators import Force
from artdiff.engine.lexicon.synonyms import antonyms
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import share_of_clause
from artdiff.engine.verdicts.counterparts.contexts import of_place, same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

NEAREST = 3
"""How many tokens to the next kept word a word of degree may stand."""
DEGREES = (
    ("more", "fewer less"),
    ("most", "least fewest"),
    ("above over", "below under"),
    ("before", "after"),
    ("all both", "some few several none neither most many half"),
    ("most", "few none some"),
    ("many", "few none"),
    ("up", "down"),
    ("with", "without"),
    ("inside", "outside"),
    ("within", "after"),
    ("always", "never sometimes often"),
    ("earlier", "later"),
    ("already", "soon"),
    ("no none nobody", "some all few many several"),
    ("for", "against"),
    ("toward towards into", "from"),
    ("sooner", "later"),
    ("least", "most"),
)
"""Words of grammar that exclude each other."""
DENYING = frozenset("no none nobody neither without never".split())
MOST = 40
"""Such words of one sentence that are looked at; where there are more, it is no sentence."""


@cache
def _degrees_against() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for ours, theirs in DEGREES:
        for one in ours.split():
            for other in theirs.split():
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def judge_degrees(evidence: Evidence, sentence: Sentence, sentences: tuple[int, ...]) -> Iterator[Judgement]:
    """Yield a judgement for "two fewer" where the source has "two more": words of grammar between the same neighbours."""
    source, variant = evidence.analyses
    degrees = _degrees_against()
    first, last = sentence.tokens
    ours = [at for at, norm in enumerate(variant.text.norms[first:last], first) if norm in degrees]
    for at in islice(ours, MOST):
        if evidence.explained[at]:
            continue
        norm = variant.text.norms[at]
        against = [place for index in sentences for place in islice(_in_sentence(source, index, degrees[norm]), MOST)]
        beside = [place for place in against if _beside(evidence, at, place)]
        if not beside or _has_opposites(evidence, at, beside[0]) or _is_as_denied(evidence, at, beside[0]):
            continue
        same = [place for index in sentences for place in islice(_in_sentence(source, index, {norm}), MOST)]
        if not any(_beside(evidence, at, place) for place in same):
            yield _other_degree(evidence, at, beside[0])


def _has_opposites(evidence: Evidence, at: int, place: int) -> bool:
    """Say whether the clauses also have opposites, so that they agree: "all were unhurt" for "none were hurt"."""
    source, variant = evidence.analyses
    ours, theirs = stems_of_clause(variant, at), stems_of_clause(source, place)
    return any(not antonyms(stem).isdisjoint(theirs - ours) for stem in ours - theirs)


def _is_as_denied(evidence: Evidence, at: int, place: int) -> bool:
    """Say whether a denial makes up for the word: "not without" for "only with", "both declined" for "neither would"."""
    source, variant = evidence.analyses
    words = {variant.text.norms[at], source.text.norms[place]}
    if words.isdisjoint(DENYING):
        return False
    return _denials_beside(variant, at) == _denials_beside(source, place)


def _denials_beside(analysis: Analysis, at: int) -> int:
    """Return 1 where an odd number of words in a clause denies, the word itself among them, else 0."""
    owner = analysis.clauses.clause_of[at]
    starting = analysis.operators.starting
    first, last = at - 2, at + 2
    if owner != NONE:
        first, last = analysis.clauses.clauses[owner].first, analysis.clauses.clauses[owner].last
    found = {starting[k] for k in range(first, last) if k in starting and starting[k].force >= Force.GOVERNS}
    count = len(found) + (analysis.text.norms[at] in DENYING and not any(one.first <= at < one.last for one in found))
    return count % 2


def stems_of_clause(analysis: Analysis, at: int) -> set[str]:
    """Return the stems of the content words of a token's clause."""
    owner = analysis.clauses.clause_of[at]
    if owner == NONE:
        return set()
    part = analysis.clauses.clauses[owner]
    content = analysis.clauses.content
    return {analysis.text.tokens[place].stem for place in range(part.first, part.last) if content[place]}


def _in_sentence(source: Analysis, index: int, wanted: AbstractSet[str]) -> list[int]:
    first, last = source.text.sentences[index].tokens
    norms = source.text.norms[first:last]
    return [] if wanted.isdisjoint(norms) else [at for at, norm in enumerate(norms, first) if norm in wanted]


def _beside(evidence: Evidence, at: int, place: int) -> bool:
    """Say whether a word that both sides have follows or precedes both close by."""
    found = same_place(evidence, at, place)
    ahead = _next_content(evidence.analyses.variant, at, 1)
    return (found.after and ahead <= NEAREST) or (
        found.before and _next_content(evidence.analyses.variant, at, -1) == 1
    )


def _next_content(analysis: Analysis, at: int, step: int) -> int:
    """Return how far the next content word of the sentence is; what is farther than `NEAREST` is as good as none."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    content = analysis.clauses.content
    places = range(at + step, max(first - 1, at - NEAREST - 1) if step < 0 else min(last, at + NEAREST + 1), step)
    return next((abs(place - at) for place in places if content[place]), NEAREST + 1)


def _other_degree(evidence: Evidence, at: int, match: int) -> Judgement:
    source, variant = evidence.analyses
    place = same_place(evidence, at, match)
    share, kept = share_of_clause(evidence, at, match)
    spans = Pair(_with_next(source, match), _with_next(variant, at))
    features = (
        *of_place(place, share, kept),
        ("near", 1 / _next_content(variant, at, 1)),
    )
    strength = 0.2 + 0.2 * share + 0.15 * place.before + 0.15 * place.after + 0.1 * place.shared / 3
    return opposed(evidence, spans, FactKind.RELATION, "contraries.degree", min(0.9, strength), features)


def _with_next(analysis: Analysis, at: int) -> Span:
    """Return a word of degree with the word beside it that it stands to."""
    tokens = analysis.text.tokens
    ahead = _next_content(analysis, at, 1)
    if ahead <= NEAREST:
        return Span(tokens[at].start, tokens[at + ahead].end)
    return tokens[at].span


def opposed(
    evidence: Evidence,
    spans: Pair[Span],
    kind: FactKind,
    rule: str,
    strength: float,
    features: tuple[tuple[str, float], ...],
) -> Judgement:
    """Return the judgement that words stand against the source's."""
    source, variant = evidence.analyses
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {theirs} here; {ours} is against that."
    return Judgement(Verdict.ALTERED, kind, Pair(*spans), reason, rule, strength, features)
