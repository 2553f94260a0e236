"""A worker of the pool: compares what its standard input asks for, and ends when that does.

Run as ``python -P -m artdiff.batch.pool_worker`` with pipes.
"""

from __future__ import annotations

import os
import sys

from artdiff.batch.comparing import compare_texts, look_seldom_for_garbage
from artdiff.batch.messages import ComparedTexts, CompareTexts, receive, send


def main() -> None:
    """Serve standard input until it ends, or until nobody listens."""
    answers = os.fdopen(os.dup(1), "wb")
    # What anything prints by mistake must not stand among the answers.
    os.dup2(2, 1)
    look_seldom_for_garbage()
    while True:
        try:
            request = receive(sys.stdin.buffer)
            if isinstance(request, CompareTexts):
                send(answers, ComparedTexts(compare_texts(request.pairs)))
        except (EOFError, BrokenPipeError):
            return


if __name__ == "__main__":
    main()
