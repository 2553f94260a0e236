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
from time import perf_counter, sleep
from typing import Final, NamedTuple

from tests.program import PROGRAM, installed
from tests.scoring import STORIES

CACHE: Final = tempfile.TemporaryDirectory()


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
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "pairs.jsonl"
        corpus.write_text("".join(pair_lines(options.pairs)), encoding="utf-8")
        throughput(corpus, options.pairs)
        second_run(corpus, Path(folder) / "cache")
        longer = Path(folder) / "longer.jsonl"
        with longer.open("w", encoding="utf-8") as file:
            file.writelines(pair_lines(options.curve))
        memory_curve(longer, options.curve)
        large = Path(folder) / "large.jsonl"
        write_large(large, options.large)
        print(f"{options.large} MiB of pairs, two processes   {show(check(large, '--jobs', '2'))}")


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
