"""Substitutions: a content word replaced by one that means something else, in a clause that is otherwise kept."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.measures import units
from artdiff.engine.grounding import NONE, NOTHING, PARAGRAPH
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.lexicon.classes import LETTERS, kinship, likeness, word_class
from artdiff.engine.lexicon.exclusives import exclusives
from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.related import usage, use_alike
from artdiff.engine.lexicon.synonyms import AKIN, Relation, relation, relatives
from artdiff.engine.lexicon.words import generalities, reporting
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.contexts import same_place
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.gaps import find_gap
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.counterparts.gaps import Gap
    from artdiff.engine.verdicts.judgement import Features

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
CLASSES: Final = {letter: f"class {letter}" for letter in LETTERS}
REMEMBERED = 1 << 15
"""Of how many words the inflection is kept ready."""
ENDINGS = ("ed", "ing", "ly", "s", "er", "ion")


class Change(NamedTuple):
    """A variant's word in the place of a source's word."""

    at: int
    match: int
    gap: Gap
    alone: bool
    near: float
    support: Support


def judge_substitutions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that stands where the source has another, unrelated one."""
    near = evidence.alignment.closeness()
    for sentence, support in evidence.linked_sentences():
        if support.similarity < LEAST_SIMILARITY:
            continue
        baseless = _baseless(evidence, sentence)
        for at in baseless:
            gap = find_gap(evidence, at, at + 1, sentence)
            match = _counterpart(evidence, at, gap)
            if match != NONE:
                alone = not any(abs(at - other) <= LONE for other in baseless if other != at)
                yield _judgement(evidence, Change(at, match, gap, alone, near, support), sentence)


LONE = 4
"""Without base within so many tokens, a word is not the only one that was changed."""


def _baseless(evidence: Evidence, sentence: Sentence) -> list[int]:
    """Return the plain words of a sentence that may stand for others of the source."""
    tokens, clauses = evidence.analyses.variant.text.tokens, evidence.analyses.variant.clauses
    grounds, explained, reports = evidence.grounding.grounds, evidence.explained, reporting()
    return [
        at
        for at in clauses.content_in(*sentence.tokens)
        if grounds[at] <= PARAGRAPH and not explained[at] and _is_plain(tokens[at]) and tokens[at].stem not in reports
    ]


def _counterpart(evidence: Evidence, at: int, gap: Gap) -> int:
    """Return the source's word that this one most likely replaces; -1 where there is none."""
    source, variant = evidence.analyses
    stem = variant.text.tokens[at].stem
    told = [match for match in gap.unused if _is_plain(source.text.tokens[match])]
    if any(relation(stem, source.text.tokens[match].stem) in AKIN for match in told):
        return NONE
    rows = [match for match in told if _may_replace(stem, source.text.tokens[match].stem)]
    if len(rows) < 2:
        return rows[0] if rows else NONE
    return max(rows, key=lambda match: (_likeness(evidence, at, match), -match))


def _is_plain(token: Token) -> bool:
    """Say whether a word is no name, no date and no unit: those have judges of their own."""
    norm = token.norm
    return token.kind is WORD and not token.text[0].isupper() and norm not in TIMES and norm not in units()


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
    ours, theirs = evidence.analyses.variant.text.stems, evidence.analyses.source.text.stems
    before = at > 0 and match > 0 and ours[at - 1] == theirs[match - 1]
    return before, at + 1 < len(ours) and match + 1 < len(theirs) and ours[at + 1] == theirs[match + 1]


def _embedded(evidence: Evidence, at: int, match: int) -> float:
    """Return how many tokens in a row are the same before and behind both words, up to three a side, as a share."""
    ours, theirs = evidence.analyses.variant.text.stems, evidence.analyses.source.text.stems
    agreeing = 0
    for step in (-1, 1):
        for far in range(1, DEPTH + 1):
            one, other = at + step * far, match + step * far
            if not (0 <= one < len(ours) and 0 <= other < len(theirs)) or ours[one] != theirs[other]:
                break
            agreeing += 1
    return agreeing / (2 * DEPTH)


def _same_form(evidence: Evidence, at: int, match: int) -> bool:
    source, variant = evidence.analyses
    return _form(variant.text.norms[at]) == _form(source.text.norms[match])


@lru_cache(maxsize=REMEMBERED)
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
        "substitutions.close" if change.near >= CLOSE_REWRITE else "substitutions.free",
        0.4,
        _features(evidence, change, sentence),
    )


