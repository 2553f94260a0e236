"""What words stand for, and of which words two are kinds of the same."""

from __future__ import annotations

import pytest

from artdiff.engine.lexicon.classes import UNKNOWN, kinship, likeness, word_class


@pytest.mark.parametrize(
    ("stem", "letter"),
    [("truck", "c"), ("polic", "p"), ("arrest", "d"), ("danger", "b"), ("marri", "d")],
)
def test_a_word_stands_mostly_for_its_class(stem: str, letter: str) -> None:
    shares = word_class(stem).shares
    assert max(shares, key=lambda one: shares[one]) == letter


def test_a_word_that_the_table_lacks_stands_for_nothing() -> None:
    assert word_class("qwzx") is UNKNOWN
    assert likeness("qwzx", "truck") == 0.0
    assert kinship("qwzx", "truck") == 0.0


def test_shares_are_shares() -> None:
    assert all(0.0 <= share <= 1.0 for share in word_class("drive").shares.values())


@pytest.mark.parametrize(("one", "other", "kin"), [("ear", "ey", 0.0), ("ear", "eye", 1.0), ("bus", "grudg", 0.0)])
def test_kinds_of_the_same_are_kin(one: str, other: str, kin: float) -> None:
    assert kinship(one, other) == kinship(other, one) == kin


def test_words_of_one_class_are_alike() -> None:
    assert likeness("truck", "bus") > likeness("truck", "grudg")
