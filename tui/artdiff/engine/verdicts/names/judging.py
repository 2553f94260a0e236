"""Names: persons, organisations and places that a rewrite changed, misspelt, swapped or made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.name_words import CONNECTORS
from artdiff.engine.lexicon.gazetteer import is_place
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.places import Nearness, Places, own_facts
from artdiff.engine.verdicts.counterparts.slots import agreement, slot
from artdiff.engine.verdicts.judgement import Features, Judgement
from artdiff.engine.verdicts.names.bystanders import Bystanders
from artdiff.engine.verdicts.names.common_names import is_commonplace, is_placed
from artdiff.engine.verdicts.names.mixed_names import MixedNames
from artdiff.engine.verdicts.names.name_slots import (
    COMMON,
    Misplacements,
    comparable,
    in_sentence,
    is_broad,
    kind_of,
    spoken,
    traits,
)
from artdiff.engine.verdicts.names.same_names import name_forms
from artdiff.engine.verdicts.names.source_names import (
    first_letters,
    name_of,
    own_forms,
    own_words,
    read_source,
    unknown_words,
)
from artdiff.engine.verdicts.names.strangers import Strangers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.counterparts.places import Candidate
    from artdiff.engine.verdicts.names.source_names import SourceNames

MISSPELT = 0.88
"""From this Jaro-Winkler similarity on an unknown word is a misspelling of a known one."""
LONGEST_ACRONYM = 5
LIKELY = 2.0
"""From this agreement of slots on a name that the variant has elsewhere may still be what stood here."""
LONGEST_CODE = 3
"""How long a name of letters and digits may be to be a code: "A4", "M25"."""


def judge_names(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every name of the variant, the first mention of one that the source lacks."""
    yield from _Names(analyses, alignment).judge()


def _keys(fact: Fact) -> tuple[str, ...]:
    """Return what a name is known by far away: every form of each of its words."""
    return tuple(form for word in own_words(fact) for form in name_forms(word))


