"""Paragraphs: blank-line separated or one a line, decided for each document."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from artdiff.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n]+")
WRAP_WIDTH = 100
"""Longer lines are paragraphs, not wrapped text."""
MOST_SHORT, SHORT = 2000, 16
"""After so many lines that have fewer signs than this on an average, the rest is not cut."""
ENDS = (".", "!", "?", "”", '"', "…", ":")


def find_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs' spans, without surrounding white space.

    What has had nothing but the shortest lines for very long is no prose, and all that is left of it counts as one.
    """
    lines = list(_lines(text))
    if not _hard_wrapped(text, lines):
        return lines
    blocks: list[Span] = []
    for line in lines:
        if blocks and text.count("\n", blocks[-1].end, line.start) < 2:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _lines(text: str) -> Iterator[Span]:
    signs = 0
    found = (span for match in LINE.finditer(text) if (span := _strip(text, Span(*match.span()))))
    for count, span in enumerate(found):
        if count >= MOST_SHORT and signs < SHORT * count:
            yield Span(span.start, span.start + len(text[span.start :].rstrip()))
            return
        signs += span.length
        yield span


def _strip(text: str, span: Span) -> Span | None:
    body = span.of(text)
    stripped = body.strip()
    if not stripped:
        return None
    start = span.start + len(body) - len(body.lstrip())
    return Span(start, start + len(stripped))


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Say whether lines are about as wide as each other and rarely end a sentence."""
    inner = [line for line, later in itertools.pairwise(lines) if text.count("\n", line.end, later.start) == 1]
    if len(inner) < 3:
        return False
    width = sorted(line.length for line in inner)[len(inner) // 2]
    level = sum(abs(line.length - width) <= 0.25 * width for line in inner)
    ended = sum(line.of(text).endswith(ENDS) for line in inner)
    return width <= WRAP_WIDTH and level >= 0.7 * len(inner) and ended <= 0.4 * len(inner)
