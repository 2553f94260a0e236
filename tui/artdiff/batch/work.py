"""The work of comparing: the one way to it, whoever does it and wherever.

This is it done here and now, in the calling process; a worker process does the same for the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from artdiff.batch.garbage import look_seldom_for_garbage
from artdiff.batch.sketching import sketching_for
from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare, explain, outline
from artdiff.engine.values import Mention, Pair
from artdiff.stories.grouping import group

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.batch.cache import Cache
    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Comparison, Outline
    from artdiff.engine.verdicts.judgement import Judgement
    from artdiff.stories.story import Story

_STORIES: Final = "stories"
_OUTLINES: Final = "outlines"
MANY: Final = 500
"""More documents than these are not all analysed before anybody looks at one: their outlines come with comparisons."""


class Work:
    """Some documents, and what is worked out of them on request; each is analysed once.

    Documents go by their index, here and in every answer.

    Args:
        documents: the documents.
        cache: what was worked out before.
    """

    def __init__(self, documents: Sequence[Document], cache: Cache | None = None) -> None:
        self._documents = documents
        held = documents if isinstance(documents, tuple) else ()
        self._places = {id(document): at for at, document in enumerate(held)}
        self._cache = cache
        self._analyses: dict[int, Analysis] = {}
        self._looked_up: dict[tuple[str, int | None], object] = {}

    def inherit(self, other: Work) -> None:
        """Take over what another has worked out of the same documents."""
        for at, analysis in other._analyses.items():
            if at < self.size and self._documents[at] == other._documents[at]:
                self._analyses[at] = analysis

    @property
    def size(self) -> int:
        """Return the number of documents."""
        return len(self._documents)

    def analysis(self, index: int) -> Analysis:
        """Return a document's analysis."""
        known = self._analyses.get(index)
        if known is None:
            known = self._analyses[index] = analyse(self._documents[index])
        return known

    def analysis_of(self, document: Document) -> Analysis | None:
        """Return the analysis of one of these documents, if it has been made."""
        return self._analyses.get(self._places.get(id(document), -1))

    def is_known(self, source: int | None = None) -> bool:
        """Say whether stories and outlines were worked out before, so that no document need be analysed for them."""
        whats = (_STORIES, _OUTLINES) if self.size <= MANY else (_STORIES,)
        return all(self._known(what, source) is not None for what in whats)

    def group(
        self, source: int | None = None, told: Callable[[int], object] = lambda _: None, jobs: int | None = 1
    ) -> tuple[Story, ...]:
        """Return the stories; with a source given, all documents are one story, its rewrites.

        Args:
            source: index of the document that the user names as the source.
            told: is told after every document how many were read.
            jobs: how many processes may work on very many documents; None for one a core.
        """

        def make(source: int | None) -> tuple[Story, ...]:
            if self.size > MANY:
                look_seldom_for_garbage()
            with sketching_for(jobs) as sketching:
                return group(self._documents, source, told, sketching)

        return cast("tuple[Story, ...]", self._kept(_STORIES, source, make))

    def outlines(self) -> tuple[Outline, ...]:
        """Return every document's outline; none at all of many documents."""
        if self.size > MANY:
            return ()
        return cast("tuple[Outline, ...]", self._kept(_OUTLINES, None, self._outlines))

    def _kept(self, what: str, source: int | None, make: Callable[[int | None], object]) -> object:
        """Return something of all documents, from the cache where it has it."""
        found = self._known(what, source)
        if found is None:
            found = make(source)
            if self._cache and self._documents:
                self._cache.put([(self._key(what, source), found)])
        return found

    def _known(self, what: str, source: int | None) -> object:
        if self._cache is None or not self._documents:
            return None
        source = source if what == _STORIES else None
        if (what, source) not in self._looked_up:
            self._looked_up[what, source] = self._cache.get(self._key(what, source))
        return self._looked_up[what, source]

    def _key(self, what: str, source: int | None) -> bytes:
        from artdiff.batch.digests import documents_key  # noqa: PLC0415  (only where there is a cache)

        return documents_key(self._documents, what, source)

    def _outlines(self, _: object) -> tuple[Outline, ...]:
        return tuple(outline(self.analysis(at)) for at in range(self.size))

    def facts(self, index: int) -> tuple[Mention, ...]:
        """Return a document's facts."""
        return tuple(Mention(fact.kind, fact.span) for fact in self.analysis(index).facts)

    def compare(self, indices: Pair[int]) -> Comparison:
        """Return what one document did to another."""
        return compare(Pair(self.analysis(indices.source), self.analysis(indices.variant)))


def explain_documents(documents: Pair[Document]) -> list[Judgement]:
    """Return what every judge says of a variant, supported facts included."""
    return explain(Pair(*map(analyse, documents)))


def compare_documents(source: Document, variant: Document) -> Comparison:
    """Return what a variant did to its source."""
    return compare(Pair(analyse(source), analyse(variant)))
