"""Classes of words: what denies, what hedges, what reports somebody's words, what names a cause, what says nothing checkable.

Keys are the engine's stems, function words included; phrases are their stems with single spaces ("rule out"). A word may be
of several classes. The strengths are 0 to 1, as the attributes below say.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from artdiff.engine.lexicon.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


ALONE = ""
"""Stands for the second word where there is none."""


class Polarity(StrEnum):
    """How a word denies."""

    NEGATOR = "negator"
    """Denies outright: "not", "never", "nobody"."""
    WEAK = "weak"
    """Denies almost: "hardly", "few"."""
    IMPLICATIVE = "implicative"
    """What it governs did not happen: "refuse", "prevent", "rule out"."""
    ABSENCE = "absence"
    """Says that something is not there: "lack", "without"."""
    ADVERSE = "adverse"
    """Sets against, so that the other side may need no "not": "oppose", "unlike", "instead of"."""
    EXCESS = "excess"
    """Bounds or singles out: "only", "no more than"."""


class Certainty(StrEnum):
    """How certain something is told; the strength is the share of such sentences that a reader should take as fact."""

    POSSIBLE = "possible"
    LIKELY = "likely"
    TENTATIVE = "tentative"
    PLANNED = "planned"
    OBLIGED = "obliged"
    REPORTED = "reported"
    APPROXIMATE = "approximate"
    CERTAIN = "certain"
    UNCONDITIONAL = "unconditional"


class Reporting(StrEnum):
    """With what colour somebody's words are reported; the strength is how far the reporter stands behind them."""

    NEUTRAL = "neutral"
    CLAIM = "claim"
    BELIEVE = "believe"
    SUGGEST = "suggest"
    CONFIRM = "confirm"
    ADMIT = "admit"
    DENY = "deny"
    WARN = "warn"
    PROMISE = "promise"
    URGE = "urge"
    PRAISE = "praise"
    CRITICISE = "criticise"
    STRESS = "stress"
    ASK = "ask"


class CausePlace(StrEnum):
    """On which side of the marker the cause stands; the strength is 1 for a cause, less for what may be mere time."""

    AFTER = "after"
    BEFORE = "before"


class Generality(StrEnum):
    """The words that carry no checkable content."""

    VAGUE = "vague"


Kind = TypeVar("Kind", bound=StrEnum)


class Mark(NamedTuple, Generic[Kind]):
    """One class of a word or phrase."""

    kind: Kind
    strength: float


class Found(NamedTuple, Generic[Kind]):
    """A word or phrase of a table in a sequence of stems.

    Attributes:
        start: index of its first stem.
        end: behind its last stem.
    """

    start: int
    end: int
    marks: tuple[Mark[Kind], ...]


class WordTable(Generic[Kind]):
    """The words and phrases of one table, each with its classes, the closest first."""

    def __init__(self, kinds: type[Kind], table: str) -> None:
        self._kinds = kinds
        self._rows: Mapping[str, str] = read_rows(table)
        self._marks: dict[str, tuple[Mark[Kind], ...]] = {}  # filled as they are looked up
        self._starts = _lengths_by_start(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def of(self, key: str) -> tuple[Mark[Kind], ...]:
        """Return the classes of a stem or of stems with single spaces; none for words that are not in the table."""
        known = self._marks.get(key)
        if known is None:
            row = self._rows.get(key)
            known = tuple(_mark(self._kinds, entry) for entry in row.split("|")) if row is not None else ()
            self._marks[key] = known
        return known

    def kinds(self, key: str) -> frozenset[Kind]:
        """Return the classes of a stem or of stems with single spaces, without their strengths."""
        return frozenset(mark.kind for mark in self.of(key))

    def stems(self, kind: Kind) -> frozenset[str]:
        """Return all single words of one class."""
        begin, within = f"{kind} ", f"|{kind} "
        rows = self._rows.items()
        return frozenset(key for key, row in rows if " " not in key and (row.startswith(begin) or within in row))

    def begins(self, stem: str) -> bool:
        """Say whether a word or phrase of the table begins with a stem."""
        return stem in self._starts

    def find(self, stems: Sequence[str]) -> Iterator[Found[Kind]]:
        """Yield the words and phrases of the table in a sequence of stems, the longest at each place, without overlaps."""
        starts = self._starts
        return self.find_at([at for at, stem in enumerate(stems) if stem in starts], stems, len(stems))

    def find_at(self, places: Iterable[int], stems: Sequence[str], last: int) -> Iterator[Found[Kind]]:
        """Yield the same of a sentence that ends before `last`, of which it is known where one may begin."""
        starts, behind = self._starts, 0
        for at in places:
            if at < behind:
                continue
            by_second = starts[stems[at]]
            lengths = by_second.get(stems[at + 1]) if at + 1 < last else None
            phrase = self._phrase(stems, at, last, lengths) if lengths else ""
            if phrase:
                behind = at + phrase.count(" ") + 1
                yield Found(at, behind, self.of(phrase))
            elif ALONE in by_second:
                behind = at + 1
                yield Found(at, behind, self.of(stems[at]))

    def _phrase(self, stems: Sequence[str], start: int, last: int, lengths: Iterable[int]) -> str:
        """Return the longest phrase that begins at a stem; "" where none does."""
        for length in lengths:
            phrase = " ".join(stems[start : start + length])
            if start + length <= last and phrase in self._rows:
                return phrase
        return ""


def _lengths_by_start(keys: Iterable[str]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return by their first and second words how many words phrases have, the most first; `ALONE` for a single word."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for key in keys:
        first, *others = key.split(" ", 2)
        known = found.setdefault(first, {})
        second, length = others[0] if others else ALONE, key.count(" ") + 1
        known[second] = tuple(sorted({*known.get(second, ()), length}, reverse=True))
    return found


def _mark(kinds: type[Kind], entry: str) -> Mark[Kind]:
    kind, _, strength = entry.partition(" ")
    return Mark(kinds(kind), float(strength))


@cache
def polarity() -> WordTable[Polarity]:
    """Return the words that deny."""
    return WordTable(Polarity, "polarity.tsv")


@cache
def modality() -> WordTable[Certainty]:
    """Return the words that say how certain something is."""
    return WordTable(Certainty, "modality.tsv")


@cache
def reporting() -> WordTable[Reporting]:
    """Return the verbs that report somebody's words."""
    return WordTable(Reporting, "reporting.tsv")


@cache
def causes() -> WordTable[CausePlace]:
    """Return the words that mark a cause."""
    return WordTable(CausePlace, "causes.tsv")


@cache
def generalities() -> frozenset[str]:
    """Return the stems that carry no checkable content."""
    return WordTable(Generality, "generalities.tsv").stems(Generality.VAGUE)
