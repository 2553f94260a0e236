"""What reviewers mended of the grouping, in checks and reports."""

import datetime as dt
import json
from pathlib import Path

import pytest

from artdiff.documents.reading import read_document
from artdiff.reviews.mend import Mend, Way, known_by
from artdiff.reviews.store import Store
from tests.program import SEEDS, run

NOW = dt.datetime(2026, 5, 12, 8, tzinfo=dt.UTC)


def seed(number: str) -> Path:
    (found,) = SEEDS.glob(f"{number}_*.txt")
    return found


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    """Return a file in which anna took 001 as the source, moved 002 to the other story, and compared two of different ones."""
    known = {number: known_by(read_document(seed(number))) for number in ("000", "001", "002", "003")}
    path = tmp_path / "reviews.sqlite"
    with Store.open(path) as store:
        store.decide(
            [
                Mend(Way.SOURCE, known["001"], None, "anna", NOW),
                Mend(Way.MOVED, known["002"], known["003"], "anna", NOW),
                Mend(Way.COMPARED, known["000"], known["003"], "anna", NOW),
            ]
        )
    return path


def stories(*words: str | Path) -> list[tuple[str, ...]]:
    """Return the numbers of the files of every story that a check tells of, its source first."""
    told = json.loads(run("check", SEEDS, "--format", "json", *words).stdout)
    return [
        tuple(Path(one["path"]).name[:3] for one in (story["source"], *story["variants"])) for story in told["stories"]
    ]


def test_a_check_takes_the_stories_as_they_were_mended(reviews: Path) -> None:
    assert sorted(stories("--reviews", reviews)) == [("001", "000", "004"), ("003", "002")]
    assert sorted(stories("--reviews", reviews, "--no-mends")) == [("003",), ("004", "000", "001", "002")]
    assert stories("--reviews", reviews, "--source", seed("004")) == stories("--source", seed("004"))


def test_a_line_for_every_pair_does_so_too(reviews: Path) -> None:
    lines = run("check", SEEDS, "--format", "jsonl", "--reviews", reviews).stdout.splitlines()
    assert sorted(Path(json.loads(line)["id"]).name[:3] for line in lines) == ["000", "002", "004"]


def test_a_report_does_so_too_and_says_who_mended_it(reviews: Path, tmp_path: Path) -> None:
    run("report", SEEDS, "--reviews", reviews, "-o", tmp_path / "mended.json")
    told = json.loads((tmp_path / "mended.json").read_text(encoding="utf-8"))
    assert "anna took this document as the source." in [story["reason"] for story in told["stories"]]
    run("report", SEEDS, "--reviews", reviews, "--no-mends", "-o", tmp_path / "found.json")
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert "anna" not in " ".join(story["reason"] for story in found["stories"])


def test_a_file_of_decisions_that_nobody_named_stops_no_check(tmp_path: Path) -> None:
    kept = tmp_path / "artdiff" / "reviews.sqlite"
    kept.parent.mkdir()
    kept.write_bytes(b"no database" * 1000)
    checked = run("check", SEEDS, "--no-cache", env={"XDG_STATE_HOME": str(tmp_path)})
    assert checked.returncode == 1
    assert str(kept) in checked.stderr
    assert "what was mended of the stories does not count" in checked.stderr
