"""How many of what: "both lines" for "one of its two lines", "unanimously" for "by 5 votes to 4", "most of it" for "40 percent"."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.numerals import begins_number, read_plain
from artdiff.engine.language.operators import Force
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.remembering import remembered
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.slots import key
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token


class Extent(Enum):
    """How much of something."""

    ALL = "all"
    ALL_BUT = "all but"
    MOST = "most"
    HALF = "half"
    PART = "part"
    ONE = "one"
    NONE = "none"
    UNANIMOUS = "unanimous"
    SPLIT = "split"


WORDS: Final = {
    word: extent
    for extent, words in (
        (Extent.ALL, "all every each both"),
        (Extent.MOST, "most"),
        (Extent.PART, "some several few"),
        (Extent.NONE, "none neither"),
        (Extent.UNANIMOUS, "unanimous unanimously unanimity"),
        (Extent.SPLIT, "split narrow narrowly divided dissenting dissented slim"),
    )
    for word in words.split()
}
CONFLICTS: Final = {
    Extent.ALL: frozenset({Extent.ALL_BUT, Extent.PART, Extent.ONE, Extent.NONE, Extent.HALF}),
    Extent.ALL_BUT: frozenset({Extent.ALL, Extent.NONE, Extent.ONE}),
    Extent.MOST: frozenset({Extent.NONE, Extent.ONE}),
    Extent.PART: frozenset({Extent.ALL, Extent.NONE}),
    Extent.ONE: frozenset({Extent.ALL, Extent.ALL_BUT, Extent.NONE}),
    Extent.NONE: frozenset({Extent.ALL, Extent.ALL_BUT, Extent.ONE, Extent.PART, Extent.MOST, Extent.HALF}),
    Extent.UNANIMOUS: frozenset({Extent.SPLIT}),
    Extent.SPLIT: frozenset({Extent.UNANIMOUS}),
}
VOTES: Final = frozenset({Extent.UNANIMOUS, Extent.SPLIT})
DENIED: Final = frozenset({"not", "n't", "never", "no", "without"})
ONES: Final = frozenset({"one", "single"})
TELLING: Final = ONES.union(WORDS)
OF: Final = frozenset({"of", "out"})
"""Behind a number they make it a part of something."""
AFTER_ALL: Final = frozenset("likelihood probability honesty and but".split())
BEFORE: Final = 3
"""How many tokens before a word may deny it."""
REACH: Final = 5
"""How many tokens behind a word that tells how many may name what."""
PRONOUNS: Final = frozenset("them these those it us whom which".split())


class _Told(NamedTuple):
    """How much of what a text tells, and where.

    Attributes:
        nouns: what of, synonyms as one; empty for "all of them".
        last: behind the token that names it.
    """

    extent: Extent
    nouns: dict[str, int]
    at: int
    last: int


def judge_quantifiers(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a suspicion for every "all", "none" and the like that the supporting sentences say otherwise of the same."""
    source, variant = analyses
    for index, sentence in enumerate(variant.text.sentences):
        supports = alignment.supports[index].sentences
        if not supports or alignment.first_copies[sentence.paragraph] is not None:
            continue
        ours = [one for one in _told(variant, index) if one.extent in CONFLICTS]
        theirs = [one for at in supports for one in _told(source, at)] if ours else []
        for one in ours:
            found = _against(one, theirs)
            if found and not _is_denied_alike(analyses, one, found):
                yield _judgement(analyses, one, found, theirs)


def _against(ours: _Told, theirs: Sequence[_Told]) -> _Told | None:
    """Return what the source says of the same that goes against it; None where it says as much somewhere."""
    same = [one for one in theirs if _of_same(ours, one)]
    if any(one.extent is ours.extent for one in same):
        return None
    return next((one for one in same if one.extent in CONFLICTS[ours.extent]), None)


def _is_denied_alike(analyses: Pair[Analysis], ours: _Told, theirs: _Told) -> bool:
    """Say whether a verb behind denies of all what none does: "both declined to answer", "neither would answer"."""
    pair = {ours.extent, theirs.extent}
    if pair != {Extent.ALL, Extent.NONE}:
        return False
    analysis, told = (analyses.variant, ours) if ours.extent is Extent.ALL else (analyses.source, theirs)
    behind = (analysis.operators.starting.get(at) for at in range(told.at + 1, told.last + REACH))
    return any(operator and operator.force >= Force.GOVERNS for operator in behind)


def _of_same(ours: _Told, theirs: _Told) -> bool:
    """Say whether both tell how much of the same; a vote is the same vote."""
    if ours.extent in VOTES or theirs.extent in VOTES:
        return ours.extent in VOTES and theirs.extent in VOTES
    return not ours.nouns or not theirs.nouns or not ours.nouns.keys().isdisjoint(theirs.nouns)