class _Names:
    """The judge, with what it looks up."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._analyses, self._alignment = analyses, alignment
        self._source: SourceNames = read_source(analyses.source)
        self._places = Places(analyses, alignment, analyses.source.facts_of(Name), _keys)
        self._mixed, self._strangers = MixedNames(analyses.source), Strangers(analyses, alignment, self._source)
        self._misplacements = Misplacements(analyses, self._places, self._source)
        self._bystanders = Bystanders(analyses, alignment, self._source, self._strangers)

    def judge(self) -> Iterator[Judgement]:
        """Yield the judgements in the variant's order."""
        told: set[tuple[str, ...]] = set()
        for fact in own_facts(self._analyses, self._alignment, self._analyses.variant.facts_of(Name)):
            unknown = unknown_words(self._analyses.variant, fact, self._source)
            if not unknown:
                judgement = self._known(fact)
                yield judgement
                if judgement.verdict is Verdict.SUPPORTED:
                    yield from self._doubted(fact)
            elif unknown not in told and not self._is_common(fact, unknown):
                told.add(unknown)
                yield self._unknown(fact, unknown)

    def _is_common(self, fact: Fact, unknown: tuple[str, ...]) -> bool:
        """Say whether what is unknown of a name names nobody: "TV", the city of a team that the source names."""
        if is_commonplace(self._analyses.variant, fact):
            return True
        rest = tuple(word for word in own_words(fact) if word not in unknown)
        return is_placed(unknown, rest) and any(own_words(row.fact) == rest for row in self._places.candidates(fact))

    def _known(self, fact: Fact) -> Judgement:
        """Judge a name that the source has: supported, unless its place here belongs to another."""
        if mixed := self._mixed.find(fact, self._places):
            ours, source = self._both(fact, mixed.fact)
            reason = f"The source has “{source}”, and no “{ours}”."
            return self._altered(fact, mixed.fact, reason, "names.mixed", 0.7, mixed.features)
        if stranger := self._strangers.find(fact):
            ours, source = self._both(fact, stranger.rival)
            reason = f"The source has “{source}” here; “{ours}” stands elsewhere in it."
            return self._altered(fact, stranger.rival, reason, "strangers.rival", 0.2, stranger.features)
        wrong = self._misplacements.find(fact)
        if wrong:
            ours, source = self._both(fact, wrong.fact)
            reason = f"The source has “{source}” at this place; “{ours}” stands elsewhere in it."
            return self._altered(fact, wrong.fact, reason, "names.wrong_place", wrong.strength, wrong.features)
        forms = own_forms(fact)
        same = _first(forms, self._places.near(fact.sentence)) or _first(forms, self._places.far(fact))
        spans = Pair(same.span if same else None, fact.span)
        return Judgement(Verdict.SUPPORTED, fact.kind, spans, "The source has this name.", "names.same", 0.9)

    def _doubted(self, fact: Fact) -> Iterator[Judgement]:
        """Yield how doubtful it is that a name stands in its own place, where another one may stand there."""
        if bystander := self._bystanders.find(fact):
            ours, source = self._both(fact, bystander.rival)
            reason = f"The source has “{source}” here; “{ours}” is told of something else in it."
            yield self._altered(fact, bystander.rival, reason, "names.doubted", 0.1, bystander.features)

    def _unknown(self, fact: Fact, unknown: tuple[str, ...]) -> Judgement:
        """Judge a name of which the source lacks a word at least."""
        if misspelt := _misspelt(unknown, self._source):
            return self._other(fact, self._source.names[misspelt], "names.misspelt", 0.8)
        if partner := self._partner(fact, unknown):
            return self._other(fact, partner, "names.other_part", 0.82)
        if longer := self._longer(fact, unknown):
            return longer
        ours = self._words(fact)
        acronym = " " not in ours and len(ours) <= LONGEST_ACRONYM and sum(map(str.isupper, ours)) >= 2
        rival = None if acronym or _is_code(ours) else self._rival(fact)
        if rival:
            features = (
                ("slot", self._agreement(fact, rival.fact)),
                ("far", float(rival.nearness < Nearness.SUPPORT)),
                ("kind", float(rival.fact.kind is fact.kind)),
                *traits(self._analyses.variant, fact),
            )
            strength = 0.9 if rival.nearness is Nearness.SUPPORT else 0.7
            return self._other(fact, rival.fact, "names.other", strength, features)
        return self._baseless(fact, f"“{ours}” stands nowhere in the source.", self._rule(fact, acronym=acronym))

    def _rule(self, fact: Fact, *, acronym: bool) -> str:
        if _is_code(self._words(fact)):
            return "names.code"
        if acronym:
            return "names.acronym"
        return "names.broad" if is_broad(fact) else "names.no_base"

    def _baseless(self, fact: Fact, reason: str, rule: str) -> Judgement:
        strength = 0.75 if self._places.support(fact).sentences else 0.6
        if rule in {"names.broad", "names.code", "names.longer"}:
            strength = 0.4
        features = (
            ("country", float(kind_of(fact) is FactKind.PLACE)),
            ("words", min(3, len(own_words(fact))) / 3),
            *self._form(fact),
        )
        kind = FactKind.EVENT if self._is_of_event(fact, rule) else kind_of(fact)
        return Judgement(Verdict.HALLUCINATED, kind, Pair(None, fact.span), reason, rule, strength, features)

    def _is_of_event(self, fact: Fact, rule: str) -> bool:
        """Say whether what is made up is not the name alone but what its clause tells, of which the source has a word or two."""
        supports = self._places.support(fact).sentences
        told = self._strangers.echoes.told_around(fact, supports) if rule == "names.no_base" else []
        return any(told) and self._strangers.echoes.is_of_new_clause(fact, supports)

    def _form(self, fact: Fact) -> Features:
        """Return what a name that the source lacks looks like, and whether it is the initials of its common words."""
        text = self._words(fact)
        letters = "".join(sign for sign in text if sign.isalpha()).casefold()
        short = len(letters) <= LONGEST_ACRONYM and sum(map(str.isupper, text)) >= 2
        return (
            *traits(self._analyses.variant, fact),
            ("initials", float(short and len(letters) > 2 and letters in first_letters(self._analyses.source))),
            ("mixed case", float(short and not text.isupper())),
        )

    def _partner(self, fact: Fact, unknown: tuple[str, ...]) -> Fact | None:
        """Return a source name that shares the surname, or all but one word, and has another word for the rest."""
        words = name_of(fact).words
        rows = self._places.candidates(fact)
        return next((row.fact for row in rows if _is_namesake(row.fact, words, unknown)), None)

    def _longer(self, fact: Fact, unknown: tuple[str, ...]) -> Judgement | None:
        """Judge a name that the source has shorter: "Washington Commanders" for "Commanders"."""
        known = {form for word in own_words(fact) if word not in unknown for form in name_forms(word)}
        if not known:
            return None
        rows = self._places.candidates(fact)
        short = next((row.fact for row in rows if known.issuperset(own_words(row.fact))), None)
        if short is None:
            return None
        ours, theirs = self._both(fact, short)
        reason = f"The source says only “{theirs}”, not “{ours}”."
        rule = "names.fuller" if short.kind is FactKind.PERSON else "names.longer"
        judged = self._baseless(fact, reason, rule)
        return judged._replace(features=(*judged.features, *_longer_traits(own_words(fact), unknown)))

    def _rival(self, fact: Fact) -> Candidate | None:
        """Return the source name that most likely stands where the variant's does and that the variant does not say."""
        rows = [
            (one.nearness, self._agreement(fact, one.fact), -at, one)
            for at, one in enumerate(self._places.candidates(fact))
            if one.nearness >= Nearness.PARAGRAPH and comparable(self._analyses, one.fact, fact)
        ]
        here = in_sentence(self._analyses.variant, fact)
        rows = [row for row in rows if self._is_free(row[3].fact, here, row[1])]
        best = max(rows, default=None)
        return best[3] if best and (best[1] > 0 or best[0] is Nearness.SUPPORT) else None

    def _is_free(self, theirs: Fact, here: frozenset[str], agreed: float) -> bool:
        """Say whether the variant does not name it itself, in the sentence or, where little agrees, anywhere."""
        own = name_forms(name_of(theirs).words[-1])
        return here.isdisjoint(own) and (agreed >= LIKELY or spoken(self._analyses.variant).isdisjoint(own))

    def _agreement(self, fact: Fact, theirs: Fact) -> float:
        return agreement(slot(self._analyses.variant, fact), slot(self._analyses.source, theirs))

    def _other(self, fact: Fact, theirs: Fact, rule: str, strength: float, features: Features = ()) -> Judgement:
        ours, source = self._both(fact, theirs)
        reason = f"“{ours}” stands nowhere in the source, which has “{source}” here."
        return self._altered(fact, theirs, reason, rule, strength, features)

    def _altered(
        self,
        fact: Fact,
        theirs: Fact,
        reason: str,
        rule: str,
        strength: float,
        features: Features = (),
    ) -> Judgement:
        spans: Pair[Span | None] = Pair(theirs.span, fact.span)
        kind = kind_of(fact, theirs)
        return Judgement(Verdict.ALTERED, kind, spans, reason, rule, min(0.95, strength), features)

    def _words(self, fact: Fact) -> str:
        return fact.span.of(self._analyses.variant.text.document.text)

    def _both(self, fact: Fact, theirs: Fact) -> tuple[str, str]:
        return self._words(fact), theirs.span.of(self._analyses.source.text.document.text)


