"""Nearness of words, from the table."""

import pytest

from artdiff.engine.lexicon.related import TABLE, usage
from artdiff.engine.lexicon.tables import read_lines


def test_the_lines_are_sorted_so_that_they_can_be_bisected() -> None:
    lines = read_lines(TABLE)
    assert lines == sorted(lines, key=lambda line: line.partition("\t")[0] + "\t")
    assert len(lines) > 10_000


@pytest.mark.parametrize(("stem", "near", "far"), [("halt", "paus", "banana"), ("payrol", "wage", "canteen")])
def test_a_word_is_nearer_to_one_of_its_field_than_to_another(stem: str, near: str, far: str) -> None:
    assert usage(stem).near[near] > usage(stem).near.get(far, 0.0)


def test_members_of_one_class_are_less_near_than_words_for_the_same_thing() -> None:
    near = usage("three").near
    assert near["four"] < near["trio"]


def test_rare_words_weigh_more_and_unknown_ones_most() -> None:
    assert usage("say").weight < usage("flood").weight < usage("payrol").weight < usage("qwertz").weight


def test_verbs_are_told() -> None:
    assert usage("resign").verb > 0.5 > usage("canteen").verb
