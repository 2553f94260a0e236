"""Where judges of typed facts look for a counterpart: supporting sentences, linked paragraphs, the whole source."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from artdiff.engine.alignment import Alignment, Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

MOST_NEAR, MOST_FAR = 60, 40
"""How many facts of a paragraph, and of a key, are looked at: no article has more, a table does."""
BOILERPLATE = ParagraphRole.BOILERPLATE
SURROUNDINGS = 4
"""How many content words on each side tell what a figure belongs to."""
NOWHERE: Final[frozenset[int]] = frozenset()


class Nearness(IntEnum):
    """How near to the variant's sentence a source's fact stands."""

    DOCUMENT = 0
    PARAGRAPH = 1
    SUPPORT = 2


class Candidate(NamedTuple):
    """A fact of the source that a variant's fact may be compared with."""

    fact: Fact
    nearness: Nearness


class _Near(NamedTuple):
    """What answers to a sentence of the variant: the source's paragraphs, and their facts, the nearest first."""

    paragraphs: AbstractSet[int]
    rows: list[Candidate]


class Places:
    """The source's facts of some kinds, by how near they are to a variant's fact.

    Args:
        facts: the source's, by their place.
        keys: what a fact is known by far away: beyond the linked paragraphs only facts that share a key with the
            variant's are looked at, so that the work does not grow with the square of the length.
    """

    def __init__(
        self,
        analyses: Pair[Analysis],
        alignment: Alignment,
        facts: Sequence[Fact],
        keys: Callable[[Fact], Iterable[Hashable]],
    ) -> None:
        self._analyses, self._alignment, self._facts, self._keys = analyses, alignment, facts, keys
        self._paragraph_of = [one.paragraph for one in analyses.source.text.sentences]
        self._by_paragraph: dict[int, list[Fact]] = {}
        for fact in facts:
            self._by_paragraph.setdefault(self._paragraph_of[fact.sentence], []).append(fact)
        self._by_key: dict[Hashable, list[Fact]] | None = None
        self._candidates: dict[tuple[int, int], list[Candidate]] = {}
        self._near: dict[int, _Near] = {}
        self._linked: dict[int, set[int]] = {}
        for link in alignment.links:
            for paragraph in link.paragraphs.variant:
                self._linked.setdefault(paragraph, set()).update(link.paragraphs.source)

    def support(self, fact: Fact) -> Support:
        """Return the support of a variant fact's sentence."""
        return self._alignment.supports[fact.sentence]

    def candidates(self, fact: Fact) -> list[Candidate]:
        """Return the source's facts, the nearest to a variant's fact first, in the source's order where as near."""
        known = self._candidates.get(fact.tokens)
        if known is None:
            known = self._candidates[fact.tokens] = self.near(fact.sentence) + self.far(fact)
        return known

    def near(self, sentence: int) -> list[Candidate]:
        """Return those in the sentences and paragraphs that answer to a sentence of the variant, the nearest first."""
        return self._around(sentence).rows

    def far(self, fact: Fact) -> list[Candidate]:
        """Return those elsewhere that share a key with a variant's fact."""
        if self._by_key is None:
            self._by_key = self._keyed()
        found = {one.tokens: one for key in self._keys(fact) for one in self._by_key.get(key, ())[:MOST_FAR]}
        near, document = self._around(fact.sentence).paragraphs, Nearness.DOCUMENT
        return [
            Candidate(found[tokens], document)
            for tokens in sorted(found)
            if self._paragraph_of[found[tokens].sentence] not in near
        ]

    def _keyed(self) -> dict[Hashable, list[Fact]]:
        by_key: dict[Hashable, list[Fact]] = {}
        for fact in self._facts:
            for key in self._keys(fact):
                by_key.setdefault(key, []).append(fact)
        return by_key

    def _around(self, sentence: int) -> _Near:
        """Return what stands in the source's sentences and paragraphs that answer to a sentence of the variant."""
        known = self._near.get(sentence)
        if known is not None:
            return known
        sentences = self._alignment.supports[sentence].sentences
        linked = self._linked.get(self._analyses.variant.text.sentences[sentence].paragraph, NOWHERE)
        paragraphs = linked | {self._paragraph_of[one] for one in sentences}
        near = [one for paragraph in sorted(paragraphs) for one in self._by_paragraph.get(paragraph, ())[:MOST_NEAR]]
        support, beside = Nearness.SUPPORT, Nearness.PARAGRAPH
        rows = [Candidate(one, support) for one in near if one.sentence in sentences]
        rows += [Candidate(one, beside) for one in near if one.sentence not in sentences]
        known = self._near[sentence] = _Near(paragraphs, rows)
        return known


def own_facts(analyses: Pair[Analysis], alignment: Alignment, facts: Sequence[Fact]) -> list[Fact]:
    """Return those of the variant's facts that stand in no repeated paragraph and no boilerplate."""
    sentences, paragraphs = analyses.variant.text.sentences, analyses.variant.text.paragraphs
    copied = alignment.first_copies
    return [
        fact
        for fact in facts
        if copied[(at := sentences[fact.sentence].paragraph)] is None and paragraphs[at].role is not BOILERPLATE
    ]


def surroundings(analysis: Analysis, fact: Fact) -> frozenset[str]:
    """Return the stems of the content words around a fact in its sentence, the fact's own left out."""
    first, last = analysis.text.sentences[fact.sentence].tokens
    before = analysis.clauses.content_in(first, fact.tokens[0])[-SURROUNDINGS:]
    behind = analysis.clauses.content_in(fact.tokens[1], last)[:SURROUNDINGS]
    return frozenset([analysis.text.tokens[at].stem for at in (*before, *behind)])
