"""Decisions as JSON lines: out and in again without a loss."""

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.fields import Entry, MalformedError, entry_line, entry_of
from artdiff.reviews.merging import merge
from artdiff.reviews.store import Store
from artdiff.reviews.subject import Spot, Subject
from tests.reviews.example import compared, entries, pair, said

HASHES = st.integers(0, (1 << 63) - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPOTS = st.builds(Spot, TEXTS, st.integers(0, 9), HASHES, HASHES, st.lists(HASHES, max_size=8).map(tuple))
SUBJECTS = st.builds(
    Subject, st.sampled_from(FactKind), st.builds(Pair, SPOTS, SPOTS), st.sampled_from(Verdict), st.booleans()
)
DECISIONS = st.builds(
    Decision,
    st.none() | st.sampled_from(Ruling),
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    TEXTS,
    st.none() | st.sampled_from(Ground),
    TEXTS,
)
ENTRIES = st.builds(Entry, SUBJECTS, DECISIONS)


@given(ENTRIES)
def test_a_line_says_everything(entry: Entry) -> None:
    line = entry_line(entry)
    assert entry_of(line) == entry
    assert line.isascii()
    assert "\n" not in line


@given(st.lists(ENTRIES, max_size=8, unique_by=lambda entry: (entry.subject.identity, entry.decision)))
def test_out_and_in_again_is_the_same_byte_for_byte(some: list[Entry]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "one") as one,
        Store.open(Path(folder) / "two") as two,
    ):
        assert one.decide(some) == len(some)
        lines = list(map(entry_line, one.all()))
        merged = merge(two, lines)
        assert (merged.new, merged.problems) == (len(some), ())
        assert list(map(entry_line, two.all())) == lines
        assert merge(two, lines).new == 0


@given(st.lists(ENTRIES, max_size=6), st.lists(ENTRIES, max_size=6))
def test_whoever_takes_in_whom_the_same_counts(ours: list[Entry], theirs: list[Entry]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "one") as one,
        Store.open(Path(folder) / "two") as two,
    ):
        one.decide(ours)
        two.decide(theirs)
        lines = list(map(entry_line, one.all()))
        merge(one, list(map(entry_line, two.all())))
        merge(two, lines)
        for entry in (*ours, *theirs):
            assert one.newest_of(entry.subject) == two.newest_of(entry.subject)


def test_conflicts_are_listed_and_the_newer_counts(tmp_path: Path) -> None:
    documents = pair()
    comparison = compared(documents)
    with Store.open(tmp_path / "one") as one:
        one.decide(entries(documents, comparison, said(minutes=5), said(minutes=5), said(minutes=5)))
        theirs = entries(
            documents,
            comparison,
            said(Ruling.DISMISSED, 9, "berta"),
            said(Ruling.DISMISSED, 1, "berta"),
            said(Ruling.CONFIRMED, 9, "berta"),
        )
        merged = merge(one, map(entry_line, theirs))
        assert [conflict.theirs.when.minute for conflict in merged.conflicts] == [39, 31]
        rulings = [one.newest_of(entry.subject) for entry in theirs]
        assert [ruling and ruling.ruling for ruling in rulings] == [
            Ruling.DISMISSED,
            Ruling.CONFIRMED,
            Ruling.CONFIRMED,
        ]
        assert merge(one, map(entry_line, theirs)).conflicts == ()


def _line() -> str:
    documents = pair()
    return entry_line(entries(documents, compared(documents), said())[0])


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda _: "no JSON", "Expecting value"),
        (lambda _: "[]", "should be dict"),
        (lambda line: line.replace('"form":1', '"form":7'), "its form is 7"),
        (lambda line: line.replace('"confirmed"', '"maybe"'), "maybe"),
        (lambda line: line.replace('"who"', '"whom"'), "it has no 'who'"),
        (lambda line: line.replace('"anna"', "7"), "should be str"),
        (lambda line: line.replace('"anna"', '"\\ud800"'), "surrogates"),
        (lambda line: line.replace("+00:00", "").replace('Z"', '"'), "not a time in UTC"),
        (lambda _: "[" * 100_000, "recursion"),
    ],
)
def test_what_is_no_decision_is_told_of_and_the_rest_comes_in(
    tmp_path: Path, spoil: Callable[[str], str], problem: str
) -> None:
    bad = spoil(_line())
    with pytest.raises(MalformedError, match=problem):
        entry_of(bad)
    with Store.open(tmp_path / "one") as store:
        merged = merge(store, [bad, "", _line()])
        assert merged.new == 1
        assert [one.line for one in merged.problems] == [1]
