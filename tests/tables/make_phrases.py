"""Make engine/data/phrases.tsv: phrases by the stem of their first word, each with the numbers of the groups it stands in.

Run by hand: python -m tests.tables.make_phrases
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.phrases import POSSESSIVES

HERE = Path(__file__).parent
SOURCE = HERE / "phrases_by_hand.txt"
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "phrases.tsv"
WORD = re.compile(r"[^\s-]+(?:-[^\s-]+)*")


def main() -> None:
    """Write the table."""
    groups: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, members in enumerate(_groups(), start=1):
        for words in members:
            groups[words].add(number)
    rows: dict[str, list[str]] = defaultdict(list)
    for words, numbers in sorted(groups.items()):
        rows[words[0]].append(" ".join(words[1:]) + "=" + ",".join(map(str, sorted(numbers))))
    head = (
        "# origin: tests/tables/phrases_by_hand.txt (own work). The first stem, then the stems behind it, =, the groups in which "
        "the phrase stands\n"
    )
    lines = (f"{first}\t{'|'.join(row)}\n" for first, row in sorted(rows.items()))
    TABLE.write_text(head + "".join(lines), encoding="utf-8")


def _groups() -> list[frozenset[tuple[str, ...]]]:
    """Return the groups as stems; those inside another one, and those of one member, are left out."""
    found: set[frozenset[tuple[str, ...]]] = set()
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found.add(frozenset(_stemmed(phrase) for phrase in line.split("|")))
    real = [group for group in found if len(group) > 1]
    return sorted((group for group in real if not any(group < other for other in real)), key=sorted)


def _stemmed(phrase: str) -> tuple[str, ...]:
    words = [word.replace("'s", "") for word in WORD.findall(phrase)]
    known = [word if word.endswith("_") else stem for word, stem in zip(words, stems(words), strict=True)]
    return tuple(POSSESSIVES.get(word, word) for word in known)


if __name__ == "__main__":
    main()
