from pathlib import Path

import pytest

from artdiff.documents.document import Document, Span
from artdiff.reports.wording import (
    LONGEST,
    Excerpt,
    column_of,
    excerpt,
    line_of,
    name_of,
    omitted_paragraphs,
    paragraph_of,
    words_of,
)
from tests.reports.example import COMPARISON, outline, span

TEXT = Document("t", "One two three four five.\nSix  seven\teight nine ten.\n")


@pytest.mark.parametrize(
    ("words", "around", "expected"),
    [
        ("three", 100, Excerpt("One two ", "three", " four five.")),
        ("three", 6, Excerpt("… two ", "three", " four …")),
        ("One", 4, Excerpt("", "One", " …")),
        ("five.", 6, Excerpt("… four ", "five.", "")),
        ("seven\teight", 100, Excerpt("Six ", "seven eight", " nine ten.")),
    ],
)
def test_what_stands_around(words: str, around: int, expected: Excerpt) -> None:
    assert excerpt(TEXT, outline(TEXT), span(TEXT, words), around) == expected


def test_numbers_of_paragraphs() -> None:
    assert [paragraph_of(outline(TEXT), span(TEXT, words)) for words in ("One", "five.", "Six", "ten.")] == [
        1,
        1,
        2,
        2,
    ]


def test_many_words_are_cut_between_two() -> None:
    document = Document("t", "word " * 200_000)
    words = words_of(document, Span(0, len(document.text)))
    assert words.endswith("word …")
    assert len(words) <= LONGEST + 2


def test_one_endless_word_is_cut_too() -> None:
    document = Document("t", "x" * 1000)
    assert words_of(document, Span(0, 1000)) == "x" * LONGEST + " …"


@pytest.mark.parametrize(("omitted", "said"), [((), ""), ((2,), "¶3"), ((2, 4, 5, 6, 9), "¶3, ¶5-7, ¶10")])
def test_omitted_paragraphs(omitted: tuple[int, ...], said: str) -> None:
    assert omitted_paragraphs(COMPARISON._replace(omitted=omitted)) == said


def test_a_path_cannot_end_a_line() -> None:
    assert name_of(Document("n", "", Path("a\nb\x1b.txt"))) == "a␤b␛.txt"


@pytest.mark.parametrize("text", ["", "\n", "a", "a\nb\n", "\n\na\n\nb", "a\r\n\u2028b\n"])
def test_lines_and_columns_are_those_of_an_editor(text: str) -> None:
    document = Document("t", text)
    for offset in range(len(text) + 1):
        before = text[:offset].split("\n")
        assert (line_of(document, offset), column_of(document, offset)) == (len(before), len(before[-1]) + 1)
