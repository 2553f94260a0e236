"""Tokens: words, numbers and punctuation marks with their places."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.segmentation import Token, TokenKind
from artdiff.engine.language.stems import stems
from artdiff.engine.language.word_flags import flags_of
from artdiff.engine.lexicon.spellings import Spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN = re.compile(
    r"""
    (?P<plain>[a-z]++(?=[\x20,]))  # nine words in ten; the others take the long way
    |(?P<number>(?:(?:[A-Z]{1,3})?[$€£¥₹]|[-−+](?=\d)(?<![\w]-))?\d
        (?:[\d]|[.,:/’'–-](?=\d))*
        (?:%|(?:st|nd|rd|th|[a-zA-Z]{1,2}|[a-z]{1,4})(?![\w]))?
        (?:-[^\W\d_]+)*)
    |(?P<initials>(?:[^\W\d_]\.){2,})
    |(?P<word>[^\W_]+(?:[-'’‐‑&.](?=[^\W_])[^\W_]+)*
        (?:(?:(?<=[^\W_][sS])|(?<=[^\W_][-'’‐‑&.][sS]))['’])?)  # behind other letters the mark closes a quotation
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
PIECE = re.compile(rf"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', TOKEN.pattern)})\s*", re.VERBOSE)
"""The same with the white space behind it, so that pieces join without a gap, and without the names of what is found, which is
known for each piece: nothing but words is made of it."""
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
KINDS = {
    "number": TokenKind.NUMBER,
    "plain": TokenKind.WORD,
    "initials": TokenKind.WORD,
    "word": TokenKind.WORD,
    "mark": TokenKind.PUNCTUATION,
}
_new_token = partial(tuple.__new__, Token)  # Token(...) takes twice as long, and a document has a thousand


class Tokens(NamedTuple):
    """The tokens of some stretches of a text.

    Attributes:
        texts: the tokens as written by themselves, for what asks all of them.
        norms: the same of their norms.
        stems: the same of their stems.
        kinds: the same of their kinds.
        flags: the same of what is known of each, see `word_flags`.
        ends: for each stretch how many tokens there are up to its end.
    """

    tokens: tuple[Token, ...]
    texts: tuple[str, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]
    kinds: tuple[TokenKind, ...]
    flags: bytes
    ends: tuple[int, ...]


def find_tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """Return the tokens of some stretches of a text, in order."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        found = PIECE.findall(text, start, end)
        pieces += found
        starts += accumulate(map(len, found[:-1]), initial=start)
        ends.append(len(pieces))
    if not pieces:
        return Tokens((), (), (), (), (), b"", tuple(ends))
    lengths, written, norms, stemmed, kinds, flags = zip(*_pieces.of(pieces), strict=True)
    rows = zip(starts, map(add, starts, lengths), written, norms, stemmed, kinds, strict=True)
    return Tokens(tuple(map(_new_token, rows)), written, norms, stemmed, kinds, bytes(flags), tuple(ends))


def read_word(written: str) -> tuple[str, TokenKind]:
    """Return the norm and the kind of a token."""
    _, _, norm, _, kind, _ = _read(written)
    return norm, kind


def _read(piece: str) -> tuple[int, str, str, str, TokenKind, int]:
    """Return what a token is wherever it stands: its length, itself, its norm, its stem, its kind, its flags."""
    written = piece.rstrip()
    match = TOKEN.match(written)
    kind = KINDS[match.lastgroup or "mark"] if match else TokenKind.PUNCTUATION
    norm = norm_of(written)
    stem = stems([norm])[0] if kind is TokenKind.WORD else norm
    return len(written), written, norm, stem, kind, flags_of(written, norm, stem, kind)


_pieces = Spellings(_read)


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
