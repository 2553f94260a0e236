"""Negation: what is denied affirmed, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.operators import Force
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.exclusives import exclusives
from artdiff.engine.lexicon.phrases import group_words, phrases
from artdiff.engine.lexicon.synonyms import antonyms
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.chains import chains, parity, share_of_clause, span_of
from artdiff.engine.verdicts.counterparts.contexts import same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.agreeing import are_open, is_kept_from, is_limit_told
from artdiff.engine.verdicts.polarity.denials import compare_denials
from artdiff.engine.verdicts.polarity.wholes import make_told_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.operators import Operator
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.chains import Chain
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

NEIGHBOURHOOD = 9
"""How many tokens around a word another negative word can explain a missing "not"."""
LEAST_SHARED = 2
"""How many words around must be kept for a word that denies by its meaning to count."""
AFFIXES = ("un", "in", "im", "dis", "non", "ir", "il", "mis")
SOFT = frozenset(
    stems(
        "few little doubt doubtful rarely seldom too instead unlike against hard difficult only away missing free off "
        "except ceased end out unless fewer stay remain short far from yet until before less otherwise wrong false "
        "barely hardly scarcely unchanged unaffected intact alone spare rather still first most record last unprecedented escape lose over end "
        "same regardless irrespective unaware premature early earliest identical".split()
    )
)
"""Words that may say the same as a denial without being one."""
SAYING = frozenset(stems("say tell add note explain".split()))
"""Words of which it matters little whether they are denied: "nobody could say"."""
STRENGTH = {Force.PLAIN: 0.75, Force.NOMINAL: 0.75, Force.GOVERNS: 0.45, Force.WEAK: 0.4, Force.NONE: 0.3}


def judge_polarity(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word denied on one side only, for each denial the likeliest."""
    for sentence, support in evidence.linked_sentences():
        best: dict[tuple[bool, int], Judgement] = {}
        for at, match in bound_words(evidence, sentence):
            found = chains(evidence, at, match)
            if parity(found.source) == parity(found.variant) or is_said_alike(evidence, (at, match), support.sentences):
                continue
            if says_otherwise(evidence, (at, match), found):
                continue
            deciding = deciding_of(found)
            meant = deciding.force <= Force.GOVERNS
            if meant and same_place(evidence, at, match).shared < LEAST_SHARED:
                continue
            if not is_expressed(evidence, (at, match), deciding, found):
                judgement = _judgement(evidence, (at, match), found, support)
                place = (deciding in found.variant, deciding.first)
                best[place] = max(best.get(place, judgement), judgement, key=lambda one: one.strength)
        yield from best.values()


def says_otherwise(evidence: Evidence, words: tuple[int, int], found: Pair[Chain]) -> bool:
    """Say whether the side without the denial says it by a limit, by the rest of a whole, or both leave it open."""
    denied, clean = _sides(evidence, words, found)
    at, match = words
    if is_limit_told(denied, clean) or is_kept_from(*clean):
        return True
    return are_open(evidence, at, match) or make_told_whole(evidence, Pair(match, at))


