"""Sentences: where one ends, abbreviations, initials and closing quotes minded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+|$)")
BEFORE = re.compile(r"[^\s]*$")
OPENING = "\"'“‘«([¿¡—–-"
NEVER_LAST = frozenset(
    "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr maj sen rep gov pres st mt ft messrs mme mlle "
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos vs v e.g i.e cf approx dept fig vol pp".split()
)
SOMETIMES_LAST = frozenset("inc co corp ltd llc jr sr etc u.s u.k u.n e.u a.m p.m d.c ph.d m.d b.a m.a".split())
LETTERED = re.compile(r"(?:[a-z]\.)+[a-z]")
MOST_SHORT, SHORT = 1000, 16
"""After so many sentences in one paragraph that have fewer signs than this on an average, the rest is not cut."""
STARTERS = frozenset(
    "the a an in on at by but and he she it they we i you his her its their this that these those mr mrs ms dr "
    "however meanwhile also as after before when while if for with to from there no not".split()
)


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph, without the white space around them.

    What has had nothing but the shortest for very long is no prose, and all that is left of it counts as one.
    """
    start, count = span.start, 0
    for match in END.finditer(text, span.start, span.end):
        if match.end() >= span.end or _ends(text, start, match):
            count += 1
            if count > MOST_SHORT and match.end() - span.start < SHORT * count:
                break
            yield Span(start, match.end())
            start = match.end()
            while start < span.end and text[start].isspace():
                start += 1
    if start < span.end:
        yield Span(start, span.end)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].split(maxsplit=1)
    if not following:
        return True
    word = following[0].lstrip(OPENING)
    if word[:1].islower():
        return False
    if match.group() != ".":  # other marks, and quotation marks behind the full stop, leave no doubt
        return True
    before = text[max(start, match.start() - 20) : match.start()].split()
    stops = _stops(before[-1].lstrip(OPENING) if before else "")
    return word.rstrip(".,;:!?”’\"'").casefold() in STARTERS if stops is None else stops


@lru_cache(maxsize=1 << 15)
def _stops(last: str) -> bool | None:
    """Say whether the full stop behind a word ends a sentence; None where what follows tells."""
    folded = last.casefold()
    if folded in NEVER_LAST or (len(last) == 1 and last.isalpha() and last.isupper() and last != "I"):
        return False
    return None if folded in SOMETIMES_LAST or LETTERED.fullmatch(folded) else True
