"""Nouns that stand for somebody, a body or a place where the source has another: "the hospital" for "the town hall"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.language.function_words import DETERMINERS
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.lexicon.kinds import WIDE, kind, kindred, siblings
from artdiff.engine.lexicon.qualifiers import exclude
from artdiff.engine.remembering import remembered
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.contexts import neighbours
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.slots import key
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

REACH = 3
"""How many content words on each side of a noun tell its slot."""
LEAST_AGREEMENT = 0.75
DEFINITE = frozenset("the this that its their his her our".split())
MODIFIERS = 2
"""How many words in front of a noun belong to what is shown."""
COUNTERPARTS = {
    one: other
    for pair in (
        "son daughter,brother sister,husband wife,father mother,uncle aunt,nephew niece,grandson granddaughter,"
        "grandfather grandmother,man woman,boy girl,widow widower,sons daughters,brothers sisters,men women,boys girls,"
        "male female,males females,boyfriend girlfriend,father-in-law mother-in-law,brother-in-law sister-in-law,"
        "son-in-law daughter-in-law,stepson stepdaughter,stepfather stepmother,schoolboy schoolgirl,schoolboys schoolgirls,"
        "king queen,prince princess,husbands wives,uncles aunts,fathers mothers,bull cow"
    ).split(",")
    for one, other in (pair.split(), pair.split()[::-1])
}
KINDS = {"p": FactKind.PERSON, "k": FactKind.PERSON, "g": FactKind.ORGANISATION, "l": FactKind.PLACE}


class _Match(NamedTuple):
    """A source noun that stands where the variant has another.

    Attributes:
        rule: which of this module's rules found it.
        at: its token.
        agreement: how many words around both agree, near ones counting most.
        lead: the words in front of both are the same, articles and adjectives left out.
        letters: the kinds that both have.
    """

    rule: str
    at: int
    agreement: float
    lead: bool
    letters: frozenset[str]


def judge_stand_ins(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every such noun that the source's sentences lack, if another of its kind stands there."""
    grounds, matches, least = evidence.grounding.grounds, evidence.grounding.matches, Ground.PARAGRAPH
    variant = evidence.analyses.variant
    norms, content = variant.text.norms, variant.clauses.content
    for sentence, support in evidence.linked_sentences():
        for at in variant.clauses.content_in(*sentence.tokens):
            match, place = None, matches[at]
            if grounds[at] <= least:
                if _may_stand_in(variant, at) and not evidence.explained[at]:
                    nouns = [noun for index in support.sentences for noun in _nouns(evidence.analyses.source, index)]
                    match = _best(evidence, at, nouns) if _is_suspect(evidence, at, nouns) else None
                if match is None and norms[at] in COUNTERPARTS:
                    match = _other_sex(evidence, at, support.sentences)
            if match is None and place > 0 and at and content[at - 1] and matches[at - 1] != place - 1:
                match = _qualified(evidence, at, place)
            if match:
                yield _judgement(evidence, at, match)


@remembered(1 << 10)
def _nouns(source: Analysis, index: int) -> list[int]:
    """Return the nouns of a source sentence."""
    norms = source.text.norms
    return [at for at in source.clauses.content_in(*source.text.sentences[index].tokens) if kind(norms[at]).letters]


def _may_stand_in(variant: Analysis, at: int) -> bool:
    """Say whether a word is a noun that tells of somebody, a body or a place, not too wide."""
    letters = kind(variant.text.norms[at]).letters
    if not letters or WIDE in letters:
        return False
    token = variant.text.tokens[at]
    return token.kind is WORD and not token.text[0].isupper()


def _is_suspect(evidence: Evidence, at: int, nouns: list[int]) -> bool:
    """Say whether the source has nouns, and none that may mean what one of the variant does."""
    token, tokens = evidence.analyses.variant.text.tokens[at], evidence.analyses.source.text.tokens
    return bool(nouns) and not any(kindred(token, tokens[other]) for other in nouns)


def _is_the_same(evidence: Evidence, at: int, other: int) -> bool:
    """Say whether "the university" may be what the source calls "the school" here, and "university" elsewhere."""
    source, variant = evidence.analyses
    definite = at > 0 and variant.text.tokens[at - 1].norm in DEFINITE
    known = evidence.grounding.grounds[at] is not Ground.NOTHING
    return definite and known and siblings(variant.text.tokens[at].norm, source.text.tokens[other].norm)


def _best(evidence: Evidence, at: int, nouns: list[int]) -> _Match | None:
    source, variant = evidence.analyses
    token = variant.text.tokens[at]
    letters = kind(token.norm).letters
    found: list[_Match] = []
    for other in nouns:
        theirs = kind(source.text.tokens[other].norm).letters
        shared = letters & theirs
        if not shared or "k" in shared or other in evidence.grounding.used or _is_the_same(evidence, at, other):
            continue
        lead = _lead(variant, at) == _lead(source, other)
        found.append(_Match("stand_ins.other", other, _agreement(evidence, at, other), lead, shared))
    best = max(found, key=lambda match: (match.agreement + 0.5 * match.lead, -match.at), default=None)
    return best if best and best.agreement + 0.5 * best.lead >= LEAST_AGREEMENT else None


