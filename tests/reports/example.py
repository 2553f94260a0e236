"""A small story with findings of every verdict, made by hand."""

from pathlib import Path

from artdiff.documents.collection import Problem
from artdiff.documents.document import Document, Span
from artdiff.engine.values import (
    Comparison,
    FactKind,
    Finding,
    Link,
    Outline,
    Pair,
    Paragraph,
    ParagraphRole,
    Verdict,
)
from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
from artdiff.stories.story import Story

SOURCE = Document(
    "source.txt",
    "Ferry stops\n\nThe Trump administration agreed in March.\n\nNobody was hurt.\n",
    Path("in/source.txt"),
)
VARIANT = Document(
    "variant.txt",
    "Ferry stops\nThe Biden administration, moved by \x1b[31mcrowds\x1b[0m \u202eof [b]500[/b], agreed earlier.\nMore.\nMore.\n",
    Path("in/variant.txt"),
)


def span(document: Document, words: str, start: int = 0) -> Span:
    at = document.text.index(words, start)
    return Span(at, at + len(words))


def outline(document: Document) -> Outline:
    paragraphs, at = [], 0
    for line in document.text.split("\n"):
        if line:
            paragraphs.append(Paragraph(Span(at, at + len(line)), ParagraphRole.BODY))
        at += len(line) + 1
    return Outline(document.name, "Ferry stops", tuple(paragraphs), None, "en")


def finding(
    verdict: Verdict, kind: FactKind, confidence: float, variant: Span | None, source: Span | None = None
) -> Finding:
    return Finding(verdict, kind, confidence, Pair(source, variant), f"Because of {kind}.", f"rule.{verdict}")


FIRST_COPY = span(VARIANT, "More.")
FINDINGS = (
    finding(Verdict.ALTERED, FactKind.PERSON, 0.97, span(VARIANT, "Biden"), span(SOURCE, "Trump")),
    finding(
        Verdict.HALLUCINATED,
        FactKind.CAUSE,
        0.5,
        span(VARIANT, "moved by \x1b[31mcrowds\x1b[0m \u202eof [b]500[/b]"),
    ),
    finding(Verdict.ALTERED, FactKind.NUMBER, 0.499, span(VARIANT, "500")),
    finding(Verdict.GENERALISED, FactKind.DATE, 0.8, span(VARIANT, "earlier"), span(SOURCE, "in March")),
    Finding(
        Verdict.REPEATED,
        FactKind.OTHER,
        1.0,
        Pair(None, span(VARIANT, "More.", FIRST_COPY.end)),
        "Said before.",
        "copies.block",
        FIRST_COPY,
    ),
    finding(Verdict.OMITTED, FactKind.EVENT, 0.9, None, span(SOURCE, "Nobody was hurt.")),
)
COMPARISON = Comparison(
    outlines=Pair(outline(SOURCE), outline(VARIANT)),
    links=(Link(Pair((0,), (0,)), 1.0, rewritten=False), Link(Pair((1,), (1,)), 0.6, rewritten=False)),
    omitted=(2,),
    repeats=(),
    findings=FINDINGS,
)
STORY = CheckedStory(
    Story("Ferry stops", 1, (0,), "It has a date.", certain=True),
    SOURCE,
    (CheckedVariant(VARIANT, COMPARISON),),
)
ALONE = CheckedStory(
    Story("Other", 2, (), "It stands alone.", certain=True),
    Document("o.txt", "Other\n", Path("in/o.txt")),
    (),
)
REPORT = Report((STORY, ALONE), problems=(Problem("x\udcff", "gone"),), passed_over=3)
