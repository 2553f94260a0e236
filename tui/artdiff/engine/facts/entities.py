"""Entities: which mentions in a document mean the same person, organisation or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artdiff.engine.facts.name_words import (
    CONNECTORS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    SAYING,
    TITLES,
)
from artdiff.engine.lexicon.gazetteer import country_of, is_given_name, is_place
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Segmentation


@dataclass(frozen=True, slots=True)
class Entities:
    """What a document's names mean.

    Attributes:
        owners: for each mention the index of its entity.
        kinds: for each entity person, organisation or place.
        words: for each entity all words of its mentions, connectors left out.
    """

    owners: tuple[int, ...]
    kinds: tuple[FactKind, ...]
    words: tuple[frozenset[str], ...]


NO_ENTITIES = Entities((), (), ())


def join_mentions(
    text: Segmentation, mentions: Sequence[tuple[int, ...]], words: Sequence[tuple[str, ...]]
) -> Entities:
    """Join mentions that mean the same: a surname and its full name, an acronym and what it stands for."""
    order = sorted(range(len(mentions)), key=lambda index: (-len(words[index]), index))
    owners = [0] * len(mentions)
    heads: dict[str, int] = {}
    entities: list[set[str]] = []
    for index in order:
        own = {word for word in words[index] if word not in CONNECTORS}
        owner = next((heads[key] for key in _keys(words[index]) if key in heads), None)
        if owner is None:
            owner = len(entities)
            entities.append(set())
            for key in (*_keys(words[index]), *_parts(words[index])):
                heads.setdefault(key, owner)
        entities[owner] |= own
        owners[index] = owner
    votes = [[0.0, 0.0, 0.0] for _ in entities]
    for index, tokens in enumerate(mentions):
        for at, weight in enumerate(_evidence(text, tokens, words[index])):
            votes[owners[index]][at] += weight
    kinds = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE)
    return Entities(
        tuple(owners),
        tuple(kinds[max(range(3), key=vote.__getitem__)] for vote in votes),
        tuple(map(frozenset, entities)),
    )


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a mention can be known by: all its words, its acronym; a single word by itself."""
    initials = "".join(word[0] for word in words if word not in CONNECTORS)
    return (
        " ".join(words),
        *([initials] if len(initials) > 2 else []),
        *([words[0].replace(".", "")] if len(words) == 1 else []),
    )


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the single words that a longer name may be called by later: the last, then the first."""
    own = [word for word in words if word not in CONNECTORS]
    return (own[-1], own[0]) if len(own) > 1 else ()


def _evidence(text: Segmentation, tokens: tuple[int, ...], words: tuple[str, ...]) -> tuple[float, float, float]:
    """Return how much speaks for a person, an organisation, a place."""
    before = text.tokens[tokens[0] - 1].norm if tokens[0] else ""
    after = text.tokens[tokens[-1] + 1].norm if tokens[-1] + 1 < len(text.tokens) else ""
    person = (
        2.0 * (before in HONORIFICS) + 1.5 * (before in TITLES) + 1.0 * (after in SAYING) + 0.6 * (len(words) in {2, 3})
    )
    organisation = 3.0 * any(word in ORGANISATION_WORDS for word in words)
    organisation += 1.5 * (len(words) == 1 and text.tokens[tokens[0]].text.isupper()) + 0.5 * (before == "the")
    place = 2.5 * any(word in PLACE_WORDS for word in words) + 1.4 * (before in PLACE_PREPOSITIONS)
    person += 1.5 * (len(words) > 1 and is_given_name(words[0])) + 1.0 * (after == "administration")
    place += 2.2 * (is_place(" ".join(words)) or country_of(" ".join(words)) is not None)
    if after == "," and tokens[-1] + 2 < len(text.tokens) and text.tokens[tokens[-1] + 2].norm.isdecimal():
        person += 2.0
    return person, organisation, place
