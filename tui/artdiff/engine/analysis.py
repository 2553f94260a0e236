"""Everything that needs one document only, done once a document."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from artdiff.engine.facts.dates import find_dates
from artdiff.engine.facts.figures import find_figures
from artdiff.engine.facts.names import find_names
from artdiff.engine.facts.phrase_words import marks_of
from artdiff.engine.facts.quotes import find_speech
from artdiff.engine.facts.roles import find_roles
from artdiff.engine.language.clauses import read_clauses
from artdiff.engine.language.operators import read_operators
from artdiff.engine.language.segment import segment
from artdiff.engine.lexicon.phrases import phrases_of_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.facts.fact import Fact, Value
    from artdiff.engine.language.clauses import Clauses
    from artdiff.engine.language.operators import Operators
    from artdiff.engine.language.segmentation import Segmentation


class Analysis:
    """One document, segmented, read, with its facts; equal to itself only, so that what is worked out of it can be kept.

    Attributes:
        facts: by their place in the document.
        sentence_facts: for each sentence the indices of its facts.
        phrases: for each sentence its phrases that say the same as others, counted from its first token.
    """

    def __init__(self, text: Segmentation, clauses: Clauses, operators: Operators, facts: tuple[Fact, ...]) -> None:
        self.text: Final = text
        self.clauses: Final = clauses
        self.operators: Final = operators
        self.facts: Final = facts
        self.sentence_facts: Final = _by_sentence(facts, len(text.sentences))
        self._by_type: Final = _by_type(facts)
        self.phrases: Final = phrases_of_all(text.stems, [sentence.tokens for sentence in text.sentences])

    def facts_in(self, sentence: int) -> list[Fact]:
        """Return the facts of a sentence, by their place."""
        return [self.facts[index] for index in self.sentence_facts[sentence]]

    def facts_of(self, kind: type[Value]) -> Sequence[Fact]:
        """Return the facts with values of a type, by their place."""
        return self._by_type.get(kind, ())


def analyse(document: Document) -> Analysis:
    """Segment a document and find its facts."""
    text = segment(document)
    facts = _find_facts(text)
    clauses = read_clauses(text)
    return Analysis(text, clauses, read_operators(text, clauses), facts)


def _find_facts(text: Segmentation) -> tuple[Fact, ...]:
    names, _ = find_names(text)
    said = find_speech(text, marks_of(text), names)
    facts = [*find_figures(text), *find_dates(text), *names, *find_roles(text, names), *said]
    return tuple(sorted(facts, key=attrgetter("span")))


def _by_type(facts: tuple[Fact, ...]) -> dict[type[Value], list[Fact]]:
    rows: dict[type[Value], list[Fact]] = {}
    for fact in facts:
        rows.setdefault(type(fact.value), []).append(fact)
    return rows


def _by_sentence(facts: tuple[Fact, ...], count: int) -> tuple[tuple[int, ...], ...]:
    rows: list[list[int]] = [[] for _ in range(count)]
    for index, fact in enumerate(facts):
        rows[fact.sentence].append(index)
    return tuple(map(tuple, rows))
