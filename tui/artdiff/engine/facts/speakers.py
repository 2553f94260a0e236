"""Who speaks: the people and bodies that a document introduces, and whom a name, a title or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from artdiff.engine.facts.cues import CUES, FEMALE, MALE, SAYING_FORMS, TITLES
from artdiff.engine.facts.phrases import (
    DETERMINERS,
    LINKS,
    describe,
    is_noun_like,
    is_person,
    name_end,
    phrase_start,
)
from artdiff.engine.language.segmentation import PUNCTUATION
from artdiff.engine.lexicon.gazetteer import is_given_name
from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from artdiff.engine.facts.saying_reader import Saying
    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token

APPOSITIVE = 12
"""How many tokens behind a name may say who it is."""
LOOK_BACK = 7
"""How many sentences before a pronoun's may hold the person that it means."""
ADJACENT = 2
"""How many sentences back it may be in another paragraph."""
AGES = ("-year-old", "year-old")
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
POSSESSIVES = {"his": "m", "her": "f"}
POSSESSIVE_REACH = 5
HEADLINES = frozenset({ParagraphRole.HEADLINE, ParagraphRole.HEADING})
"""Where capitals tell nothing of names."""
AGE = range(16, 110)
HOLDING = frozenset("heads leads runs is was chairs speaks represents directs owns manages led headed ran".split())
"""Behind "who", what begins an account of somebody's office."""


class Figure:
    """A person or body of the document, as all its mentions describe it.

    Attributes:
        names: the words of its longest name.
        traits: stems of titles, roles and affiliations.
        gender: "m" or "f" where a word tells it, else "".
        person: a title, a relation or an age says that it is somebody.
    """

    __slots__ = ("gender", "names", "person", "traits")

    def __init__(self, names: tuple[str, ...], traits: set[str]) -> None:
        self.names = names
        self.traits = traits
        self.gender = ""
        self.person = False


class Cast:
    """The people and bodies of one document, found by the last word of their names."""

    def __init__(self, text: Segmentation, quoted: Container[int], persons: Container[int]) -> None:
        """Read who is who.

        Args:
            text: the segmented document.
            quoted: tokens inside quotation marks, where nobody is introduced.
            persons: last tokens of names that are known to be persons'.
        """
        self._figures: dict[str, Figure] = {}
        self._surnames: dict[str, str] = {}
        self._titles: dict[str, set[str]] = {}
        self._mentions: list[tuple[int, str]] = []
        self._text = text
        self._persons = persons
        for sentence in text.sentences:
            if text.paragraphs[sentence.paragraph].role not in HEADLINES:
                self._read(text.tokens, sentence, quoted)

    def named(self, names: Sequence[str]) -> Figure | None:
        """Return who bears a name."""
        if not names:
            return None
        return self._figures.get(self._surnames.get(names[-1], names[-1]))

    def titled(self, traits: frozenset[str]) -> Figure | None:
        """Return the only person that all known titles among these belong to; None when nobody or several do."""
        found = [self._titles[trait] for trait in traits if trait in self._titles]
        bearers = set.intersection(*found) if found else set()
        return self._figures[bearers.pop()] if len(bearers) == 1 else None

    def meant(self, saying: Saying, sayings: Mapping[int, Sequence[Saying]]) -> tuple[int, int] | None:
        """Return the token range of the phrase that a speaking pronoun stands for: the last speaker or subject that suits.

        Args:
            saying: its head is the pronoun.
            sayings: the document's, by sentence.

        Returns:
            None where nobody clearly is meant; the phrase may be a pronoun itself, the head of an earlier saying.
        """
        text, sentence = self._text, saying.sentence
        gender = GENDERS.get(text.tokens[saying.head[0]].norm)
        for index in range(sentence, max(-1, sentence - LOOK_BACK), -1) if gender else ():
            far = text.sentences[index].paragraph != text.sentences[sentence].paragraph
            if far and sentence - index > ADJACENT:
                return None
            for start, end in self._candidates(index, saying, sayings):
                if gender and self._suits(start, end, gender):
                    return start, end
        return None

    def _candidates(
        self, sentence: int, speaking: Saying, sayings: Mapping[int, Sequence[Saying]]
    ) -> Iterator[tuple[int, int]]:
        """Yield who may be meant in a sentence: its speakers, then the others it names, each first come first.

        Where the sentence itself goes on about "she", or belongs to another paragraph, only its speakers are meant; whom
        "…, she said" tells of is somebody else too.
        """
        before = speaking.head[0]
        for saying in sayings.get(sentence, ()):
            if saying.speaker[1] <= before:
                yield saying.speaker
        text = self._text
        first, last = text.sentences[sentence].tokens
        about = any(token.norm in GENDERS for token in text.tokens[first : min(first + 2, before)])
        far = text.sentences[sentence].paragraph != text.sentences[speaking.sentence].paragraph
        if about or far or (speaking.postponed and sentence == speaking.sentence):
            return
        at = bisect_left(self._mentions, (first, ""))
        while at < len(self._mentions) and self._mentions[at][0] < min(last, before):
            start = self._mentions[at][0]
            yield start, name_end(text.tokens, start, last)
            at += 1

    def _suits(self, start: int, end: int, gender: str) -> bool:
        """Say whether a pronoun may stand for a phrase; if so, the bearer's gender is known from here on."""
        if end - start > 1 and POSSESSIVES.get(self._text.tokens[start].norm) == gender:
            return False
        names, _ = describe(self._text.tokens, start, end)
        figure = self.named(names)
        if figure is None:
            norms = {token.norm for token in self._text.tokens[start:end]}
            return (GENDERS.get(self._text.tokens[start].norm) if end - start == 1 else _gender(norms)) == gender
        if figure.gender not in {"", gender}:
            return False
        around = {self._text.tokens[start].norm, self._text.tokens[start - 1].norm}
        named = end - 1 in self._persons and around.isdisjoint(DETERMINERS)
        if not (figure.gender or figure.person or named):
            return False
        figure.gender = gender
        return True

    def _read(self, tokens: Sequence[Token], sentence: Sentence, quoted: Container[int]) -> None:
        """Note every name of a sentence with what stands around it."""
        done, last = sentence.tokens
        for at in self._text.capitals_of(sentence):
            if at >= done and at not in quoted:
                done = name_end(tokens, at, last)
                if done > at:
                    self._note(tokens, at, done, sentence)

    def _note(self, tokens: Sequence[Token], at: int, end: int, sentence: Sentence) -> None:
        names, _ = describe(tokens, at, end)
        if not names:
            return
        around = [*_describing(tokens, at, sentence.tokens[0]), *_appositives(tokens, at, end, sentence)]
        if is_person(tokens, at, end) and names[0] not in self._figures:
            self._surnames.setdefault(names[0], names[-1])
        figure = self._figures.setdefault(names[-1], Figure(names, set()))
        figure.names = max(figure.names, names, key=len)
        figure.traits.update(token.stem for token in around)
        norms = {token.norm for token in around}
        figure.gender = figure.gender or _gender(norms)
        known = figure.person or not norms.isdisjoint(TITLES)
        figure.person = known or _is_somebody(tokens, at, end, norms)
        if figure.person and not figure.gender:
            figure.gender = _possessor(tokens, end, sentence.tokens[1])
        for token in around:
            if token.norm in TITLES:
                self._titles.setdefault(token.stem, set()).add(names[-1])
        self._mentions.append((at, names[-1]))


