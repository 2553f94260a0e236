"""Stories that a report goes through, of which few are in memory."""

import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from artdiff.batch.checking import check
from artdiff.batch.inputs import inputs_of
from artdiff.documents.collection import Problem
from artdiff.reports import held
from artdiff.reports.baseline import read_baseline
from artdiff.reports.checked import CheckedStory, Report
from artdiff.reports.forms import FORMS, parts, written
from artdiff.reports.held import HeldStories
from artdiff.reports.plain import report_lines
from tests.program import SEEDS, run


@pytest.fixture
def stories() -> list[CheckedStory]:
    """Return the stories of the seeds, and each of them some times more."""
    found = [one for one in check(inputs_of([SEEDS])) if not isinstance(one, Problem)]
    return [
        story._replace(source=story.source._replace(name=f"{at} {story.source.name}"))
        for at in range(4)
        for story in found
    ]


@pytest.mark.parametrize("first", [0, 5, 1000])
def test_stories_are_the_same_wherever_they_are_held(
    first: int, stories: list[CheckedStory], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "FIRST", first)
    with closing(HeldStories()) as some:
        for story in stories:
            some.append(story)
        assert len(some) == len(stories)
        assert list(some) == stories
        assert [pair for pair in zip(some, some, strict=True) if pair[0] != pair[1]] == []
        assert stories[-1] in some
        assert stories[0]._replace(variants=()) not in some
        report = Report(some, baseline="x")
        for form in FORMS:
            assert written(report, form) == written(report._replace(stories=tuple(stories)), form)
        short = report._replace(summary=True)
        assert list(report_lines(short)) == list(report_lines(short._replace(stories=tuple(stories))))


@pytest.mark.parametrize("form", ["json", "sarif", "markdown", "github"])
def test_no_part_of_a_report_grows_with_the_number_of_stories(form: str, stories: list[CheckedStory]) -> None:
    few, many = (max(map(len, parts(Report(stories * times), form))) for times in (1, 5))
    assert many <= few + 100


def test_a_baseline_marks_stories_that_are_held_in_a_file(
    stories: list[CheckedStory], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(held, "FIRST", 2)
    (tmp_path / "before.json").write_text(written(Report(stories), "json"), encoding="utf-8")
    baseline = read_baseline(tmp_path / "before.json")
    with closing(HeldStories()) as some:
        for story in [*stories, stories[0]]:
            some.append(story)
        marked = baseline.mark(some)
        assert len(marked) == len(stories) + 1
        places = [[len(one.known) for one in story.variants] for story in marked]
        assert places[:-1] == [[len(one.comparison.findings) for one in story.variants] for story in stories]
        assert set(places[-1]) <= {0}
        assert Report(marked).fails
        assert not Report(baseline.mark(stories)).fails


def test_a_long_check_says_the_same_in_json_as_a_line_for_every_pair(tmp_path: Path) -> None:
    rows = [
        {
            "id": at,
            "source": f"The {at} boats of Lund sank on Monday.",
            "variant": f"The {at + at % 2} boats of Lund sank on Monday.",
        }
        for at in range(2, held.FIRST + 12)
    ]
    corpus = tmp_path / "pairs.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    told = json.loads(run("check", corpus, "--no-cache", "--jobs", "1", "--format", "json").stdout)
    lines = run("check", corpus, "--no-cache", "--jobs", "1", "--format", "jsonl").stdout
    found = [variant["findings"] for story in told["stories"] for variant in story["variants"]]
    assert found == [json.loads(line)["findings"] for line in io.StringIO(lines)]
    assert told["summary"]["altered"] == sum(
        one["verdict"] == "altered" for row in found for one in row if one["standing"] == "fails"
    )
