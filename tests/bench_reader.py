"""The reader as a person at the terminal sees it: ``python -m tests.bench_reader``.

Run by hand, on a machine that does nothing else. The floor is a bare Textual app with one label, started in turns with the
reader; first text and memory are told beside it. Keys are timed from the press to the last byte painted: over the seeds, and
over a pair of many different paragraphs. While other documents are compared the screen is never quiet: there a key is
timed until its own effect has been painted. Nothing that is kept for whoever runs this is read or changed.
"""

import argparse
import atexit
import os
import re
import select
import signal
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import monotonic, perf_counter

import pexpect

from artdiff.batch.client import REST
from tests.program import SEEDS, installed

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
POSITION = re.compile(rb"(\d+) of \d+ \xc2\xb7")
"""What the panel says of a finding."""
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[\]P].*?(?:\x07|\x1b\\)", re.DOTALL)


@cache
def byte_code() -> str:
    """Return the folder where it is kept: the floor's libraries have theirs too."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


class Terminal:
    """A program in a pseudo-terminal of 160 columns and 50 rows, which finds nothing kept and keeps nothing."""

    def __init__(self, command: Sequence[str]) -> None:
        self.home = tempfile.TemporaryDirectory()
        kept = {f"XDG_{name}_HOME": f"{self.home.name}/{name}" for name in ("STATE", "CACHE", "CONFIG")}
        env = installed(byte_code(), COLORTERM="truecolor", COLORFGBG="15;0", **kept)
        self.started = perf_counter()
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

    def step(self) -> float | None:
        """Go to the next finding, and return the milliseconds until its number is painted; None where it never is."""
        before = self.position
        seen, self.seen = self.seen, b""
        pressed = perf_counter()
        self.child.send("n")
        while perf_counter() - pressed < 2:
            self.read(0.5)
            if self.position not in {before, b""}:
                return 1000 * (perf_counter() - pressed)
        self.seen = seen + self.seen
        return None

    @property
    def position(self) -> bytes:
        """Return the number of the finding that was painted last."""
        found = POSITION.findall(ESCAPES.sub(b"", self.seen))
        return bytes(found[-1]) if found else b""

    def end(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()
        self.child.close()
        self.home.cleanup()


def memory(pid: int) -> float:
    """Return the resident memory of a process now, in MiB, where the system tells it."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text(encoding="utf-8")) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = status.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(words[1]) == pid:
                found.append(int(status.parent.name))
    return [*found, *(below for child in found for below in children(child))]


def first_paint(runs: int) -> float:
    """Print the first text of a bare app and of the reader, and return the bare app's milliseconds."""
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
    return bare


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
        f"memory of the screen's process {memory(terminal.child.pid):.0f} MiB"
    )
    terminal.read(REST + 1)
    workers = ", ".join(f"{memory(pid):.0f} MiB" for pid in children(terminal.child.pid))
    print(f"{name}: memory of each worker at rest: {workers or 'none is left'}")
    terminal.end()


def keys_while_comparing(documents: int, presses: int) -> None:
    """Time the keys over the seeds while so many other documents are read and compared."""
    with tempfile.TemporaryDirectory() as folder:
        other_stories(Path(folder), documents)
        terminal = Terminal(reader(str(SEEDS), folder))
        terminal.until(MARKED, 600)
        taken: list[float] = []
        for _ in range(presses):
            terminal.read(0.05)
            if b"comparing" not in ESCAPES.sub(b"", terminal.seen[-20_000:]) and len(taken) > presses // 2:
                break
            if (took := terminal.step()) is not None:
                taken.append(took)
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(
            f"seeds while {documents} other documents are compared: n median {statistics.median(taken):.1f} ms, "
            f"p95 {p95:.1f} ms, {len(taken)} of {presses} presses"
        )
        terminal.end()


def other_stories(folder: Path, documents: int) -> None:
    """Write documents that belong together by fours, each of about seven hundred words."""
    for number in range(documents):
        story, at = divmod(number, 4)
        paragraphs = (
            f"In town {story}{part} the mayor of district {story * 97 + part} said on 3 May that {story + part + 100 + (at == 2)} "
            f"houses were built beside river {story * 31 + part}, and that council {story} would decide on plan {part * 7} "
            f"in {1900 + (story + part) % 120}, although Anna Holm of group {story} asked for {part + 12} more weeks."
            for part in range(16)
        )
        (folder / f"z{story:03}-{at}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


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
    parser.add_argument("--documents", type=int, default=200, help="compared meanwhile; default: %(default)s")
    options = parser.parse_args()
    first_paint(options.runs)
    keys("bare lines", (sys.executable, "-c", LINES), options.presses, b"of bare lines")
    keys("seeds", reader(str(SEEDS)), options.presses, MARKED)
    keys_while_comparing(options.documents, options.presses)
    with tempfile.TemporaryDirectory() as folder:
        pair = long_pair(Path(folder), options.paragraphs)
        keys(f"{options.paragraphs} paragraphs", reader(*pair), options.presses, MARKED)


if __name__ == "__main__":
    main()
