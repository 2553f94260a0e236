"""The forms in which a name's word may come: plural, demonym, country, abbreviation."""

from __future__ import annotations

from functools import lru_cache

from artdiff.engine.lexicon.gazetteer import country_of


@lru_cache(maxsize=20_000)
def forms(norm: str) -> tuple[str, ...]:
    """Return a casefolded word and what else it may be written as: its country, its singular, without dots."""
    plain = norm.replace(".", "")
    found = [norm, plain, *norm.split("-")] if "-" in norm else [norm, plain]
    country = country_of(norm) or country_of(plain)
    if country:
        found.append(country)
    if plain.endswith("s") and len(plain) > 3:
        found.append(plain[:-1])
    return tuple(dict.fromkeys(word for word in found if word))
