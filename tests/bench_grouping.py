"""Grouping: time, memory, and how right it is: ``python -m tests.bench_grouping``.

Run by hand. Files of rows given by name, each row with `source` and a rewrite (`variant` or `claim`), are shuffled
together with the stories with keys and grouped: pairs of one story found, and stories whose source is right. Without
any, corpora made of the stories with keys are grouped, and what that takes is told.
"""

import argparse
import json
import random
import resource
from collections.abc import Iterable
from os import getloadavg
from pathlib import Path
from time import perf_counter, process_time
from zlib import crc32

from artdiff.batch.work import Work
from artdiff.documents.document import Document
from artdiff.documents.shelf import Spooled, Taken
from tests.grouping.invented import Known, invented, quality, with_keys


def rows_of(path: Path) -> list[Known]:
    """Return the documents of a file of rows, every source once."""
    found: dict[str, Known] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        story, rewrite = f"{path} {hash(row['source'])}", row.get("variant") or row["claim"]
        found.setdefault(row["source"], Known(Document("source", row["source"]), story, original=True))
        found.setdefault(rewrite, Known(Document("rewrite", rewrite), story, original=False))
    return list(found.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", type=Path, help="files of rows, measured with the stories with keys")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2], help="processes, in turn; default: %(default)s")
    parser.add_argument("--documents", type=int, nargs="*", default=[10_000, 100_000], help="default: %(default)s")
    options = parser.parse_args()
    if options.rows:
        rows = [*with_keys(), *(row for path in options.rows for row in rows_of(path))]
        measure(rows, options.jobs[:1])
        return
    for count in options.documents:
        measure(invented(count), options.jobs)


class Shuffled(Taken):
    """Documents in another order, in a file as a check has them."""

    def __init__(self, rows: Iterable[Known]) -> None:
        self._spooled = Spooled()
        self.words = 0
        self.known: list[Known] = []
        for row in rows:
            self._spooled.append(row.document)
            self.words += row.document.text.count(" ")
            self.known.append(row._replace(document=Document(row.document.name, "")))
        self._order = random.Random(1).sample(range(len(self.known)), len(self.known))
        self.known = [self.known[at] for at in self._order]

    def take(self, place: int) -> Document:
        return self._spooled.take(self._order[place])

    def __len__(self) -> int:
        return len(self._order)


def measure(known: Iterable[Known], jobs: Iterable[int]) -> None:
    documents = Shuffled(known)
    rows = documents.known
    print(
        f"{len(rows)} documents of {documents.words // len(rows)} words, {peak():.0f} MiB; load {getloadavg()[0]:.0f}"
    )
    for processes in jobs:
        start, start_worked, start_others = perf_counter(), process_time(), others()
        stories = Work(documents).group(jobs=processes)
        took, worked, helped = perf_counter() - start, process_time() - start_worked, others() - start_others
        pairs, sources = quality(rows, stories)
        print(
            f"  {processes} processes: {took:.1f} s by the clock, {worked:.1f} s of the processor here and {helped:.1f} s "
            f"in workers, {peak():.0f} MiB here and {peak(resource.RUSAGE_CHILDREN):.0f} MiB in the largest worker; "
            f"pairs F1 {pairs:.3f}, sources right {sources:.3f}; {crc32(repr(stories).encode()):08x}",
            flush=True,
        )


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """Return the most memory that a process has had, in MiB."""
    return resource.getrusage(who).ru_maxrss / 1024


def others() -> float:
    """Return the processor time of workers that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
