"""What an addition is about: the kind of its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Name
from artdiff.engine.language.function_words import FUNCTION_WORDS, PREPOSITIONS
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.segments import Stretch

TYPED = frozenset(FactKind) - {FactKind.QUOTE, FactKind.ATTRIBUTION, FactKind.ROLE}
"""Facts that a phrase without a verb is about."""
PLACE_LETTERS = frozenset("l")
LEAD = 3
"""How many small words may stand between a phrase and the name that it leads to."""


def subject_of(analysis: Analysis, sentence: int, tokens: tuple[int, int], stretch: Stretch) -> FactKind:
    """Return what a stretch is about: an event where it has a verb of its own, else the first fact or role in it."""
    if stretch.verb:
        return FactKind.EVENT
    first, last = tokens
    if analysis.text.tokens[first].norm.endswith("ing") and last - first > 1:
        return FactKind.EVENT
    for fact in analysis.facts_in(sentence):
        if fact.kind in TYPED and first <= fact.tokens[0] < last:
            return fact.kind
    if named := _named_behind(analysis, sentence, last):
        return named.kind
    words = [token for token in analysis.text.tokens[first:last] if not token.text[0].isupper()]
    if any(is_role(token.norm) for token in words):
        return FactKind.ROLE
    located = any(kind(token.norm).letters == PLACE_LETTERS for token in words)
    return FactKind.PLACE if located else FactKind.EVENT if stretch.finite else FactKind.OTHER


def _named_behind(analysis: Analysis, sentence: int, last: int) -> Fact | None:
    """Return the name that a phrase leads to: "through a centre" in Muscat, "on loan" from Canada."""
    for fact in analysis.facts_in(sentence):
        lead = analysis.text.tokens[last : fact.tokens[0]]
        near = isinstance(fact.value, Name) and 0 < len(lead) <= LEAD
        if near and lead[-1].norm in PREPOSITIONS | {"the"} and all(token.norm in FUNCTION_WORDS for token in lead):
            return fact
    return None
