"""Which document of a story is the source, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.values import ParagraphRole
from artdiff.stories.similarity import contained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.stories.similarity import Profile

DATED = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE})
DATE_WEIGHT = 0.12
FACTS_WEIGHT = 1.0
"""Numbers and names count beside all content: a rewrite that alters them agrees with nobody but itself."""
CLEAR = 0.02
"""By this much the source's score must lead for the choice to be called certain."""


WITNESSES = 50
"""Other documents of its story, about, that a document is held against."""


class Choice(NamedTuple):
    """A story's source and the reason for it."""

    source: int
    reason: str
    certain: bool


class _Case(NamedTuple):
    """What speaks for a document as the source."""

    member: int
    score: float
    dated: bool
    richest: bool
    holds: bool


def overruled(source: int) -> Choice:
    """Return the user's own choice."""
    return Choice(source, "You named this document as the source.", certain=True)


def named_source(source: int) -> Choice:
    """Return the source that the documents' corpus names."""
    return Choice(source, "Its corpus names this document as the source.", certain=True)


def choose_source(analyses: Sequence[Analysis], profiles: Sequence[Profile], members: Sequence[int]) -> Choice:
    """Return the member that the others were most likely made from."""
    if len(members) == 1:
        return Choice(members[0], "It is the only document of its story.", certain=True)
    facts = {member: _facts(analyses[member]) for member in members}
    cases = sorted(
        (_case(analyses, profiles, facts, member) for member in members),
        key=lambda case: (-case.score, case.member),
    )
    first, second = cases[:2]
    certain = first.score - second.score >= CLEAR
    if certain:
        return Choice(first.member, _reason(first), certain=True)
    rivals = " and ".join(analyses[case.member].text.document.name for case in (first, second))
    return Choice(first.member, f"Source uncertain: {rivals} speak for themselves about equally.", certain=False)


def _case(
    analyses: Sequence[Analysis], profiles: Sequence[Profile], facts: dict[int, frozenset[str]], member: int
) -> _Case:
    others = _some([other for other in facts if other != member])
    into = sum(contained(profiles[other], profiles[member]) for other in others) / len(others)
    out = sum(contained(profiles[member], profiles[other]) for other in others) / len(others)
    agreed = sum(len(facts[other] & facts[member]) / max(1, len(facts[other])) for other in others) / len(others)
    dated = _is_dated(analyses[member])
    richest = len(facts[member]) == max(map(len, facts.values()))
    return _Case(member, into + FACTS_WEIGHT * agreed + DATE_WEIGHT * dated, dated, richest, into > out)


def _some(members: list[int]) -> list[int]:
    """Return so many of them, from everywhere, that a story of a thousand rewrites needs no million comparisons."""
    return members[:: max(1, len(members) // WITNESSES)]


def _facts(analysis: Analysis) -> frozenset[str]:
    """Return the different numbers and capitalised words: the facts that a rewrite can only lose or alter."""
    return frozenset(
        token.stem
        for token in analysis.text.tokens
        if token.kind is TokenKind.NUMBER or (token.kind is TokenKind.WORD and token.text[0].isupper())
    )


def _is_dated(analysis: Analysis) -> bool:
    return analysis.text.date is not None or any(p.role in DATED for p in analysis.text.paragraphs)


def _reason(case: _Case) -> str:
    grounds = [
        *(["carries a dateline or byline"] if case.dated else []),
        *(["has the most facts"] if case.richest else []),
        *(["contains more of the others than they of it"] if case.holds else []),
    ]
    return f"It {', '.join(grounds[:-1])}{' and ' if grounds[1:] else ''}{grounds[-1]}." if grounds else "It leads."
