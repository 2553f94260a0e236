"""How far a run is, one line on a terminal."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from artdiff.documents.collection import Problem

if TYPE_CHECKING:
    from artdiff.batch.inputs import Inputs
    from artdiff.documents.corpora.columns import TextPair

EVERY: Final = 0.2
"""Seconds between two looks."""
FIRST: Final = 1.0
"""Seconds that a run takes before anything is said of it."""


class Progress:
    """A line on standard error that goes when the run ends; nothing where that is no terminal.

    Args:
        inputs: what is compared; by its length is told how much is left.
    """

    def __init__(self, inputs: Inputs) -> None:
        self._shown = bool(sys.stderr and sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
        self._inputs = inputs
        self._start = monotonic()
        self._next = self._start + FIRST
        self._drawn = False
        self._pairs, self._size, self._findings = 0, 0, 0
        if self._shown:
            inputs.measure()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def take(self, result: tuple[TextPair, object] | Problem) -> None:
        """Say how far it is when a pair is done."""
        if not self._shown or isinstance(result, Problem):
            return
        row, comparison = result
        self._pairs += 1
        self._size += len(row.source.text) + len(row.variant.text)
        self._findings += _flagged(comparison)
        now = monotonic()
        if now >= self._next:
            self._next = now + EVERY
            self._drawn = True
            words = line(self._pairs, self._size, self._findings, now - self._start, self._inputs.size)
            sys.stderr.write(f"\r{words}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away: something else is to be written, perhaps on the same terminal."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False


def _flagged(made: object) -> int:
    """Return how many findings of a comparison, or of a line that was made before, are flagged."""
    told: int | None = getattr(made, "flagged", None)
    return sum(finding.flagged for finding in getattr(made, "findings", ())) if told is None else told


def line(pairs: int, size: int, findings: int, seconds: float, total: int) -> str:
    """Return the line: pairs done, rate, about how long it still takes, findings so far."""
    left = f" · about {_span(seconds * (total - size) / size)} left" if 0 < size < total else ""
    return f"{pairs:,} pairs · {pairs / seconds:.0f}/s{left} · {findings:,} findings"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
