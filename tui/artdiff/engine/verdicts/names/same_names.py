"""The forms in which a name's word may come: plural, demonym, country, abbreviation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from artdiff.engine.lexicon.bynames import abbreviated_state
from artdiff.engine.lexicon.gazetteer import country_of

DEMONYM_ENDINGS = ("an", "ans", "ian", "ians", "n", "ns", "ic", "ics", "ese", "ish", "i", "is")
LEAST_STEM = 5
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest central "
    "new old great upper lower mid".split()
)
"""Capitalised or not, these name no place by themselves."""


def _plain(norm: str) -> str:
    """Return a word without accents, in American spelling: "Nicolás" is "Nicolas", "Organisation" "Organization"."""
    if not norm.isascii():
        norm = "".join(sign for sign in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(sign))
    return norm.replace("isation", "ization")


@lru_cache(maxsize=20_000)
def forms(norm: str) -> tuple[str, ...]:
    """Return a casefolded word and what else it may be written as: its country, its singular, without dots."""
    plain = _plain(norm.replace(".", ""))
    found = [norm, plain, *norm.split("-")] if "-" in norm else [norm, plain]
    country = country_of(norm) or country_of(plain)
    if country:
        found.append(country)
    if "-" in norm:
        found += [land for part in norm.split("-") if (land := country_of(part))]
    if plain.endswith(DEMONYM_ENDINGS):  # few do, and to try one after the other takes long
        found += [
            plain.removesuffix(ending)
            for ending in DEMONYM_ENDINGS
            if plain.endswith(ending) and len(plain) - len(ending) >= LEAST_STEM
        ]
    if plain in DIRECTIONS:
        found.append(plain.removesuffix("ern"))
    if plain.endswith("s") and len(plain) > 3:
        found.append(plain[:-1])
    return tuple(dict.fromkeys(word for word in found if word))


@lru_cache(maxsize=1 << 15)
def name_forms(word: str) -> tuple[str, ...]:
    """Return the forms of a capitalised word, and the state for which it may be the abbreviation."""
    state = abbreviated_state(word)
    return (*forms(word), *state.split()) if state else forms(word)
