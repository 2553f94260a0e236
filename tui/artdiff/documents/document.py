"""What a document is: a text, its name, and spans of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


class Span(NamedTuple):
    """A half-open range of code points in a document's whole text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that the span covers in the document's text."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points the two spans share."""
        if other.end <= self.start or other.start >= self.end:  # as most do
            return 0
        start, end = max(other.start, self.start), min(other.end, self.end)
        return end - start if end > start else 0

    def covers(self, other: Span) -> bool:
        """Say whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Role(StrEnum):
    """What a corpus says that a document is in its story."""

    SOURCE = "source"
    VARIANT = "variant"


class Metadata(NamedTuple):
    """What the file format or the corpus itself says of the article; None where it says nothing.

    Attributes:
        story: what tells the documents of one story, in whichever files they stand.
        role: what it is in its story.
        identity: what its corpus calls it.
    """

    title: str | None = None
    byline: str | None = None
    date: dt.date | None = None
    url: str | None = None
    story: str | None = None
    role: Role | None = None
    identity: str | None = None


class Document(NamedTuple):
    r"""One text.

    Attributes:
        name: what people call it, usually the file's name.
        text: decoded, without byte order mark, every newline a single ``\\n``.
        path: the file it came from; None for text that came another way.
    """

    name: str
    text: str
    path: Path | None = None
    metadata: Metadata = Metadata()
