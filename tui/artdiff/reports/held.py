"""Stories that a report goes through several times: the first in memory, those behind them in a file without a name.

It is written and read by this program only, and nobody else can open it: that is what makes pickling right.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.reports.checked import CheckedStory

FIRST: Final = 200
"""Rewrites in memory; a story that goes beyond is the first in the file."""


class HeldStories(Collection["CheckedStory"]):
    """Stories that come one by one."""

    def __init__(self) -> None:
        self._first: list[CheckedStory] = []
        self._rewrites = 0
        self._behind = 0
        self._file: BinaryIO | None = None

    def append(self, story: CheckedStory) -> None:
        """Put a story behind the others."""
        self._rewrites += len(story.variants)
        if self._file is None and self._rewrites <= FIRST:
            self._first.append(story)
            return
        if self._file is None:
            from tempfile import TemporaryFile  # noqa: PLC0415  (few checks are so long)

            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115  (it lives as long as the stories)
        import pickle  # noqa: PLC0415  (as above)

        pickle.dump(story, self._file, pickle.HIGHEST_PROTOCOL)
        self._behind += 1

    def close(self) -> None:
        """Let the file go: of what stood there nothing can be asked for any more."""
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        return len(self._first) + self._behind

    def __contains__(self, story: object) -> bool:
        return any(story == one for one in self)

    def __iter__(self) -> Iterator[CheckedStory]:
        """Yield the stories; several may go through them at a time."""
        yield from self._first
        place = 0
        for _ in range(self._behind):
            story, place = self._take(place)
            yield story

    def _take(self, place: int) -> tuple[CheckedStory, int]:
        import pickle  # noqa: PLC0415

        file = cast("BinaryIO", self._file)
        file.seek(place)
        story: CheckedStory = pickle.load(file)  # noqa: S301  (from our own hand, see above)
        return story, file.tell()


class MarkedStories(Collection["CheckedStory"]):
    """Stories with what a baseline has already.

    Args:
        stories: as they were found.
        known: of each of their rewrites, one after the other, the places of what is known.
    """

    def __init__(self, stories: Collection[CheckedStory], known: Sequence[frozenset[int]]) -> None:
        self._stories, self._known = stories, known

    def __len__(self) -> int:
        return len(self._stories)

    def __contains__(self, story: object) -> bool:
        return any(story == one for one in self)

    def __iter__(self) -> Iterator[CheckedStory]:
        known = iter(self._known)
        for story in self._stories:
            yield story._replace(variants=tuple(one._replace(known=next(known)) for one in story.variants))
