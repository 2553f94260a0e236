"""Names that the source has, but not where it tells what the variant tells of them: whose part do they play there?

A name that no supporting sentence has may only be a pronoun or title spelt out, or a name put in another's place. Which of
both is weighed by the confidence model: who else stands there and is missing here, how well the places agree, how far from
what is told here the source has the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.fact import Office
from artdiff.engine.facts.name_words import CONNECTORS
from artdiff.engine.lexicon.gazetteer import capital_country, country_of, is_place
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.counterparts.echoes import Echoes
from artdiff.engine.verdicts.counterparts.slots import agreement, slot
from artdiff.engine.verdicts.names.name_slots import (
    comparable,
    describes,
    in_sentence,
    is_broad,
    is_gloss,
    is_hinted,
    is_same,
    lead,
    may_be_meant,
    telling_forms,
)
from artdiff.engine.verdicts.names.same_names import DIRECTIONS
from artdiff.engine.verdicts.names.source_names import is_name, name_of, own_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.judgement import Features
    from artdiff.engine.verdicts.names.source_names import SourceNames

SOMEBODY: Final = frozenset("he she him her his hers who whose".split())
SOMETHING: Final = frozenset("it its they them their".split())
MOST: Final = 24
"""How many mentions of a name are looked at."""
BESIDE: Final = 3
"""How many tokens beside a name may say who it is."""
PEOPLE: Final = frozenset("pk")
LISTING: Final = frozenset({",", "and", "or", ";"})
LOOK_BACK: Final = 2
"""How many sentences before a pronoun's may name what it means."""
LEAD, MEANT = 0.5, 0.5
"""What the same word in front, and the same kind of place, count when one of several rivals is chosen."""


class Stranger(NamedTuple):
    """A name that the source does not have where it tells the like.

    Attributes:
        rival: the source's name that stands there and is not in the variant's sentence.
    """

    rival: Fact
    features: Features


class _Rival(NamedTuple):
    """A name of a supporting sentence, and what speaks for its place being the variant's name's."""

    worth: float
    fact: Fact
    features: Features