def _first(forms: frozenset[str], rows: Iterable[Candidate]) -> Fact | None:
    """Return the first of some of the source's names that shares a word with one."""
    for row in rows:
        if not forms.isdisjoint(own_forms(row.fact)):
            return row.fact
    return None


def _longer_traits(words: tuple[str, ...], unknown: tuple[str, ...]) -> Features:
    """Return what a name has more than the source's: a place in front, a word that many names end with."""
    return (
        ("place before", float(words[0] in unknown and is_place(words[0]))),
        ("body", float(words[-1] in unknown and words[-1] in COMMON)),
        ("leads", float(words[0] in unknown)),
    )


def _misspelt(unknown: tuple[str, ...], source: SourceNames) -> str:
    """Return the source's word that is most like an unknown one, if it is that one misspelt, else ""."""
    alike = [
        (JaroWinkler.similarity(word, other), other)
        for word in unknown
        for other in source.spelt.get(word[:1], ())
        if len(word) > 4 and abs(len(word) - len(other)) <= 2
    ]
    similarity, other = max(alike, default=(0.0, ""))
    return other if similarity >= MISSPELT else ""


def _is_namesake(other: Fact, words: tuple[str, ...], unknown: tuple[str, ...]) -> bool:
    """Say whether a source name shares the surname or all but one word with the variant's, and has a word of its own."""
    theirs = name_of(other).words
    shared = [word for word in words if word not in unknown and word in theirs and word not in CONNECTORS]
    if not shared or len(shared) >= len(own_words(other)):
        return False
    return len(words) > 1 and len(shared) >= len(words) - 1 - len(words) // 3


def _is_code(words: str) -> bool:
    """Say whether a name is of letters and digits, few of them: a paper's size, a road."""
    return len(words) <= LONGEST_CODE and words[-1].isdigit()
