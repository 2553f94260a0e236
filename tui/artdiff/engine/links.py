"""Links: which paragraphs of a variant carry the same content as which paragraphs of its source."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from artdiff.engine.alignment import Alignment
from artdiff.engine.correspondence import correspond
from artdiff.engine.cover import HEADER, SILENT, Cover
from artdiff.engine.repeats import find_first_copies, find_repeats
from artdiff.engine.values import Link, Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis

UNMOVED = HEADER | SILENT
"""What has its place at the head or the foot of an article."""
RUNNING = frozenset({ParagraphRole.BODY, ParagraphRole.QUOTATION})


def align(analyses: Pair[Analysis]) -> Alignment:
    """Find the links between two documents, and for each variant sentence its support."""
    source, variant = analyses
    first_copies = find_first_copies(variant)
    cover = Cover(analyses, first_copies)
    supports = cover.supports()
    rows = correspond(analyses, cover, supports, first_copies)
    links = _links(analyses, supports, first_copies, rows)
    linked = {paragraph for link in links for paragraph in link.paragraphs.source}
    omitted = tuple(
        at for at, paragraph in enumerate(source.text.paragraphs) if paragraph.role in RUNNING and at not in linked
    )
    return Alignment(tuple(links), tuple(supports), omitted, find_repeats(variant, first_copies), first_copies)


def _links(
    analyses: Pair[Analysis],
    supports: Sequence[Support],
    first_copies: Sequence[int | None],
    rows: Sequence[tuple[int, ...]],
) -> list[Link]:
    links: list[Link] = []
    places: dict[int, int] = {}
    for paragraph, linked in enumerate(rows):
        if not linked:
            continue
        first = first_copies[paragraph]
        copy_of = places.get(first) if first is not None else None
        sentences = range(*analyses.variant.text.paragraph_sentences[paragraph])
        similarity = sum(supports[at].coverage for at in sentences) / len(sentences)
        places[paragraph] = len(links)
        links.append(Link(Pair(linked, (paragraph,)), round(similarity, 3), rewritten=False, copy_of=copy_of))
    return _with_moves(analyses.variant, links)


def _with_moves(variant: Analysis, links: list[Link]) -> list[Link]:
    """Mark the links that stand out of the source's order: those outside the longest run that keeps it."""
    told = [
        at
        for at, link in enumerate(links)
        if link.copy_of is None and variant.text.paragraphs[link.paragraphs.variant[0]].role not in UNMOVED
    ]
    kept = {told[at] for at in _longest_rise([links[at].paragraphs.source[0] for at in told])}
    return [link._replace(moved=at in told and at not in kept) for at, link in enumerate(links)]


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest subsequence that never falls (patience sorting)."""
    tails: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_right(tails, value, key=lambda index: values[index])
        before.append(tails[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [at]
    rise: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]
