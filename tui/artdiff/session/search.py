"""Searching the words of a story: in its source and all its variants, match by match."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.reports.marking import in_a_row
from artdiff.session.state import Looked, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.session.state import Session

MOST: Final = 10_000
"""Matches that are found at the most."""


class Match(NamedTuple):
    """A place where the words stand, and the index of its document."""

    document: int
    span: Span


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for.

    Attributes:
        pattern: finds it in text as rows show it.
        matches: in the order of the story's documents, the source first.
        at: index of the match that is looked at.
    """

    words: str
    pattern: re.Pattern[str]
    matches: tuple[Match, ...]
    at: int = 0

    @property
    def match(self) -> Match:
        """Return the match that is looked at."""
        return self.matches[self.at]


def pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds words: any white space between them; capitals count where there are some."""
    spaced = r"\s+".join(map(re.escape, in_a_row(words).split()))
    return re.compile(spaced, re.NOFLAG if words != words.lower() else re.IGNORECASE)


def searched(session: Session, words: str) -> Session:
    """Look for words, and go to the first match in what is shown, or in the story; no words end the search."""
    if not in_a_row(words).strip():
        return cleared(session)
    pattern = pattern_of(words)
    matches = tuple(islice(_matches(session, pattern), MOST))
    if not matches:
        return replace(cleared(session), status=f"“{words}” stands nowhere in this story")
    shown = (session.variant, _documents(session)[0])
    first = next((at for document in shown for at, match in enumerate(matches) if match.document == document), 0)
    return _at(replace(session, search=Search(words, pattern, matches)), first, "")


def cleared(session: Session) -> Session:
    """End the search."""
    return replace(session, search=None)


def next_match(session: Session) -> Session:
    """Go to the next match, from the last to the first with a word."""
    return _step(session, 1)


def previous_match(session: Session) -> Session:
    """Go to the match before, from the first to the last with a word."""
    return _step(session, -1)


def _step(session: Session, by: int) -> Session:
    search = session.search
    if search is None:
        return replace(session, status="/ searches first")
    at = search.at + by
    count = len(search.matches)
    around = "" if 0 <= at < count else ", from the first again" if by > 0 else ", from the last again"
    return _at(session, at % count, around)


def _at(session: Session, at: int, around: str) -> Session:
    """Return the session at a match, with the variant shown that it stands in."""
    if session.search is None:
        return session
    search = replace(session.search, at=at)
    document = search.match.document
    story = session.current_story
    words = f"[{at + 1}/{len(search.matches)}] “{search.words}” in {session.names[document]}{around}"
    looked = Looked(document, search.match.span)
    session = replace(session, search=search, looked=looked, status=words, moved=True)
    if story is None or document in {story.source, session.variant}:
        return session
    return replace(standing(replace(session, variant=document)), status=words)


def _documents(session: Session) -> tuple[int, ...]:
    story = session.current_story
    return (story.source, *story.variants) if story else (0,)


def _matches(session: Session, pattern: re.Pattern[str]) -> Iterator[Match]:
    for document in _documents(session):
        text = in_a_row(session.documents[document].text)
        for found in pattern.finditer(text):
            yield Match(document, Span(*found.span()))
