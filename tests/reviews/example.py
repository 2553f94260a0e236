"""A source and a rewrite with findings by hand, and other versions of both."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from artdiff.documents.document import Document, Span
from artdiff.engine.values import Comparison, FactKind, Finding, Outline, Pair, Paragraph, ParagraphRole, Verdict
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.keys import subjects_of, texts_of

SOURCE = (
    "Talks on a cease-fire",
    "The Trump administration has pushed for a cease-fire. Ukraine agreed in March.",
    "At least 48 people were hurt in Lund. Nobody was killed.",
    "The meeting took place on Monday.",
)
VARIANT = (
    "Cease-fire talks",
    "The Biden administration has called for a cease-fire. Ukraine agreed earlier this year.",
    "At least 58 people were hurt in Lund. Nobody was killed, said Anna Holm.",
    "They met on Monday.",
)
START = dt.datetime(2026, 5, 12, 8, 30, tzinfo=dt.UTC)

Words = tuple[str, str, FactKind]
FACTS: Sequence[Words] = (
    ("Trump", "Biden", FactKind.PERSON),
    ("48", "58", FactKind.NUMBER),
    ("", "Anna Holm", FactKind.PERSON),
)


def document(name: str, paragraphs: Iterable[str]) -> Document:
    return Document(name, "\n\n".join(paragraphs) + "\n", Path(name))


def outline(one: Document) -> Outline:
    rows = (Paragraph(Span(*match.span()), ParagraphRole.BODY) for match in re.finditer(r"[^\n]+", one.text))
    return Outline(one.name, "Talks", tuple(rows), None, "en")


def pair(source: Iterable[str] = SOURCE, variant: Iterable[str] = VARIANT) -> Pair[Document]:
    return Pair(document("source.txt", source), document("variant.txt", variant))


def compared(documents: Pair[Document], facts: Iterable[Words] = FACTS) -> Comparison:
    findings = tuple(finding(documents, *fact) for fact in facts)
    return Comparison(Pair(*map(outline, documents)), (), (), (), findings)


def finding(documents: Pair[Document], source: str, variant: str, kind: FactKind) -> Finding:
    spans = Pair(*(_span(one.text, words) for one, words in zip(documents, (source, variant), strict=True)))
    verdict = Verdict.ALTERED if source else Verdict.HALLUCINATED
    return Finding(verdict, kind, 0.9, spans, "Because.", "rule")


def _span(text: str, words: str) -> Span | None:
    return Span(text.index(words), text.index(words) + len(words)) if words else None


def said(ruling: Ruling | None = Ruling.CONFIRMED, minutes: float = 0, who: str = "anna", note: str = "") -> Decision:
    ground = Ground.FAITHFUL if ruling is Ruling.DISMISSED else None
    return Decision(ruling, START + dt.timedelta(minutes=minutes), who, ground, note)


def entries(documents: Pair[Document], comparison: Comparison, *decisions: Decision) -> list[Entry]:
    """Return decisions on the first findings of a comparison."""
    subjects = subjects_of(texts_of(documents, comparison), comparison)
    return [Entry(*row) for row in zip(subjects, decisions, strict=False)]
