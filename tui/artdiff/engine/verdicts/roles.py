"""Roles: titles, offices and professions that a rewrite changed or made up for somebody whom the source names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Office
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.places import own_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

RANKS = frozenset(
    "deputi former act vice chief senior assist interim associ junior retir ex execut first second profession volunt "
    "extern intern lead princip honorari founder found foreign financ prime".split()
)
"""Stems of qualifiers that make another role of the same word."""
SAME = frozenset({Relation.SAME, Relation.SYNONYM, Relation.BROADER, Relation.NARROWER})


class _Source(NamedTuple):
    """What the source says of roles.

    Attributes:
        offices: by the holder's last name.
        stems: of the whole source.
    """

    offices: dict[str, list[Fact]]
    stems: frozenset[str]


def judge_roles(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every role that the variant gives to somebody."""
    source = _read(analyses.source)
    for fact in own_facts(analyses, alignment, is_office):
        judgement = _judge(analyses, fact, source)
        if judgement:
            yield judgement


def is_office(fact: Fact) -> bool:
    """Say whether a fact is a role."""
    return isinstance(fact.value, Office)


def _office(fact: Fact) -> Office:
    assert isinstance(fact.value, Office)  # noqa: S101
    return fact.value


def _read(source: Analysis) -> _Source:
    offices: dict[str, list[Fact]] = defaultdict(list)
    for fact in source.facts:
        if is_office(fact):
            offices[_office(fact).holder].append(fact)
    return _Source(offices, frozenset(token.stem for token in source.text.tokens))


def _judge(analyses: Pair[Analysis], fact: Fact, source: _Source) -> Judgement | None:
    ours, held = _office(fact), source.offices.get(_office(fact).holder, [])
    same = next((one for one in held if relation(ours.head, _office(one).head) in SAME), None)
    if same is not None:
        return _ranked(analyses, fact, same, source)
    if held:
        known = ours.head in source.stems
        return _altered(analyses, fact, held[0], "roles.known" if known else "roles.other", 0.5 if known else 0.65)
    if ours.head not in source.stems and not any(relation(ours.head, stem) in SAME for stem in source.stems):
        reason = f"The source gives nobody the role “{_words(analyses.variant, fact)}”."
        return Judgement(Verdict.HALLUCINATED, FactKind.ROLE, Pair(None, fact.span), reason, "roles.no_base", 0.5)
    return None


def _ranked(analyses: Pair[Analysis], fact: Fact, theirs: Fact, source: _Source) -> Judgement | None:
    """Judge the qualifiers of a role that somebody holds in both: "deputy chair" for "chair"."""
    ours, held = set(_office(fact).modifiers), set(_office(theirs).modifiers)
    added = {stem for stem in ours - held if stem in RANKS and stem not in source.stems}
    swapped = {stem for stem in ours - held if stem not in source.stems} and held - ours
    if added or swapped:
        return _altered(analyses, fact, theirs, "roles.rank", 0.65)
    return None


def _altered(analyses: Pair[Analysis], fact: Fact, theirs: Fact, rule: str, strength: float) -> Judgement:
    ours, source = _words(analyses.variant, fact), _words(analyses.source, theirs)
    reason = f"The source calls {_office(theirs).holder.title()} “{source}”, not “{ours}”."
    return Judgement(Verdict.ALTERED, FactKind.ROLE, Pair(theirs.span, fact.span), reason, rule, strength)


def _words(analysis: Analysis, fact: Fact) -> str:
    return fact.span.of(analysis.text.document.text)
