import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Queue

import pytest

from artdiff.batch.client import GRACE, LARGE, Client
from artdiff.batch.messages import Compare, Compared, Event, Failed, Group, Grouped, Lost, Progress, Several
from artdiff.documents.document import Document
from artdiff.engine.values import Pair

FAKE = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))
PATIENCE = 20
"""Seconds to wait for what comes at once, unless the machine is very busy."""


class Listening:
    """A client and what it told."""

    def __init__(self, command: Sequence[str], rest: float) -> None:
        self.events: Queue[Event] = Queue()
        self.client = Client(self.events.put, command, rest=rest)

    def next(self) -> Event:
        return self.events.get(timeout=PATIENCE)

    def open(self, *orders: str) -> None:
        self.client.start()
        self.client.open([Document(str(index), order) for index, order in enumerate(orders)])

    def opened(self, *orders: str) -> None:
        self.open(*orders)
        assert self.next() == Progress(1, len(orders))
        grouped = self.next()
        assert isinstance(grouped, Grouped), grouped

    def want(self, *variants: int) -> None:
        self.client.want([Pair(0, variant) for variant in variants])

    def compared(self) -> int:
        event = self.next()
        assert isinstance(event, Compared), event
        return event.documents.variant

    @property
    def pid(self) -> int:
        assert self.client._process is not None
        return self.client._process._process.pid


@pytest.fixture
def listen() -> Iterator[Callable[..., Listening]]:
    made: list[Listening] = []

    def make(command: Sequence[str] = FAKE, rest: float = PATIENCE) -> Listening:
        made.append(Listening(command, rest))
        return made[-1]

    yield make
    for listening in made:
        listening.client.close()


def runs(pid: int) -> bool:
    """Say whether a process runs; one that ended and is not yet fetched by its parent does not."""
    try:
        os.kill(pid, 0)
        if not Path("/proc/self").exists():
            return True
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    except (ProcessLookupError, FileNotFoundError):  # it may end between two looks
        return False


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


Listen = Callable[..., Listening]


def test_answers_in_the_order_that_was_wanted(listen: Listen) -> None:
    listening = listen()
    listening.opened("", "a", "b", "c")
    listening.want(3, 1, 2)
    assert [listening.compared() for _ in range(3)] == [3, 1, 2]


def test_a_new_wish_replaces_what_has_not_begun(listen: Listen, tmp_path: Path) -> None:
    listening = listen()
    listening.opened("", f"wait-for {tmp_path / 'go'}", "b", "c", "d")
    listening.want(1, 2, 3, 4)
    assert until(lambda: listening.client._current == Compare(Pair(0, 1)))
    listening.want(4, 1, 3)
    (tmp_path / "go").touch()
    assert [listening.compared() for _ in range(3)] == [1, 4, 3]
    listening.want(2)
    assert listening.compared() == 2


def test_what_died_is_told_once_and_tried_once_more(listen: Listen, tmp_path: Path) -> None:
    listening = listen()
    listening.opened("", f"wait-for {tmp_path / 'go'}", "b")
    listening.want(1, 2)
    assert until(lambda: listening.client._current == Compare(Pair(0, 1)))
    os.kill(listening.pid, signal.SIGKILL)
    assert listening.next() == Lost("the worker was ended by SIGKILL")
    (tmp_path / "go").touch()
    assert [listening.compared() for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        ("die", "the worker was ended by SIGKILL"),
        ("raise broken rule", "the worker ended with status 1: ValueError: broken rule"),
    ],
)
def test_what_dies_again_is_given_up_and_the_rest_goes_on(listen: Listen, order: str, reason: str) -> None:
    listening = listen()
    listening.opened("", order, "b")
    listening.want(1, 2)
    assert listening.next() == Lost(reason)
    assert listening.next() == Failed(Compare(Pair(0, 1)), reason)
    assert listening.compared() == 2


def test_several_at_once_and_one_that_kills_takes_no_other_along(listen: Listen) -> None:
    listening = listen((*FAKE, "3"))
    listening.opened("", "a", "die", "c", "d", "e")
    listening.want(1, 2, 3, 4, 5)
    assert listening.compared() == 1
    assert isinstance(listening.next(), Lost)
    failed = listening.next()
    assert isinstance(failed, Failed)
    assert failed.request == Compare(Pair(0, 2))
    assert [listening.compared() for _ in range(3)] == [3, 4, 5]


def test_what_is_begun_with_others_is_not_asked_for_twice(listen: Listen, tmp_path: Path) -> None:
    listening = listen((*FAKE, "2"))
    listening.opened("", f"wait-for {tmp_path / 'go'}", "b", "c")
    listening.want(1, 2, 3)
    assert until(lambda: isinstance(listening.client._current, Several))
    listening.want(2, 3, 1)
    (tmp_path / "go").touch()
    assert [listening.compared() for _ in range(3)] == [1, 2, 3]


