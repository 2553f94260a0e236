"""Where a text says why: phrases that name a cause behind "because of", "after", "fined for", "a row over"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.numerals import begins_number
from artdiff.engine.language.function_words import AUXILIARIES
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.language.stems import irregular, stems
from artdiff.engine.lexicon.words import CausePlace, causes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence

STOPS = frozenset(',;:.!?—–()“”"')
LONGEST = 24
"""How many tokens of a cause are read."""
BEFORE = 4
"""How many tokens before "for" and "over" the word may stand that makes a cause of what follows."""
CERTAIN = 1.0
"""The strength of markers that always name a cause; "after" and the like may tell mere time."""
LIKELY = 0.8
VAGUE = frozenset({"out of", "reflect", "respons", "cite", "result from"})
"""Markers that rather name a place or a thing."""
TEMPORAL = frozenset({"after", "follow"})
"""Markers of time that often name a cause."""
CLAUSAL = frozenset({"sinc", "sinc it", "as", "when", "amid"})
"""Markers that may name a cause when a clause or a noun of happening follows."""
COMPARING = frozenset(stems("as well such same so known just much far long soon".split()))
"""Words that make a comparison of an "as" behind them."""
REWARDS = frozenset(
    stems(
        "fine dismiss sack arrest jail sentence convict charge sue criticize praise blame thank apologize apologise ban suspend "
        "off book honor award remember known famous investigate condemn fire punish cite detain expel disqualify indict "
        "rebuke reprimand compensate prosecute accuse caution imprison cheer applaud mock attack fault censure".split()
    )
)
"""Words behind which "for" says why."""
QUARRELS = frozenset(
    stems(
        "dispute row resign sue protest strike quarrel clash criticism concern anger lawsuit charge arrest fine demonstrate "
        "split argue outrage backlash tension disagree disagreement boycott complain complaint trial collapse fail fall quit "
        "war fight divide worry fear uproar controversy scandal investigate inquiry suspend dismiss".split()
    )
)
"""Words behind which "over" says why."""


NAMING = {"for": REWARDS, "over": QUARRELS}
AFTER = CausePlace.AFTER


class Cause(NamedTuple):
    """A phrase that names a cause.

    Attributes:
        marker: index of the first token of the words that mark it ("because of").
        first: index of its own first token.
        last: behind its last token.
        strength: 1 where the marker always names a cause, less where it may tell mere time.
    """

    marker: int
    first: int
    last: int
    strength: float


def find_causes(analysis: Analysis, sentence: Sentence) -> Iterator[Cause]:
    """Yield the phrases of a sentence that name a cause behind a marker."""
    first, last = sentence.tokens
    tokens, stems_of = analysis.text.tokens, analysis.text.stems
    for found in causes().find(stems_of[first:last]):
        begin, words = first + found.end, " ".join(stems_of[first + found.start : first + found.end])
        marks = [mark for mark in found.marks if mark.kind is AFTER]
        if not marks or words in VAGUE or not _may_cause(analysis, words, begin, first):
            continue
        end = next((at for at in range(begin, min(last, begin + LONGEST)) if tokens[at].text in STOPS), last)
        end = min(end, begin + LONGEST)
        if not any(analysis.clauses.content[begin:end]):
            continue
        sure = marks[0].strength == CERTAIN and words != "sinc it"
        strength = marks[0].strength if sure else _likelihood(analysis, words, (begin, end))
        if strength:
            yield Cause(first + found.start, begin, end, strength)


def _may_cause(analysis: Analysis, words: str, begin: int, sentence: int) -> bool:
    """Say whether what stands before "for" and "over" allows them to name a cause."""
    if words not in NAMING:
        return True
    before = analysis.text.stems[max(sentence, begin - 1 - BEFORE) : begin - 1]
    return not NAMING[words].isdisjoint(before)


def _likelihood(analysis: Analysis, words: str, place: tuple[int, int]) -> float:
    """Return how likely a marker that need not name a cause does; 0 where it hardly does."""
    begin, end = place
    tokens = analysis.text.tokens
    token = tokens[begin]
    if token.kind is not TokenKind.WORD or (begins_number(token) and token.norm not in {"a", "an"}):
        return 0.0
    if words in TEMPORAL:
        return 0.5
    if words in NAMING:
        return LIKELY
    if (
        words in CLAUSAL
        and tokens[begin].kind is TokenKind.WORD
        and (words == "amid" or (_is_clause(analysis, begin, end) and not _is_comparison(analysis, begin)))
    ):
        return 0.4
    return 0.0


def _is_comparison(analysis: Analysis, begin: int) -> bool:
    """Say whether a phrase only says how something was meant: "as initially thought", "as announced", "when asked"."""
    tokens = analysis.text.tokens
    at = begin + tokens[begin].norm.endswith("ly")
    norm = tokens[at].norm if at < len(tokens) else ""
    return norm.endswith("ed") or norm in irregular()


def _is_clause(analysis: Analysis, begin: int, end: int) -> bool:
    """Say whether a verb in the past or with its auxiliary stands in a phrase."""
    norms = [token.norm for token in analysis.text.tokens[begin + 1 : end]]
    return any(norm in AUXILIARIES or norm.endswith("ed") or norm in irregular() for norm in norms)
