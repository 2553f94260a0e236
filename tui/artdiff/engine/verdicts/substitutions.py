"""Substitutions: a content word replaced by one that means something else, in a clause that is otherwise kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.measures import units
from artdiff.engine.grounding import NONE, Ground
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.classes import kinship, likeness, word_class
from artdiff.engine.lexicon.exclusives import exclusives
from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.related import usage, use_alike
from artdiff.engine.lexicon.synonyms import AKIN, Relation, relation, relatives
from artdiff.engine.lexicon.words import generalities, reporting
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.contexts import same_place
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.gaps import find_gap
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.verdicts.evidence import Evidence
    from artdiff.engine.verdicts.gaps import Gap

LEAST_SIMILARITY = 0.3
"""From here on a sentence is near enough to its source that a changed word may be a choice, not a paraphrase."""
CLOSE_REWRITE = 0.55
"""A rewrite this close to its source keeps its words."""
MOSTLY_VERB = 0.5
OTHER_SPEECH = 0.6
TIMES = frozenset(
    "ago shortly middle start end beginning half moment times time morning afternoon evening night noon".split()
)
"""Words that tell when and how often: dates and figures are compared by their values."""
DEPTH = 3
ROOT = 4
"""Words that share so many first letters are forms of one root."""
ENDINGS = ("ed", "ing", "ly", "s", "er", "ion")


class Change(NamedTuple):
    """A variant's word in the place of a source's word."""

    at: int
    match: int
    gap: Gap
    alone: bool
    close: bool
    support: Support


def judge_substitutions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that stands where the source has another, unrelated one."""
    close = evidence.alignment.closeness() >= CLOSE_REWRITE
    for sentence, support in evidence.linked_sentences():
        if support.similarity < LEAST_SIMILARITY:
            continue
        content = evidence.analyses.variant.clauses.content_in(*sentence.tokens)
        baseless = [at for at in content if _may_be_replaced(evidence, at)]
        for at in baseless:
            gap = find_gap(evidence, at, at + 1, sentence)
            match = _counterpart(evidence, at, gap)
            if match != NONE:
                alone = not any(abs(at - other) <= LONE for other in baseless if other != at)
                yield _judgement(evidence, Change(at, match, gap, alone, close, support), sentence)


LONE = 4
"""Without base within so many tokens, a word is not the only one that was changed."""


def _may_be_replaced(evidence: Evidence, at: int) -> bool:
    token = evidence.analyses.variant.text.tokens[at]
    if evidence.grounding.grounds[at] > Ground.PARAGRAPH or evidence.is_explained(at):
        return False
    return _is_plain(token) and token.stem not in reporting()


def _counterpart(evidence: Evidence, at: int, gap: Gap) -> int:
    """Return the source's word that this one most likely replaces; -1 where there is none."""
    source, variant = evidence.analyses
    stem = variant.text.tokens[at].stem
    told = [match for match in gap.unused if _is_plain(source.text.tokens[match])]
    if any(relation(stem, source.text.tokens[match].stem) in AKIN for match in told):
        return NONE
    rows = [match for match in told if _may_replace(stem, source.text.tokens[match].stem)]
    if not rows:
        return NONE
    return max(rows, key=lambda match: (_likeness(evidence, at, match), -match))


def _is_plain(token: Token) -> bool:
    """Say whether a word is no name, no date and no unit: those have judges of their own."""
    plain = token.kind is TokenKind.WORD and not token.text[0].isupper() and token.norm not in TIMES
    return plain and token.norm not in units()


def _may_replace(stem: str, other: str) -> bool:
    """Say whether two words are unrelated and of one part of speech, as far as the table knows."""
    alike = abs(usage(stem).verb - usage(other).verb) <= OTHER_SPEECH
    return alike and relation(stem, other) is Relation.UNRELATED


def _likeness(evidence: Evidence, at: int, match: int) -> float:
    """Return how well a source's word fits as what was replaced: its place, its form, its part of speech, its meaning."""
    source, variant = evidence.analyses
    ours, theirs = variant.text.tokens[at], source.text.tokens[match]
    place = same_place(evidence, at, match)
    before, after = _beside(evidence, at, match)
    fit = 1.0 - abs(usage(ours.stem).verb - usage(theirs.stem).verb)
    return (
        place.before
        + place.after
        + before
        + after
        + fit
        + use_alike(ours.stem, theirs.stem)
        + _same_form(evidence, at, match)
        + 2 * (theirs.stem in exclusives(ours.stem))
    )


def _beside(evidence: Evidence, at: int, match: int) -> tuple[bool, bool]:
    """Say whether the tokens before both words are the same, and whether those behind them are."""
    ours, theirs = evidence.analyses.variant.text.tokens, evidence.analyses.source.text.tokens
    before, after = (
        0 <= at + step < len(ours)
        and 0 <= match + step < len(theirs)
        and ours[at + step].stem == theirs[match + step].stem
        for step in (-1, 1)
    )
    return before, after


def _embedded(evidence: Evidence, at: int, match: int) -> float:
    """Return how many tokens in a row are the same before and behind both words, up to three a side, as a share."""
    ours, theirs = evidence.analyses.variant.text.tokens, evidence.analyses.source.text.tokens
    agreeing = 0
    for step in (-1, 1):
        for far in range(1, DEPTH + 1):
            one, other = at + step * far, match + step * far
            if not (0 <= one < len(ours) and 0 <= other < len(theirs)) or ours[one].stem != theirs[other].stem:
                break
            agreeing += 1
    return agreeing / (2 * DEPTH)


