"""Quotations: verbatim, trimmed, edited or invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.speech.edits import telling_changes
from artdiff.engine.verdicts.speech.quotations import find_origins
from artdiff.engine.verdicts.speech.wording import NOTHING, compare_words, is_partial, joined, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.speech.quotations import Origin, Stretch
    from artdiff.engine.verdicts.speech.wording import Change, Comparison, Word

SAME_QUOTATION = 0.45
"""From this share of agreeing words on a quotation comes from the source's, however edited."""
SAME_PHRASE = 0.65
"""The same for a phrase of few words."""
REPORTED = 0.75
"""From this share of the content words on quoted words put the source's own words in quotation marks."""
FABRICATED = 0.5
"""Below this share of its words in the source's linked sentences a quotation is made up."""
SCARE = 3
"""Up to so many words in quotation marks may be the writer's own distance rather than anybody's words."""
NAMING = frozenset(
    stems(
        "word term phrase name mean meaning signify define definition spell title entitle nickname abbreviation acronym "
        "synonym guess answer label category heading password slogan motto".split()
    )
)
"""Words in front of quotation marks that set off a term rather than what somebody said."""
LONGEST = 250
"""So many tokens of a source sentence are compared with a quotation."""


def judge_quotes(analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return what became of every quotation of the variant."""
    judge = _Quotes(analyses, alignment)
    return [judgement for origin in find_origins(analyses, alignment) for judgement in judge.judge(origin)]


class _Quotes:
    """The judge, with what it has read of the source."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._analyses, self._alignment = analyses, alignment
        self._words: dict[int, list[Word]] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def judge(self, origin: Origin) -> Iterator[Judgement]:
        """Yield what became of one quotation: one judgement, or one for each place where its words were changed."""
        needed = SAME_QUOTATION if len(origin.words) > SCARE else SAME_PHRASE
        if origin.stretch is None or origin.comparison.coverage < needed:
            yield self._unquoted(origin)
            return
        words = Pair(origin.stretch.words, origin.words)
        found = joined(telling_changes(self._analyses, words, origin.comparison.changes))
        yield from (self._altered(origin, origin.stretch, change) for change in found)
        if not found:
            yield self._kept(origin, origin.stretch)

    def _kept(self, origin: Origin, stretch: Stretch) -> Judgement:
        theirs = _word_span(self._analyses.source.text.tokens, stretch.words, origin.comparison.agreed)
        reason = f"The source has the same words: {self._quoted(theirs)}."
        return _judgement(Verdict.SUPPORTED, Pair(theirs, origin.quotation.span), reason, "quotes.kept", 0.95)

    def _altered(self, origin: Origin, stretch: Stretch, change: Change) -> Judgement:
        """Say that words of a quotation were changed."""
        ours = _word_span(self._analyses.variant.text.tokens, origin.words, change.variant)
        theirs = _word_span(self._analyses.source.text.tokens, stretch.words, change.source)
        said = quote(self._analyses.variant.text.document.text, ours)
        reason = f"Inside the quotation the source has {self._quoted(theirs)}, the rewrite {said}."
        return _judgement(Verdict.ALTERED, Pair(theirs, ours), reason, "quotes.words", 0.92)

    def _unquoted(self, origin: Origin) -> Judgement:
        """Return what became of words that the source has in no quotation: its own words quoted, reworded or made up."""
        supports = self._alignment.supports[origin.quotation.sentence].sentences
        best, words = self._best_sentence(origin, supports)
        share = self._share(origin, supports)
        span, short = origin.quotation.span, self._is_phrase(origin)
        if best.coverage >= REPORTED or (short and max(best.coverage, share) >= FABRICATED):
            theirs = _word_span(self._analyses.source.text.tokens, words, best.agreed) if words else None
            reason = "The source says this, though not as a quotation."
            return _judgement(Verdict.SUPPORTED, Pair(theirs, span), reason, "quotes.reported", 0.6)
        ours = quote(self._analyses.variant.text.document.text, span)
        if short:
            reason = f"The source says nothing like {ours}."
            rule, strength = ("quotes.term", 0.35) if self._is_term(origin) else ("quotes.phrase", 0.45)
            return _judgement(Verdict.HALLUCINATED, Pair(None, span), reason, rule, strength)
        if share >= FABRICATED:
            theirs = self._analyses.source.text.sentences[supports[0]].span
            reason = f"The source only reports this, without the words {ours}."
            strength = 0.4 if share >= REPORTED else 0.6
            return _judgement(Verdict.ALTERED, Pair(theirs, span), reason, "quotes.reworded", strength)
        reason = f"Nobody says {ours} in the source."
        return _judgement(Verdict.HALLUCINATED, Pair(None, span), reason, "quotes.invented", 0.88)

    def _is_phrase(self, origin: Origin) -> bool:
        """Say whether the marks may show the writer's own distance: few words, and no sentence of their own."""
        text = self._analyses.variant.text
        partial = is_partial(text.document.text, text.tokens, origin.words[0].first)
        spoken = not partial and len(origin.words) > 1 and origin.quotation.speech.speaker is not None
        named = all(not text.tokens[word.first].text[0].islower() for word in origin.words)
        return len(origin.words) <= SCARE and (named or not spoken)

    def _is_term(self, origin: Origin) -> bool:
        """Say whether the marks set off a word as such, its meaning or a name: 'the word "luck"', 'means "to copy"'."""
        text = self._analyses.variant.text
        before = text.tokens[text.sentences[origin.quotation.sentence].tokens[0] : origin.quotation.tokens[0]]
        return any(token.stem in NAMING for token in before)

    def _best_sentence(self, origin: Origin, supports: Sequence[int]) -> tuple[Comparison, list[Word]]:
        """Return how a quotation agrees with that of the linked sentences that has most of its words, in order."""
        compared = [(compare_words(origin.words, words), words) for words in map(self._words_of, supports)]
        return max(compared, key=lambda row: row[0].coverage, default=(NOTHING, []))

    def _words_of(self, sentence: int) -> list[Word]:
        if sentence not in self._words:
            text = self._analyses.source.text
            first, last = text.sentences[sentence].tokens
            self._words[sentence] = words_of(text.tokens, first, min(last, first + LONGEST))
        return self._words[sentence]

    def _share(self, origin: Origin, supports: Sequence[int]) -> float:
        """Return the share of a quotation's content words that the linked sentences have, in any order and inflection."""
        tokens = self._analyses.variant.text.tokens
        stems = {tokens[word.first].stem for word in origin.words if word.norm not in FUNCTION_WORDS}
        found = sum(any(stem in self._stems_of(sentence) for sentence in supports) for stem in stems)
        return found / len(stems) if found > 1 or len(stems) == 1 else 0.0

    def _stems_of(self, sentence: int) -> frozenset[str]:
        if sentence not in self._stems:
            text = self._analyses.source.text
            self._stems[sentence] = frozenset(token.stem for token in text.words_of(text.sentences[sentence]))
        return self._stems[sentence]

    def _quoted(self, span: Span) -> str:
        return quote(self._analyses.source.text.document.text, span)


def _word_span(tokens: Sequence[Token], words: Sequence[Word], places: tuple[int, int]) -> Span:
    """Return the span of some words, or of the words around the gap where there are none."""
    first, last = places
    if first == last:
        first, last = max(0, first - 1), min(len(words), last + 1)
    return Span(tokens[words[first].first].start, tokens[words[last - 1].last - 1].end)


def _judgement(verdict: Verdict, spans: Pair[Span | None], reason: str, rule: str, strength: float) -> Judgement:
    return Judgement(verdict, FactKind.QUOTE, spans, reason, rule, strength)
