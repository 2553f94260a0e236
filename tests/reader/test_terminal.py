"""The installed program in a real terminal: what stands on the screen, and how the terminal is left."""

import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from shutil import which

import pytest

from tests.program import SEEDS
from tests.reader.terminal import ARTDIFF, LEFT, PATIENCE, Terminal

COUNTS = re.compile(r"\d+≠ +\d+\+")
POSITION = re.compile(r" (\d+) of (\d+) · [≠+]")


Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    terminals: list[Terminal] = []

    def make(*arguments: str | Path, size: tuple[int, int] = (160, 50), program: str = ARTDIFF) -> Terminal:
        terminals.append(Terminal([*map(str, arguments)], size, program))
        return terminals[-1]

    yield make
    for terminal in terminals:
        terminal.close()


def test_the_seeds_from_start_to_end(start: Start) -> None:
    terminal = start(SEEDS)
    terminal.until(lambda: len(COUNTS.findall(terminal.text)) == 3)
    terminal.until_quiet()
    assert "Stories" in terminal.text
    (position, count) = map(int, POSITION.findall(terminal.text)[0])
    assert 1 <= position <= count
    for number in range(position, position + count):
        terminal.child.send("n")
        terminal.until_shown(f" {number % count + 1} of {count} ")
    terminal.child.send("N")
    terminal.until_shown(f" {(position - 2) % count + 1} of {count} ")
    terminal.child.send("q")
    assert terminal.end() == 0
    terminal.assert_as_before()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_leaves_the_terminal_as_it_was(start: Start, number: int, status: int) -> None:
    terminal = start(SEEDS, size=(80, 24))
    terminal.until_shown("1 of ")
    terminal.child.kill(number)
    assert terminal.end() == status
    terminal.assert_as_before()


@pytest.mark.parametrize("count", [70, pytest.param(200, marks=pytest.mark.slow)])
def test_very_many_sizes_in_a_row(start: Start, count: int) -> None:
    terminal = start(SEEDS, size=(120, 40))
    terminal.until(lambda: len(COUNTS.findall(terminal.text)) == 3)
    terminal.until_quiet()
    sizes = Random(7)
    for number in range(count):
        terminal.resize(sizes.randint(1, 220), sizes.randint(1, 70))
        if number % 25 == 20:
            terminal.child.send("nj")
        terminal.read(0.01)
    terminal.resize(120, 40)
    terminal.until_quiet()
    terminal.child.send("c")
    terminal.until_shown(f"1/{POSITION.findall(terminal.text)[0][1]}")
    rows = terminal.screen.display
    assert "Stories" in rows[1]
    assert "quit" in rows[-1] or "confirmed" in rows[-1]
    assert len({row.rstrip() for row in rows}) > 20
    terminal.child.send("q")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.written
    terminal.assert_as_before()


@pytest.mark.skipif(not which("bash"), reason="only a shell with jobs can suspend")
def test_suspended_it_gives_the_terminal_back_and_comes_again(start: Start) -> None:
    shell = start("--norc", "--noprofile", "--noediting", "-i", size=(120, 30), program="bash")
    shell.child.send(f"{ARTDIFF} {SEEDS}\n")
    shell.until(lambda: len(COUNTS.findall(shell.text)) == 3)
    shell.until_quiet()
    shell.child.send("c")
    shell.until_shown("1/")
    shell.child.send("\x1a")
    shell.until(lambda: "Stopped" in shell.written)
    assert all(sequence in shell.written for sequence in LEFT)
    shell.child.send("echo he''re\n")
    shell.until(lambda: "here\r\n" in shell.written)
    shell.child.send("fg\n")
    shell.until_quiet(1)
    shell.until(lambda: "Stories" in shell.text and "1/" in shell.text)
    shell.child.send("q")
    shell.until_quiet()
    shell.child.send("exit\n")
    assert shell.end() == 0
    shell.assert_as_before()


def test_a_closed_terminal_ends_the_program(start: Start) -> None:
    terminal = start(SEEDS, size=(80, 24))
    terminal.until_shown("1 of ")
    terminal.child.send("njnj]n}" * 40)
    terminal.child.ptyproc.fileobj.close()
    terminal.child.ptyproc.closed = terminal.child.closed = True
    end = time.monotonic() + PATIENCE
    while terminal.child.isalive():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_terminal_of_twenty_by_five(start: Start) -> None:
    terminal = start(SEEDS, size=(20, 5))
    terminal.until_shown("artdiff")
    for key in "nj]}o|wt?":
        terminal.child.send(key)
        terminal.read()
    terminal.child.send("q")
    terminal.child.send("q")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.written
    terminal.assert_as_before()


def test_what_cannot_be_read_is_said_without_a_screen(start: Start, tmp_path: Path) -> None:
    terminal = start(tmp_path / "missing.txt")
    assert terminal.end() == 2
    assert "missing.txt: there is no such file or folder" in terminal.written
    assert "\x1b" not in terminal.written


def test_an_empty_folder_welcomes(start: Start, tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.until_shown("No article here yet")
    terminal.child.send("q")
    assert terminal.end() == 2
    terminal.assert_as_before()


def test_nothing_that_an_article_holds_reaches_the_terminal(start: Start, tmp_path: Path) -> None:
    hostile = (
        "Anna Holm moved 48 boats. \x1b]0;owned\x07 \x1b[2J \x1b]52;c;b3duZWQ=\x07 \x9b5n \x05 [@click=app.quit]x[/]"
    )
    (tmp_path / "a.txt").write_text(f"{hostile}\n\nNobody was hurt in Lund.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{hostile.replace('48', '58')}\n\nNobody was hurt in Lund.\n", encoding="utf-8")
    terminal = start(tmp_path / "a.txt", tmp_path / "b.txt")
    terminal.until_shown("1 of ")
    terminal.child.send("q")
    assert terminal.end() == 0
    for sequence in ("\x1b]0;", "\x1b]52", "\x1b[2J", "\x9b", "\x05", "owned\x07"):
        assert sequence not in terminal.written
    assert "␛]0;owned␇" in terminal.written
