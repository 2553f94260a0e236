from dataclasses import replace

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Mention, Pair, Verdict
from artdiff.session import commands
from artdiff.session.answers import with_comparison
from artdiff.session.collation import versions
from artdiff.session.facts import fact_rows
from artdiff.session.state import Session
from tests.session.example import comparison, finding, link, session, story


def table() -> Session:
    """Return two compared variants and one that is not: of paragraphs 0 to 2 each is a fact."""
    one = session(story(0, 1, 2, 3))
    first = comparison(
        finding(0, 0), finding(1, 1, Verdict.GENERALISED), links=[link([0], [0]), link([1], [1]), link([1], [2])]
    )
    other = comparison(
        finding(2, 1),
        finding(0, None, Verdict.HALLUCINATED),
        finding(1, 1, Verdict.ALTERED, first_copy=0),
        omitted=[2, 0],
        links=[link([1], [2])],
    )
    return with_comparison(with_comparison(one, Pair(0, 1), first), Pair(0, 2), other)


def test_a_row_for_each_fact_that_some_rewrite_does_not_keep() -> None:
    rows = fact_rows(table())
    verdicts = [[cell.verdict for cell in row.cells] for row in rows]
    assert verdicts == [
        [Verdict.ALTERED, Verdict.OMITTED, None],
        [Verdict.GENERALISED, Verdict.ALTERED, None],
        [Verdict.SUPPORTED, Verdict.HALLUCINATED, None],
    ]
    assert [row.words for row in rows] == ["paragra 00", "paragra 01", "paragra 00"]
    assert rows[1].cells[1].words == "paragra 02"
    assert rows[2].span is None
    assert [row.wrong for row in rows] == [1, 1, 1]


def test_what_all_keep_is_shown_where_it_is_asked_for() -> None:
    facts = [
        Mention(FactKind.PLACE, span) for span in (Span(0, 4), Span(5, 7), Span(12, 16), Span(24, 29), Span(24, 29))
    ]
    one = replace(table(), facts={0: tuple(facts[:3])})
    assert fact_rows(one) == fact_rows(table())
    assert fact_rows(one, everything=True) == fact_rows(one), "all of these stand in what some rewrite departs from"
    kept = comparison(finding(0, 0), links=[link([0], [0])], omitted=[2])
    fresh = replace(with_comparison(session(story(0, 1)), Pair(0, 1), kept), facts={0: tuple(facts)})
    rows = fact_rows(fresh, everything=True)
    assert [(row.span and row.span.start, row.cells[0].verdict) for row in rows] == [
        (0, Verdict.ALTERED),
        (12, Verdict.SUPPORTED),
        (24, Verdict.OMITTED),
    ]


def test_going_to_a_fact() -> None:
    one = table()
    rows = fact_rows(one)
    gone = commands.look_at_fact(one, rows[1])
    assert (gone.variant, gone.current and gone.current.at) == (2, 0)
    assert commands.look_at_fact(one, rows[2]).variant == 2
    vague = rows[1]._replace(cells=(rows[1].cells[0], rows[1].cells[2], rows[1].cells[2]))
    looked = commands.look_at_fact(one, vague).looked
    assert looked is not None
    assert (looked.document, looked.span) == (0, rows[1].span)


def test_versions_of_a_paragraph() -> None:
    shown = versions(table(), 1)
    assert [(one.document, one.paragraphs) for one in shown] == [(0, (1,)), (1, (1, 2)), (2, (2,)), (3, ())]
    assert shown[3].pair is None
    assert [one.paragraphs for one in versions(table(), 2)] == [(2,), (), (), ()]
