import json
from functools import partial
from pathlib import Path

import pytest

from artdiff.batch.work import compare_documents
from artdiff.documents.document import Document
from artdiff.errors import UnreadableError
from artdiff.reports.baseline import read_baseline
from artdiff.reports.checked import CheckedPair, CheckedStory, CheckedVariant, Report
from artdiff.reports.forms import written
from artdiff.reports.gate import Gate, Standing
from artdiff.reports.structured import pair_line
from artdiff.stories.story import Story

document = partial(written, form="json")

SOURCE = Document(
    "s", "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said 48 boats were moved from the harbour of Lund.\n"
)
WRONG = SOURCE.text.replace("48 boats", "58 boats")


def report(*variants: str) -> Report:
    checked = [Document(str(at), text) for at, text in enumerate(variants)]
    story = Story("", 0, tuple(range(1, len(checked) + 1)), "", certain=True)
    return Report(
        (CheckedStory(story, SOURCE, tuple(CheckedVariant(one, compare_documents(SOURCE, one)) for one in checked)),)
    )


def failing(after: Report, before: str, folder: Path) -> list[int]:
    """Return how many findings fail in each variant when an earlier report is the baseline."""
    file = folder / "baseline.json"
    file.write_text(before, encoding="utf-8")
    (story,) = read_baseline(file).mark(after.stories)
    return [Gate().standings(variant).count(Standing.FAILS) for variant in story.variants]


def test_the_same_again_is_known(tmp_path: Path) -> None:
    assert failing(report(WRONG), document(report(WRONG)), tmp_path) == [0]


def test_what_is_new_is_not(tmp_path: Path) -> None:
    newer = WRONG.replace("3 May", "5 May")
    assert failing(report(newer), document(report(WRONG)), tmp_path) == [1]
    assert failing(report(WRONG), document(report(SOURCE.text)), tmp_path) == [1]


def test_what_moved_or_stands_in_a_sentence_changed_elsewhere_is_known(tmp_path: Path) -> None:
    moved = "\n\n".join(reversed(WRONG.strip().split("\n\n")))
    touched = WRONG.replace("Mayor Anna Holm said", "Anna Holm, the mayor, said that")
    assert failing(report(moved), document(report(WRONG)), tmp_path) == [0]
    assert failing(report(touched), document(report(WRONG)), tmp_path) == [0]


def test_the_same_once_more_is_new_and_the_unchanged_place_has_the_first_choice(tmp_path: Path) -> None:
    touched = WRONG.replace("Mayor Anna Holm said", "Anna Holm, the mayor, said that")
    assert failing(report(touched, WRONG), document(report(WRONG)), tmp_path) == [1, 0]


def test_pairs_go_by_their_id(tmp_path: Path) -> None:
    variant = next(iter(report(WRONG).variants))
    pairs = [CheckedPair(identity, SOURCE, variant) for identity in ({"a": [1]}, "b")]
    file = tmp_path / "baseline.jsonl"
    file.write_text(pair_line(pairs[0], Gate()) + "\n", encoding="utf-8")
    baseline = read_baseline(file)
    assert [Gate().fails([baseline.mark_pair(pair).variant]) for pair in pairs] == [False, True]


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "{}", '{"stories": 1}', '{"stories": [{"variants": [{}]}]}', "[" * 100_000, '{"id": 1}\n{'],
    ids=range(8),
)
def test_what_is_no_report_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match="a baseline is what"):
        read_baseline(file)


def test_a_report_without_findings_knows_nothing(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps({"stories": []}), encoding="utf-8")
    assert read_baseline(file).keys == {}
