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
from typing import TYPE_CHECKING, Final, NamedTuple

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
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.language.stems import stems
from artdiff.engine.language.word_flags import CAPITAL, CERTAIN, DENYING, places_with
from artdiff.engine.lexicon.words import Certainty, Polarity, modality, polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.clauses import Clauses
    from artdiff.engine.language.segmentation import Segmentation
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
RULING = frozenset(stems("rule exclude preclude".split()))
"""Verbs that leave something possible where they are denied."""
HOLDING = frozenset(
    stems(
        "wish room intention intent plan desire need chance hope prospect way right power authority obligation duty attempt effort "
        "interest permission possibility reason access".split()
    )
)
"""Nouns that are not there with what hangs on them: whoever has no wish to sell does not wish to."""
OPEN_REACH = 4
"""So many tokens in front of them what denies them begins."""
BEFORE_NOUN = DETERMINERS | {"of", "other", "single", "nor", "or", "further"}
INSIDE_PHRASE = BEFORE_NOUN - {"of"}
"""What may stand in front of the noun that a denial belongs to, and between two of them."""
BREAKS = frozenset('.;:!?“”"()—–,')
CLAUSE_ENDS = COORDINATORS | (SUBORDINATORS - PREPOSITIONS) | CIRCUMSTANCES | RELATIVES | BREAKS
PHRASE_OPENERS = DETERMINERS | PREPOSITIONS
CLAUSE_OPENERS = frozenset({"that", "whether", "if"})
VERBS_OF_GRAMMAR = AUXILIARIES | MODALS
FALLING = frozenset({"to", "from", "by", "below", "in", "sharply"})
"""Behind "dropped" they tell that a figure fell."""


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


NO_FORCE: Final = Force.NONE
PLAIN: Final = Force.PLAIN


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

    @property
    def hedges(self) -> bool:
        """Say whether it says how certain something is; "about" says so of a figure alone."""
        return self.certainty is not None and self.certainty is not Certainty.APPROXIMATE


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
    reader = _Reader(text, clauses.content)
    hedging = _by_sentence(places_with(CERTAIN, text.flags), text)
    denying = _by_sentence(places_with(DENYING, text.flags), text)
    found: list[Operator] = []
    for sentence, certain, denied in zip(text.sentences, hedging, denying, strict=True):
        if certain or denied:
            found += reader.read(sentence.tokens, certain, denied)
    bearing: dict[int, list[Operator]] = {}
    starting: dict[int, Operator] = {}
    for operator in reversed(found):
        for at in range(operator.first, operator.last):
            starting[at] = operator
        for at in operator.bears_on:
            bearing.setdefault(at, []).append(operator)
    return Operators(tuple(found), {at: tuple(row) for at, row in bearing.items()}, starting)


def _by_sentence(places: Sequence[int], text: Segmentation) -> list[Sequence[int]]:
    """Return some tokens for each sentence."""
    ends = [bisect_left(places, sentence.tokens[1]) for sentence in text.sentences]
    return [places[first:last] for first, last in pairwise((0, *ends))]


