"""Words of degree stand to the words of their own sentence."""

import pytest

from tests.texts import compared


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        ("Lund sank after.\n\nThe boats came.", "Lund sank before boats came."),
        (
            "They came with the boats of Lund 9 years after.\n\nThe 12th fell on Monday.",
            "They came with the boats of Lund 9 years before the 12th fell on Monday.",
        ),
    ],
)
def test_a_word_of_degree_is_marked_within_its_sentence(source: str, variant: str) -> None:
    comparison = compared(source, variant)
    paragraphs = [[one.span for one in outline.paragraphs] for outline in comparison.outlines]
    assert comparison.findings
    for finding in comparison.findings:
        for span, spans in zip(finding.spans, paragraphs, strict=True):
            assert span is None or any(one.covers(span) for one in spans)
