"""Quotations: verbatim, trimmed, edited or invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.function_words import FUNCTION_WORDS, PRONOUNS, is_negator
from artdiff.engine.values import FactKind, Pair, Side, Verdict
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.quotations import find_origins
from artdiff.engine.verdicts.wording import NOTHING, compare_words, is_partial, joined, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.quotations import Origin
    from artdiff.engine.verdicts.wording import Change, Comparison, Word

SAME_QUOTATION = 0.45
"""From this share of agreeing words on a quotation comes from the source's, however edited."""
REPORTED = 0.75
"""From this share of the content words on quoted words put the source's own words in quotation marks."""
FABRICATED = 0.4
"""Below this share of its words in the source's linked sentences a quotation is made up."""
SCARE = 3
"""Up to so many words in quotation marks may be the writer's own distance rather than anybody's words."""
NEUTRAL = frozenset(
    "the a an that which this these those and but so then well oh um uh yes yeah is has of to for in on at "
    "will would have had are were was be been just very really also".split()
)
"""Words that change little when they come, go or replace each other inside a quotation: no verdict rests on them."""
ELLIPSES = frozenset({"…", "[", "]", "..."})
STOPS = frozenset(".!?;:—–…")
OPENING = frozenset("“\"‘'«")
CLOSING = frozenset("”\"’'»,")


