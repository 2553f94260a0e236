"""Bringing decisions of another file in: all are kept, and on each finding the newest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.reviews.fields import Entry, MalformedError, entry_of
from artdiff.reviews.mend_fields import mend_of_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.reviews.decision import Decision
    from artdiff.reviews.mend import Mend
    from artdiff.reviews.store import Store
    from artdiff.reviews.subject import Subject


class Problem(NamedTuple):
    """A line that holds no decision: its number from 1, and why."""

    line: int
    message: str


class Conflict(NamedTuple):
    """Two rulings on one finding that differ; the newer counts."""

    subject: Subject
    ours: Decision
    theirs: Decision


class Merged(NamedTuple):
    """What came in.

    Attributes:
        new: how many decisions and mends were not known.
        known: how many were.
    """

    new: int
    known: int
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]


def merge(store: Store, lines: Iterable[str]) -> Merged:
    """Take the decisions of exported lines in, in one go; lines that hold none are told of and left out."""
    entries: list[Entry] = []
    mends: list[Mend] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if (mend := mend_of_line(line)) is not None:
                mends.append(mend)
            else:
                entries.append(entry_of(line))
        except MalformedError as error:
            problems.append(Problem(number, str(error)))
    conflicts = tuple(_conflicts(store, entries))
    new = store.decide([*entries, *mends])
    return Merged(new, len(entries) + len(mends) - new, conflicts, tuple(problems))


def _conflicts(store: Store, entries: Iterable[Entry]) -> Iterator[Conflict]:
    """Yield what the newest lines and the store rule differently, but for what the store has known already."""
    newest: dict[object, Entry] = {}
    for entry in entries:
        before = newest.get(entry.subject.identity)
        if before is None or entry.decision.when > before.decision.when:
            newest[entry.subject.identity] = entry
    for subject, theirs in newest.values():
        ours = store.newest_of(subject)
        if ours is not None and ours.ruling is not theirs.ruling and theirs not in store.history_of(subject):
            yield Conflict(subject, ours, theirs)
