"""Many pairs: the same lines whoever compares, whatever dies, and from wherever a run goes on."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pexpect
import pytest

from artdiff.batch.engines import Engine, InProcess, NotCompared, compared, engine_for
from artdiff.batch.pool import Pool
from artdiff.cli import main
from artdiff.cli.progress import line
from artdiff.documents.collection import Problem
from artdiff.documents.corpora.columns import TextPair
from artdiff.documents.document import Document
from tests.program import PROGRAM, environment

DYING = (sys.executable, str(Path(__file__).with_name("pool_worker_that_dies.py")))
ROWS = 140
"""Pairs of the corpus: more than two chunks."""
SOURCE = "The bridge closed on 3 May 2024.\n\nMayor Anna Holm said {} boats were moved from the harbour of Lund.\n"


def pair(number: int, variant: str = "") -> TextPair:
    variant = variant or SOURCE.format(number + 90 * (number % 2))
    return TextPair(number, Document("s", SOURCE.format(number)), Document(f"v{number}", variant))


def identities(engine: Engine, rows: Sequence[TextPair | Problem]) -> list[object]:
    """Return what became of each row: its identity, the identity of a pair given up in a list, a problem's path."""
    found: list[object] = []
    for result in compared(rows, engine):
        if isinstance(result, Problem):
            found.append(result.path)
        elif isinstance(result[1], NotCompared):
            found.append([result[0].identity])
        else:
            found.append(result[0].identity)
    return found


