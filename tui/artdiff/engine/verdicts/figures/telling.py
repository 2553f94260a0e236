"""How a figure or date is told: what speaks for one that the writer worked out rather than made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Bound, Clock, Quantity, When
from artdiff.engine.facts.multiples import TIMES

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

RELATIVE = frozenset(
    "after later earlier before ago since apart within old beforehand afterwards until short early".split()
)
COMPARED = frozenset("times more fewer less than above below over under between".split())
"""Words that set a figure against others."""
BESIDE = 3
SLIGHT = 12.0
"""Up to here a figure is easily counted or reckoned."""


def telling(analysis: Analysis, fact: Fact) -> tuple[tuple[str, float], ...]:
    """Return features of a figure's or date's words for the confidence model."""
    first, last = fact.tokens
    begin, end = analysis.text.sentences[fact.sentence].tokens
    norms = analysis.text.norms
    beside = norms[max(begin, first - BESIDE) : first] + norms[last : min(end, last + BESIDE)]
    words = fact.span.of(analysis.text.document.text)
    return (
        ("relative", float(not RELATIVE.isdisjoint(beside))),
        ("compared", float(not COMPARED.isdisjoint(beside) or _is_multiple(fact.value))),
        ("worded", float(not any(map(str.isdigit, words)))),
        *_value(fact.value),
    )


def _is_multiple(value: object) -> bool:
    return isinstance(value, Quantity) and value.unit == TIMES


def _value(value: object) -> tuple[tuple[str, float], ...]:
    if isinstance(value, Quantity):
        return (
            ("length", float(value.unit == "s")),
            ("slight", float(abs(value.value) <= SLIGHT)),
            ("hedged", float(value.bound is not Bound.EXACT)),
        )
    if isinstance(value, When):
        weekday = value.weekday is not None and value.month is None
        return (("aside", float(value.relative)), ("weekday", float(weekday)), ("year", float(value.month is None)))
    return (("clock", float(isinstance(value, Clock))),)
