"""Which speaker every saying and every quotation of a document has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.phrase_words import DETERMINERS, NAME
from artdiff.engine.facts.phrases import describe, is_person
from artdiff.engine.facts.saying_reader import PRONOUNS
from artdiff.engine.facts.sayings import subject_of
from artdiff.engine.facts.speakers import Cast
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.values import FactKind, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.facts.saying_reader import Saying
    from artdiff.engine.language.segmentation import Segmentation

GROUPS = frozenset("people police staff".split())


class Quotation(NamedTuple):
    """Words inside quotation marks, as a half-open range of tokens.

    Attributes:
        sentence: index of the sentence in which it begins.
        last_sentence: index of the one in which it ends.
        open_ended: the next paragraph goes on with it.
    """

    first: int
    last: int
    sentence: int
    last_sentence: int
    open_ended: bool


class Speaker(NamedTuple):
    """Whom a phrase names.

    Attributes:
        span: the words that say who speaks; None where nobody is named.
        tokens: the same as a half-open range of tokens.
        entity: the entity of the name or of the pronoun's antecedent, where the names tell it.
        names: every word of the proper name; empty where the document gives none.
        traits: stems of titles, roles and affiliations.
        antecedent: the phrase that a pronoun stands for.
    """

    span: Span | None
    tokens: tuple[int, int]
    entity: int | None
    names: tuple[str, ...]
    traits: frozenset[str]
    antecedent: Span | None = None


Identity: TypeAlias = "tuple[tuple[str, ...], frozenset[str], int | None]"
"""Names, traits and entity of a speaker."""
NOBODY = Speaker(None, (0, 0), None, (), frozenset())


class Voices:
    """The speakers of one document."""

    def __init__(
        self,
        text: Segmentation,
        marks: Sequence[int],
        quotations: Sequence[Quotation],
        sayings: Sequence[Saying],
        names: Sequence[Fact],
    ) -> None:
        """Read the cast; `names` tell entities."""
        self._text, self._marks = text, marks
        self._quotations = quotations
        self._sayings = sayings
        self._inside = {at for quotation in quotations for at in range(quotation.first, quotation.last)}
        persons = {fact.tokens[1] - 1 for fact in names if _is_full_name(fact)}
        self._cast = Cast(text, marks, self._inside, persons)
        self._entities = {fact.tokens[1] - 1: fact.value.entity for fact in names if isinstance(fact.value, Name)}
        self._pronouns: dict[int, tuple[Identity, Span]] = {}
        self._inner: set[str] | None = None
        self._by_sentence: dict[int, list[int]] = {}
        self._rows: dict[int, list[Saying]] = {}
        for index, saying in enumerate(sayings):
            self._by_sentence.setdefault(saying.sentence, []).append(index)
            self._rows.setdefault(saying.sentence, []).append(saying)

    def speaker(self, saying: Saying) -> Speaker:
        """Return who says it, names, titles and pronouns resolved."""
        first, last = saying.head
        if last - first == 1 and self._text.norms[first] in PRONOUNS:
            return self._pronoun(saying)
        names, traits, entity = self._identity(*saying.speaker)
        named_late = not any(mark & NAME for mark in self._marks[first:last])
        first, last = saying.speaker if named_late else saying.head
        return Speaker(self._span(first, last), (first, last), entity, names, traits)

    def of_quotation(self, quotation: Quotation, speakers: Sequence[Speaker]) -> Speaker:
        """Return who says the words of a quotation."""
        index = self._saying_of(quotation)
        return self._subject(quotation) if index is None else speakers[index]

    def _pronoun(self, saying: Saying) -> Speaker:
        """Return whom a pronoun stands for; an earlier pronoun passes on its own."""
        first, last = saying.head
        meant = self._cast.meant(saying, self._rows)
        span = self._span(first, last)
        if meant is None:
            return Speaker(span, (first, last), None, (), frozenset())
        known = self._pronouns.get(meant[0])
        identity, antecedent = known or (self._identity(*meant), self._span(*meant))
        self._pronouns[first] = identity, antecedent
        names, traits, entity = identity
        return Speaker(span, (first, last), entity, names, traits, antecedent)

    def _identity(self, first: int, last: int) -> Identity:
        """Return names, traits and entity of a phrase, with what the document says of the same elsewhere."""
        names, traits = self._described(first, last)
        if names and not self._is_proper(names, first):
            names, traits = (), traits | {self._text.tokens[first].stem}
        figure = self._cast.named(names)
        if not names and not self._text.tokens[last - 1].norm.endswith("s"):
            figure = self._cast.titled(traits)
        if figure:
            names, traits = tuple(dict.fromkeys((*figure.names, *names))), traits | figure.traits
        entity = next((self._entities[at] for at in range(first, last) if at in self._entities), None)
        return names, traits, entity

    def _described(self, first: int, last: int) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return names and traits of a phrase; of "the board's chairman, Filip Maes" the name behind the comma."""
        tokens, marks = self._text.tokens, self._marks
        comma = next((at for at in range(first, last) if tokens[at].text == ","), last)
        names, traits = describe(tokens, marks, first, comma)
        if comma == last:
            return names, traits
        others, more = describe(tokens, marks, comma + 1, last)
        if others and (not names or (tokens[first].norm in DETERMINERS and is_person(marks, comma + 1, last))):
            return others, traits | more | {tokens[at].stem for at in range(first, comma) if marks[at] & NAME}
        return names, traits | more

    def _is_proper(self, names: tuple[str, ...], first: int) -> bool:
        """Say whether a name is one, and no plain plural that has its capital from the sentence's beginning."""
        if len(names) != 1 or not (names[0].endswith("s") or names[0] in GROUPS):
            return True
        opens = first == 0 or self._text.tokens[first - 1].kind is TokenKind.PUNCTUATION
        return not opens or names[0] in self._capitals()

    def _capitals(self) -> set[str]:
        """Return the words that have a capital inside a sentence."""
        if self._inner is None:
            firsts = {sentence.tokens[0] for sentence in self._text.sentences}
            self._inner = {self._text.tokens[at].norm for at in self._text.capitals if at not in firsts}
        return self._inner

    def _saying_of(self, quotation: Quotation) -> int | None:
        """Return the index of the saying that a quotation belongs to."""
        here = {
            *self._by_sentence.get(quotation.sentence, ()),
            *self._by_sentence.get(quotation.last_sentence, ()),
        }
        if here:
            nearest: int = min(here, key=lambda index: _distance(self._sayings[index], quotation))
            return nearest
        if not self._is_whole(quotation):
            return None
        return self._saying_near(quotation)

    def _is_whole(self, quotation: Quotation) -> bool:
        """Say whether a quotation fills its sentence, so that its speaker stands in another."""
        first, last = self._text.sentences[quotation.sentence].tokens
        return quotation.first - first <= 2 and (
            quotation.last_sentence != quotation.sentence or last - quotation.last <= 2
        )

    def _saying_near(self, quotation: Quotation) -> int | None:
        """Return the last saying before a quotation in its paragraph, else the next one, else the paragraph before's."""
        paragraph = self._text.sentences[quotation.sentence].paragraph
        first, last = self._text.paragraph_sentences[paragraph]
        before = [self._by_sentence[at][-1] for at in range(first, quotation.sentence) if at in self._by_sentence]
        if before:
            return before[-1]
        after = [self._by_sentence[at][0] for at in range(quotation.sentence, last) if at in self._by_sentence]
        if after:
            return after[0]
        if paragraph == 0 or self._text.paragraphs[paragraph].role is ParagraphRole.QUOTATION:
            return None
        earlier = range(*self._text.paragraph_sentences[paragraph - 1])
        found = [self._by_sentence[at][-1] for at in earlier if at in self._by_sentence]
        return found[-1] if found else None

    def _subject(self, quotation: Quotation) -> Speaker:
        """Return who a quotation without a word of saying belongs to: its "– Name" line, the subject before a colon."""
        sentence = self._text.sentences[quotation.sentence]
        if self._text.paragraphs[sentence.paragraph].role is ParagraphRole.QUOTATION:
            first = quotation.last
            last = self._text.sentences[self._text.paragraph_sentences[sentence.paragraph][1] - 1].tokens[1]
            while first < last and self._text.tokens[first].kind is TokenKind.PUNCTUATION:
                first += 1
            found = (first, last) if first < last else None
        elif self._text.tokens[quotation.first - 2].text == ":" and quotation.first >= 2:
            found = subject_of(self._text, self._marks, quotation.sentence, quotation.first, self._inside)
        else:
            found = None
        if found is None:
            return NOBODY
        names, traits, entity = self._identity(*found)
        return Speaker(self._span(*found), found, entity, names, traits)

    def _span(self, first: int, last: int) -> Span:
        return Span(self._text.tokens[first].start, self._text.tokens[last - 1].end)


def _is_full_name(fact: Fact) -> bool:
    """Say whether a fact is a person's name of several words, which alone shows that it is a person's."""
    return fact.kind is FactKind.PERSON and isinstance(fact.value, Name) and len(fact.value.words) > 1


def _distance(saying: Saying, quotation: Quotation) -> int:
    """Return how far a word of saying is from a quotation, behind it or before it."""
    if saying.cue >= quotation.last:
        return saying.cue - quotation.last
    return quotation.first - saying.cue
