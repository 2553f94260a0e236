"""Make engine/data/classes.tsv: what a stem stands for (a thing, somebody, a deed, a state of mind …), and what it is a kind of.

Run by hand: python -m tests.tables.make_classes
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tables.make_related import TABLE as RELATED
from tests.tables.make_related import words_of
from tests.tables.wordnet import FILES, Sense, senses, synsets

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).parent.parent.parent / "tui" / "artdiff" / "engine" / "data" / "classes.tsv"
CLASSES = {
    "c": (5, 6, 8, 13, 17, 20, 27),
    "p": (14, 15, 18),
    "a": (4, 10, 11, 19, 21, 22),
    "b": (3, 7, 9, 12, 16, 23, 24, 25, 26, 28),
    "d": (29, 33, 34, 35, 36, 38, 40, 41, 43),
    "s": (32,),
    "m": (31, 37, 39),
    "t": (30, 42),
    "j": (0, 1, 2, 44),
}
"""The letters of the table, by WordNet's numbers of topics (lexicographer files)."""
LETTERS = {topic: letter for letter, topics in CLASSES.items() for topic in topics}
LEAST = 0.15
"""A class of a smaller share of a stem's uses is left out."""
SENSES = 3
"""Of so many senses of a word, the most frequent, the kinds are told."""


def main() -> None:
    """Write the table for the stems of related.tsv."""
    stems = [line.partition("\t")[0] for line in RELATED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    names: dict[str, str] = {}
    lines = [_line(stem, names) for stem in stems]
    head = (
        "# origin: WordNet 3.0. A stem, its classes with tenths of its uses (c thing, p somebody or somewhere, a deed or event, "
        "b notion; of verbs d doing, s saying, m mind, t being or becoming; j adjective or adverb), numbers of its kinds, of wider ones\n"
    )
    TABLE.write_text(head + "".join(lines), encoding="utf-8")
    print(len(lines), "stems")


def _line(stem: str, names: dict[str, str]) -> str:
    found = list(_senses(stem))
    counts: Counter[str] = Counter()
    for sense in found:
        counts[LETTERS[synsets()[sense.key].topic]] += sense.tagged + 1
    total = sum(counts.values())
    classes = "".join(
        f"{letter}{min(9, round(10 * count / total))}"
        for letter, count in sorted(counts.items())
        if count >= LEAST * total
    )
    parents = {target for sense in found if sense.rank <= SENSES for target in synsets()[sense.key].targets("@")}
    wider = {target for key in parents for target in synsets()[key].targets("@")} - parents
    return f"{stem}\t{classes}\t{_numbers(parents, names)}\t{_numbers(wider, names)}\n"


def _senses(stem: str) -> Iterator[Sense]:
    for word in words_of().get(stem, ()):
        for letter in FILES:
            yield from senses().get((word, letter), ())


def _numbers(keys: set[str], names: dict[str, str]) -> str:
    return " ".join(sorted(names.setdefault(key, f"{len(names):x}") for key in sorted(keys)))


if __name__ == "__main__":
    main()
