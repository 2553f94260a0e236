"""Grouping documents into stories by an inverted index of what is rare, confirmed by their similarity."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from artdiff.documents.document import Role
from artdiff.engine.language.titles import title
from artdiff.stories.choosing import choose_source, named_source, overruled
from artdiff.stories.similarity import profile, similarity
from artdiff.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.stories.choosing import Choice
    from artdiff.stories.similarity import Profile

SAME_STORY = 0.076
"""From this similarity on two documents tell the same story: on the stories of tests/stories and the seeds, two of one
story have .107 and more, two of different stories .054 and less."""
COMMON = 40
"""A unit that stands in more documents than this leads from each to the next only, so that a story of a thousand rewrites
holds together and a phrase that everybody uses costs no square of pairs."""
EVERYWHERE = 5000
"""A unit that stands in more documents than this leads to no candidates."""


def group(analyses: Sequence[Analysis], source: int | None = None) -> tuple[Story, ...]:
    """Return the stories, in the order of their first document.

    Args:
        analyses: of the documents.
        source: index of the document that the user names as the source; all documents are then its story.
    """
    profiles = [profile(analysis) for analysis in analyses]
    if source is not None:
        members = list(range(len(analyses)))
        return (_story(analyses, members, overruled(source)),)
    told = _told(analyses)
    free = [at for at in range(len(analyses)) if analyses[at].text.document.metadata.story is None]
    found = [[free[at] for at in group] for group in _groups([profiles[at] for at in free])]
    return tuple(_story(analyses, members, _choice(analyses, profiles, members)) for members in sorted([*told, *found]))


def _told(analyses: Sequence[Analysis]) -> list[list[int]]:
    """Return the stories that a corpus tells itself."""
    stories: dict[str, list[int]] = defaultdict(list)
    for at, analysis in enumerate(analyses):
        story = analysis.text.document.metadata.story
        if story is not None:
            stories[story].append(at)
    return list(stories.values())


def _choice(analyses: Sequence[Analysis], profiles: Sequence[Profile], members: list[int]) -> Choice:
    """Return the source that a corpus names, of several the likeliest; else the likeliest of all."""
    named = [at for at in members if analyses[at].text.document.metadata.role is Role.SOURCE]
    if len(named) == 1:
        return named_source(named[0])
    return choose_source(analyses, profiles, named or members)


def _story(analyses: Sequence[Analysis], members: list[int], choice: Choice) -> Story:
    variants = tuple(member for member in members if member != choice.source)
    return Story(title(analyses[choice.source].text), choice.source, variants, choice.reason, choice.certain)


def _groups(profiles: Sequence[Profile]) -> list[list[int]]:
    """Return the documents that belong together, found through chains of similar pairs."""
    leaders = list(range(len(profiles)))
    for one, other in _candidates(profiles):
        if _leader(leaders, one) != _leader(leaders, other) and (
            similarity(profiles[one], profiles[other]) >= SAME_STORY
        ):
            leaders[_leader(leaders, other)] = _leader(leaders, one)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(profiles)):
        groups[_leader(leaders, index)].append(index)
    return sorted(groups.values())


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield pairs of documents that share something rare, each pair once."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for unit in one.rare:
            postings[unit].append(index)
    seen: set[tuple[int, int]] = set()
    for places in postings.values():
        if len(places) > EVERYWHERE:
            continue
        reach = 2 if len(places) > COMMON else len(places)
        for at, first in enumerate(places):
            for second in places[at + 1 : at + reach]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second