def _is_somebody(tokens: Sequence[Token], at: int, end: int, norms: set[str]) -> bool:
    """Say whether an age, a word of saying or a relative clause shows that the name is a person's."""
    if any(norm.endswith(AGES) for norm in norms):
        return True
    if not is_person(tokens, at, end) or end + 1 >= len(tokens):
        return False
    if is_given_name(tokens[at].norm) and tokens[at - 1].norm not in DETERMINERS:
        return True
    if tokens[end].text == ",":
        follow = tokens[end + 1]
        return follow.norm in {"who", "whose"} or (follow.text.isdecimal() and int(follow.text[:4]) in AGE)
    earlier = tokens[at - 1].norm if at else ""
    return tokens[end].norm in SAYING_FORMS or earlier in SAYING_FORMS


def _describing(tokens: Sequence[Token], at: int, floor: int) -> list[Token]:
    """Return the nouns and titles right before a name."""
    end = at - (at > floor and tokens[at - 1].text == ".")
    if end > floor and tokens[end - 1].norm in LINKS:
        return []
    first = phrase_start(tokens, end, max(floor, at - 6))
    return [token for token in tokens[first:end] if is_noun_like(token)]


def _appositives(tokens: Sequence[Token], at: int, end: int, sentence: Sentence) -> Iterator[Token]:
    """Yield the nouns of a phrase between commas that says who somebody is: "Ms. Visk, the mayor, …"."""
    first, last = sentence.tokens
    start = end + 1
    if start + 1 < last and tokens[end].text == ",":
        is_office = tokens[start].norm == "who" and tokens[start + 1].norm in HOLDING
        if is_office or _opens_appositive(tokens[start]):
            nouns = list(_nouns(tokens[start + 2 * is_office : min(last, end + APPOSITIVE)]))
            if not any(token.norm in SAYING_FORMS and token.text[0].islower() for token in nouns):
                yield from nouns
    if at - 2 > first and tokens[at - 1].text == ",":
        start = phrase_start(tokens, at - 1, max(first, at - APPOSITIVE))
        if start < at - 1 and (tokens[start].norm in DETERMINERS or tokens[at - 2].norm in TITLES):
            yield from _nouns(tokens[start : at - 1])


def _opens_appositive(token: Token) -> bool:
    norm = token.norm
    if norm in DETERMINERS or norm in TITLES:
        return True
    return token.text[0].islower() and is_noun_like(token) and norm not in CUES and not norm.endswith(("ed", "ing"))


def _nouns(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.text in {",", ";", ":", "—", "–"}:
            return
        if is_noun_like(token) or token.norm.endswith(AGES):
            yield token


def _possessor(tokens: Sequence[Token], end: int, last: int) -> str:
    """Return the gender that a possessive soon behind a name gives it: "Ada Quist met her brother"."""
    for at in range(end, min(end + POSSESSIVE_REACH, last - 1)):
        if tokens[at].text[0].isupper() or tokens[at].kind is PUNCTUATION:
            break
        if tokens[at].norm in POSSESSIVES and is_noun_like(tokens[at + 1]):
            return POSSESSIVES[tokens[at].norm]
    return ""


def _gender(norms: set[str]) -> str:
    male, female = not norms.isdisjoint(MALE), not norms.isdisjoint(FEMALE)
    return "" if male == female else "m" if male else "f"
