"""The engine's values: what a comparison says, in the project's words.

Everything here is immutable, holds no token and no table, and pickles small: it is what worker processes send back,
what reports write and what the reader shows. All spans are half-open code point ranges of a document's whole text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    import datetime as dt

    from artdiff.documents.document import Span

T_co = TypeVar("T_co", covariant=True)  # a pair of spans is a pair of spans or nothing


class Side(StrEnum):
    """Which of the two documents."""

    SOURCE = "source"
    VARIANT = "variant"


class Pair(NamedTuple, Generic[T_co]):
    """One thing of each side."""

    source: T_co
    variant: T_co

    def of(self, side: Side) -> T_co:
        """Return the given side's."""
        return self.source if side is Side.SOURCE else self.variant


class ParagraphRole(StrEnum):
    """What a paragraph does in the article."""

    HEADLINE = "headline"
    DEK = "dek"
    DATELINE = "dateline"
    BYLINE = "byline"
    HEADING = "heading"
    QUOTATION = "quotation"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class FactKind(StrEnum):
    """The kinds of fact, in the benchmark's words."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ROLE = "role"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"
    EVENT = "event"
    RELATION = "relation"
    CAUSE = "cause"
    OTHER = "other"


class Mention(NamedTuple):
    """A fact of a document, where it is told."""

    kind: FactKind
    span: Span


class Verdict(StrEnum):
    """What became of a fact in the rewrite."""

    SUPPORTED = "supported"
    GENERALISED = "generalised"
    ALTERED = "altered"
    HALLUCINATED = "hallucinated"
    OMITTED = "omitted"
    REPEATED = "repeated"


FLAGGED = frozenset({Verdict.ALTERED, Verdict.HALLUCINATED})
"""The verdicts that say the rewrite is wrong."""

FLAG_LEVEL = 0.5
"""The confidence from which a finding counts as a flag."""


class Paragraph(NamedTuple):
    """A paragraph: its span without surrounding white space, and its role."""

    span: Span
    role: ParagraphRole


class Outline(NamedTuple):
    """A document as the reader and reports need it, without tokens or facts.

    Attributes:
        title: the headline's words; the document's name where it has none.
        date: from the dateline or the metadata; None when neither gives one.
        language: ``"en"``, or ``"und"`` for text that is not recognised as English.
    """

    name: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    date: dt.date | None
    language: str


class EditOperation(StrEnum):
    """What a word edit does on the way from source to variant."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"


class Edit(NamedTuple):
    """One word edit inside a link; an insertion's source span is empty, a deletion's variant span is."""

    operation: EditOperation
    spans: Pair[Span]


class Link(NamedTuple):
    """An m:n row of the alignment: these source paragraphs carry the same content as these variant paragraphs.

    Attributes:
        paragraphs: indices into each side's paragraphs, ascending, never empty on either side.
        similarity: 0 to 1, how much of the variant's wording the source's has.
        rewritten: the wording differs so much that a word diff would be noise; `edits` is then empty.
        edits: the word diff, in the variant's order, spans of the whole documents.
        moved: the variant tells this out of the source's order.
        copy_of: for a link of a repeated paragraph, the index in `Comparison.links` of its first copy's link.
    """

    paragraphs: Pair[tuple[int, ...]]
    similarity: float
    rewritten: bool
    edits: tuple[Edit, ...] = ()
    moved: bool = False
    copy_of: int | None = None


class Repeat(NamedTuple):
    """A block of a document's consecutive paragraphs said a second time.

    Attributes:
        first: indices of the first copy's paragraphs.
        again: indices of the later copy's paragraphs, as many, in the same order.
    """

    first: tuple[int, ...]
    again: tuple[int, ...]


class Finding(NamedTuple):
    """A verdict on a span.

    Attributes:
        spans: where it stands in the variant and its counterpart in the source. An omission has no variant span,
            a hallucination usually no source span.
        confidence: 0 to 1, the estimated probability that a careful reader agrees.
        reason: one plain sentence for people.
        rule: a short stable name of the judgement that made it, such as ``names.replaced``.
        first_copy: for a repeated block, its first copy's span in the variant; for a finding inside a repeated
            block, the same finding's span in the first copy; else None.
    """

    verdict: Verdict
    kind: FactKind
    confidence: float
    spans: Pair[Span | None]
    reason: str
    rule: str
    first_copy: Span | None = None

    @property
    def flagged(self) -> bool:
        """Say whether it marks the rewrite as wrong, confidently enough to count."""
        return self.verdict in FLAGGED and self.confidence >= FLAG_LEVEL


class Comparison(NamedTuple):
    """All that was found between one source and one variant.

    Attributes:
        links: by the variant's order.
        omitted: indices of source body paragraphs that nothing in the variant carries.
        repeats: repeated blocks of the variant.
        findings: by their place in the variant; omissions, which have none there, last, by their place in the source.
    """

    outlines: Pair[Outline]
    links: tuple[Link, ...]
    omitted: tuple[int, ...]
    repeats: tuple[Repeat, ...]
    findings: tuple[Finding, ...]
