from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Span
from artdiff.engine.values import Side, Verdict
from artdiff.reports.marking import SIGNS, Layers, Look, Mark, in_a_row, marks_of, runs_of
from artdiff.visible import visible_in_place
from tests.session.example import comparison, finding

TEXT = "Ukraine tentatively agreed to talks"


def mark(
    start: int, end: int, number: int = 0, verdict: Verdict = Verdict.ALTERED, *, counterpart: bool = False
) -> Mark:
    return Mark(Span(start, end), verdict, number, counterpart)


WHOLE = Span(0, len(TEXT))


def words(marks: Sequence[Mark], span: Span = WHOLE) -> list[str]:
    return [run.text for run in runs_of(TEXT, span, Layers(marks)) if run.text]


@pytest.mark.parametrize(
    ("marks", "runs"),
    [
        ([], [TEXT]),
        ([mark(8, 19)], ["Ukraine ", "≠tentatively≠", " agreed to talks"]),
        ([mark(0, 7, verdict=Verdict.HALLUCINATED)], ["+Ukraine+", " tentatively agreed to talks"]),
        ([mark(8, 19, verdict=Verdict.GENERALISED)], ["Ukraine ", "~tentatively", " agreed to talks"]),
        ([mark(8, 19, verdict=Verdict.OMITTED)], ["Ukraine ", "−tentatively", " agreed to talks"]),
        ([mark(8, 19, counterpart=True)], ["Ukraine ", "tentatively", " agreed to talks"]),
        (
            [mark(0, 19, 0), mark(8, 26, 1, Verdict.HALLUCINATED)],
            ["≠Ukraine ", "+tentatively≠", " agreed+", " to talks"],
        ),
    ],
)
def test_signs_stand_around_what_is_marked(marks: list[Mark], runs: list[str]) -> None:
    assert words(marks) == runs


def test_the_gravest_of_several_verdicts_gives_the_look() -> None:
    marks = [mark(0, 19, 0, Verdict.GENERALISED), mark(8, 19, 1)]
    looks = [run.look for run in runs_of(TEXT, WHOLE, Layers(marks))]
    assert [(look.verdict, look.findings) for look in looks] == [
        (Verdict.GENERALISED, (0,)),
        (Verdict.ALTERED, (0, 1)),
        (None, ()),
    ]


def test_a_mark_reaches_no_further_than_its_paragraph() -> None:
    assert words([mark(0, 30)], span=Span(8, 19)) == ["≠tentatively≠"]


def test_word_edits_lie_between_and_under_marks() -> None:
    runs = runs_of(TEXT, WHOLE, Layers([mark(8, 19)], [Span(0, 7), Span(8, 26)]))
    assert [(run.text, run.look.edited) for run in runs if run.text] == [
        ("Ukraine", True),
        (" ", False),
        ("≠tentatively≠", True),
        (" agreed", True),
        (" to talks", False),
    ]


def test_what_is_marked_on_each_side() -> None:
    one = comparison(
        finding(0, 1),
        finding(1, 2, confidence=0.4),
        finding(2, 2, first_copy=1),
        finding(None, 0, verdict=Verdict.OMITTED),
        finding(1, 0, verdict=Verdict.GENERALISED),
    )
    variant, source = marks_of(one, Side.VARIANT), marks_of(one, Side.SOURCE)
    assert {at: [(row.finding, row.counterpart) for row in rows] for at, rows in variant.items()} == {
        0: [(0, False)],
        1: [(4, False)],
    }
    assert {at: sorted((row.finding, row.counterpart) for row in rows) for at, rows in source.items()} == {
        0: [(3, False), (4, True)],
        1: [(0, True)],
    }


SPANS = st.tuples(st.integers(0, 35), st.integers(0, 35)).map(lambda ends: Span(min(ends), max(ends)))
MARKS = st.lists(st.builds(mark, st.integers(0, 30), st.integers(31, 35), st.integers(0, 5), st.sampled_from(Verdict)))


@given(MARKS, st.lists(SPANS.filter(lambda span: span.length > 0)), SPANS)
def test_without_its_signs_a_paragraph_is_its_words(marks: list[Mark], edits: list[Span], span: Span) -> None:
    runs = runs_of(TEXT, span, Layers(sorted(marks), sorted(edits)))
    joined = "".join(run.text for run in runs)
    for sign in set(SIGNS.values()):
        joined = joined.replace(sign, "")
    assert joined == span.of(TEXT)


@given(st.text())
def test_rows_show_text_code_point_by_code_point(text: str) -> None:
    shown = in_a_row(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\n\t\u200b\u2060\ufeff\u00ad")
    assert visible_in_place(shown) == shown


def test_joiners_stay() -> None:
    assert in_a_row("👩\u200d🚒 क\u094dष") == "👩\u200d🚒 क\u094dष"


def test_a_look_is_plain_unless_said() -> None:
    assert Look() == (None, (), False, False, False, False)
