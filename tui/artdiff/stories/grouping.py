"""Grouping documents into stories: what shares something rare is compared, what is alike belongs together.

Documents are read one by one, and only a sketch of each is kept. What is the same word for word is grouped once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from artdiff.documents.document import Role
from artdiff.stories.candidates import candidates
from artdiff.stories.choosing import choose_source, named_source, only_one, overruled, several_named
from artdiff.stories.heads import head_of
from artdiff.stories.similarity import Measure
from artdiff.stories.spreading import HERE, sketched
from artdiff.stories.story import Story
from artdiff.stories.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.documents.document import Document
    from artdiff.stories.choosing import Choice
    from artdiff.stories.sketch import Sketch
    from artdiff.stories.spreading import Sketching

SAME_STORY: Final = 0.11
"""A document joins the one that it is most alike from this similarity on. On tests/stories two of one story have .107 and
more, their most alike .146; two of different stories .054 and less."""
SURELY: Final = 0.3
"""From this similarity on two documents tell the same story, whatever others they are like. Articles of one kind on
different things, such as reports of companies on their quarter, reach .28."""


def group(
    documents: Sequence[Document],
    source: int | None = None,
    told: Callable[[int], object] = lambda _: None,
    sketching: Sketching = HERE,
) -> tuple[Story, ...]:
    """Return the stories, in the order of their first document.

    Args:
        documents: each is asked for once, a source once more.
        source: index of the document that the user names as the source; all documents are then its story.
        told: is told after every document how many were read.
        sketching: takes texts for sketches, as far as it does; the stories are the same whoever does it.
    """
    if not documents:
        return ()
    if source is not None:
        choice = overruled(source)
        return (_story(documents, range(len(documents)), choice),)
    shelf = _Shelf(documents, told, sketching)
    groups = sorted([*shelf.named.values(), *_groups(shelf)])
    return tuple(_story(documents, members, _choice(documents, shelf, members)) for members in groups)


class _Shelf:
    """What was read of the documents."""

    def __init__(self, documents: Sequence[Document], told: Callable[[int], object], sketching: Sketching) -> None:
        self.named: dict[str, list[int]] = defaultdict(list)
        """The documents of the stories that a corpus names."""
        self.roles: dict[int, Role] = {}
        self.copies: dict[int, list[int]] = {}
        """The first of all documents of the same words, with its copies; of those in no named story."""
        self._first: list[int] = []
        """For each document the place of its sketch."""
        vocabulary = Vocabulary()
        self.sketches: list[Sketch] = []
        places: dict[int, int] = {}
        for at, (document, sketch) in enumerate(sketched(documents, vocabulary, sketching)):
            # Documents without words are not copies of each other.
            place = places.setdefault(sketch.print, len(self.sketches)) if sketch.words else len(self.sketches)
            if place == len(self.sketches):
                self.sketches.append(sketch)
            self._first.append(place)
            self._take(at, document, place)
            told(at + 1)
        self.measure = Measure(self.sketches, vocabulary)

    def _take(self, at: int, document: Document, place: int) -> None:
        metadata = document.metadata
        if metadata.role is not None:
            self.roles[at] = metadata.role
        if metadata.story is not None:
            self.named[metadata.story].append(at)
        else:
            self.copies.setdefault(place, []).append(at)

    def place(self, document: int) -> int:
        """Return where a document's sketch stands."""
        return self._first[document]


def _choice(documents: Sequence[Document], shelf: _Shelf, members: list[int]) -> Choice:
    """Return the source that a corpus names, of several the likeliest; else the likeliest of all."""
    named = [at for at in members if shelf.roles.get(at) is Role.SOURCE]
    if len(named) == 1:
        return named_source(named[0])
    if len(members) == 1:
        return only_one(members[0])
    places = {at: shelf.place(at) for at in named or members}
    choice = choose_source(documents, shelf.sketches, shelf.measure, places)
    return several_named(choice, len(named)) if named else choice


def _story(documents: Sequence[Document], members: Sequence[int], choice: Choice) -> Story:
    variants = tuple(member for member in members if member != choice.source)
    title = head_of(documents[choice.source]).title if choice.title is None else choice.title
    return Story(title, choice.source, variants, choice.reason, choice.certain)


def _groups(shelf: _Shelf) -> list[list[int]]:
    """Return the documents of no named story that belong together."""
    leaders = Leaders(len(shelf.sketches))
    nearest: dict[int, tuple[float, int]] = {}
    for at, found in candidates(shelf.sketches, shelf.measure):
        others = [other for other in found if leaders.of(other) != leaders.of(at)]
        for other, likeness in zip(others, shelf.measure.similarities(at, others), strict=True):
            if likeness >= SURELY:
                leaders.join(at, other)
            for one, its in ((at, other), (other, at)):
                nearest[one] = max(nearest.get(one, (SAME_STORY, its)), (likeness, its), key=lambda row: row[0])
    for one, (likeness, other) in sorted(nearest.items()):
        if likeness > SAME_STORY:
            leaders.join(one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for place, members in shelf.copies.items():
        groups[leaders.of(place)] += members
    return [sorted(members) for members in groups.values()]


class Leaders:
    """Sets that grow together: of each the first is its leader."""

    def __init__(self, count: int) -> None:
        self._leaders = list(range(count))

    def of(self, member: int) -> int:
        """Return the leader of a member's set."""
        leaders = self._leaders
        while leaders[member] != member:
            leaders[member] = member = leaders[leaders[member]]
        return member

    def join(self, one: int, other: int) -> None:
        """Make two members' sets one."""
        first, second = sorted((self.of(one), self.of(other)))
        self._leaders[second] = first
