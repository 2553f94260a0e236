"""The installed program on a pseudo-terminal, whose screen can be read."""

import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import pexpect
import pyte

from tests.program import environment

PATIENCE: Final = 30
"""Seconds to wait for what comes at once, unless the machine is very busy."""
LEFT: Final = ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1000l", "\x1b[?1003l", "\x1b[?2004l")
"""Out of the second screen, the cursor shown, no mouse, no bracketed paste."""

ARTDIFF: Final = str(Path(sys.executable).with_name("artdiff"))


class Terminal:
    """The program on a pseudo-terminal, whose screen can be read."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int], program: str = ARTDIFF) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        env = environment(COLORTERM="truecolor")
        self.child: Any = pexpect.spawn(
            program, list(arguments), dimensions=(rows, columns), env=env, encoding="utf-8", timeout=PATIENCE
        )
        self.child.delayafterclose = 0
        self.written = ""
        self.attributes = termios.tcgetattr(self.child.child_fd)

    def close(self) -> None:
        """Kill the program where it goes on, and wait until it is gone, however busy the machine is."""
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close()

    def read(self, seconds: float = 0.1) -> bool:
        """Take in what was written; say whether the program goes on."""
        try:
            text = self.child.read_nonblocking(1 << 16, seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += text
        # pyte takes the kitty keyboard protocol's "\x1b[>…u" and "\x1b[<u" for something to print.
        self._stream.feed(text.replace("\x1b[<u", "").replace("\x1b[>25u", ""))
        return True

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    @property
    def position(self) -> str:
        """Return which of how many findings is stood on; "" where that is not shown."""
        found = re.search(r"\d+ of \d+", self.text)
        return found[0] if found else ""

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size, as dragging a window's edge does."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.read(), self.written[-2000:]
            assert time.monotonic() < end, self.text

    def until_shown(self, words: str) -> None:
        self.until(lambda: words in self.text)

    def until_quiet(self, seconds: float = 0.4) -> None:
        """Wait until nothing more is painted: what is painted comes in pieces."""
        before = -1
        while before != len(self.written):
            before = len(self.written)
            assert self.read(seconds), self.written[-2000:]

    def end(self) -> int:
        """Wait for the program's end and return its exit status."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, self.text
        self.child.wait()
        return int(self.child.exitstatus)

    def assert_as_before(self) -> None:
        assert all(sequence in self.written for sequence in LEFT)
        assert termios.tcgetattr(self.child.child_fd) == self.attributes
