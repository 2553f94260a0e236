"""The judgements on figures: where they point, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.figures import rate_span
from artdiff.engine.facts.hedges import bare_span
from artdiff.engine.facts.multiples import TIMES
from artdiff.engine.values import Pair, Verdict
from artdiff.engine.verdicts.counterparts.places import Candidate, Nearness, Places
from artdiff.engine.verdicts.counterparts.slots import agreement, frame, slot
from artdiff.engine.verdicts.figures.extent import together_span
from artdiff.engine.verdicts.figures.quantities import Match
from artdiff.engine.verdicts.figures.slips import is_rank, is_single, is_slight, is_small, quantity_of, scale
from artdiff.engine.verdicts.figures.telling import telling
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from artdiff.documents.document import Span
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact

SUPPORT, SAME = Nearness.SUPPORT, Match.SAME
UNKNOWN = -1.0
TIMES_UNTOLD = 0.2
"""How likely "twice" is made up that the source lacks: writers count and compare by themselves."""
FEW = 4
MULTIPLIED = frozenset("as the its his her their that what more higher larger bigger".split())
"""Behind "three times" they compare two figures."""


class Row:
    """A source figure set against a variant's.

    Attributes:
        near: it stands in a supporting sentence.
        in_place: it does, and is the same figure.
        same_noun: both count the same.
    """

    __slots__ = ("_analyses", "_fit", "_ours", "candidate", "in_place", "match", "near", "same_noun")

    def __init__(
        self,
        analyses: Pair[Analysis],
        ours: Fact,
        candidate: Candidate,
        match: Match,
        *,
        same_noun: bool,
        fit: float = UNKNOWN,
    ) -> None:
        self._analyses, self._ours = analyses, ours
        self.candidate, self.match, self.same_noun = candidate, match, same_noun
        self.near = candidate.nearness is SUPPORT
        self.in_place = self.near and match is SAME
        self._fit = fit

    @property
    def fit(self) -> float:
        """Return how well the words around both agree; most figures have one counterpart, of which nobody asks that."""
        if self._fit == UNKNOWN:
            ours, theirs = slot(self._analyses.variant, self._ours), slot(self._analyses.source, self.candidate.fact)
            self._fit = agreement(ours, theirs)
        return self._fit


class Compared(NamedTuple):
    """A variant's figure with the source's figures that it can be compared with.

    Attributes:
        best: the figure that says the same, or truly less; None for none.
        turned: the same figure with the opposite bound in a supporting sentence; None for none.
        rivals: unused figures that may stand in its place, the likeliest first.
    """

    fact: Fact
    best: Row | None
    turned: Row | None
    rivals: tuple[Row, ...]


def widened(analyses: Pair[Analysis], fact: Fact, spans: Pair[Span]) -> Judgement:
    """Judge "all three" where the source has "two of the three"."""
    theirs = spans.source.of(analyses.source.text.document.text)
    ours = spans.variant.of(analyses.variant.text.document.text)
    reason = f"The source says “{theirs}” here, not “{ours}”."
    both: Pair[Span | None] = Pair(spans.source, spans.variant)
    return Judgement(Verdict.ALTERED, fact.kind, both, reason, "figures.whole", 0.8)


def other_rate_told(analyses: Pair[Analysis], ours: Fact, theirs: Fact) -> Judgement:
    """Judge "£31m in total" where the source has "£31m a year", at the words that differ."""
    spans = Pair(_rate_words(analyses.source, theirs), _rate_words(analyses.variant, ours))
    words = [span.of(one.text.document.text) for span, one in zip(spans, analyses, strict=True)]
    reason = f"The source says “{words[0]}” of this figure, not “{words[1]}”."
    both: Pair[Span | None] = Pair(spans.source, spans.variant)
    return Judgement(Verdict.ALTERED, ours.kind, both, reason, "figures.rate", 0.85)


def _rate_words(analysis: Analysis, fact: Fact) -> Span:
    last = analysis.text.sentences[fact.sentence].tokens[1]
    return rate_span(analysis.text.tokens, fact, last) or together_span(analysis, fact) or fact.span


def _words(analysis: Analysis, fact: Fact) -> str:
    return fact.span.of(analysis.text.document.text)


def supported(analyses: Pair[Analysis], fact: Fact, row: Row) -> Judgement:
    """Judge a figure that the source has, or has more exactly."""
    theirs = row.candidate.fact
    same = row.match is SAME
    words = _words(analyses.source, theirs)
    reason = f"The source says “{words}”." if same else f"True but coarser: the source says “{words}”."
    verdict = Verdict.SUPPORTED if same else Verdict.GENERALISED
    rule = "figures.same" if same else "figures.coarser"
    return Judgement(verdict, fact.kind, Pair(theirs.span, fact.span), reason, rule, 0.9)


def altered(analyses: Pair[Analysis], fact: Fact, row: Row, rule: str, strength: float, base: float = 0.0) -> Judgement:
    """Judge a figure in whose place the source has another."""
    spans = _narrowed(analyses, row.candidate.fact, fact)
    theirs, ours = (span.of(one.text.document.text) for span, one in zip(spans, analyses, strict=True))
    elsewhere = "here" if row.near else "in this paragraph"
    reason = f"The source says “{theirs}” {elsewhere}, not “{ours}”."
    features = (
        ("fit", min(row.fit, 4.0)),
        ("noun", float(row.same_noun)),
        ("base", base),
        ("near", float(row.near) if rule == "figures.misplaced" else 0.0),
        ("scale", scale(fact, row.candidate.fact)),
        ("single", float(is_single(fact))),
        ("frame", frame(analyses, fact, row.candidate.fact)),
        *telling(analyses.variant, fact),
    )
    both: Pair[Span | None] = Pair(spans.source, spans.variant)
    return Judgement(Verdict.ALTERED, fact.kind, both, reason, rule, min(0.95, strength), features)


def _narrowed(analyses: Pair[Analysis], theirs: Fact, ours: Fact) -> Pair[Span]:
    """Return the spans of two figures, without the hedges in front where both are hedged alike."""
    if quantity_of(ours).bound is not quantity_of(theirs).bound:
        return Pair(theirs.span, ours.span)
    return Pair(bare_span(analyses.source.text.tokens, theirs), bare_span(analyses.variant.text.tokens, ours))


def hallucinated(analyses: Pair[Analysis], places: Places, fact: Fact) -> Judgement:
    """Judge a figure that stands nowhere in the source."""
    carried = bool(places.support(fact).sentences)
    strength = 0.35 if is_slight(fact) else 0.7 if carried else 0.65
    reason = f"“{_words(analyses.variant, fact)}” stands nowhere in the source."
    rule = "figures.small_no_base" if is_small(fact) else "figures.no_base"
    if quantity_of(fact).unit == TIMES:
        rule, strength = "multiples.no_base", TIMES_UNTOLD
    behind = analyses.variant.text.tokens[fact.tokens[1] : fact.tokens[1] + 1]
    features = (
        ("factor", float(any(token.norm in MULTIPLIED for token in behind))),
        ("few", float(quantity_of(fact).unit == TIMES and quantity_of(fact).value <= FEW)),
        ("ordinal", float(is_rank(fact))),
        ("noun", float(quantity_of(fact).noun != "")),
        ("single", float(is_single(fact))),
        *telling(analyses.variant, fact),
    )
    return Judgement(Verdict.HALLUCINATED, fact.kind, Pair(None, fact.span), reason, rule, strength, features)
