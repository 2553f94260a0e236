"""Judges of claims: certainty, denial, contraries, additions."""

import pytest

from artdiff.engine.values import FactKind, Verdict
from tests.texts import flagged, suspected

BASE = (
    "The council accepted the plan for the harbour on Monday, Mayor Anna Holm said. "
    "Prices of flats rose by 4 percent in the old town, the bank reported. "
    "The bridge did not fail in the storm, engineers found, and tap water is safe to drink.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("accepted the plan", "tentatively accepted the plan", FactKind.MODALITY),
        ("accepted the plan", "may accept the plan", FactKind.MODALITY),
        ("did not fail", "failed", FactKind.NEGATION),
        ("is safe to drink", "is not safe to drink", FactKind.NEGATION),
        ("rose by", "fell by", FactKind.EVENT),
        ("accepted the plan", "rejected the plan", FactKind.EVENT),
    ],
)
def test_a_turned_claim_is_altered(old: str, new: str, kind: FactKind) -> None:
    found = suspected(BASE, BASE.replace(old, new), 0.4)
    assert [(f.verdict, f.kind) for f in found.values()] == [(Verdict.ALTERED, kind)]
    (words,) = found
    assert set(words.split()) & set(new.split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("did not fail", "never failed"),
        ("is safe to drink", "is not unsafe to drink"),
        ("rose by", "climbed by"),
        ("accepted the plan", "approved the plan"),
        ("the bank reported", "according to the bank"),
    ],
)
def test_the_same_claim_in_other_words_passes(old: str, new: str) -> None:
    assert flagged(BASE, BASE.replace(old, new)) == {}


@pytest.mark.parametrize(
    "added",
    [
        ", who once ran a circus in Belgium,",
        ", a mother of three from Malmo,",
    ],
)
def test_an_added_clause_is_hallucinated(added: str) -> None:
    found = flagged(BASE, BASE.replace("Mayor Anna Holm said", f"Mayor Anna Holm{added} said"))
    assert found
    assert all(finding.verdict is Verdict.HALLUCINATED for finding in found.values())
    assert all(words in added for words in found)


def test_filler_without_facts_passes() -> None:
    assert flagged(BASE, BASE + "\nThe situation remains complex, and the path ahead is uncertain.\n") == {}
