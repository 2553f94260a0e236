"""The source by itself in its own order: each paragraph with what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair
from artdiff.reports.marking import SIGNS
from artdiff.reports.view import Block, BlockKind, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.engine.values import Comparison, Link
    from artdiff.reports.marking import Marks
    from artdiff.session.state import Session


class _Carried(NamedTuple):
    """What is known of all variants: by paragraph, how many carry it, of how many that are compared."""

    by: Mapping[int, int]
    of: int


def source_blocks(session: Session, comparison: Comparison, marks: Marks) -> tuple[Block, ...]:
    """Return a block for each paragraph of the source, in its order.

    Args:
        session: its story and what is compared of it.
        comparison: with the variant shown.
        marks: of the source's side.
    """
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in comparison.links:
        for at in link.paragraphs.source if link.copy_of is None else ():
            links[at].append(link)
    carried, omitted = _carried(session), frozenset(comparison.omitted)
    return tuple(
        _block(at, links[at], " · ".join(_note(at, links[at], marks, carried)), is_omitted=at in omitted)
        for at in range(len(comparison.outlines.source.paragraphs))
    )


def _block(at: int, links: Sequence[Link], note: str, *, is_omitted: bool) -> Block:
    kind = BlockKind.LINKED if links else BlockKind.OMITTED if is_omitted else BlockKind.ALONE
    return Block(kind, Pair((at,), ()), links[0] if links else None, note if links or is_omitted else "")


def _note(at: int, links: Sequence[Link], marks: Marks, carried: _Carried) -> Iterator[str]:
    """Yield what became of a paragraph: where it stands, how it was changed, what was found in it, who else carries it."""
    there = sorted({index for link in links for index in link.paragraphs.variant})
    yield f"¶{at + 1} → {numbers(there)}" if there else f"¶{at + 1} left out"
    beside = sorted({index for link in links for index in link.paragraphs.source} - {at})
    if beside:
        yield f"with {numbers(beside)}"
    if any(link.moved for link in links):
        yield "moved"
    if links and all(link.rewritten for link in links):
        yield "rewritten"
    found = Counter(mark.verdict for mark in marks.get(at, ()))
    if found and links:
        yield " ".join(f"{SIGNS[verdict]}{found[verdict]}" for verdict in SIGNS if found[verdict])
    if carried.of > 1:
        yield f"in {carried.by.get(at, 0)} of {carried.of} rewrites"


def _carried(session: Session) -> _Carried:
    story = session.current_story
    pairs = (Pair(story.source, variant) for variant in story.variants) if story else ()
    compared = [session.comparisons[pair] for pair in pairs if pair in session.comparisons]
    by = Counter(at for one in compared for at in {at for link in one.links for at in link.paragraphs.source})
    return _Carried(by, len(compared))
