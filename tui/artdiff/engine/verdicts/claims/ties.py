"""Ties between persons, family above all, that the source knows nothing of: "a cousin of the mayor", "whose brother drowned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.language.function_words import PREPOSITIONS
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.kinds import kindred
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.judgement import Features, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

FAMILY = frozenset(
    stems(
        "mother father wife husband sister brother daughter son aunt uncle niece nephew grandmother grandfather grandson "
        "granddaughter cousin girlfriend boyfriend fiance fiancee fiancée widow widower stepson stepdaughter stepfather stepmother "
        "mother-in-law father-in-law son-in-law daughter-in-law brother-in-law sister-in-law ex-wife ex-husband twin godfather "
        "godson half-brother half-sister".split()
    )
)
OTHERS = frozenset(
    stems("pupil friend classmate schoolmate protege protégé mentor disciple lover roommate godchild".split())
)
"""Ties that are no kinship."""
TIES = FAMILY | OTHERS
GENERAL = frozenset(
    stems(
        "family relative parent child kin sibling spouse couple partner married marry born brood baby toddler grandchild".split()
    )
)
"""Words of the source that may stand for a tie of family."""
TELLING = FAMILY | OTHERS | GENERAL
GENERATIONS = tuple(
    (frozenset(stems(older.split())), frozenset(stems(younger.split())))
    for older, younger in (
        ("mother father stepmother stepfather", "son daughter stepson stepdaughter twin"),
        ("grandmother grandfather", "grandson granddaughter"),
        ("aunt uncle", "nephew niece"),
        ("mother-in-law father-in-law", "son-in-law daughter-in-law"),
        ("godfather", "godson"),
        ("husband ex-husband widower", "wife ex-wife widow"),
        ("brother half-brother", "sister half-sister"),
    )
)
"""Words of which one may tell the other's tie from the other end."""
STOPS = frozenset(',;:.!?—–()“”"')
BEFORE, BEHIND = 3, 10
"""How many tokens around the word belong to it at most."""


