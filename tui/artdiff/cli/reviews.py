"""``artdiff reviews``: decisions out of their file and into it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from artdiff.cli.deciding import add_reviews, decisions
from artdiff.cli.speaking import Help, Status, path, say
from artdiff.reviews.decision import Ruling
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from artdiff.reviews.decision import Decision
    from artdiff.reviews.merging import Conflict
    from artdiff.reviews.store import Store

YES: Final = frozenset({"y", "yes"})


def run(words: Sequence[str]) -> int:
    """Do what the word behind ``reviews`` says."""
    options = _parser().parse_args(words)
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "export": _export,
        "import": _import,
        "clear": _clear,
        "stats": _stats,
    }
    return actions[options.action](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="artdiff reviews",
        description="Decisions of reviewers, as JSON lines and in figures.",
        epilog="exit status: 0 done, 2 a wrong call, a file that cannot be used, or a line that holds no decision",
        formatter_class=Help,
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="export|import|clear|stats")
    summaries = {
        "export": "print every decision, one a line, by time, then what was mended of the grouping",
        "import": "take exported decisions in; on each finding the newest counts",
        "clear": "forget every decision, and what was mended of the grouping",
        "stats": "print how many there are, of whom and since when",
    }
    for name, summary in summaries.items():
        action = actions.add_parser(name, help=summary, description=summary, formatter_class=Help)
        add_reviews(action)
        if name == "import":
            action.add_argument(
                "files", metavar="FILE", nargs="+", type=path, help="exported lines; - is standard input"
            )
        if name == "clear":
            action.add_argument("--yes", action="store_true", help="do not ask")
    return parser


def _export(options: argparse.Namespace) -> int:
    from artdiff.reviews.fields import entry_line
    from artdiff.reviews.mend_fields import mend_line

    with decisions(options.reviews) as store:
        for entry in store.all() if store else ():
            print(entry_line(entry))
        for mend in store.mends() if store else ():
            print(mend_line(mend))
    return Status.NOTHING_FOUND


def _import(options: argparse.Namespace) -> int:
    with _opened(options.reviews) as store:
        return max(_import_file(store, file) for file in options.files)


def _import_file(store: Store, file: Path) -> int:
    from artdiff.reviews.merging import merge

    name = visible_line(str(file))
    try:
        with file.open(encoding="utf-8") as lines:
            merged = merge(store, lines)
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or error
        say(f"{name}: {reason}")
        return Status.WRONG
    for problem in merged.problems:
        say(f"{name}:{problem.line}: {visible_line(problem.message)}")
    for conflict in merged.conflicts:
        print(_conflict_line(conflict))
    print(f"{name}: {merged.new} new, {merged.known} known already, {len(merged.conflicts)} in conflict")
    return Status.WRONG if merged.problems else Status.NOTHING_FOUND


def _conflict_line(conflict: Conflict) -> str:
    newer = "theirs" if conflict.theirs.when > conflict.ours.when else "ours"
    sides = " | ".join(f"“{spot.words}”" for spot in reversed(conflict.subject.sides) if spot.words)
    words = visible_line(f"{conflict.subject.kind} {sides}")
    return (
        f"conflict: {words}: ours {_said(conflict.ours)}, theirs {_said(conflict.theirs)}; {newer} is newer and counts"
    )


def _said(decision: Decision) -> str:
    ruling = decision.ruling or ("note" if decision.note else "taken back")
    return f"{ruling} by {visible_line(decision.who)} on {decision.when:%Y-%m-%d %H:%M} UTC"


def _clear(options: argparse.Namespace) -> int:
    with _opened(options.reviews) as store:
        count = sum(1 for _ in store.all())
        place = visible_line(str(store.path))
        if not options.yes and not _agreed(f"Forget all {count} decisions in {place}?"):
            say("nothing was cleared; --yes does not ask")
            return Status.WRONG
        store.clear()
    print(f"{count} decisions cleared in {place}")
    return Status.NOTHING_FOUND


def _agreed(question: str) -> bool:
    """Ask where somebody can answer."""
    if not sys.stdin.isatty():
        return False
    print(question, "[y/N]", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in YES


def _stats(options: argparse.Namespace) -> int:
    with decisions(options.reviews) as store:
        for name, value in _figures(store) if store else [("decisions", "0")]:
            print(f"{name:<12} {value}")
    return Status.NOTHING_FOUND


def _figures(store: Store) -> Iterator[tuple[str, str]]:
    """Yield what there is to say of a file, name by name."""
    from artdiff.reviews.mend import standing

    log = [entry.decision for entry in store.all()]
    now = list(store.newest())
    said = [entry.decision for entry in now if entry.decision.is_said]
    yield "file", visible_line(str(store.path))
    yield "decisions", str(len(log))
    yield "findings", str(len(said))
    for ruling in Ruling:
        yield ruling.value, str(sum(decision.ruling is ruling for decision in said))
    grounds = Counter(decision.ground for decision in said if decision.ground)
    for ground, count in sorted(grounds.items()):
        yield f"  {ground}", str(count)
    yield "notes", str(sum(bool(decision.note) for decision in said))
    yield "mended", str(len(standing(store.mends())))
    yield "added", str(sum(entry.subject.added and entry.decision.is_said for entry in now))
    for who, count in Counter(decision.who for decision in log).most_common():
        yield f"by {visible_line(who)}", str(count)
    if log:
        yield "from", f"{log[0].when:%Y-%m-%d %H:%M} UTC"
        yield "to", f"{log[-1].when:%Y-%m-%d %H:%M} UTC"


def _opened(file: Path | None) -> Store:
    from artdiff.reviews.location import default_path
    from artdiff.reviews.store import Store

    return Store.open(file or default_path())
