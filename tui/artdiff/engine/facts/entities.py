"""Entities: which mentions in a document mean the same person, organisation or place."""

from __future__ import annotations

from functools import lru_cache
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

    from artdiff.engine.language.segmentation import Segmentation


JOINING = frozenset({"and", ",", "or", "&"})
LITTLE = 1.0
"""Names for which less speaks than this may be what their neighbours are."""
SHARE = 0.5
"""How much of a neighbour's evidence they get."""
LEAST_DEMONYM = 6
REMEMBERED = 1 << 14
"""Of how many names it is kept ready what their words tell."""


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


def join_mentions(
    text: Segmentation, mentions: Sequence[tuple[int, ...]], words: Sequence[tuple[str, ...]]
) -> Entities:
    """Join mentions that mean the same: a surname and its full name, an acronym and what it stands for."""
    order = sorted(range(len(mentions)), key=lambda index: (-len(words[index]), index))
    owners = [0] * len(mentions)
    heads: dict[str, int] = {}
    entities: list[set[str]] = []
    for index in order:
        told = _told(words[index])
        owner = next((heads[key] for key in told.keys if key in heads), None)
        if owner is None:
            owner = len(entities)
            entities.append(set())
            for key in (*told.keys, *_parts(words[index])):
                heads.setdefault(key, owner)
        entities[owner] |= told.own
        owners[index] = owner
    votes = [[0.0, 0.0, 0.0] for _ in entities]
    for index, tokens in enumerate(mentions):
        vote, found = votes[owners[index]], evidence(text, tokens, words[index])
        vote[0] += found[0]
        vote[1] += found[1]
        vote[2] += found[2]
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
        between = mentions[one][-1] + 1
        if between + 1 != mentions[other][0] or text.norms[between] not in JOINING:
            continue
        if owners[one] != owners[other]:
            for owner, neighbour in ((owners[one], owners[other]), (owners[other], owners[one])):
                if sum(votes[owner]) < LITTLE:
                    shares.append((owner, [SHARE * vote for vote in votes[neighbour]]))
    for owner, share in shares:
        votes[owner] = [vote + more for vote, more in zip(votes[owner], share, strict=True)]


class _Told(NamedTuple):
    """What a mention's words tell wherever they stand.

    Attributes:
        keys: what it can be known by.
        own: its words without connectors.
        institution: it has a word of organisations' names.
        place_word: it ends with a word of places' names.
        person: how far its length and its first word speak for a person.
        place: it names a place.
        state: it abbreviates a state.
    """

    keys: tuple[str, ...]
    own: frozenset[str]
    institution: bool
    place_word: bool
    person: tuple[float, float]
    place: bool
    state: bool


@lru_cache(maxsize=REMEMBERED)
def _told(words: tuple[str, ...]) -> _Told:
    named = " ".join(words)
    single = len(words) == 1
    return _Told(
        _keys(words),
        frozenset(words) - CONNECTORS,
        not ORGANISATION_WORDS.isdisjoint(words),
        words[-1] in PLACE_WORDS,
        (0.6 * (len(words) in {2, 3}), (0.8 if single else 1.5) * is_given_name(words[0])),
        is_place(named) or country_of(named) is not None,
        single and abbreviated_state(words[0]) is not None,
    )


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
    norms, told = text.norms, _told(words)
    before = norms[tokens[0] - 1] if tokens[0] else ""
    after = norms[tokens[-1] + 1] if tokens[-1] + 1 < len(norms) else ""
    person = 2.0 * (before in HONORIFICS) + 1.5 * (before in TITLES) + 1.0 * (after in SAYING)
    if not told.institution and not told.place_word:
        person += told.person[0] + told.person[1]
    person += 1.0 * (after == "administration") + 2.0 * (after == "," and _is_aged(norms, tokens[-1] + 1))
    organisation = 3.0 * told.institution + 1.5 * (len(words) == 1 and text.texts[tokens[0]].isupper())
    organisation += 0.5 * (before == "the") + 1.5 * _has_officers(text, tokens)
    place = 2.5 * told.place_word + (1.4 if before in {"in", "near"} else 0.9) * (before in PLACE_PREPOSITIONS)
    place += 2.2 * told.place
    place += 3.0 * (told.state and before == "," and after in {".", ","})
    return person, organisation, place


def _is_aged(norms: Sequence[str], at: int) -> bool:
    """Say whether an age stands behind the comma behind a name: "Amélia Tordo, 34"."""
    return at + 1 < len(norms) and norms[at + 1].isdecimal()


def _has_officers(text: Segmentation, own: tuple[int, ...]) -> bool:
    """Say whether somebody holds an office there: "Veltmann's chief executive", "a spokesman for Veltmann"."""
    first, last = own[0], own[-1]
    if text.texts[last].endswith(("'s", "’s")):
        return any(map(is_role, text.norms[last + 1 : last + 3]))
    return first > 1 and text.norms[first - 1] in {"of", "for", "at"} and is_role(text.norms[first - 2])
