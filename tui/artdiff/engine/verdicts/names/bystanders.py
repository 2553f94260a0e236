"""Names that the source has, perhaps in another's part: how well what the variant tells of one fits what the source tells of it.

Every name that the source has stands somewhere in it; that it does tells nothing of whether it is the one that is meant here.
What speaks for and against that is told to the confidence model: how far from what is told here the source has the name, who
else stands there and is missing in the variant's sentence, and how well the words around agree with the one's and the other's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.fact import Speech
from artdiff.engine.facts.name_words import PLACE_PREPOSITIONS
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.slots import agreement, frame, slot
from artdiff.engine.verdicts.names.name_slots import (
    in_sentence,
    is_broad,
    is_gloss,
    is_same,
    is_side,
    lead,
    may_be_meant,
    spoken,
    telling_forms,
)
from artdiff.engine.verdicts.names.source_names import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.judgement import Features
    from artdiff.engine.verdicts.names.source_names import SourceNames
    from artdiff.engine.verdicts.names.strangers import Strangers

MOST_AGREED: Final = 4.0
LEAST_GAP: Final = 0.35
"""So much more of a name's clause must a rival's sentence tell than the name's own sentences do."""
MOST_RIVALS: Final = 4
MOST_MENTIONS: Final = 12


class Bystander(NamedTuple):
    """The source's name that most likely stands where the variant's does, with what the model weighs."""

    rival: Fact
    features: Features


class _Fit(NamedTuple):
    """How well a name of the source fits the place of the variant's."""

    agreed: float
    fact: Fact


class Bystanders:
    """Weighs whether a name that the source has stands in its own place.

    Args:
        analyses: of both documents.
        alignment: of them.
        source: the source's names.
        strangers: knows the source's names by sentence.
    """

    def __init__(
        self,
        analyses: Pair[Analysis],
        alignment: Alignment,
        source: SourceNames,
        strangers: Strangers,
    ) -> None:
        self._analyses, self._alignment, self._names = analyses, alignment, source
        self._strangers = strangers
        self._unsaid: dict[int, list[Fact]] = {}
        facts = analyses.variant.facts
        self._speakers = {fact.value.speaker for fact in facts if isinstance(fact.value, Speech) and fact.value.speaker}

    def find(self, fact: Fact) -> Bystander | None:
        """Return who may stand where the variant's name does; None where the name's own sentences tell as much."""
        supports = self._alignment.supports[fact.sentence].sentences
        if not supports or not self._unsaid_at(fact, supports):
            return None
        if is_broad(fact) or is_gloss(self._analyses.variant, fact):
            return None
        best = self._best(fact, self._rivals(fact, supports))
        if best is None:
            return None
        entities = self._strangers.entities_of(fact)
        here = self._strangers.sentences_of(entities)
        shares = self._shares(fact, best.fact, here)
        own = self._best(fact, self._mentions(entities, supports))
        margin = best.agreed - (own.agreed if own else 0.0)
        if shares.source - shares.variant < LEAST_GAP or margin <= 0:
            return None
        features = (
            ("gap", shares.source - shares.variant),
            ("theirs", shares.source),
            ("agreement", min(MOST_AGREED, best.agreed)),
            ("margin", min(MOST_AGREED, margin)),
            *self._of_place(fact, supports, here, entities),
            *self._of_rival(fact, best.fact),
        )
        return Bystander(best.fact, features)

    def _rivals(self, fact: Fact, supports: Sequence[int]) -> list[Fact]:
        """Return the supports' names that the variant's sentence lacks and that can stand where its name does."""
        return [
            theirs
            for theirs in self._unsaid_at(fact, supports)
            if may_be_meant(self._analyses, theirs, fact) and not is_same(fact, theirs, self._names)
        ][:MOST_RIVALS]

    def _unsaid_at(self, fact: Fact, supports: Sequence[int]) -> list[Fact]:
        """Return the supports' names of which a fact's sentence has no telling word."""
        known = self._unsaid.get(fact.sentence)
        if known is None:
            said = in_sentence(self._analyses.variant, fact)
            names = [one for at in supports for one in self._strangers.names_in(at)]
            known = [one for one in names if said.isdisjoint(telling_forms(one)) and not is_side(one)]
            self._unsaid[fact.sentence] = known
        return known

    def _mentions(self, entities: Sequence[int], supports: Sequence[int]) -> list[Fact]:
        """Return where the supports themselves have the variant's name."""
        found = [one for at in supports for one in self._strangers.names_in(at) if name_of(one).entity in entities]
        return found[:MOST_MENTIONS]

    def _best(self, fact: Fact, others: Sequence[Fact]) -> _Fit | None:
        ours = slot(self._analyses.variant, fact)
        if not others:
            return None
        rows = [_Fit(agreement(ours, slot(self._analyses.source, one)), one) for one in others]
        return max(rows, key=lambda row: row.agreed, default=None)

    def _shares(self, fact: Fact, theirs: Fact, here: Sequence[int]) -> Pair[float]:
        """Return how much of the name's clause the rival's sentence tells, and how much the best of the name's own."""
        echoes = self._strangers.echoes
        words, clause = echoes.words(fact), frozenset(echoes.clause_words(fact))
        told = {word: weight for word, weight in words.items() if word in clause} or words
        return Pair(echoes.share(told, [theirs.sentence]), echoes.share(told, here[:MOST_MENTIONS]))

    def _of_place(self, fact: Fact, supports: Sequence[int], here: Sequence[int], entities: Sequence[int]) -> Features:
        """Return where the source has the name, seen from what supports the sentence, and what the name is in its own."""
        near, variant = any(one in supports for one in here), self._analyses.variant
        before = variant.text.tokens[fact.tokens[0] - 1].norm if fact.tokens[0] else ""
        return (
            ("near", float(near)),
            ("first", float(supports[0] in here)),
            ("beside", float(not near and any(one + step in here for one in supports for step in (-1, 1)))),
            ("meant", float(not near and self._strangers.is_meant(fact, entities, supports))),
            ("antecedent", float(not near and self._strangers.is_antecedent(entities, supports))),
            ("often", min(1.0, len(here) / 8)),
            ("located", float(before in PLACE_PREPOSITIONS)),
            ("speaks", float(self._is_speaker(fact))),
        )

    def _of_rival(self, fact: Fact, theirs: Fact) -> Features:
        source, variant = self._analyses
        return (
            ("frame", frame(self._analyses, fact, theirs)),
            ("lead", float(lead(variant, fact) == lead(source, theirs))),
            ("kind", float(theirs.kind is fact.kind)),
            ("unsaid", float(spoken(self._analyses.variant).isdisjoint(telling_forms(theirs)))),
            ("leads", float(theirs.sentence == self._alignment.supports[fact.sentence].sentences[0])),
        )

    def _is_speaker(self, fact: Fact) -> bool:
        """Say whether a name of the variant is said to have said something."""
        return any(span.overlap(fact.span) for span in self._speakers)
