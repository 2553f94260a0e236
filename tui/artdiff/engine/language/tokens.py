"""Tokens: words, numbers and punctuation marks with their places."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.language.segmentation import Token, TokenKind
from artdiff.engine.language.stems import stems

if TYPE_CHECKING:
    from artdiff.documents.document import Span

TOKEN = re.compile(
    r"""
    (?P<plain>[a-z]++(?=[\x20,]))  # nine words in ten; the others take the long way
    |(?P<number>(?:(?:[A-Z]{1,3})?[$€£¥₹]|[-−+](?=\d)(?<![\w]-))?\d
        (?:[\d]|[.,:/’'–-](?=\d))*
        (?:%|(?:st|nd|rd|th|[a-zA-Z]{1,2}|[a-z]{1,4})(?![\w]))?
        (?:-[^\W\d_]+)*)
    |(?P<initials>(?:[^\W\d_]\.){2,})
    |(?P<word>[^\W_]+(?:[-'’‐‑&.](?=[^\W_])[^\W_]+)*['’]?)
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
WRITTEN = re.compile(re.sub(r"\(\?P<[a-z]+>", "(?:", TOKEN.pattern), re.VERBOSE)
"""The same without the names of what is found, which is known for each written word: nothing but words is made of it."""
REMEMBERED = 1 << 16
"""How many written words are kept ready; English news has about so many."""
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
KINDS = {
    "number": TokenKind.NUMBER,
    "plain": TokenKind.WORD,
    "initials": TokenKind.WORD,
    "word": TokenKind.WORD,
    "mark": TokenKind.PUNCTUATION,
}


def find_tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a stretch of text, in order."""
    tokens: list[Token] = []
    new, known = tuple.__new__, _token  # Token(...) takes twice as long, and a document has a thousand
    end = span.start
    for written in WRITTEN.findall(text, span.start, span.end):
        start = text.find(written, end)  # only white space stands between
        end = start + len(written)
        token = known(written)
        if token:
            tokens.append(new(Token, (start, end, *token)))
        else:
            tokens.append(Token(start, end - 1, *_word(written[:-1])))
            tokens.append(Token(end - 1, end, written[-1], "'", "'", TokenKind.PUNCTUATION))
    return tokens


@lru_cache(maxsize=REMEMBERED)
def _token(written: str) -> tuple[str, str, str, TokenKind] | None:
    """Return what a token is wherever it stands; None for a word and the mark that closes a quotation behind it."""
    token = _word(written)
    closed = written[-1] in "'’" and token[-1] is TokenKind.WORD and not _possessive(written)
    return None if closed else token


def _word(written: str) -> tuple[str, str, str, TokenKind]:
    """Return a token that stands by itself, its norm, its stem and its kind."""
    match = TOKEN.match(written)
    kind = KINDS[match.lastgroup or "mark"] if match else TokenKind.PUNCTUATION
    norm = norm_of(written)
    return written, norm, stems([norm])[0] if kind is TokenKind.WORD else norm, kind


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
