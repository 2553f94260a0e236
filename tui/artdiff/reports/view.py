"""What the aligned view shows of a comparison: blocks in reading order, without widths or colours."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from artdiff.engine.values import Comparison, Link, Outline, Repeat


class BlockKind(StrEnum):
    """What a block of the view is."""

    LINKED = "linked"
    OMITTED = "omitted"
    FOLDED = "folded"
    REPEATED = "repeated"
    ADDED = "added"
    ALONE = "alone"
    AGREEING = "agreeing"


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand beside each other.

    Attributes:
        paragraphs: indices of each side's paragraphs; one side may be empty.
        link: the link that joins them; None for what stands alone.
        note: what a reader should know of it ("moved from ¶6"); "" for nothing.
        again: the source paragraphs that stood in full beside an earlier block, where a reference is enough; none of
            a block with flagged findings, which should be read beside what they were made of.
        evidence: source paragraphs that the link does not hold, but in which a counterpart of a finding stands.
    """

    kind: BlockKind
    paragraphs: Pair[tuple[int, ...]]
    link: Link | None = None
    note: str = ""
    again: frozenset[int] = frozenset()
    evidence: tuple[int, ...] = ()


def blocks(comparison: Comparison, *, omissions_shown: bool) -> tuple[Block, ...]:
    """Return the blocks in the variant's order, the source's own paragraphs at their place."""
    laid = list(_variant_blocks(comparison))
    placed = _placed(laid, _source_alone(comparison, laid))
    return tuple(placed if omissions_shown else _folded(placed))


def plain_blocks(outline: Outline) -> tuple[Block, ...]:
    """Return the blocks of a document that is compared with nothing, all on the source's side."""
    return tuple(Block(BlockKind.ALONE, Pair((index,), ())) for index in range(len(outline.paragraphs)))


def paragraph_at(outline: Outline, offset: int) -> int:
    """Return the index of the paragraph that holds an offset, or of the last before it."""
    return max(bisect_right(outline.paragraphs, offset, key=lambda row: row.span.start) - 1, 0)


class _Layer(NamedTuple):
    """What is looked up while the variant's paragraphs are gone through."""

    links: Mapping[int, Link]
    repeats: Mapping[int, Repeat]
    hidden: frozenset[int]
    evidence: Mapping[int, frozenset[int]]


def _variant_blocks(comparison: Comparison) -> Iterator[Block]:
    layer = _layer(comparison)
    shown: set[int] = set()
    outline = comparison.outlines.variant
    taken = -1
    for index in range(len(outline.paragraphs)):
        if index in layer.repeats:
            yield _repeated(layer.repeats[index])
        elif index in layer.hidden or index <= taken:
            continue
        elif index in layer.links:
            block = _linked(layer, index, shown)
            taken = block.paragraphs.variant[-1]
            shown.update(block.paragraphs.source)
            yield block
        else:
            yield _added(outline, index)


def _layer(comparison: Comparison) -> _Layer:
    return _Layer(
        links={index: link for link in comparison.links for index in link.paragraphs.variant},
        repeats={repeat.again[0]: repeat for repeat in comparison.repeats},
        hidden=frozenset(index for repeat in comparison.repeats for index in repeat.again),
        evidence=_evidence(comparison),
    )


def _evidence(comparison: Comparison) -> dict[int, frozenset[int]]:
    """Return for variant paragraphs with flagged findings the source paragraphs of the counterparts."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for finding in comparison.findings:
        source, variant = finding.spans
        if finding.flagged and variant:
            sources = found[paragraph_at(comparison.outlines.variant, variant.start)]
            sources.update([paragraph_at(comparison.outlines.source, source.start)] if source else ())
    return {index: frozenset(sources) for index, sources in found.items()}


def _linked(layer: _Layer, index: int, shown: set[int]) -> Block:
    """Return the block of a link, as far as its paragraphs follow one another from this one on."""
    link = layer.links[index]
    last = index
    while layer.links.get(last + 1) is link and last + 1 not in layer.hidden:
        last += 1
    variant = tuple(range(index, last + 1))
    source = link.paragraphs.source
    flagged = [layer.evidence[one] for one in variant if one in layer.evidence]
    again = frozenset[int]() if flagged else shown.intersection(source)
    evidence = sorted(frozenset[int]().union(*flagged).difference(source))
    note = f"moved from ¶{source[0] + 1}" if link.moved else ""
    return Block(BlockKind.LINKED, Pair(source, variant), link, note, frozenset(again), tuple(evidence))


def _repeated(repeat: Repeat) -> Block:
    count = len(repeat.again)
    what = f"{numbers(repeat.again)} repeats" if count == 1 else f"{numbers(repeat.again)} repeat"
    return Block(BlockKind.REPEATED, Pair((), repeat.again), note=f"{what} {numbers(repeat.first)}")


def numbers(indices: Sequence[int]) -> str:
    """Return paragraphs as people count them: "¶3", "¶3–5, ¶9"."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ", ".join(f"¶{run[0] + 1}" if len(run) == 1 else f"¶{run[0] + 1}–{run[-1] + 1}" for run in runs)


def _added(outline: Outline, index: int) -> Block:
    body = outline.paragraphs[index].role in {ParagraphRole.BODY, ParagraphRole.QUOTATION}
    kind = BlockKind.ADDED if body else BlockKind.ALONE
    return Block(kind, Pair((), (index,)), note="nothing in the source corresponds" if body else "")


def _source_alone(comparison: Comparison, laid: Iterable[Block]) -> Iterator[Block]:
    """Yield a block for each source paragraph that stands beside nothing."""
    linked = {index for block in laid for index in block.paragraphs.source}
    omitted = set(comparison.omitted)
    for index in range(len(comparison.outlines.source.paragraphs)):
        if index not in linked:
            kind = BlockKind.OMITTED if index in omitted else BlockKind.ALONE
            yield Block(kind, Pair((index,), ()), note="omitted" if index in omitted else "")


def _placed(laid: Sequence[Block], alone: Iterable[Block]) -> list[Block]:
    """Put each of the source's own paragraphs behind the first block that shows the nearest one before it."""
    first_shown: dict[int, int] = {}
    for at, block in enumerate(laid):
        for index in block.paragraphs.source:
            first_shown.setdefault(index, at)
    shown = sorted(first_shown)
    behind: defaultdict[int, list[Block]] = defaultdict(list)
    for block in alone:
        before = bisect_right(shown, block.paragraphs.source[0]) - 1
        behind[first_shown[shown[before]] if before >= 0 else -1].append(block)
    placed = list(behind[-1])
    for at, block in enumerate(laid):
        placed += [block, *behind[at]]
    return placed


def _folded(placed: Iterable[Block]) -> Iterator[Block]:
    """Join neighbouring omitted paragraphs to one line with their count."""
    run: list[int] = []
    for block in placed:
        if block.kind is BlockKind.OMITTED:
            run += block.paragraphs.source
            continue
        if run:
            yield _fold(run)
            run = []
        yield block
    if run:
        yield _fold(run)


def _fold(run: Sequence[int]) -> Block:
    count = f"{len(run)} paragraphs" if len(run) > 1 else "1 paragraph"
    return Block(BlockKind.FOLDED, Pair(tuple(run), ()), note=f"{count} omitted: {numbers(run)}")
