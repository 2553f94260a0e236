"""Quotation marks: which stretches of a document stand inside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation

SIGNS = r"[\"“”„«»‘’‚'`]"
BESIDE = (rf"(?<=[\w.,!?…)\]—–-]{SIGNS})", rf"(?<=[\w.,!?…][’'”\"]{SIGNS})", r"(?=[“‘\"']?[\w(\[$€£…@#])")
MARK = re.compile(f"{SIGNS}(?:{'|'.join(BESIDE)})")
"""A mark beside a word or its punctuation: no other opens or closes anything."""
OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
SINGLE = frozenset("‘’‚'`")
BEFORE_OPENING = frozenset('([{—–-/:;“"„«')
ELISION = re.compile(r"['’](?:\d\ds?\b|em\b|tis\b|twas\b|cause\b|til\b|n['’])", re.IGNORECASE)
"""What an apostrophe may begin without opening a quotation: ’90s, ’em."""


class Quoted(NamedTuple):
    """Words inside quotation marks.

    Attributes:
        span: between the marks, without them and without white space.
        open_ended: the paragraph ends before the quotation does, and the next one goes on with it.
    """

    span: Span
    open_ended: bool


class _Mark(NamedTuple):
    at: int
    sign: str
    opens: bool
    closes: bool


def find_quoted(text: Segmentation) -> list[Quoted]:
    """Return the stretches inside quotation marks, in order; quotations inside quotations belong to the outer one."""
    body = text.document.text
    found: list[Quoted] = []
    for index, paragraph in enumerate(text.paragraphs):
        marks = [_mark(body, match) for match in MARK.finditer(body, *paragraph.span)]
        if marks:
            goes_on = index + 1 < len(text.paragraphs) and body[text.paragraphs[index + 1].span.start] in '“"«'
            found += _pairs(text, marks, paragraph.span.end, goes_on=goes_on)
    return found


def _mark(body: str, match: re.Match[str]) -> _Mark:
    at, sign = match.start(), match.group()
    before = body[at - 1] if at else " "
    after = body[at + 1] if at + 1 < len(body) else " "
    opens = (before.isspace() or before in BEFORE_OPENING or before in SINGLE) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if sign in SINGLE and opens:
        opens = sign in "‘‚`" or (after.isalnum() and ELISION.match(body, at) is None)
    return _Mark(at, sign, opens, closes)


def _pairs(text: Segmentation, marks: Sequence[_Mark], end: int, *, goes_on: bool) -> Iterator[Quoted]:
    """Yield the quotations of one paragraph."""
    body = text.document.text
    index, opened = 0, -1
    while index < len(marks):
        mark = marks[index]
        index += 1
        if mark.sign in SINGLE:
            if opened < 0 and mark.opens and (close := _closing_single(body, marks, index)) is not None:
                yield from _quoted(body, mark.at + 1, marks[close].at)
                index = close + 1
        elif opened >= 0 and _ends_double(mark):
            yield from _quoted(body, opened, mark.at)
            opened = -1
        elif mark.sign in OPENING or (mark.sign == '"' and mark.opens):
            opened = mark.at + 1
    if opened >= 0:
        yield from _quoted(body, opened, end if goes_on else _sentence_end(text, opened), open_ended=goes_on)


def _ends_double(mark: _Mark) -> bool:
    return mark.sign in CLOSING or (mark.sign == '"' and (mark.closes or not mark.opens))


def _closing_single(body: str, marks: Sequence[_Mark], index: int) -> int | None:
    """Return the index of the mark that closes a single quotation, apostrophes behind a plural's s avoided."""
    fallback: int | None = None
    for later in range(index, len(marks)):
        mark = marks[later]
        if mark.sign not in SINGLE:
            continue
        if mark.opens and mark.sign in "‘‚`'":
            break
        if mark.closes and mark.sign in "’'":
            if body[mark.at - 1] not in "sS":
                return later
            fallback = later if fallback is None else fallback
    return fallback


def _sentence_end(text: Segmentation, at: int) -> int:
    """Return the end of the sentence at a place: where a quotation that nobody closed is taken to end."""
    index = bisect_right(text.sentences, at, key=lambda sentence: sentence.span.start) - 1
    return text.sentences[max(index, 0)].span.end


def _quoted(body: str, start: int, end: int, *, open_ended: bool = False) -> Iterator[Quoted]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if end > start:
        yield Quoted(Span(start, end), open_ended)
