"""Tokens: words, numbers and punctuation marks with their places."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from artdiff.engine.language.segmentation import Token, TokenKind
from artdiff.engine.language.stems import stems

if TYPE_CHECKING:
    from artdiff.documents.document import Span

TOKEN = re.compile(
    r"""
    (?P<number>(?:(?:[A-Z]{1,3})?[$€£¥₹]|[-−+](?=\d)(?<![\w]-))?\d
        (?:[\d]|[.,:/’'–-](?=\d))*
        (?:%|(?:st|nd|rd|th|[a-zA-Z]{1,2}|[a-z]{1,4})(?![\w]))?
        (?:-[^\W\d_]+)*)
    |(?P<initials>(?:[^\W\d_]\.){2,})
    |(?P<word>[^\W_]+(?:[-'’‐‑&.](?=[^\W_])[^\W_]+)*['’]?)
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
KINDS = {
    "number": TokenKind.NUMBER,
    "initials": TokenKind.WORD,
    "word": TokenKind.WORD,
    "mark": TokenKind.PUNCTUATION,
}


def find_tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a stretch of text, in order."""
    rows: list[tuple[int, int, str, str, TokenKind]] = []
    for match in TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        written, kind = match[0], KINDS[match.lastgroup or "mark"]
        if kind is TokenKind.WORD and written[-1] in "'’" and not _possessive(written):
            rows.append((start, end - 1, written[:-1], norm_of(written[:-1]), kind))
            rows.append((end - 1, end, written[-1], "'", TokenKind.PUNCTUATION))
        else:
            rows.append((start, end, written, norm_of(written), kind))
    found = stems([row[3] for row in rows])
    return [
        Token(start, end, written, norm, stem if kind is TokenKind.WORD else norm, kind)
        for (start, end, written, norm, kind), stem in zip(rows, found, strict=True)
    ]


def _possessive(written: str) -> bool:
    return len(written) > 2 and written[-2] in "sS"


def norm_of(written: str) -> str:
    """Return the form that words are compared by: casefolded, quotes straight, without a possessive ending."""
    if written.isascii():
        norm = written.lower()
        if "'" not in norm:
            return norm
    else:
        norm = unicodedata.normalize("NFC", written).translate(STRAIGHT).casefold()
    if norm.endswith("'s"):
        return norm[:-2]
    return norm.removesuffix("'") if len(norm) > 1 else norm
