"""Contraries: a word or phrase replaced by its opposite, or by what excludes it, in a clause that otherwise says the same."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.measures import units
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.operators import Force
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.exclusives import exclusives
from artdiff.engine.lexicon.phrases import group_words
from artdiff.engine.lexicon.synonyms import antonyms
from artdiff.engine.values import FactKind, Pair
from artdiff.engine.verdicts.counterparts.chains import chains, parity, share_of_clause
from artdiff.engine.verdicts.counterparts.contexts import of_place, same_place
from artdiff.engine.verdicts.polarity.agreeing import say_the_same
from artdiff.engine.verdicts.polarity.converses import are_converse
from artdiff.engine.verdicts.polarity.degrees import judge_degrees, opposed, stems_of_clause
from artdiff.engine.verdicts.polarity.wholes import make_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.grounding import Grounding
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Judgement

DENIALS = frozenset(
    stems(
        "deny admit confirm acknowledge concede confess dispute refute agree decline refuse apologize apologise".split()
    )
)
"""Words whose replacement by an opposite turns what they govern: a matter of negation."""
KIN = frozenset(
    stems(
        "mother father wife husband sister brother daughter son aunt uncle niece nephew grandmother grandfather grandson "
        "granddaughter cousin girlfriend boyfriend fiance fiancee widow widower stepson stepdaughter".split()
    )
)


STANCE = frozenset(
    stems(
        "accept reject deny admit acknowledge confirm refuse decline welcome oppose support approve back endorse dismiss concede "
        "dispute praise criticize condemn agree veto sign resign".split()
    )
)
"""Words that say where somebody stands."""
COMPASS = frozenset(stems("north south east west northern southern eastern western".split()))


TURNS = frozenset(
    "until again initially originally first previously formerly earlier eventually reopen reopens".split()
)
SMALL = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


PARTICLES = frozenset("off out up down over away back on along through apart".split())


class _Unit(NamedTuple):
    """A word or a phrase.

    Attributes:
        head: index of the token that counts for its surroundings.
        words: the stems that mean the same.
    """

    first: int
    last: int
    head: int
    words: frozenset[str]


class _There(NamedTuple):
    """What nothing in the variant rests on of a source sentence.

    Attributes:
        free: its content tokens.
        phrases: those that they head.
        stems: all that these words and phrases mean.
    """

    free: Collection[int]
    phrases: list[_Unit]
    stems: AbstractSet[str]


def judge_contraries(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word or phrase that stands where the source has its opposite."""
    known: dict[int, _There] = {}
    first_copies, supports = evidence.alignment.first_copies, evidence.alignment.supports
    for number, sentence in enumerate(evidence.analyses.variant.text.sentences):
        sentences = supports[number].sentences
        if not sentences or first_copies[sentence.paragraph] is not None:
            continue
        ours = _variant_units(evidence, number)
        if ours:
            for index in sentences:
                if index not in known:
                    known[index] = _read(evidence.analyses.source, index, evidence.grounding)
            yield from _opposites(evidence, ours, [known[index] for index in sentences])
        yield from judge_degrees(evidence, sentence, sentences)


def unused_content(evidence: Evidence, sentences: tuple[int, ...]) -> list[int]:
    """Return the content tokens of these source sentences that no variant word rests on."""
    source = evidence.analyses.source
    used = evidence.grounding.used
    return [
        at
        for index in sentences
        for at in source.clauses.content_in(*source.text.sentences[index].tokens)
        if at not in used
    ]


def _opposites(evidence: Evidence, ours: list[_Unit], sides: list[_There]) -> Iterator[Judgement]:
    sides = [
        side for side in sides if any(not _against(word).isdisjoint(side.stems) for unit in ours for word in unit.words)
    ]
    theirs: dict[str, list[_Unit]] = {}
    for side in sides:
        for unit in (*_words(evidence.analyses.source, side.free), *side.phrases):
            for word in unit.words:
                theirs.setdefault(word, []).append(unit)
    for unit in ours if theirs else ():
        judged = _judged(evidence, unit, theirs, antonyms, "contraries.opposite")
        if not judged and unit.last - unit.first == 1:
            judged = _judged(evidence, unit, theirs, exclusives, "contraries.exclusive")
        if judged:
            yield max(judged, key=lambda one: one.strength)