class _Reader:
    """Reads the operators of a document."""

    def __init__(self, text: Segmentation, content: Sequence[bool]) -> None:
        self._tokens, self._norms, self._stems = text.tokens, text.norms, text.stems
        self._flags, self._content = text.flags, content

    def read(self, bounds: tuple[int, int], certain: Sequence[int], denying: Sequence[int]) -> list[Operator]:
        """Return a sentence's operators, of which it is known where they may begin."""
        found: dict[int, Operator] = {}
        for one in modality().find_at(certain, self._stems, bounds[1]):
            operator = self._certain(one, *bounds)
            if operator:
                found[operator.first] = operator
        for other in polarity().find_at(denying, self._stems, bounds[1]):
            operator = self._denying(other, *bounds)
            if operator:
                found[operator.first] = operator
        return self._with_reach(self._left_open(found), bounds[1]) if found else []

    def _left_open(self, found: dict[int, Operator]) -> dict[int, Operator]:
        """Return the operators with what is not ruled out as a possibility: "has not excluded", "declined to rule out"."""
        for first, operator in found.items():
            if operator.force is Force.GOVERNS and self._stems[first] in RULING and self._is_denied(first, found):
                found[first] = operator._replace(certainty=Certainty.POSSIBLE, level=0.35)
        return found

    def _is_denied(self, at: int, found: dict[int, Operator]) -> bool:
        """Say whether a denial ends shortly before a token."""
        return any(one.denies and at - OPEN_REACH < one.last <= at for one in found.values() if one.first < at)

    def _with_reach(self, found: dict[int, Operator], last: int) -> list[Operator]:
        """Return operators with what they bear on; "nor" adds nothing to what "neither" denies already."""
        operators: list[Operator] = []
        denied: set[int] = set()
        for first in sorted(found):
            operator = found[first]
            reached = self._bears_on(operator, last)
            bears_on = reached[:1] + [at for at in reached[1:] if at not in found]
            if self._norms[first] == "neither":
                denied.update(bears_on)
            elif self._norms[first] == "nor":
                bears_on = [at for at in bears_on if at not in denied]
            operators.append(operator._replace(bears_on=tuple(bears_on)) if bears_on else operator)
        return operators

    def _certain(self, found: Found[Certainty], start: int, end: int) -> Operator | None:
        first, last, mark = found.start, found.end, found.marks[0]
        if (first > start and self._flags[first] & CAPITAL) or self._performs(first, start, end):
            return None
        kind: Certainty | None = mark.kind
        if last == first + 1 and self._norms[first] in MODAL_CLASSES:
            kind = self._modal(first, end)
        return Operator(first, last, NO_FORCE, kind, mark.strength) if kind else None

    def _performs(self, first: int, start: int, end: int) -> bool:
        """Say whether somebody does by saying so what is only wished for by the letter: "I would like to thank you"."""
        if first + 2 >= end or self._norms[first + 1] != "like" or self._norms[first + 2] != "to":
            return False
        spoken = not SPEAKER.isdisjoint(self._norms[max(start, first - 2) : first + 1])
        return spoken and not PERFORMED.isdisjoint(self._norms[first + 3 : min(end, first + 5)])

    def _modal(self, at: int, end: int) -> Certainty | None:
        """Return a modal's class; none in questions, and "could not", "could agree on little" tell an inability, a fact."""
        if self._norms[end - 1] == "?":
            return None
        if self._norms[at] == "could":
            around = self._norms[at + 1 : min(end, at + REACH)]
            if (around and is_negator(around[0])) or not SCARCE.isdisjoint(around):
                return None
        return MODAL_CLASSES[self._norms[at]]

    def _denying(self, found: Found[Polarity], start: int, end: int) -> Operator | None:
        first, last = found.start, found.end
        kinds = {mark.kind for mark in found.marks}
        norm, final = self._norms[first], self._norms[last - 1]
        behind = self._norms[last] if last < end else ""
        if Polarity.NEGATOR in kinds:
            if (behind in CONTRASTS and last == first + 1) or (behind == "help" and self._helps(last, end)):
                return None
            if norm == "not" and first > start and self._norms[first - 1] == "or":
                return None
            adverbial = norm == "no" and final in TEMPORAL
            nominal = norm in NEGATIVE_NOUNS and not adverbial
            force = Force.NOMINAL if nominal and norm != "not" else Force.PLAIN
        elif norm == "unless" or f"{norm} {final}" in OTHERWISE:
            force = Force.PLAIN
        elif self._is_noun(first, last, behind) or self._falls(first, last, end):
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

    def _helps(self, at: int, end: int) -> bool:
        """Say whether "help" behind a denial affirms what follows: "cannot help but notice", "could not help laughing"."""
        following = self._norms[at + 1] if at + 1 < end else ""
        return following == "but" or following.endswith("ing")

    def _falls(self, first: int, last: int, end: int) -> bool:
        """Say whether "drop" tells of a figure that falls: "dropped to nine", "dropped 12 per cent"."""
        if self._stems[first] != "drop" or last >= end:
            return False
        return self._norms[last] in FALLING or self._tokens[last].kind is NUMBER

    def _is_noun(self, first: int, last: int, behind: str) -> bool:
        """Say whether a single word with an article in front is what a verb right behind it is told of: "a veto can be"."""
        if first == 0 or last != first + 1 or behind not in VERBS_OF_GRAMMAR:
            return False
        return self._norms[first - 1] in DETERMINERS

    def _bears_on(self, operator: Operator, end: int) -> list[int]:
        """Return what an operator bears on, the nearest first."""
        at, norm, force = operator.last, self._norms[operator.first], operator.force
        if force is Force.NOMINAL:
            phrase = self._noun_phrase(at, end)
            return phrase + self._behind_noun(phrase, end) + self._verb_of_subject(operator, end)
        modal, behind = norm in MODALS, self._norms[at] if at < end else ""
        if behind in CLAUSE_OPENERS and not modal:
            return self._complement(at + 1, end)
        if self._norms[at - 1] in {"that", "unless"} or (norm == "whether" and behind not in {"", "to"}):
            return self._complement(at, end)
        found: list[int] = []
        head = self._head(at, end, modal=modal)
        if head != NONE:
            found.append(head)
            if force is not NO_FORCE:
                found += self._object(head, end)
            if force is PLAIN and self._stems[head] in RAISING:
                found += self._complement(head + 1, end)
        if force is PLAIN:
            found += self._open(at, end)
        return found

    def _head(self, at: int, end: int, *, modal: bool) -> int:
        """Return the next content word that is no adverb; behind a modal the auxiliary where there is none."""
        norms = self._norms
        for later in range(at, min(end, at + REACH)):
            norm = norms[later]
            if self._content[later]:
                if self._tokens[later].kind is NUMBER:
                    return NONE
                if not norm.endswith("ly") and norm not in TEMPORAL:
                    return later
            elif norm in CLAUSE_ENDS or (modal and norm in PHRASE_OPENERS):
                break
        return at if modal and at < end and norms[at] in AUXILIARIES else NONE

    def _object(self, head: int, end: int) -> list[int]:
        """Return the next content words behind a denied one with nothing between but words of degree."""
        found: list[int] = []
        allowed = JOINING if self._stems[head] in RAISING else OBJECT_WORDS
        for later in range(head + 1, min(end, head + REACH)):
            norm = self._norms[later]
            if norm in SEASONS:
                break
            if self._content[later] and self._tokens[later].kind is WORD and len(found) < OBJECT:
                found.append(later)
            elif norm not in allowed:
                break
        return found

    def _open(self, at: int, end: int) -> list[int]:
        """Return what "any" and its like stand before: they live on a denial."""
        found: list[int] = []
        for later in range(at, min(end, at + SUBJECT_REACH) - 1):
            norm = self._norms[later]
            if norm in BREAKS:
                break
            if norm in OPEN_PRONOUNS and self._content[later + 1]:
                found.append(later + 1)
        return found

    def _noun_phrase(self, at: int, end: int) -> list[int]:
        """Return the words of "no bank details", "none of the hospitals"; not of "no trace of the car" the car."""
        found: list[int] = []
        for later in range(at, min(end, at + REACH)):
            if self._content[later]:
                found.append(later)
            elif self._norms[later] not in (INSIDE_PHRASE if found else BEFORE_NOUN):
                break
        return found

    def _behind_noun(self, phrase: list[int], end: int) -> list[int]:
        """Return what is denied with a noun that it hangs on: "no wish to sell", "no room for exceptions"."""
        if not phrase or self._stems[phrase[-1]] not in HOLDING or phrase[-1] + 1 >= end:
            return []
        if self._norms[phrase[-1] + 1] not in {"to", "for", "of", "in"}:
            return []
        head = self._head(phrase[-1] + 2, end, modal=False)
        return [] if head in {NONE, *phrase} else [head]

    def _verb_of_subject(self, operator: Operator, end: int) -> list[int]:
        """Return the verb whose subject is denied, behind its auxiliary."""
        if not self._opens_clause(operator.first):
            return []
        for later in range(operator.last, min(end, operator.last + SUBJECT_REACH)):
            norm = self._norms[later]
            if norm in BREAKS or norm in RELATIVES:
                break
            if norm in VERBS_OF_GRAMMAR:
                head = self._head(later, end, modal=False)
                return [] if head == NONE else [head]
        return []

    def _opens_clause(self, at: int) -> bool:
        """Say whether nothing but words that open clauses stands before a token."""
        if not at:
            return True
        before = self._tokens[at - 1]
        opens = before.norm in COORDINATORS or before.norm in SUBORDINATORS or before.norm in {"that", "said", "says"}
        return opens or before.text in BREAKS or before.end <= self._tokens[at].start - 2 or before.text[-1] in ".?!”"

    def _complement(self, at: int, end: int) -> list[int]:
        """Return the predicate of a clause behind "that": what stands behind its first auxiliary, else its first past verb."""
        for later in range(at, min(end, at + SUBJECT_REACH)):
            norm = self._norms[later]
            if norm in VERBS_OF_GRAMMAR:
                head = self._head(later, end, modal=False)
                return [] if head == NONE else [head]
            if norm in BREAKS:
                break
            if self._content[later] and norm.endswith("ed"):
                return [later]
        return []
