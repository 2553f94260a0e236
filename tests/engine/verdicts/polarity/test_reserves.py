"""Reserves and immediacy: what is added to a word that the source says plainly, and "at once" for a length of time."""

import pytest

from artdiff.engine.values import FactKind
from tests.texts import suspected

SOURCE = (
    "The ministry pushed for a full halt of the dredging before any talks about the lagoon. "
    "The fishing villages agreed to that condition in March.\n"
    "Mayor Ines Duarte promised during her campaign to reopen the harbour within 24 hours of her election.\n"
)


@pytest.mark.parametrize(
    ("variant", "words", "kind"),
    [
        (
            (
                "The ministry called for a full halt of the dredging before talks about the lagoon, a condition that the "
                "villages tentatively accepted in March.\n"
            ),
            "tentatively accepted",
            FactKind.MODALITY,
        ),
        (
            "During her campaign Mayor Ines Duarte promised to reopen the harbour instantaneously after her election.\n",
            "instantaneously",
            FactKind.DURATION,
        ),
    ],
)
def test_what_the_source_says_plainly_is_suspected(variant: str, words: str, kind: FactKind) -> None:
    found = suspected(SOURCE, variant, 0.1)
    assert [one.kind for marked, one in found.items() if words in marked or marked in words] == [kind]


@pytest.mark.parametrize(
    "variant",
    [
        "The ministry called for a full halt before talks, a condition that the villages accepted in March.\n",
        "Duarte promised to reopen the harbour within 24 hours of her election, and immediately began.\n",
    ],
)
def test_what_is_said_plainly_too_passes(variant: str) -> None:
    kinds = {one.kind for one in suspected(SOURCE, variant).values()}
    assert not kinds & {FactKind.MODALITY, FactKind.DURATION}
