"""How far a long run is, in one line on a terminal."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EVERY: Final = 0.2
"""Seconds between two looks."""
FIRST: Final = 1.0
"""Seconds that a run takes before anything is said of it."""


class Progress:
    """A line on standard error that goes when the run ends; nothing where that is no terminal.

    Args:
        paths: what is read; by its size is told how much is left.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._shown = bool(sys.stderr and sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
        self._start = monotonic()
        self._next = self._start + FIRST
        self._total = sum(path.stat().st_size for path in paths if path.is_file()) if self._shown else 0
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, pairs: int, size: int, findings: int) -> None:
        """Say how far it is: pairs done, of so many code points, with so many findings."""
        now = monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + EVERY
        self._drawn = True
        sys.stderr.write(f"\r{line(pairs, size, findings, now - self._start, self._total)}\x1b[K")
        sys.stderr.flush()


def line(pairs: int, size: int, findings: int, seconds: float, total: int) -> str:
    """Return the line: pairs done, rate, about how long it still takes, findings so far."""
    left = f" · about {_span(seconds * (total - size) / size)} left" if 0 < size < total else ""
    return f"{pairs:,} pairs · {pairs / seconds:.0f}/s{left} · {findings:,} findings"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
