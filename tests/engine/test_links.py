import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.links import align
from artdiff.engine.values import Comparison, EditOperation, Pair
from tests.texts import analysis, compared

FIRST = "The river Orne burst its banks on Monday and flooded the old mill quarter of Halden."
SECOND = "Farmers lost four hundred sheep, the growers' union told reporters in a hasty statement."
THIRD = "Engineers will inspect the concrete bridge once the muddy water has fallen by a metre."


def rows(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.paragraphs.source, link.paragraphs.variant) for link in comparison.links]


def test_paragraphs_link_in_any_order_and_say_so() -> None:
    comparison = compared(f"{FIRST}\n{SECOND}\n{THIRD}", f"{SECOND}\n{THIRD}\n{FIRST}")
    assert rows(comparison) == [((1,), (0,)), ((2,), (1,)), ((0,), (2,))]
    assert [link.moved for link in comparison.links] == [False, False, True]


def test_merged_and_split_paragraphs_link_many_to_one() -> None:
    merged = compared(f"{FIRST}\n{SECOND}\n{THIRD}", f"{FIRST} {SECOND}\n{THIRD}")
    assert rows(merged) == [((0, 1), (0,)), ((2,), (1,))]


def test_what_nothing_carries_is_omitted_and_what_is_new_stays_alone() -> None:
    new = "A Portuguese orchestra rehearsed Mahler in Lisbon yesterday."
    comparison = compared(f"{FIRST}\n{SECOND}\n{THIRD}", f"{FIRST}\n{new}")
    assert rows(comparison) == [((0,), (0,))]
    assert comparison.omitted == (1, 2)


@pytest.mark.parametrize(
    ("variant", "operations"),
    [
        (FIRST, []),
        (FIRST.upper(), []),
        (FIRST.replace("Monday", "Tuesday"), [EditOperation.REPLACE]),
        (FIRST.replace("old ", ""), [EditOperation.DELETE]),
        (FIRST.replace("old ", "old timber "), [EditOperation.INSERT]),
    ],
)
def test_the_word_diff_marks_what_changed(variant: str, operations: list[EditOperation]) -> None:
    (link,) = compared(FIRST, variant).links
    assert [edit.operation for edit in link.edits] == operations


def test_a_rewritten_paragraph_has_no_word_diff() -> None:
    variant = "In Halden the mill quarter stood under water on Monday after the Orne left its bed."
    (link,) = compared(FIRST, variant).links
    assert link.rewritten
    assert link.edits == ()


def test_edits_of_neighbouring_words_are_one() -> None:
    (link,) = compared(FIRST, FIRST.replace("burst its banks on Monday", "left a bed of Tuesday")).links
    assert len(link.edits) == 1


paragraphs = st.lists(st.text(st.sampled_from("abcde fgh.,\"'’ 123"), min_size=1, max_size=60), max_size=6)


@given(paragraphs, paragraphs)
def test_links_name_paragraphs_that_exist_once_a_variant_paragraph(source: list[str], variant: list[str]) -> None:
    analyses = Pair(analysis("\n".join(source)), analysis("\n".join(variant)))
    alignment = align(analyses)
    told = [index for link in alignment.links for index in link.paragraphs.variant]
    assert len(told) == len(set(told))
    assert all(index < len(analyses.variant.text.paragraphs) for index in told)
    assert all(
        index < len(analyses.source.text.paragraphs) for link in alignment.links for index in link.paragraphs.source
    )
    assert len(alignment.supports) == len(analyses.variant.text.sentences)


HEADLINE = "River floods old mill quarter of Halden"


def test_headlines_link_with_headlines_whatever_they_say() -> None:
    text = f"{HEADLINE}\nBy Ada Wynn, Northern Press, March 4, 2025\n{FIRST}\n{SECOND}\n{THIRD}"
    comparison = compared(text, f"Water in the streets\n{THIRD}\n{FIRST}\n{SECOND}")
    assert comparison.links[0].paragraphs == Pair((0,), (0,))


def test_a_byline_is_known_by_its_words() -> None:
    text = f"{HEADLINE}\nBy Ada Wynn, Northern Press, March 4, 2025\n{FIRST}\n{SECOND}\n{THIRD}"
    comparison = compared(text, text.replace("By Ada", "Ada"))
    assert rows(comparison) == [((at,), (at,)) for at in range(5)]


def test_a_trace_of_another_paragraph_is_no_link() -> None:
    variant = f"{FIRST}\n{SECOND} The bridge is far from there.\n{THIRD}"
    assert rows(compared(f"{FIRST}\n{SECOND}\n{THIRD}", variant)) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
