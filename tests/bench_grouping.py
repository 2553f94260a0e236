"""Grouping: time, memory, and how right it is: ``python -m tests.bench_grouping``.

Run by hand. Files of rows given by name, each row with `source` and a rewrite (`variant` or `claim`), are shuffled
together with the stories with keys and grouped: pairs of one story found, and stories whose source is right. Without
any, corpora made of the stories with keys are grouped, and what that takes is told.
"""

import argparse
import json
import random
import resource
from pathlib import Path
from time import perf_counter, process_time

from artdiff.documents.document import Document
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
        measure(list(invented(count)))


def measure(rows: list[Known]) -> None:
    random.Random(1).shuffle(rows)
    documents = [row.document for row in rows]
    start, start_worked = perf_counter(), process_time()
    stories = group(documents)
    took, worked = perf_counter() - start, process_time() - start_worked
    pairs, sources = quality(rows, stories)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = sum(document.text.count(" ") for document in documents) // len(documents)
    print(
        f"{len(rows)} documents of {words} words: {worked:.1f} s of the processor in {took:.1f} s, {memory:.0f} MiB with the texts; "
        f"pairs F1 {pairs:.3f}, sources right {sources:.3f}"
    )


if __name__ == "__main__":
    main()
