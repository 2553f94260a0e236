"""A real Dask scheduler and two real workers on loopback, one of which is killed in the middle."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import IO

import pytest

from artdiff.batch.client import Client
from artdiff.batch.messages import Event, Failed, Lost
from artdiff.batch.orders import Orders
from artdiff.cli import main
from artdiff.documents.document import Document
from tests.batch.test_engines import SOURCE
from tests.program import PROGRAM, environment

QUIET = {"DASK_DISTRIBUTED__WORKER__DAEMON": "False", "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "5s"}


def begun(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        cwd=folder,
        env=environment(**QUIET),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )


def said(stream: IO[str] | None, pattern: str) -> str:
    assert stream is not None
    for line in stream:
        if found := re.search(pattern, line):
            return found[0]
    raise AssertionError(pattern)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    processes = [begun(tmp_path, "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    address = said(processes[0].stderr, r"tcp://127\.0\.0\.1:\d+")
    for _ in range(2):
        words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "30")
        processes.append(begun(tmp_path, "dask_worker", address, "--host", "127.0.0.1", *words))
    for worker in processes[1:]:
        said(worker.stderr, "Registered to")
    yield address, processes[1:]
    for process in processes:
        process.kill()
        with process:
            process.wait()


def test_the_same_lines_though_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, workers = cluster
    corpus = tmp_path / "pairs.jsonl"
    rows = [{"id": at, "source": SOURCE.format(at) * 3, "variant": SOURCE.format(at + at % 2) * 3} for at in range(160)]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [*PROGRAM, "check", "--format", "jsonl", "--engine", "dask", "--scheduler", address, str(corpus)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        workers[0].send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    assert process.returncode == 1
    assert workers[0].wait(10) == -signal.SIGKILL
    assert main(["check", "--format", "jsonl", "--no-cache", "--jobs", "2", str(corpus)]) == 1
    assert first + rest == capsys.readouterr().out


def test_no_such_scheduler(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "--format", "jsonl", "--engine", "dask", "--scheduler", "nonsense://127.0.0.1:9", "x.jsonl"]
    assert main(words) == 2
    assert "there is no Dask scheduler at nonsense://127.0.0.1:9" in capsys.readouterr().err


def test_the_reader_is_told_that_there_is_no_such_scheduler() -> None:
    events: Queue[Event] = Queue()
    client = Client(events.put, orders=Orders(dask=True, scheduler="nonsense://127.0.0.1:9"))
    client.start()
    try:
        client.open([Document("a", "A text."), Document("b", "Another text.")])
        lost, failed = (events.get(timeout=60) for _ in range(2))
    finally:
        client.close()
    assert lost == Lost("there is no Dask scheduler at nonsense://127.0.0.1:9")
    assert isinstance(failed, Failed)
    assert failed.reason == lost.reason


@pytest.mark.slow
def test_every_format_has_the_same_bytes_from_a_cluster(
    cluster: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address, _ = cluster
    for at in range(6):
        (tmp_path / f"{at}.txt").write_text(SOURCE.format(at + 40), encoding="utf-8")
    for form in ("text", "json", "csv", "sarif", "github", "markdown"):
        said = []
        for words in (["--jobs", "1"], ["--engine", "dask", "--scheduler", address]):
            assert main(["check", "--format", form, "--no-cache", *words, str(tmp_path)]) == 1
            said.append(capsys.readouterr().out)
        assert said[0] == said[1]
