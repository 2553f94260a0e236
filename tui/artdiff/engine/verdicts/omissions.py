"""What only the source says: its facts that nothing in the variant carries, the newsworthy ones with more weight."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Clock, Name, Quantity, Speech, When
from artdiff.engine.values import FactKind, Finding, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.merging import is_told, overlaps_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.language.clauses import Part
    from artdiff.engine.verdicts.judgement import Judgement

CARRIED = frozenset({ParagraphRole.BODY, ParagraphRole.QUOTATION, ParagraphRole.DEK})
WEIGHTS = {Quantity: 0.8, Name: 0.8, Speech: 0.7, When: 0.6, Clock: 0.6}
"""How much a reader misses a fact of this type."""
CLAUSE_WEIGHT = 0.55
FIRST_THIRD = 0.15
"""What a fact in the article's first third gains."""
LONGEST = 400
"""No fact is longer than this, in code points, but quotations of which the beginning counts."""
LEFT_OUT = 0.7
"""From this share of unsaid content words on a clause counts as left out."""


def omissions(analyses: Pair[Analysis], judgements: list[Judgement]) -> list[Finding]:
    """Return a finding for every fact of the source that the variant leaves out.

    Its confidence says how newsworthy the fact is, not how sure the omission.
    """
    source, variant = analyses
    if not variant.text.tokens:
        return []
    said = frozenset(variant.text.stems)
    told = _told(judgements)
    facts = [fact for fact in _facts(source) if not _kept(source, fact, said, told)]
    clauses = _clauses_omitted(source, said, told)
    spans = [*((fact.span, fact.kind, _weight(fact)) for fact in facts), *_clause_rows(source, clauses, facts)]
    return [_finding(source, *row) for row in spans]


def _facts(source: Analysis) -> Iterator[Fact]:
    """Yield one mention of every fact in the source's running text."""
    carried = [paragraph.role in CARRIED for paragraph in source.text.paragraphs]
    sentences = source.text.sentences
    seen: set[object] = set()
    for fact in source.facts:
        value = fact.value
        if type(value) not in WEIGHTS or not carried[sentences[fact.sentence].paragraph]:
            continue
        key = (fact.kind, value.entity if isinstance(value, Name) else value)
        if key not in seen:
            seen.add(key)
            yield fact


def _told(judgements: Iterable[Judgement]) -> list[Span]:
    """Return the source's spans that a judge found a counterpart for."""
    spans = sorted({one.spans.source for one in judgements if one.spans.source and is_told(one)})
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _kept(source: Analysis, fact: Fact, said: frozenset[str], told: list[Span]) -> bool:
    if overlaps_any(fact.span, told):
        return True
    stems = [source.text.stems[at] for at in source.clauses.content_in(*fact.tokens)]
    if isinstance(fact.value, Name):
        return not stems or stems[-1] in said
    present = len([stem for stem in stems if stem in said])
    needed = 0.5 if isinstance(fact.value, Speech) else 1.0
    return present >= needed * len(stems)


def _clauses_omitted(source: Analysis, said: frozenset[str], told: list[Span]) -> list[Part]:
    """Return the clauses of the running text of which nothing is told and most words are unsaid."""
    stems, ranks = source.text.stems, source.clauses.ranks
    unsaid = list(accumulate([stems[at] not in said for at in source.clauses.places], initial=0))
    found: list[Part] = []
    for part in source.clauses.clauses:
        first, last = ranks[part.first], ranks[part.last]
        missing = unsaid[last] - unsaid[first]
        if missing < 2 or missing < LEFT_OUT * (last - first) or overlaps_any(_span(source, part), told):
            continue
        if source.text.paragraphs[source.text.sentences[part.sentence].paragraph].role in CARRIED:
            found.append(part)
    return found


def _clause_rows(source: Analysis, parts: list[Part], facts: list[Fact]) -> Iterator[tuple[Span, FactKind, float]]:
    named = sorted(fact.span for fact in facts)
    for part in parts:
        span = _span(source, part)
        if not any(
            span.overlap(other)
            for other in named[bisect_left(named, (span.start - LONGEST,)) : bisect_left(named, (span.end,))]
        ):
            yield span, FactKind.EVENT, CLAUSE_WEIGHT


def _span(source: Analysis, part: Part) -> Span:
    return Span(source.text.tokens[part.first].start, source.text.tokens[part.last - 1].end)


def _weight(fact: Fact) -> float:
    return WEIGHTS[type(fact.value)]


def _finding(source: Analysis, span: Span, kind: FactKind, weight: float) -> Finding:
    early = FIRST_THIRD if span.start * 3 < len(source.text.document.text) else 0.0
    reason = f"The rewrite does not say “{span.of(source.text.document.text)}”."
    return Finding(Verdict.OMITTED, kind, round(weight + early, 3), Pair(span, None), reason, "omissions.fact")
