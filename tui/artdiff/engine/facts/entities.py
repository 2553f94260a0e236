"""Entities: which mentions in a document mean the same person, organisation or place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.name_words import (
    CONNECTORS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    SAYING,
    TITLES,
)
from artdiff.engine.lexicon.bynames import abbreviated_state
from artdiff.engine.lexicon.gazetteer import country_of, is_given_name, is_place, is_role
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Segmentation, Token


JOINING = frozenset({"and", ",", "or", "&"})
LITTLE = 1.0
"""Names for which less speaks than this may be what their neighbours are."""
SHARE = 0.5
"""How much of a neighbour's evidence they get."""
LEAST_DEMONYM = 6


class Entities(NamedTuple):
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
        for at, weight in enumerate(evidence(text, tokens, words[index])):
            votes[owners[index]][at] += weight
    _share_votes(text, mentions, owners, votes)
    kinds = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE)
    return Entities(
        tuple(owners),
        tuple(kinds[max(range(3), key=vote.__getitem__)] for vote in votes),
        tuple(map(frozenset, entities)),
    )


def _share_votes(
    text: Segmentation, mentions: Sequence[tuple[int, ...]], owners: Sequence[int], votes: list[list[float]]
) -> None:
    """Let names joined by "and" or a comma speak for each other where little else does: "at Brod and Velna"."""
    shares: list[tuple[int, list[float]]] = []
    for one, other in zip(range(len(mentions)), range(1, len(mentions)), strict=False):
        between = text.tokens[mentions[one][-1] + 1 : mentions[other][0]]
        if len(between) == 1 and between[0].norm in JOINING and owners[one] != owners[other]:
            for owner, neighbour in ((owners[one], owners[other]), (owners[other], owners[one])):
                if sum(votes[owner]) < LITTLE:
                    shares.append((owner, [SHARE * vote for vote in votes[neighbour]]))
    for owner, share in shares:
        votes[owner] = [vote + more for vote, more in zip(votes[owner], share, strict=True)]


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a mention can be known by: all its words, its acronym; a single word by itself, a people's by its country."""
    if len(words) == 1:
        return (words[0], words[0].replace(".", ""), *demonym_bases(words[0]))
    initials = "".join(word[0] for word in words if word not in CONNECTORS)
    return (" ".join(words), *([initials] if len(initials) > 2 else []))


def demonym_bases(word: str) -> tuple[str, ...]:
    """Return what a people may be called after: "valdrians" after "valdria"."""
    plain = word.removesuffix("s") if word.endswith("ns") else word
    if not plain.endswith("an") or len(plain) < LEAST_DEMONYM:
        return ()
    return (plain[:-1], plain[:-2], plain)


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the single words that a longer name may be called by later: the last, then the first.

    A place or people in front of an institution's name is not it: "Valdrian Air Force".
    """
    own = [word for word in words if word not in CONNECTORS]
    if len(own) < 2:
        return ()
    placed = is_place(own[0]) or country_of(own[0]) is not None or demonym_bases(own[0])
    return (own[-1],) if placed and own[-1] in ORGANISATION_WORDS else (own[-1], own[0])


def evidence(text: Segmentation, tokens: tuple[int, ...], words: tuple[str, ...]) -> tuple[float, float, float]:
    """Return how much speaks for a person, an organisation, a place."""
    tokens_of = text.tokens
    before = tokens_of[tokens[0] - 1].norm if tokens[0] else ""
    after = tokens_of[tokens[-1] + 1].norm if tokens[-1] + 1 < len(tokens_of) else ""
    named = " ".join(words)
    institution, place_word = any(word in ORGANISATION_WORDS for word in words), words[-1] in PLACE_WORDS
    person = 2.0 * (before in HONORIFICS) + 1.5 * (before in TITLES) + 1.0 * (after in SAYING)
    if not institution and not place_word:
        person += 0.6 * (len(words) in {2, 3}) + (1.5 if len(words) > 1 else 0.8) * is_given_name(words[0])
    person += 1.0 * (after == "administration") + 2.0 * _is_aged(tokens_of, tokens[-1] + 1)
    organisation = 3.0 * institution + 1.5 * (len(words) == 1 and tokens_of[tokens[0]].text.isupper())
    organisation += 0.5 * (before == "the") + 1.5 * _has_officers(tokens_of, tokens)
    place = 2.5 * place_word + (1.4 if before in {"in", "near"} else 0.9) * (before in PLACE_PREPOSITIONS)
    place += 2.2 * (is_place(named) or country_of(named) is not None)
    state = len(words) == 1 and abbreviated_state(words[0]) is not None
    place += 3.0 * (state and before == "," and after in {".", ","})
    return person, organisation, place


def _is_aged(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an age stands behind a name: "Amélia Tordo, 34"."""
    return at + 1 < len(tokens) and tokens[at].norm == "," and tokens[at + 1].norm.isdecimal()


def _has_officers(tokens: Sequence[Token], own: tuple[int, ...]) -> bool:
    """Say whether somebody holds an office there: "Veltmann's chief executive", "a spokesman for Veltmann"."""
    if tokens[own[-1]].text.endswith(("'s", "’s")):
        return any(is_role(token.norm) for token in tokens[own[-1] + 1 : own[-1] + 3])
    return own[0] > 1 and tokens[own[0] - 1].norm in {"of", "for", "at"} and is_role(tokens[own[0] - 2].norm)
