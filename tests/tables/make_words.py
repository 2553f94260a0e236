"""Make engine/data/{polarity,modality,reporting,causes,generalities}.tsv: classes of words and phrases, as stems.

Run by hand: python -m tests.tables.make_words
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from artdiff.engine.language.stems import stems

HERE = Path(__file__).parent
SOURCE = HERE / "words_by_hand.txt"
FOLDER = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data"
HEAD = (
    "# origin: tests/tables/words_by_hand.txt (own work). Stems of a word or phrase, its classes each with a strength\n"
)


def main() -> None:
    """Write the tables: a line for each word or phrase, first class first."""
    tables: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    name, mark = "", ""
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name, kind, strength = line.strip("[]").split()
            mark = f"{kind} {strength}"
        elif not line.startswith("#"):
            for phrase in line.split(","):
                key = " ".join(stems(phrase.split()))
                if mark.split()[0] not in {known.split()[0] for known in tables[name][key]}:
                    tables[name][key].append(mark)
    for table, rows in tables.items():
        lines = (f"{key}\t{'|'.join(marks)}\n" for key, marks in sorted(rows.items()))
        (FOLDER / f"{table}.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
