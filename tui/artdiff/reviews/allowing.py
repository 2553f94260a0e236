"""What is never to be flagged: two names for one thing, words of the house, a rule. Values, and what they let through."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding, Pair

_NEVER_FLAGGED: Final = frozenset({Verdict.SUPPORTED, Verdict.OMITTED, Verdict.REPEATED})
_AROUND: Final = " .,;:!?\"'()[]"


class Form(StrEnum):
    """The forms of an entry: the word that its line begins with."""

    SAME = "same"
    """Names, or words, that mean the same: one in the place of another is no departure."""
    WORDS = "words"
    """Words that a rewrite may always have."""
    RULE = "rule"
    """A rule of artdiff's, or with its first part all rules of a judgement, that is not to be heard."""


class Allowance(NamedTuple):
    """An entry.

    Attributes:
        words: as they were written: for `SAME` two or more.
        file: where it stands; an empty path while it stands nowhere.
        line: from 1.
    """

    form: Form
    words: tuple[str, ...]
    file: Path = Path()
    line: int = 0

    @property
    def text(self) -> str:
        """Return the entry as its line says it."""
        return f"{self.form}: {' = '.join(self.words)}"


class Allowances:
    """All that is never to be flagged.

    Args:
        entries: of words that several have, the first counts.
    """

    def __init__(self, entries: Sequence[Allowance] = ()) -> None:
        self.entries = tuple(entries)
        self._names = _by_words(self.entries, Form.SAME)
        self._words = _by_words(self.entries, Form.WORDS)
        self._rules = {entry.words[0]: entry for entry in self.entries if entry.form is Form.RULE}
        longest_first = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        self._told_alike = lru_cache(maxsize=8)(self._alike)

    def among(self, documents: Pair[Document], comparison: Comparison) -> Mapping[int, Allowance]:
        """Return which findings of a comparison are let through, by their place, each with the entry that does."""
        if not self.entries:
            return {}
        rows = ((at, self._letting(documents, finding)) for at, finding in enumerate(comparison.findings))
        return {at: entry for at, entry in rows if entry is not None}

    def _letting(self, documents: Pair[Document], finding: Finding) -> Allowance | None:
        """Return the entry that lets a finding through."""
        if finding.verdict in _NEVER_FLAGGED or finding.spans.variant is None:
            return None
        rule = self._rules.get(finding.rule) or self._rules.get(finding.rule.partition(".")[0])
        words = _bare(finding.spans.variant.of(documents.variant.text))
        return rule or self._words.get(words) or self._renaming(documents, finding, words)

    def _renaming(self, documents: Pair[Document], finding: Finding, words: str) -> Allowance | None:
        """Return the entry by which the words are the source's under another name."""
        name = self._pattern.search(words) if self._names else None
        if name is None:
            return None
        alike, span = self._alike(words), finding.spans.source
        if span is not None:
            there = _bare(span.of(documents.source.text))
            is_renamed = there != words and self._alike(there) == alike
        else:
            is_renamed = not _stands(words, _normalised(documents.source.text)) and _stands(
                alike, self._told_alike(_normalised(documents.source.text))
            )
        return self._names[name[0]] if is_renamed else None

    def _alike(self, text: str) -> str:
        """Return text in which all names of one thing are the same."""
        return self._pattern.sub(lambda found: self._names[found[0]].words[0].casefold(), text)


def _by_words(entries: Sequence[Allowance], form: Form) -> dict[str, Allowance]:
    rows: dict[str, Allowance] = {}
    for entry in entries:
        for words in entry.words if entry.form is form else ():
            rows.setdefault(_bare(words), entry)
    return rows


@lru_cache(maxsize=8)
def _normalised(text: str) -> str:
    return _plain(text)


def _bare(text: str) -> str:
    """Return words without case, white space, and the signs around them."""
    return _plain(text).strip(_AROUND)


def _plain(text: str) -> str:
    from artdiff.reviews.keys import normalised  # noqa: PLC0415  (most allow nothing, and start-up is measured)

    return normalised(text)


def _stands(words: str, text: str) -> bool:
    """Say whether words stand in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


NOTHING: Final = Allowances()
