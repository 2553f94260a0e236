"""The source's names, and in what other spellings the variant may have them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.name_words import CONNECTORS, PLACE_PREPOSITIONS
from artdiff.engine.language.tokens import norm_of
from artdiff.engine.lexicon.bynames import abbreviated_state, bynames
from artdiff.engine.lexicon.gazetteer import capital_country, city_country, country_of
from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.names.same_names import DIRECTIONS, forms, name_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

JOINTS = frozenset("of at from in for with the a 's , (".split())
"""What may stand between a name and the one that it is bound to."""
NEAR = 3
"""How many of these."""
SOURCES = 8
"""Of so many sources the first letters are kept: what is compared with one comes in a row."""
REMEMBERED = 1 << 14
"""Of how many names the words are kept ready."""
GOVERNING = frozenset(
    "government authorities officials leaders ministers administration parliament lawmakers ministry".split()
)
"""Who sits in a capital."""
LONGEST_SHORT = 6
"""The most letters that an abbreviation may have."""


class SourceNames(NamedTuple):
    """What the source's names and words are.

    Attributes:
        words: every form of every word of the source.
        short: its words in capitals, without full stops: what may stand for a longer name.
        names: for each word of its names the first fact that has it.
        spelt: the name words by their first letter, to find misspellings.
        entities: for each of the source's entities all words by which the source calls it.
        forms: for each of the source's entities every form of these words.
        bound: for each of the source's entities those right beside it: "Austin, Texas", "Farouk of Gannet".
    """

    words: frozenset[str]
    short: frozenset[str]
    names: dict[str, Fact]
    spelt: dict[str, list[str]]
    entities: dict[int, frozenset[str]]
    forms: dict[int, frozenset[str]]
    bound: dict[int, set[int]]


def is_name(fact: Fact) -> bool:
    """Say whether a fact is a mention of a name."""
    return isinstance(fact.value, Name)


def name_of(fact: Fact) -> Name:
    """Return the name that a fact mentions."""
    assert isinstance(fact.value, Name)  # noqa: S101
    return fact.value


def own_words(fact: Fact) -> tuple[str, ...]:
    """Return a name's words without the small ones that join them."""
    name = fact.value
    assert isinstance(name, Name)  # noqa: S101
    return _own(name.words)


@lru_cache(maxsize=REMEMBERED)
def _own(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in CONNECTORS)


def own_forms(fact: Fact) -> frozenset[str]:
    """Return every form of each of a name's words."""
    return _own_forms(name_of(fact).words)


@lru_cache(maxsize=REMEMBERED)
def _own_forms(words: tuple[str, ...]) -> frozenset[str]:
    return _all_forms(_own(words))


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(name_forms, words))


def read_source(source: Analysis) -> SourceNames:
    """Return what a source's names and words are."""
    facts = source.facts_of(Name)
    first: dict[str, Fact] = {}
    spelt: dict[str, list[str]] = defaultdict(list)
    entities: dict[int, set[str]] = defaultdict(set)
    for fact in facts:
        for word in name_of(fact).words:
            first.setdefault(word, fact)
        entities[name_of(fact).entity].update(own_words(fact))
    for word in sorted(first):
        spelt[word[:1]].append(word)
    words = _words(source).union(*map(_other_words, {name_of(fact).words for fact in facts}))
    known = {entity: frozenset(own) for entity, own in entities.items()}
    forms_of = {entity: _all_forms(own) for entity, own in known.items()}
    return SourceNames(words, frozenset(_short(source)), first, spelt, known, forms_of, _bound(source, facts))


def _bound(source: Analysis, facts: Sequence[Fact]) -> dict[int, set[int]]:
    """Return which entities stand right beside which, with nothing between that tells more than where they belong."""
    bound: dict[int, set[int]] = defaultdict(set)
    for one, other in pairwise(facts):
        first, last = one.tokens[1], other.tokens[0]
        if last - first <= NEAR and one.sentence == other.sentence and JOINTS.issuperset(source.text.norms[first:last]):
            bound[name_of(one).entity].add(name_of(other).entity)
            bound[name_of(other).entity].add(name_of(one).entity)
    return bound


def _words(source: Analysis) -> frozenset[str]:
    norms = source.text.norms
    states = [abbreviated_state(norm) for norm in {norms[at] for at in source.text.capitals}]
    told = [state.split() for state in states if state]
    return frozenset().union(*map(forms, set(norms)), *told)


