"""Roles: titles, offices and professions, each bound to the name that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Fact, Name, Office
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation

APPOSITIVE = 9
"""How many tokens behind a name its role may stand, "Tordo, a 34-year-old nurse"."""
MODIFIERS = 3
"""How many words in front of a role may qualify it."""
STRUCTURAL = frozenset(
    {"the", "a", "an", "of", "for", "at", "in", "and", "its", "their", "his", "her", ",", "who", "is", "was"}
)


def find_roles(text: Segmentation, names: Sequence[Fact]) -> list[Fact]:
    """Return the roles that a document binds to names."""
    by_sentence: dict[int, list[Fact]] = {}
    for name in names:
        if name.kind is not FactKind.PERSON:
            continue
        by_sentence.setdefault(name.sentence, []).append(name)
    return [fact for index, found in by_sentence.items() for fact in _in_sentence(text, index, found)]


def _in_sentence(text: Segmentation, index: int, names: Sequence[Fact]) -> Iterator[Fact]:
    named = {at for name in names for at in range(*name.tokens)}
    for name in names:
        head = _before(text, name, named)
        if head is None:
            head = _behind(text, index, name, named)
        if head is not None:
            yield _fact(text, index, name, head, named)


def _is_head(text: Segmentation, at: int, named: set[int]) -> bool:
    token = text.tokens[at]
    return at not in named and token.kind is TokenKind.WORD and len(token.norm) > 2 and is_role(token.norm)


def _before(text: Segmentation, name: Fact, named: set[int]) -> int | None:
    """Return the role right in front of a name: "Mayor Quartim", "the drummer Luis Ocampo"."""
    at = name.tokens[0] - 1
    first = text.sentences[name.sentence].tokens[0]
    return at if at >= first and _is_head(text, at, named) else None


def _behind(text: Segmentation, index: int, name: Fact, named: set[int]) -> int | None:
    """Return the role in an apposition behind a name: "Tordo, a nurse", "Felgosa, who is leading"."""
    at, end = name.tokens[1], text.sentences[index].tokens[1]
    if at >= end or text.tokens[at].norm != ",":
        return None
    for later in range(at + 1, min(end, at + APPOSITIVE)):
        token = text.tokens[later]
        if later in named or token.norm in {",", ";", ".", "and", "said", "says", "who", "whose", "which"}:
            return None
        following = later + 1 < end and _is_head(text, later + 1, named)
        if _is_head(text, later, named) and not following:
            return later
    return None


def _fact(text: Segmentation, index: int, name: Fact, head: int, named: set[int]) -> Fact:
    first = head
    start = text.sentences[index].tokens[0]
    while first > start and head - first < MODIFIERS and _qualifies(text, first - 1, named):
        first -= 1
    modifiers = tuple(text.tokens[at].stem for at in range(first, head))
    assert isinstance(name.value, Name)  # noqa: S101
    office = Office(name.value.words[-1], text.tokens[head].stem, modifiers)
    span = Span(text.tokens[first].start, text.tokens[head].end)
    return Fact(FactKind.ROLE, span, (first, head + 1), index, office)


def _qualifies(text: Segmentation, at: int, named: set[int]) -> bool:
    token = text.tokens[at]
    plain = token.kind is TokenKind.WORD and token.norm not in FUNCTION_WORDS
    return plain and at not in named and not token.text.endswith(("'s", "’s", "ed")) and "year-old" not in token.norm
