"""The word diff inside a link: what a reader sees change, without confetti."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

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
LARGEST = 400_000_000
"""Tokens of both sides multiplied: of larger paragraphs, which nobody wrote, a word diff takes more than 50 MB."""


class _Change(NamedTuple):
    """Half-open token ranges that differ."""

    source: tuple[int, int]
    variant: tuple[int, int]


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
    changes = _joined(_changes(norms), tokens.variant)
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


def _changes(norms: Pair[list[str]]) -> list[_Change]:
    """Return the token ranges that differ: those between the blocks that agree."""
    changes: list[_Change] = []
    source, variant = 0, 0
    for ours, theirs, length in Indel.opcodes(norms.source, norms.variant).as_matching_blocks():
        if ours > source or theirs > variant:
            changes.append(_Change((source, ours), (variant, theirs)))
        source, variant = ours + length, theirs + length
    return changes


def _joined(changes: Sequence[_Change], tokens: Sequence[Token]) -> list[_Change]:
    """Join changes that only words without content part."""
    joined: list[_Change] = []
    for change in changes:
        if joined and _weak(tokens[joined[-1].variant[1] : change.variant[0]]):
            last = joined.pop()
            joined.append(_Change((last.source[0], change.source[1]), (last.variant[0], change.variant[1])))
        else:
            joined.append(change)
    return joined


def _weak(island: Sequence[Token]) -> bool:
    """Say whether the equal tokens between two changes are too little to be worth showing as equal."""
    if len(island) > ISLAND:
        return False
    return all(token.kind is PUNCTUATION or token.norm in FUNCTION_WORDS for token in island)


def _edit(change: _Change, tokens: Pair[list[Token]]) -> Edit:
    spans = Pair(_span(tokens.source, change.source), _span(tokens.variant, change.variant))
    if not spans.source.length:
        return Edit(EditOperation.INSERT, spans)
    return Edit(EditOperation.REPLACE if spans.variant.length else EditOperation.DELETE, spans)


def _span(tokens: Sequence[Token], ends: tuple[int, int]) -> Span:
    first, last = ends
    if first < last:
        return Span(tokens[first].start, tokens[last - 1].end)
    at = tokens[first].start if first < len(tokens) else tokens[-1].end if tokens else 0
    return Span(at, at)
