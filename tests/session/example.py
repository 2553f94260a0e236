"""Small sessions made by hand: documents, stories and comparisons with as many findings as a test wants."""

from collections.abc import Sequence

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
    Repeat,
    Verdict,
)
from artdiff.session.answers import with_comparison, with_stories
from artdiff.session.state import Session, opened
from artdiff.stories.story import Story

WORDS = 10
"""Code points of every paragraph, all of them behind one another with two newlines between."""


def document(name: str, paragraphs: int = 3) -> Document:
    return Document(name, "\n\n".join(f"paragra {at:02}" for at in range(paragraphs)))


def span(paragraph: int) -> Span:
    return Span(paragraph * (WORDS + 2), paragraph * (WORDS + 2) + WORDS)


def outline(name: str, paragraphs: int = 3, roles: dict[int, ParagraphRole] | None = None) -> Outline:
    rows = (Paragraph(span(at), (roles or {}).get(at, ParagraphRole.BODY)) for at in range(paragraphs))
    return Outline(name, f"Title of {name}", tuple(rows), None, "en")


def finding(
    variant: int | None = 0,
    source: int | None = 0,
    verdict: Verdict = Verdict.ALTERED,
    confidence: float = 0.9,
    first_copy: int | None = None,
) -> Finding:
    sides = Pair(None if source is None else span(source), None if variant is None else span(variant))
    copy = None if first_copy is None else span(first_copy)
    return Finding(verdict, FactKind.OTHER, confidence, sides, "Because.", "rule", copy)


def link(source: Sequence[int], variant: Sequence[int], *, moved: bool = False) -> Link:
    return Link(Pair(tuple(source), tuple(variant)), 0.5, rewritten=False, moved=moved)


def comparison(
    *findings: Finding,
    links: Sequence[Link] = (),
    omitted: Sequence[int] = (),
    repeats: Sequence[Repeat] = (),
    paragraphs: tuple[int, int] = (3, 3),
    roles: dict[int, ParagraphRole] | None = None,
) -> Comparison:
    outlines = Pair(outline("source", paragraphs[0], roles), outline("variant", paragraphs[1], roles))
    return Comparison(outlines, tuple(links), tuple(omitted), tuple(repeats), findings)


def story(source: int, *variants: int) -> Story:
    return Story(f"Story of {source}", source, variants, "Why.", certain=True)


def session(*stories: Story, findings: dict[tuple[int, int], int] | None = None) -> Session:
    """Return a session that has taken in stories, and comparisons with so many findings each."""
    count = 1 + max((member for one in stories for member in (one.source, *one.variants)), default=-1)
    documents = [document(f"{at}.txt") for at in range(count)]
    outlines = tuple(outline(one.name) for one in documents)
    taken = with_stories(opened(documents), stories, outlines) if stories else opened(documents)
    for pair, number in (findings or {}).items():
        taken = with_comparison(taken, Pair(*pair), comparison(*(finding(at % 3) for at in range(number))))
    return taken
