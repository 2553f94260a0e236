"""Phrases that say the same as others or as single words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.phrases import phrases, phrases_of_all, word_groups

SAME = """
called off=cancelled|put off=postponed|stepped down=resigned|took part in=participated in|as well as=in addition to
brought to safety=rescued|at least=no fewer than|cut short=shortened|carried out=conducted|set up=established|put forward=proposed
more than=in excess of|because of=due to|owing to=due to|took place=happened|prime minister=premier|gave evidence=testified
was able to=managed to|is expected to=is likely to|a number of=several|a third of=one third of|news conference=press conference
pleaded guilty=admitted guilt|was found guilty=was convicted|lost his life=died|lost their lives=died|turned down=rejected
laid off=dismissed|ruled out=excluded|handed over=surrendered|looked into=investigated|pulled out of=withdrew from
death toll=number of deaths|police officer=policeman|for the first time=never before|per cent=percent|so far=until now
reached a deal=agreed|half an hour=thirty minutes|twice as many=double|at night=overnight|on fire=burning
"""


def groups(wording: str) -> frozenset[int]:
    """Return the groups of a whole wording, of one word or several."""
    found = stems(wording.split())
    if len(found) == 1:
        return word_groups(found[0])
    whole = [match for match in phrases(found) if (match.start, match.end) == (0, len(found))]
    return whole[0].groups if whole else frozenset()


@pytest.mark.parametrize("pair", [pair for line in SAME.split("\n") for pair in line.split("|") if pair])
def test_share_a_group(pair: str) -> None:
    one, _, other = pair.partition("=")
    assert groups(one) & groups(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("called off", "called for"),
        ("put off", "put out"),
        ("at least", "at most"),
        ("more than", "less than"),
        ("turned down", "turned up"),
        ("was able to", "was unable to"),
        ("found guilty", "found not guilty"),
        ("year on year", "day after day"),
        ("death toll", "death penalty"),
        ("a third of", "a quarter of"),
    ],
)
def test_share_no_group(one: str, other: str) -> None:
    assert groups(one)
    assert groups(other)
    assert not groups(one) & groups(other)


def test_the_longest_comes_first() -> None:
    found = phrases(stems("they went ahead with it".split()))
    assert [(match.start, match.end) for match in found] == [(1, 4), (1, 3)]


def test_nothing_in_nothing() -> None:
    assert phrases([]) == ()
    assert phrases(["cancel"]) == ()
    assert word_groups("xyzzi") == frozenset()


@given(
    st.lists(st.sampled_from("take part in as well of to be at least more than because call off".split()), max_size=30)
)
def test_matches_lie_inside_and_are_in_order(words: list[str]) -> None:
    found = phrases(words)
    assert all(0 <= match.start < match.end - 1 < len(words) for match in found)
    assert list(found) == sorted(found, key=lambda match: (match.start, -match.end))


def test_no_phrase_goes_over_a_sentence() -> None:
    found = stems("they called off the strike called off".split())
    whole, parted = phrases_of_all(found, [(0, 5), (5, 6), (6, 7)])[0], phrases_of_all(found, [(0, 2), (2, 7)])
    assert [(match.start, match.end) for match in whole] == [(1, 3)]
    assert [[(match.start, match.end) for match in row] for row in parted] == [[], [(3, 5)]]
