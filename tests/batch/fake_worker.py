"""A worker that does what the variants' texts tell it: for testing the client with real processes."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from artdiff.batch.messages import Compare, Compared, Group, Grouped, Open, Progress, Several, receive, send

if TYPE_CHECKING:
    from artdiff.engine.values import Comparison


AHEAD = int(sys.argv[1]) if sys.argv[1:] else 1
"""How many comparisons it says are best asked for at once."""


def obey(order: str) -> None:
    word, _, operand = order.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "raise":
        raise ValueError(operand)
    elif word == "wait-for":
        while not Path(operand).exists():
            time.sleep(0.005)


def answer(request: Compare, orders: list[str]) -> None:
    order = orders[request.documents.variant]
    obey(order)
    send(sys.stdout.buffer, Compared(request.documents, cast("Comparison", order)))


def main() -> None:
    orders: list[str] = []
    while True:
        try:
            request = receive(sys.stdin.buffer)
        except EOFError:
            return
        match request:
            case Open(documents):
                orders = [document.text for document in documents]
            case Group():
                for order in orders:
                    obey(order.removeprefix("grouping: ") if order.startswith("grouping: ") else "")
                send(sys.stdout.buffer, Progress(1, len(orders)))
                send(sys.stdout.buffer, Grouped((), (), AHEAD))
            case Compare():
                answer(request, orders)
            case Several(requests):
                for one in requests:
                    answer(one, orders)


if __name__ == "__main__":
    main()
