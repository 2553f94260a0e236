"""Throughput and memory at scale, as ratios where the machine is noisy: ``python -m tests.bench_scale``.

Run by hand, on a machine that does nothing else. The corpora are made of the stories with keys, every pair with a
figure of its own, so that no two are the same.
"""

import argparse
import atexit
import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import Final, NamedTuple

from artdiff.documents.corpora.reading import read_corpus
from artdiff.documents.document import Document
from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare
from artdiff.engine.values import Pair
from artdiff.reports.checked import CheckedPair, CheckedVariant
from artdiff.reports.gate import Gate
from artdiff.reports.structured import pair_line
from tests.program import PROGRAM, installed
from tests.scoring import STORIES

MEASURED: Final = tuple(
    "breach ceasefire election flood layoffs museum obituary outbreak rates recall summit takeover telescope verdict wildfire".split()
)
"""The stories that speed is measured on, the first fifteen: later ones must not move what figures are compared with."""
CACHE: Final = tempfile.TemporaryDirectory()
atexit.register(CACHE.cleanup)


class Run(NamedTuple):
    """What a run took: seconds, processor seconds of all its processes, and the largest resident memory of one in MiB."""

    seconds: float
    work: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=200, help="pairs that are compared; default: %(default)s")
    parser.add_argument(
        "--curve", type=int, default=3000, help="pairs over which memory is watched; default: %(default)s"
    )
    parser.add_argument("--large", type=int, default=1000, help="MiB of the large corpus; default: %(default)s")
    parser.add_argument(
        "--formats", type=int, default=2000, help="pairs of a sentence for each format; default: %(default)s"
    )
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.only:
            corpus = Path(folder) / "pairs.jsonl"
            corpus.write_text("".join(pair_lines(options.pairs)), encoding="utf-8")
            PARTS[options.only](corpus, options)
            return
        corpus = Path(folder) / "pairs.jsonl"
        corpus.write_text("".join(pair_lines(options.pairs)), encoding="utf-8")
        throughput(corpus, options.pairs)
        second_run(corpus, Path(folder) / "cache")
        longer = Path(folder) / "longer.jsonl"
        with longer.open("w", encoding="utf-8") as file:
            file.writelines(pair_lines(options.curve))
        memory_curve(longer, options.curve)
        parent(corpus, options)
        formats(corpus, options)
        large = Path(folder) / "large.jsonl"
        write_large(large, options.large)
        print(f"{options.large} MiB of pairs, two processes   {show(check(large, '--jobs', '2'))}")


