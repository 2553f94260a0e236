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
    """Return the differing token ranges; Indel's opcodes never say replace, so neighbours are merged."""
    changes: list[_Change] = []
    for opcode in Indel.opcodes(norms.source, norms.variant):
        if opcode.tag == "equal":
            continue
        source_start, source_end = opcode.src_start, opcode.src_end
        start, end = opcode.dest_start, opcode.dest_end
        if changes and changes[-1].source[1] == source_start and changes[-1].variant[1] == start:
            last = changes.pop()
            source_start, start = last.source[0], last.variant[0]
        changes.append(_Change((source_start, source_end), (start, end)))
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
    content = [token for token in island if token.kind is not PUNCTUATION and token.norm not in FUNCTION_WORDS]
    return not content and len(island) <= 3


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
