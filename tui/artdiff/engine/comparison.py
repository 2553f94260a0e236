"""The one place that strings the engine's stages together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.confidence import weigh
from artdiff.engine.language.titles import title
from artdiff.engine.links import align
from artdiff.engine.values import Comparison, Outline, Pair
from artdiff.engine.verdicts.copies import copy_findings, repeat_findings
from artdiff.engine.verdicts.fact_kinds import with_kinds
from artdiff.engine.verdicts.judges import judge
from artdiff.engine.verdicts.merging import merge
from artdiff.engine.verdicts.omissions import omissions
from artdiff.engine.words import with_edits

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Finding
    from artdiff.engine.verdicts.judgement import Judgement


def compare(analyses: Pair[Analysis]) -> Comparison:
    """Compare a variant with its source: links, word diffs, and every finding with its reason."""
    alignment = align(analyses)
    judgements = weigh(judge(analyses, alignment), analyses, alignment)
    findings = with_kinds(merge(judgements), analyses, alignment)
    findings = copy_findings(findings, analyses.variant, alignment)
    findings += repeat_findings(analyses, alignment)
    findings += omissions(analyses, judgements)
    return Comparison(
        outlines=Pair(outline(analyses.source), outline(analyses.variant)),
        links=with_edits(alignment.links, analyses),
        omitted=alignment.omitted,
        repeats=alignment.repeats,
        findings=tuple(sorted(findings, key=_place)),
    )


def explain(analyses: Pair[Analysis]) -> list[Judgement]:
    """Return all that the judges say of a variant, supported facts included, by their place in it."""
    alignment = align(analyses)
    judgements = weigh(judge(analyses, alignment), analyses, alignment)
    told = [judgement for judgement in judgements if judgement.spans.variant]
    return sorted(told, key=lambda judgement: judgement.spans.variant or (0, 0))


def outline(analysis: Analysis) -> Outline:
    """Return what the reader and reports need of a document."""
    text = analysis.text
    return Outline(text.document.name, title(text), text.paragraphs, text.date, text.language)


def _place(finding: Finding) -> tuple[bool, tuple[int, int]]:
    variant, source = finding.spans
    return variant is None, variant or source or (0, 0)
