"""A terminal that may go away while it is written to.

Textual writes in a thread, by way of a queue that holds few pieces: where the terminal is gone the thread ends with an
error, the queue fills, and the loop waits for ever to put another piece in. The signal that would end the reader is
then never heard, and a process without a terminal stays behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from typing import Any, TextIO

    from textual.app import App


class LastingDriver(LinuxDriver):
    """Textual's driver, whose output lasts as long as the reader."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("Any", LastingOutput(cast("TextIO", self._file)))


class LastingOutput:
    """A stream to a terminal; once that is gone, what is written goes nowhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._is_gone = stream, False

    def write(self, text: str) -> None:
        """Write while there is a terminal."""
        try:
            if not self._is_gone:
                self._stream.write(text)
        except OSError:
            self._is_gone = True

    def flush(self) -> None:
        """Flush while there is a terminal."""
        try:
            if not self._is_gone:
                self._stream.flush()
        except OSError:
            self._is_gone = True

    def fileno(self) -> int:
        """Return the number of the stream's descriptor."""
        return self._stream.fileno()
