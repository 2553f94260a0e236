"""A worker that does what the variants' texts tell it: for testing the client with real processes."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from artdiff.batch.messages import Compare, Compared, Group, Grouped, Open, Progress, receive, send

if TYPE_CHECKING:
    from artdiff.engine.values import Comparison


def obey(order: str) -> None:
    word, _, operand = order.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "raise":
        raise ValueError(operand)
    elif word == "wait-for":
        while not Path(operand).exists():
            time.sleep(0.005)


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
                send(sys.stdout.buffer, Grouped((), ()))
            case Compare(documents):
                obey(orders[documents.variant])
                send(sys.stdout.buffer, Compared(documents, cast("Comparison", orders[documents.variant])))


if __name__ == "__main__":
    main()
