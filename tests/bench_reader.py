"""The reader as a person at the terminal sees it: ``python -m tests.bench_reader``.

Run by hand, on a machine that does nothing else. The floor is a bare Textual app with one label, started in turns with the
reader; first text and memory are told beside it. Keys are timed from the press to the last byte painted: over the seeds, and
over a pair of many different paragraphs.
"""

import argparse
import os
import re
import select
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, perf_counter

import pexpect

from tests.program import SEEDS, environment

BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("bare floor")
Bare().run()
"""
LINES = """
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
STEPS = {"n": 1, "j": 1, "right_square_bracket": 1, "pagedown": 40}
BACK = {"N": -1, "k": -1, "left_square_bracket": -1, "pageup": -40}
class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    def on_mount(self):
        self.virtual_size = Size(1, 30_000)
    def render_line(self, y):
        words = f"line {y + self.scroll_offset.y} of bare lines, which say the same but for their number. "
        return Strip([Segment((words * 3)[: self.size.width])])
    def on_key(self, event):
        by = (STEPS | BACK).get(event.key, 0)
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)
class Bare(App):
    CSS = "Lines { overflow-y: scroll; overflow-x: hidden; }"
    def compose(self):
        yield Lines()
Bare().run()
"""
"""The floor for keys: a bare view of lines that scrolls by as much."""
KEYS = ("n", "j", "]", "\x1b[6~", "N", "k", "[", "\x1b[5~")
"""What is pressed, and then what takes it back: every press paints."""
MARKED = r"\d+ of \d+ · ".encode()
"""On the screen once a finding is stood on."""
QUIET = 0.08
"""After so many seconds without a byte nothing more is painted."""
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[\]P].*?(?:\x07|\x1b\\)", re.DOTALL)


class Terminal:
    """A program in a pseudo-terminal of 160 columns and 50 rows."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = perf_counter()
        self._state = tempfile.TemporaryDirectory()  # else the reader opens where the run before has left it
        env = environment(COLORTERM="truecolor", COLORFGBG="15;0", XDG_STATE_HOME=self._state.name)
        self.child = pexpect.spawn(command[0], list(command[1:]), dimensions=(50, 160), env=env)
        self.child.delaybeforesend = None  # pexpect waits 50 ms before each press otherwise
        self.seen = b""

    def read(self, seconds: float) -> bool:
        """Take in what is written within a time; say whether anything was."""
        if not select.select([self.child.child_fd], [], [], seconds)[0]:
            return False
        self.seen = (self.seen + os.read(self.child.child_fd, 1 << 16))[-1_000_000:]
        return True

    def until(self, words: bytes, patience: float = 120) -> float:
        """Wait for words on the screen, a regular expression, and return the milliseconds since the start."""
        end = monotonic() + patience
        while not re.search(words, ESCAPES.sub(b"", self.seen)):
            self.read(0.5)
            if monotonic() > end:
                sys.exit(f"{words!r} was not painted")
        return 1000 * (perf_counter() - self.started)

    def press(self, key: str) -> float | None:
        """Press a key and return the milliseconds until the last byte painted; None where nothing was."""
        pressed, last = perf_counter(), None
        self.child.send(key)
        while self.read(QUIET if last else 0.5):
            last = 1000 * (perf_counter() - pressed)
        return last

    def memory(self) -> float:
        """Return the resident memory of the screen's process now, in MiB, where the system tells it."""
        status = Path(f"/proc/{self.child.pid}/status")
        found = re.search(r"VmRSS:\s+(\d+)", status.read_text(encoding="utf-8")) if status.exists() else None
        return int(found[1]) / 1024 if found else float("nan")

    def end(self) -> None:
        self.child.close(force=True)
        self._state.cleanup()


def first_paint(runs: int) -> None:
    program = str(Path(sys.executable).with_name("artdiff"))
    commands = {"bare": ((sys.executable, "-c", BARE), b"bare floor"), "reader": ((program, str(SEEDS)), b"Stories")}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, (command, words) in commands.items():
            terminal = Terminal(command)
            took = terminal.until(words)
            terminal.end()
            if turn:
                taken[name].append(took)
    bare, reader = (statistics.median(taken[name]) for name in commands)
    print(f"first text: bare {bare:.0f} ms, reader {reader:.0f} ms, {reader / bare:.2f} times the floor")


def reader(*paths: str) -> Sequence[str]:
    return (str(Path(sys.executable).with_name("artdiff")), *paths)


def keys(name: str, command: Sequence[str], presses: int, ready: bytes) -> None:
    terminal = Terminal(command)
    terminal.until(ready, 600)
    while terminal.read(1.5):
        pass
    taken = [took for at in range(presses) if (took := terminal.press(KEYS[at % len(KEYS)])) is not None]
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(
        f"{name}: keys median {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms, {len(taken)} of {presses} painted; "
        f"memory of the screen's process {terminal.memory():.0f} MiB"
    )
    terminal.end()


def long_pair(folder: Path, paragraphs: int) -> list[str]:
    """Write a pair of so many different paragraphs a side."""
    sides = [
        "\n\n".join(
            f"In town {at} the mayor of district {at * 7 % 9973} said {at + 100 + side * (at % 50 == 0)} houses were "
            f"built beside river {at * 31 % 99991} in {1900 + at % 120}."
            for at in range(paragraphs)
        )
        for side in (0, 1)
    ]
    written = []
    for name, text in zip(("source.txt", "variant.txt"), sides, strict=True):
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
        written.append(str(folder / name))
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="starts of each program; default: %(default)s")
    parser.add_argument("--presses", type=int, default=80, help="keys pressed; default: %(default)s")
    parser.add_argument("--paragraphs", type=int, default=10_000, help="of the long pair; default: %(default)s")
    options = parser.parse_args()
    first_paint(options.runs)
    keys("bare lines", (sys.executable, "-c", LINES), options.presses, b"of bare lines")
    keys("seeds", reader(str(SEEDS)), options.presses, MARKED)
    with tempfile.TemporaryDirectory() as folder:
        pair = long_pair(Path(folder), options.paragraphs)
        keys(f"{options.paragraphs} paragraphs", reader(*pair), options.presses, MARKED)


if __name__ == "__main__":
    main()
