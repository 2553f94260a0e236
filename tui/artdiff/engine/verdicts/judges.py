"""All judges, in the order in which one builds on another."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Speech
from artdiff.engine.grounding import ground
from artdiff.engine.language.detection import ENGLISH
from artdiff.engine.language.segmentation import PUNCTUATION
from artdiff.engine.values import FactKind, Verdict
from artdiff.engine.verdicts.claims.additions import judge_additions
from artdiff.engine.verdicts.claims.causes import judge_causes
from artdiff.engine.verdicts.claims.relations import judge_relations
from artdiff.engine.verdicts.claims.stand_ins import judge_stand_ins
from artdiff.engine.verdicts.claims.substitutions import judge_substitutions
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.dates.day_parts import judge_day_parts
from artdiff.engine.verdicts.dates.immediacy import judge_immediacy
from artdiff.engine.verdicts.dates.judging import judge_dates
from artdiff.engine.verdicts.figures.judging import judge_figures
from artdiff.engine.verdicts.merging import overlaps_any
from artdiff.engine.verdicts.names.affiliations import judge_affiliations
from artdiff.engine.verdicts.names.judging import judge_names
from artdiff.engine.verdicts.names.roles import judge_roles
from artdiff.engine.verdicts.polarity.commitments import judge_commitments
from artdiff.engine.verdicts.polarity.contraries import judge_contraries
from artdiff.engine.verdicts.polarity.modality import judge_modality
from artdiff.engine.verdicts.polarity.negation import judge_polarity
from artdiff.engine.verdicts.polarity.quantifiers import judge_quantifiers
from artdiff.engine.verdicts.polarity.realis import judge_realis
from artdiff.engine.verdicts.polarity.reserves import judge_reserves
from artdiff.engine.verdicts.polarity.stances import judge_stances
from artdiff.engine.verdicts.polarity.states import judge_states
from artdiff.engine.verdicts.speech.attribution import judge_attribution
from artdiff.engine.verdicts.speech.quotes import judge_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.judgement import Judgement

ALL = 0.999
"""The coverage of a sentence whose every content word the source carries."""
FIGURE_JUDGES = (judge_figures, judge_dates)
"""All that judges texts in other languages than English."""
FACT_JUDGES = (
    judge_figures,
    judge_dates,
    judge_day_parts,
    judge_quantifiers,
    judge_names,
    judge_affiliations,
    judge_roles,
    judge_quotes,
    judge_attribution,
)
TURNED = frozenset({"states", "contraries", "polarity", "relations", "substitutions"})
"""Judges that find an opposite."""
CLAIM_JUDGES = (
    judge_stand_ins,
    judge_causes,
    judge_relations,
    judge_polarity,
    judge_modality,
    judge_stances,
    judge_commitments,
    judge_realis,
    judge_reserves,
    judge_immediacy,
    judge_contraries,
    judge_states,
    judge_substitutions,
    judge_additions,
)


def judge(analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return what every judge says, supported facts included.

    Judges of typed facts come first; what they explain, judges of claims leave alone.
    """
    foreign = any(analysis.text.language != ENGLISH for analysis in analyses)
    fact_judges = FIGURE_JUDGES if foreign else FACT_JUDGES
    judgements = [judgement for judge_facts in fact_judges for judgement in judge_facts(analyses, alignment)]
    if foreign:
        return judgements
    explained = _marked(analyses.variant, [*_answered(judgements), *_quotations(analyses.variant)])
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), explained)
    claims = [judgement for judge_claims in CLAIM_JUDGES for judgement in judge_claims(evidence)]
    judgements += _beside_rests(analyses.variant, judgements, claims)
    verbatim = _verbatim(analyses, alignment)
    return [one for one in judgements if one.verdict is Verdict.SUPPORTED or not _inside(one, verbatim)]


def _beside_rests(
    variant: Analysis, judgements: Iterable[Judgement], claims: Iterable[Judgement]
) -> Iterator[Judgement]:
    """Yield claims, those that turn something round marked where a figure of their sentence is what the source's leaves."""
    rests = {
        one.spans.variant.start
        for one in judgements
        if one.rule == "figures.derived" and one.features and one.spans.variant
    }
    sentences = [one.span for one in variant.text.sentences if any(one.span.start <= at < one.span.end for at in rests)]
    for claim in claims:
        span = claim.spans.variant if claim.rule.partition(".")[0] in TURNED else None
        beside = span is not None and overlaps_any(span, sentences)
        yield claim._replace(features=(*claim.features, ("rest", 1.0))) if beside else claim


def _verbatim(analyses: Pair[Analysis], alignment: Alignment) -> list[Span]:
    """Return the variant's sentences that the source has word for word: nothing in them can be wrong."""
    source, variant = analyses
    rows = zip(variant.text.sentences, alignment.supports, strict=True)
    carried = [sentence for sentence, support in rows if support.coverage >= ALL]
    stream = _stream(source.text.tokens) if carried else ""
    return [sentence.span for sentence in carried if _stream(variant.text.words_of(sentence)) in stream]


def _stream(tokens: Sequence[Token]) -> str:
    """Return words in their order, punctuation left out."""
    return f" {' '.join([token.norm for token in tokens if token.kind is not PUNCTUATION])} "


def _inside(judgement: Judgement, spans: list[Span]) -> bool:
    return judgement.spans.variant is not None and overlaps_any(judgement.spans.variant, spans)


def _answered(judgements: Iterable[Judgement]) -> Iterator[Span]:
    """Yield the variant's spans that have a counterpart in the source, the same or another: they were not added.

    A speaker's words may hold a clause of their own ("the union, which had opposed it"), and a suspected speaker is only suspected.
    """
    for judgement in judgements:
        answered = judgement.verdict is not Verdict.HALLUCINATED and judgement.kind is not FactKind.ATTRIBUTION
        if answered and judgement.spans.variant:
            yield judgement.spans.variant


def _quotations(variant: Analysis) -> Iterator[Span]:
    """Yield the words in quotation marks: the judge of quotations answers for each of them."""
    for fact in variant.facts:
        if isinstance(fact.value, Speech) and fact.value.direct and fact.kind is FactKind.QUOTE:
            yield fact.span


def _marked(variant: Analysis, spans: Iterable[Span]) -> bytearray:
    """Return for each token whether one of the spans touches it."""
    tokens = variant.text.tokens
    marks = bytearray(len(tokens))
    for span in spans:
        at = bisect_right(tokens, span.start, key=_end)
        while at < len(tokens) and tokens[at].start < span.end:
            marks[at] = True
            at += 1
    return marks


_end = attrgetter("end")