class Strangers:
    """Looks up where the source has a name, and what it tells there."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment, source: SourceNames) -> None:
        self._analyses, self._alignment, self._names = analyses, alignment, source
        self._by_sentence: dict[int, list[Fact]] = {}
        self._mentions: dict[int, list[int]] = {}
        self._tokens: dict[int, list[tuple[int, int]]] = {}
        self._heads: dict[str, set[str]] = {}
        for fact in analyses.source.facts:
            if is_name(fact):
                self._by_sentence.setdefault(fact.sentence, []).append(fact)
                self._mentions.setdefault(name_of(fact).entity, []).append(fact.sentence)
                self._tokens.setdefault(name_of(fact).entity, []).append(fact.tokens)
            elif isinstance(fact.value, Office):
                self._heads.setdefault(fact.value.head, set()).add(fact.value.holder)
        self._entities: dict[str, list[int]] = {}
        for entity, forms in source.forms.items():
            for form in forms:
                self._entities.setdefault(form, []).append(entity)
        self._places = {entity: place for place, entity in enumerate(source.forms)}
        self.echoes = Echoes(analyses)

    def find(self, fact: Fact) -> Stranger | None:
        """Return the name whose part a name of the variant has, with what speaks for that; None where it has none's."""
        supports = self._alignment.supports[fact.sentence].sentences
        if not supports or is_broad(fact) or is_gloss(self._analyses.variant, fact):
            return None
        entities = self.entities_of(fact)
        here = self.sentences_of(entities)
        if not here or not set(supports).isdisjoint(here):
            return None
        if self.is_meant(fact, entities, supports) or self.is_antecedent(entities, supports):
            return None
        rival = self._rival(fact, entities, supports)
        if rival is None:
            return None
        return Stranger(rival.fact, (*self._place(fact, here, supports), *rival.features))

    def entities_of(self, fact: Fact) -> list[int]:
        """Return the source's entities that a name of the variant may be."""
        found = {entity for form in telling_forms(fact) for entity in self._entities.get(form, ())}
        return sorted(found, key=self._places.__getitem__)

    def sentences_of(self, entities: Iterable[int]) -> list[int]:
        """Return the source's sentences that name one of some entities."""
        return sorted({at for entity in entities for at in self._mentions[entity]})

    def names_in(self, sentence: int) -> Sequence[Fact]:
        """Return the names of a source's sentence."""
        return self._by_sentence.get(sentence, ())

    def is_meant(self, fact: Fact, entities: Iterable[int], supports: Iterable[int]) -> bool:
        """Say whether a supporting sentence means it by a title, acronym, people or capital."""
        tokens = [
            token
            for index in supports
            for token in self._analyses.source.text.words_of(self._analyses.source.text.sentences[index])
        ]
        if not self._descriptions(entities).isdisjoint(token.stem for token in tokens if token.text[0].islower()):
            return True
        held = set[str]().union(*(self._heads.get(token.stem, ()) for token in tokens))
        if any(not held.isdisjoint(self._names.entities[entity]) for entity in entities):
            return True
        country = country_of(" ".join(name_of(fact).words))
        if country and any(capital_country(token.norm) == country for token in tokens):
            return True
        text = fact.span.of(self._analyses.variant.text.document.text).replace(".", "")
        initials = "".join(token.text[0] for token in tokens if token.text[0].isupper())
        if text.isupper() and len(text) > 1 and text in initials:
            return True
        return is_hinted(self._analyses.source, supports, fact)

    def is_antecedent(self, entities: Iterable[int], supports: Iterable[int]) -> bool:
        """Say whether a pronoun in a supporting sentence most likely means it: the first or last name before of its kind."""
        text = self._analyses.source.text
        for index in supports:
            norms = {token.norm for token in text.words_of(text.sentences[index])}
            somebody = not norms.isdisjoint(SOMEBODY)
            if not somebody and norms.isdisjoint(SOMETHING):
                continue
            only = somebody and norms.isdisjoint(SOMETHING)
            for one in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
                before = [name for name in self._by_sentence.get(one, ()) if not only or name.kind is FactKind.PERSON]
                if before and {name_of(before[0]).entity, name_of(before[-1]).entity}.intersection(entities):
                    return True
                if before:
                    break
        return False

    def _descriptions(self, entities: Iterable[int]) -> frozenset[str]:
        """Return the stems of the nouns for persons and kin right beside the source's mentions of a name."""
        tokens = self._analyses.source.text.tokens
        return frozenset(
            token.stem
            for entity in entities
            for start, end in self._tokens[entity][:MOST]
            for token in (*tokens[max(0, start - BESIDE) : start], *tokens[end : end + BESIDE])
            if token.text[0].islower() and not PEOPLE.isdisjoint(kind(token.norm).letters)
        )

    def _place(self, fact: Fact, here: list[int], supports: tuple[int, ...]) -> Features:
        """Return how near the source has the name, and how well the words around it fit there and in the supports."""
        text = self._analyses.source.text
        pronouns = SOMEBODY if fact.kind is FactKind.PERSON else SOMETHING
        spoken = any(token.norm in pronouns for one in supports for token in text.words_of(text.sentences[one]))
        paragraphs = {text.sentences[one].paragraph for one in supports}
        before = any(one - 1 in here and self._joined(one - 1, one) for one in supports)
        after = any(one + 1 in here and self._joined(one, one + 1) for one in supports)
        words = self.echoes.words(fact)
        best = self.echoes.share(words, supports)
        own = self.echoes.share(words, here[:MOST])
        variant, name = self._analyses.variant, " ".join(name_of(fact).words)
        return (
            ("person", float(fact.kind is FactKind.PERSON)),
            ("listed", float(is_place(name) or country_of(name) is not None)),
            ("begins", float(fact.tokens[0] == variant.text.sentences[fact.sentence].tokens[0])),
            ("describes", float(describes(variant, fact))),
            ("before", float(before)),
            ("after", float(after)),
            ("pronoun", float(before and spoken)),
            ("paragraph", float(any(text.sentences[one].paragraph in paragraphs for one in here))),
            ("beside", float(any(one + step in here for one in supports for step in (-1, 1)))),
            ("figure", float(any(word[0].isdigit() for word in words if self._is_elsewhere(word, here, supports)))),
            ("gap", best - own),
            ("best", best),
            ("often", min(1.0, len(here) / 8)),
            ("series", float(self._in_series(fact))),
            ("acronym", float(fact.span.of(variant.text.document.text).isupper())),
        )

    def _in_series(self, fact: Fact) -> bool:
        """Say whether a name is one of several that are listed: more of the source is drawn together there."""
        tokens = self._analyses.variant.text.tokens
        before = tokens[fact.tokens[0] - 1].norm if fact.tokens[0] else ""
        behind = tokens[fact.tokens[1]].norm if fact.tokens[1] < len(tokens) else ""
        return before in LISTING and behind in LISTING

    def _is_elsewhere(self, word: str, here: Iterable[int], supports: Iterable[int]) -> bool:
        """Say whether a word stands where the source has the name and not in the supporting sentences."""
        return any(word in self.echoes.keys_of(one) for one in here) and not any(
            word in self.echoes.keys_of(one) for one in supports
        )

    def _joined(self, one: int, other: int) -> bool:
        sentences = self._analyses.source.text.sentences
        return sentences[one].paragraph == sentences[other].paragraph

    def _rival(self, fact: Fact, entities: Iterable[int], supports: Iterable[int]) -> _Rival | None:
        """Return the supports' name that most likely stands where this one does and that the sentence does not have."""
        here = in_sentence(self._analyses.variant, fact)
        bound = {other for entity in entities for other in self._names.bound.get(entity, ())}
        found = [
            self._weighed(fact, theirs)
            for index in supports
            for theirs in self._by_sentence.get(index, ())
            if not all(word in DIRECTIONS for word in own_words(theirs))
            and name_of(theirs).entity not in bound
            and here.isdisjoint(telling_forms(theirs))
            and comparable(self._analyses, theirs, fact)
            and not is_same(fact, theirs, self._names)
        ]
        return max(found, key=lambda rival: rival.worth, default=None)

    def _weighed(self, fact: Fact, theirs: Fact) -> _Rival:
        source, variant = self._analyses
        agreed = agreement(slot(variant, fact), slot(source, theirs))
        same_lead = lead(variant, fact) == lead(source, theirs)
        meant = may_be_meant(self._analyses, theirs, fact)
        beside = self._around(fact)
        features = (
            ("agreement", min(3.0, agreed)),
            ("lead", float(same_lead)),
            ("meant", float(meant)),
            ("kind", float(theirs.kind is fact.kind)),
            ("shape", float(len(own_words(theirs)) == len(own_words(fact)))),
            ("unsaid", float(beside.isdisjoint(own_words(theirs)))),
        )
        return _Rival(agreed + LEAD * same_lead + MEANT * meant, theirs, features)

    def _around(self, fact: Fact) -> frozenset[str]:
        """Return the words of the variant's sentences before and behind a name's."""
        text = self._analyses.variant.text
        beside = (at for at in (fact.sentence - 1, fact.sentence + 1) if 0 <= at < len(text.sentences))
        return frozenset(
            token.norm for at in beside for token in text.words_of(text.sentences[at]) if token.norm not in CONNECTORS
        )