def _judged(
    evidence: Evidence,
    unit: _Unit,
    theirs: Mapping[str, Sequence[_Unit]],
    against: Callable[[str], AbstractSet[str]],
    rule: str,
) -> list[Judgement]:
    """Return the judgements on a unit beside each of the source's that a table has against it."""
    source, variant = evidence.analyses
    told = [known for word in unit.words if not (known := against(word)).isdisjoint(theirs)]
    if not told:
        return []
    found = {other for known in told for stem in known & theirs.keys() for other in theirs[stem]}
    return [
        judgement
        for other in sorted(found)
        if not _same_words(variant, unit, source, other)
        and (judgement := _opposed(evidence, unit, other, rule)) is not None
    ]


def _variant_units(evidence: Evidence, sentence: int) -> list[_Unit]:
    """Return the words of a sentence that rest on nothing close and have opposites, and its phrases."""
    variant, matches, explained = evidence.analyses.variant, evidence.grounding.matches, evidence.explained
    content, stems_of = variant.clauses.content_in(*variant.text.sentences[sentence].tokens), variant.text.stems
    free = {at: None for at in content if matches[at] == NONE and not explained[at]}
    measures = _measures()
    found = [at for at in free if _against(stems_of[at]) and stems_of[at] not in measures]
    return [
        *_words(variant, found),
        *(
            unit
            for unit in _phrases(variant, sentence, free)
            if any(map(_against, unit.words)) and measures.isdisjoint(stems_of[unit.first : unit.last])
        ),
    ]


@lru_cache(maxsize=1 << 15)
def _against(stem: str) -> frozenset[str]:
    """Return all that the tables have against a word."""
    return antonyms(stem) | exclusives(stem)


def _read(source: Analysis, index: int, grounding: Grounding) -> _There:
    content, stems_of = source.clauses.content_in(*source.text.sentences[index].tokens), source.text.stems
    free = {at: None for at in content if at not in grounding.used}
    phrases = list(_phrases(source, index, free))
    told = frozenset([stems_of[at] for at in free])
    return _There(free, phrases, told.union(*[unit.words for unit in phrases]) if phrases else told)


def _words(analysis: Analysis, places: Iterable[int]) -> Iterator[_Unit]:
    """Yield the words among some content tokens."""
    tokens = analysis.text.tokens
    return (_Unit(at, at + 1, at, _alone(tokens[at].stem)) for at in places if tokens[at].kind is WORD)


def _phrases(analysis: Analysis, sentence: int, free: Collection[int]) -> Iterator[_Unit]:
    """Yield the phrases of a sentence that some of its content tokens head."""
    first = analysis.text.sentences[sentence].tokens[0]
    for phrase in analysis.phrases[sentence]:
        words = group_words(phrase.groups)
        heads = analysis.clauses.content_in(first + phrase.start, first + phrase.end) if words else ()
        if heads and heads[0] in free:
            yield _Unit(first + phrase.start, first + phrase.end, heads[0], words)


@lru_cache(maxsize=1 << 15)
def _alone(stem: str) -> frozenset[str]:
    return frozenset({stem})


def _same_words(variant: Analysis, unit: _Unit, source: Analysis, other: _Unit) -> bool:
    ours = [token.stem for token in variant.text.tokens[unit.first : unit.last]]
    return ours == [token.stem for token in source.text.tokens[other.first : other.last]]


@cache
def _measures() -> frozenset[str]:
    """Return the stems of units of measure: years and months are no opposites but different figures."""
    return frozenset(stems(sorted(units())))