def _told(analysis: Analysis, index: int) -> Iterator[_Told]:
    """Yield how much of what a sentence tells."""
    tokens, (first, last) = analysis.text.tokens, analysis.text.sentences[index].tokens
    norms = analysis.text.norms[first:last]
    telling = [] if TELLING.isdisjoint(norms) else [at for at, norm in enumerate(norms, first) if norm in TELLING]
    counting = [at for at, norm in enumerate(norms[1:], first) if norm in OF and begins_number(tokens[at])]
    for at in sorted({*telling, *counting}) if counting else telling:
        extent = WORDS.get(tokens[at].norm)
        if _is_spoken_for(tokens, at, first, last):
            continue
        if extent in VOTES:
            yield _Told(extent, {}, at, at + 1)
            continue
        read = _read(analysis, at, last, extent)
        if read:
            nouns, end = _nouns(analysis, read[1], last)
            pronoun = not PRONOUNS.isdisjoint(analysis.text.norms[read[1] : min(last, read[1] + 2)])
            if nouns or pronoun:
                yield _Told(read[0], {} if pronoun else nouns, at, end)
    for fact in _scores(analysis):
        if fact.sentence == index:
            yield _Told(Extent.SPLIT, {}, fact.tokens[0], fact.tokens[1])


@remembered(1 << 6)
def _scores(analysis: Analysis) -> tuple[Fact, ...]:
    """Return a document's votes and results in which both sides have something."""
    return tuple(
        fact
        for fact in analysis.facts_of(Quantity)
        if isinstance(fact.value, Quantity) and fact.value.unit == "score" and fact.value.second and fact.value.value
    )


def _is_spoken_for(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    """Say whether a word is denied, or part of another figure: "not one", "in all", "some four", "out of every four", "all 720 of"."""
    before = [token.norm for token in tokens[max(first, at - BEFORE) : at]]
    if not DENIED.isdisjoint(before):
        return True
    following = tokens[at + 1].norm if at + 1 < last else ""
    if tokens[at].norm == "all" and before[-1:] == ["in"] and (following in AFTER_ALL or not following[:1].isalpha()):
        return True
    if tokens[at].norm == "every" and before[-1:] == ["of"]:
        return True
    counted = tokens[at].norm in {"some", "every"} and at + 1 < last and begins_number(tokens[at + 1])
    return counted or (before[-1:] in (["all"], ["every"]) and begins_number(tokens[at]))


def _read(analysis: Analysis, at: int, last: int, extent: Extent | None) -> tuple[Extent, int] | None:
    """Return what a word tells with those behind it, and where these end: "all but one of", "one of", "38 of"."""
    tokens = analysis.text.tokens
    following = tokens[at + 1].norm if at + 1 < last else ""
    if extent is Extent.ALL and following == "but":
        return Extent.ALL_BUT, min(last, at + 3)
    if extent is Extent.ALL and following in {"in", "over", "but", "too"}:
        return None
    if extent is Extent.PART and tokens[at].norm == "few" and following != "of":
        return None
    if extent is Extent.MOST and following != "of":
        return None
    if extent:
        return extent, at + 1
    if tokens[at].norm == "half" and following == "of":
        return Extent.HALF, at + 2
    if tokens[at].kind is TokenKind.PUNCTUATION or following not in OF:
        return (Extent.ONE, at + 1) if tokens[at].norm in ONES and following.isalpha() else None
    number = read_plain(tokens, at)
    if number is None or number.last != at + 1:
        return None
    return (Extent.ONE if number.value == 1 else Extent.PART), at + 2


def _nouns(analysis: Analysis, first: int, last: int) -> tuple[dict[str, int], int]:
    """Return the content words right behind, and behind the first of them."""
    found: dict[str, int] = {}
    for at in range(first, min(last, first + REACH)):
        token = analysis.text.tokens[at]
        if token.kind is TokenKind.PUNCTUATION:
            break
        if analysis.clauses.content[at] and token.kind is TokenKind.WORD:
            found.setdefault(key(token.stem), at)
    return found, (max(found.values()) + 1 if found else first)


def _judgement(analyses: Pair[Analysis], ours: _Told, theirs: _Told, all_told: Sequence[_Told]) -> Judgement:
    source, variant = analyses
    shared = [at for noun, at in ours.nouns.items() if noun in theirs.nouns]
    span = _span(variant, ours.at, min(shared) + 1 if shared else ours.at + 1)
    other = _span(source, theirs.at, theirs.last)
    words = span.of(variant.text.document.text)
    reason = f"The source says “{other.of(source.text.document.text)}” here, not “{words}”."
    features = (
        (f"{ours.extent.value} for {theirs.extent.value}", 1.0),
        ("shared", min(1.0, len(shared) / 2)),
        ("pronoun", float(not ours.nouns and ours.extent not in VOTES)),
        ("many", float(len(all_told) > 2)),
        ("near", float(bool(shared) and min(shared) <= ours.at + 3)),
    )
    spans: Pair[Span | None] = Pair(other, span)
    rule = "extents.vote" if ours.extent in VOTES else "extents.other"
    return Judgement(Verdict.ALTERED, FactKind.NUMBER, spans, reason, rule, 0.4, features)


def _span(analysis: Analysis, first: int, last: int) -> Span:
    return Span(analysis.text.tokens[first].start, analysis.text.tokens[last - 1].end)
