"""Who speaks: the people and bodies that a document introduces, and whom a name, a title or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from artdiff.engine.facts.cues import CUES, FEMALE, MALE, SAYING_FORMS
from artdiff.engine.facts.phrase_words import (
    DETERMINER,
    DETERMINERS,
    LINK,
    NAME_WORD,
    NOUN,
    POSSESSIVE,
    SIGN,
    TITLE,
)
from artdiff.engine.facts.phrases import describe, is_person, name_end, name_words, phrase_start
from artdiff.engine.language.word_flags import CAPITAL
from artdiff.engine.lexicon.gazetteer import is_given_name
from artdiff.engine.values import ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from artdiff.engine.facts.saying_reader import Saying
    from artdiff.engine.language.segmentation import Segmentation, Sentence

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
PAUSES = frozenset(",;:—–")
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

    def __init__(
        self, text: Segmentation, marks: Sequence[int], quoted: Container[int], persons: Container[int]
    ) -> None:
        """Read who is who.

        Args:
            text: the segmented document.
            marks: what each of its tokens does in a phrase.
            quoted: tokens inside quotation marks, where nobody is introduced.
            persons: last tokens of names that are known to be persons'.
        """
        self._figures: dict[str, Figure] = {}
        self._surnames: dict[str, str] = {}
        self._titles: dict[str, set[str]] = {}
        self._mentions: list[tuple[int, str]] = []
        self._text, self._marks, self._tokens = text, marks, text.tokens
        self._texts, self._norms, self._stems = text.texts, text.norms, text.stems
        self._persons = persons
        for sentence in text.sentences:
            if text.paragraphs[sentence.paragraph].role not in HEADLINES:
                self._read(sentence, quoted)

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
            yield start, name_end(text.tokens, self._marks, start, last)
            at += 1

    def _suits(self, start: int, end: int, gender: str) -> bool:
        """Say whether a pronoun may stand for a phrase; if so, the bearer's gender is known from here on."""
        if end - start > 1 and POSSESSIVES.get(self._tokens[start].norm) == gender:
            return False
        names, _ = describe(self._tokens, self._marks, start, end)
        figure = self.named(names)
        if figure is None:
            norms = {token.norm for token in self._tokens[start:end]}
            return (GENDERS.get(self._tokens[start].norm) if end - start == 1 else _gender(norms)) == gender
        if figure.gender not in {"", gender}:
            return False
        around = {self._tokens[start].norm, self._tokens[start - 1].norm}
        named = end - 1 in self._persons and around.isdisjoint(DETERMINERS)
        if not (figure.gender or figure.person or named):
            return False
        figure.gender = gender
        return True

    def _read(self, sentence: Sentence, quoted: Container[int]) -> None:
        """Note every name of a sentence with what stands around it."""
        done, last = sentence.tokens
        for at in self._text.capitals_of(sentence):
            if at >= done and self._marks[at] & NAME_WORD and at not in quoted:
                done = name_end(self._tokens, self._marks, at, last)
                self._note(at, done, sentence)

    def _note(self, at: int, end: int, sentence: Sentence) -> None:
        tokens, marks = self._tokens, self._marks
        names = () if marks[end - 1] & POSSESSIVE else name_words(tokens, marks, at, end)
        if not names:
            return
        around = self._describing(at, sentence.tokens[0]) + self._appositives(at, end, sentence)
        personal = is_person(marks, at, end)
        if personal and names[0] not in self._figures:
            self._surnames.setdefault(names[0], names[-1])
        figure = self._figures.get(names[-1])
        if figure is None:
            figure = self._figures[names[-1]] = Figure(names, set())
        if len(names) > len(figure.names):
            figure.names = names
        if around:
            self._tell(figure, around, names[-1])
        figure.person = figure.person or (personal and self._is_somebody(at, end))
        if figure.person and not figure.gender:
            figure.gender = self._possessor(end, sentence.tokens[1])
        self._mentions.append((at, names[-1]))

    def _tell(self, figure: Figure, around: Sequence[int], name: str) -> None:
        """Note what the words around a name tell of its bearer: traits, gender, and whether it is a person."""
        figure.traits.update([self._stems[at] for at in around])
        norms = {self._norms[at] for at in around}
        figure.gender = figure.gender or _gender(norms)
        for at in around:
            if self._marks[at] & TITLE:
                figure.person = True
                self._titles.setdefault(self._stems[at], set()).add(name)
        figure.person = figure.person or any(norm.endswith(AGES) for norm in norms)

    def _is_somebody(self, at: int, end: int) -> bool:
        """Say whether a given name, an age, a word of saying or a relative clause shows that a name is a person's."""
        norms, texts = self._norms, self._texts
        if end + 1 >= len(norms):
            return False
        if is_given_name(norms[at]) and norms[at - 1] not in DETERMINERS:
            return True
        if texts[end] == ",":
            follow = texts[end + 1]
            return norms[end + 1] in {"who", "whose"} or (follow.isdecimal() and int(follow[:4]) in AGE)
        return norms[end] in SAYING_FORMS or (at > 0 and norms[at - 1] in SAYING_FORMS)

    def _describing(self, at: int, floor: int) -> list[int]:
        """Return the nouns and titles right before a name."""
        end = at - (at > floor and self._texts[at - 1] == ".")
        if end == floor or self._marks[end - 1] & LINK:
            return []
        first = phrase_start(self._tokens, self._marks, end, max(floor, at - 6))
        return [place for place in range(first, end) if self._marks[place] & NOUN]

    def _appositives(self, at: int, end: int, sentence: Sentence) -> list[int]:
        """Return the nouns of a phrase between commas that says who somebody is: "Ms. Visk, the mayor, …"."""
        first, last = sentence.tokens
        texts, norms, marks = self._texts, self._norms, self._marks
        found: list[int] = []
        start = end + 1
        if start + 1 < last and texts[end] == ",":
            is_office = norms[start] == "who" and norms[start + 1] in HOLDING
            if is_office or self._opens_appositive(start):
                nouns = self._nouns(start + 2 * is_office, min(last, end + APPOSITIVE))
                if not any(norms[place] in SAYING_FORMS and texts[place][0].islower() for place in nouns):
                    found = nouns
        if at - 2 > first and texts[at - 1] == ",":
            start = phrase_start(self._tokens, marks, at - 1, max(first, at - APPOSITIVE))
            if start < at - 1 and (marks[start] & DETERMINER or marks[at - 2] & TITLE):
                found = found + self._nouns(start, at - 1)
        return found

    def _opens_appositive(self, at: int) -> bool:
        """Say whether a phrase that begins at a token, behind a comma, may say who somebody is."""
        mark, norm = self._marks[at], self._norms[at]
        if mark & (DETERMINER | TITLE):
            return True
        plain = mark & NOUN and self._texts[at][0].islower()
        return bool(plain) and norm not in CUES and not norm.endswith(("ed", "ing"))

    def _nouns(self, first: int, last: int) -> list[int]:
        """Return the nouns and ages up to the next pause."""
        found: list[int] = []
        for at in range(first, last):
            if self._texts[at] in PAUSES:
                break
            if self._marks[at] & NOUN or self._norms[at].endswith(AGES):
                found.append(at)
        return found

    def _possessor(self, end: int, last: int) -> str:
        """Return the gender that a possessive soon behind a name gives it: "Ada Quist met her brother"."""
        for at in range(end, min(end + POSSESSIVE_REACH, last - 1)):
            if self._text.flags[at] & CAPITAL or self._marks[at] & SIGN:
                break
            if self._norms[at] in POSSESSIVES and self._marks[at + 1] & NOUN:
                return POSSESSIVES[self._norms[at]]
        return ""


def _gender(norms: set[str]) -> str:
    male, female = not norms.isdisjoint(MALE), not norms.isdisjoint(FEMALE)
    return "" if male == female else "m" if male else "f"
