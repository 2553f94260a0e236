"""Findings that are never to be flagged, in the session."""

from dataclasses import replace

from artdiff.engine.values import Pair, Verdict
from artdiff.reviews.allow_file import parsed
from artdiff.reviews.allowing import NOTHING, Allowances, Form
from artdiff.session import deciding
from artdiff.session.acts import allowing
from artdiff.session.allowing import count_allowed, counts_by_entry, made, proposals, would_let_through
from artdiff.session.counting import decided, findings
from artdiff.session.facts import fact_rows
from artdiff.session.reporting import report_of
from artdiff.session.state import Place, Session
from tests.session.test_deciding import told

SOME = Allowances([parsed("words: paragra 00")])


def test_what_is_let_through_is_neither_walked_nor_counted_and_comes_back() -> None:
    before = told()
    after = allowing(before, SOME)
    gone = [stop for stop in before.stops if stop not in after.stops]
    assert gone
    assert after.stops
    assert findings(after) == findings(before) - len(gone)
    here = (Pair(after.stories[after.story].source, variant) for variant in after.stories[after.story].variants)
    assert sum(count_allowed(after, pair) for pair in here) == len(gone)
    assert sum(count_allowed(after, pair) for pair in after.comparisons) == counts_by_entry(after).total()
    assert len(fact_rows(after)) < len(fact_rows(before))
    back = allowing(after, NOTHING)
    assert [stop.finding for stop in back.stops] == [stop.finding for stop in before.stops]
    assert back.allowed == {}


def test_decisions_on_what_is_let_through_do_not_count_and_are_kept() -> None:
    start = told()
    ruled = deciding.confirm(replace(start, stop=0, variant=start.stops[0].variant))
    assert decided(ruled) == 1
    after = allowing(ruled, SOME)
    assert decided(after) == 0
    assert decided(allowing(after, NOTHING)) == 1


def test_the_place_stays_with_its_finding_or_goes_on() -> None:
    start = told()
    at = len(start.stops) - 1
    stays = allowing(replace(start, stop=at, variant=start.stops[at].variant), SOME)
    assert stays.current is not None
    assert stays.current.finding.verdict is Verdict.ALTERED
    goes = allowing(replace(start, stop=0, variant=start.stops[0].variant), SOME)
    assert goes.current is not None
    assert goes.variant == goes.current.variant


def test_what_is_proposed_lets_the_finding_through() -> None:
    start = told()
    place = start.place_of(start.stops[0])
    offered = proposals(start, place)
    assert [entry.form for entry in offered][-1] is Form.RULE
    for entry in offered:
        assert would_let_through(start, entry) >= 1
        assert is_gone(allowing(start, Allowances([entry])), place)


def is_gone(session: Session, place: Place) -> bool:
    return all(session.place_of(stop) != place for stop in session.stops)


def test_a_report_has_the_findings_as_they_were_and_what_lets_them_through() -> None:
    after = allowing(told(), SOME)
    report = report_of(after, "")
    variants = [variant for variant in report.variants if variant.allowed]
    assert variants
    for variant in variants:
        assert all(variant.comparison.findings[at].flagged for at in variant.allowed)
    pair = next(iter(after.allowed))
    assert isinstance(pair, Pair)
    assert made(after, pair) is not after.comparisons[pair]
