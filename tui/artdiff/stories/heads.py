"""How a document begins: its title, and whether it is dated or signed as an original is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.language.segment import find_date_of, paragraphs_of
from artdiff.engine.language.titles import title_of
from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from artdiff.documents.document import Document

LENGTH: Final = 1200
"""Code points that are looked at."""
_DATED: Final = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE})


class Head(NamedTuple):
    """How a document begins.

    Attributes:
        dated: a dateline or byline, or a date that its format or its opening words tell.
    """

    title: str
    dated: bool


def head_of(document: Document) -> Head:
    """Return how a document begins."""
    document = document._replace(text=document.text[:LENGTH])
    paragraphs = paragraphs_of(document.text)
    dated = any(paragraph.role in _DATED for paragraph in paragraphs)
    return Head(title_of(document, paragraphs), dated or find_date_of(document, paragraphs) is not None)
