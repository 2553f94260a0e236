"""How the workers of this program that have one answer to each request serve their standard input."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from artdiff.batch.messages import receive, send

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.batch.messages import WorkerAnswer


def serve(answer: Callable[[object], WorkerAnswer]) -> None:
    """Answer what standard input asks for until it ends, or until nobody listens."""
    answers = os.fdopen(os.dup(1), "wb")
    # What anything prints by mistake must not stand among the answers.
    os.dup2(2, 1)
    with suppress(EOFError, BrokenPipeError):
        while True:
            send(answers, answer(receive(sys.stdin.buffer)))
