"""The reader on very many documents: ``python -m tests.bench_large``.

Run by hand, on a machine that does nothing else. A folder of files and a corpus of records are opened; told are the first
text as a ratio to a bare Textual app, how soon the end of the list is on the screen while stories form, when they have
formed, and memory.
"""

import argparse
import json
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench_reader import ESCAPES, Terminal, children, first_paint, memory, other_stories, reader

LAST = "zzz-last"
"""Stands in the last document's name and in no other."""
PATIENCE = 10
"""Seconds in which a key is to have done what it does."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="starts of each program; default: %(default)s")
    parser.add_argument("--files", type=int, default=10_000, help="of the folder; default: %(default)s")
    parser.add_argument("--records", type=int, default=100_000, help="of the corpus; default: %(default)s")
    options = parser.parse_args()
    bare = first_paint(options.runs)
    with tempfile.TemporaryDirectory() as folder:
        if options.files:
            other_stories(Path(folder), options.files - 1)
            (Path(folder) / f"{LAST}.txt").write_text("The last of all stands alone.\n", encoding="utf-8")
            measure(f"{options.files} files", Path(folder), bare)
    with tempfile.TemporaryDirectory() as folder:
        if options.records:
            corpus = Path(folder) / "records.jsonl"
            write_records(corpus, options.records)
            measure(f"{options.records} records, {corpus.stat().st_size / 2**20:.0f} MiB", corpus, bare)


def measure(name: str, path: Path, bare: float) -> None:
    """Open something and tell what it takes.

    Args:
        name: what is opened.
        path: where it is.
        bare: milliseconds to the first text of a bare app.
    """
    terminal = Terminal(reader(str(path)))
    first = terminal.until(b"Stories")
    print(f"{name}: first text {first:.0f} ms, {first / bare:.2f} times the floor")
    terminal.child.send("\t")  # to the list
    ends = [took for _ in range(3) if (took := to_the_end(terminal)) is not None]
    shown = f"{statistics.median(ends):.0f} ms" if ends else f"not within {PATIENCE} s"
    print(f"  from a key to the list's last row while stories form: {shown}")
    seconds = terminal.until(rb"comparing \d+ of", 1800) / 1000
    print(f"  stories formed after {seconds:.0f} s")
    workers = ", ".join(f"{memory(pid):.0f}" for pid in children(terminal.child.pid))
    print(f"  memory of the screen's process {memory(terminal.child.pid):.0f} MiB, of its workers {workers} MiB")
    terminal.end()


def to_the_end(terminal: Terminal) -> float | None:
    """Return the milliseconds from the key that goes to the end of the list until that is painted; None where it is not."""
    terminal.child.send("g")
    terminal.read(0.5)
    terminal.seen = b""
    pressed = perf_counter()
    terminal.child.send("G")
    while perf_counter() - pressed < PATIENCE:
        terminal.read(0.5)
        if LAST.encode() in ESCAPES.sub(b"", terminal.seen):
            return 1000 * (perf_counter() - pressed)
    return None


def write_records(path: Path, records: int) -> None:
    """Write a corpus of so many articles of about 130 words, four of a story."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(records):
            story, at = divmod(number, 4)
            text = "\n\n".join(
                f"In town {story}{part} the mayor of district {story * 97 + part} said on 3 May that "
                f"{story + part + 100 + (at == 2)} houses were built beside river {story * 31 + part}, and that council {story} "
                f"would decide on plan {part * 7}."
                for part in range(5)
            )
            name = LAST if number == records - 1 else f"record-{number}"
            file.write(json.dumps({"id": name, "text": text}) + "\n")


if __name__ == "__main__":
    main()
