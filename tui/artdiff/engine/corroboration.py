"""What suspicions say of each other: a second small model, over the probabilities that each has by itself.

Judges look at the same words for different reasons. Where several suspect them, each likely enough, more is wrong there
than any of them can tell; where a likelier suspicion stands on the same words, or none in the whole sentence, less. And a
rewrite that departs from its source in one place departs in others. The weights stand beside those of the first model.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.verdicts.judgement import weighed
from artdiff.engine.weights import Features, probability, read_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.verdicts.judgement import Judgement

MARK: Final = "& "
"""What the names of this model's weights begin with in the table."""
CERTAIN: Final = 0.998
"""No suspicion by itself counts as surer than this, nor as less likely than the rest."""
CROWD: Final = 4
"""So many suspicions elsewhere in a sentence are many."""


class Suspicion(NamedTuple):
    """A flag and what others are beside it.

    Attributes:
        at: its place among the flags.
        chance: the probability that it has by itself.
        sentence: index of the variant's sentence.
        family: of its rule.
    """

    at: int
    span: Span
    chance: float
    sentence: int
    family: str


class Rewrite(NamedTuple):
    """What all suspicions of a rewrite tell of it.

    Attributes:
        sentences: how many there are.
        worst: for each sentence with suspicions the chance of the likeliest.
        total: the sum of these.
        families: for each family the sum of its chances.
        own: the same for each sentence and family.
    """

    sentences: int
    worst: dict[int, float]
    total: float
    families: dict[str, float]
    own: dict[tuple[int, str], float]


@cache
def weights() -> Features:
    """Return the model's weight of every feature."""
    return {name.removeprefix(MARK): weight for name, weight in read_weights().items() if name.startswith(MARK)}


def corroborate(flags: Sequence[Judgement], starts: Sequence[int]) -> list[Judgement]:
    """Return flags with the strengths that they have together, and those that each has alone.

    Args:
        flags: judgements that flag, each with the probability that it has by itself.
        starts: where the variant's sentences begin.
    """
    known, found = weights(), list(flags)
    for at, features in _together(flags, starts):
        found[at] = weighed(flags[at], probability(known, features), flags[at].strength)
    return found


def features_together(flags: Sequence[Judgement], starts: Sequence[int]) -> list[Features]:
    """Return for each flag what the model weighs: its own chance, the others on its words, in its sentence, in the rewrite."""
    found: list[Features] = [{} for _ in flags]
    for at, features in _together(flags, starts):
        found[at] = dict(features)
    return found


def _together(flags: Sequence[Judgement], starts: Sequence[int]) -> Iterator[tuple[int, Iterable[tuple[str, float]]]]:
    """Yield the place of each flag with its features."""
    suspicions = [
        Suspicion(at, span, flag.strength, bisect_right(starts, span.start) - 1, flag.rule.partition(".")[0])
        for at, flag in enumerate(flags)
        if (span := flag.spans.variant)
    ]
    rewrite = _rewrite(suspicions, len(starts))
    for row in _by_sentence(suspicions):
        beside = _overlapping(row)
        likeliest = sorted(row, key=_chance, reverse=True)
        for one in row:
            yield one.at, _features(one, beside[one.at], likeliest, rewrite)


_chance, _span = attrgetter("chance"), attrgetter("span")


def _rewrite(suspicions: Iterable[Suspicion], sentences: int) -> Rewrite:
    rewrite = Rewrite(max(1, sentences), {}, 0.0, {}, {})
    for one in suspicions:
        rewrite.worst[one.sentence] = max(one.chance, rewrite.worst.get(one.sentence, 0.0))
        place = one.sentence, one.family
        rewrite.families[one.family] = rewrite.families.get(one.family, 0.0) + one.chance
        rewrite.own[place] = rewrite.own.get(place, 0.0) + one.chance
    return rewrite._replace(total=sum(rewrite.worst.values()))


def _by_sentence(suspicions: Iterable[Suspicion]) -> Iterable[list[Suspicion]]:
    rows: dict[int, list[Suspicion]] = {}
    for one in suspicions:
        rows.setdefault(one.sentence, []).append(one)
    return rows.values()


def _overlapping(row: Sequence[Suspicion]) -> dict[int, list[Suspicion]]:
    """Return for each suspicion of a sentence the others on its words."""
    found: dict[int, list[Suspicion]] = {one.at: [] for one in row}
    ordered = sorted(row, key=_span)
    for number, one in enumerate(ordered):
        for place in range(number + 1, len(ordered)):
            other = ordered[place]
            if other.span.start >= one.span.end:
                break
            found[one.at].append(other)
            found[other.at].append(one)
    return found


def _features(
    one: Suspicion, beside: Sequence[Suspicion], likeliest: Sequence[Suspicion], rewrite: Rewrite
) -> list[tuple[str, float]]:
    _, span, own, sentence, family = one
    worst, sentences = rewrite.worst, rewrite.sentences
    chance = min(CERTAIN, max(1 - CERTAIN, own))
    far = (rewrite.total - worst[sentence]) / sentences
    kin = rewrite.families[family] - rewrite.own[sentence, family]
    return [
        ("own", math.log(chance / (1 - chance))),
        *(_on_its_words(one, beside) if beside else _alone(family)),
        ("far", far),
        (f"{family} far", far),
        ("far kin", kin / sentences),
        ("elsewhere", _elsewhere(span, likeliest) if len(likeliest) > 1 else 0.0),
        ("crowd", min(CROWD, len(likeliest) - len(beside) - 1) / CROWD),
        ("beside", max(worst.get(sentence - 1, 0.0), worst.get(sentence + 1, 0.0))),
    ]


def _elsewhere(span: Span, likeliest: Iterable[Suspicion]) -> float:
    """Return the chance of the likeliest suspicion of a sentence that is about other words."""
    for other in likeliest:
        if not other.span.overlap(span):
            return other.chance
    return 0.0


@cache
def _alone(family: str) -> tuple[tuple[str, float], ...]:
    """Return what is told of a suspicion that no other shares its words with."""
    together = f"{family} together"
    return ("alone", 1.0), ("together", 0.0), (together, 0.0), ("same", 0.0), ("best", 1.0), ("behind", 0.0)


def _on_its_words(one: Suspicion, beside: Sequence[Suspicion]) -> list[tuple[str, float]]:
    """Return what others on the same words tell: those of other families, of its own, the likeliest of all."""
    others: dict[str, float] = {}
    for other in beside:
        if other.chance > others.get(other.family, -1.0):
            others[other.family] = other.chance
    same, likeliest = others.pop(one.family, 0.0), max(others.values(), default=0.0)
    together = 1.0 - math.prod([1.0 - chance for chance in others.values()])
    return [
        ("alone", float(not others)),
        ("together", together),
        (f"{one.family} together", together),
        *[(f"by {family}", chance) for family, chance in others.items()],
        ("same", same),
        ("best", float(one.chance >= max(likeliest, same))),
        ("behind", max(0.0, likeliest - one.chance, same - one.chance)),
    ]