def _same_form(evidence: Evidence, at: int, match: int) -> bool:
    source, variant = evidence.analyses
    return _form(variant.text.tokens[at].norm) == _form(source.text.tokens[match].norm)


def _form(norm: str) -> str:
    """Return a word's inflection as far as its ending tells it."""
    return next((ending for ending in ENDINGS if norm.endswith(ending)), "")


def _judgement(evidence: Evidence, change: Change, sentence: Sentence) -> Judgement:
    source, variant = evidence.analyses
    token, other = variant.text.tokens[change.at], source.text.tokens[change.match]
    spans = Pair(other.span, token.span)
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    deed = usage(token.stem).verb >= MOSTLY_VERB
    return Judgement(
        Verdict.ALTERED,
        FactKind.EVENT if deed else FactKind.OTHER,
        spans,
        f"The source says {theirs} here; {ours} means something else.",
        "substitutions.close" if change.close else "substitutions.free",
        0.4,
        tuple(_features(evidence, change, sentence)),
    )


def _features(evidence: Evidence, change: Change, sentence: Sentence) -> Iterator[tuple[str, float]]:
    source, variant = evidence.analyses
    at, match, gap = change.at, change.match, change.gap
    ours, theirs = variant.text.tokens[at].stem, source.text.tokens[match].stem
    place, similarity = same_place(evidence, at, match), change.support.similarity
    before, after = _beside(evidence, at, match)
    both = float(place.before and place.after)
    framed = float(before and after)
    yield "nothing", float(evidence.grounding.grounds[at] is Ground.NOTHING)
    yield "before", float(place.before)
    yield "after", float(place.after)
    yield "both", both
    yield "beside before", float(before)
    yield "beside after", float(after)
    yield "framed", framed
    yield "framed similar", framed * similarity
    yield "both similar", both * similarity
    yield "embedded", _embedded(evidence, at, match)
    yield "shared", place.shared / 6
    yield "single", float(len(gap.unused) == 1)
    yield "unused", min(len(gap.unused), 6) / 6
    yield "alone", float(change.alone)
    yield "alone similar", float(change.alone) * similarity
    yield "form", float(_same_form(evidence, at, match))
    yield "speech", 1.0 - abs(usage(ours).verb - usage(theirs).verb)
    yield "verb", usage(ours).verb
    yield "near", use_alike(ours, theirs)
    yield from _loosely(evidence, change, sentence)
    yield "base", evidence.grounding.bases[at]
    yield "weight", usage(ours).weight
    yield "their weight", usage(theirs).weight
    yield from _exclusive(evidence, change, framed=before + after)
    yield "root", float(ours[:ROOT] == theirs[:ROOT])
    yield "kin", _common_kin(ours, theirs)
    yield "class", likeness(ours, theirs)
    yield "kinship", kinship(ours, theirs)
    yield "kinship similar", kinship(ours, theirs) * similarity
    yield "kinship framed", kinship(ours, theirs) * (before + after)
    for letter, share in word_class(ours).shares.items():
        yield f"class {letter}", share
    yield "empty", float(ours in generalities() or theirs in generalities())
    yield "changed", _changed(evidence, sentence)


def _loosely(evidence: Evidence, change: Change, sentence: Sentence) -> Iterator[tuple[str, float]]:
    """Yield whether a rewrite may put the one word for the other, or for others around."""
    source, variant = evidence.analyses
    ours, theirs = variant.text.tokens[change.at].stem, source.text.tokens[change.match].stem
    loose, back = paraphrases(ours), paraphrases(theirs)
    yield "loosely", float(theirs in loose)
    yield "loosely similar", float(theirs in loose) * change.support.similarity
    yield "loosely there", float(any(_has(source, one, loose) for one in change.support.sentences))
    yield "loosely unused", float(any(source.text.tokens[at].stem in loose for at in change.gap.unused))
    yield "their loosely", float(any(token.stem in back for token in variant.text.words_of(sentence)))
    yield "known", float(bool(loose))
    yield "both known", float(bool(loose and back))


def _exclusive(evidence: Evidence, change: Change, *, framed: int) -> Iterator[tuple[str, float]]:
    """Yield whether the one word excludes the other as a fact, and how surely it stands in its place."""
    source, ours = evidence.analyses.source, exclusives(evidence.analyses.variant.text.tokens[change.at].stem)
    apart = float(source.text.tokens[change.match].stem in ours)
    yield "exclusive", apart
    yield "exclusive similar", apart * change.support.similarity
    yield "exclusive framed", apart * framed
    yield "exclusive single", apart * float(len(change.gap.unused) == 1)
    yield "exclusive form", apart * float(_same_form(evidence, change.at, change.match))
    yield "exclusive near", apart * evidence.alignment.closeness()
    yield "exclusive any", float(any(source.text.tokens[at].stem in ours for at in change.gap.unused))


def _has(analysis: Analysis, sentence: int, stems: frozenset[str]) -> bool:
    """Say whether a sentence has one of some stems."""
    return any(token.stem in stems for token in analysis.text.words_of(analysis.text.sentences[sentence]))


def _common_kin(stem: str, other: str) -> float:
    """Return how many words are related to both, up to four, as a share."""
    ours, theirs = relatives(stem), relatives(other)
    shared = sum(ours[one] in AKIN and theirs[one] in AKIN for one in ours.keys() & theirs.keys())
    return min(shared, 4) / 4


def _changed(evidence: Evidence, sentence: Sentence) -> float:
    """Return the share of the sentence's content words that rest on nothing in its support."""
    content = evidence.analyses.variant.clauses.content_in(*sentence.tokens)
    return sum(evidence.grounding.matches[at] == NONE for at in content) / len(content)
