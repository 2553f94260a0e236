"""What an addition is about: the kind of its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Name
from artdiff.engine.language.function_words import FUNCTION_WORDS, PREPOSITIONS
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.counterparts.segments import Stretch

TYPED = frozenset(FactKind) - {FactKind.QUOTE, FactKind.ATTRIBUTION, FactKind.ROLE}
"""Facts that a phrase without a verb is about."""
PLACE_LETTERS = frozenset("l")
LEAD = 3
"""How many small words may stand between a phrase and the name that it leads to."""
REASONS = frozenset({"because", "thanks"})
PLACING = frozenset("in at from near to inside outside through with by".split())
"""What a phrase begins with that says where, whence or by whom."""
GIVING = frozenset("from with by".split())
ARTICLES = frozenset("a an the former".split())
DESCRIBED = frozenset("of for at in".split())
"""What may follow the office or profession in a phrase that says what somebody is."""
QUALIFIERS = 3
"""How many words behind the article the office or profession may stand."""
LEADING = PREPOSITIONS | {"the"}
POINTS = frozenset("ago earlier later before within".split())
"""Beside these a length of time says when."""


def subject_of(analysis: Analysis, sentence: int, tokens: tuple[int, int], stretch: Stretch) -> FactKind:
    """Return what a stretch is about: why, what somebody is, a sum or length of time, an event, else the first fact in it."""
    first, last = tokens
    words, begin = analysis.text.tokens, analysis.text.sentences[sentence].tokens[0]
    if not REASONS.isdisjoint(analysis.text.norms[max(begin, first - 2) : first + 2]):
        return FactKind.CAUSE
    if _says_what_somebody_is(words[first:last]):
        return FactKind.ROLE
    if stretch.verb or (words[first].norm.endswith("ing") and last - first > 1):
        return _measured(analysis, sentence, tokens) or FactKind.EVENT
    return _of_phrase(analysis, sentence, tokens, stretch)


def _of_phrase(analysis: Analysis, sentence: int, tokens: tuple[int, int], stretch: Stretch) -> FactKind:
    first, last = tokens
    words = [token for token in analysis.text.tokens[first:last] if not token.text[0].isupper()]
    opener = analysis.text.tokens[first].norm
    for fact in analysis.facts_in(sentence):
        if fact.kind in TYPED and first <= fact.tokens[0] < last:
            return fact.kind if fact.kind is not FactKind.PLACE or opener in PLACING else FactKind.OTHER
    if named := _named_behind(analysis, sentence, last):
        return named.kind if named.kind is not FactKind.PLACE or opener in PLACING else FactKind.OTHER
    if any(is_role(token.norm) for token in words):
        return FactKind.ROLE
    letters = [kind(token.norm).letters for token in words]
    if opener in PLACING and PLACE_LETTERS in letters:
        return FactKind.PLACE
    if opener in GIVING and any("g" in some and "l" not in some for some in letters):
        return FactKind.ORGANISATION
    return FactKind.EVENT if stretch.finite else FactKind.OTHER


def _says_what_somebody_is(words: Sequence[Token]) -> bool:
    """Say whether a stretch begins with an office or profession and its article: "a retired nurse", "and a former envoy to"."""
    start = next((at for at, token in enumerate(words) if token.norm != "and"), 0)
    if start >= len(words) or words[start].norm not in ARTICLES:
        return False
    end = min(len(words), start + 1 + QUALIFIERS)
    return any(
        is_role(words[at].norm)
        and (at + 1 == len(words) or words[at + 1].norm in DESCRIBED or not words[at + 1].text[0].isalnum())
        for at in range(start + 1, end)
    )


def _measured(analysis: Analysis, sentence: int, tokens: tuple[int, int]) -> FactKind | None:
    """Return the kind of a sum of money or length of time that a clause tells of."""
    first, last = tokens
    words = analysis.text.tokens
    for fact in analysis.facts_in(sentence):
        start, end = fact.tokens
        if not first <= start < last:
            continue
        beside = {words[max(0, start - 1)].norm, words[min(len(words) - 1, end)].norm, words[end - 1].norm}
        if fact.kind is FactKind.MONEY or (fact.kind is FactKind.DURATION and POINTS.isdisjoint(beside)):
            return fact.kind
    return None


def _named_behind(analysis: Analysis, sentence: int, last: int) -> Fact | None:
    """Return the name that a phrase leads to: "through a centre" in Muscat, "on loan" from Canada."""
    for fact in analysis.facts_in(sentence):
        if not 0 < fact.tokens[0] - last <= LEAD or not isinstance(fact.value, Name):
            continue
        lead = analysis.text.norms[last : fact.tokens[0]]
        if lead[-1] in LEADING and FUNCTION_WORDS.issuperset(lead):
            return fact
    return None
