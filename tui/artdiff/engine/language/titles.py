"""What a document is called on screen and in reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.language.segmentation import Segmentation
    from artdiff.engine.values import Paragraph

LONGEST = 90


def title(text: Segmentation) -> str:
    """Return the headline, else the first paragraph's beginning, else the document's name."""
    return title_of(text.document, text.paragraphs)


def title_of(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    """Return the same of a document whose paragraphs are known."""
    if document.metadata.title:
        return document.metadata.title
    headline = next((p for p in paragraphs if p.role is ParagraphRole.HEADLINE), None)
    paragraph = headline or next(iter(paragraphs), None)
    words = paragraph.span.of(document.text) if paragraph else document.name
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