def _opposed(evidence: Evidence, unit: _Unit, other: _Unit, rule: str) -> Judgement | None:
    """Judge an opposite in its place; None where one of both is denied, so that they say the same, or nothing is shared."""
    found = chains(evidence, unit.head, other.head)
    place = same_place(evidence, unit.head, other.head)
    if parity(found.variant) != parity(found.source) or not place.shared:
        return None
    if are_converse(evidence, unit.head, other.head) or say_the_same(evidence, unit.head, other.head):
        return None
    if _is_survivor(evidence.analyses.variant, unit) or _is_survivor(evidence.analyses.source, other):
        return None
    source, variant = evidence.analyses
    share, kept = share_of_clause(evidence, unit.head, other.head)
    features = (
        *of_place(place, share, kept),
        ("form", float(_form(variant.text.tokens[unit.head].norm) == _form(source.text.tokens[other.head].norm))),
        ("phrase", float(unit.last - unit.first > 1 or other.last - other.first > 1)),
        ("hedged", float(bool(found.variant) != bool(found.source))),
        ("kin", float(bool(unit.words & KIN and other.words & KIN))),
        ("stance", float(bool(unit.words & STANCE and other.words & STANCE))),
        ("compass", float(bool(unit.words & COMPASS and other.words & COMPASS))),
        ("turning", float(_turns(variant, unit) != _turns(source, other))),
        ("numbers", float(_number(variant, unit) != _number(source, other))),
        ("whole", float(make_whole(evidence, Pair(other.head, unit.head)))),
        ("denials", float(_denials_beside(variant, unit) != _denials_beside(source, other))),
        ("particle", float(_particle(variant, unit) != _particle(source, other))),
        ("opposites", float(_are_both_turned(evidence, unit.head, other.head))),
        ("verbs", float(all(_is_past(*side) for side in ((variant, unit.head), (source, other.head))))),
    )
    strength = min(0.95, 0.5 + 0.1 * (place.shared + place.before + place.after))
    spans = Pair(_span(source, other), _span(variant, unit))
    return opposed(evidence, spans, _kind(unit, other), rule, strength, features)


def _are_both_turned(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether the clauses have other opposites too, so that they agree: "keep it shut", "stop it from reopening"."""
    source, variant = evidence.analyses
    ours, theirs = stems_of_clause(variant, at), stems_of_clause(source, match)
    ours, theirs = ours - theirs - {variant.text.stems[at]}, theirs - ours - {source.text.stems[match]}
    return any(not antonyms(stem).isdisjoint(theirs) for stem in ours)


def _turns(analysis: Analysis, unit: _Unit) -> bool:
    """Say whether a sentence tells of a turn, before which the opposite was the case: "closed until", "opens again"."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[unit.head]].tokens
    return not TURNS.isdisjoint(analysis.text.norms[first:last])


def _number(analysis: Analysis, unit: _Unit) -> str:
    """Return the number nearest before a word in its clause: four of six may have died where two survived."""
    clause = analysis.clauses.clauses[analysis.clauses.clause_of[unit.head]]
    for norm in reversed(analysis.text.norms[clause.first : unit.first]):
        if norm in SMALL or norm.isdigit():
            return SMALL.get(norm, norm)
    return ""


def _is_survivor(analysis: Analysis, unit: _Unit) -> bool:
    """Say whether "surviving" stands before a wife or husband: that is a widow or widower."""
    before = analysis.text.tokens[unit.first - 1] if unit.first else None
    return bool(unit.words & KIN) and before is not None and before.norm == "surviving"


def _denials_beside(analysis: Analysis, unit: _Unit) -> int:
    """Return 1 where an odd number of denials stands in a word's clause: "accepted none of them", "will probably not start"."""
    owner = analysis.clauses.clause_of[unit.head]
    if owner == NONE:
        return 0
    part = analysis.clauses.clauses[owner]
    starting = analysis.operators.starting
    found = {starting[at] for at in range(part.first, part.last) if at in starting and not unit.first <= at < unit.last}
    return sum(operator.force in {Force.NOMINAL, Force.PLAIN} for operator in found) % 2


def _span(analysis: Analysis, unit: _Unit) -> Span:
    tokens = analysis.text.tokens
    return Span(tokens[unit.first].start, tokens[unit.last - 1].end)


def _kind(unit: _Unit, other: _Unit) -> FactKind:
    if unit.words & KIN and other.words & KIN:
        return FactKind.PERSON
    if _is_side(unit.words) and _is_side(other.words):
        return FactKind.PLACE
    return FactKind.EVENT if (unit.words | other.words).isdisjoint(DENIALS) else FactKind.NEGATION


def _is_side(words: frozenset[str]) -> bool:
    """Say whether words name a side of the compass: "north", "north-east"."""
    return any(not COMPASS.isdisjoint(word.split("-")) for word in words)


def _is_past(analysis: Analysis, at: int) -> bool:
    return analysis.text.tokens[at].norm.endswith("ed")


def _particle(analysis: Analysis, unit: _Unit) -> str:
    """Return the particle behind a word, which makes it another one: "broke off", "holding out"."""
    tokens = analysis.text.tokens
    behind = tokens[unit.last].norm if unit.last < len(tokens) else ""
    return behind if behind in PARTICLES else ""


def _form(norm: str) -> str:
    """Return a word's inflection as far as its ending tells it."""
    return next((ending for ending in ("ed", "ing", "ly", "s") if norm.endswith(ending)), "")
