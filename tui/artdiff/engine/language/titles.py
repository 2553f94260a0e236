"""What a document is called on screen and in reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from artdiff.engine.language.segmentation import Segmentation

LONGEST = 90


def title(text: Segmentation) -> str:
    """Return the headline, else the first paragraph's beginning, else the document's name."""
    if text.document.metadata.title:
        return text.document.metadata.title
    headline = next((p for p in text.paragraphs if p.role is ParagraphRole.HEADLINE), None)
    paragraph = headline or next(iter(text.paragraphs), None)
    words = paragraph.span.of(text.document.text) if paragraph else text.document.name
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
