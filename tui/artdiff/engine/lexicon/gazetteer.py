"""The world's names and the words for people's offices: countries, capitals, places, given names, roles, organisations.

Every key is a casefolded norm; names of several words are their norms with single spaces ("new zealand"). Names that are
also common words ("reading", "mark", "turkey") are in: ask only for words that are written with a capital.
"""

from __future__ import annotations

from functools import cache, lru_cache

from artdiff.engine.lexicon.tables import SortedText, read_rows

TABLE = "gazetteer.tsv"
REMEMBERED = 1 << 15
"""Of how many words it is kept ready what they name; far more than two articles have."""


def country_of(norm: str) -> str | None:
    """Return the country's short name for a name, an adjective or its people: "swedes" -> "sweden"."""
    return _mapping("country").get(norm)


def capital_country(norm: str) -> str | None:
    """Return the country whose capital or seat of government this is: "kiev" -> "ukraine"."""
    return _mapping("capital").get(norm)


def city_country(norm: str) -> str | None:
    """Return the country of a large city: "antwerp" -> "belgium"."""
    return _cities().get(norm)


@lru_cache(REMEMBERED)
def is_place(norm: str) -> bool:
    """Say whether it names a country, capital, large city, state, region, sea, river or continent."""
    return norm in _entries("place") or norm in _mapping("capital")


@lru_cache(REMEMBERED)
def is_given_name(norm: str) -> bool:
    """Say whether people bear it as a given name, in any of the world's larger languages."""
    return norm in _entries("given")


@lru_cache(REMEMBERED)
def is_role(norm: str) -> bool:
    """Say whether it heads a title, office or profession, singular or plural: "mayors", "prime minister"."""
    return norm in _entries("role")


def is_organisation_word(norm: str) -> bool:
    """Say whether names of organisations are made with it: "ministry", "ltd", "university"."""
    return norm in _entries("organisation")


@cache
def _entries(name: str) -> SortedText:
    return SortedText(f"|{read_rows(TABLE)[name]}|", "|", "|")


@cache
def _cities() -> SortedText:
    return SortedText(f"|{read_rows(TABLE)['city']}|", "|", "=")


@cache
def _mapping(name: str) -> dict[str, str]:
    return dict(entry.split("=") for entry in read_rows(TABLE)[name].split("|"))
