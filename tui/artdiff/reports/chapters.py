"""What the HTML report shows, as plain values that its template only has to write down."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reports.about import decided, expired_words, ruling_words, signed_words
from artdiff.reports.marking import SIGNS
from artdiff.reports.sides import Numbers, Row, rows_of
from artdiff.reports.wording import COUNTED, counts, excerpt, is_copy, name_of, paragraph_of, percent, words_of
from artdiff.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
    from artdiff.reviews.decision import Decision

AROUND: Final = 110
"""Code points of the paragraph shown on either side of a fact in the list."""


class CountRow(NamedTuple):
    """How many findings there are of a verdict."""

    verdict: Verdict
    sign: str
    number: int


class Quote(NamedTuple):
    """A finding's words on one side, in what stands around them."""

    side: str
    paragraph: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding of the list.

    Attributes:
        id: of the list's entry; `target` of its mark in the text, "" where it has none.
        look: classes: the verdict, and the ruling where there is one.
    """

    id: str
    target: str
    look: str
    sign: str
    verdict: str
    fact: str
    sure: str
    quotes: tuple[Quote, ...]
    reason: str
    ruling: str
    decision: str
    note: str
    expired: str


class Fact(NamedTuple):
    """A row of the fact table."""

    look: str
    sign: str
    verdict: str
    fact: str
    sure: str
    variant: str
    source: str
    reason: str
    decision: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A rewrite with all that is shown of it."""

    id: str
    name: str
    counts: tuple[CountRow, ...]
    decided: str
    signed: str
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story."""

    id: str
    title: str
    source: str
    certain: bool
    reason: str
    rewrites: tuple[Rewrite, ...] = field(default=())


def chapters_of(report: Report) -> list[Chapter]:
    """Return the stories of a report."""
    numbers = count(1)
    return [_chapter(at, story, report, numbers) for at, story in enumerate(report.stories, start=1)]


def count_rows(found: Mapping[Verdict, int]) -> tuple[CountRow, ...]:
    """Return counts with their signs."""
    return tuple(CountRow(verdict, SIGNS[verdict], found[verdict]) for verdict in COUNTED)


def _chapter(at: int, checked: CheckedStory, report: Report, numbers: Iterator[int]) -> Chapter:
    story = checked.story
    return Chapter(
        f"s{at}",
        visible_line(story.title) or "Untitled",
        name_of(checked.source),
        story.certain,
        visible_line(story.reason),
        tuple(_rewrite(f"v{next(numbers)}", checked, variant, report) for variant in checked.variants),
    )


def _rewrite(own: str, checked: CheckedStory, variant: CheckedVariant, report: Report) -> Rewrite:
    listed = [at for at, finding in report.gate.listed(variant) if not is_copy(finding)]
    names = Numbers(own, frozenset(listed), _ruled(variant))
    rows = tuple(rows_of(checked.source, variant, names))
    return Rewrite(
        own,
        name_of(variant.document),
        count_rows(counts([variant], report.gate, copies=False)),
        decided([variant], report.gate),
        visible_line(signed_words(variant.signed)) if variant.signed else "",
        tuple(_card(at, checked, variant, names) for at in listed),
        rows,
        tuple(_fact(at, checked, variant) for at in _told(variant)),
    )


def _ruled(variant: CheckedVariant) -> dict[int, str]:
    return {at: decision.ruling.value for at, decision in variant.decisions.items() if decision.ruling}


def _told(variant: CheckedVariant) -> Iterator[int]:
    """Yield the places of the fact table's findings: all but the copies, by their place in the rewrite."""
    return (at for at, finding in enumerate(variant.comparison.findings) if not is_copy(finding))


def _card(at: int, checked: CheckedStory, variant: CheckedVariant, names: Numbers) -> Card:
    finding, decision = variant.comparison.findings[at], variant.decisions.get(at)
    ruling = names.rulings.get(at, "")
    return Card(
        id=names.card(at),
        target=names.target(at),
        look=f"{finding.verdict} {ruling}".strip(),
        sign=SIGNS[finding.verdict],
        verdict=finding.verdict,
        fact="" if finding.verdict is Verdict.REPEATED else finding.kind,
        sure="" if finding.verdict is Verdict.REPEATED else percent(finding.confidence),
        quotes=tuple(_quotes(checked, variant, finding)),
        reason=visible_line(finding.reason),
        ruling=ruling,
        decision=visible_line(ruling_words(decision)) if decision else "",
        note=visible(decision.note) if decision else "",
        expired=visible_line(expired_words(variant.expired[at])) if at in variant.expired else "",
    )


def _quotes(checked: CheckedStory, variant: CheckedVariant, finding: Finding) -> Iterator[Quote]:
    documents = Pair(checked.source, variant.document)
    for side, name in ((Side.VARIANT, "rewrite"), (Side.SOURCE, "source")):
        span = finding.spans.of(side)
        if span is not None:
            outline = variant.comparison.outlines.of(side)
            yield Quote(name, paragraph_of(outline, span), *excerpt(documents.of(side), outline, span, AROUND))


def _fact(at: int, checked: CheckedStory, variant: CheckedVariant) -> Fact:
    finding = variant.comparison.findings[at]
    documents = Pair(checked.source, variant.document)
    sides = zip(documents, finding.spans, strict=True)
    source, words = (words_of(document, span) if span else "" for document, span in sides)
    head = (finding.verdict, SIGNS[finding.verdict], finding.verdict, finding.kind, percent(finding.confidence))
    return Fact(*head, words, source, visible_line(finding.reason), _decision(variant.decisions.get(at)))


def _decision(decision: Decision | None) -> str:
    return visible_line(ruling_words(decision)) if decision else ""