def formats(corpus: Path, options: argparse.Namespace) -> None:
    """Print what each format takes of memory over few pairs and over ten times as many."""
    few = corpus.with_name("few.jsonl")
    for path, count in ((few, options.formats // 10), (corpus, options.formats)):
        path.write_text("".join(sentences(count)), encoding="utf-8")
    for words in (["jsonl"], ["json"], ["sarif"], ["markdown"], ["text", "--summary"]):
        small, large = (alone("--format", *words, "--no-cache", "--jobs", "1", str(path)) for path in (few, corpus))
        print(
            f"{' '.join(words):<16} {options.formats // 10} pairs {small:.0f} MiB, {options.formats} pairs {large:.0f} MiB"
        )


def alone(*words: str) -> float:
    """Return the MiB that a check takes at the most, measured by a process that starts no other."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)"
    code += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", code, *PROGRAM, "check", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=installed(CACHE.name))
    return int(done.stdout) / 1024


def sentences(count: int) -> Iterator[str]:
    """Yield pairs of a few sentences, no two the same."""
    for number in range(count):
        source = f"The {number + 100} boats of Lund sank on Monday, said mayor Anna Holm of district {number}. " * 6
        yield json.dumps({"id": number, "source": source, "variant": source.replace("Monday", "Tuesday", 1)}) + "\n"


def parent(corpus: Path, _: argparse.Namespace) -> None:
    """Print what the process that compares nothing does for a pair: what a cluster of any size waits for.

    Four things are timed by themselves: reading the row, the comparison's way through a pipe, its line, and the line of a
    pair that is in the cache.
    """
    known = texts()[:60]
    found = [compare(Pair(*map(analyse, pair_of(pair)))) for pair in known]
    rows = list(read_corpus(corpus))
    reading = lasting(lambda: list(read_corpus(corpus))) / len(rows)
    piping = lasting(lambda: [pickle.loads(pickle.dumps(one, -1)) for one in found]) / len(found)  # noqa: S301  (its own)
    checked = [
        CheckedPair(0, pair_of(pair).source, CheckedVariant(pair_of(pair).variant, one))
        for pair, one in zip(known, found, strict=True)
    ]
    writing = lasting(lambda: [pair_line(one, Gate()) for one in checked]) / len(checked)
    each = reading + piping + writing
    print(
        f"the parent, a pair: reading {1000 * reading:.2f} ms, pipe {1000 * piping:.2f} ms, line {1000 * writing:.2f} ms; "
        f"together {1000 * each:.2f} ms, {1 / each:.0f} pairs a second, a million in {1e6 * each / 60:.0f} minutes"
    )
    first, second = (check(corpus, "--jobs", "1", cache=str(corpus.with_name("kept"))) for _ in range(2))
    empty = corpus.with_name("none.jsonl")
    empty.touch()
    start = check(empty, "--jobs", "1", cache=str(corpus.with_name("kept")))
    cached = (second.work - start.work) / len(rows)
    compared = (first.work - start.work) / len(rows)
    print(
        f"a pair in the cache {1000 * cached:.2f} ms, a pair that is compared {1000 * compared:.1f} ms, less what starting takes"
    )
    million = 1e6 * compared / 3600
    bound = compared / each
    print(f"a million pairs: {million:.1f} core hours; the parent is the bound from {bound:.0f} cores on")


def pair_of(texts: tuple[str, str]) -> Pair[Document]:
    return Pair(*(Document(name, text) for name, text in zip(("source", "variant"), texts, strict=True)))


def lasting(work: Callable[[], object]) -> float:
    """Return the processor seconds of the fastest of some runs."""
    times = []
    for _ in range(5):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def throughput(corpus: Path, pairs: int) -> None:
    """Print what one and two processes do, less what starting takes."""
    few = corpus.with_name("few.jsonl")
    few.write_text("".join(pair_lines(2)), encoding="utf-8")
    times, work = {}, {}
    for jobs in ("1", "2"):
        start = check(few, "--no-cache", "--jobs", jobs)
        run = check(corpus, "--no-cache", "--jobs", jobs)
        times[jobs], work[jobs] = run.seconds - start.seconds, run.work - start.work
        rate = f"{(pairs - 2) / times[jobs]:.1f} pairs/s, {(pairs - 2) / work[jobs]:.1f} a processor second"
        print(f"{pairs} pairs, {jobs} processes  {show(run)}  {rate}")
    print(
        f"two processes against one: {times['1'] / times['2']:.2f} times, by processor time {2 * work['1'] / work['2']:.2f}"
    )


def second_run(corpus: Path, cache: Path) -> None:
    """Print what the cache saves."""
    first, second = (check(corpus, "--jobs", "1", cache=str(cache)) for _ in range(2))
    ratios = f"{first.seconds / second.seconds:.0f} times as fast, {first.work / second.work:.0f} by processor time"
    print(f"a second run from the cache: {show(second)}, {ratios}")


def memory_curve(corpus: Path, pairs: int) -> None:
    """Print the memory of a run over real pairs, of its process and of its two workers together, from end to end."""
    command = [*PROGRAM, "check", "--format", "jsonl", "--no-cache", "--jobs", "2", str(corpus)]
    seen: list[tuple[int, int]] = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=installed(CACHE.name)) as process:
        while process.poll() is None:
            sleep(0.5)
            found = subprocess.run(["pgrep", "-P", str(process.pid)], check=False, capture_output=True, text=True)  # noqa: S607
            seen.append((resident(process.pid), sum(resident(int(pid)) for pid in found.stdout.split())))
    seen = [row for row in seen if all(row)]
    print(f"{pairs} pairs, {corpus.stat().st_size / 2**20:.0f} MiB, MiB of the process and of its two workers:")
    for share in (0.1, 0.25, 0.5, 0.75, 1):
        own, workers = seen[max(0, int(len(seen) * share) - 1)]
        print(f"  after {share:4.0%}  {own / 1024:6.0f}  {workers / 1024:6.0f}")


def resident(pid: int) -> int:
    """Return the KiB that a process has in memory; 0 where there is none."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


PARTS: Final[dict[str, Callable[[Path, argparse.Namespace], None]]] = {
    "throughput": lambda corpus, options: throughput(corpus, options.pairs),
    "cache": lambda corpus, _: second_run(corpus, corpus.with_name("cache")),
    "formats": formats,
    "parent": parent,
}


def show(run: Run) -> str:
    return f"{run.seconds:.1f} s, {run.work:.1f} s of processor time, {run.memory:.0f} MiB"


def check(corpus: Path, *words: str, cache: str = "") -> Run:
    command = [*PROGRAM, "check", "--format", "jsonl", *words, str(corpus)]
    start, before = perf_counter(), used()
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, env=installed(CACHE.name, XDG_CACHE_HOME=cache)
    )
    if done.returncode not in {0, 1}:
        sys.exit(f"it ended with {done.returncode}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Run(perf_counter() - start, used() - before, memory)


def used() -> float:
    """Return the processor seconds of all processes that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def texts(stories: Iterable[str] = MEASURED) -> list[tuple[str, str]]:
    """Return the sources and rewrites of stories with keys."""
    return [
        ((STORIES / story / "source.txt").read_text(encoding="utf-8"), variant.read_text(encoding="utf-8"))
        for story in stories
        for variant in sorted((STORIES / story).glob("variant*.txt"))
    ]


def pair_lines(count: int) -> Iterator[str]:
    """Yield pairs of about 700 words a side as JSON lines, no two the same."""
    known = texts()
    for number in range(count):
        source, variant = (f"{text}\n\nThe file has {number + 1000} pages." for text in known[number % len(known)])
        yield json.dumps({"id": number, "source": source, "variant": variant}) + "\n"


def write_large(path: Path, size: int) -> None:
    """Write a corpus of so many MiB that is read rather than compared: most of a row is in no text."""
    filler = "x" * 1_000_000
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            row = {"id": number, "source": "A river rose.", "variant": "A river rose.", "markup": filler}
            file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