class TestPool:
    def test_the_same_as_in_this_process_and_in_order(self) -> None:
        rows = [Problem("bad", "row") if at % 50 == 7 else pair(at) for at in range(200)]
        assert list(compared(rows, Pool(2))) == list(compared(rows, InProcess()))

    def test_a_worker_that_dies_once_costs_nothing(self, tmp_path: Path) -> None:
        rows = [pair(0), pair(1, f"die {tmp_path / 'died'}"), pair(2)]
        assert identities(Pool(2, DYING), rows) == [0, 1, 2]
        assert (tmp_path / "died").exists()

    def test_a_pair_that_kills_is_given_up_and_no_other(self) -> None:
        rows = [pair(at, "die" if at == 70 else "") for at in range(140)]
        assert identities(Pool(2, DYING), rows) == [*range(70), [70], *range(71, 140)]

    def test_a_worker_that_cannot_be_started(self) -> None:
        assert identities(Pool(1, ("/no/such/program",)), [pair(0)]) == [[0]]

    def test_rows_are_read_as_they_are_needed(self) -> None:
        read = count()
        results = compared((pair(next(read)) for _ in iter(int, 1)), Pool(2))
        next(results)
        results.close()
        assert next(read) < 64 * 8

    def test_few_pairs_start_no_process(self) -> None:
        engine, rows = engine_for(iter([pair(0), pair(1)]), None)
        assert isinstance(engine, InProcess)
        assert len(list(rows)) == 2


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "pairs.jsonl"
    rows = [{"id": at, "source": SOURCE.format(at), "variant": SOURCE.format(at + at % 2)} for at in range(ROWS)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    yield path
    assert not children(path)


def children(path: Path) -> list[str]:
    """Return the workers that run in a folder, whoever their parent is."""
    command = ["pgrep", "-f", "artdiff.batch.*worker|multiprocessing"]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    return [pid for pid in found.stdout.split() if working_folder(pid) == path.parent]


def working_folder(pid: str) -> Path | None:
    try:
        return Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        return None


def started(corpus: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [*PROGRAM, "check", "--format", "jsonl", "--jobs", "2", *words, str(corpus)]
    return subprocess.Popen(
        command, cwd=corpus.parent, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(happened: object, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not (happened() if callable(happened) else happened):
        assert time.monotonic() < end
        time.sleep(0.05)


class TestRuns:
    def test_lines_are_the_same_with_any_number_of_jobs(self, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
        lines = []
        for jobs in ("1", "2"):
            assert main(["check", "--format", "jsonl", "--no-cache", "--jobs", jobs, str(corpus)]) == 1
            lines.append(capsys.readouterr().out)
        assert lines[0] == lines[1]
        assert [json.loads(line)["id"] for line in lines[0].splitlines()] == list(range(ROWS))

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
    def test_what_is_ended_leaves_nothing_running_and_goes_on(
        self, corpus: Path, number: signal.Signals, capsys: pytest.CaptureFixture[str]
    ) -> None:
        corpus.write_text(corpus.read_text(encoding="utf-8") * 3, encoding="utf-8")  # not done before it hears of it
        journal = corpus.with_name("done.jsonl")
        with started(corpus, "--resume", str(journal)) as process:
            wait_for(lambda: journal.exists() and journal.stat().st_size > 0)
            process.send_signal(number)
            status = process.wait(20)
        assert status == (130 if number == signal.SIGINT else -9)
        wait_for(lambda: not children(corpus))
        with journal.open("a", encoding="utf-8") as file:
            file.write('{"id":')
        assert main(["check", "--format", "jsonl", "--resume", str(journal), str(corpus)]) == 1
        resumed = journal.read_text(encoding="utf-8")
        capsys.readouterr()
        assert main(["check", "--format", "jsonl", str(corpus)]) == 1  # from the cache
        assert resumed == capsys.readouterr().out

    def test_a_run_that_was_about_something_else(self, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
        journal = corpus.with_name("done.jsonl")
        for content in ('{"id":"another","findings":[]}\n', "no JSON\n", '{"id":1}\n' * 400, "[]\n"):
            journal.write_text(content, encoding="utf-8")
            assert main(["check", "--format", "jsonl", "--resume", str(journal), str(corpus)]) == 2
            assert journal.read_text(encoding="utf-8") == content
            assert "line 1" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "words",
        [
            ["--jobs", "0"],
            ["--jobs", "x"],
            ["--scheduler", "tcp://x:1"],
            ["--resume", "x", "--format", "json"],
            ["--resume", "/no/such/folder/x"],
        ],
    )
    def test_a_wrong_call(self, words: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--format", "jsonl", *words, str(corpus)]) == 2
        assert capsys.readouterr().err

    def test_malformed_rows(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "a.jsonl"
        good = json.dumps({"id": 1, "source": "s", "variant": "s"})
        path.write_text("\n".join([good, *["bad"] * 60, good]), encoding="utf-8")
        assert main(["check", "--format", "jsonl", str(path)]) == 2
        said = capsys.readouterr()
        assert len(said.out.splitlines()) == 2
        assert f"{path}:2: not JSON" in said.err
        assert "60 malformed rows were passed over" in said.err
        assert len(said.err.splitlines()) == 51
        assert main(["check", "--format", "jsonl", "--lenient", str(path)]) == 0

    def test_rows_that_are_documents(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "a.csv"
        rows = [("v1", SOURCE.format(5), "e", "variant"), ("s", SOURCE.format(4), "e", "source")]
        cells = "\n".join(f'{name},"{text}",{story},{role}' for name, text, story, role in rows)
        path.write_text(f"id,body,story,role\n{cells}\n", encoding="utf-8")
        assert main(["check", "--format", "jsonl", "--map", "text=body", str(path)]) == 1
        (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert found["id"] == "v1"
        assert main(["check", "--format", "json", "--map", "text=body", str(path)]) == 1
        (story,) = json.loads(capsys.readouterr().out)["stories"]
        assert (story["source"]["path"], story["certain"]) == (f"{path}:6 s", True)


def test_progress_on_a_terminal(corpus: Path) -> None:
    big = corpus.with_name("big.jsonl")
    big.write_text(corpus.read_text(encoding="utf-8") * 15, encoding="utf-8")
    words = [
        *PROGRAM[1:],
        "check",
        "--format",
        "jsonl",
        "--jobs",
        "1",
        "--resume",
        str(corpus.with_name("d")),
        str(big),
    ]
    child = pexpect.spawn(PROGRAM[0], words, env=environment(), encoding="utf-8", timeout=60)
    child.expect(r"\d+ pairs · \d+/s · about .* left · \d+ findings")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.wait()  # a busy machine takes its time between the last byte and the end
    child.close()
    assert child.exitstatus == 130


@pytest.mark.parametrize(
    "words",
    [
        ["text", "--jobs", "2"],
        ["json", "--jobs", "2"],
        pytest.param(["csv", "--engine", "dask", "--jobs", "2"], marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_ctrl_c_on_a_terminal_ends_every_format_at_once(words: list[str], corpus: Path) -> None:
    big = corpus.with_name("big.jsonl")
    big.write_text(corpus.read_text(encoding="utf-8") * 75, encoding="utf-8")
    command = [*PROGRAM[1:], "check", "--no-cache", str(big), "--format", *words]
    child = pexpect.spawn(PROGRAM[0], command, env=environment(), cwd=str(corpus.parent), encoding="utf-8", timeout=60)
    child.expect(r"\d+ pairs · \d+/s · about .* left · \d+ findings")
    assert len(children(corpus)) >= 2
    child.sendintr()
    child.expect(pexpect.EOF)
    child.wait()  # a busy machine takes its time between the last byte and the end
    child.close()
    assert child.exitstatus == 130
    assert not children(corpus)
    assert "Traceback" not in child.before


@pytest.mark.parametrize(
    ("size", "words"), [(0, ""), (25, " · about 30 s left"), (1, " · about 16 min 30 s left"), (200, "")]
)
def test_progress(size: int, words: str) -> None:
    assert line(1200, size, 3, 10, 100) == f"1,200 pairs · 120/s{words} · 3 findings"
