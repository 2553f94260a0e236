"""Which of the source's quotations each of the variant's comes from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Speech
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.remembering import remembered
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.speech.wording import NOTHING, Comparison, Word, compare_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Pair

CANDIDATES = 3
"""So many stretches of the source, those that share the rarest words, are compared word by word."""


LONGEST = 250
"""How many tokens of a paragraph's quotations are compared in one row."""
COMMON = 30
"""A word in more of the source's quotations than this tells nothing about which one is meant."""


class Said(NamedTuple):
    """A quotation or an attribution: the fact's own fields, its value known to be speech."""

    kind: FactKind
    span: Span
    tokens: tuple[int, int]
    sentence: int
    speech: Speech


@remembered(1 << 6)
def said_in(analysis: Analysis) -> tuple[Said, ...]:
    """Return the quotations and attributions of a document, in order."""
    return tuple(
        Said(fact.kind, fact.span, fact.tokens, fact.sentence, fact.value)
        for fact in analysis.facts_of(Speech)
        if isinstance(fact.value, Speech)
    )


class Stretch(NamedTuple):
    """What one paragraph of the source has inside quotation marks, in one row.

    Attributes:
        facts: the quotations.
        starts: for each of them the index of its first word.
    """

    words: list[Word]
    facts: list[Said]
    starts: list[int]

    def fact_at(self, word: int) -> Said:
        """Return the quotation that a word belongs to."""
        return next(
            fact for fact, start in zip(reversed(self.facts), reversed(self.starts), strict=True) if start <= word
        )


class Origin(NamedTuple):
    """Where a quotation of the variant comes from.

    Attributes:
        quotation: the variant's.
        words: its words.
        stretch: the source's quoted words that agree best; None where none agree at all.
        comparison: how they agree.
    """

    quotation: Said
    words: list[Word]
    stretch: Stretch | None
    comparison: Comparison

    @property
    def source(self) -> Said | None:
        """Return the source's quotation in which the first words stand that agree."""
        return self.stretch.fact_at(self.comparison.agreed[0]) if self.stretch else None


def quotations(analysis: Analysis) -> list[Said]:
    """Return the words inside quotation marks."""
    return [said for said in said_in(analysis) if said.kind is FactKind.QUOTE]


def find_origins(analyses: Pair[Analysis], alignment: Alignment) -> Sequence[Origin]:
    """Return for each quotation of the variant, repeated paragraphs' left out, where it comes from."""
    return _origins(*analyses, alignment.first_copies)


@remembered(1)  # two judges ask
def _origins(source: Analysis, variant: Analysis, first_copies: tuple[int | None, ...]) -> Sequence[Origin]:
    own = [one for one in quotations(variant) if first_copies[variant.text.sentences[one.sentence].paragraph] is None]
    stretches = _stretches(source) if own else []
    index: dict[str, set[int]] = defaultdict(set)
    for number, stretch in enumerate(stretches):
        for word in stretch.words:
            index[word.norm].add(number)
    known: dict[tuple[str, ...], tuple[Stretch | None, Comparison]] = {}
    origins: list[Origin] = []
    for quotation in own:
        words = words_of(variant.text.tokens, *quotation.tokens)
        norms = tuple([word.norm for word in words])
        if norms not in known:
            known[norms] = _likeliest(words, stretches, index)
        origins.append(Origin(quotation, words, *known[norms]))
    return origins


def _stretches(source: Analysis) -> list[Stretch]:
    by_paragraph: dict[int, list[Said]] = defaultdict(list)
    for fact in quotations(source):
        by_paragraph[source.text.sentences[fact.sentence].paragraph].append(fact)
    return [_stretch(source, part) for facts in by_paragraph.values() for part in _parts(facts)]


def _parts(facts: Sequence[Said]) -> Iterator[list[Said]]:
    """Yield the quotations of a paragraph in rows of bounded length, so that one comparison never costs much."""
    part: list[Said] = []
    length = 0
    for fact in facts:
        size = fact.tokens[1] - fact.tokens[0]
        if part and length + size > LONGEST:
            yield part
            part, length = [], 0
        part.append(fact)
        length += size
    yield part


def _stretch(source: Analysis, facts: list[Said]) -> Stretch:
    words: list[Word] = []
    starts: list[int] = []
    for fact in facts:
        starts.append(len(words))
        words += words_of(source.text.tokens, *fact.tokens)
    return Stretch(words, facts, starts)


def _likeliest(
    words: list[Word], stretches: Sequence[Stretch], index: dict[str, set[int]]
) -> tuple[Stretch | None, Comparison]:
    """Return the stretch that agrees best with a quotation, and how."""
    compared = [
        (compare_words(words, stretches[number].words), stretches[number])
        for number in _candidates({word.norm for word in words}, index)
    ]
    if not compared:
        return None, NOTHING
    comparison, stretch = max(compared, key=lambda row: row[0].coverage)
    return stretch, comparison


def _candidates(norms: Iterable[str], index: dict[str, set[int]]) -> list[int]:
    """Return the stretches that share most of a quotation's rarest words."""
    scores: dict[int, float] = defaultdict(float)
    for norm in norms:
        found = index.get(norm, ())
        for number in found if len(found) <= COMMON else ():
            scores[number] += (0.2 if norm in FUNCTION_WORDS else 1.0) / len(found)
    return sorted(scores, key=lambda number: -scores[number])[:CANDIDATES]
