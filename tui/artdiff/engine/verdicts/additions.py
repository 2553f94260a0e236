"""Additions: a sentence, clause or phrase whose content has no base in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import Opener
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.words import generalities, reporting
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.contraries import unused_content
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.clauses import Part
    from artdiff.engine.verdicts.evidence import Evidence

BASE = {
    Ground.NOTHING: 0.0,
    Ground.DOCUMENT: 0.3,
    Ground.PARAGRAPH: 0.7,
    Ground.RELATED: 1.0,
    Ground.SAME: 1.0,
}
"""How much of a word's weight each ground carries."""
LEAST_SHARE = 0.55
"""From this share of baseless words on a part may be an addition."""


class Segment(NamedTuple):
    """A run of parts that may have been added.

    Attributes:
        words: how many content words it has.
        baseless: the sum of their weights that nothing in the source carries.
        nothing: how many of them stand nowhere in the source at all.
        specific: how many of them are numbers or capitalised.
        empty: how many say nothing to check.
    """

    first: int
    last: int
    opener: Opener
    words: int
    baseless: float
    nothing: int
    specific: int
    empty: int


class Setting(NamedTuple):
    """The sentence around a segment.

    Attributes:
        words: how many content words the sentence has.
        carried: how many of them the source carries.
        residue: the share of the supporting sentences' content words that nothing in the variant rests on.
    """

    words: int
    carried: float
    residue: float


def judge_additions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every sentence, clause or phrase that says what the source does not."""
    text, clauses = evidence.analyses.variant.text, evidence.analyses.variant.clauses
    levels = [_by_sentence(parts, len(text.sentences)) for parts in (clauses.clauses, clauses.phrases)]
    for index, sentence in enumerate(text.sentences):
        if evidence.alignment.first_copies[sentence.paragraph] is not None:
            continue
        if text.paragraphs[sentence.paragraph].role not in {ParagraphRole.BODY, ParagraphRole.DEK}:
            continue
        setting = _setting(evidence, index)
        seen: set[tuple[int, int]] = set()
        for level in levels:
            for segment in _segments(evidence, level[index]):
                if (segment.first, segment.last) not in seen:
                    seen.add((segment.first, segment.last))
                    yield _judgement(evidence, segment, setting)


def _by_sentence(parts: Sequence[Part], count: int) -> list[list[Part]]:
    rows: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        rows[part.sentence].append(part)
    return rows


def _setting(evidence: Evidence, index: int) -> Setting:
    variant, source = evidence.analyses.variant, evidence.analyses.source
    first, last = variant.text.sentences[index].tokens
    whole = _measure(evidence, first, last, Opener.SENTENCE)
    sentences = evidence.alignment.supports[index].sentences
    content = sum(source.clauses.content[at] for one in sentences for at in range(*source.text.sentences[one].tokens))
    residue = len(unused_content(evidence, sentences)) / content if content else 1.0
    return Setting(whole.words, whole.words - whole.baseless, residue)


def _segments(evidence: Evidence, parts: list[Part]) -> Iterator[Segment]:
    """Yield the longest runs of parts of which each has little base."""
    run: list[Part] = []
    for part in parts:
        measured = _measure(evidence, part.first, part.last, part.opener)
        if measured.words and measured.baseless < LEAST_SHARE * measured.words:
            yield from _run(evidence, run)
            run = []
        else:
            run.append(part)
    yield from _run(evidence, run)


def _run(evidence: Evidence, run: list[Part]) -> Iterator[Segment]:
    if run:
        segment = _measure(evidence, run[0].first, run[-1].last, run[0].opener)
        if segment.baseless >= LEAST_SHARE:
            yield segment


def _measure(evidence: Evidence, first: int, last: int, opener: Opener) -> Segment:
    variant = evidence.analyses.variant
    words = nothing = specific = empty = 0
    baseless = 0.0
    for at in range(first, last):
        if not variant.clauses.content[at]:
            continue
        words += 1
        if evidence.is_explained(at):
            continue
        token, ground = variant.text.tokens[at], evidence.grounding.grounds[at]
        if token.stem in reporting():
            continue  # who reports is the judge of attribution's business
        baseless += 1.0 - BASE[ground]
        nothing += ground is Ground.NOTHING
        if ground <= Ground.DOCUMENT:
            specific += token.kind is TokenKind.NUMBER or token.text[0].isupper()
            empty += token.stem in generalities()
    return Segment(first, last, opener, words, baseless, nothing, specific, empty)


def _judgement(evidence: Evidence, segment: Segment, setting: Setting) -> Judgement:
    text = evidence.analyses.variant.text
    span = Span(text.tokens[segment.first].start, text.tokens[segment.last - 1].end)
    others = setting.words - segment.words
    return Judgement(
        Verdict.HALLUCINATED,
        FactKind.EVENT,
        Pair(None, span),
        f"Nothing in the source says {quote(text.document.text, span)}.",
        "additions.clause",
        0.4,
        (
            ("words", min(segment.words, 12) / 10),
            ("few", float(segment.words <= 1)),
            ("share", segment.baseless / segment.words),
            ("nothing", segment.nothing / segment.words),
            ("specific", float(segment.specific > 0)),
            ("empty", segment.empty / segment.words),
            ("whole", float(others == 0)),
            ("rest", min(1.0, (setting.carried - segment.words + segment.baseless) / others) if others else 0.0),
            ("residue", setting.residue),
            (f"opener {segment.opener.name}", 1.0),
        ),
    )
