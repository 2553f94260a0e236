"""Countries and their people, capitals, places, given names, roles and words of organisations."""

from __future__ import annotations

import pytest

from artdiff.engine.lexicon.gazetteer import (
    capital_country,
    country_of,
    is_given_name,
    is_organisation_word,
    is_place,
    is_role,
)

COUNTRIES = {
    "sweden": "sweden swedish swede swedes",
    "united states": "u.s.|usa|united states|american|americans|united states of america",
    "united kingdom": "u.k.|uk|britain|great britain|british|britons|united kingdom",
    "netherlands": "holland dutch dutchman netherlands",
    "south korea": "south korea|south korean|south koreans|republic of korea",
    "ivory coast": "ivory coast|ivorian|côte d'ivoire|cote d'ivoire",
    "philippines": "philippines filipinos filipina philippine",
    "niger": "niger nigerien",
    "nigeria": "nigeria nigerian",
}


@pytest.mark.parametrize(("country", "words"), COUNTRIES.items())
def test_names_and_people_lead_to_one_country(country: str, words: str) -> None:
    for word in words.split("|") if "|" in words else words.split():
        assert country_of(word) == country


@pytest.mark.parametrize("word", ["us", "paris", "europe", "the", "european", ""])
def test_other_words_lead_to_no_country(word: str) -> None:
    assert country_of(word) is None


@pytest.mark.parametrize(
    ("capital", "country"),
    [
        ("kyiv", "ukraine"),
        ("kiev", "ukraine"),
        ("london", "united kingdom"),
        ("buenos aires", "argentina"),
        ("lyon", None),
    ],
)
def test_capitals(capital: str, country: str | None) -> None:
    assert capital_country(capital) == country


@pytest.mark.parametrize(
    "name",
    [
        "lyon",
        "são paulo",
        "sao paulo",
        "texas",
        "california",
        "europe",
        "pacific ocean",
        "crimea",
        "gaza",
        "tokyo",
        "kenya",
        "new york",
    ],
)
def test_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize(
    "name", ["swedish", "minister", "central", "the", "enterprise", "french", "monday", "government"]
)
def test_no_places(name: str) -> None:
    assert not is_place(name)


@pytest.mark.parametrize(
    "name",
    [
        "maria",
        "john",
        "volodymyr",
        "fatima",
        "hiroshi",
        "inês",
        "ines",
        "giorgia",
        "wei",
        "narendra",
        "mark",
        "rose",
    ],
)
def test_given_names(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize("name", ["may", "will", "the", "sunday", "minister", "bank", "april", "government", "king"])
def test_no_given_names(name: str) -> None:
    assert not is_given_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "mayor",
        "mayors",
        "minister",
        "nurse",
        "captain",
        "prime minister",
        "secretaries of state",
        "spokesmen",
        "attorney general",
    ],
)
def test_roles(name: str) -> None:
    assert is_role(name)


@pytest.mark.parametrize("name", ["city", "resident", "people", "father", "victim", "company", "genius", "stranger"])
def test_no_roles(name: str) -> None:
    assert not is_role(name)


def test_words_of_organisations() -> None:
    assert all(map(is_organisation_word, ["ministry", "universities", "ltd", "inc.", "agencies", "police"]))
    assert not any(map(is_organisation_word, ["house-cat", "river", "mayor", "table"]))
