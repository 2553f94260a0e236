"""Names in their slots: which of the source's names may stand for which, and which stands where another should."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.name_words import CONNECTORS, ORGANISATION_WORDS, PLACE_WORDS
from artdiff.engine.lexicon.bynames import abbreviated_state
from artdiff.engine.lexicon.gazetteer import country_of, is_place
from artdiff.engine.lexicon.kinds import kind
from artdiff.engine.remembering import remembered
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.counterparts.places import Nearness
from artdiff.engine.verdicts.counterparts.slots import agreement, slot
from artdiff.engine.verdicts.names.same_names import DIRECTIONS, name_forms
from artdiff.engine.verdicts.names.source_names import REMEMBERED, initials, name_of, own_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.counterparts.places import Candidate, Places
    from artdiff.engine.verdicts.judgement import Features
    from artdiff.engine.verdicts.names.source_names import SourceNames

SWAPPED_MARGIN = 2.5
"""How much better than any slot that the source gives the name."""
COMMON = ORGANISATION_WORDS | PLACE_WORDS
"""Words that many names have."""
PREFIX = 5
"""How many letters a word and what is derived from it share at least."""
BROAD = frozenset(
    "africa|asia|europe|america|oceania|antarctica|north america|south america|latin america|middle east|west|east|"
    "west coast|east coast|united states|us|u.s.|usa|united states of america|western|european|american|african|asian|"
    "latin american|south american|north american|middle eastern|arab|first world war|second world war|world war|cold war".split(
        "|"
    )
)
"""Regions and seas so large, and wars so well known, that a writer names them from general knowledge."""


class Misplaced(NamedTuple):
    """A source name that stands where the variant has another of the source's names."""

    fact: Fact
    strength: float
    features: Features


class _Traits(NamedTuple):
    """What the tables know of a name.

    Attributes:
        text: its words.
        country: it is a country, or its adjective or people.
        people: it is the adjective or people: "Norwegian".
        listed: it is a place.
        broad: it is a region so large that a writer names it from general knowledge.
        side: it is a side of the compass alone, which names nobody: "Northern".
        single: it is one word, small ones apart.
    """

    text: str
    country: bool
    people: bool
    listed: bool
    broad: bool
    side: bool
    single: bool


def _traits(fact: Fact) -> _Traits:
    assert isinstance(fact.value, Name)  # noqa: S101
    return _traits_of(fact.value.words)


@lru_cache(maxsize=REMEMBERED)
def _traits_of(words: tuple[str, ...]) -> _Traits:
    text = " ".join(words)
    country, place = country_of(text), is_place(text)
    people = country is not None and country != text and not place
    own = [word for word in words if word not in CONNECTORS]
    side = all(word in DIRECTIONS for word in own)
    listed = place or country is not None
    return _Traits(text, country is not None, people, listed, text in BROAD, side, len(own) == 1)


def describes(analysis: Analysis, fact: Fact) -> bool:
    """Say whether a name only describes the noun right behind it: "the Arabian Peninsula nation"."""
    norms, at = analysis.text.norms, fact.tokens[1]
    if at >= len(norms) or not kind(norms[at]).letters:
        return False
    return not analysis.text.tokens[at - 1].text.endswith(("'s", "’s"))


def is_broad(fact: Fact) -> bool:
    """Say whether a name is of a region so large that a writer names it from general knowledge."""
    return _traits(fact).broad


def traits(analysis: Analysis, fact: Fact) -> Features:
    """Return what a name looks like, as numbers that the confidence model weighs."""
    known = _traits(fact)
    return (
        ("describes", float(describes(analysis, fact))),
        ("broad", float(known.broad)),
        ("people", float(known.people)),
        ("listed", float(known.listed)),
        ("begins", float(fact.tokens[0] == analysis.text.sentences[fact.sentence].tokens[0])),
        ("person", float(fact.kind is FactKind.PERSON)),
    )


def kind_of(fact: Fact, other: Fact | None = None) -> FactKind:
    """Return what a variant's name names, from its own evidence and that of the source's name in its place."""
    listed = _traits(fact).listed
    if listed or other is None or name_of(fact).words == name_of(other).words:
        return FactKind.PLACE if listed and fact.kind is not FactKind.ORGANISATION else fact.kind
    return other.kind


