"""Hedges: the words beside a number that say how exact it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.segmentation import Token

LEADING: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "at least|no fewer than|no less than|not less than|a minimum of|never less than|never fewer than"),
    (
        Bound.AT_MOST,
        "within|at most|no more than|not more than|a maximum of|up to|as many as|as much as|never more than",
    ),
    (
        Bound.MORE_THAN,
        "exceed|exceeds|exceeded|topped|tops|more than|upward of|upwards of|in excess of|greater than|over|above|exceeding",
    ),
    (Bound.MORE_THAN, "just over|a little over|slightly over|well over|well above|just above|higher than"),
    (Bound.LESS_THAN, "fewer than|less than|under|below|short of|just under|a little under|slightly under|well under"),
    (Bound.LESS_THAN, "not yet|just below|well below|lower than|younger than"),
    (
        Bound.NEARLY,
        "the better part of|the best part of|nearly|almost|close to|not quite|just short of|not far short of|close on|approaching",
    ),
    (Bound.ABOUT, "about|around|roughly|approximately|some|circa|an estimated|estimated at|give or take"),
    (Bound.ABOUT, "something like|in the region of|on the order of|in the order of|or so"),
)
"""What stands in front of a number, by what it says of it."""
TRAILING: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "or more|at least|at the least|or over|or above|and above"),
    (Bound.AT_MOST, "or less|or fewer|at most|at the most|or under|or below"),
    (Bound.ABOUT, "or so|or thereabouts"),
)
"""What stands behind it."""
TIMES = frozenset("second minute hour day night week weekend month quarter season year decade century".split())
PLACES = frozenset({"over", "under", "above", "below"})
SILENT = frozenset({Bound.ABOUT, Bound.NEARLY})
"""Hedges that no reader takes for a part of the figure."""


class Hedge(NamedTuple):
    """What hedges a number: the bound, the index of its first token, and behind its last."""

    bound: Bound
    first: int
    last: int


def _phrases(table: Iterable[tuple[Bound, str]], at: int) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """Return the phrases of a table by one of their words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in table:
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[at], []).append((words, bound))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


BY_LAST = _phrases(LEADING, -1)
BY_FIRST = _phrases(TRAILING, 0)
LEADS = _phrases(LEADING, 0)


def find_hedge(tokens: Sequence[Token], at: int, start: int, last: int, end: int) -> Hedge:
    """Return the hedge around the number between two tokens, inside the sentence between two others."""
    before = BY_LAST.get(tokens[at - 1].norm, ()) if at > start else ()
    for words, bound in before:
        first = at - len(words)
        if (
            first >= start
            and _stands(tokens, first, words)
            and not (len(words) == 1 and _is_place(tokens, first) and _is_time(tokens[last - 1 : min(end, last + 1)]))
        ):
            return Hedge(bound, first, last)
    for words, bound in BY_FIRST.get(tokens[last].norm, ()) if last < end else ():
        if last + len(words) <= end and _stands(tokens, last, words):
            return Hedge(bound, at, last + len(words))
    return Hedge(Bound.EXACT, at, last)


def _stands(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return [token.norm for token in tokens[at : at + len(words)]] == list(words)


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "over" or "under" follows something that it relates to, as in "spread over 20 years"."""
    if tokens[at].norm not in PLACES or not at:
        return False
    return tokens[at - 1].norm.endswith(("ed", "ing")) and tokens[at - 1].norm != "totaling"


def _is_time(behind: Sequence[Token]) -> bool:
    """Say whether a unit of time ends or follows a number: "over 20 years", not "over 400 million dollars"."""
    return any(token.norm.removesuffix("s") in TIMES for token in behind)


def bare_span(tokens: Sequence[Token], fact: Fact) -> Span:
    """Return the span of a figure without the hedge in front of it."""
    first, last = fact.tokens
    for words, _ in LEADS.get(tokens[first].norm, ()):
        if first + len(words) < last and _stands(tokens, first, words):
            return Span(tokens[first + len(words)].start, fact.span.end)
    return fact.span
