"""The one place that strings the language stages together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.datelines import find_date, find_opening_date, find_told_date
from artdiff.engine.language.detection import detect
from artdiff.engine.language.paragraphs import find_paragraphs
from artdiff.engine.language.roles import roles
from artdiff.engine.language.segmentation import Segmentation, Sentence
from artdiff.engine.language.sentences import find_sentences
from artdiff.engine.language.tokens import find_tokens
from artdiff.engine.values import Paragraph, ParagraphRole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.language.segmentation import Token

NAME_LINE = re.compile(r"[–—-] ?[A-Z][^.!?]{1,80}$")
LONGEST = 20_000
"""Signs of a sentence that are read: what goes on for longer without a full stop is no prose."""
HEAD = 8
"""Only the first paragraphs can date the document."""
DATED = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE})


def segment(document: Document) -> Segmentation:
    """Cut a document into paragraphs with roles, sentences and tokens, and find its date and language."""
    text = document.text
    paragraphs = paragraphs_of(text)
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        first = len(sentences)
        for span in find_sentences(text, paragraph.span):
            found = find_tokens(text, Span(span.start, min(span.end, span.start + LONGEST)))
            sentence_of += [len(sentences)] * len(found)
            sentences.append(Sentence(span, (len(tokens), len(tokens) + len(found)), index))
            tokens += found
        ranges.append((first, len(sentences)))
    date = find_date_of(document, paragraphs)
    rows = tuple(paragraphs), tuple(sentences), tuple(tokens)
    capitals = tuple([at for at, token in enumerate(tokens) if token.text[0].isupper()])
    words = tuple([token.norm for token in tokens]), tuple([token.stem for token in tokens])
    return Segmentation(document, *rows, date, detect(tokens), tuple(ranges), tuple(sentence_of), capitals, *words)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return a text's paragraphs with their roles."""
    joined, quotations = _join_quotations(text, find_paragraphs(text))
    found = roles([span.of(text) for span in joined])
    return [
        Paragraph(span, ParagraphRole.QUOTATION if span in quotations else role)
        for span, role in zip(joined, found, strict=True)
    ]


def _join_quotations(text: str, spans: list[Span]) -> tuple[list[Span], set[Span]]:
    """Join a quotation with the line behind it that names who said it."""
    joined: list[Span] = []
    quotations: set[Span] = set()
    for span in spans:
        words = span.of(text)
        if joined and NAME_LINE.match(words) and joined[-1].of(text)[0] in '“"«':
            joined[-1] = Span(joined[-1].start, span.end)
            quotations.add(joined[-1])
        else:
            joined.append(span)
    return joined, quotations


def find_date_of(document: Document, paragraphs: Sequence[Paragraph]) -> dt.date | None:
    """Return a document's date: its metadata's, else that of its first paragraphs; None where nothing dates it."""
    if document.metadata.date:
        return document.metadata.date
    text, head = document.text, paragraphs[:HEAD]
    dated = (find_date(paragraph.span.of(text)) for paragraph in head if paragraph.role in DATED)
    opened = (find_opening_date(paragraph.span.of(text)) for paragraph in head)
    told = (find_told_date(paragraph.span.of(text)) for paragraph in head)
    return next((date for date in (*dated, *opened, *told) if date), None)
