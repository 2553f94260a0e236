"""The word diff inside a link: what a reader sees change, without confetti."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from artdiff.documents.document import Span
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import PUNCTUATION
from artdiff.engine.values import Edit, EditOperation, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import Link

REWRITTEN = 0.35
"""Below this similarity of the token sequences a word diff is noise (measured on the seeds)."""
ISLAND = 3
"""So many words between two changes may be too little to stand by themselves."""
INSERT: Final = EditOperation.INSERT
DELETE: Final = EditOperation.DELETE
REPLACE: Final = EditOperation.REPLACE
LARGEST = 400_000_000
"""Tokens of both sides multiplied: of larger paragraphs, which nobody wrote, a word diff takes more than 50 MB."""


Change = tuple[int, int, int, int]
"""Token ranges that differ: where the source's begins and ends, and the variant's."""


def with_edits(links: Iterable[Link], analyses: Pair[Analysis]) -> tuple[Link, ...]:
    """Return the links with their word diffs, or marked as rewritten."""
    return tuple(_with_edits(link, analyses) for link in links)


def _with_edits(link: Link, analyses: Pair[Analysis]) -> Link:
    places = Pair(_places(analyses.source, link.paragraphs.source), _places(analyses.variant, link.paragraphs.variant))
    norms = Pair(_norms(analyses.source, places.source), _norms(analyses.variant, places.variant))
    if len(norms.source) * len(norms.variant) > LARGEST:
        return link._replace(rewritten=True)
    if Indel.normalized_similarity(norms.source, norms.variant) < REWRITTEN:
        return link._replace(rewritten=True)
    tokens = Pair(_tokens(analyses.source, places.source), _tokens(analyses.variant, places.variant))
    changes = _changes(norms, tokens.variant)
    return link._replace(edits=tuple(_edit(change, tokens) for change in changes))


def _places(analysis: Analysis, paragraphs: Iterable[int]) -> list[slice]:
    """Return where the tokens of some paragraphs stand, those of repeated headlines and the like included."""
    sentences = analysis.text.sentences
    ranges = [analysis.text.paragraph_sentences[paragraph] for paragraph in paragraphs]
    return [slice(sentences[first].tokens[0], sentences[last - 1].tokens[1]) for first, last in ranges if first < last]


def _norms(analysis: Analysis, places: Iterable[slice]) -> list[str]:
    return list(chain.from_iterable([analysis.text.norms[place] for place in places]))


def _tokens(analysis: Analysis, places: Iterable[slice]) -> list[Token]:
    return list(chain.from_iterable([analysis.text.tokens[place] for place in places]))


def _changes(norms: Pair[list[str]], tokens: Sequence[Token]) -> list[Change]:
    """Return the token ranges that differ, as one where only words without content part them; the variant's tokens are given."""
    changes: list[Change] = []
    source, variant, weak = 0, 0, False
    for ours, theirs, length in Indel.opcodes(norms.source, norms.variant).as_matching_blocks():
        if ours > source or theirs > variant:
            if weak:
                source, _, variant, _ = changes.pop()
            changes.append((source, ours, variant, theirs))
        source, variant = ours + length, theirs + length
        weak = bool(changes) and length <= ISLAND and _weak(tokens[theirs:variant])
    return changes


def _weak(island: Sequence[Token]) -> bool:
    """Say whether the equal tokens between two changes are too little to be worth showing as equal."""
    return all(token.kind is PUNCTUATION or token.norm in FUNCTION_WORDS for token in island)


def _edit(change: Change, tokens: Pair[list[Token]]) -> Edit:
    source, source_end, variant, variant_end = change
    spans = Pair(_span(tokens.source, source, source_end), _span(tokens.variant, variant, variant_end))
    if source == source_end:
        return Edit(INSERT, spans)
    return Edit(REPLACE if variant < variant_end else DELETE, spans)


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    if first < last:
        return Span(tokens[first].start, tokens[last - 1].end)
    at = tokens[first].start if first < len(tokens) else tokens[-1].end if tokens else 0
    return Span(at, at)
