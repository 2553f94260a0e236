"""What denies and what hedges each word, through the verbs that govern it.

An operator is a word or phrase that denies ("not", "nobody", "refuse", "rule out") or says how certain something is
("may", "expect", "tentatively"). It bears on the words that it denies or hedges; these may be operators themselves, so that "has
not ruled out raising it" denies the raising twice and "denied that it failed" denies the failing once. There is no parser:
where an operator's reach ends is told by the words of grammar.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.function_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATIVE_NOUNS,
    OPEN_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_negator,
)
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.language.stems import stems
from artdiff.engine.language.word_flags import CERTAIN, DENYING, places_with
from artdiff.engine.lexicon.words import Certainty, Polarity, modality, polarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.clauses import Clauses
    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token
    from artdiff.engine.lexicon.words import Found

REACH = 7
"""How many tokens behind an operator the word may stand that it bears on."""
SUBJECT_REACH = 14
"""The same for a verb whose subject is denied: "none of the seven hospitals in the valley had to close"."""
OBJECT = 2
"""How many words behind a denied verb are denied with it: "did not find any evidence"."""
LONGEST_CHAIN = 4
CONTRASTS = frozenset("only just merely least sooner more less fewer later earlier longer than".split())
"""Behind these "no" and "not" make a bound or a contrast, not a denial."""
TEMPORAL = frozenset({"longer"})
"""What makes a denial in time of "no"."""
SCARCE = frozenset("only little few barely scarcely hardly no none nothing even".split())
MODAL_CLASSES = {
    "may": Certainty.POSSIBLE,
    "might": Certainty.POSSIBLE,
    "could": Certainty.POSSIBLE,
    "will": Certainty.PLANNED,
    "would": Certainty.PLANNED,
    "shall": Certainty.PLANNED,
    "won't": Certainty.PLANNED,
    "wouldn't": Certainty.PLANNED,
    "must": Certainty.OBLIGED,
    "should": Certainty.OBLIGED,
    "shouldn't": Certainty.OBLIGED,
    "ought": Certainty.OBLIGED,
    "can": None,
    "cannot": None,
    "can't": None,
    "couldn't": None,
}
OBJECT_WORDS = frozenset("any a an further own its his her their been".split())
"""Words that may stand between a denied verb and what is denied with it."""
JOINING = OBJECT_WORDS | {"as", "to", "be", "have", "the"}
SPEAKER = frozenset("i we i'd we'd".split())
PERFORMED = frozenset(
    "introduce present thank announce offer invite welcome congratulate apologize apologise inform share remind propose "
    "suggest express wish".split()
)
"""What is done by saying that one would like to do it."""
RAISING = frozenset(
    stems(
        "believe think expect accept agree want intend plan seem appear suppose regard consider know deem see view find".split()
    )
)
"""Verbs whose denial denies what they govern: "did not accept that it was to blame"."""
CIRCUMSTANCES = frozenset(
    "at by near after before until till since during amid despite because than unlike without".split()
)
"""Prepositions behind which nothing stands that is denied or hedged, only when and where."""
OTHERWISE = frozenset({"rather than", "instead of"})
"""What stands behind these is not so, or was not done."""
SEASONS = frozenset({"last", "next", "this"})
"""Before a time these begin no object: "dropped his policy last fall"."""
BEFORE_NOUN = DETERMINERS | {"of", "other", "single", "nor", "or", "further"}
INSIDE_PHRASE = BEFORE_NOUN - {"of"}
"""What may stand in front of the noun that a denial belongs to, and between two of them."""
BREAKS = frozenset('.;:!?“”"()—–,')


class Force(IntEnum):
    """How an operator denies."""

    NONE = 0
    WEAK = 1
    """Almost: "hardly", "few"."""
    GOVERNS = 2
    """By its meaning: "refuse", "lack of"."""
    NOMINAL = 3
    """As a part of a noun phrase: "no planet", "nobody"."""
    PLAIN = 4
    """With the verb: "not", "never"."""


class Operator(NamedTuple):
    """A word or phrase that denies or hedges.

    Attributes:
        first: index of its first token.
        last: behind its last token.
        certainty: how certain it tells what it bears on; None where it says nothing of that.
        level: 0 to 1, how certain that is.
        bears_on: the content tokens that it bears on directly.
    """

    first: int
    last: int
    force: Force
    certainty: Certainty | None
    level: float
    bears_on: tuple[int, ...] = ()

    @property
    def denies(self) -> bool:
        """Say whether it denies outright."""
        return self.force > Force.WEAK


class Operators(NamedTuple):
    """The operators of a document.

    Attributes:
        all: by their place.
        bearing: for each token the operators that bear on it directly, the nearest first.
        starting: for each token the operator that it is part of.
    """

    all: tuple[Operator, ...]
    bearing: dict[int, tuple[Operator, ...]]
    starting: dict[int, Operator]

    def chain(self, at: int) -> tuple[Operator, ...]:
        """Return all that bears on a token, directly or through what governs it, the nearest first."""
        direct = self.bearing.get(at)
        if direct is None:  # on most words nothing bears
            return ()
        found: list[Operator] = []
        queue = list(direct)
        while queue and len(found) < LONGEST_CHAIN:
            operator = queue.pop(0)
            if operator not in found:
                found.append(operator)
                queue += (one for inner in range(operator.first, operator.last) for one in self.bearing.get(inner, ()))
        return tuple(found)


def read_operators(text: Segmentation, clauses: Clauses) -> Operators:
    """Find the operators of a document and what they bear on."""
    reader = _Reader(text.tokens, clauses.content)
    hedging, denying = places_with(CERTAIN, text.flags), places_with(DENYING, text.flags)
    found: list[Operator] = []
    for sentence, certain, denied in zip(
        text.sentences, _by_sentence(hedging, text), _by_sentence(denying, text), strict=True
    ):
        if certain or denied:
            found += reader.read(sentence, text.stems, certain, denied)
    bearing: dict[int, list[Operator]] = {}
    starting: dict[int, Operator] = {}
    for operator in reversed(found):
        starting.update(dict.fromkeys(range(operator.first, operator.last), operator))
        for at in operator.bears_on:
            bearing.setdefault(at, []).append(operator)
    return Operators(tuple(found), {at: tuple(row) for at, row in bearing.items()}, starting)


def _by_sentence(places: Sequence[int], text: Segmentation) -> list[Sequence[int]]:
    """Return some tokens for each sentence."""
    ends = [bisect_left(places, sentence.tokens[1]) for sentence in text.sentences]
    return [places[first:last] for first, last in pairwise((0, *ends))]


class _Reader(NamedTuple):
    """The tokens of a document, and which of them carry content."""

    tokens: Sequence[Token]
    content: Sequence[bool]

    def read(
        self, sentence: Sentence, stems: Sequence[str], certain: Sequence[int], denying: Sequence[int]
    ) -> list[Operator]:
        """Return a sentence's operators, of which it is known where they may begin."""
        last = sentence.tokens[1]
        found = {}
        for one in modality().find_at(certain, stems, last):
            operator = self._certain(one, sentence)
            if operator:
                found[operator.first] = operator
        for other in polarity().find_at(denying, stems, last):
            operator = self._denying(other, sentence)
            if operator:
                found[operator.first] = operator
        return self._with_reach(found, last) if found else []

    def _with_reach(self, found: dict[int, Operator], last: int) -> list[Operator]:
        """Return operators with what they bear on; "nor" adds nothing to what "neither" denies already."""
        operators: list[Operator] = []
        denied: set[int] = set()
        for first, operator in sorted(found.items()):
            reached = tuple(self._bears_on(operator, last))
            bears_on = reached[:1] + tuple(at for at in reached[1:] if at not in found)
            if self.tokens[first].norm == "neither":
                denied.update(bears_on)
            elif self.tokens[first].norm == "nor":
                bears_on = tuple(at for at in bears_on if at not in denied)
            operators.append(Operator(*operator[:-1], bears_on))
        return operators

    def _certain(self, found: Found[Certainty], sentence: Sentence) -> Operator | None:
        first, last = found.start, found.end
        token, mark = self.tokens[first], found.marks[0]
        if token.text[0].isupper() and first > sentence.tokens[0]:
            return None
        if self._performs(first, sentence):
            return None
        kind: Certainty | None = mark.kind
        if last == first + 1 and token.norm in MODAL_CLASSES:
            kind = self._modal(first, sentence.tokens[1])
        return Operator(first, last, Force.NONE, kind, mark.strength) if kind else None

    def _performs(self, first: int, sentence: Sentence) -> bool:
        """Say whether somebody does by saying so what is only wished for by the letter: "I would like to thank you"."""
        before = self.tokens[max(sentence.tokens[0], first - 2) : first + 1]
        behind = [token.norm for token in self.tokens[first + 1 : min(sentence.tokens[1], first + 5)]]
        spoken = any(token.norm in SPEAKER for token in before)
        return spoken and behind[:2] == ["like", "to"] and not PERFORMED.isdisjoint(behind[2:])

    def _modal(self, at: int, end: int) -> Certainty | None:
        """Return a modal's class; none in questions, and "could not", "could agree on little" tell an inability, a fact."""
        if self.tokens[end - 1].text == "?":
            return None
        if self.tokens[at].norm == "could":
            around = [token.norm for token in self.tokens[at + 1 : min(end, at + REACH)]]
            if (around and is_negator(around[0])) or not SCARCE.isdisjoint(around):
                return None
        return MODAL_CLASSES[self.tokens[at].norm]

    def _denying(self, found: Found[Polarity], sentence: Sentence) -> Operator | None:
        first, last = found.start, found.end
        kinds = {mark.kind for mark in found.marks}
        norm = self.tokens[first].norm
        behind = self.tokens[last].norm if last < sentence.tokens[1] else ""
        if Polarity.NEGATOR in kinds:
            if (behind in CONTRASTS and last == first + 1) or (behind == "help" and self._helps(last, sentence)):
                return None
            if norm == "not" and first > sentence.tokens[0] and self.tokens[first - 1].norm == "or":
                return None
            adverbial = norm == "no" and self.tokens[last - 1].norm in TEMPORAL
            nominal = (norm in NEGATIVE_NOUNS and not adverbial) or (
                norm == "not" and last > first + 1 and not behind.startswith("been")
            )
            force = Force.NOMINAL if nominal and norm != "not" else Force.PLAIN
        elif norm == "unless" or f"{norm} {self.tokens[last - 1].norm}" in OTHERWISE:
            force = Force.PLAIN
        elif self._is_noun(first, last, behind) or self._falls(first, last, sentence):
            return None
        elif Polarity.IMPLICATIVE in kinds or (
            Polarity.ABSENCE in kinds and (norm.startswith("lack") or last > first + 1 or behind in {"of", "to"})
        ):
            force = Force.GOVERNS
        elif Polarity.WEAK in kinds and norm != "unlike":
            force = Force.WEAK
        else:
            return None
        return Operator(first, last, force, None, 1.0)

    def _helps(self, at: int, sentence: Sentence) -> bool:
        """Say whether "help" behind a denial affirms what follows: "cannot help but notice", "could not help laughing"."""
        following = self.tokens[at + 1].norm if at + 1 < sentence.tokens[1] else ""
        return following == "but" or following.endswith("ing")

    def _falls(self, first: int, last: int, sentence: Sentence) -> bool:
        """Say whether "drop" tells of a figure that falls: "dropped to nine", "dropped 12 per cent"."""
        if self.tokens[first].stem != "drop" or last >= sentence.tokens[1]:
            return False
        behind = self.tokens[last]
        return behind.norm in {"to", "from", "by", "below", "in", "sharply"} or behind.kind is TokenKind.NUMBER

    def _is_noun(self, first: int, last: int, behind: str) -> bool:
        """Say whether a single word with an article in front is what a verb right behind it is told of: "a veto can be"."""
        articled = first > 0 and self.tokens[first - 1].norm in DETERMINERS
        return articled and last == first + 1 and (behind in MODALS or behind in AUXILIARIES)

    def _bears_on(self, operator: Operator, end: int) -> Iterator[int]:
        """Yield what an operator bears on."""
        at = operator.last
        modal = self.tokens[operator.first].norm in MODALS
        if operator.force is Force.NOMINAL:
            yield from self._noun_phrase(at, end)
            yield from self._verb_of_subject(operator, end)
            return
        if at < end and self.tokens[at].norm in {"that", "whether", "if"} and not modal:
            yield from self._complement(at + 1, end)
            return
        if self.tokens[at - 1].norm in {"that", "unless"}:
            yield from self._complement(at, end)
            return
        if self.tokens[operator.first].norm == "whether" and at < end and self.tokens[at].norm != "to":
            yield from self._complement(at, end)
            return
        head = self._head(at, end, modal=modal)
        if head != NONE:
            yield head
            if operator.force is not Force.NONE:
                yield from self._object(head, end)
            if operator.force is Force.PLAIN and self.tokens[head].stem in RAISING:
                yield from self._complement(head + 1, end)
        if operator.force is Force.PLAIN:
            yield from self._open(at, end)

    def _head(self, at: int, end: int, *, modal: bool) -> int:
        """Return the next content word that is no adverb; behind a modal the auxiliary where there is none."""
        for later in range(at, min(end, at + REACH)):
            token = self.tokens[later]
            if self.content[later]:
                if token.kind is TokenKind.NUMBER:
                    return NONE
                if not token.norm.endswith("ly") and token.norm not in TEMPORAL:
                    return later
            elif self._ends_clause(token) or (modal and self._stops_verb(token)):
                break
        return at if modal and at < end and self.tokens[at].norm in AUXILIARIES else NONE

    def _ends_clause(self, token: Token) -> bool:
        joins = token.norm in COORDINATORS or (token.norm in SUBORDINATORS and token.norm not in PREPOSITIONS)
        return joins or token.norm in CIRCUMSTANCES or token.text in BREAKS or token.norm in RELATIVES

    def _stops_verb(self, token: Token) -> bool:
        return token.norm in DETERMINERS or token.norm in PREPOSITIONS

    def _object(self, head: int, end: int) -> Iterator[int]:
        """Yield the next content words behind a denied one with nothing between but words of degree."""
        count = 0
        for later in range(head + 1, min(end, head + REACH)):
            if self.tokens[later].norm in SEASONS:
                return
            if self.content[later] and self.tokens[later].kind is TokenKind.WORD and count < OBJECT:
                count += 1
                yield later
            elif self.tokens[later].norm not in (JOINING if self.tokens[head].stem in RAISING else OBJECT_WORDS):
                return

    def _open(self, at: int, end: int) -> Iterator[int]:
        """Yield what "any" and its like stand before: they live on a denial."""
        for later in range(at, min(end, at + SUBJECT_REACH) - 1):
            if self.tokens[later].text in BREAKS:
                return
            if self.tokens[later].norm in OPEN_PRONOUNS and self.content[later + 1]:
                yield later + 1

    def _noun_phrase(self, at: int, end: int) -> Iterator[int]:
        """Yield the words of "no bank details", "none of the hospitals"; not of "no trace of the car" the car."""
        allowed = BEFORE_NOUN
        for later in range(at, min(end, at + REACH)):
            if self.content[later]:
                allowed = INSIDE_PHRASE
                yield later
            elif self.tokens[later].norm not in allowed:
                return

    def _verb_of_subject(self, operator: Operator, end: int) -> Iterator[int]:
        """Yield the verb whose subject is denied, behind its auxiliary."""
        if not self._opens_clause(operator.first):
            return
        for later in range(operator.last, min(end, operator.last + SUBJECT_REACH)):
            token = self.tokens[later]
            if token.text in BREAKS or token.norm in RELATIVES:
                return
            if token.norm in AUXILIARIES or token.norm in MODALS:
                head = self._head(later, end, modal=False)
                if head != NONE:
                    yield head
                return

    def _opens_clause(self, at: int) -> bool:
        """Say whether nothing but words that open clauses stands before a token."""
        if not at:
            return True
        before = self.tokens[at - 1]
        opens = before.norm in COORDINATORS or before.norm in SUBORDINATORS or before.norm in {"that", "said", "says"}
        return opens or before.text in BREAKS or before.end <= self.tokens[at].start - 2 or before.text[-1] in ".?!”"

    def _complement(self, at: int, end: int) -> Iterator[int]:
        """Yield the predicate of a clause behind "that": what stands behind its first auxiliary, else its first past verb."""
        for later in range(at, min(end, at + SUBJECT_REACH)):
            token = self.tokens[later]
            if token.norm in AUXILIARIES or token.norm in MODALS:
                head = self._head(later, end, modal=False)
                if head != NONE:
                    yield head
                return
            if token.text in BREAKS:
                return
            if self.content[later] and token.norm.endswith("ed"):
                yield later
                return
