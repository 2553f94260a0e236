"""The one place that strings the language stages together."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.datelines import find_date, find_opening_date, find_told_date
from artdiff.engine.language.detection import detect
from artdiff.engine.language.paragraphs import find_paragraphs
from artdiff.engine.language.roles import roles
from artdiff.engine.language.segmentation import Segmentation, Sentence
from artdiff.engine.language.sentences import find_sentences
from artdiff.engine.language.tokens import find_tokens
from artdiff.engine.language.word_flags import CAPITAL, places_with
from artdiff.engine.values import Paragraph, ParagraphRole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from artdiff.documents.document import Document

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
    spans: list[Span] = []
    ranges: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        first = len(spans)
        spans += find_sentences(text, paragraph.span)
        ranges.append((first, len(spans)))
    found = find_tokens(text, [(start, min(end, start + LONGEST)) for start, end in spans])
    bounds = list(pairwise((0, *found.ends)))
    owners = [index for index, (first, last) in enumerate(ranges) for _ in range(first, last)]
    return Segmentation(
        document,
        tuple(paragraphs),
        tuple(map(Sentence, spans, bounds, owners)),
        found.tokens,
        find_date_of(document, paragraphs),
        detect(found.norms, found.kinds),
        tuple(ranges),
        tuple([index for index, (first, last) in enumerate(bounds) for _ in range(first, last)]),
        tuple(places_with(CAPITAL, found.flags)),
        found.texts,
        found.norms,
        found.stems,
        found.flags,
    )


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
    return next((date for date in chain(dated, opened, told) if date), None)
