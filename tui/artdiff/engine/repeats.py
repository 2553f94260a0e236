"""Repeated blocks: paragraphs that a document says again word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import ParagraphRole, Repeat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Paragraph

TELLING = frozenset({ParagraphRole.BODY, ParagraphRole.QUOTATION})
LEAST_WORDS = 6
"""Shorter paragraphs ("Advertisement") are said again for other reasons."""


def find_first_copies(analysis: Analysis) -> tuple[int | None, ...]:
    """Return for each paragraph the earlier one that it repeats word for word, else None."""
    first: dict[tuple[str, ...], int] = {}
    copies: list[int | None] = []
    for index, paragraph in enumerate(analysis.text.paragraphs):
        words = _words(analysis, index)
        telling = paragraph.role in TELLING and len(words) >= LEAST_WORDS
        copies.append(first.get(words) if telling else None)
        if telling:
            first.setdefault(words, index)
    return tuple(copies)


def _words(analysis: Analysis, index: int) -> tuple[str, ...]:
    first, last = analysis.text.paragraph_sentences[index]
    sentences = analysis.text.sentences
    return analysis.text.norms[sentences[first].tokens[0] : sentences[last - 1].tokens[1]] if first < last else ()


def find_repeats(analysis: Analysis, first_copies: Sequence[int | None]) -> tuple[Repeat, ...]:
    """Return the longest blocks of consecutive paragraphs whose first copies are consecutive too."""
    repeats: list[Repeat] = []
    block: list[int] = []
    telling = [index for index, paragraph in enumerate(analysis.text.paragraphs) if _counts(paragraph)]
    for index in telling:
        copy = first_copies[index]
        if block and (copy is None or copy != _following(telling, first_copies[block[-1]])):
            repeats.append(_repeat(block, first_copies))
            block = []
        if copy is not None:
            block.append(index)
    if block:
        repeats.append(_repeat(block, first_copies))
    return tuple(repeats)


def _counts(paragraph: Paragraph) -> bool:
    return paragraph.role is not ParagraphRole.BOILERPLATE


def _following(telling: list[int], index: int | None) -> int | None:
    return next((other for other in telling if index is not None and other > index), None)


def _repeat(block: list[int], first_copies: Sequence[int | None]) -> Repeat:
    return Repeat(tuple(copy for index in block if (copy := first_copies[index]) is not None), tuple(block))
