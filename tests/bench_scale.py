"""Throughput and memory at scale, as ratios where the machine is noisy: ``python -m tests.bench_scale``.

Run by hand, on a machine that does nothing else. The corpora are made of the stories with keys, every pair with a
figure of its own, so that no two are the same.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.program import PROGRAM, environment
from tests.scoring import STORIES


class Run(NamedTuple):
    """What a run took: seconds, and the largest resident memory of its processes in MiB."""

    seconds: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=200, help="pairs that are compared; default: %(default)s")
    parser.add_argument("--large", type=int, default=1000, help="MiB of the large corpus; default: %(default)s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "pairs.jsonl"
        corpus.write_text("".join(pair_lines(options.pairs)), encoding="utf-8")
        throughput(corpus, options.pairs)
        second_run(corpus, Path(folder) / "cache")
        large = Path(folder) / "large.jsonl"
        write_large(large, options.large)
        print(f"{options.large} MiB of pairs, two processes   {show(check(large, '--jobs', '2'))}")


def throughput(corpus: Path, pairs: int) -> None:
    """Print what one and two processes do, less what starting takes."""
    few = corpus.with_name("few.jsonl")
    few.write_text("".join(pair_lines(2)), encoding="utf-8")
    times = {}
    for jobs in ("1", "2"):
        start = check(few, "--no-cache", "--jobs", jobs).seconds
        run = check(corpus, "--no-cache", "--jobs", jobs)
        times[jobs] = run.seconds - start
        print(f"{pairs} pairs, {jobs} processes  {show(run)}  {(pairs - 2) / times[jobs]:.1f} pairs/s")
    print(f"two processes against one: {times['1'] / times['2']:.2f} times")


def second_run(corpus: Path, cache: Path) -> None:
    """Print what the cache saves."""
    first, second = (check(corpus, "--jobs", "2", cache=str(cache)).seconds for _ in range(2))
    print(f"a second run from the cache: {second:.2f} s, {first / second:.0f} times as fast")


def show(run: Run) -> str:
    return f"{run.seconds:.1f} s, {run.memory:.0f} MiB"


def check(corpus: Path, *words: str, cache: str = "") -> Run:
    command = [*PROGRAM, "check", "--format", "jsonl", *words, str(corpus)]
    start = perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment(XDG_CACHE_HOME=cache))
    if done.returncode not in {0, 1}:
        sys.exit(f"it ended with {done.returncode}")
    return Run(perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def texts() -> list[tuple[str, str]]:
    """Return the sources and rewrites of the stories with keys."""
    return [
        ((story / "source.txt").read_text(encoding="utf-8"), variant.read_text(encoding="utf-8"))
        for story in sorted(STORIES.iterdir())
        if (story / "source.txt").exists()
        for variant in sorted(story.glob("variant*.txt"))
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
