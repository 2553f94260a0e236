"""A short fuzz run, and that one finds what is wrong; CI has a longer one, and ``python -m tests.fuzz`` goes on for hours."""

import random
from pathlib import Path

import pytest

from artdiff.documents.document import Document, Span
from artdiff.engine.values import Comparison, Pair
from tests.fuzz import judging
from tests.fuzz.mutation import ENDINGS, LARGEST, file_of
from tests.fuzz.running import RUNS, HangingError, Run, clock, timings
from tests.texts import compared


def test_some_inputs(tmp_path: Path) -> None:
    run = Run(tmp_path, chosen=0)
    for number in range(60):
        run.feed(number)
    assert run.failures == {}
    assert run.inputs > 60


def test_an_input_is_told_by_its_seed() -> None:
    for ending in sorted(set(ENDINGS)):
        one, other = (file_of(ending, "A text of\n\ntwo lines.", random.Random(ending)) for _ in range(2))
        assert one == other
        assert len(one) < 3 * LARGEST


def test_a_finding_beside_its_paragraph_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def beside(*_: object) -> Comparison:
        made = compared("Anna has 48 boats.\n\nIt rains.", "Anna has 58 boats.\n\nIt rains.")
        spans = Pair(None, Span(10, 22))
        return made._replace(findings=(made.findings[0]._replace(spans=spans), *made.findings[1:]))

    monkeypatch.setattr(judging, "compare", beside)
    run = Run(tmp_path, chosen=0)
    for number in range(1, 20):
        run.feed(number)
    assert any("AssertionError" in place for place in run.failures)
    assert all("--seed 0 --only" in told[0] for told in run.failures.values())


def test_what_hangs_is_broken_off() -> None:
    def hang() -> None:
        while True:
            pass

    with clock(0.05), pytest.raises(HangingError):
        hang()


@pytest.mark.parametrize(("enough", "runs"), [(float("inf"), 1), (-1.0, RUNS)])
def test_what_is_too_slow_is_judged_again(enough: float, runs: int) -> None:
    judged: list[int] = []

    def judge() -> int:
        judged.append(1)
        return LARGEST

    assert len(timings(judge, enough)) == len(judged) == runs


def test_what_must_hold_holds_of_nothing() -> None:
    judging.judge_texts(Document("a", ""), Document("b", ""), random.Random(0))
