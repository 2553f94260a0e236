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
from pathlib import Path
from time import perf_counter, process_time

from artdiff.documents.document import Document
from artdiff.documents.shelf import Spooled, Taken
from artdiff.stories.grouping import group
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
    parser.add_argument("--documents", type=int, nargs="*", default=[10_000, 100_000], help="default: %(default)s")
    options = parser.parse_args()
    if options.rows:
        rows = [*with_keys(), *(row for path in options.rows for row in rows_of(path))]
        measure(rows)
        return
    for count in options.documents:
        measure(invented(count))


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


def measure(known: Iterable[Known]) -> None:
    documents = Shuffled(known)
    rows = documents.known
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, start_worked = perf_counter(), process_time()
    stories = group(documents)
    took, worked = perf_counter() - start, process_time() - start_worked
    pairs, sources = quality(rows, stories)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(rows)} documents of {documents.words // len(rows)} words: {worked:.1f} s of the processor in {took:.1f} s, "
        f"{memory:.0f} MiB, {before:.0f} MiB before; "
        f"pairs F1 {pairs:.3f}, sources right {sources:.3f}"
    )


if __name__ == "__main__":
    main()
