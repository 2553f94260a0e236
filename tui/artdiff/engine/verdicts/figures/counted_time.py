"""Lengths of time that follow from ages, anniversaries and minutes of play: "six years ago" from "at 16" and "22"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Fact, Name, Quantity
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis

YEAR, MINUTE = 31_556_952.0, 60.0
MOST_AGES = 12
OLDEST = 120
GAMES = (90, 45, 120)
"""After how many minutes a football match, its first half and its extra time end."""
SINCE = frozenset("ago earlier later since".split())
LEFT = frozenset("left remaining end remained go from before time full-time".split())
BIRTHDAYS = frozenset({"anniversari", "birthday"})


class Counted(NamedTuple):
    """The source's facts that give a length of time, and how."""

    facts: tuple[Fact, ...]
    how: str


def from_counted(source: Analysis, quantity: Quantity, words: frozenset[str]) -> Counted | None:
    """Return how a length of time, or the rank of an anniversary, follows from other counts of time in the source.

    Args:
        source: the source.
        quantity: the variant's figure.
        words: what stands around it.
    """
    if quantity.unit == "ordinal":
        return _of_anniversary(source, quantity)
    if quantity.unit != "s":
        return None
    return (_of_ages(source, quantity) if words & SINCE else None) or _of_minute(source, quantity, words)


def _figures(source: Analysis) -> Iterator[tuple[Fact, Quantity]]:
    for fact in source.facts_of(Quantity):
        if isinstance(fact.value, Quantity):
            yield fact, fact.value


def _of_anniversary(source: Analysis, quantity: Quantity) -> Counted | None:
    if quantity.noun not in BIRTHDAYS:
        return None
    for fact, value in _figures(source):
        years = value.value / YEAR if value.unit == "s" else value.value
        if value.unit in {"s", ""} and round(years, 3) == quantity.value:
            return Counted((fact,), "so many years")
    return None


def _of_minute(source: Analysis, quantity: Quantity, words: frozenset[str]) -> Counted | None:
    """Return the minute of a match that so many minutes are left from."""
    if LEFT.isdisjoint(words) or quantity.value % MINUTE:
        return None
    for fact, value in _figures(source):
        minute = value.unit == "ordinal" and value.noun == "minut"
        if minute and any(whole - value.value == quantity.value / MINUTE for whole in GAMES):
            return Counted((fact,), "so many minutes before the end")
    return None


def _of_ages(source: Analysis, quantity: Quantity) -> Counted | None:
    """Return two ages of the same person that lie so many years apart."""
    ages = [(fact, value) for fact, value in _figures(source) if _is_age(source, fact, value)][:MOST_AGES]
    for (one, younger), (other, older) in combinations(ages, 2):
        apart = abs(older.value - younger.value)
        same = _owner(source, one) is not None and _owner(source, one) == _owner(source, other)
        if apart and apart == round(quantity.value / YEAR, 3) and same:
            return Counted((one, other), "the years between the two ages")
    return None


def _is_age(source: Analysis, fact: Fact, value: Quantity) -> bool:
    if value.unit or not 0 < value.value < OLDEST or value.value % 1:
        return False
    tokens, (first, last) = source.text.tokens, fact.tokens
    start, end = source.text.sentences[fact.sentence].tokens
    before = [token.norm for token in tokens[max(start, first - 2) : first]]
    after = tokens[last].norm if last < end else "."
    if "old" in tokens[last - 1].norm or before[-1:] == ["aged"] or before == ["age", "of"]:
        return True
    return (before[-1:] == [","] and after in {",", "."}) or (before[-1:] == ["at"] and _is_short(after))


def _is_short(after: str) -> bool:
    """Say whether what follows "at 16" is no noun that is counted."""
    return after in {
        ",",
        ".",
        ";",
        "on",
        "and",
        "to",
        "in",
        "with",
        "from",
        "for",
        "when",
        "he",
        "she",
        "as",
        "by",
        "after",
    }


def _owner(source: Analysis, age: Fact) -> int | None:
    """Return the entity of the person named last before an age in its sentence."""
    found = None
    for fact in source.facts_in(age.sentence):
        if isinstance(fact.value, Name) and fact.kind is FactKind.PERSON and fact.tokens[1] <= age.tokens[0]:
            found = fact.value.entity
    return found
