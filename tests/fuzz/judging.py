"""What must hold of every input, whatever it is."""

import json
import random
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from artdiff.documents.collection import Collection
from artdiff.documents.document import Document, Span
from artdiff.documents.reading import read
from artdiff.engine.analysis import Analysis, analyse
from artdiff.engine.comparison import compare
from artdiff.engine.values import Comparison, Pair, Paragraph, Side, Verdict
from artdiff.reports import plain, structured
from artdiff.reports.checked import CheckedPair, CheckedStory, CheckedVariant, Report
from artdiff.reports.forms import FORMS, written
from artdiff.stories.story import Story
from artdiff.visible import visible_line
from tests.test_bad_input import is_harmless

LONGEST_MESSAGE: Final = 400
"""Code points of what is wrong with a file."""
DOCUMENTS: Final = 3
"""Of one file that are compared."""


def judge_file(path: Path, source: str, chance: random.Random) -> int:
    """Read a file as ``check`` does, and compare what it holds with a source; return how many code points that were."""
    collection = read([path])
    assert_told(collection)
    compared = collection.documents[:DOCUMENTS]
    for document in compared:
        judge_texts(Document("source.txt", source), document, chance)
    return sum(len(source) + len(document.text) for document in compared)


def judge_odd(source: Document, variant: Document, chance: random.Random) -> int:
    """Compare two texts; only one that goes into a file is reported. Return how many code points they are."""
    if all(is_whole(document.text) for document in (source, variant)):
        judge_texts(source, variant, chance)
    else:
        assert_compared(Pair(source, variant), compare(Pair(analyse(source), analyse(variant))))
    return len(source.text) + len(variant.text)


def is_whole(text: str) -> bool:
    """Say whether a text has no half of a sign."""
    return text.encode("utf-8", "replace").decode() == text


def assert_told(collection: Collection) -> None:
    for problem in collection.problems:
        assert 0 < len(problem.message) <= LONGEST_MESSAGE, problem.message
        assert is_harmless(visible_line(str(problem))), problem.message
    for document in collection.documents:
        document.text.encode()
        assert "\r" not in document.text


def judge_texts(source: Document, variant: Document, chance: random.Random) -> None:
    """Compare two texts, either being the source, and write a report of it."""
    documents = Pair(source, variant) if chance.random() < 0.7 else Pair(variant, source)
    analyses = Pair(*map(analyse, documents))
    for analysis in analyses:
        assert_segmented(analysis)
    comparison = compare(analyses)
    assert_compared(documents, comparison)
    assert_reported(documents, comparison, chance.choice((*FORMS, "plain", "line")))


def assert_segmented(analysis: Analysis) -> None:
    """Say that every part lies in its whole, in order."""
    text = analysis.text
    whole = Span(0, len(text.document.text))
    paragraphs = [paragraph.span for paragraph in text.paragraphs]
    assert_in_order(paragraphs, whole)
    assert_in_order([sentence.span for sentence in text.sentences], whole)
    for sentence in text.sentences:
        assert paragraphs[sentence.paragraph].covers(sentence.span)
        assert_in_order([token.span for token in text.words_of(sentence)], sentence.span)
    for fact in analysis.facts:
        assert fact.span.length > 0
        assert paragraphs[text.sentences[fact.sentence].paragraph].covers(fact.span), fact


def assert_in_order(spans: Sequence[Span], whole: Span) -> None:
    assert all(span.length > 0 and whole.covers(span) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def assert_compared(documents: Pair[Document], comparison: Comparison) -> None:
    """Say that findings lie in paragraphs, links and edits in their documents."""
    paragraphs = Pair(*(outline.paragraphs for outline in comparison.outlines))
    for finding in comparison.findings:
        assert 0 <= finding.confidence <= 1
        assert finding.reason
        assert is_harmless(visible_line(finding.reason)), finding.reason
        assert finding.spans.variant or finding.verdict is Verdict.OMITTED
        for side in Side:
            span = finding.spans.of(side)
            # A repeated block is several paragraphs.
            if span and finding.verdict is not Verdict.REPEATED:
                assert_in_one(span, paragraphs.of(side), finding)
            assert span is None or Span(0, len(documents.of(side).text)).covers(span)
    for link in comparison.links:
        for side in Side:
            indices = link.paragraphs.of(side)
            assert list(indices) == sorted(set(indices))
            assert indices
            assert 0 <= indices[0] <= indices[-1] < len(paragraphs.of(side))
            assert_edits((edit.spans.of(side) for edit in link.edits), Span(0, len(documents.of(side).text)))


def assert_in_one(span: Span, paragraphs: Sequence[Paragraph], what: object) -> None:
    assert span.length > 0, what
    at = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1
    assert at >= 0, what
    assert paragraphs[at].span.covers(span), what


def assert_edits(spans: Iterable[Span], whole: Span) -> None:
    assert all(whole.covers(span) and span.length >= 0 for span in spans)


def assert_reported(documents: Pair[Document], comparison: Comparison, form: str) -> None:
    """Write a report of one form, which must be text that goes into a file."""
    variant = CheckedVariant(documents.variant, comparison)
    story = CheckedStory(Story("A title", 0, (1,), "It was named.", certain=True), documents.source, (variant,))
    report = Report((story,))
    if form == "line":
        words = structured.pair_line(CheckedPair(1, documents.source, variant), report.gate)
        assert "\n" not in words.rstrip("\n")
    else:
        words = "\n".join(plain.report_lines(report)) if form == "plain" else written(report, form)
    words.encode()
    if form == "plain":
        assert is_harmless(words)
    if form in {"json", "sarif", "line"}:
        json.loads(words)