def comparable(analyses: Pair[Analysis], theirs: Fact, ours: Fact) -> bool:
    """Say whether a source's name may be what a variant's name was put in place of."""
    mine, other = _traits(ours), _traits(theirs)
    wide, wider = mine.country or mine.broad, other.country or other.broad
    if wide != wider and (mine.broad or (mine.listed and other.listed)):
        return False
    if theirs.kind is ours.kind:
        return True
    if mine.listed or other.listed:
        same_lead = lead(analyses.variant, ours) == lead(analyses.source, theirs)
        return same_lead and FactKind.PERSON not in {theirs.kind, ours.kind}
    return FactKind.ORGANISATION in {theirs.kind, ours.kind}


def is_side(fact: Fact) -> bool:
    """Say whether a name is a side of the compass alone, which names nobody."""
    return _traits(fact).side


class Misplacements:
    """Finds the source's names that stand where the variant has others of the source's.

    Args:
        analyses: of both documents.
        places: of the source's names.
        source: the source's names.
    """

    def __init__(self, analyses: Pair[Analysis], places: Places, source: SourceNames) -> None:
        self._analyses, self._places, self._source = analyses, places, source
        self._unsaid: dict[int, list[Fact]] = {}

    def find(self, fact: Fact) -> Misplaced | None:
        """Return the source name that stands at a known name's place, if that is another."""
        if not self._unsaid_at(fact) or is_side(fact) or is_gloss(self._analyses.variant, fact):
            return None
        agreed = self._agreements(fact)
        if not agreed:
            return None
        rows = self._places.candidates(fact)
        mine = [row for row in rows if is_same(fact, row.fact, self._source)]
        bound = {entity for row in mine for entity in self._source.bound.get(name_of(row.fact).entity, ())}
        best, found = 0.0, None
        for rival, worth in agreed:
            if worth > best and name_of(rival).entity not in bound:
                best, found = worth, rival
        if found is None or not self._is_near(fact, mine):
            return None
        ours = slot(self._analyses.variant, fact)
        own = max((agreement(ours, slot(self._analyses.source, row.fact)) for row in mine), default=0.0)
        return None if best - own < SWAPPED_MARGIN else _weighed(self._analyses, (fact, found), mine, (best, own))

    def _is_near(self, fact: Fact, mine: Sequence[Candidate]) -> bool:
        """Say whether a supporting sentence has the name itself or hints at it."""
        if any(row.nearness is Nearness.SUPPORT for row in mine):
            return True
        return is_hinted(self._analyses.source, self._places.support(fact).sentences, fact)

    def _agreements(self, fact: Fact) -> list[tuple[Fact, float]]:
        """Return the names that may be meant in a name's place with how well the words around agree, those of much agreement."""
        source, ours = self._analyses.source, slot(self._analyses.variant, fact)
        found: list[tuple[Fact, float]] = []
        for rival in self._unsaid_at(fact):
            worth = agreement(ours, slot(source, rival))
            if worth < SWAPPED_MARGIN or is_same(fact, rival, self._source):
                continue
            if may_be_meant(self._analyses, rival, fact):
                found.append((rival, worth))
        return found

    def _unsaid_at(self, fact: Fact) -> list[Fact]:
        """Return the names of the supporting sentences that a fact's sentence does not have."""
        known = self._unsaid.get(fact.sentence)
        if known is None:
            here, forms, support = in_sentence(self._analyses.variant, fact), self._source.forms, Nearness.SUPPORT
            rows = [row.fact for row in self._places.near(fact.sentence) if row.nearness is support]
            known = [one for one in rows if here.isdisjoint(forms[name_of(one).entity]) and not is_side(one)]
            self._unsaid[fact.sentence] = known
        return known


def is_gloss(variant: Analysis, fact: Fact) -> bool:
    """Say whether a name stands in brackets behind the one that it abbreviates."""
    tokens, (first, last) = variant.text.tokens, fact.tokens
    return first > 0 and last < len(tokens) and tokens[first - 1].text == "(" and tokens[last].text == ")"


def telling_words(fact: Fact) -> tuple[str, ...]:
    """Return the words of a name that tell it from others of its kind, all where none does: "finance" of Finance Ministry."""
    return _telling_words(name_of(fact).words)


@lru_cache(maxsize=REMEMBERED)
def _telling_words(words: tuple[str, ...]) -> tuple[str, ...]:
    own = tuple(word for word in words if word not in CONNECTORS)
    return tuple(word for word in own if word not in COMMON) or own[:-1] or own


