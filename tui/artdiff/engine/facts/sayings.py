"""Sayings: every word of saying with the phrase that names who says it, and what is said."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from artdiff.engine.facts.cues import THINKING_FORMS
from artdiff.engine.facts.phrases import is_capital
from artdiff.engine.facts.saying_reader import PAUSES, TRIGGERS, SentenceReader
from artdiff.engine.language.word_flags import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.facts.saying_reader import Saying
    from artdiff.engine.language.segmentation import Segmentation, Token


def find_sayings(text: Segmentation, marks: Sequence[int], quoted: Sequence[tuple[int, int]]) -> list[Saying]:
    """Return the sayings of a document, in order; words inside quotation marks say nothing of who speaks."""
    found: list[Saying] = []
    inside = {at for first, last in quoted for at in range(first, last)}
    starts = [first for first, _ in quoted]
    reader = SentenceReader(text, marks, (0, 0), -1, inside, starts)
    sentences, sentence_of, flags = text.sentences, text.sentence_of, text.flags
    for at in compress(range(len(marks)), map(TRIGGERS.__contains__, text.norms)):
        index = sentence_of[at]
        bounds = sentences[index].tokens
        if at in inside or (flags[at] & CAPITAL and at > bounds[0]):
            continue
        if index != reader.sentence:
            reader = SentenceReader(text, marks, bounds, index, inside, starts).after_dateline()
        saying = reader.read(at, found)
        if saying:
            found.append(saying)
    return _without_thoughts(text.tokens, found)


def _without_thoughts(tokens: Sequence[Token], sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings without what is thought inside what is said: "she said he believed"."""
    speaking = {saying.sentence for saying in sayings if tokens[saying.cue].norm not in THINKING_FORMS}
    return [
        saying
        for saying in sayings
        if saying.sentence not in speaking
        or tokens[saying.cue].norm not in THINKING_FORMS
        or any(is_capital(token) for token in tokens[slice(*saying.head)])
    ]


def said(text: Segmentation, sayings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """Yield for each saying the token range of what is said: as far as the sentence's next saying, or from the last."""
    for index, saying in enumerate(sayings):
        first, last = text.sentences[saying.sentence].tokens
        if saying.head[0] > first and text.tokens[saying.head[0] - 1].norm in {"which", "who", "that"}:
            yield saying.cue + 1, _pause(text.tokens, saying.cue + 1, last)
            continue
        if index and sayings[index - 1].sentence == saying.sentence:
            first = _boundary(text.tokens, sayings[index - 1], saying)
        if index + 1 < len(sayings) and sayings[index + 1].sentence == saying.sentence:
            last = _boundary(text.tokens, saying, sayings[index + 1])
        yield first, last


def _pause(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the next comma stands."""
    return next((at for at in range(first, last) if tokens[at].text in PAUSES), last)


def subject_of(
    text: Segmentation, marks: Sequence[int], sentence: int, before: int, quoted: set[int]
) -> tuple[int, int] | None:
    """Return the token range of a sentence's first phrase that can name somebody, before a token."""
    reader = SentenceReader(text, marks, text.sentences[sentence].tokens, sentence, quoted, ())
    return reader.after_dateline().subject(before)


def _boundary(tokens: Sequence[Token], saying: Saying, following: Saying) -> int:
    """Return where one saying's words end and the next one's begin."""
    if not following.postponed:
        start = following.head[0] if following.head[0] > saying.cue else following.cue
        return max(min(start, following.cue), saying.cue + 1)
    begin = max(saying.cue, saying.speaker[1] - 1) + 1
    end = min(following.head[0], following.cue)
    if saying.postponed:
        return begin
    breaks = [at for at in range(begin, end) if tokens[at].text in {";", "and", "but", "while", "—", "–"}]
    return breaks[-1] if breaks else end
