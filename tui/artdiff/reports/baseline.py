"""A baseline: what an earlier report found, so that a check lets through what was there before.

A finding is known when an earlier one has its key; else when one of its kind and words stood in another sentence, as
that may have been changed elsewhere. Each earlier finding makes one known: the same mistake made once more is new.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from artdiff.documents.decoding import NotTextError, decode
from artdiff.documents.files import contents
from artdiff.engine.values import Pair
from artdiff.errors import UnreadableError
from artdiff.reports.held import MarkedStories
from artdiff.reports.keys import keys_of, words_part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from artdiff.documents.document import Document
    from artdiff.reports.checked import CheckedPair, CheckedStory, CheckedVariant

_FORM: Final = "a baseline is what `artdiff check` wrote as json or jsonl, or `artdiff report` as .json"
_STORIES: Final = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Earlier findings' keys: under the pair's identity as JSON, or under "" where there were stories."""

    keys: Mapping[str, Sequence[str]]

    def mark(self, stories: Collection[CheckedStory]) -> MarkedStories:
        """Return stories with what is known marked, wherever it stood."""
        return MarkedStories(stories, _known(chain.from_iterable(self.keys.values()), _Rows(stories)))

    def mark_pair(self, pair: CheckedPair) -> CheckedPair:
        """Return a pair of a corpus with what is known of it marked."""
        earlier = self.keys.get(_identity(pair.identity), ())
        (known,) = _known(earlier, [_keys(pair.source, pair.variant)])
        return pair._replace(variant=pair.variant._replace(known=known))


def read_baseline(path: Path) -> Baseline:
    """Read the keys of an earlier report: one object, or an object a line.

    Raises:
        UnreadableError: it cannot be read, or is no such report.
    """
    keys: defaultdict[str, list[str]] = defaultdict(list)
    try:
        for value in _values(decode(contents(path))):
            for identity, key in _found(value):
                keys[identity].append(key)
    except (NotTextError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(str(path), _FORM) from error
    return Baseline(keys)


def _values(text: str) -> Iterator[Any]:
    """Yield the text's object, or the object of each line."""
    lines = [line for line in text.split("\n") if line.strip()]
    yield from map(json.loads, [text] if len(lines) < 2 or not lines[0].rstrip().endswith("}") else lines)


def _found(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  (whatever JSON the file holds)
    """Yield identity and key of each finding of an object."""
    if "id" in value:
        yield from ((_identity(value["id"]), finding["key"]) for finding in value["findings"])
        return
    variants = (variant for story in value["stories"] for variant in story["variants"])
    yield from ((_STORIES, finding["key"]) for variant in variants for finding in variant["findings"])


def _identity(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _keys(source: Document, variant: CheckedVariant) -> list[str]:
    return keys_of(Pair(source, variant.document), variant.comparison)


class _Rows:
    """The keys of each rewrite's findings, made anew whenever somebody goes through them."""

    def __init__(self, stories: Collection[CheckedStory]) -> None:
        self._stories = stories

    def __iter__(self) -> Iterator[list[str]]:
        for story in self._stories:
            yield from (_keys(story.source, variant) for variant in story.variants)


def _known(earlier: Iterable[str], rows: Iterable[Sequence[str]]) -> list[frozenset[int]]:
    """Return for rows of keys the places that earlier keys account for; unchanged sentences have the first choice.

    Args:
        earlier: keys, each of one finding.
        rows: gone through twice.
    """
    left = Counter(earlier)
    exact = [_take(left, enumerate(row)) for row in rows]
    words: Counter[str] = Counter()
    for key, count in left.items():
        words[words_part(key)] += count
    rest = (
        [(at, words_part(key)) for at, key in enumerate(row) if at not in taken]
        for row, taken in zip(rows, exact, strict=True)
    )
    return [taken | _take(words, row) for taken, row in zip(exact, rest, strict=True)]


def _take(left: Counter[str], row: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Return the places whose keys are left, each taken once."""
    taken = set()
    for at, key in row:
        if left[key] > 0:
            left[key] -= 1
            taken.add(at)
    return frozenset(taken)