def telling_forms(fact: Fact) -> frozenset[str]:
    """Return the forms of the words of a name that tell it from others of its kind."""
    return _telling_forms(name_of(fact).words)


@lru_cache(maxsize=REMEMBERED)
def _telling_forms(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in _telling_words(words) for form in name_forms(word))


def is_hinted(source: Analysis, supports: Iterable[int], fact: Fact) -> bool:
    """Say whether the supporting sentences have a word that begins like the name: "Christian" for Christianity."""
    begun = {word[:PREFIX] for word in own_words(fact) if len(word) > 2}
    telling = {word[:PREFIX] for word in telling_words(fact) if len(word) > 2}
    text = _traits(fact).text
    return any(
        token.norm[:PREFIX] in (telling if token.text[0].isupper() else begun) or abbreviated_state(token.norm) == text
        for index in supports
        for token in source.text.words_of(source.text.sentences[index])
    )


def is_same(ours: Fact, theirs: Fact, source: SourceNames) -> bool:
    """Say whether a source's name is of the same thing as the variant's: a word of it, its initials, another form."""
    name, other = name_of(ours), name_of(theirs)
    return not _telling_forms(name.words).isdisjoint(source.forms[other.entity]) or _is_same_written(
        name.words, other.words
    )


@lru_cache(maxsize=REMEMBERED)
def _is_same_written(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether two names are one, cut otherwise, or one has the other's initials."""
    joined = ("".join(word for word in words if word not in CONNECTORS) for words in (ours, theirs))
    if next(joined) == next(joined):
        return True
    letters = {word.replace(".", "") for word in (*ours, *theirs)}
    return any(acronym in letters for words in (ours, theirs) for acronym in initials(words))


def _weighed(
    analyses: Pair[Analysis], facts: tuple[Fact, Fact], mine: list[Candidate], agreements: tuple[float, float]
) -> Misplaced:
    best, own = agreements
    nearness = max((row.nearness for row in mine), default=Nearness.DOCUMENT)
    ours, theirs = facts
    same_lead = lead(analyses.variant, ours) == lead(analyses.source, theirs)
    features = (
        ("agreement", best),
        ("margin", best - own),
        ("support", float(nearness is Nearness.SUPPORT)),
        ("paragraph", float(nearness is Nearness.PARAGRAPH)),
        ("lead", float(same_lead)),
        ("kind", float(ours.kind is theirs.kind)),
    )
    return Misplaced(theirs, 0.2 + 0.1 * min(5.0, best - own), features)


def lead(analysis: Analysis, fact: Fact) -> str:
    """Return the word in front of a name, articles left out."""
    at = fact.tokens[0] - 1
    while at > 0 and analysis.text.tokens[at].norm in {"the", "a", "an"}:
        at -= 1
    return analysis.text.tokens[at].norm if at >= 0 else ""


def may_be_meant(analyses: Pair[Analysis], theirs: Fact, ours: Fact) -> bool:
    """Say whether a source's name fills the like place: of the same kind, or a single word behind the same one."""
    mine, other = _traits(ours), _traits(theirs)
    same = theirs.kind is ours.kind
    if other.side or mine.people is not other.people or not (same or (mine.single and other.single)):
        return False
    if not comparable(analyses, theirs, ours):
        return False
    if describes(analyses.source, theirs) is not describes(analyses.variant, ours):
        return False
    return same or (
        FactKind.PLACE in {theirs.kind, ours.kind} and lead(analyses.variant, ours) == lead(analyses.source, theirs)
    )


def in_sentence(variant: Analysis, fact: Fact) -> frozenset[str]:
    """Return the forms of all words of a fact's sentence."""
    return _forms_in(variant, fact.sentence)


@remembered(1 << 6)
def spoken(variant: Analysis) -> frozenset[str]:
    """Return the forms of all words of a document's names."""
    words = {word for fact in variant.facts_of(Name) for word in name_of(fact).words}
    return frozenset().union(*map(name_forms, words))


@remembered(1 << 10)
def _forms_in(variant: Analysis, sentence: int) -> frozenset[str]:
    first, last = variant.text.sentences[sentence].tokens
    return frozenset().union(*map(name_forms, frozenset(variant.text.norms[first:last]) - CONNECTORS))
