"""The seeds with the findings of their key, so that what the reader's tests see does not hang on the engine."""

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from artdiff.batch.messages import Compared, Grouped
from artdiff.documents.collection import Collection
from artdiff.documents.document import Document, Span
from artdiff.documents.reading import read
from artdiff.engine.values import (
    Comparison,
    FactKind,
    Finding,
    Link,
    Outline,
    Pair,
    Paragraph,
    ParagraphRole,
    Repeat,
    Verdict,
)
from artdiff.stories.story import Story
from tests.program import ROOT, SEEDS

KEY: Final = ROOT / "tests" / "stories" / "seeds-ukraine" / "gold.json"
SOURCE: Final = 4
VARIANTS: Final = (0, 1, 2)
ALONE: Final = 3
STORIES: Final = (
    Story("Talks on a cease-fire", SOURCE, VARIANTS, "It has a dateline and the most facts.", certain=True),
    Story("Another story", ALONE, (), "It stands alone.", certain=True),
)


@cache
def collection() -> Collection:
    return read([SEEDS])


def outline(document: Document, date: dt.date | None = None) -> Outline:
    paragraphs, at = [], 0
    for number, line in enumerate(document.text.splitlines(keepends=True)):
        words = line.strip()
        if words:
            role = ParagraphRole.BODY if number else ParagraphRole.HEADLINE
            paragraphs.append(Paragraph(Span(at, at + len(line.rstrip())), role))
        at += len(line)
    return Outline(document.name, document.name, tuple(paragraphs), date, "en")


@cache
def grouped() -> Grouped:
    outlines = [outline(document) for document in collection().documents]
    outlines[SOURCE] = outline(collection().documents[SOURCE], dt.date(2025, 7, 20))
    return Grouped(STORIES, tuple(outlines))


@cache
def compared(variant: int) -> Compared:
    """Return the comparison that the key describes."""
    documents, outlines = collection().documents, grouped().outlines
    key = json.loads(KEY.read_text(encoding="utf-8"))["variants"][documents[variant].name]
    sides = Pair(outlines[SOURCE], outlines[variant])
    repeats = _repeats(documents[variant], outlines[variant])
    links = tuple(_link(*row) for row in key["alignment"] if all(row))
    linked = {index for link in links for index in link.paragraphs.source}
    omitted = tuple(index for index in range(2, len(sides.source.paragraphs)) if index not in linked)
    texts = Pair(documents[SOURCE].text, documents[variant].text)
    findings = tuple(_findings(key, texts, sides, repeats))
    return Compared(Pair(SOURCE, variant), Comparison(sides, links, omitted, repeats, findings))


def _link(source: list[int], variant: list[int]) -> Link:
    return Link(Pair(tuple(source), tuple(variant)), 0.4, rewritten=True)


def _repeats(document: Document, rows: Outline) -> tuple[Repeat, ...]:
    first: dict[str, int] = {}
    again: list[tuple[int, int]] = []
    for index, paragraph in enumerate(rows.paragraphs):
        words = paragraph.span.of(document.text)
        if words in first and paragraph.span.length > 100:
            again.append((first[words], index))
        first.setdefault(words, index)
    return (Repeat(*map(tuple, zip(*again, strict=True))),) if again else ()


def _findings(
    key: dict[str, Any], texts: Pair[str], sides: Pair[Outline], repeats: tuple[Repeat, ...]
) -> Iterator[Finding]:
    copies = dict(pair for repeat in repeats for pair in zip(repeat.again, repeat.first, strict=True))
    for row in key["alterations"]:
        if not row.get("optional"):
            span = _span(texts.variant, sides.variant, row["paragraph"], row["span"])
            said = copies.get(row["paragraph"])
            copy = None if said is None else _span(texts.variant, sides.variant, said, row["span"])
            source = _span(texts.source, sides.source, row["source_paragraph"], row["source_span"])
            kind, reason = FactKind(row["fact"]), f"{row['note']}."
            yield Finding(Verdict(row["verdict"]), kind, 0.9, Pair(source, span), reason, "key", copy)
    for repeat in repeats:
        again, block = (_block(sides.variant, indices) for indices in (repeat.again, repeat.first))
        yield Finding(Verdict.REPEATED, FactKind.OTHER, 1.0, Pair(None, again), "Said again.", "copies", block)
    for row in key["omissions"]:
        source = _span(texts.source, sides.source, row["source_paragraph"], row["source_span"])
        yield Finding(Verdict.OMITTED, FactKind(row["fact"]), 0.8, Pair(source, None), "Left out.", "key")


def _span(text: str, rows: Outline, paragraph: int, words: str) -> Span:
    start = text.index(words, rows.paragraphs[paragraph].span.start)
    return Span(start, start + len(words))


def _block(rows: Outline, indices: tuple[int, ...]) -> Span:
    return Span(rows.paragraphs[indices[0]].span.start, rows.paragraphs[indices[-1]].span.end)
