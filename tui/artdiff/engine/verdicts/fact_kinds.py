"""What kind of fact a finding is about where not the judge that made it tells, but the place: a quotation, a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from artdiff.engine.facts.fact import Speech
from artdiff.engine.lexicon.gazetteer import is_role
from artdiff.engine.values import FLAGGED, FactKind, Verdict
from artdiff.engine.verdicts.dated import kind_of_dated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Finding, Pair

WORDS: Final = frozenset({"substitutions", "stand_ins"})
"""Rules about common words: one for a speaker is about who said it, whomever the source has there."""
NAMED: Final = frozenset({"strangers"})
"""Rules about a name in another's place: where both names are speakers', it is about who said it."""
SIDES: Final = frozenset(
    "left right upstream downstream north south east west northeast northwest southeast southwest inland offshore".split()
)
DESCRIBING: Final = frozenset("a an the who whose head".split())
INDEFINITE: Final = frozenset({"a", "an"})
OPPOSITES: Final = "contraries.opposite"


def with_kinds(findings: Iterable[Finding], analyses: Pair[Analysis], alignment: Alignment) -> list[Finding]:
    """Return the findings, those of a place that tells their kind with that kind."""
    return [_told(finding, analyses, alignment) if finding.verdict in FLAGGED else finding for finding in findings]


def _told(finding: Finding, analyses: Pair[Analysis], alignment: Alignment) -> Finding:
    kind, span = _kind_of(finding, analyses), finding.spans.variant
    if kind in {FactKind.EVENT, FactKind.DATE} and span:
        sentence = _sentence_of(analyses.variant, span)
        kind = kind_of_dated(analyses, alignment, (kind, finding.rule, span), sentence)
    return finding if kind is finding.kind else finding._replace(kind=kind)


def _kind_of(finding: Finding, analyses: Pair[Analysis]) -> FactKind:
    ours, theirs = finding.spans.variant, finding.spans.source
    if ours is None or finding.kind in {FactKind.QUOTE, FactKind.ATTRIBUTION}:
        return finding.kind
    if _is_quoted(analyses.variant, ours):
        return FactKind.QUOTE
    family = finding.rule.partition(".")[0]
    if family in WORDS and _is_speaker(analyses.variant, ours):
        return FactKind.ATTRIBUTION
    named = family in NAMED and finding.kind is FactKind.PERSON and not _is_described(analyses.variant, ours)
    if named and theirs and _is_speaker(analyses.variant, ours) and _is_speaker(analyses.source, theirs):
        return FactKind.ATTRIBUTION
    if finding.rule == OPPOSITES and ours.of(analyses.variant.text.document.text).casefold() in SIDES:
        return FactKind.PLACE
    if (
        finding.kind is FactKind.PERSON
        and finding.verdict is Verdict.HALLUCINATED
        and _is_thing(analyses.variant, ours)
    ):
        return FactKind.OTHER
    return finding.kind


def _is_thing(analysis: Analysis, span: Span) -> bool:
    """Say whether "a" stands before a name, a word between them at most: "a vintage Bentley" is nobody's name."""
    tokens = analysis.text.tokens
    first, last = _place(analysis, span)
    at = next((place for place in range(first, last) if tokens[place].text[0].isupper()), first)
    between = tokens[at - 1] if at > 1 else None
    if between is None or between.norm in INDEFINITE:
        return between is not None
    return tokens[at - 2].norm in INDEFINITE and between.text[0].islower() and not is_role(between.norm)


def _is_quoted(analysis: Analysis, span: Span) -> bool:
    """Say whether a span lies inside quotation marks."""
    return any(
        fact.kind is FactKind.QUOTE and fact.span.start <= span.start and span.end <= fact.span.end
        for fact in _speech(analysis, span)
    )


def _is_described(analysis: Analysis, span: Span) -> bool:
    """Say whether a name has a description beside it, which may be of the person whose name another took."""
    tokens = analysis.text.tokens
    first, last = _place(analysis, span)
    behind = [token.norm for token in tokens[last : last + 2]]
    if behind[:1] == [","] and behind[1:]:
        return behind[1] in DESCRIBING or is_role(behind[1])
    return behind[:1] == ["of"] or (first > 0 and is_role(tokens[first - 1].norm))


def _is_speaker(analysis: Analysis, span: Span) -> bool:
    """Say whether a span is of the words that name who says something."""
    speakers = (fact.value.speaker for fact in _speech(analysis, span) if isinstance(fact.value, Speech))
    return any(speaker is not None and speaker.overlap(span) for speaker in speakers)


def _speech(analysis: Analysis, span: Span) -> Iterator[Fact]:
    """Yield what is said in the sentence of a span."""
    for fact in analysis.facts_in(_sentence_of(analysis, span)):
        if isinstance(fact.value, Speech):
            yield fact


def _sentence_of(analysis: Analysis, span: Span) -> int:
    return analysis.text.sentence_of[_place(analysis, span)[0]]


def _place(analysis: Analysis, span: Span) -> tuple[int, int]:
    """Return the tokens that a span has, as a half-open range."""
    first = bisect_right(analysis.text.tokens, span.start, key=_end)
    return first, bisect_left(analysis.text.tokens, span.end, first, key=_start)


_start, _end = attrgetter("start"), attrgetter("end")
