"""Decisions of the installed program in a real terminal: killed, locked out, on a full disk, two at once."""

import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from artdiff.reviews.store import Store
from tests.durability import at_once, killed, started, written_story
from tests.program import ROOT, SEEDS
from tests.reader.terminal import Terminal

KILLS = 3
"""Each takes a second or two; CI has more, and `tests.durability` two hundred."""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return written_story(tmp_path / "story")


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    some: list[Terminal] = []
    yield some
    for terminal in some:
        terminal.close()


def test_nothing_that_was_painted_is_lost_when_it_is_killed(story: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    losses = [killed(story, tmp_path / f"{number}.sqlite", chance) for number in range(KILLS)]
    assert losses == [""] * KILLS


def test_nothing_that_was_saved_is_lost_when_a_process_is_killed(tmp_path: Path) -> None:
    chance = random.Random(8)
    code = "import sys; from pathlib import Path; from tests.durability import decide; decide(Path(sys.argv[1]), sys.argv[2], 9999, talk=True)"
    path = tmp_path / "reviews.sqlite"
    acknowledged = 0
    for number in range(20):
        command = [sys.executable, "-c", code, str(path), f"{number}"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.05)
        process.kill()
        acknowledged += 1 + len(process.stdout.readlines())
        process.stdout.close()
        process.wait()
    with Store.open(path) as store:
        store.check()
        assert acknowledged <= sum(1 for _ in store.all()) <= acknowledged + 20


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    assert at_once(tmp_path / "reviews.sqlite", 100) == 200


def test_two_readers_see_each_other_within_two_seconds(story: Path, tmp_path: Path, terminals: list[Terminal]) -> None:
    path = tmp_path / "reviews.sqlite"
    terminals += [started(story, path), started(story, path)]
    one, other = terminals
    one.child.send("c")
    one.until_shown("1/")
    start = time.monotonic()
    other.until_shown("1/")
    assert time.monotonic() - start < 2
    other.child.send("nx")
    other.until_shown("2/")
    one.until_shown("2/")


def test_a_locked_file_is_said_and_saved_later(story: Path, tmp_path: Path, terminals: list[Terminal]) -> None:
    path = tmp_path / "reviews.sqlite"
    terminals.append(started(story, path))
    (terminal,) = terminals
    locking = sqlite3.connect(path, isolation_level=None)
    locking.execute("BEGIN IMMEDIATE")
    terminal.child.send("c")
    terminal.until_shown("NOT SAVED: another program holds it locked")
    assert "1/" in terminal.text
    locking.execute("ROLLBACK")
    locking.close()
    terminal.until_shown("decisions are saved again")
    terminal.until(lambda: "NOT SAVED" not in terminal.text)
    with Store.open_reading(path) as store:
        assert len(list(store.all())) == 1


def test_a_damaged_file_is_said_on_the_screen(tmp_path: Path, terminals: list[Terminal]) -> None:
    path = tmp_path / "reviews.sqlite"
    path.write_bytes(bytes(random.Random(1).randbytes(9000)))
    terminals.append(Terminal([str(SEEDS), "--reviews", str(path)], (160, 50)))
    terminals[0].until_shown("was damaged; it is kept as")
    assert path.with_name("reviews.sqlite.damaged-1").stat().st_size == 9000


def test_an_article_is_not_taken_for_a_file_of_decisions(tmp_path: Path, terminals: list[Terminal]) -> None:
    path = tmp_path / "article.txt"
    path.write_text("An article.", encoding="utf-8")
    terminals.append(Terminal([str(SEEDS), "--reviews", str(path)], (160, 50)))
    terminals[0].until_shown("NOT SAVED: it is a text")
    terminals[0].child.send("q")
    assert re.search(r"not saved", terminals[0].text, re.IGNORECASE)
    assert path.read_text(encoding="utf-8") == "An article."
