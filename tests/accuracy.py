"""Scores the engine over tests/stories and prints the accuracy table: ``python -m tests.accuracy``.

``--misses`` lists every miss and false alarm, ``--only NAME...`` takes some stories, ``--skip NAME...`` leaves some out,
``--write`` puts the table into docs/accuracy.md, ``--summaries`` scores the short summaries in tests/summaries instead.
"""

from __future__ import annotations

import argparse
import sys
from typing import Final

from tests.program import ROOT
from tests.scoring import STORIES, SUMMARIES, Tally, score

PAGE: Final = ROOT / "docs" / "accuracy.md"
BEGIN, END = "<!-- made by python -m tests.accuracy --write -->\n", "<!-- end -->\n"
BARS: Final = {
    "precision": 0.85,
    "recall": 0.78,
    "traps sprung": 0.05,
    "verdict right": 0.93,
    "family right": 0.90,
    "source span right": 0.90,
    "omissions named": 0.70,
    "calibration error": 0.08,
    "link f1": 0.93,
    "recall figures": 0.92,
    "recall names": 0.85,
    "recall quotes": 0.85,
    "recall polarity": 0.65,
    "recall claims": 0.60,
}
"""What the first stories are to reach."""
FIRST: Final = frozenset(
    "breach ceasefire election flood layoffs museum obituary rates recall seeds-ukraine summit takeover telescope verdict "
    "wildfire".split()
)
"""The stories that the engine was first made for; those written since show how far its rules carry."""
HARD: Final = frozenset(
    (
        "adoption airport auction bakery bankhack battery bees budgetcut byelection cable census cheese chess "
        "clinic clubsale coalition cricket dockstrike drought embassy extradition festival footbridge hospital "
        "landslide marathon mine novelprize payroll peace poaching quake refinery saltmine senate shipyard "
        "smuggling spill startup strikevote subsidy theatre tunnel vaccination visa wolves"
    ).split()
)
"""Stories written to be hard: mostly claims, relations and denials in free rewordings, few figures."""


def story_names() -> list[str]:
    """Return all stories with a key, in name order."""
    return sorted(path.parent.name for path in STORIES.glob("*/gold.json"))


def summary_names() -> list[str]:
    """Return all stories with summaries, in name order."""
    return sorted(path.parent.name for path in SUMMARIES.glob("*/gold.json"))


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=story_names())
    parser.add_argument("--skip", nargs="+", default=[], choices=story_names())
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--summaries", action="store_true")
    args = parser.parse_args(argv)
    if args.write:
        write()
        return
    every = summary_names() if args.summaries else story_names()
    names = [name for name in args.only or every if name not in args.skip]
    tally = score(names, SUMMARIES if args.summaries else STORIES)
    show(tally)
    if args.misses:
        for miss in tally.misses:
            print(miss.story, miss.variant, miss.what, miss.kind, miss.verdict, miss.words, miss.note, sep="\t")


def write() -> None:
    """Put the figures of the first stories, of those written since and of the hard ones into the page, with the bars."""
    groups = {
        f"first {len(FIRST)} stories": FIRST,
        "others written since": frozenset(story_names()) - FIRST - HARD,
        f"{len(HARD)} written to be hard": HARD,
    }
    first, *others = (score(sorted(names)).figures() for names in groups.values())
    rows = "".join(
        f"| {name} | {BARS.get(name, '')} | {' | '.join(f'{figures[name]:.3f}' for figures in (first, *others))} |\n"
        for name in first
    )
    table = f"| figure | bar | {' | '.join(groups)} |\n| --- | --- | --- | --- | --- |\n"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}{table}{rows}{END}{after}", encoding="utf-8")


def show(tally: Tally) -> None:
    """Print the figures as Markdown tables."""
    print("| figure | value |\n| --- | --- |")
    for name, value in tally.figures().items():
        print(f"| {name} | {value:.3f} |")
    print("\n| kind | found | of |\n| --- | --- | --- |")
    for kind, counts in sorted(tally.kinds.items()):
        print(f"| {kind} | {counts['found']} | {counts['departures']} |")
    print("\n| rule | right | false |\n| --- | --- | --- |")
    for rule, counts in sorted(tally.rules.items()):
        print(f"| {rule} | {counts['right']} | {counts['false']} |")


if __name__ == "__main__":
    main(sys.argv[1:])
