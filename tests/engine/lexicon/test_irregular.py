"""Irregular forms share their base's stem; words that Porter2 throws together do not share one."""

from __future__ import annotations

import pytest

from artdiff.engine.language.stems import stems

SAME = """
said say|fell fall|met meet|children child|women woman|worse bad|better good|found find|left leave|felt feel|rose rise|saw see
went go|bought buy|brought bring|taught teach|sold sell|told tell|won win|lost lose|paid pay|struck strike|driven drive|flew fly
analyses analysis|crises crisis|policemen policeman|spokeswomen spokeswoman|larger large|highest high|deadliest deadly
organisation organization|colour color|centre center|defence defense|programme program|labour labor|cease-fire ceasefire
cancelled cancel|boycotted boycott|staffed staff|freed free|sued sue|buses bus|experienced experience|advisor adviser
"""
APART = """
international internal|international intern|experiment experience|engine engineer|organ organization|university universe
important import|customer custom|department depart|emergency emerge|resident residence|president preside|minority minor
majority major|executive execute|reporter report|officer office|refugee refuge|supporter support|attacker attack|widower widow
employer employ|authority author|capitalism capital|conference confer|immigrant immigration|premiere premier|bit bite|offer off
"""


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for line in table.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize("words", pairs(SAME))
def test_share_a_stem(words: list[str]) -> None:
    first, second = stems(words)
    assert first == second


@pytest.mark.parametrize("words", pairs(APART))
def test_share_no_stem(words: list[str]) -> None:
    first, second = stems(words)
    assert first != second
