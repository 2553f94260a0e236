"""Affiliations: somebody whom the rewrite gives to another body or place than the source: "Farouk of Gannet Securities"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.cues import SAYING_FORMS
from artdiff.engine.facts.fact import Name
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.gazetteer import capital_country, city_country, country_of, is_given_name, is_role
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.places import own_facts
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.names.source_names import name_of, own_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

REACH = 6
"""How many tokens may stand between somebody and where they belong: "Ida Moll, an economist at Kessel University"."""
TIES = frozenset("of at from for in".split())
CLOSE_TIES = TIES | {"the"}
PARTING = SAYING_FORMS | {"and", "or", "but", "to", "with", "who", "which", "while", "said"}
"""Between two names they tell that one does not belong to the other."""


class _Tie(NamedTuple):
    """Somebody and the body or place that stands beside the name."""

    person: Fact
    body: Fact


def judge_affiliations(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for everybody whom the variant ties to another body than the source does."""
    ties: dict[str, list[Fact]] = defaultdict(list)
    for tie in _ties(analyses.source, analyses.source.facts_of(Name)):
        ties[_surname(tie.person)].append(tie.body)
    ours = _ties(analyses.variant, own_facts(analyses, alignment, analyses.variant.facts_of(Name)))
    for tie in ours if ties else ():
        theirs = ties.get(_surname(tie.person), [])
        own = _forms(tie.body)
        if (
            not theirs
            or _is_numbered(analyses.variant, tie.body)
            or any(not own.isdisjoint(_forms(body)) or _is_in(own, _forms(body)) for body in theirs)
            or not any(not own.isdisjoint(_forms(fact)) for fact in analyses.source.facts_of(Name))
        ):
            continue
        beside = not own.isdisjoint(_together(analyses.source, _surname(tie.person)))
        if not (beside and FactKind.PLACE in {theirs[0].kind, tie.body.kind}):
            yield _judgement(analyses, tie, theirs[0], beside=beside)


def _is_in(country: frozenset[str], place: frozenset[str]) -> bool:
    """Say whether a place is a large city of a country, or the other way round: "Slovenia's", of a firm in Ljubljana."""
    countries = {known for form in country | place if (known := country_of(form))}
    return any((capital_country(form) or city_country(form)) in countries for form in country | place)


def _is_numbered(variant: Analysis, fact: Fact) -> bool:
    """Say whether a number behind a name makes it one of many of the kind: "Season 44"."""
    tokens, last = variant.text.tokens, fact.tokens[1]
    return last < len(tokens) and tokens[last].kind is TokenKind.NUMBER


def _surname(fact: Fact) -> str:
    return name_of(fact).words[-1]


def _forms(fact: Fact) -> frozenset[str]:
    return own_forms(fact)


def _together(source: Analysis, surname: str) -> set[str]:
    """Return the forms of all names that stand in some sentence with a surname."""
    names = source.facts_of(Name)
    sentences = {fact.sentence for fact in names if _surname(fact) == surname}
    return {form for fact in names if fact.sentence in sentences for form in _forms(fact)}


def _ties(analysis: Analysis, names: Sequence[Fact]) -> Iterator[_Tie]:
    """Yield who stands beside which body: "X of Y", "X, an analyst at Y", "Y's chief, X"."""
    for one, other in pairwise(names):
        if one.sentence != other.sentence or other.tokens[0] - one.tokens[1] > REACH:
            continue
        between = range(one.tokens[1], other.tokens[0])
        if not all(_may_stand_between(analysis, at) for at in between):
            continue
        tied = between and analysis.text.tokens[between[-1]].norm in CLOSE_TIES
        if _is_person(one) and _is_body(other) and (tied or _is_owner(analysis, other)):
            yield _Tie(one, other)
        elif _is_person(other) and _is_body(one) and _is_owner(analysis, one):
            yield _Tie(other, one)


def _is_person(fact: Fact) -> bool:
    return fact.kind is FactKind.PERSON or is_given_name(name_of(fact).words[0])


def _is_body(fact: Fact) -> bool:
    return not is_given_name(name_of(fact).words[0])


def _is_owner(analysis: Analysis, fact: Fact) -> bool:
    """Say whether a name is a possessive with an office behind it."""
    tokens, last = analysis.text.tokens, fact.tokens[1]
    return tokens[last - 1].text.endswith(("'s", "’s")) and any(is_role(t.norm) for t in tokens[last : last + 3])


def _may_stand_between(analysis: Analysis, at: int) -> bool:
    token = analysis.text.tokens[at]
    if token.kind is TokenKind.PUNCTUATION:
        return token.text == ","
    if token.norm in PARTING:
        return False
    return not token.norm.endswith(("ed", "ing"))


def _judgement(analyses: Pair[Analysis], tie: _Tie, rival: Fact, *, beside: bool) -> Judgement:
    spans: Pair[Span | None] = Pair(rival.span, tie.body.span)
    ours = tie.body.span.of(analyses.variant.text.document.text)
    theirs = rival.span.of(analyses.source.text.document.text)
    person = tie.person.span.of(analyses.variant.text.document.text)
    reason = f"The source ties {person} to “{theirs}”, not to “{ours}”."
    features = (("beside", float(beside)), ("kind", float(rival.kind is FactKind.PLACE)))
    kind = rival.kind if rival.kind is not FactKind.PERSON else FactKind.ORGANISATION
    return Judgement(Verdict.ALTERED, kind, spans, reason, "names.affiliation", 0.5 if beside else 0.65, features)
