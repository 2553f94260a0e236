"""A finding in the making: words that a reviewer marks because artdiff missed them. One immutable value, pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Finding, Pair, Side, Verdict
from artdiff.reviews.added import RULE, finding_of, trimmed
from artdiff.reviews.keys import subject_of, texts_of
from artdiff.session.deciding import add_finding

if TYPE_CHECKING:
    from artdiff.session.state import Session

T = TypeVar("T")
VERDICTS: Final = (Verdict.ALTERED, Verdict.HALLUCINATED)
KINDS: Final = tuple(FactKind)
_WORD: Final = re.compile(r"\S+")
_PERCENT: Final = re.compile(r"%|\bper ?cent\b")
_MONEY: Final = re.compile(r"[$€£¥]\s?\d|\d\s?(?:dollars|euros|pounds)")
_DIGIT: Final = re.compile(r"\d")
_QUOTE: Final = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Marking:
    """The marking of one side.

    Attributes:
        words: the spans of the paragraph's words.
        at: index of the word that the cursor is on.
        first: index of the word that the marking begins with; None while nothing is marked.
    """

    paragraph: int
    words: tuple[Span, ...]
    at: int = 0
    first: int | None = None

    @property
    def marked(self) -> range:
        """Return the indices of the marked words."""
        if self.first is None:
            return range(0)
        return range(min(self.first, self.at), max(self.first, self.at) + 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding in the making.

    Attributes:
        side: which the keys move on.
        verdict: None as long as it follows from what is marked.
        kind: None as long as it follows from the marked words.
    """

    texts: Pair[str]
    outlines: Pair[tuple[Span, ...]]
    markings: Pair[Marking]
    side: Side = Side.VARIANT
    verdict: Verdict | None = None
    kind: FactKind | None = None

    @property
    def spans(self) -> Pair[Span | None]:
        """Return what is marked on each side, without the signs at its edges."""
        return Pair(*(_marked(text, marking) for text, marking in zip(self.texts, self.markings, strict=True)))

    @property
    def chosen_verdict(self) -> Verdict:
        """Return the verdict: without a choice, altered where words of the source are marked."""
        return self.verdict or (Verdict.ALTERED if self.spans.source else Verdict.HALLUCINATED)

    @property
    def chosen_kind(self) -> FactKind:
        """Return the kind of fact: without a choice, as the marked words look."""
        span = self.spans.variant
        return self.kind or _kind_of(span.of(self.texts.variant) if span else "")


def drafted(session: Session, variant: int, source: int | None) -> Draft | None:
    """Return a draft that stands at a paragraph of each side; None where nothing can be added.

    Args:
        session: shows the comparison that is added to.
        variant: index of the variant's paragraph.
        source: of the source's; None for the first.
    """
    comparison, pair = session.comparison, session.pair
    if comparison is None or pair is None or not all(outline.paragraphs for outline in comparison.outlines):
        return None
    texts = Pair(*(session.documents[index].text for index in pair))
    spans = Pair(*(tuple(row.span for row in outline.paragraphs) for outline in comparison.outlines))
    places = Pair(source or 0, variant)
    markings = Pair(*(_marking(*side) for side in zip(texts, spans, places, strict=True)))
    return Draft(texts, spans, markings)


def step(draft: Draft, by: int, *, extend: bool = False) -> Draft:
    """Move by words, and mark what is passed where that is asked; past a paragraph's end to the next."""
    marking = draft.markings.of(draft.side)
    target = marking.at + by
    if 0 <= target < len(marking.words):
        first = marking.at if extend and marking.first is None else marking.first
        return _with(draft, replace(marking, at=target, first=first))
    return draft if marking.first is not None else paragraph(draft, by)


def paragraph(draft: Draft, by: int) -> Draft:
    """Move to the beginning of another paragraph, going back to its end; what is marked there is marked no more."""
    marking = draft.markings.of(draft.side)
    spans = draft.outlines.of(draft.side)
    target = max(0, min(marking.paragraph + by, len(spans) - 1))
    if target == marking.paragraph:
        return draft
    return _with(draft, _marking(draft.texts.of(draft.side), spans, target))


def mark(draft: Draft) -> Draft:
    """Begin to mark at the word of the cursor, or forget what is marked."""
    marking = draft.markings.of(draft.side)
    return _with(draft, replace(marking, first=marking.at if marking.first is None else None))


def other_side(draft: Draft) -> Draft:
    """Go to the other side."""
    return replace(draft, side=Side.SOURCE if draft.side is Side.VARIANT else Side.VARIANT)


def next_verdict(draft: Draft) -> Draft:
    """Choose the other verdict."""
    return replace(draft, verdict=_following(VERDICTS, draft.chosen_verdict, 1))


def next_kind(draft: Draft, by: int = 1) -> Draft:
    """Choose the next kind of fact."""
    return replace(draft, kind=_following(KINDS, draft.chosen_kind, by))


def added(session: Session, draft: Draft) -> Session:
    """Return the session with the finding that was drafted."""
    pair = session.pair
    if pair is None or session.comparison is None:
        return session
    if draft.spans.variant is None:
        return replace(session, status="nothing was marked, so nothing was added")
    texts = texts_of(Pair(*(session.documents[index] for index in pair)), session.comparison)
    finding = Finding(draft.chosen_verdict, draft.chosen_kind, 1.0, draft.spans, "", RULE)
    subject = subject_of(texts, finding, added=True)
    return add_finding(session, finding_of(subject, draft.spans, session.who), subject)


def _following(values: tuple[T, ...], value: T, by: int) -> T:
    return values[(values.index(value) + by) % len(values)]


def _with(draft: Draft, marking: Marking) -> Draft:
    return replace(draft, markings=draft.markings._replace(**{draft.side.value: marking}))


def _marking(text: str, spans: tuple[Span, ...], paragraph: int) -> Marking:
    span = spans[paragraph]
    return Marking(paragraph, tuple(Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)))


def _marked(text: str, marking: Marking) -> Span | None:
    marked = marking.marked
    return trimmed(text, Span(marking.words[marked[0]].start, marking.words[marked[-1]].end)) if marked else None


def _kind_of(words: str) -> FactKind:
    patterns = {
        FactKind.PERCENT: _PERCENT,
        FactKind.MONEY: _MONEY,
        FactKind.NUMBER: _DIGIT,
        FactKind.QUOTE: _QUOTE,
    }
    return next((kind for kind, pattern in patterns.items() if pattern.search(words)), FactKind.OTHER)
