"""Predicates: the words of a sentence that tell what happens, each with what stands around it and how it is told."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.function_words import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, is_negator
from artdiff.engine.language.operators import Force
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.language.stems import irregular
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.words import Polarity, polarity, reporting
from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.counterparts.chains import parity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.lexicon.words import Reporting
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features

ARGUMENTS = 4
"""How many content words on each side count as what a predicate is about."""
FAR = 12
"""How many tokens away they may stand."""
MOSTLY_VERB = 0.6
PASSED = frozenset("also since now just still already never not both all then".split())
FARTHEST = 4
"""How many words may stand between a verb and what leads it."""
FARTHEST_SUBJECT = 8
"""How many tokens in front of a verb the last word of its subject may stand."""
VERBAL = AUXILIARIES | MODALS | {"to"}
NOMINAL = DETERMINERS | PREPOSITIONS
"""What leads a verb, and what leads a noun."""
PRONOUNS = frozenset(
    "he she it that there who what let here where he's she's it's that's there's who's what's let's".split()
)
BE = frozenset("am is are was were be been being get gets got".split())


class Predicate(NamedTuple):
    """A word that tells what happens.

    Attributes:
        before: the content tokens in front of it, the nearest first.
        after: those behind it.
        denied: 1 where an odd number of operators denies it.
        own: 1 where it denies by its meaning what it governs.
        denials: how many words deny in its neighbourhood.
        passive: it is done to what stands in front of it.
        colours: as what it reports somebody's words.
    """

    at: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    denied: int
    own: int
    denials: int
    passive: bool
    colours: frozenset[Reporting]


@remembered(1 << 11)
def predicates(analysis: Analysis, sentence: int) -> tuple[int, ...]:
    """Return the tokens of a sentence that are predicates."""
    found = analysis.clauses.content_in(*analysis.text.sentences[sentence].tokens)
    return tuple(at for at in found if is_predicate(analysis, at))


def is_predicate(analysis: Analysis, at: int) -> bool:
    """Say whether a word is likely to tell what happens."""
    token = analysis.text.tokens[at]
    if not analysis.clauses.content[at] or token.kind is not WORD or not token.text[0].islower():
        return False
    leading = _leading(analysis.text.norms, at)
    if leading in VERBAL:
        return True
    if leading in NOMINAL or is_counted_or_owned(analysis, at):
        return False
    norm = token.norm
    return is_past(norm) or (usage(token.stem).verb >= MOSTLY_VERB and not norm.endswith("ing"))


def is_counted_or_owned(analysis: Analysis, at: int) -> bool:
    """Say whether a number or an owner stands right in front, as before a noun: "claimed 38 lives", "the country's demand"."""
    if not at:
        return False
    before = analysis.text.tokens[at - 1]
    if before.text.endswith(("'s", "’s")):
        return before.norm not in PRONOUNS
    return before.kind is NUMBER and not is_past(analysis.text.norms[at])


@lru_cache(maxsize=1 << 15)
def is_past(norm: str) -> bool:
    """Say whether a word is written as a verb in the past."""
    return norm.endswith("ed") or norm in irregular()


def _leading(norms: Sequence[str], at: int) -> str:
    """Return the word in front of a verb, adverbs and negators passed."""
    for place in range(at - 1, max(0, at - FARTHEST) - 1, -1):
        norm = norms[place]
        if not _is_passed(norm):
            return norm
    return ""


@lru_cache(maxsize=1 << 15)
def _is_passed(norm: str) -> bool:
    return norm in PASSED or norm.endswith("ly") or is_negator(norm)


@remembered(1 << 12)
def read_predicate(analysis: Analysis, at: int, sentence: int) -> Predicate:
    """Return a word with what stands around it and how it is told."""
    first, last = analysis.text.sentences[sentence].tokens
    tokens, content_in = analysis.text.tokens, analysis.clauses.content_in
    before = content_in(max(first, at - FAR), at)[: -ARGUMENTS - 1 : -1]
    after = content_in(at + 1, min(last, at + FAR))[:ARGUMENTS]
    chain = analysis.operators.chain(at)
    own = sum(
        Polarity.IMPLICATIVE in polarity().kinds(word) or Polarity.ABSENCE in polarity().kinds(word)
        for word in (tokens[at].stem, " ".join(token.stem for token in tokens[at : at + 2]))
    )
    return Predicate(
        at,
        before,
        after,
        parity(chain),
        int(own > 0),
        _denials(analysis, first, last, at),
        _leading(analysis.text.norms, at) in BE,
        reporting().kinds(tokens[at].stem),
    )


def _denials(analysis: Analysis, first: int, last: int, at: int) -> int:
    """Return how many words deny between the neighbours of a predicate."""
    starting = analysis.operators.starting
    around = range(max(first, at - 7), min(last, at + 6))
    found = {starting[place].first for place in around if place in starting and starting[place].force > Force.NONE}
    return len(found)


def compare_predicates(evidence: Evidence, words: tuple[int, int]) -> Features:
    """Return whether a variant's word, a source's, and both tell what happens."""
    tells, tells_there = (
        is_predicate(evidence.analyses.variant, words[0]),
        is_predicate(evidence.analyses.source, words[1]),
    )
    return (
        ("predicates", float(tells and tells_there)),
        ("predicate", float(tells)),
        ("predicate there", float(tells_there)),
    )


def have_one_subject(evidence: Evidence, words: tuple[int, int]) -> bool:
    """Say whether the same content word stands in front of a variant's and a source's verb."""
    ours = _subject(evidence.analyses.variant, words[0])
    return ours != "" and ours == _subject(evidence.analyses.source, words[1])


def _subject(analysis: Analysis, at: int) -> str:
    """Return the stem of the content word in front of a verb in its sentence."""
    first = analysis.text.sentences[analysis.text.sentence_of[at]].tokens[0]
    before = analysis.clauses.content_in(max(first, at - FARTHEST_SUBJECT), at)
    return analysis.text.stems[before[-1]] if before else ""
