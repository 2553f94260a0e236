"""Of what a figure is said: of each or of all together, of all or of some of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.numerals import begins_number, read_numeral

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

EACH = frozenset({"each", "apiece"})
TOGETHER = frozenset("total totalling totaling combined altogether together".split())
WINDOW = 3


class Extent(Enum):
    """Of what a figure is said."""

    PLAIN = 0
    EACH = 1
    TOGETHER = 2


def extent(analysis: Analysis, fact: Fact) -> Extent:
    """Return whether the words beside a figure say it of each or of all together."""
    tokens = analysis.text.tokens
    first, last = analysis.text.sentences[fact.sentence].tokens
    behind = [token.norm for token in tokens[fact.tokens[1] : min(last, fact.tokens[1] + WINDOW)]]
    before = [token.norm for token in tokens[max(first, fact.tokens[0] - WINDOW) : fact.tokens[0]]]
    if behind[:2] == ["in", "total"]:
        return Extent.TOGETHER
    if behind[:1] and behind[0] in EACH:
        return Extent.EACH
    summed = behind[:2] == ["in", "all"] or not TOGETHER.isdisjoint(behind[:2]) or not TOGETHER.isdisjoint(before)
    return Extent.TOGETHER if summed else Extent.PLAIN


def together_span(analysis: Analysis, fact: Fact) -> Span | None:
    """Return the words beside a figure that say it of all together: "in total"."""
    tokens = analysis.text.tokens
    first, last = analysis.text.sentences[fact.sentence].tokens
    start, end = fact.tokens
    for at in (*range(end, min(last, end + WINDOW)), *range(max(first, start - WINDOW), start)):
        if tokens[at].norm in TOGETHER:
            begin = at - 1 if at > end and tokens[at - 1].norm == "in" else at
            return Span(tokens[begin].start, tokens[at].end)
    return None


def other_extent(analyses: Pair[Analysis], ours: Fact, theirs: Fact) -> bool:
    """Say whether the same figure is said of each on one side and of all together on the other."""
    return {extent(analyses.variant, ours), extent(analyses.source, theirs)} == {Extent.EACH, Extent.TOGETHER}


def whole_for_part(analyses: Pair[Analysis], ours: Fact, theirs: Fact) -> tuple[Span, Span] | None:
    """Return the spans of "all three" in the variant and of "two of the three" in the source; None where it is not so."""
    variant, source = analyses.variant.text, analyses.source.text
    at = ours.tokens[0] - 1
    if at >= variant.sentences[ours.sentence].tokens[0] and variant.tokens[at].norm == "the":
        at -= 1
    if at < variant.sentences[ours.sentence].tokens[0] or variant.tokens[at].norm not in {"all", "both"}:
        return None
    first = source.sentences[theirs.sentence].tokens[0]
    place = theirs.tokens[0] - 1
    if place > first and source.tokens[place].norm in {"the", "its", "his", "her", "their"}:
        place -= 1
    if place - 1 < first or source.tokens[place].norm != "of" or not begins_number(source.tokens[place - 1]):
        return None
    numeral = read_numeral(source.tokens, place - 1)
    if numeral is None or numeral.last != place:
        return None
    span = Span(source.tokens[place - 1].start, theirs.span.end)
    return Span(variant.tokens[at].start, ours.span.end), span