@lru_cache(maxsize=REMEMBERED)
def _other_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the acronyms of a name, and the countries that it or its capital means."""
    named = " ".join(words)
    cities = (city_country(named), *map(capital_country, words))
    countries = (capital_country(named), country_of(named), *cities)
    return (*initials(words), *[country for country in countries if country])


def _short(source: Analysis) -> list[str]:
    written = dict(zip(source.text.texts, source.text.norms, strict=True))
    return [norm.replace(".", "") for text, norm in written.items() if not text.islower() and _is_short(text)]


@lru_cache(maxsize=REMEMBERED)
def _is_short(written: str) -> bool:
    """Say whether a word has capitals and the length of an abbreviation."""
    return sum(map(str.isupper, written)) >= 2 and 2 <= len(norm_of(written).replace(".", "")) <= LONGEST_SHORT


@remembered(SOURCES)
def first_letters(source: Analysis) -> str:
    """Return the first letters of all words, each part of a hyphened one for itself: an acronym may stand for common words."""
    return "".join(map(_first_letters, source.text.norms))


@lru_cache(maxsize=REMEMBERED)
def _first_letters(norm: str) -> str:
    return "".join([part[0] for part in norm.split("-") if part]) if norm[0].isalpha() else ""


@cache
def initials(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the acronyms that a name of several words may have, with its small words' letters and without."""
    if len(words) < 2:
        return ()
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in CONNECTORS)


def unknown_words(variant: Analysis, fact: Fact, source: SourceNames) -> tuple[str, ...]:
    """Return the words of a variant's name that the source has in no form; none where it has the name by another."""
    country = country_of(" ".join(name_of(fact).words))
    if country in source.words:
        return ()
    unknown = tuple(word for word in own_words(fact) if not _is_known(word, source))
    if unknown and (
        _is_government(variant, fact, source)
        or _is_other_spelling(variant, fact, source)
        or _is_spelt_out(variant, fact, source)
        or any(other in source.words for other in bynames(" ".join(name_of(fact).words)))
    ):
        return ()
    return unknown


def _is_known(word: str, source: SourceNames) -> bool:
    if len(word.rstrip(".")) == 1 or word in DIRECTIONS or any(form in source.words for form in forms(word)):
        return True
    return any(_is_cut(word, other) for other in source.spelt.get(word[:1], ()))


def _is_cut(word: str, other: str) -> bool:
    """Say whether one word is the beginning of the other: "Ill." and Illinois, Democrat and Democratic."""
    short, long = sorted((word.rstrip("."), other.rstrip(".")), key=len)
    return len(short) >= 3 and long.startswith(short) and (len(short) >= 5 or len(long) - len(short) >= 4)


def _is_government(variant: Analysis, fact: Fact, source: SourceNames) -> bool:
    """Say whether a capital stands for its country's government: "Paris promised", "officials in Paris", not "in Paris"."""
    country = capital_country(" ".join(name_of(fact).words))
    if country is None or country not in source.words:
        return False
    tokens, first = variant.text.tokens, fact.tokens[0]
    before, governs = (tokens[first - step].norm if first >= step else "" for step in (1, 2))
    return before not in PLACE_PREPOSITIONS or (before == "in" and governs in GOVERNING)


def _is_other_spelling(variant: Analysis, fact: Fact, source: SourceNames) -> bool:
    """Say whether a name is written in one word here, or by its capitals: "Super Bowl" for "Superbowl", "APhA"."""
    words = name_of(fact).words
    text = fact.span.of(variant.text.document.text)
    capitals = "".join(sign for sign in text if sign.isupper()).casefold()
    return "".join(words) in source.words or (len(words) == 1 and len(capitals) > 2 and capitals in source.words)


def _is_spelt_out(variant: Analysis, fact: Fact, source: SourceNames) -> bool:
    """Say whether the source has the name by its initials: "Los Angeles" as LA, "Islamic State (ISIS)" as ISIS."""
    own = initials(name_of(fact).words)
    if any(letters in source.short for letters in own):
        return True
    tokens, at = variant.text.tokens, fact.tokens[1]
    if not own or at + 1 >= len(tokens) or tokens[at].text != "(":
        return False
    short = tokens[at + 1].norm.replace(".", "")
    return short in source.short and short.startswith(own[-1])