def _other_sex(evidence: Evidence, at: int, supports: Sequence[int]) -> _Match | None:
    """Return the source's noun for the other sex, where the variant has no base for its own: "son" for "daughter"."""
    source, variant = evidence.analyses
    other = COUNTERPARTS.get(variant.text.tokens[at].norm)
    if other is None or evidence.grounding.grounds[at] > Ground.DOCUMENT:
        return None
    places = [place for index in supports for place in range(*source.text.sentences[index].tokens)]
    norms = {source.text.tokens[place].norm for place in places}
    place = next((noun for noun in places if source.text.tokens[noun].norm == other), None)
    if place is None or place in evidence.grounding.used or variant.text.tokens[at].norm in norms:
        return None
    return _Match("stand_ins.sex", place, _agreement(evidence, at, place), lead=False, letters=frozenset("k"))


def _qualified(evidence: Evidence, at: int, place: int) -> _Match | None:
    """Return the source's qualifier of a noun, where the variant has one that excludes it: "county judge"."""
    source, variant = evidence.analyses
    letters = _letters(variant.text.norms[at])
    if not letters or not exclude(variant.text.norms[at - 1], source.text.norms[place - 1]):
        return None
    if evidence.explained[at - 1] or place - 1 in evidence.grounding.used:
        return None
    return _Match("stand_ins.qualifier", place, _agreement(evidence, at, place), lead=False, letters=letters)


def _letters(norm: str) -> frozenset[str]:
    return kind(norm).letters or (frozenset("p") if is_role(norm) else frozenset())


def _agreement(evidence: Evidence, at: int, other: int) -> float:
    """Return about how many of the words around the two rest on each other."""
    source, variant = evidence.analyses
    total = 0.0
    for step in (-1, 1):
        ours = neighbours(variant.clauses, at, step)
        theirs = [key(source.text.tokens[index].stem) for index in neighbours(source.clauses, other, step)]
        for place, index in enumerate(ours):
            word = key(variant.text.tokens[index].stem)
            if word in theirs:
                total += 0.8 ** max(place, theirs.index(word))
    return total


def _lead(analysis: Analysis, at: int) -> str:
    """Return the word in front of a noun, articles and what qualifies it left out."""
    tokens, content = analysis.text.tokens, analysis.clauses.content
    at -= 1
    while at > 0 and (tokens[at].norm in DETERMINERS or (content[at] and not tokens[at].norm.endswith(("ed", "s")))):
        at -= 1
    return tokens[at].norm if at >= 0 else ""


def _judgement(evidence: Evidence, at: int, match: _Match) -> Judgement:
    source, variant = evidence.analyses
    ours, theirs = variant.text.tokens[at].norm, source.text.tokens[match.at].norm
    spans = Pair(_span(source, match.at), _span(variant, at))
    said, meant = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    features = (
        ("agreement", match.agreement),
        ("lead", float(match.lead)),
        ("sibling", float(siblings(ours, theirs))),
        ("elsewhere", float(evidence.grounding.grounds[at] is not Ground.NOTHING)),
        ("place", float("l" in match.letters)),
        ("body", float("g" in match.letters)),
        ("kin", float("k" in match.letters)),
        ("wide", float(WIDE in kind(theirs).letters)),
        ("number", float(_plural(variant, at) == _plural(source, match.at))),
    )
    reason = f"The source has {meant} here, not {said}."
    least = 0.2 if match.rule == "stand_ins.other" else 0.5
    strength = min(0.9, least + 0.15 * match.agreement + 0.1 * match.lead)
    kind_of = fact_kind(variant.text.tokens[at].norm, match.letters)
    return Judgement(Verdict.ALTERED, kind_of, spans, reason, match.rule, strength, features)


def fact_kind(norm: str, letters: frozenset[str]) -> FactKind:
    """Return what kind of fact a noun with these letters tells."""
    if "p" in letters and is_role(norm):
        return FactKind.ROLE
    return next((KINDS[letter] for letter in "kplg" if letter in letters), FactKind.PERSON)


def _plural(analysis: Analysis, at: int) -> bool:
    norm = analysis.text.tokens[at].norm
    return norm.endswith("s") and not norm.endswith("ss")


def _span(analysis: Analysis, at: int) -> Span:
    """Return a noun's span with the words that qualify it."""
    tokens, content = analysis.text.tokens, analysis.clauses.content
    first = at
    while first > 0 and at - first < MODIFIERS and content[first - 1] and tokens[first - 1].kind is WORD:
        first -= 1
    return Span(tokens[first].start, tokens[at].end)
