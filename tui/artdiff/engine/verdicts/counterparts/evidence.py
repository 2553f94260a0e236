"""What the judges of claims look at, and the spans that they point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.language.function_words import AUXILIARIES, MODALS, is_negator
from artdiff.engine.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Alignment, Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.grounding import Grounding
    from artdiff.engine.language.segmentation import Sentence, Token
    from artdiff.engine.values import Pair

VERB_GROUP = AUXILIARIES | MODALS | {"to", "being", "also", "never"}


class Evidence(NamedTuple):
    """All that a judge of claims needs.

    Attributes:
        explained: for each token of the variant whether another judge answers for it.
    """

    analyses: Pair[Analysis]
    alignment: Alignment
    grounding: Grounding
    explained: Sequence[int]

    def linked_sentences(self) -> Iterator[tuple[Sentence, Support]]:
        """Yield every variant sentence of a first copy that has support, with it."""
        rows = zip(self.analyses.variant.text.sentences, self.alignment.supports, strict=True)
        for sentence, support in rows:
            if support.sentences and self.alignment.first_copies[sentence.paragraph] is None:
                yield sentence, support

    def matched(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield the content words kept from a supporting sentence, each with its source token, explained ones not."""
        for at in range(*sentence.tokens):
            if self.grounding.grounds[at] is Ground.SAME and not self.is_explained(at):
                yield at, self.grounding.matches[at]

    def is_explained(self, at: int) -> bool:
        """Say whether another judge vouches for a token of the variant."""
        return bool(self.explained[at])

    def same_words(self, at: int, sentences: tuple[int, ...]) -> list[int]:
        """Return the content tokens of some source sentences that have the same stem as a variant token."""
        source, variant = self.analyses
        places = self.grounding.places.get(variant.text.stems[at], ())
        content, owner = source.clauses.content, source.text.sentence_of
        return [index for index in places if content[index] and owner[index] in sentences]

    def source_sentence_of(self, at: int) -> int:
        """Return the index of the source sentence that a source token stands in."""
        return self.analyses.source.text.sentence_of[at]

    def baseless(self, at: int) -> bool:
        """Say whether a content word of the variant rests neither on supporting nor on linked text."""
        return self.analyses.variant.clauses.content[at] and self.grounding.grounds[at] <= Ground.DOCUMENT


@remembered(1 << 6)
def words_of(analysis: Analysis) -> frozenset[str]:
    """Return the norms of a document: most of what judges look for stands in none of its sentences."""
    return frozenset(analysis.text.norms)


def verb_group(tokens: Sequence[Token], head: int, first: int) -> Span:
    """Return the span of a verb with the auxiliaries, modals and negators in front of it, not before token `first`."""
    start = head
    while start > first and _leads_verb(tokens[start - 1].norm):
        start -= 1
    return Span(tokens[start].start, tokens[head].end)


def _leads_verb(norm: str) -> bool:
    return norm in VERB_GROUP or is_negator(norm)


def quote(text: str, span: Span) -> str:
    """Return the words of a span in quotation marks, for a reason."""
    return f"“{span.of(text)}”"
