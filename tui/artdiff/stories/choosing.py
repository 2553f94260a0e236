"""Which document of a story is the source, and why."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.stories.heads import head_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.documents.document import Document
    from artdiff.stories.similarity import Measure
    from artdiff.stories.sketch import Sketch

DATE_WEIGHT: Final = 0.12
FACTS_WEIGHT: Final = 1.0
"""Numbers and names count beside all content: a rewrite that alters them agrees with nobody but itself."""
LENGTH_WEIGHT: Final = 1.0
"""What being far longer than any other counts: a rewrite may add a paragraph, a summary is short."""
USUAL: Final = 1.25
"""So many times as long as the next is nothing special."""
MUCH: Final = 1.5
"""So many times as long is worth a word."""
CLEAR: Final = 0.02
"""By this much the source's score must lead for the choice to be called certain."""
WITNESSES: Final = 50
"""Other documents of its story, about, that a document is held against."""


COPY: Final = 0.5
"""Documents that are as alike as this say nearly the same: together they have one voice, and none for one another. Ten
versions of one summary would else elect one of them."""


class Choice(NamedTuple):
    """A story's source and the reason for it; its title where the document was looked at."""

    source: int
    reason: str
    certain: bool
    title: str | None = None


class _Case(NamedTuple):
    """What speaks for a document as the source."""

    member: int
    score: float
    dated: bool
    richest: bool
    holds: bool
    longest: bool
    title: str | None = None


def overruled(source: int) -> Choice:
    """Return the user's own choice."""
    return Choice(source, "You named this document as the source.", certain=True)


def named_source(source: int) -> Choice:
    """Return the source that the documents' corpus names."""
    return Choice(source, "Its corpus names this document as the source.", certain=True)


def several_named(choice: Choice, count: int) -> Choice:
    """Return the likeliest of several sources that the documents' corpus names."""
    reason = f"Source uncertain: its corpus names {count} documents as the source of this story; this is the likeliest."
    return choice._replace(reason=reason, certain=False)


def only_one(member: int) -> Choice:
    """Return the source of a story of one document."""
    return Choice(member, "It is the only document of its story.", certain=True)


def choose_source(
    documents: Sequence[Document], sketches: Sequence[Sketch], measure: Measure, places: Mapping[int, int]
) -> Choice:
    """Return the member that the others were most likely made from.

    Args:
        documents: asked for those only that may be the source.
        sketches: of all documents of different words.
        measure: of these sketches.
        places: the members, at least two, and where the sketch of each stands.
    """
    foremost, *others = sorted(_undated(sketches, measure, places), key=lambda case: (-case.score, case.member))
    leader = _dated(documents, foremost)
    # A date can bring nobody past one that has a date too: others are read only where it may.
    least = foremost.score - CLEAR - (0 if leader.dated else DATE_WEIGHT)
    near = [_dated(documents, case) for case in others if case.score >= least]
    cases = sorted([leader, *near], key=lambda case: (-case.score, case.member))
    first, second = cases[0], next(iter(cases[1:]), None)
    if second is None or first.score - second.score >= CLEAR:
        return Choice(first.member, _reason(first), certain=True, title=first.title)
    rivals = " and ".join(documents[case.member].name for case in (first, second))
    reason = f"Source uncertain: {rivals} speak for themselves about equally."
    return Choice(first.member, reason, certain=False, title=first.title)


class _Witness(NamedTuple):
    """A document that another one is held against.

    Attributes:
        voice: how much its word counts: together with its near copies it has one voice.
        shared: the weight of what both have.
    """

    facts: frozenset[int]
    total: float
    voice: float
    shared: float


def _undated(sketches: Sequence[Sketch], measure: Measure, places: Mapping[int, int]) -> list[_Case]:
    """Return every member's case by what it says alone."""
    facts = {place: frozenset(sketches[place].facts) for place in places.values()}
    witnesses = _some(list(facts))
    shared = _shared(measure, list(facts), witnesses)
    crowds = {one: 1 + len(_copies(measure, one, shared[one])) for one in witnesses}
    most = max(map(len, facts.values()))
    cases: list[_Case] = []
    for member, place in places.items():
        copies = _copies(measure, place, shared[place])
        others = {one: weight for one, weight in shared[place].items() if one not in copies} or shared[place]
        rows = [_Witness(facts[one], measure.total(one) or 1.0, 1 / crowds[one], it) for one, it in others.items()]
        case = _case(member, facts[place], measure.total(place) or 1.0, rows)
        cases.append(case._replace(richest=len(facts[place]) == most))
    return cases


def _shared(measure: Measure, places: Sequence[int], witnesses: Sequence[int]) -> dict[int, dict[int, float]]:
    """Return what each document has in common with each witness but itself."""
    rows: dict[int, dict[int, float]] = {place: {} for place in places}
    called = frozenset(witnesses)
    for place in places:
        others = [one for one in witnesses if one != place and one not in rows[place]]
        for one, weight in zip(others, measure.shared(place, others), strict=True):
            rows[place][one] = weight
            if place in called:
                rows[one][place] = weight
    return rows


def _case(member: int, facts: frozenset[int], total: float, witnesses: Sequence[_Witness]) -> _Case:
    voices = sum(one.voice for one in witnesses) or 1.0
    into = sum(one.voice * one.shared / one.total for one in witnesses) / voices
    out = sum(one.voice * one.shared / total for one in witnesses) / voices
    agreed = sum(one.voice * len(one.facts & facts) / max(1, len(one.facts)) for one in witnesses) / voices
    times = total / max((one.total for one in witnesses), default=total)
    score = into + FACTS_WEIGHT * agreed + LENGTH_WEIGHT * min(1.0, log2(max(1.0, times / USUAL)))
    return _Case(member, score, dated=False, richest=False, holds=into > out, longest=times >= MUCH)


def _copies(measure: Measure, place: int, shared: Mapping[int, float]) -> set[int]:
    """Return the witnesses that say nearly the same."""
    return {one for one, weight in shared.items() if measure.similarity(place, one, weight) >= COPY}


def _some(places: list[int]) -> list[int]:
    """Return some places, from everywhere, so few that a story of a thousand rewrites needs no million comparisons."""
    return places[:: max(1, len(places) // WITNESSES)]


def _dated(documents: Sequence[Document], case: _Case) -> _Case:
    head = head_of(documents[case.member])
    return case._replace(score=case.score + DATE_WEIGHT * head.dated, dated=head.dated, title=head.title)


def _reason(case: _Case) -> str:
    grounds = [
        *(["carries a dateline or byline"] if case.dated else []),
        *(["has the most facts"] if case.richest else []),
        *(["says far more than any other"] if case.longest else []),
        *(["contains more of the others than they of it"] if case.holds else []),
    ]
    return f"It {', '.join(grounds[:-1])}{' and ' if grounds[1:] else ''}{grounds[-1]}." if grounds else "It leads."
