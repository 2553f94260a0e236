import io
import os
import subprocess
import sys
from pathlib import Path
from queue import Queue

import pytest

from artdiff.batch import worker
from artdiff.batch.client import Client
from artdiff.batch.messages import (
    Compare,
    Compared,
    Event,
    FactsRead,
    Failed,
    Group,
    Grouped,
    Open,
    Progress,
    ReadFacts,
    Request,
    Several,
    receive,
    send,
)
from artdiff.batch.orders import HERE, Orders
from artdiff.batch.pool import Pool
from artdiff.batch.process import COMMAND
from artdiff.batch.work import Work
from artdiff.documents.document import Document
from artdiff.documents.reading import read
from artdiff.engine.values import Pair
from tests.batch.test_engines import DYING, SOURCE, children
from tests.program import SEEDS

DOCUMENTS = (
    Document("a", "Anna Holm moved 48 boats from the harbour of Lund on 3 May 2024.\n"),
    Document("b", "Anna Holm moved 58 boats from the harbour of Lund on 3 May 2024.\n"),
    Document("c", ""),
)


def answers_to(*requests: Request) -> list[object]:
    asked, answered = io.BytesIO(), io.BytesIO()
    for request in requests:
        send(asked, request)
    asked.seek(0)
    worker.serve(asked, answered)
    answered.seek(0)
    answers = []
    while answered.tell() < len(answered.getvalue()):
        answers.append(receive(answered))
    return answers


def test_the_facts_of_a_document() -> None:
    (read_facts,) = answers_to(Open(DOCUMENTS, HERE), ReadFacts(0))
    assert isinstance(read_facts, FactsRead)
    told = {span.of(DOCUMENTS[0].text) for _, span in read_facts.facts}
    assert {"Anna Holm", "48", "Lund"} <= {words.removesuffix(" boats") for words in told}


def test_every_request_has_its_answer() -> None:
    grouped, compared = answers_to(Open(DOCUMENTS, HERE), Group(0), Compare(Pair(0, 1)))
    assert isinstance(grouped, Grouped)
    (story,) = grouped.stories
    assert (story.source, story.variants) == (0, (1, 2))
    assert [outline.name for outline in grouped.outlines] == ["a", "b", "c"]
    assert compared == Compared(Pair(0, 1), Work(DOCUMENTS).compare(Pair(0, 1)))


def test_progress_is_told_while_documents_are_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PROGRESS_EVERY", 0)
    *progress, grouped = answers_to(Open(DOCUMENTS, HERE), Group(None))
    assert progress == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]
    assert isinstance(grouped, Grouped)


@pytest.mark.parametrize("orders", [HERE, Orders(jobs=2, cached=False), Orders(jobs=2)])
def test_several_are_compared_by_whichever_engine(orders: Orders) -> None:
    pairs = [Pair(0, 1), Pair(1, 0), Pair(0, 2)]
    request = Several(tuple(map(Compare, pairs)))
    grouped, *compared = answers_to(Open(DOCUMENTS, orders), Group(0), request)
    assert isinstance(grouped, Grouped)
    assert (grouped.ahead > 1) == (orders != HERE)
    here = Work(DOCUMENTS)
    assert compared == [Compared(pair, here.compare(pair)) for pair in pairs]


def test_what_was_opened_before_is_not_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = (Open(DOCUMENTS, Orders(jobs=1)), Group(0), Compare(Pair(0, 1)))
    monkeypatch.setattr(worker, "PROGRESS_EVERY", 0)
    *progress, grouped, compared = answers_to(*requests)
    assert len(progress) == 3
    monkeypatch.setattr(Work, "analysis", None)
    assert answers_to(*requests) == [grouped, compared]


def test_a_comparison_that_kills_the_engines_worker_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pool.__init__, "__defaults__", (DYING,))
    documents = (*DOCUMENTS, Document("d", "die"))
    request = Several((Compare(Pair(0, 3)), Compare(Pair(0, 1))))
    _, failed, compared = answers_to(Open(documents, Orders(jobs=2, cached=False)), Group(0), request)
    assert failed == Failed(Compare(Pair(0, 3)), "given up after two tries: the worker was ended by SIGKILL")
    assert compared == Compared(Pair(0, 1), Work(DOCUMENTS).compare(Pair(0, 1)))


def test_no_documents_no_stories() -> None:
    assert answers_to(Open(()), Group(None)) == [Grouped((), ())]


def test_a_message_cut_short_ends_the_worker() -> None:
    asked = io.BytesIO()
    send(asked, Open(DOCUMENTS))
    worker.serve(io.BytesIO(asked.getvalue()[:-1]), io.BytesIO())


def test_a_listener_that_has_gone_ends_the_worker() -> None:
    class Gone(io.BytesIO):
        def write(self, _: object) -> int:
            raise BrokenPipeError

    asked = io.BytesIO()
    for request in (Open(DOCUMENTS, HERE), Compare(Pair(0, 0)), Open(())):
        send(asked, request)
    asked.seek(0)
    worker.serve(asked, Gone())
    assert isinstance(receive(asked), Open)


def test_the_real_worker_says_what_this_process_would() -> None:
    collection = read([SEEDS])
    events: Queue[Event] = Queue()
    client = Client(events.put)
    client.start()
    client.open(collection.documents)
    try:
        grouped = events.get(timeout=60)
        while isinstance(grouped, Progress):
            grouped = events.get(timeout=60)
        assert isinstance(grouped, Grouped), grouped
        pairs = [Pair(story.source, variant) for story in grouped.stories for variant in story.variants]
        client.want(pairs)
        compared = [events.get(timeout=60) for _ in pairs]
    finally:
        client.close()
    here = Work(collection.documents)
    assert grouped.stories == here.group()
    assert compared == [Compared(pair, here.compare(pair)) for pair in pairs]


def test_closing_leaves_neither_the_worker_nor_its_workers_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    events: Queue[Event] = Queue()
    client = Client(events.put, orders=Orders(jobs=2, cached=False))
    client.start()
    client.open([Document(str(at), SOURCE.format(at) * 20) for at in range(40)], 0)
    while not isinstance(event := events.get(timeout=60), Grouped):
        assert isinstance(event, Progress), event
    client.want([Pair(0, at) for at in range(1, 40)])
    assert isinstance(events.get(timeout=60), Compared)
    running = children(tmp_path / "x")
    client.close()
    assert len(running) == 3
    assert not children(tmp_path / "x")


def test_modules_in_the_users_folder_are_not_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')", encoding="utf-8")
    (tmp_path / "artdiff.py").write_text("raise SystemExit('the wrong artdiff')", encoding="utf-8")
    done = subprocess.run(COMMAND, check=False, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_what_is_printed_by_mistake_does_not_stand_among_the_answers() -> None:
    code = (
        "from artdiff.batch import worker, messages\n"
        "class Talking(worker.Work):\n"
        "    def outlines(self):\n"
        "        print('stray words')\n"
        "        return super().outlines()\n"
        "worker.Work = Talking\n"
        "worker.main()\n"
    )
    asked = io.BytesIO()
    send(asked, Group(None))
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        input=asked.getvalue(),
        capture_output=True,
        timeout=60,
        env=os.environ,
    )
    assert receive(io.BytesIO(done.stdout)) == Grouped((), ())
    assert done.stderr.strip() == b"stray words"
