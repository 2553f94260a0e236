"""Scores the engine over tests/stories and prints the accuracy table: ``python -m tests.accuracy``.

``--misses`` lists every miss and false alarm, ``--only NAME...`` takes some stories, ``--skip NAME...`` leaves some out.
"""

from __future__ import annotations

import argparse
import sys

from tests.scoring import STORIES, Tally, score


def story_names() -> list[str]:
    """Return all stories with a key, in name order."""
    return sorted(path.parent.name for path in STORIES.glob("*/gold.json"))


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=story_names())
    parser.add_argument("--skip", nargs="+", default=[], choices=story_names())
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args(argv)
    names = [name for name in args.only or story_names() if name not in args.skip]
    tally = score(names)
    show(tally)
    if args.misses:
        for miss in tally.misses:
            print(miss.story, miss.variant, miss.what, miss.kind, miss.verdict, miss.words, miss.note, sep="\t")


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
