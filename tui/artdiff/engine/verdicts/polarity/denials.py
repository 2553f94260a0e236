"""What tells a denial that is there on one side only from one that the other side expresses in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.language.operators import TEMPORAL, Force
from artdiff.engine.lexicon.words import Polarity, polarity
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.predicates import compare_predicates, have_one_subject

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.operators import Operator
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features

AFFIXES: Final = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
LEAST: Final = 6
"""So many letters a word has at least that an affix may deny."""
FAR: Final = 8
MOST: Final = 3
"""More denials in a sentence than this are told no longer apart."""
NEGATIVE: Final = frozenset({Polarity.ADVERSE, Polarity.ABSENCE, Polarity.IMPLICATIVE, Polarity.WEAK})


def compare_denials(evidence: Evidence, words: tuple[int, int], deciding: Operator, *, in_variant: bool) -> Features:
    """Return what speaks for and against a denial being an error, beyond the words' own clauses.

    Args:
        evidence: what is compared.
        words: the variant's word and the source's.
        deciding: the denial that only one of both has.
        in_variant: it is the variant's.
    """
    source, variant = evidence.analyses
    at, match = words
    sides = Pair((source, match), (variant, at))
    denied, clean = (sides.variant, sides.source) if in_variant else (sides.source, sides.variant)
    there, here = _denials(*denied), _denials(*clean)
    norms = denied[0].text.norms[deciding.first : deciding.last]
    return (
        *compare_predicates(evidence, words),
        ("direct", float(deciding in denied[0].operators.bearing.get(denied[1], ()))),
        ("first", float(deciding.bears_on[:1] == (denied[1],))),
        ("away", min(abs(denied[1] - deciding.last), FAR) / FAR),
        ("subject", float(have_one_subject(evidence, words))),
        ("alike", float(variant.text.norms[at] == source.text.norms[match])),
        ("no longer", float(not TEMPORAL.isdisjoint(norms))),
        ("nominal", float(deciding.force is Force.NOMINAL)),
        ("denials", min(here, MOST) / MOST),
        ("balanced", float(here >= there)),
        ("negative", float(_is_negative(*clean))),
        ("negative there", float(_is_negative(*denied))),
    )


def _denials(analysis: Analysis, at: int) -> int:
    """Return how many denials a word's sentence has."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    starting = analysis.operators.starting
    return len({starting[place].first for place in range(first, last) if place in starting and starting[place].force})


def _is_negative(analysis: Analysis, at: int) -> bool:
    """Say whether a word's sentence has one that denies by its meaning or by its first letters: "unthinkable"."""
    text, known = analysis.text, polarity()
    for place in analysis.clauses.content_in(*text.sentences[text.sentence_of[at]].tokens):
        norm = text.norms[place]
        if place != at and (
            (len(norm) >= LEAST and norm.startswith(AFFIXES)) or known.kinds(text.stems[place]) & NEGATIVE
        ):
            return True
    return False
