"""Where judges of typed facts look for a counterpart: supporting sentences, linked paragraphs, the whole source."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from artdiff.engine.alignment import Alignment, Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

MOST_NEAR, MOST_FAR = 60, 40
"""How many facts of a paragraph, and of a key, are looked at: no article has more, a table does."""
BOILERPLATE = ParagraphRole.BOILERPLATE
SURROUNDINGS = 4
"""How many content words on each side tell what a figure belongs to."""


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

    paragraphs: set[int]
    rows: list[Candidate]


class Places:
    """The source's facts of some kinds, by how near they are to a variant's fact.

    Args:
        wanted: which facts.
        keys: what a fact is known by far away: beyond the linked paragraphs only facts that share a key with the
            variant's are looked at, so that the work does not grow with the square of the length.
    """

    def __init__(
        self,
        analyses: Pair[Analysis],
        alignment: Alignment,
        wanted: Callable[[Fact], bool],
        keys: Callable[[Fact], Iterable[Hashable]],
    ) -> None:
        self._analyses, self._alignment, self._keys = analyses, alignment, keys
        self._by_paragraph: dict[int, list[Fact]] = {}
        self._by_key: dict[Hashable, list[Fact]] = {}
        for fact in filter(wanted, analyses.source.facts):
            self._by_paragraph.setdefault(self._paragraph(fact), []).append(fact)
            for key in keys(fact):
                self._by_key.setdefault(key, []).append(fact)
        self._surroundings: dict[tuple[int, int], frozenset[str]] = {}
        self._candidates: dict[tuple[int, int], list[Candidate]] = {}
        self._near: dict[int, _Near] = {}
        self._linked: dict[int, set[int]] = {}
        for link in alignment.links:
            for paragraph in link.paragraphs.variant:
                self._linked.setdefault(paragraph, set()).update(link.paragraphs.source)

    def _paragraph(self, fact: Fact) -> int:
        return self._analyses.source.text.sentences[fact.sentence].paragraph

    def support(self, fact: Fact) -> Support:
        """Return the support of a variant fact's sentence."""
        return self._alignment.supports[fact.sentence]

    def around(self, fact: Fact) -> frozenset[str]:
        """Return the stems of the content words around a source's fact."""
        known = self._surroundings.get(fact.tokens)
        if known is None:
            known = self._surroundings[fact.tokens] = surroundings(self._analyses.source, fact)
        return known

    def candidates(self, fact: Fact) -> list[Candidate]:
        """Return the source's facts, the nearest to a variant's fact first, in the source's order where as near."""
        known = self._candidates.get(fact.tokens)
        if known is None:
            known = self._candidates[fact.tokens] = self._found(fact)
        return known

    def _found(self, fact: Fact) -> list[Candidate]:
        near = self._near.get(fact.sentence)
        if near is None:
            near = self._near[fact.sentence] = self._around_sentence(fact.sentence)
        far = {one.tokens: one for key in self._keys(fact) for one in self._by_key.get(key, ())[:MOST_FAR]}
        document = Nearness.DOCUMENT
        return near.rows + [
            Candidate(far[tokens], document)
            for tokens in sorted(far)
            if self._paragraph(far[tokens]) not in near.paragraphs
        ]

    def _around_sentence(self, sentence: int) -> _Near:
        """Return what stands in the source's sentences and paragraphs that answer to a sentence of the variant."""
        sentences = set(self._alignment.supports[sentence].sentences)
        text = self._analyses.source.text
        paragraphs = self._linked.get(self._analyses.variant.text.sentences[sentence].paragraph, set())
        paragraphs = paragraphs | {text.sentences[one].paragraph for one in sentences}
        near = [one for paragraph in sorted(paragraphs) for one in self._by_paragraph.get(paragraph, ())[:MOST_NEAR]]
        rows = [Candidate(one, Nearness.SUPPORT) for one in near if one.sentence in sentences]
        rows += [Candidate(one, Nearness.PARAGRAPH) for one in near if one.sentence not in sentences]
        return _Near(paragraphs, rows)


def own_facts(analyses: Pair[Analysis], alignment: Alignment, wanted: Callable[[Fact], bool]) -> Iterator[Fact]:
    """Yield the variant's facts of some kinds, those of repeated paragraphs and of boilerplate left out."""
    text = analyses.variant.text
    for fact in filter(wanted, analyses.variant.facts):
        paragraph = text.sentences[fact.sentence].paragraph
        if alignment.first_copies[paragraph] is None and text.paragraphs[paragraph].role is not BOILERPLATE:
            yield fact


def surroundings(analysis: Analysis, fact: Fact) -> frozenset[str]:
    """Return the stems of the content words around a fact in its sentence, the fact's own left out."""
    first, last = analysis.text.sentences[fact.sentence].tokens
    before = analysis.clauses.content_in(first, fact.tokens[0])[-SURROUNDINGS:]
    behind = analysis.clauses.content_in(fact.tokens[1], last)[:SURROUNDINGS]
    return frozenset([analysis.text.tokens[at].stem for at in (*before, *behind)])
