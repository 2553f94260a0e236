"""Runs of the same: "three years in a row", "the third consecutive deficit", "for the second year running"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Bound, Fact, Quantity
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.facts.numerals import Numeral
    from artdiff.engine.language.segmentation import Token

STREAK = "streak"
RUNNING = frozenset({"consecutive", "successive", "straight"})
RUNNING_WORDS = RUNNING | {"running", "row", "trot"}
"""Without one of these a sentence tells of no run."""
REACH = 3
"""How many tokens may stand between the number and "in a row"."""


def read_streak(tokens: Sequence[Token], at: int, numeral: Numeral | None, end: int, sentence: int) -> Fact | None:
    """Return the run that the number which begins at a token counts; None where it counts something else."""
    if numeral is None or numeral.share or numeral.currency or numeral.rest or numeral.last >= end:
        return None
    last = _behind(tokens, numeral.last, end)
    if last is None:
        return None
    noun = tokens[last].stem if tokens[last - 1].norm in RUNNING and last < end else tokens[numeral.last].stem
    value = Quantity(numeral.value, numeral.value, numeral.value, STREAK, Bound.EXACT, noun)
    return Fact(FactKind.NUMBER, Span(tokens[at].start, tokens[last - 1].end), (at, last), sentence, value)


def _behind(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return where the words end that make a number a run."""
    if tokens[at].norm in RUNNING:
        return at + 1
    for first in range(at + 1, min(at + 1 + REACH, end)):
        norm = tokens[first].norm
        if norm == "running" and first == at + 1 and tokens[at].norm in {"year", "years", "time", "month", "season"}:
            return first + 1
        if norm == "in" and first + 2 < end and [tokens[first + k].norm for k in (1, 2)] == ["a", "row"]:
            return first + 3
        if norm == "on" and first + 2 < end and [tokens[first + k].norm for k in (1, 2)] == ["the", "trot"]:
            return first + 3
    return None
