from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.merging import merge, overlaps_any


def judgement(
    start: int, end: int, strength: float = 0.8, verdict: Verdict = Verdict.ALTERED, rule: str = "test.rule"
) -> Judgement:
    return Judgement(verdict, FactKind.NUMBER, Pair(None, Span(start, end)), "A reason.", rule, strength)


def test_overlapping_flags_become_the_strongest() -> None:
    found = merge([judgement(0, 10, 0.6, rule="weak"), judgement(5, 12, 0.9, rule="strong"), judgement(20, 25)])
    assert sorted((f.rule, f.spans.variant) for f in found) == [
        ("strong", Span(5, 12)),
        ("test.rule", Span(20, 25)),
    ]


def test_of_equally_strong_flags_the_narrowest_stays() -> None:
    found = merge([judgement(0, 40), judgement(10, 14)])
    assert [f.spans.variant for f in found] == [Span(10, 14)]


def test_a_flag_beats_a_remark_however_sure() -> None:
    found = merge([judgement(0, 5, 0.99, Verdict.GENERALISED), judgement(0, 5, 0.55)])
    assert [f.verdict for f in found] == [Verdict.ALTERED]


def test_supported_facts_are_no_findings() -> None:
    assert merge([judgement(0, 5, 0.9, Verdict.SUPPORTED)]) == []


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 300), st.integers(1, 40))


@given(st.lists(spans))
def test_findings_never_overlap_and_cover_every_flag(found: list[Span]) -> None:
    kept = sorted(f.spans.variant for f in merge(judgement(*span) for span in found) if f.spans.variant)
    assert all(first.end <= second.start for first, second in pairwise(kept))
    assert all(any(span.overlap(other) for other in kept) for span in found)


@given(st.lists(spans), spans)
def test_overlap_is_found_among_disjoint_spans(found: list[Span], span: Span) -> None:
    disjoint = sorted(f.spans.variant for f in merge(judgement(*one) for one in found) if f.spans.variant)
    assert overlaps_any(span, disjoint) == any(span.overlap(other) for other in disjoint)