def test_a_worker_that_died_while_idle(listen: Listen) -> None:
    listening = listen()
    listening.opened("", "a")
    os.kill(listening.pid, signal.SIGKILL)
    listening.want(1)
    assert isinstance(listening.next(), Lost)
    assert listening.compared() == 1


def test_a_worker_with_much_in_memory_goes_when_it_has_nothing_to_do_and_comes_again(listen: Listen) -> None:
    listening = listen(rest=0.01)
    listening.opened("", "a", "b" * LARGE)
    first = listening.pid
    assert until(lambda: not runs(first))
    listening.want(1)
    assert listening.compared() == 1, "and nobody is told that a worker was lost"


def test_a_worker_with_little_in_memory_stays(listen: Listen) -> None:
    listening = listen(rest=0.01)
    listening.opened("", "a", "b")
    first = listening.pid
    time.sleep(0.1)
    listening.want(1)
    assert (listening.compared(), listening.pid) == (1, first)


def test_grouping_that_dies(listen: Listen) -> None:
    listening = listen()
    listening.open("grouping: die")
    assert isinstance(listening.next(), Lost)
    failed = listening.next()
    assert isinstance(failed, Failed)
    assert failed.request == Group(None)


def test_a_worker_that_cannot_be_started(listen: Listen) -> None:
    listening = listen(("/no/such/python",))
    listening.open("a")
    assert isinstance(listening.next(), Lost)
    failed = listening.next()
    assert isinstance(failed, Failed)
    assert "cannot be started" in failed.reason


@pytest.mark.parametrize("order", ["", "wait-for /no/such/file"])
def test_closing_leaves_nothing_running(listen: Listen, order: str) -> None:
    listening = listen()
    listening.opened("", order)
    pid = listening.pid
    if order:
        listening.want(1)
        assert until(lambda: listening.client._current is not None)
    listening.client.close()
    assert not runs(pid)
    assert not listening.client._thread.is_alive()
    assert listening.events.empty()
    listening.client.close()


def test_closing_what_was_never_opened_or_started(listen: Listen) -> None:
    listen().client.close()
    listening = listen()
    listening.client.start()
    pid = listening.pid
    listening.client.close()
    assert not runs(pid)


def test_the_terminal_does_not_reach_the_worker(listen: Listen) -> None:
    listening = listen()
    listening.opened("")
    assert os.getsid(listening.pid) == listening.pid


def test_the_worker_goes_when_its_owner_is_killed(tmp_path: Path) -> None:
    owner_code = f"""
import sys, time
from artdiff.batch.client import GRACE, LARGE, Client
from artdiff.documents.document import Document
client = Client(lambda event: None, {FAKE!r})
client.start()
client.open([Document("a", "")])
print(client._process._process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", owner_code], stdout=subprocess.PIPE, cwd=tmp_path, text=True) as owner:
        assert owner.stdout is not None
        worker = int(owner.stdout.readline())
        assert runs(worker)
        owner.kill()
    assert until(lambda: not runs(worker))


@pytest.mark.parametrize("order", ["wait-for", "grouping: wait-for"])
def test_what_is_cancelled_ends_without_a_word_and_the_next_wish_is_met(
    listen: Listen, tmp_path: Path, order: str
) -> None:
    listening = listen()
    gate = tmp_path / "gate"
    if order.startswith("grouping"):
        listening.open("source", f"{order} {gate}", "b")
    else:
        listening.opened("source", f"{order} {gate}", "b")
        listening.want(1, 2)
    assert until(lambda: listening.client._current is not None)
    pid = listening.pid
    listening.client.cancel()
    assert until(lambda: listening.client._current is None)
    assert until(lambda: not runs(pid))
    assert listening.events.empty()
    gate.touch()
    if order.startswith("grouping"):
        listening.client.open([Document("0", "source"), Document("1", "b")])
        assert listening.next() == Progress(1, 2)
        assert isinstance(listening.next(), Grouped)
    listening.want(1)
    assert listening.compared() == 1


def test_what_is_wanted_again_in_time_is_not_ended(listen: Listen, tmp_path: Path) -> None:
    listening = listen()
    gate = tmp_path / "gate"
    listening.opened("source", f"wait-for {gate}", "b")
    listening.want(1)
    assert until(lambda: listening.client._current is not None)
    listening.client.cancel()
    listening.want(1, 2)
    time.sleep(2 * GRACE)
    gate.touch()
    assert (listening.compared(), listening.compared()) == (1, 2)