def bound_words(evidence: Evidence, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the content words that rest on a supporting sentence and may be told otherwise, each with its source token.

    On these something bears, on either side.
    """
    source, variant = evidence.analyses
    ours, theirs = variant.operators.bearing, source.operators.bearing
    matches, explained, stems_of = evidence.grounding.matches, evidence.explained, variant.text.stems
    return [
        (at, match)
        for at in variant.clauses.content_in(*sentence.tokens)
        if (match := matches[at]) != NONE
        and (at in ours or match in theirs)
        and not explained[at]
        and stems_of[at] not in SAYING
    ]


def deciding_of(found: Pair[Chain]) -> Operator:
    """Return the denial that makes the difference: of the plainest the nearest."""
    return max((one for one in (*found.variant, *found.source) if one.force), key=lambda one: one.force)


def is_expressed(evidence: Evidence, words: tuple[int, int], deciding: Operator, found: Pair[Chain]) -> bool:
    """Say whether the side without the denial expresses it otherwise: by another denial in the clause, by an opposite."""
    denied, clean = _sides(evidence, words, found)
    if deciding.force <= Force.GOVERNS and _has_counterpart(
        evidence, deciding, clean, in_variant=deciding in found.variant
    ):
        return True
    if _is_denied_beside(evidence, words, deciding, in_variant=deciding in found.variant):
        return True
    spoken = {
        number: _answers(evidence, number, other, denied_is_variant=bool(parity(found.variant)))
        for number, other in _denials_in_clause(*clean)
    }
    if any(answer is None or answer == deciding.first for answer in spoken.values()):
        return True
    return _has_affix(clean, denied) or _has_opposite(evidence, clean, denied, deciding)


def _has_counterpart(evidence: Evidence, deciding: Operator, clean: tuple[Analysis, int], *, in_variant: bool) -> bool:
    """Say whether a word that denies by its meaning has its counterpart, which the table of denials does not know."""
    source, variant = evidence.analyses
    places = range(deciding.first, deciding.last)
    if any(evidence.grounding.matches[at] != NONE if in_variant else at in evidence.grounding.used for at in places):
        return True
    tokens = (variant if in_variant else source).text.tokens
    meanings = frozenset().union(
        *(
            group_words(found.groups)
            for found in phrases([token.stem for token in tokens[deciding.first : deciding.last + 1]])
        )
    )
    return any(clean[0].text.tokens[place].stem in meanings for place in neighbourhood(*clean))


def _is_denied_beside(evidence: Evidence, words: tuple[int, int], deciding: Operator, *, in_variant: bool) -> bool:
    """Say whether the other side denies what the denial bears on, in another clause: a kept word, or the same word again."""
    source, variant = evidence.analyses
    grounding = evidence.grounding
    for word in deciding.bears_on:
        if in_variant:
            others: Sequence[int] = [grounding.matches[word]] if grounding.matches[word] != NONE else ()
        else:
            others = [at for at in grounding.used.get(word, ()) if at != words[0]]
        chain_of = (source if in_variant else variant).operators.chain
        if any(parity(chain_of(other)) for other in others):
            return True
    return False


def _sides(
    evidence: Evidence, words: tuple[int, int], found: Pair[Chain]
) -> tuple[tuple[Analysis, int], tuple[Analysis, int]]:
    """Return the analysis and token that are denied, then those that are not."""
    variant, source = (evidence.analyses.variant, words[0]), (evidence.analyses.source, words[1])
    return (variant, source) if parity(found.variant) else (source, variant)


def _denials_in_clause(analysis: Analysis, at: int) -> Iterator[tuple[int, Operator]]:
    """Yield the operators that deny in a token's clause."""
    part = analysis.clauses.clause_of[at]
    if part == NONE:
        return
    clause = analysis.clauses.clauses[part]
    for place in range(clause.first, clause.last):
        operator = analysis.operators.starting.get(place)
        if operator and operator.first == place and operator.force and place != at:
            yield place, operator


def _answers(evidence: Evidence, _: int, operator: Operator, *, denied_is_variant: bool) -> int | None:
    """Return where the other side's denial of the same words stands; None where the words are not denied there."""
    source, variant = evidence.analyses
    for word in operator.bears_on:
        others = evidence.grounding.used.get(word, ()) if denied_is_variant else (evidence.grounding.matches[word],)
        for other in others:
            chain = (variant if denied_is_variant else source).operators.chain(other)
            if parity(chain):
                return next(one for one in chain if one.force).first
    return None


def _has_affix(clean: tuple[Analysis, int], denied: tuple[Analysis, int]) -> bool:
    """Say whether "unsafe" stands near where the other side says "not safe"."""
    stem = denied[0].text.stems[denied[1]][:4]
    starts = tuple([affix + stem for affix in AFFIXES])
    return any(norm.startswith(starts) for norm in norms_around(*clean))


def _has_opposite(
    evidence: Evidence, clean: tuple[Analysis, int], denied: tuple[Analysis, int], deciding: Operator
) -> bool:
    """Say whether the opposite of a denied word that the other side lacks stands near: "stayed open" for "did not close"."""
    tokens = clean[0].text.tokens
    grounding = evidence.grounding
    in_variant = denied[0] is evidence.analyses.variant
    free = [
        at
        for at in neighbourhood(*clean)
        if (at not in grounding.used if in_variant else grounding.matches[at] == NONE)
    ]
    around = {tokens[at].stem for at in free}
    lone = [
        word
        for word in deciding.bears_on
        if word == denied[1] or (grounding.matches[word] == NONE if in_variant else word not in grounding.used)
    ]
    against = (antonyms(stem) | exclusives(stem) for stem in (denied[0].text.stems[word] for word in lone))
    return any(not one.isdisjoint(around) for one in against)


def _opens_only(analysis: Analysis, at: int) -> bool:
    """Say whether "only" stands before a word in its sentence: "only those" may be what "nobody else" is."""
    before = analysis.text.norms[neighbourhood(analysis, at).start : at]
    return "only" in before or "solely" in before


def _soft_words(analysis: Analysis, at: int) -> frozenset[str]:
    """Return the words of a token's clause that may say the same as a denial."""
    part = analysis.clauses.clause_of[at]
    if part == NONE:
        return frozenset()
    clause = analysis.clauses.clauses[part]
    return SOFT.intersection(analysis.text.stems[clause.first : clause.last + 2])


def soft_difference(evidence: Evidence, words: tuple[int, int]) -> bool:
    """Say whether one of two words' clauses has words that may say the same as a denial, and the other has not."""
    source, variant = evidence.analyses
    return bool(_soft_near(variant, words[0]) ^ _soft_near(source, words[1]))


def _soft_near(analysis: Analysis, at: int) -> frozenset[str]:
    around = neighbourhood(analysis, at)
    return SOFT.intersection(analysis.text.stems[around.start : around.stop])


def neighbourhood(analysis: Analysis, at: int) -> range:
    """Return the tokens of a word's neighbourhood, as far as its sentence goes."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    return range(max(first, at - NEIGHBOURHOOD), min(last, at + NEIGHBOURHOOD))


def norms_around(analysis: Analysis, at: int) -> Sequence[str]:
    """Return the norms of a word's neighbourhood."""
    around = neighbourhood(analysis, at)
    return analysis.text.norms[around.start : around.stop]


def _judgement(evidence: Evidence, words: tuple[int, int], found: Pair[Chain], support: Support) -> Judgement:
    at, match = words
    source, variant = evidence.analyses
    deciding = deciding_of(found)
    subject = deciding.force is Force.NOMINAL
    spans = Pair(
        span_of(source, match, found.source, subject=subject), span_of(variant, at, found.variant, subject=subject)
    )
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    if parity(found.variant):
        reason = f"{ours} denies what the source affirms: {theirs}."
    else:
        reason = f"{ours} affirms what the source denies: {theirs}."
    rule = "polarity.not" if deciding.force > Force.GOVERNS else "polarity.meaning"
    features = _features(evidence, words, found, support)
    known = dict(features)
    strength = STRENGTH[deciding.force] * (0.4 + 0.3 * known["clause"] + 0.15 * known["before"] + 0.15 * known["after"])
    return Judgement(Verdict.ALTERED, FactKind.NEGATION, spans, reason, rule, strength, features)


def _features(
    evidence: Evidence, words: tuple[int, int], found: Pair[Chain], support: Support
) -> tuple[tuple[str, float], ...]:
    at, match = words
    source, variant = evidence.analyses
    deciding = deciding_of(found)
    force = deciding.force
    clean, denied = ((source, match), (variant, at)) if parity(found.variant) else ((variant, at), (source, match))
    share, _ = share_of_clause(evidence, at, match)
    place = same_place(evidence, at, match)
    return (
        ("plain", float(force is Force.PLAIN)),
        ("lost", float(not parity(found.variant))),
        ("same", float(evidence.grounding.grounds[at] is Ground.SAME)),
        ("clause", share),
        ("before", float(place.before)),
        ("after", float(place.after)),
        ("shared", place.shared / 6),
        ("soft", float(bool(_soft_words(*clean) - _soft_words(*denied)))),
        ("soft near", float(bool(_soft_near(*clean) - _soft_near(*denied)))),
        ("only", float(_opens_only(variant, at) != _opens_only(source, match))),
        *bounds(evidence, words),
        ("elsewhere", float(_said_so_elsewhere(evidence, at, found.variant, support.sentences))),
        *compare_denials(evidence, words, deciding, in_variant=deciding in found.variant),
    )


def bounds(evidence: Evidence, words: tuple[int, int]) -> tuple[tuple[str, float], ...]:
    """Return what may say the same as a denial without one: a question, what should have been, "all" or "only" for "no"."""
    source, variant = evidence.analyses
    return (
        ("asked", float(_is_asked(variant, words[0]) or _is_asked(source, words[1]))),
        ("owed", float(_is_owed(variant, words[0]) != _is_owed(source, words[1]))),
        ("bounded", float(_is_bounded(variant, words[0]) != _is_bounded(source, words[1]))),
    )


BOUNDS = frozenset("only solely alone all every both each everyone everybody exclusively entirely".split())
OWING = frozenset("should ought could might would".split())
GROUP = 5
"""How many tokens before a verb its auxiliaries are looked for."""


def _is_asked(analysis: Analysis, at: int) -> bool:
    sentence = analysis.text.sentences[analysis.text.sentence_of[at]]
    return analysis.text.tokens[sentence.tokens[1] - 1].text == "?"


def _is_owed(analysis: Analysis, at: int) -> bool:
    """Say whether a word tells what should or could have been, and so was not: "should have cleared"."""
    before = analysis.text.norms[max(0, at - GROUP) : at]
    return "have" in before and not OWING.isdisjoint(before)


def _is_bounded(analysis: Analysis, at: int) -> bool:
    return not BOUNDS.isdisjoint(norms_around(analysis, at))


def is_said_alike(evidence: Evidence, words: tuple[int, int], sentences: tuple[int, ...]) -> bool:
    """Say whether the same word stands again near by, denied just as here and in no worse a place: "I lost, but have not lost"."""
    at, match = words
    source, variant = evidence.analyses
    here = parity(variant.operators.chain(at))
    place = same_place(evidence, at, match)
    return any(
        parity(source.operators.chain(other)) == here
        and (there := same_place(evidence, at, other)).shared >= place.shared
        and there.before + there.after >= place.before + place.after
        for other in evidence.same_words(at, sentences)
        if other != match
    )


def _said_so_elsewhere(evidence: Evidence, at: int, ours: Chain, sentences: tuple[int, ...]) -> bool:
    """Say whether the supporting sentences have the same word denied, or not denied, in the same way too."""
    source = evidence.analyses.source
    return any(parity(source.operators.chain(other)) == parity(ours) for other in evidence.same_words(at, sentences))
