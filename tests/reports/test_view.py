import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import Comparison, Pair, ParagraphRole, Repeat
from artdiff.reports.view import Block, BlockKind, blocks, numbers, paragraph_at, plain_blocks
from tests.session.example import comparison, finding, link, outline, span


def shape(one: Comparison, *, omissions_shown: bool = True) -> list[tuple[str, list[int], list[int]]]:
    return [
        (block.kind.value, list(block.paragraphs.source), list(block.paragraphs.variant))
        for block in blocks(one, omissions_shown=omissions_shown)
    ]


def only(one: Comparison, kind: BlockKind) -> Block:
    (block,) = (block for block in blocks(one, omissions_shown=True) if block.kind is kind)
    return block


def test_the_order_is_the_variants_and_omitted_paragraphs_stand_at_their_place() -> None:
    one = comparison(
        links=[link([0], [0]), link([3, 4], [1]), link([1], [2], moved=True)], omitted=[2, 5], paragraphs=(6, 3)
    )
    assert shape(one) == [
        ("linked", [0], [0]),
        ("linked", [3, 4], [1]),
        ("omitted", [5], []),
        ("linked", [1], [2]),
        ("omitted", [2], []),
    ]
    assert [block.note for block in blocks(one, omissions_shown=True)][3] == "moved from ¶2"


def test_folding_joins_neighbours_to_a_line_with_their_count() -> None:
    one = comparison(links=[link([1], [0])], omitted=[0, 2, 3, 5], paragraphs=(6, 1))
    folded = blocks(one, omissions_shown=False)
    assert [(block.kind, block.note) for block in folded] == [
        (BlockKind.FOLDED, "1 paragraph omitted: ¶1"),
        (BlockKind.LINKED, ""),
        (BlockKind.FOLDED, "2 paragraphs omitted: ¶3–4"),
        (BlockKind.ALONE, ""),
        (BlockKind.FOLDED, "1 paragraph omitted: ¶6"),
    ]


def test_a_repeated_block_is_said_once() -> None:
    repeat = Repeat((0, 1), (2, 3))
    links = [link([0], [0]), link([1], [1]), link([0], [2]), link([1], [3])]
    one = comparison(links=links, repeats=[repeat], paragraphs=(2, 5))
    assert [kind for kind, _, _ in shape(one)] == ["linked", "linked", "repeated", "added"]
    assert only(one, BlockKind.REPEATED).note == "¶3–4 repeat ¶1–2"


def test_a_source_paragraph_stands_in_full_once_and_again_where_a_finding_needs_it() -> None:
    links = [link([0, 1], [0]), link([1, 2], [1])]
    assert [block.again for block in blocks(comparison(links=links), omissions_shown=True)][:2] == [frozenset(), {1}]
    flagged = comparison(finding(variant=1, source=2), links=links)
    assert all(not block.again for block in blocks(flagged, omissions_shown=True))


def test_a_counterpart_from_elsewhere_stands_beside_its_finding() -> None:
    one = comparison(finding(variant=0, source=2), links=[link([0], [0])], omitted=[1, 2])
    assert only(one, BlockKind.LINKED).evidence == (2,)
    assert ("omitted", [2], []) in shape(one)


def test_what_nothing_corresponds_to_says_so_but_not_a_headline() -> None:
    one = comparison(roles={0: ParagraphRole.HEADLINE})
    variants = [block for block in blocks(one, omissions_shown=True) if block.paragraphs.variant]
    assert [(block.kind, bool(block.note)) for block in variants] == [
        (BlockKind.ALONE, False),
        (BlockKind.ADDED, True),
        (BlockKind.ADDED, True),
    ]


def test_a_link_is_divided_where_the_variant_says_something_else_between() -> None:
    one = comparison(links=[link([0], [0, 2]), link([1], [1])])
    linked = [row for row in shape(one) if row[0] == "linked"]
    assert linked == [("linked", [0], [0]), ("linked", [1], [1]), ("linked", [0], [2])]


def test_a_document_by_itself() -> None:
    assert [block.paragraphs for block in plain_blocks(outline("a", 2))] == [Pair((0,), ()), Pair((1,), ())]


@pytest.mark.parametrize(
    ("indices", "words"), [([], ""), ([2], "¶3"), ([2, 3, 4], "¶3–5"), ([0, 2, 3, 8], "¶1, ¶3–4, ¶9")]
)
def test_numbers(indices: list[int], words: str) -> None:
    assert numbers(indices) == words


@pytest.mark.parametrize(("offset", "paragraph"), [(0, 0), (9, 0), (11, 0), (12, 1), (24, 2), (999, 2)])
def test_the_paragraph_of_an_offset(offset: int, paragraph: int) -> None:
    assert paragraph_at(outline("a", 3), offset) == paragraph
    assert paragraph_at(outline("a", 0), offset) == 0


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    source, variant = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    taken = draw(st.permutations(range(variant)))
    links = []
    while taken and source and draw(st.booleans()):
        rows, taken = taken[:2], taken[2:]
        sources = draw(st.sets(st.integers(0, source - 1), min_size=1, max_size=3))
        links.append(link(sorted(sources), sorted(rows), moved=draw(st.booleans())))
    linked = {at for one in links for at in one.paragraphs.source}
    omitted = [at for at in range(source) if at not in linked and draw(st.booleans())]
    half = variant // 2
    repeats = [Repeat(tuple(range(half)), tuple(range(half, 2 * half)))] if half and draw(st.booleans()) else []
    found = [finding(at, 0) for at in range(variant) if source and draw(st.booleans())]
    return comparison(*found, links=links, omitted=omitted, repeats=repeats, paragraphs=(source, variant))


@given(one=comparisons(), omissions_shown=st.booleans())
def test_every_paragraph_is_shown_and_the_variants_in_order(one: Comparison, *, omissions_shown: bool) -> None:
    laid = blocks(one, omissions_shown=omissions_shown)
    variant = [at for block in laid for at in block.paragraphs.variant]
    assert variant == list(range(len(one.outlines.variant.paragraphs)))
    source = [at for block in laid for at in block.paragraphs.source if at not in block.again]
    assert set(source) == set(range(len(one.outlines.source.paragraphs)))
    for at in one.omitted:
        assert source.count(at) == 1


def test_spans_of_the_example() -> None:
    assert span(1) == (12, 22)
