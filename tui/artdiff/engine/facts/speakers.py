"""Who speaks: the people and bodies that a document introduces, and whom a name, a title or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artdiff.engine.facts.cues import CUES, FEMALE, MALE, TITLES
from artdiff.engine.facts.phrases import (
    DETERMINERS,
    INSTITUTIONS,
    describe,
    is_noun_like,
    name_end,
    phrase_start,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from artdiff.engine.facts.sayings import Saying
    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token

APPOSITIVE = 12
"""How many tokens behind a name may say who it is."""
LOOK_BACK = 7
"""How many sentences before a pronoun's may hold the person that it means."""
AGES = ("-year-old", "year-old")
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
HOLDING = frozenset(
    "heads leads runs is was chairs speaks represents directs owns manages led headed ran".split()
)
"""Behind "who", what begins an account of somebody's office."""


@dataclass(slots=True)
class Figure:
    """A person or body of the document, as all its mentions describe it.

    Attributes:
        names: the words of its longest name.
        traits: stems of titles, roles and affiliations.
        gender: "m" or "f" where a word tells it, else "".
        person: a title, a relation or an age says that it is somebody.
    """

    names: tuple[str, ...]
    traits: set[str]
    gender: str = ""
    person: bool = False


class Cast:
    """The people and bodies of one document, found by the last word of their names."""

    def __init__(self, text: Segmentation, quoted: Container[int]) -> None:
        """Read who is who; names inside quotation marks are nobody's introduction."""
        self._figures: dict[str, Figure] = {}
        self._surnames: dict[str, str] = {}
        self._titles: dict[str, set[str]] = {}
        self._mentions: list[tuple[int, str]] = []
        self._text = text
        for sentence in text.sentences:
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

    def meant(self, pronoun: int, sentence: int, earlier: Sequence[Saying]) -> tuple[int, int] | None:
        """Return the token range of the phrase that a pronoun stands for: the last speaker or subject that suits.

        The phrase may be a pronoun itself, the head of an earlier saying.
        """
        gender = GENDERS.get(self._text.tokens[pronoun].norm)
        if gender is None:
            return None
        for index in range(sentence, max(-1, sentence - LOOK_BACK), -1):
            for start, end in self._candidates(index, pronoun, earlier, gender):
                if self._suits(start, end, gender):
                    return start, end
        return None

    def _candidates(
        self, sentence: int, before: int, earlier: Sequence[Saying], gender: str
    ) -> Iterator[tuple[int, int]]:
        """Yield who may be meant in a sentence: its speakers, then the others it names, each first come first.

        Where the sentence itself goes on about "she", whomever else it names is not meant.
        """
        for saying in earlier:
            if saying.sentence == sentence and saying.head[1] <= before:
                yield saying.head
        first, last = self._text.sentences[sentence].tokens
        if any(
            GENDERS.get(token.norm) == gender for token in self._text.tokens[first : min(first + 2, before)]
        ):
            return
        at = bisect_left(self._mentions, (first, ""))
        while at < len(self._mentions) and self._mentions[at][0] < min(last, before):
            start = self._mentions[at][0]
            yield start, name_end(self._text.tokens, start, last)
            at += 1

    def _suits(self, start: int, end: int, gender: str) -> bool:
        names, _ = describe(self._text.tokens, start, end)
        figure = self.named(names)
        if figure is None:
            return _gender({token.norm for token in self._text.tokens[start:end]}) == gender
        return figure.gender in {"", gender} and (
            figure.person or figure.gender == gender or _is_full_name(figure)
        )

    def _read(self, tokens: Sequence[Token], sentence: Sentence, quoted: Container[int]) -> None:
        """Note every name of a sentence with what stands around it."""
        first, last = sentence.tokens
        done = first
        for at in range(first, last):
            if at >= done and tokens[at].text[0].isupper() and at not in quoted:
                done = name_end(tokens, at, last)
                if done > at:
                    self._note(tokens, at, done, sentence)

    def _note(self, tokens: Sequence[Token], at: int, end: int, sentence: Sentence) -> None:
        names, _ = describe(tokens, at, end)
        if not names:
            return
        around = [*_describing(tokens, at, sentence.tokens[0]), *_appositives(tokens, at, end, sentence)]
        if len(names) > 1 and names[0] not in self._figures:
            self._surnames.setdefault(names[0], names[-1])
        figure = self._figures.setdefault(names[-1], Figure(names, set()))
        figure.names = max(figure.names, names, key=len)
        figure.traits.update(token.stem for token in around)
        norms = {token.norm for token in around}
        figure.gender = figure.gender or _gender(norms)
        figure.person = (
            figure.person or not norms.isdisjoint(TITLES) or any(norm.endswith(AGES) for norm in norms)
        )
        for token in around:
            if token.norm in TITLES:
                self._titles.setdefault(token.stem, set()).add(names[-1])
        self._mentions.append((at, names[-1]))


def _is_full_name(figure: Figure) -> bool:
    return 2 <= len(figure.names) <= 4 and INSTITUTIONS.isdisjoint(figure.names)


def _describing(tokens: Sequence[Token], at: int, floor: int) -> list[Token]:
    """Return the nouns and titles right before a name."""
    first = phrase_start(tokens, at, max(floor, at - 6))
    return [token for token in tokens[first:at] if is_noun_like(token)]


def _appositives(tokens: Sequence[Token], at: int, end: int, sentence: Sentence) -> Iterator[Token]:
    """Yield the nouns of a phrase between commas that says who somebody is: "Ms. Visk, the mayor, …"."""
    first, last = sentence.tokens
    start = end + 1
    if start + 1 < last and tokens[end].text == ",":
        is_office = tokens[start].norm == "who" and tokens[start + 1].norm in HOLDING
        if is_office or _opens_appositive(tokens[start]):
            yield from _nouns(tokens[start + 2 * is_office : min(last, end + APPOSITIVE)])
    if at - 2 > first and tokens[at - 1].text == ",":
        start = phrase_start(tokens, at - 1, max(first, at - APPOSITIVE))
        if start < at - 1 and (tokens[start].norm in DETERMINERS or tokens[at - 2].norm in TITLES):
            yield from _nouns(tokens[start : at - 1])


def _opens_appositive(token: Token) -> bool:
    norm = token.norm
    if norm in DETERMINERS or norm in TITLES:
        return True
    return (
        token.text[0].islower()
        and is_noun_like(token)
        and norm not in CUES
        and not norm.endswith(("ed", "ing"))
    )


def _nouns(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.text in {",", ";", ":", "—", "–"}:
            return
        if is_noun_like(token) or token.norm.endswith(AGES):
            yield token


def _gender(norms: set[str]) -> str:
    male, female = not norms.isdisjoint(MALE), not norms.isdisjoint(FEMALE)
    return "" if male == female else "m" if male else "f"
