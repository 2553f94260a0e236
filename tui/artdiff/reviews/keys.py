"""From findings to the subjects of decisions.

A decision is about two sentences. Where both still stand in their texts it holds, whatever became of the files' names
and places, of the paragraphs' order and of the engine. So everything here is words and hashes of words, and sentences
are cut by a rule that will not change with the engine's.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.reviews.subject import Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding, Outline

SKETCH: Final = 8
"""Paragraph hashes that stand for a whole text: the smallest, so that most of them outlast an edit."""
LONGEST: Final = 300
"""Code points of a finding's words that are kept; the sentence's hash has them all."""
FAR: Final = 1 << 13
"""Code points from the beginning of a sentence within which words are told apart by counting; ten times the longest."""
_BITS: Final = 63
"""Of a hash: what fits SQLite's signed integers."""
_BOUNDARY: Final = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_QUOTES: Final = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def normalised(text: str) -> str:
    """Return text without what does not count: case, white space, the shape of quotation marks."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().split())


def hash_of(text: str) -> int:
    """Return a hash of text that is normalised already."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _BITS)


class Sentence(NamedTuple):
    """A sentence of a text, by the rule of this module."""

    span: Span
    paragraph: int
    hash: int


class Told(NamedTuple):
    """What tells a finding on one side: its words, and the hash of the sentences that they stand in."""

    words: str
    sentence: int


class Text:
    """One side of a comparison, as keys are made of it; every hash is made once, when it is asked for."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self.words = document.text
        self.spans = [paragraph.span for paragraph in outline.paragraphs]
        self.starts = [span.start for span in self.spans]

    @cached_property
    def hashes(self) -> tuple[int, ...]:
        """Return every paragraph's hash."""
        return tuple(hash_of(normalised(span.of(self.words))) for span in self.spans)

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        """Return the hashes of all paragraphs."""
        return frozenset(self.hashes)

    @cached_property
    def sketch(self) -> tuple[int, ...]:
        """Return what stands for the whole text."""
        return tuple(sorted(self.paragraphs)[:SKETCH])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences."""
        return tuple(
            Sentence(span, at, hash_of(normalised(span.of(self.words))))
            for at in range(len(self.spans))
            for span in self._cut(at)
        )

    def spot(self, span: Span | None) -> Spot:
        """Return the side of a finding whose words stand there."""
        at = -1 if span is None else self.paragraph_at(span.start)
        if span is None or at < 0:
            return Spot("", 0, 0, 0, self.sketch)
        around = self._around(span, at)
        words, sentence = self.told(span)
        before = self._before(words, Span(around.start, span.start))
        return Spot(words, before, sentence, self.hashes[at], self.sketch)

    def _before(self, words: str, span: Span) -> int:
        """Return how often words stand in a sentence before them.

        Far into what is no sentence, their distance tells them apart as well: counting would take the square of it.
        """
        if not words or span.length >= FAR:
            return span.length if words else 0
        return normalised(span.of(self.words)).count(words)

    def told(self, span: Span | None) -> Told:
        """Return what a finding whose words stand there is told by, without the place."""
        at = -1 if span is None else self.paragraph_at(span.start)
        if span is None or at < 0:
            return Told("", 0)
        words = normalised(self.words[span.start : min(span.end, span.start + 2 * LONGEST)])[:LONGEST]
        return Told(words, self._hash(self._around(span, at)))

    @lru_cache(maxsize=256)  # noqa: B019  (a text lives as long as its keys are made)
    def _hash(self, span: Span) -> int:
        return hash_of(normalised(span.of(self.words)))

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds an offset, or of the last before it; -1 where there is none."""
        return max(bisect_right(self.starts, offset) - 1, min(0, len(self.spans) - 1))

    def _around(self, span: Span, paragraph: int) -> Span:
        """Return the sentences that a span touches; what goes over a paragraph's end goes to its own end."""
        cut = self._cut(paragraph)
        first = bisect_right(cut, span.start, key=lambda one: one.end)
        touched = cut[first : bisect_left(cut, span.end, key=lambda one: one.start)]
        if not touched:
            return span
        return Span(touched[0].start, max(span.end, touched[-1].end))

    @lru_cache(maxsize=256)  # noqa: B019  (a text lives as long as its keys are made)
    def _cut(self, paragraph: int) -> tuple[Span, ...]:
        span = self.spans[paragraph]
        ends = (match.end() for match in _BOUNDARY.finditer(self.words, span.start, span.end))
        places = [span.start, *ends, span.end]
        return tuple(Span(*place) for place in pairwise(places) if place[0] < place[1])


def texts_of(documents: Pair[Document], comparison: Comparison) -> Pair[Text]:
    """Return both sides of a comparison."""
    return Pair(*(Text(*side) for side in zip(documents, comparison.outlines, strict=True)))


def whole_subject(texts: Pair[Text]) -> Subject:
    """Return the subject of a word on a whole variant: it has no words, and the variant's own text is its paragraph."""
    source, variant = (text.spot(None) for text in texts)
    own = variant._replace(paragraph=hash_of(normalised(texts.variant.words)))
    return Subject(FactKind.OTHER, Pair(source, own), Verdict.SUPPORTED)


def subjects_of(texts: Pair[Text], comparison: Comparison) -> Iterator[Subject]:
    """Yield the subject of each finding, in order."""
    for finding in comparison.findings:
        yield subject_of(texts, finding)


def subject_of(texts: Pair[Text], finding: Finding, *, added: bool = False) -> Subject:
    """Return a finding's subject."""
    sides = Pair(*(text.spot(span) for text, span in zip(texts, finding.spans, strict=True)))
    return Subject(finding.kind, sides, finding.verdict, added)
