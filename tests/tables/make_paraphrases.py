"""Make engine/data/paraphrases.tsv: for each stem those that a faithful rewrite may put in its place, or it in theirs.

Run by hand: python -m tests.tables.make_paraphrases
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.synonyms import Relation, relation

HERE = Path(__file__).parent
SOURCE = HERE / "paraphrases_by_hand.txt"
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "paraphrases.tsv"
HEAD = (
    "# origin: tests/tables/paraphrases_by_hand.txt (own work). A stem, the stems that may stand for it in a rewrite\n"
)


def main() -> None:
    """Write the table, in the order of its stems."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        word, _, others = line.partition(":")
        stem, *rest = stems([word, *others.split()])
        for other in rest:
            if other != stem and relation(stem, other) is not Relation.ANTONYM:
                found[stem].add(other)
                found[other].add(stem)
    lines = (f"{stem}\t{' '.join(sorted(others))}\n" for stem, others in sorted(found.items()))
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