def judge_quotes(analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return what became of every quotation of the variant."""
    judgements: list[Judgement] = []
    for origin in find_origins(analyses, alignment):
        judgements += judge_quotation(analyses, alignment, origin)
    return judgements


def judge_quotation(analyses: Pair[Analysis], alignment: Alignment, origin: Origin) -> Iterator[Judgement]:
    """Yield what became of one quotation: one judgement, or one for each place where its words were changed."""
    if origin.comparison.coverage >= SAME_QUOTATION and origin.stretch:
        found = list(_changes(analyses, origin.words, origin.stretch.words, origin.comparison))
        yield from (_altered(analyses, origin, change) for change in found)
        if not found:
            yield _kept(analyses, origin)
    else:
        yield from _unquoted(analyses, alignment, origin)


def _changes(
    analyses: Pair[Analysis], variant: Sequence[Word], source: Sequence[Word], comparison: Comparison
) -> Iterator[Change]:
    """Yield the changes that matter, those next to each other as one."""
    reader = _Reader(analyses, variant, source)
    yield from joined([change for change in comparison.changes if reader.matters(change)])


class _Reader:
    """What tells a change of a quotation's words from a shorter cut of it."""

    def __init__(self, analyses: Pair[Analysis], variant: Sequence[Word], source: Sequence[Word]) -> None:
        self._analyses = analyses
        self._variant, self._source = variant, source
        text = analyses.variant.text
        partial = is_partial(text.document.text, text.tokens, variant[0].first)
        self._neutral = NEUTRAL | PRONOUNS if partial else NEUTRAL

    def matters(self, change: Change) -> bool:
        """Say whether a change makes the quotation say something that was not said."""
        ours, theirs = self._variant[slice(*change.variant)], self._source[slice(*change.source)]
        if self._is_marked(change) or (not ours and self._is_cut(theirs)):
            return False
        if any(is_negator(word.norm) for word in (*ours, *theirs)):
            return True
        said = {self._stem(Side.VARIANT, word) for word in ours if word.norm not in self._neutral}
        meant = {self._stem(Side.SOURCE, word) for word in theirs if word.norm not in self._neutral}
        return said != meant if ours else bool(meant)

    def _stem(self, side: Side, word: Word) -> str:
        return word.norm if word.norm[0] == "#" else self._analyses.of(side).text.tokens[word.first].stem

    def _is_marked(self, change: Change) -> bool:
        """Say whether the quotation itself owns up to the change, by dots or brackets."""
        text = self._analyses.variant.text
        first = self._variant[change.variant[0] - 1].last if change.variant[0] else self._variant[0].first
        last = (
            self._variant[change.variant[1]].first
            if change.variant[1] < len(self._variant)
            else self._variant[-1].last
        )
        between = text.tokens[first:last]
        dots = sum(token.text == "." for token in between)
        return dots >= 2 or any(token.text in ELLIPSES for token in between)

    def _is_cut(self, theirs: Sequence[Word]) -> bool:
        """Say whether the missing words are whole sentences of the source's quotation."""
        tokens = self._analyses.source.text.tokens
        before, after = tokens[theirs[0].first - 1], tokens[min(theirs[-1].last, len(tokens) - 1)]
        return (before.text in STOPS or before.text in OPENING) and (
            after.text in STOPS or after.text in CLOSING
        )


def _kept(analyses: Pair[Analysis], origin: Origin) -> Judgement:
    counterpart = _source_span(analyses, origin, origin.comparison.agreed)
    reason = f"The source has the same words: {quote(analyses.source.text.document.text, counterpart)}."
    return _judgement(
        Verdict.SUPPORTED, Pair(counterpart, origin.quotation.span), reason, "quotes.kept", 0.95
    )


def _altered(analyses: Pair[Analysis], origin: Origin, change: Change) -> Judgement:
    """Say that words of a quotation were changed."""
    ours = _word_span(analyses.variant.text.tokens, origin.words, change.variant)
    theirs = _source_span(analyses, origin, change.source)
    texts = analyses.source.text.document.text, analyses.variant.text.document.text
    reason = (
        f"Inside the quotation the source has {quote(texts[0], theirs)}, the rewrite {quote(texts[1], ours)}."
    )
    return _judgement(Verdict.ALTERED, Pair(theirs, ours), reason, "quotes.words", 0.92)


def _source_span(analyses: Pair[Analysis], origin: Origin, places: tuple[int, int]) -> Span:
    words = origin.stretch.words if origin.stretch else []
    return _word_span(analyses.source.text.tokens, words, places)


def _word_span(tokens: Sequence[Token], words: Sequence[Word], places: tuple[int, int]) -> Span:
    """Return the span of some words, or of the words around the gap where there are none."""
    first, last = places
    if first == last:
        first, last = max(0, first - 1), min(len(words), last + 1)
    return Span(tokens[words[first].first].start, tokens[words[last - 1].last - 1].end)


def _judgement(
    verdict: Verdict, spans: Pair[Span | None], reason: str, rule: str, strength: float
) -> Judgement:
    return Judgement(verdict, FactKind.QUOTE, spans, reason, rule, strength)


def _unquoted(analyses: Pair[Analysis], alignment: Alignment, origin: Origin) -> Iterator[Judgement]:
    """Yield what became of words that no quotation of the source has: its own words quoted, reworded or made up."""
    text = analyses.source.text
    supports = alignment.supports[origin.quotation.sentence].sentences
    compared = [(compare_words(origin.words, words), words) for words in _bases(analyses, supports, origin)]
    best, words = max(compared, key=lambda row: row[0].coverage, default=(NOTHING, []))
    ours = quote(analyses.variant.text.document.text, origin.quotation.span)
    if best.coverage >= REPORTED or (len(origin.words) <= SCARE and best.coverage >= 0.5):
        theirs = _word_span(text.tokens, words, best.agreed)
        reason = f"The source says {quote(text.document.text, theirs)}, though not as a quotation."
        yield _judgement(
            Verdict.SUPPORTED, Pair(theirs, origin.quotation.span), reason, "quotes.reported", 0.6
        )
        return
    share = _share(analyses, origin, supports)
    if len(origin.words) <= SCARE:
        strength = 0.4 if share else 0.45
        yield _judgement(
            Verdict.HALLUCINATED,
            Pair(None, origin.quotation.span),
            f"The source says nothing like {ours}.",
            "quotes.phrase",
            strength,
        )
    elif share >= REPORTED:
        return
    elif share >= FABRICATED and supports:
        theirs = text.sentences[supports[0]].span
        reason = f"The source only reports this, without the words {ours}."
        yield _judgement(Verdict.ALTERED, Pair(theirs, origin.quotation.span), reason, "quotes.reworded", 0.6)
    else:
        reason = f"Nobody says {ours} in the source."
        yield _judgement(
            Verdict.HALLUCINATED, Pair(None, origin.quotation.span), reason, "quotes.invented", 0.88
        )


def _bases(analyses: Pair[Analysis], supports: Sequence[int], origin: Origin) -> Iterator[list[Word]]:
    """Yield the words of the source's sentences that a quotation may have been made from."""
    text = analyses.source.text
    for index in supports:
        yield words_of(text.tokens, *text.sentences[index].tokens)


def _share(analyses: Pair[Analysis], origin: Origin, supports: Sequence[int]) -> float:
    """Return the share of a quotation's content words that the linked sentences have, in any order and inflection."""
    source, variant = analyses
    said = {token.stem for index in supports for token in source.text.words_of(source.text.sentences[index])}
    stems = [variant.text.tokens[word.first].stem for word in origin.words if word.norm not in FUNCTION_WORDS]
    return sum(stem in said for stem in stems) / len(stems) if stems else 0.0
