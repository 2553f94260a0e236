"""Start-up and speed, as ratios to a floor that is measured in the same run: ``python -m tests.bench``.

Run by hand, on a machine that does nothing else. The floor is a Python that imports the two C libraries and ends; what
`artdiff check` takes on the seeds, whole process, is a multiple of it. Every figure is the median of its runs, taken in
turns, so that a busy moment falls on all.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from tests import bench_reports
from tests.program import ROOT, SEEDS, installed

WORDS: Final = 5000
"""Words of each side of the long pair."""


class Candidate(NamedTuple):
    """A command that is measured; it may end with any of the statuses."""

    name: str
    command: tuple[str, ...]
    statuses: frozenset[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="runs of each command; default: %(default)s")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        times = measure(candidates(long_pair(Path(folder))), runs, cache)
    floor = times["floor"]
    for name, seconds in times.items():
        print(f"{name:<28} {seconds * 1000:8.1f} ms  {seconds / floor:6.2f} times the floor")
    for line in bench_reports.rows():
        print(line)


def candidates(pair: Sequence[str]) -> list[Candidate]:
    python, fine = sys.executable, frozenset({0, 1})
    program = str(Path(python).with_name("artdiff"))
    check = (program, "check", "--format", "json")
    return [
        Candidate("floor", (python, "-c", "import rapidfuzz, Stemmer"), frozenset({0})),
        Candidate("artdiff --version", (program, "--version"), frozenset({0})),
        Candidate("check seeds, JSON", (*check, str(SEEDS)), fine),
        Candidate("check seeds, text", (program, "check", str(SEEDS)), fine),
        Candidate(f"check, a {WORDS}-word pair", (*check, *pair), fine),
    ]


def measure(what: Sequence[Candidate], runs: int, cache: str) -> dict[str, float]:
    """Return each command's median in seconds; a first round, not counted, warms the caches."""
    times: dict[str, list[float]] = {candidate.name: [] for candidate in what}
    changes = installed(cache)
    for turn in range(runs + 1):
        for candidate in what:
            seconds = one_run(candidate, changes)
            if turn:
                times[candidate.name].append(seconds)
    return {name: statistics.median(taken) for name, taken in times.items()}


def one_run(candidate: Candidate, env: dict[str, str]) -> float:
    start = perf_counter()
    done = subprocess.run(candidate.command, check=False, capture_output=True, cwd=ROOT, env=env)
    seconds = perf_counter() - start
    if done.returncode not in candidate.statuses:
        sys.exit(f"{candidate.name} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    return seconds


def long_pair(folder: Path) -> tuple[str, str]:
    """Write a source and a rewrite of so many words, made of the seeds' paragraphs, every one with a figure of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [line for text in (texts[4], texts[3], texts[0]) for line in text.splitlines() if line.strip()]
    source: list[str] = []
    while sum(len(paragraph.split()) for paragraph in source) < WORDS:
        number = len(source)
        source.append(f"{paragraphs[number % len(paragraphs)]} The file has {number + 1000} pages.")
    variant = [paragraph.replace("Trump", "Biden").replace(" not ", " ") for paragraph in reversed(source)]
    written = []
    for name, side in (("source.txt", source), ("variant.txt", variant)):
        path = folder / name
        path.write_text("\n\n".join(side) + "\n", encoding="utf-8")
        written.append(str(path))
    return written[0], written[1]


if __name__ == "__main__":
    main()
