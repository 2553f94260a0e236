"""Findings that reviewers added: found again in the texts, and put behind the engine's."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from artdiff.documents.document import Span
from artdiff.engine.values import Finding, Pair
from artdiff.reviews.keys import LONGEST, normalised, subject_of
from artdiff.reviews.matching import is_told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.engine.values import Comparison
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.keys import Text
    from artdiff.reviews.subject import Spot, Subject

RULE: Final = "reviewer"
"""The rule's name of a finding that a reviewer added."""
_WORD: Final = re.compile(r"\S+")


def with_added(
    comparison: Comparison, subjects: tuple[Subject, ...], texts: Pair[Text], known: Iterable[Entry]
) -> tuple[Comparison, tuple[Subject, ...]]:
    """Return a comparison with what reviewers added to it, and the subjects of all its findings."""
    found = list(_found(subjects, texts, known))
    if not found:
        return comparison, subjects
    more = tuple(subject_of(texts, finding, added=True) for finding in found)
    return comparison._replace(findings=(*comparison.findings, *found)), (*subjects, *more)


def _found(subjects: tuple[Subject, ...], texts: Pair[Text], known: Iterable[Entry]) -> Iterator[Finding]:
    for entry in known:
        subject = entry.subject
        if subject.added and entry.decision.is_said and not is_told_of(subject, subjects):
            spans = Pair(*(located(text, spot) for text, spot in zip(texts, subject.sides, strict=True)))
            if all(span or not spot.words for span, spot in zip(spans, subject.sides, strict=True)):
                yield finding_of(subject, spans, entry.decision.who)


def finding_of(subject: Subject, spans: Pair[Span | None], who: str) -> Finding:
    """Return the finding that a reviewer made."""
    return Finding(subject.verdict, subject.kind, 1.0, spans, f"Added by {who}.", RULE)


def located(text: Text, spot: Spot) -> Span | None:
    """Return where the words of a subject's side stand in a text; None where they do not, or where it has none."""
    if not spot.words:
        return None
    for around in _places(text, spot):
        spans = list(_occurrences(text.words, around, spot.words))
        if spans:
            return spans[min(spot.nth, len(spans) - 1)]
    return None


def _places(text: Text, spot: Spot) -> Iterator[Span]:
    """Yield the sentences and then the paragraphs that a spot's hashes tell."""
    sentences = (one.span for one in text.sentences if one.hash == spot.sentence)
    paragraphs = (span for span, number in zip(text.spans, text.hashes, strict=True) if number == spot.paragraph)
    return chain(sentences, paragraphs)


def _occurrences(words: str, around: Span, wanted: str) -> Iterator[Span]:
    """Yield the spans of whole words that read as wanted, with or without the signs at their edges."""
    pieces = [Span(*match.span()) for match in _WORD.finditer(words, around.start, around.end)]
    count = len(wanted.split())
    for first, last in zip(pieces, pieces[count - 1 :], strict=False):
        span = Span(first.start, last.end)
        for one in (span, trimmed(words, span)):
            if normalised(one.of(words)[: 2 * LONGEST])[:LONGEST] == wanted:
                yield one
                break


def trimmed(words: str, span: Span) -> Span:
    """Return a span without the signs at its edges; all of it where it holds nothing else."""
    letters = [at for at in range(*span) if words[at].isalnum()]
    return Span(letters[0], letters[-1] + 1) if letters else span
