import pytest

from artdiff.engine.facts.fact import Name, Office
from artdiff.engine.facts.names import find_names
from artdiff.engine.facts.roles import find_roles
from artdiff.engine.values import FactKind
from tests.texts import analysis


def names(text: str) -> list[str]:
    return [fact.span.of(text) for fact in find_names(analysis(text).text)[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor met President Vladimir V. Putin on Monday.", ["Vladimir V. Putin"]),
        ("Officials of the University of Coimbra spoke.", ["University of Coimbra"]),
        ("A storm hit the Bay of Biscay.", ["Bay of Biscay"]),
        ("He met Russian President Vladimir Putin.", ["Russian", "Vladimir Putin"]),
        ("He met Volodymyr Zelensky of Ukraine.", ["Volodymyr Zelensky", "Ukraine"]),
        ("We saw Ukraine’s army.", ["Ukraine"]),
        ("Heavy rain fell in March and on Tuesday.", []),
        ("Bolstering Ukraine will help.", ["Ukraine"]),
    ],
)
def test_names_are_found_whole(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_title_case_headline_breeds_no_names() -> None:
    text = "Heavy Rain Drowns Old Town As Mayor Sleeps\n\nHeavy rain fell on the old town, Ana Lund said."
    assert names(text) == ["Ana Lund"]


def test_surname_acronym_and_full_name_are_one_entity() -> None:
    text = (
        "Ana Lund leads the Northern Hydrological Service. The service is old. "
        "Critics of Lund wrote to the NHS on Monday, and Lund replied."
    )
    facts, entities = find_names(analysis(text).text)
    owners: dict[str, set[int]] = {}
    for fact in facts:
        assert isinstance(fact.value, Name)
        owners.setdefault(fact.span.of(text), set()).add(fact.value.entity)
    assert owners["Ana Lund"] == owners["Lund"]
    assert owners["NHS"] == owners["Northern Hydrological Service"]
    assert entities.kinds[owners["Lund"].pop()] is FactKind.PERSON
    assert entities.kinds[owners["NHS"].pop()] is FactKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "holder", "words"),
    [
        ("It was drawn by the architect Ana Lund.", "lund", "architect"),
        ("They asked Ana Lund, a deputy mayor, for help.", "lund", "deputy mayor"),
    ],
)
def test_a_role_is_bound_to_its_holder(text: str, holder: str, words: str) -> None:
    segmentation = analysis(text).text
    (role,) = find_roles(segmentation, find_names(segmentation)[0])
    assert isinstance(role.value, Office)
    assert (role.value.holder, role.span.of(text)) == (holder, words)
