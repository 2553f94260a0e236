"""What an addition is about: the kind of its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.segments import Stretch

TYPED = frozenset(FactKind) - {FactKind.QUOTE, FactKind.ATTRIBUTION, FactKind.ROLE}
"""Facts that a phrase without a verb is about."""
PLACE_LETTERS = frozenset("l")


def subject_of(analysis: Analysis, sentence: int, tokens: tuple[int, int], stretch: Stretch) -> FactKind:
    """Return what a stretch is about: an event where it has a verb of its own, else the first fact or role in it."""
    if stretch.verb:
        return FactKind.EVENT
    first, last = tokens
    for fact in analysis.facts_in(sentence):
        if fact.kind in TYPED and first <= fact.tokens[0] < last:
            return fact.kind
    words = [token for token in analysis.text.tokens[first:last] if not token.text[0].isupper()]
    if any(is_role(token.norm) for token in words):
        return FactKind.ROLE
    located = any(kind(token.norm).letters == PLACE_LETTERS for token in words)
    return FactKind.PLACE if located else FactKind.EVENT if stretch.finite else FactKind.OTHER
