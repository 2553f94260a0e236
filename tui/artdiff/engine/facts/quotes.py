"""Quotations and reported speech, each with who says it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.cues import THINKING_FORMS
from artdiff.engine.facts.fact import Fact, Speech
from artdiff.engine.facts.marks import find_quoted
from artdiff.engine.facts.sayings import find_sayings, said
from artdiff.engine.facts.voices import Quotation, Voices
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import PUNCTUATION
from artdiff.engine.values import FactKind, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.facts.marks import Quoted
    from artdiff.engine.facts.saying_reader import Saying
    from artdiff.engine.facts.voices import Speaker
    from artdiff.engine.language.segmentation import Segmentation

LONGEST_TITLE = 8
"""How many words the title of a work may have."""
GENERAL = frozenset(
    "said say says saying told tell tells telling added add adds adding according stated reporters journalists".split()
)
"""Words of saying that tell nothing of what is said."""
UNTOLD = GENERAL | FUNCTION_WORDS
HEADLINES = frozenset({ParagraphRole.HEADLINE, ParagraphRole.HEADING})


def find_speech(text: Segmentation, marks: Sequence[int], names: Sequence[Fact] = ()) -> list[Fact]:
    """Return the quotations and the attributions of a document.

    Args:
        text: the segmented document.
        marks: what each of its tokens does in a phrase, see `phrase_words`.
        names: the facts that `find_names` found there; they tell the speakers' entities.
    """
    quotations = _quotations(text)
    sayings = find_sayings(text, marks, [(quotation.first, quotation.last) for quotation in quotations])
    voices = Voices(text, marks, quotations, sayings, names)
    speakers = [voices.speaker(saying) for saying in sayings]
    facts = [_quote(text, quotation, voices.of_quotation(quotation, speakers)) for quotation in quotations]
    facts += _attributions(text, sayings, speakers, quotations)
    return sorted(facts, key=attrgetter("span"))


def _quote(text: Segmentation, quotation: Quotation, speaker: Speaker) -> Fact:
    tokens = text.tokens[quotation.first : quotation.last]
    words = tuple(token.norm for token in tokens if token.kind is not PUNCTUATION)
    value = _speech(words, speaker, direct=True)
    span = Span(tokens[0].start, tokens[-1].end)
    return Fact(FactKind.QUOTE, span, (quotation.first, quotation.last), quotation.sentence, value)


def _speech(words: tuple[str, ...], speaker: Speaker, *, direct: bool, thought: bool = False) -> Speech:
    span, _, entity, names, traits, antecedent = speaker
    return Speech(words, span, entity, direct, names, traits, antecedent, thought)


def _attributions(
    text: Segmentation,
    sayings: Sequence[Saying],
    speakers: Sequence[Speaker],
    quotations: Sequence[Quotation],
) -> Iterator[Fact]:
    """Yield one attribution for each saying, with the stems of what is said."""
    ends = [quotation.last for quotation in quotations]
    tokens, norms, stems = text.tokens, text.norms, text.stems
    for (first, last), saying, speaker in zip(said(text, sayings), sayings, speakers, strict=True):
        if speaker.span is None:
            continue
        begin, end = saying.speaker
        words = [
            stems[at]
            for at in range(first, last)
            if norms[at] not in UNTOLD and not begin <= at < end and tokens[at].kind is not PUNCTUATION
        ]
        after = bisect_right(ends, first)
        direct = after < len(ends) and quotations[after].first < last
        thought = norms[saying.cue] in THINKING_FORMS
        value = _speech(tuple(words), speaker, direct=direct, thought=thought)
        yield Fact(FactKind.ATTRIBUTION, speaker.span, speaker.tokens, saying.sentence, value)


_start = attrgetter("start")


def _quotations(text: Segmentation) -> list[Quotation]:
    """Return the quotations as token ranges, titles of works left out."""
    quoted = find_quoted(text)
    if not quoted:
        return []
    found = (_quotation(text, item) for item in quoted)
    return [quotation for quotation in found if quotation and not _is_title(text, quotation)]


def _quotation(text: Segmentation, quoted: Quoted) -> Quotation | None:
    first = bisect_left(text.tokens, quoted.span.start, key=_start)
    last = bisect_left(text.tokens, quoted.span.end, first, key=_start)
    while first < last and text.tokens[first].kind is PUNCTUATION:
        first += 1
    while first < last and text.tokens[last - 1].kind is PUNCTUATION:
        last -= 1
    if first == last:
        return None
    return Quotation(first, last, text.sentence_of[first], text.sentence_of[last - 1], quoted.open_ended)


def _is_title(text: Segmentation, quotation: Quotation) -> bool:
    """Say whether the words are the title of a work: every word of weight has a capital, none ends a sentence."""
    words = [at for at in range(quotation.first, quotation.last) if text.tokens[at].kind is not PUNCTUATION]
    paragraph = text.paragraphs[text.sentences[quotation.sentence].paragraph]
    if len(words) > LONGEST_TITLE or paragraph.role in HEADLINES or not text.tokens[words[0]].text[0].isupper():
        return False
    weighty = [text.tokens[at] for at in words if text.tokens[at].norm not in FUNCTION_WORDS]
    return bool(weighty) and all(token.text[0].isupper() for token in weighty)