def judge_ties(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every tie that neither the source's supporting sentences nor the linked paragraphs tell of."""
    text = evidence.analyses.variant.text
    if TIES.isdisjoint(text.stems):
        return
    source = evidence.grounding.places.keys() & TELLING
    for sentence, support in zip(text.sentences, evidence.alignment.supports, strict=True):
        first_copy = evidence.alignment.first_copies[sentence.paragraph] is None
        if not first_copy or text.paragraphs[sentence.paragraph].role is not ParagraphRole.BODY:
            continue
        first, last = sentence.tokens
        for at in [at for at, stem in enumerate(text.stems[first:last], first) if stem in TIES]:
            stem = text.stems[at]
            tied = stem in FAMILY or _is_owned(text.tokens, at)
            if not tied or evidence.grounding.grounds[at] > Ground.DOCUMENT or evidence.is_explained(at):
                continue
            if not _is_turned(evidence, sentence, at, support.sentences):
                near = _stems_of(evidence.analyses.source, support.sentences)
                rival = _rival(evidence, sentence, at, support.sentences) if stem in FAMILY else None
                yield _judgement(evidence, sentence, at, Pair(source, near), rival)


def _stems_of(source: Analysis, sentences: Iterable[int]) -> set[str]:
    return {stem for index in sentences for stem in source.text.stems[slice(*source.text.sentences[index].tokens)]}


def _kin_in(source: Analysis, sentences: Iterable[int]) -> Iterator[int]:
    """Yield the words of kinship in some source sentences."""
    for index in sentences:
        for at in range(*source.text.sentences[index].tokens):
            if source.text.tokens[at].stem in FAMILY:
                yield at


def _rival(evidence: Evidence, sentence: Sentence, at: int, supports: Iterable[int]) -> int | None:
    """Return the support's word of kinship that stands for nobody here and does not mean the same.

    That it tells the same tie from its other end has been ruled out by then.
    """
    source, tokens = evidence.analyses.source.text.tokens, evidence.analyses.variant.text.tokens
    said = {tokens[place].stem for place in range(*sentence.tokens)}
    rivals = _kin_in(evidence.analyses.source, supports)
    return next((one for one in rivals if _is_free(evidence, one, said) and not kindred(tokens[at], source[one])), None)


def _is_turned(evidence: Evidence, sentence: Sentence, at: int, supports: Iterable[int]) -> bool:
    """Say whether the supports tell the same tie from its other end: "a grandson of the founder", "whose grandfather"."""
    tokens, source = evidence.analyses.variant.text.tokens, evidence.analyses.source.text.tokens
    said, stem = {tokens[place].stem for place in range(*sentence.tokens)}, tokens[at].stem
    ends = {other for pair in GENERATIONS for end, other in (pair, pair[::-1]) if stem in end}
    kin = {source[one].stem for one in _kin_in(evidence.analyses.source, supports)} - said
    return any(not end.isdisjoint(kin) for end in ends)


def _is_free(evidence: Evidence, at: int, said: set[str]) -> bool:
    """Say whether a word of the source stands for nobody in the variant's sentence."""
    return at not in evidence.grounding.used and evidence.analyses.source.text.tokens[at].stem not in said


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """Say whether it is told whose it is: "a pupil of Halmos", "the mayor's friend", "his friend"."""
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    owner = before is not None and (
        before.text.endswith(("'s", "’s")) or before.norm in {"his", "her", "their", "whose"}
    )
    return owner or behind == "of"


def _judgement(evidence: Evidence, sentence: Sentence, at: int, known: Pair[set[str]], rival: int | None) -> Judgement:
    """Judge a tie: with the stems of the source and of the supports, and the support's word of kinship in its place."""
    variant = evidence.analyses.variant
    tokens = variant.text.tokens
    first, last = _phrase(tokens, at, sentence)
    span = Span(tokens[first].start, tokens[last - 1].end)
    apart = first > 0 and tokens[first - 1].text in STOPS
    features = (
        ("nowhere", float(evidence.grounding.grounds[at] is Ground.NOTHING)),
        ("owned", float(_is_owned(tokens, at))),
        ("apart", float(apart)),
        ("whose", float(tokens[first].norm == "whose")),
        ("other", float(tokens[at].stem in OTHERS)),
        ("several", float(tokens[at].norm.endswith("s") and tokens[at].norm != tokens[at].stem)),
        ("family", float(bool(known.source & (FAMILY | GENERAL)))),
        ("beside", float(bool(known.variant & (FAMILY | GENERAL)))),
    )
    strength = (
        0.5 + 0.1 * features[0][1] + 0.1 * features[1][1] + 0.1 * apart - 0.1 * features[5][1] - 0.2 * features[6][1]
    )
    if rival is not None:
        return _other_kin(evidence, at, rival, features)
    reason = f"The source tells of no such tie: {quote(variant.text.document.text, span)}."
    return Judgement(
        Verdict.HALLUCINATED, FactKind.RELATION, Pair(None, span), reason, "relations.tie", strength, features
    )


def _other_kin(evidence: Evidence, at: int, rival: int, features: Features) -> Judgement:
    source, variant = evidence.analyses
    ours, theirs = variant.text.tokens[at], source.text.tokens[rival]
    spans: Pair[Span | None] = Pair(Span(theirs.start, theirs.end), Span(ours.start, ours.end))
    reason = f"The source has “{theirs.norm}” here, not “{ours.norm}”."
    return Judgement(Verdict.ALTERED, FactKind.PERSON, spans, reason, "kin.other", 0.6, features)


def _phrase(tokens: Sequence[Token], at: int, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens that tell of the tie: with its article or owner and what follows it up to the next stop."""
    first = at
    while first > max(sentence.tokens[0], at - BEFORE) and _belongs(tokens[first - 1]):
        first -= 1
    last = at + 1
    while last < min(sentence.tokens[1], at + BEHIND) and tokens[last].text not in STOPS:
        last += 1
    clause = tokens[first].norm == "whose" or (at + 1 < len(tokens) and tokens[at + 1].norm == "of")
    return first, last if clause else at + 1


def _belongs(token: Token) -> bool:
    return token.text not in STOPS and token.norm not in PREPOSITIONS
