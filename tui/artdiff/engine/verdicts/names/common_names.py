"""Words with a capital that name nobody in particular: "TV", "in English", "Christmas", a well-known team's city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.lexicon.gazetteer import is_place
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.verdicts.names.source_names import name_of

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

ABBREVIATIONS = frozenset(
    "ad bc ce bce am pm tv tvs pc pcs ceo ceos cfo coo cto vp hr pr it ai ipo ipos gdp gnp vat ngo ngos q&a faq faqs "
    "r&d m&a yoy qoq ytd eps roi kpi seo crm sms url html pdf id ids gps dna rna hiv mri icu er suv suvs dvd dvds "
    "cd cds led usb wifi vip vips cctv atm atms diy dj mp mps phd mba ba vr ev evs lgbt lgbtq rv rvs gmt est edt pst "
    "pdt cst cdt et utc mph kph ufo ufos asap rsvp".split()
)
KNOWN = frozenset(
    "christmas|easter|ramadan|hanukkah|thanksgiving|new year|holocaust|john doe|jane doe|world war i|world war ii".split(
        "|"
    )
)
"""What everybody knows, and names that courts give to somebody unnamed."""
LANGUAGES = frozenset(
    "english spanish french german italian portuguese russian ukrainian polish arabic hebrew persian farsi turkish urdu "
    "hindi bengali punjabi tamil mandarin cantonese chinese japanese korean vietnamese thai swahili latin greek dutch "
    "danish swedish norwegian finnish hungarian czech romanian".split()
)
SPOKEN = frozenset("in into speak speaks speaking spoke".split())
"""Words in front of a language."""
LISTED = frozenset({"and", "or", ",", *LANGUAGES})


def is_commonplace(variant: Analysis, fact: Fact) -> bool:
    """Say whether a capitalised word says no more than a common noun does."""
    words = name_of(fact).words
    if " ".join(words) in KNOWN:
        return True
    return len(words) == 1 and (words[0].replace(".", "") in ABBREVIATIONS or _is_language(variant, fact))


def _is_language(variant: Analysis, fact: Fact) -> bool:
    """Say whether a name is of a language that something is said in: "a message in English and Spanish"."""
    tokens, (first, last) = variant.text.tokens, fact.tokens
    if tokens[first].norm not in LANGUAGES or not first:
        return False
    at = first - 1
    while at and tokens[at].norm in LISTED:
        at -= 1
    return tokens[at].norm in SPOKEN and not (last < len(tokens) and kind(tokens[last].norm).letters)


def is_placed(unknown: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Say whether some words only tell the place or kind of a name: "Washington Commanders", "New York City"."""
    if unknown == ("city",):
        return is_place(" ".join(rest))
    return len(rest) == 1 and rest[0].endswith("s") and is_place(" ".join(unknown))
