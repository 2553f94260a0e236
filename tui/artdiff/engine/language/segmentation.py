"""The segmentation of one document: the spans that everything later counts in."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Document, Span

if TYPE_CHECKING:
    import datetime as dt

    from artdiff.engine.values import Paragraph


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    PUNCTUATION = 2


WORD: Final = TokenKind.WORD
NUMBER: Final = TokenKind.NUMBER
PUNCTUATION: Final = TokenKind.PUNCTUATION
"""The kinds, for what asks every token: looking a member up in its class takes four times as long."""


class Token(NamedTuple):
    """A word, a number or a punctuation mark.

    Attributes:
        start: first code point in the document.
        end: behind its last code point.
        text: as written.
        norm: for comparing: casefolded, curly quotes straight, without a possessive ``'s`` or ``'``.
        stem: Porter2 stem of `norm`; the same as `norm` for numbers and punctuation.
        kind: word, number (starts with a digit, or a sign or currency and a digit) or punctuation.
    """

    start: int
    end: int
    text: str
    norm: str
    stem: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        """Return its place in the document."""
        return Span(self.start, self.end)


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        span: without surrounding white space.
        tokens: half-open range of indices into `Segmentation.tokens`.
        paragraph: index into `Segmentation.paragraphs`.
    """

    span: Span
    tokens: tuple[int, int]
    paragraph: int


class Segmentation(NamedTuple):
    """A document cut into paragraphs, sentences and tokens.

    Attributes:
        sentences: in the document's order; each lies in one paragraph; headlines, deks and datelines have theirs too.
        tokens: in the document's order; every token lies in one sentence.
        date: what the dateline or the metadata says; None when nothing does.
        language: ``"en"``, or ``"und"`` where the text is not recognised as English.
        paragraph_sentences: for each paragraph the half-open range of its sentences.
        sentence_of: index of each token's sentence.
        capitals: indices of the tokens that begin with a capital.
        texts: the tokens as written, for what looks at many words at once.
        norms: their norms.
        stems: their stems.
        flags: what is known of each token by its spelling, a byte each, see `word_flags`.
    """

    document: Document
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    date: dt.date | None
    language: str
    paragraph_sentences: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    capitals: tuple[int, ...]
    texts: tuple[str, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]
    flags: bytes

    def words_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        return self.tokens[sentence.tokens[0] : sentence.tokens[1]]

    def capitals_of(self, sentence: Sentence) -> tuple[int, ...]:
        """Return the indices of one sentence's tokens that begin with a capital."""
        first, last = sentence.tokens
        return self.capitals[bisect_left(self.capitals, first) : bisect_left(self.capitals, last)]
