"""Reading one sentence for its words of saying: which phrase beside them names who speaks."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.cues import (
    CUES,
    NOUN_LIKE,
    OPINION_NOUNS,
    QUOTING_FORMS,
    QUOTING_PARTICIPLES,
    SAYING_FORMS,
    SPEAKING_PARTICIPLES,
    TITLES,
)
from artdiff.engine.facts.phrase_words import DETERMINER, LINKS, NAME, NAME_WORD, NOUN, PERSONAL, TITLE
from artdiff.engine.facts.phrases import is_capital, is_noun_like, is_possessive, phrase_end, phrase_start
from artdiff.engine.language.function_words import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, is_negator
from artdiff.engine.language.segmentation import PUNCTUATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Segmentation, Token

PRONOUNS = PERSONAL | {"him", "her", "them", "his", "their", "its"}
CLOSING = frozenset("”\"’'»")
PAUSES = frozenset({",", "—", "–", "("})
RUMOUR = frozenset("alleged said reported believed thought claimed understood known quoted went appeared".split())
"""Behind a form of "be", with "to": what somebody is said to have said."""
PERFECT = frozenset("has have had 've 'd".split())
PASSIVE = AUXILIARIES - PERFECT
VERBAL = AUXILIARIES | MODALS
APART = PREPOSITIONS - LINKS
"""Prepositions that no apposition begins with."""
BY_THE_WAY = frozenset(
    "also later then once often earlier already previously still even now soon first again therefore further "
    "meanwhile however never always long just almost".split()
)
DASHES = frozenset("—–-")
DATELINE = 18
"""How many tokens a dateline in front of the first sentence may have."""
APPOSITIVE = 30
"""How many tokens between two commas may stand between a speaker and the verb."""
QUOTE_REACH = 12
"""How many tokens behind a verb of calling the quotation may begin."""


class Saying(NamedTuple):
    """A word of saying and its speaker.

    Attributes:
        cue: index of the word of saying.
        speaker: half-open token range of the phrase that names the speaker, with an appositive between commas.
        head: half-open token range of that phrase without it.
        sentence: index of the sentence.
        postponed: what is said stands before ("…, she said").
    """

    cue: int
    speaker: tuple[int, int]
    head: tuple[int, int]
    sentence: int
    postponed: bool


TRIGGERS = CUES | OPINION_NOUNS | {"according"}


def _is_verbal(token: Token) -> bool:
    return token.norm in CUES or token.norm.endswith(("ed", "ing"))


class SentenceReader:
    """Reads the sayings of one sentence."""

    __slots__ = ("bounds", "inside", "marks", "norms", "quotes", "sentence", "text", "texts", "tokens")

    def __init__(
        self,
        text: Segmentation,
        marks: Sequence[int],
        bounds: tuple[int, int],
        sentence: int,
        inside: set[int],
        quotes: Sequence[int],
    ) -> None:
        """Take what is needed to read a sentence.

        Args:
            text: the segmented document.
            marks: what each of its tokens does in a phrase.
            bounds: the sentence's, as a half-open range of tokens.
            sentence: its index.
            inside: tokens inside quotation marks.
            quotes: where quotations begin.
        """
        self.text, self.tokens, self.norms, self.texts = text, text.tokens, text.norms, text.texts
        self.marks, self.bounds, self.sentence = marks, bounds, sentence
        self.inside, self.quotes = inside, quotes

    def after_dateline(self) -> SentenceReader:
        """Return the same without the place and date that open an agency's first sentence."""
        first, last = self.bounds
        if len(self.texts[first]) < 3 or not self.texts[first].isupper():
            return self
        dashes = (at for at in range(first, min(last, first + DATELINE)) if self.texts[at] in DASHES)
        bounds = next(dashes, first - 1) + 1, last
        return SentenceReader(self.text, self.marks, bounds, self.sentence, self.inside, self.quotes)

    def read(self, at: int, found: Sequence[Saying]) -> Saying | None:
        """Return the saying around a trigger word, if there is one."""
        norm = self.norms[at]
        if norm == "according":
            return self._according(at)
        if norm in OPINION_NOUNS and self._is_opinion(at):
            return self._opinion(at)
        if norm in SPEAKING_PARTICIPLES or (norm in QUOTING_PARTICIPLES and self._quote_follows(at)):
            return self._carried_on(at, found)
        return self._verb(at, found) if norm in CUES else None

    def _according(self, at: int) -> Saying | None:
        if at + 2 < self.bounds[1] and self.norms[at + 1] == "to":
            first = at + 2
            last = max(self._phrase_end(first), first + (self.norms[first] in {"him", "her", "them", "it"}))
            return self._saying(at, (first, last), postponed=at > self.bounds[0])
        return None

    def _is_opinion(self, at: int) -> bool:
        before = self.tokens[at - 1] if at > self.bounds[0] else None
        return before is not None and (is_possessive(before) or before.norm in {"his", "her", "their", "its", "own"})

    def _opinion(self, at: int) -> Saying | None:
        """Return "in her words", "by his own account", "in Mr. Dray's view"."""
        end = at - 1 if self.norms[at - 1] == "own" else at
        first = max(self._phrase_start(end), self.bounds[0])
        if self.norms[end - 1] in {"his", "her", "their", "its"}:
            first = end - 1
        if first > self.bounds[0] and self.norms[first - 1] in {"in", "by", "to"}:
            return self._saying(at, (first, end), postponed=first - 1 > self.bounds[0])
        return None

    def _carried_on(self, at: int, found: Sequence[Saying]) -> Saying | None:
        """Return "…, adding that …", whose speaker is the sentence's subject."""
        if at == self.bounds[0] or self.norms[at - 1] not in {
            ",",
            "and",
            "’",
            "”",
            '"',
            "while",
            "before",
        }:
            return None
        subject = self._subject(at, found)
        if subject:
            return self._saying(at, subject, postponed=False)
        return None

    def _subject(self, at: int, found: Sequence[Saying]) -> tuple[int, int] | None:
        """Return the speaker of an earlier saying in the sentence, else its first phrase that can name somebody."""
        if found and found[-1].sentence == self.sentence and found[-1].cue < at:
            return found[-1].head
        return self.subject(at)

    def subject(self, before: int) -> tuple[int, int] | None:
        """Return the sentence's first phrase that can name somebody."""
        past = self.bounds[0]
        if self.norms[past] in DETERMINERS and not is_capital(self.tokens[past + 1]):
            return past, self._plain_end(past + 1, before)
        for at in range(past, min(before, past + APPOSITIVE)):
            token = self.tokens[at]
            if at < past or at in self.inside:
                continue
            if token.norm in PERSONAL:
                return (at, at + 1)
            if is_capital(token) or token.norm in TITLES:
                first = min(self._phrase_start(at + 1), at)
                past = self._over_noun(first, max(self._phrase_end(first), at + 1))
                if first == self.bounds[0] or self.norms[first - 1] not in PREPOSITIONS:
                    return first, self._over_name(first, past)
        return None

    def _plain_end(self, first: int, before: int) -> int:
        """Return where a phrase without a name ends that begins a sentence: "The company", not "declined"."""
        at = first
        while at < min(first + 2, before) and is_noun_like(self.tokens[at]) and not _is_verbal(self.tokens[at]):
            at += 1
        return max(at, first + 1)

    def _over_noun(self, first: int, last: int) -> int:
        """Return where a phrase ends whose capitals only describe its noun: "another Labour politician"."""
        if last >= self.bounds[1] or self.norms[first] not in DETERMINERS:
            return last
        follow = self.tokens[last]
        return last + (is_noun_like(follow) and not _is_verbal(follow))

    def _verb(self, at: int, found: Sequence[Saying]) -> Saying | None:
        token = self.tokens[at]
        end, between = self._over_adverbs(at)
        if "to" in between and self.norms[end - 1] in RUMOUR:
            end, between = self._over_adverbs(end - 1)[0], set[str]()
        if between and ("to" in between or not between.isdisjoint(MODALS) or any(map(is_negator, between))):
            return None
        if not between.isdisjoint(PASSIVE) or self._by_phrase(at, end):
            return self._passive(at)
        bare = token.norm in QUOTING_FORMS and token.norm not in SAYING_FORMS and not self._quote_follows(at)
        if bare and not self._is_relative(end):
            return None
        if token.norm in NOUN_LIKE and not self._is_verb(at):
            return None
        return self._before(at, end, found)

    def _over_adverbs(self, at: int) -> tuple[int, set[str]]:
        """Return where the subject of the verb must end, and the auxiliaries and negators between."""
        end, between = at, set[str]()
        while end > self.bounds[0]:
            norm = self.norms[end - 1]
            if norm in VERBAL or is_negator(norm) or norm == "to":
                between.add(norm)
            elif not (norm in BY_THE_WAY or (norm.endswith("ly") and self.texts[end - 1][0].islower())):
                break
            end -= 1
        return end, between

    def _is_relative(self, end: int) -> bool:
        """Say whether "what" stands before the subject: "in what officials called the worst flood"."""
        start = self._phrase_start(end)
        return self.bounds[0] < start < end and self.norms[start - 1] == "what"

    def _passive(self, at: int) -> Saying | None:
        """Return "was described by X as", whose speaker stands behind "by"."""
        if at + 2 < self.bounds[1] and self.norms[at + 1] == "by" and self.norms[at] not in NOUN_LIKE:
            return self._saying(at, (at + 2, self._phrase_end(at + 2)), postponed=False)
        return None

    def _by_phrase(self, at: int, end: int) -> bool:
        """Say whether a participle's doer follows: "fraud, described by prosecutors as"."""
        if at + 1 >= self.bounds[1] or self.norms[at + 1] != "by" or end == self.bounds[0]:
            return False
        before = self.tokens[end - 1]
        return not is_capital(before) and before.norm not in PERSONAL

    def _is_verb(self, at: int) -> bool:
        """Say whether a form that may be a noun is a verb of saying here."""
        if at == self.bounds[0] or is_possessive(self.tokens[at - 1]):
            return False
        follow = self.tokens[at + 1] if at + 1 < self.bounds[1] else None
        start = at - 1 if self.norms[at - 1] in PERSONAL else self._phrase_start(at)
        if start > self.bounds[0] and self.texts[start - 1] in CLOSING:
            return True
        if follow is None or follow.text in {",", "."}:
            return self.norms[at - 1] in PERSONAL or self._is_postponed(at, start)
        return follow.norm in {"that", "it", "he", "she", "they", "there"} or self._quote_follows(at)

    def _quote_follows(self, at: int) -> bool:
        """Say whether a quotation begins behind a verb, in the same sentence."""
        index = bisect_left(self.quotes, at)
        return index < len(self.quotes) and self.quotes[index] < min(at + QUOTE_REACH, self.bounds[1])

    def _before(self, at: int, end: int, found: Sequence[Saying]) -> Saying | None:
        """Return the saying of a verb whose subject ends before token `end`, or stands behind the verb."""
        first = self.bounds[0]
        before = self.tokens[end - 1] if end > first else None
        if before is None or before.kind is PUNCTUATION:
            return self._at_punctuation(at, end)
        if before.norm in {"which", "that"} and self.texts[end - 2] != "," and not self._quote_follows(at):
            return None
        if before.norm in {"who", "which", "that"}:
            head_end = end - 1 - (end - 1 > first and self.texts[end - 2] == ",")
            return self._saying(at, self._described(self._phrase_start(head_end), head_end), postponed=False)
        if before.norm in {"and", "but"}:
            if subject := self._subject(at, found):
                return self._saying(at, subject, postponed=False)
        else:
            start = self._phrase_start(end)
            if before.norm in PERSONAL:
                start = end - 1
            return self._saying(at, (start, end), postponed=self._is_postponed(at, start))
        return None

    def _described(self, start: int, end: int) -> tuple[int, int]:
        """Return the name whose apposition a phrase is, else the phrase: "Ida Moll, an economist at Kessel, who said"."""
        if start - 2 < self.bounds[0] or self.texts[start - 1] != "," or self.norms[start] not in DETERMINERS:
            return start, end
        first = self._phrase_start(start - 1)
        return (first, start - 1) if first < start - 1 and is_capital(self.tokens[start - 2]) else (start, end)

    def _is_postponed(self, at: int, start: int) -> bool:
        """Say whether what is said stands before the speaker: nothing but a pause or a circumstance follows."""
        if start == self.bounds[0]:
            return False
        follow = self.norms[at + 1] if at + 1 < self.bounds[1] else "."
        return self.tokens[start - 1].kind is PUNCTUATION and (
            follow in {".", ",", ";", "—", "–"} or start - 1 in self.inside or self.texts[start - 1] in "”\"’'"
        )

    def _at_punctuation(self, at: int, end: int) -> Saying | None:
        """Return a saying whose subject is inverted ("…, said X") or has an appositive ("X, the mayor, said")."""
        quoted = end > self.bounds[0] and self.texts[end - 1] in "”\"’'"
        last = self._phrase_end(at + 1)
        if self._inverted(at, last, quoted=quoted):
            return self._saying(at, (at + 1, last), postponed=True)
        if end > self.bounds[0] and self.texts[end - 1] in {",", "—", "–", ")"}:
            return self._with_appositive(at, end - 1)
        return None

    def _inverted(self, at: int, last: int, *, quoted: bool) -> bool:
        if last <= at + 1 or self.norms[at] in QUOTING_FORMS:
            return False
        if quoted:
            return True
        first = self.tokens[at + 1]
        named = is_capital(first) or first.norm in DETERMINERS or first.norm in TITLES
        return named and (last >= self.bounds[1] or self.tokens[last].kind is PUNCTUATION)

    def _with_appositive(self, at: int, comma: int) -> Saying | None:
        """Return "X, who heads Y, said": the phrase before the earlier comma, up to the later one."""
        for edge in self._earlier_pauses(comma):
            start = self._phrase_start(edge)
            if start < edge and any(mark & (NAME | TITLE | DETERMINER) for mark in self.marks[start:edge]):
                return Saying(at, (start, comma), (start, edge), self.sentence, self._is_postponed(at, start))
        return None

    def _earlier_pauses(self, comma: int) -> list[int]:
        """Return the pauses behind which an appositive may begin, the likeliest first."""
        pauses: list[int] = []
        for edge in range(comma - 1, max(self.bounds[0], comma - APPOSITIVE), -1):
            if edge in self.inside:
                break
            if self.texts[edge] in PAUSES:
                if self.norms[edge + 1] in {"who", "whose", "which"}:
                    return [edge]
                if self.norms[edge + 1] not in APART:
                    pauses.append(edge)
        return pauses[:3]

    def _saying(self, at: int, speaker: tuple[int, int], *, postponed: bool) -> Saying | None:
        first, last = speaker
        for place in range(first, last):
            if self.marks[place] & NOUN or self.norms[place] in PRONOUNS:
                return Saying(at, (first, self._over_name(first, last)), speaker, self.sentence, postponed)
        return None

    def _over_name(self, first: int, last: int) -> int:
        """Return where a name between commas behind a phrase without one ends: "the mayor, Olena Visk"."""
        if last + 1 >= self.bounds[1] or self.texts[last] != "," or not self.marks[last + 1] & NAME:
            return last
        named = any(mark & NAME_WORD for mark in self.marks[first:last])
        if named and self.norms[first] not in DETERMINERS:
            return last
        end = self._phrase_end(last + 1)
        closed = end >= self.bounds[1] or self.tokens[end].kind is PUNCTUATION
        return end if closed or not named else last

    def _phrase_start(self, end: int) -> int:
        start = phrase_start(self.tokens, self.marks, end, self.bounds[0])
        if not self.inside:
            return start
        inside = [at for at in range(start, end) if at in self.inside]
        return inside[-1] + 1 if inside else start

    def _phrase_end(self, start: int) -> int:
        return phrase_end(self.tokens, self.marks, start, self.bounds[1])
