"""Words of degree stand to the words of their own sentence."""

import pytest

from tests.texts import compared


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        (
            "The boats of Lund sank after.\n\nThe harbour was shut.",
            "The boats of Lund sank before. The harbour was shut.",
        ),
        ("It was more.\n\nBoats sank in Lund.", "It was fewer.\n\nBoats sank in Lund."),
    ],
)
def test_a_word_of_degree_is_marked_within_its_sentence(source: str, variant: str) -> None:
    comparison = compared(source, variant)
    paragraphs = [[one.span for one in outline.paragraphs] for outline in comparison.outlines]
    for finding in comparison.findings:
        for span, spans in zip(finding.spans, paragraphs, strict=True):
            assert span is None or any(one.covers(span) for one in spans)
