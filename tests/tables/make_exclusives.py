"""Make engine/data/exclusives.tsv: for each stem those that exclude it as a fact: a piano is no trumpet.

Run by hand: python -m tests.tables.make_exclusives
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.synonyms import AKIN, relation

HERE = Path(__file__).parent
SOURCE = HERE / "exclusives_by_hand.txt"
TABLE = HERE.parent.parent / "tui" / "artdiff" / "engine" / "data" / "exclusives.tsv"
HEAD = "# origin: tests/tables/exclusives_by_hand.txt (own work). A stem, the stems that exclude it as a fact\n"


def main() -> None:
    """Write the table, in the order of its stems."""
    apart, together = _read(SOURCE.read_text(encoding="utf-8").splitlines())
    lines = (
        f"{stem}\t{' '.join(kept)}\n"
        for stem, others in sorted(apart.items())
        if (kept := sorted(other for other in others - together[stem] if _may_exclude(stem, other)))
    )
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def _read(lines: list[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return which stems stand in different members of a class, and which together in one, in whatever class."""
    apart: dict[str, set[str]] = defaultdict(set)
    together: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        members = [stems(member.split()) for member in line.split("|")] if line[:1] != "#" else []
        for at, member in enumerate(members):
            others = {stem for place, other in enumerate(members) if place != at for stem in other}
            for stem in member:
                apart[stem] |= others
                together[stem].update(member)
    return apart, together


def _may_exclude(stem: str, other: str) -> bool:
    return other not in paraphrases(stem) and relation(stem, other) not in AKIN


if __name__ == "__main__":
    main()
