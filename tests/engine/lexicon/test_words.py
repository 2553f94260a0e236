"""Classes of words: denials, hedges, reporting verbs, marks of cause, empty words."""

from __future__ import annotations

import pytest

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon import words
from artdiff.engine.lexicon.words import CausePlace, Certainty, Polarity, Reporting


def key(phrase: str) -> str:
    return " ".join(stems(phrase.split()))


@pytest.mark.parametrize(
    ("kind", "phrases"),
    [
        (Polarity.NEGATOR, "not|never|nobody|no longer|by no means|wasn't"),
        (Polarity.WEAK, "hardly|seldom|few"),
        (Polarity.IMPLICATIVE, "refused|failed|ruled out|prevented|cancelling|called off|unable"),
        (Polarity.ABSENCE, "lacked|absence|free of"),
        (Polarity.ADVERSE, "opposed|unlike|instead of|rather than"),
    ],
)
def test_polarity(kind: Polarity, phrases: str) -> None:
    for phrase in phrases.split("|"):
        assert kind in words.polarity().kinds(key(phrase)), phrase


@pytest.mark.parametrize(
    ("kind", "phrases"),
    [
        (Certainty.POSSIBLE, "may|might|could|possibly|perhaps"),
        (Certainty.LIKELY, "expected|likely|probably|forecast"),
        (Certainty.TENTATIVE, "considering|tentatively|proposed|mulling|in principle"),
        (Certainty.PLANNED, "will|plans to|scheduled|intends"),
        (Certainty.REPORTED, "alleged|reportedly|apparently|is believed to"),
        (Certainty.OBLIGED, "must|required|mandatory"),
        (Certainty.CERTAIN, "definitely|confirmed|proved|undoubtedly"),
    ],
)
def test_modality(kind: Certainty, phrases: str) -> None:
    for phrase in phrases.split("|"):
        assert kind in words.modality().kinds(key(phrase)), phrase


def test_certain_words_are_stronger_than_possible_ones() -> None:
    strengths = {word: words.modality().of(word)[0].strength for word in ("may", "will", "definit")}
    assert strengths["may"] < strengths["will"] < strengths["definit"]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("said", Reporting.NEUTRAL),
        ("announced", Reporting.NEUTRAL),
        ("claimed", Reporting.CLAIM),
        ("alleged", Reporting.CLAIM),
        ("denied", Reporting.DENY),
        ("admitted", Reporting.ADMIT),
        ("warned", Reporting.WARN),
        ("promised", Reporting.PROMISE),
        ("condemned", Reporting.CRITICISE),
    ],
)
def test_reporting(verb: str, kind: Reporting) -> None:
    assert words.reporting().of(key(verb))[0].kind is kind


def test_causes_know_their_side() -> None:
    table = words.causes()
    assert table.of(key("because of"))[0] == (CausePlace.AFTER, 1.0)
    assert table.of(key("led to"))[0] == (CausePlace.BEFORE, 1.0)
    assert table.of("after")[0].strength < 1.0


def test_words_and_phrases_are_found_longest_first_without_overlaps() -> None:
    found = words.polarity().find(stems("they did not rule out a ban but no longer refused".split()))
    assert [(item.start, item.end) for item in found] == [(2, 3), (3, 5), (6, 7), (8, 10), (10, 11)]


def test_nothing_is_found_in_nothing() -> None:
    assert not list(words.modality().find([]))


def test_empty_words() -> None:
    empty = words.generalities()
    assert {"situat", "challeng", "landscap", "ongo", "underscor"} <= empty
    assert not {"kill", "minist", "bridg", "million"} & empty


def test_the_empty_key_is_in_no_table() -> None:
    assert not any("" in table for table in (words.polarity(), words.modality(), words.reporting(), words.causes()))
