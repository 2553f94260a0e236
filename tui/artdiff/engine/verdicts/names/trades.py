"""What an office is of: "finance director" where the source has "engineering director", "interior" for "foreign minister".

The word that names the office is kept, what stands in front of it or behind "of" is not. Whether both may be the same in
other words is weighed by the confidence model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.fact import Office
from artdiff.engine.facts.phrases import is_possessive
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.classes import kinship, likeness
from artdiff.engine.lexicon.exclusives import exclusives
from artdiff.engine.lexicon.gazetteer import country_of, is_role
from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.qualifiers import NOW, VAGUE, exclude, is_rank
from artdiff.engine.lexicon.related import use_alike
from artdiff.engine.lexicon.synonyms import AKIN, relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.judgement import Features

FARTHEST: Final = 4
"""How many words in front of a role may tell what it is of."""
ROOT: Final = 4
"""Words that share so many first letters mean the same: "foreign", "foreigner"; "maths", "mathematics"."""
GENERAL: Final = (
    VAGUE | NOW | frozenset("first second own famous controversial popular outspoken respected affairs".split())
)
"""Words in front of an office that do not tell what it is of."""


class Told(NamedTuple):
    """The stems of the whole source, and those of its sentences that name the holder of an office."""

    anywhere: frozenset[str]
    beside: frozenset[str]


def trades(analysis: Analysis, fact: Fact) -> Mapping[str, str]:
    """Return what a role is of: the words in front that are neither rank nor praise, and those behind "of", by their stems."""
    assert isinstance(fact.value, Office)  # noqa: S101
    found = {stem: stem for stem in fact.value.field}
    tokens, head = analysis.text.tokens, fact.tokens[1] - 1
    capital = tokens[head].text[0].isupper()
    for at in range(head - 1, max(0, head - 1 - FARTHEST), -1):
        token = tokens[at]
        inside = at >= fact.tokens[0] or (capital and token.text[0].isupper())
        if not inside or token.kind is not TokenKind.WORD or is_possessive(token):
            break
        if token.norm not in GENERAL and not is_rank(token.norm) and not is_role(token.norm):
            found[token.stem] = token.norm
    return found


def differing(analyses: Pair[Analysis], ours: Fact, theirs: Fact, told: Told) -> Features | None:
    """Return what the model weighs of two roles that are not of the same; None where they may be, or one is of nothing told."""
    mine, other = trades(analyses.variant, ours), trades(analyses.source, theirs)
    lone, left = sorted(mine.keys() - other.keys()), sorted(other.keys() - mine.keys())
    if not lone or not left or mine.keys() & other.keys() or any(_alike(one, two) for one in lone for two in left):
        return None
    pairs = [(one, two) for one in lone for two in left]
    return (
        *_known(lone, told),
        ("exclude", float(any(exclude(mine[one], other[two]) for one, two in pairs))),
        ("exclusive", float(any(two in exclusives(one) for one, two in pairs))),
        ("loosely", float(any(two in paraphrases(one) for one, two in pairs))),
        ("near", max(use_alike(one, two) for one, two in pairs)),
        ("likeness", max(likeness(one, two) for one, two in pairs)),
        ("kinship", max(kinship(one, two) for one, two in pairs)),
        ("country", float(any(country_of(mine[one]) for one in lone) != any(country_of(other[two]) for two in left))),
        ("single", float(len(lone) == 1 and len(left) == 1)),
        ("word", float(_head(analyses.variant, ours) == _head(analyses.source, theirs))),
    )


def _known(lone: Sequence[str], told: Told) -> Iterator[tuple[str, float]]:
    """Yield whether the source has the words at all, and where it names the holder."""
    yield "known", sum(one in told.anywhere for one in lone) / len(lone)
    yield "told", sum(one in told.beside for one in lone) / len(lone)


def _alike(stem: str, other: str) -> bool:
    return stem[:ROOT] == other[:ROOT] or relation(stem, other) in AKIN


def _head(analysis: Analysis, fact: Fact) -> str:
    return analysis.text.tokens[fact.tokens[1] - 1].stem
