"""Asking the terminal whether it is dark or light, before the app owns it.

An answer that comes later would reach the app as keys. So the question is asked before Textual is loaded, with another
behind it that every terminal answers, and all that has come is taken in before the app starts.
"""

from __future__ import annotations

import os
import re
import select
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION: Final = "\x1b]11;?\x1b\\\x1b[c"
"""The colour of the ground (OSC 11), then what the terminal is (DA1)."""
PATIENCE: Final = 0.05
"""Seconds to wait, once all else is loaded, for a terminal of this machine; one far away gets longer."""
PATIENCE_FAR: Final = 1.0
_ANSWER: Final = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_LAST: Final = re.compile(rb"\x1b\[\?[0-9;]*c")
_LIGHT_GROUNDS: Final = {"7", "15"}


class Background:
    """The question and its answer. `ask`, then load what takes time, then `is_light`, which gives the terminal back."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ
        self._attributes: list[Any] | None = None

    def ask(self) -> None:
        """Ask, unless the environment says it."""
        if _told(self._environ) is not None:
            return
        import termios  # noqa: PLC0415  (where there is none, nothing can be asked)
        import tty  # noqa: PLC0415

        self._attributes = termios.tcgetattr(sys.stdin)
        tty.setcbreak(sys.stdin, termios.TCSANOW)
        sys.stderr.write(QUESTION)
        sys.stderr.flush()

    def is_light(self) -> bool:
        """Return what was answered; no answer means dark."""
        if self._attributes is None:
            return _told(self._environ) is True
        import termios  # noqa: PLC0415

        try:
            return is_light(self._heard())
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSANOW, self._attributes)
            self._attributes = None

    def _heard(self) -> bytes:
        far = self._environ.get("SSH_CONNECTION") or self._environ.get("SSH_TTY")
        end = monotonic() + (PATIENCE_FAR if far else PATIENCE)
        heard = b""
        while not _LAST.search(heard) and (left := end - monotonic()) > 0:
            if not select.select([sys.stdin], [], [], left)[0]:
                break
            data = os.read(sys.stdin.fileno(), 4096)
            if not data:
                break
            heard += data
        return heard


def is_light(answer: bytes) -> bool:
    """Say whether an answer names a ground that is nearer to white than to black."""
    match = _ANSWER.search(answer)
    if match is None:
        return False
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in match.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5


def _told(environ: Mapping[str, str]) -> bool | None:
    """Return whether the environment says that the terminal is light; None where it does not say."""
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return ground in _LIGHT_GROUNDS if ground.isdigit() else None
