"""Stories as the grouping found them, with what reviewers mended said over them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.reviews.mend import Finder, Way
from artdiff.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from artdiff.documents.document import Document
    from artdiff.reviews.mend import Mend


class Arranged(NamedTuple):
    """What was mended of the grouping, with the documents that it is about.

    Attributes:
        other: index of the second document; None where there is none.
    """

    mend: Mend
    document: int
    other: int | None


def arranged(documents: Sequence[Document], mends: Iterable[Mend]) -> tuple[Arranged, ...]:
    """Return those mends whose documents are at hand."""
    mends = tuple(mends)
    finder = Finder(documents if mends else ())
    found: list[Arranged] = []
    for mend in mends:
        document, other = finder.find(mend.document), finder.find(mend.other) if mend.other else None
        if document is not None and (other is not None or mend.other is None):
            found.append(Arranged(mend, document, other))
    return tuple(found)


class Wording(NamedTuple):
    """What mended stories say of themselves.

    Attributes:
        title: returns a document's title, by its index.
        name: returns what it is called.
        who: returns who said something.
    """

    title: Callable[[int], str]
    name: Callable[[int], str]
    who: Callable[[Mend], str]


class Mended:
    """Stories while they are mended.

    Args:
        stories: as they were found.
        wording: what they say of themselves afterwards.

    Attributes:
        stories: None where nothing is left of one.
        said: the mend that a document's place is owed to, by the index of its story and its own.
    """

    def __init__(self, stories: Sequence[Story], wording: Wording) -> None:
        self._wording = wording
        self.stories: list[Story | None] = list(stories)
        self.said: dict[int, dict[int, Mend]] = {}
        self._homes = {document: at for at, story in enumerate(stories) for document in (story.source, *story.variants)}

    @property
    def left(self) -> tuple[Story, ...]:
        """Return the stories of which something is left."""
        return tuple(story for story in self.stories if story is not None)

    def say(self, one: Arranged) -> None:
        """Mend what one mend says, as far as there is something to mend."""
        if one.mend.way is Way.SOURCE:
            self._take_as_source(one)
        elif one.other is None or one.other == one.document:
            return
        elif one.mend.way is Way.MOVED:
            self._move(one, one.other)
        else:
            self._compare(one, one.other)

    def _take_as_source(self, one: Arranged) -> None:
        at = self._homes.get(one.document)
        story = None if at is None else self.stories[at]
        if at is None or story is None or story.source == one.document:
            return
        reason = f"{self._wording.who(one.mend)} took this document as the source."
        variants = tuple(sorted({story.source, *story.variants} - {one.document}))
        title = self._wording.title(one.document)
        self.stories[at] = Story(title, one.document, variants, reason, certain=True)
        said = self.said.get(at, {})
        self.said[at] = {at: mend for at, mend in said.items() if mend.way is not Way.SOURCE} | {one.document: one.mend}

    def _move(self, one: Arranged, target: int) -> None:
        here, there = self._homes.get(one.document), self._homes.get(target)
        story = None if there is None else self.stories[there]
        if here is None or there is None or story is None or here == there:
            return
        self.stories[here] = self._without(self.stories[here], one)
        self.said.get(here, {}).pop(one.document, None)
        self.stories[there] = story._replace(variants=tuple(sorted({*story.variants, one.document})))
        self.said.setdefault(there, {})[one.document] = one.mend
        self._homes[one.document] = there

    def _without(self, story: Story | None, one: Arranged) -> Story | None:
        """Return a story without a document; None where nothing is left of it."""
        variants = tuple(variant for variant in story.variants if variant != one.document) if story else ()
        if story is None or (story.source == one.document and not variants):
            return None
        if story.source != one.document:
            return story._replace(variants=variants)
        source, *others = variants
        reason = f"{self._wording.who(one.mend)} moved the source to another story."
        return Story(self._wording.title(source), source, tuple(others), reason, certain=False)

    def _compare(self, one: Arranged, source: int) -> None:
        title = f"{self._wording.name(source)} and {self._wording.name(one.document)}"
        who = self._wording.who(one.mend)
        reason = f"{who} compare{'s' * (who != 'You')} these two documents."
        self.said[len(self.stories)] = {one.document: one.mend}
        self.stories.append(Story(title, source, (one.document,), reason, certain=True))
