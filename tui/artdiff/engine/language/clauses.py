"""Clauses and phrases, and what negates and what hedges each word: a shallow reading of every sentence.

There is no parser here: clauses end at punctuation, relative words, subordinators and coordinators, phrases also at
prepositions. Negation and modality fall on the next content words of the same clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.function_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_negator,
)
from artdiff.engine.language.segmentation import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Segmentation, Token

NONE = -1
COMPARATIVES = frozenset(
    "more less fewer later earlier longer greater higher lower sooner better worse only just".split()
)
"""Behind these "no" and "not" make a bound or a contrast, not a denial."""
SCARCE = frozenset("only little few barely scarcely hardly no none nothing even".split())
REACH = 6
"""How many tokens behind a negator or modal may lie the word that it bears on."""


class Opener(IntEnum):
    """What begins a clause or phrase."""

    SENTENCE = 0
    PUNCTUATION = 1
    RELATIVE = 2
    SUBORDINATOR = 3
    COORDINATOR = 4
    PREPOSITION = 5


class Modality(IntEnum):
    """How certain a predicate is told, from plain fact to mere possibility."""

    FACT = 0
    PLANNED = 1
    OBLIGED = 2
    POSSIBLE = 3


class Part(NamedTuple):
    """A clause or a phrase.

    Attributes:
        first: index of its first token, the opening word included, punctuation not.
        last: behind its last token.
        sentence: index of its sentence.
        opener: what begins it.
    """

    first: int
    last: int
    sentence: int
    opener: Opener


@dataclass(frozen=True, slots=True)
class Clauses:
    """The shallow reading of a document; the per-token tuples run beside `Segmentation.tokens`.

    Attributes:
        clauses: parts between punctuation, relative words, subordinators and coordinators, in order.
        phrases: the same cut at prepositions too.
        content: whether a token is a content word or a number.
        clause_of: index of each token's clause; -1 for punctuation.
        negator_of: index of the token that negates it; -1 where nothing does.
        modality: how certain the predicate is told that the token heads; FACT where no modal bears on it.
        modal_of: index of the modal's token; -1 where there is none.
    """

    clauses: tuple[Part, ...]
    phrases: tuple[Part, ...]
    content: tuple[bool, ...]
    clause_of: tuple[int, ...]
    negator_of: tuple[int, ...]
    modality: tuple[Modality, ...]
    modal_of: tuple[int, ...]


MODAL_CLASSES = {
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
    "could": Modality.POSSIBLE,
    "will": Modality.PLANNED,
    "would": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "won't": Modality.PLANNED,
    "wouldn't": Modality.PLANNED,
    "couldn't": Modality.FACT,
    "must": Modality.OBLIGED,
    "should": Modality.OBLIGED,
    "shouldn't": Modality.OBLIGED,
    "ought": Modality.OBLIGED,
}


def read_clauses(text: Segmentation) -> Clauses:
    """Return the shallow reading of a segmented document."""
    content = tuple(_is_content(token) for token in text.tokens)
    clauses = _parts(text, phrases=False)
    clause_of = _owners(clauses, len(text.tokens))
    negator_of, modal_of = _bearings(text.tokens, content, clauses)
    modality = tuple(
        Modality.FACT if modal == NONE else _modality(text, at, modal, negator_of[at])
        for at, modal in enumerate(modal_of)
    )
    return Clauses(clauses, _parts(text, phrases=True), content, clause_of, tuple(negator_of), modality, modal_of)


def _modality(text: Segmentation, head: int, modal: int, negator: int) -> Modality:
    """Return a modal's class; "could not" and "could agree on little" tell an inability, a fact, no possibility."""
    norm = text.tokens[modal].norm
    if norm == "could":
        around = (token.norm for token in text.tokens[modal : head + REACH])
        return Modality.FACT if negator != NONE or not SCARCE.isdisjoint(around) else Modality.POSSIBLE
    return MODAL_CLASSES[norm]


def _is_content(token: Token) -> bool:
    if token.kind is TokenKind.WORD:
        return token.norm not in FUNCTION_WORDS and not token.norm.endswith("n't")
    return token.kind is TokenKind.NUMBER


def _opener(token: Token, *, phrases: bool) -> Opener | None:
    norm = token.norm
    if norm in COORDINATORS:
        return Opener.COORDINATOR
    if norm in RELATIVES:
        return Opener.RELATIVE
    if norm in SUBORDINATORS:
        return Opener.SUBORDINATOR
    if phrases and norm in PREPOSITIONS:
        return Opener.PREPOSITION
    return None


def _parts(text: Segmentation, *, phrases: bool) -> tuple[Part, ...]:
    parts: list[Part] = []
    for index, sentence in enumerate(text.sentences):
        first, opener = sentence.tokens[0], Opener.SENTENCE
        for at in range(*sentence.tokens):
            token = text.tokens[at]
            if token.kind is TokenKind.PUNCTUATION:
                if at > first:
                    parts.append(Part(first, at, index, opener))
                first, opener = at + 1, Opener.PUNCTUATION
            elif (found := _opener(token, phrases=phrases)) is not None:
                if at > first:
                    parts.append(Part(first, at, index, opener))
                first, opener = at, found
        if sentence.tokens[1] > first:
            parts.append(Part(first, sentence.tokens[1], index, opener))
    return tuple(parts)


def _owners(parts: Sequence[Part], count: int) -> tuple[int, ...]:
    owners = [NONE] * count
    for index, part in enumerate(parts):
        owners[part.first : part.last] = [index] * (part.last - part.first)
    return tuple(owners)


def _bearings(
    tokens: Sequence[Token], content: Sequence[bool], clauses: Sequence[Part]
) -> tuple[list[int], tuple[int, ...]]:
    """Return for each token the negator and the modal that bear on it."""
    negators, modals = [NONE] * len(tokens), [NONE] * len(tokens)
    for part in clauses:
        for at in range(part.first, part.last):
            norm = tokens[at].norm
            if is_negator(norm) and tokens[min(at + 1, part.last - 1)].norm not in COMPARATIVES:
                _bear(negators, at, part, content)
            if norm in MODAL_CLASSES and (head := _head(at, part, tokens, content)) != NONE:
                modals[head] = at
    return negators, tuple(modals)


def _bear(bearings: list[int], at: int, part: Part, content: Sequence[bool]) -> None:
    for later in range(at + 1, min(part.last, at + REACH)):
        if content[later]:
            bearings[later] = at


def _head(at: int, part: Part, tokens: Sequence[Token], content: Sequence[bool]) -> int:
    """Return the main verb behind a modal: the next content word that is no adverb, else the auxiliary itself."""
    for later in range(at + 1, min(part.last, at + REACH)):
        if tokens[later].norm in DETERMINERS or tokens[later].norm in PREPOSITIONS:
            break
        if content[later] and not tokens[later].norm.endswith("ly"):
            return later if tokens[later].kind is TokenKind.WORD else NONE
    fallback = at + 1
    return fallback if fallback < part.last and tokens[fallback].norm in AUXILIARIES else NONE