def _features(evidence: Evidence, change: Change, sentence: Sentence) -> Features:
    source, variant = evidence.analyses
    at, match, unused, alone = change.at, change.match, len(change.gap.unused), float(change.alone)
    ours, theirs = variant.text.stems[at], source.text.stems[match]
    place, similarity = same_place(evidence, at, match), change.support.similarity
    before, after = _beside(evidence, at, match)
    both, framed, frames = float(place.before and place.after), float(before and after), before + after
    use, their_use, kin = usage(ours), usage(theirs), kinship(ours, theirs)
    return (
        ("nothing", float(evidence.grounding.grounds[at] is NOTHING)),
        ("before", float(place.before)),
        ("after", float(place.after)),
        ("both", both),
        ("beside before", float(before)),
        ("beside after", float(after)),
        ("framed", framed),
        ("framed similar", framed * similarity),
        ("both similar", both * similarity),
        ("embedded", _embedded(evidence, at, match)),
        ("shared", place.shared / 6),
        ("single", float(unused == 1)),
        ("unused", min(unused, 6) / 6),
        ("alone", alone),
        ("alone similar", alone * similarity),
        ("form", float(_same_form(evidence, at, match))),
        ("speech", 1.0 - abs(use.verb - their_use.verb)),
        ("verb", use.verb),
        ("near", use_alike(ours, theirs)),
        *_loosely(evidence, change, sentence),
        ("base", evidence.grounding.bases[at]),
        ("weight", use.weight),
        ("their weight", their_use.weight),
        *_exclusive(evidence, change, framed=frames),
        ("root", float(ours[:ROOT] == theirs[:ROOT])),
        ("kin", _common_kin(ours, theirs)),
        ("class", likeness(ours, theirs)),
        ("kinship", kin),
        ("kinship similar", kin * similarity),
        ("kinship framed", kin * frames),
        *[(CLASSES[letter], share) for letter, share in word_class(ours).shares.items()],
        ("empty", float(ours in generalities() or theirs in generalities())),
        ("changed", _changed(evidence, sentence)),
    )


def _loosely(evidence: Evidence, change: Change, sentence: Sentence) -> Features:
    """Return whether a rewrite may put the one word for the other, or for others around."""
    source, variant = evidence.analyses
    theirs = source.text.stems
    loose, back = paraphrases(variant.text.stems[change.at]), paraphrases(theirs[change.match])
    told = float(theirs[change.match] in loose)
    return (
        ("loosely", told),
        ("loosely similar", told * change.support.similarity),
        ("loosely there", float(bool(loose) and any(_has(source, one, loose) for one in change.support.sentences))),
        ("loosely unused", float(not loose.isdisjoint([theirs[at] for at in change.gap.unused]))),
        ("their loosely", float(not back.isdisjoint(variant.text.stems[slice(*sentence.tokens)]))),
        ("known", float(bool(loose))),
        ("both known", float(bool(loose and back))),
    )


def _exclusive(evidence: Evidence, change: Change, *, framed: int) -> Features:
    """Return whether the one word excludes the other as a fact, and how surely it stands in its place."""
    stems, ours = evidence.analyses.source.text.stems, exclusives(evidence.analyses.variant.text.stems[change.at])
    unused = change.gap.unused
    apart = float(stems[change.match] in ours)
    return (
        ("exclusive", apart),
        ("exclusive similar", apart * change.support.similarity),
        ("exclusive framed", apart * framed),
        ("exclusive single", apart * float(len(unused) == 1)),
        ("exclusive form", apart * float(_same_form(evidence, change.at, change.match)) if apart else 0.0),
        ("exclusive near", apart * change.near),
        ("exclusive any", float(not ours.isdisjoint([stems[at] for at in unused]))),
    )


def _has(analysis: Analysis, sentence: int, stems: frozenset[str]) -> bool:
    """Say whether a sentence has one of some stems."""
    return not stems.isdisjoint(analysis.text.stems[slice(*analysis.text.sentences[sentence].tokens)])


def _common_kin(stem: str, other: str) -> float:
    """Return how many words are related to both, up to four, as a share."""
    ours, theirs = relatives(stem), relatives(other)
    if ours.keys().isdisjoint(theirs.keys()):
        return 0.0
    shared = sum(ours[one] in AKIN and theirs[one] in AKIN for one in ours.keys() & theirs.keys())
    return min(shared, 4) / 4


def _changed(evidence: Evidence, sentence: Sentence) -> float:
    """Return the share of the sentence's content words that rest on nothing in its support."""
    content, matches = evidence.analyses.variant.clauses.content_in(*sentence.tokens), evidence.grounding.matches
    return [matches[at] for at in content].count(NONE) / len(content)
