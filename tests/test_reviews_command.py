"""`artdiff reviews`, run as its users do."""

import subprocess
from pathlib import Path

import pytest

from artdiff.reviews.decision import Ruling
from artdiff.reviews.store import Store
from tests.program import PROGRAM, environment, run
from tests.reviews.example import compared, entries, pair, said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with three decisions."""
    path = tmp_path / "reviews.sqlite"
    documents = pair()
    some = entries(documents, compared(documents), said(note="\x1b[2Jx"), said(Ruling.DISMISSED, 1), said(minutes=2))
    with Store.open(path) as store:
        store.decide(some)
    return path


def test_export_import_export(path: Path, tmp_path: Path) -> None:
    first = run("reviews", "export", "--reviews", path)
    assert (first.returncode, first.stdout.count("\n"), first.stderr) == (0, 3, "")
    (tmp_path / "lines.jsonl").write_text(first.stdout, encoding="utf-8")
    other = tmp_path / "other.sqlite"
    done = run("reviews", "import", tmp_path / "lines.jsonl", "--reviews", other)
    assert done.returncode == 0
    assert "3 new, 0 known already, 0 in conflict" in done.stdout
    assert run("reviews", "export", "--reviews", other).stdout == first.stdout


def test_import_from_a_pipe_with_a_bad_line(path: Path) -> None:
    lines = "nonsense\n" + run("reviews", "export", "--reviews", path).stdout
    command = [*PROGRAM, "reviews", "import", "-", "--reviews", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, input=lines, text=True, env=environment())
    assert done.returncode == 2
    assert "/dev/stdin:1: Expecting value" in done.stderr
    assert "0 new, 3 known already" in done.stdout


def test_conflicts_are_printed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    documents = pair()
    with Store.open(other) as store:
        store.decide(entries(documents, compared(documents), said(Ruling.DISMISSED, 9, "berta")))
    (tmp_path / "lines.jsonl").write_text(run("reviews", "export", "--reviews", other).stdout, encoding="utf-8")
    done = run("reviews", "import", tmp_path / "lines.jsonl", "--reviews", path)
    assert "conflict: person “biden” | “trump”: ours confirmed by anna" in done.stdout
    assert "theirs is newer and counts" in done.stdout


def test_stats(path: Path) -> None:
    done = run("reviews", "stats", "--reviews", path)
    assert done.returncode == 0
    rows = dict(line.rsplit(None, 1) for line in done.stdout.splitlines() if line[-1:].isdigit())
    assert rows == {
        "decisions": "3",
        "findings": "3",
        "confirmed": "2",
        "dismissed": "1",
        "  faithful wording": "1",
        "unsure": "0",
        "notes": "1",
        "mended": "0",
        "added": "0",
        "by anna": "3",
    }


def test_clear_asks_and_without_a_terminal_does_nothing(path: Path) -> None:
    done = run("reviews", "clear", "--reviews", path)
    assert (done.returncode, "--yes" in done.stderr) == (2, True)
    assert run("reviews", "export", "--reviews", path).stdout.count("\n") == 3
    assert run("reviews", "clear", "--yes", "--reviews", path).returncode == 0
    assert run("reviews", "export", "--reviews", path).stdout == ""


def test_nothing_was_ever_decided() -> None:
    assert (run("reviews", "export").stdout, run("reviews", "export").returncode) == ("", 0)
    assert run("reviews", "stats").stdout.split() == ["decisions", "0"]


def test_files_that_cannot_be_used(path: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("An article.", encoding="utf-8")
    for words in (("export",), ("stats",), ("clear", "--yes"), ("import", str(path))):
        done = run("reviews", *words, "--reviews", article)
        assert done.returncode == 2
        assert "article.txt: it is a text, not a file of decisions" in done.stderr
    done = run("reviews", "import", tmp_path / "missing.jsonl", "--reviews", path)
    assert (done.returncode, "No such file" in done.stderr) == (2, True)
    assert run("reviews").returncode == 2
    assert run("reviews", "burn").returncode == 2
