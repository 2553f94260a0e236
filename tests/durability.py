"""What decisions survive and what they cost, with the installed program in real terminals: ``python -m tests.durability``.

Kills the reader at random moments of a scripted review and looks whether anything that was painted as decided is lost;
lets two processes decide at once; measures a decision's key until its last byte is painted, and how opening the seeds
takes with a hundred thousand decisions in the file, as a ratio to an empty one. Ends with 1 where something was lost.
"""

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pexpect

from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.reviews.fields import Entry
from artdiff.reviews.store import Store
from artdiff.reviews.subject import Spot, Subject
from tests.program import ROOT, SEEDS
from tests.reader.terminal import Terminal
from tests.reviews.example import said

FINDINGS: Final = 36
"""At the least, in the story that is reviewed."""
RULINGS: Final = {"c": "confirmed", "x": "dismissed", "s": "unsure"}
DECIDED: Final = re.compile(r"(\d+)/(\d+) decided")
TRIES: Final = 100
"""Tenths of a second in which a decision is saved, however busy the machine is."""
SILENCE: Final = 0.08
"""Seconds without a byte after which nothing more is painted."""
_TOWNS: Final = (
    "Lund Malmo Oslo Turku Riga Gdansk Bremen Leiden Ghent Dijon Bologna Porto Cork Leeds Bergen Aarhus".split()
)
_THINGS: Final = "boats houses trucks schools bridges tents trees letters horses windows".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200, help="default: %(default)s")
    parser.add_argument("--only-kills", action="store_true", help="nothing else")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments; default: %(default)s")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        story = written_story(Path(folder) / "story")
        lost = [loss for number in range(options.kills) if (loss := killed(story, Path(folder) / f"{number}", chance))]
        print(f"{options.kills} kills, {len(lost)} with a loss")
        if not options.only_kills:
            lost += measured(story, Path(folder))
    for loss in lost:
        print(loss)
    sys.exit(bool(lost))


def measured(story: Path, folder: Path) -> list[str]:
    """Print the figures; return what was lost."""
    kept = at_once(folder / "both.sqlite", 1000)
    print(f"two processes, 1000 decisions each: {kept} kept")
    times = sorted(keys(story, folder / "keys.sqlite"))
    print(
        f"decision key to last byte: median {times[len(times) // 2]:.1f} ms, p95 {times[len(times) * 95 // 100]:.1f} ms"
    )
    empty, full = opening(folder)
    print(
        f"opening the seeds: {empty * 1000:.0f} ms; with 100,000 decisions {full * 1000:.0f} ms, {full / empty:.2f} times"
    )
    return [] if kept == 2000 else [f"{2000 - kept} of 2000 decisions"]


def written_story(folder: Path) -> Path:
    """Write a source and a rewrite in which every paragraph has another figure."""
    folder.mkdir()
    for name, more in (("source.txt", 0), ("variant.txt", 1)):
        rows = (_paragraph(number, 120 + 7 * number + more) for number in range(FINDINGS + 4))
        (folder / name).write_text("\n\n".join(["Council purchases", *rows]), encoding="utf-8")
    return folder


def _paragraph(number: int, count: int) -> str:
    town, other = _TOWNS[number % 16], _TOWNS[(number * 7 + 3) % 16]
    thing = _THINGS[number % 10]
    return f"The council of {town} bought {count} {thing} for district {number // 16 + 1} in {other}, the mayor said."


def killed(story: Path, reviews: Path, chance: random.Random) -> str:
    """Review a story until the reader is killed at some moment; return what was lost, "" for nothing.

    A ruling counts as painted once the title counts it. What is in the file must be what was pressed, in that order: all
    that was painted, and at most what was still on its way.
    """
    terminal = started(story, reviews)
    pressed = [chance.choice("cxs") for _ in range(chance.randrange(1, FINDINGS - 6))]
    for number, key in enumerate(pressed, 1):
        terminal.child.send(key)
        terminal.until_shown(f"{number}/")
    painted = len(pressed)
    pressed += [chance.choice("cxs") for _ in range(3)]
    for key in pressed[painted:]:
        terminal.child.send(key)
        if chance.random() < 0.5:
            terminal.read(chance.random() * 0.02)
    time.sleep(chance.random() * 0.02)
    terminal.close()
    painted = max(painted, _painted(terminal))
    with Store.open(reviews) as store:
        saved = [str(entry.decision.ruling) for entry in store.all()]
    expected = [RULINGS[key] for key in pressed]
    if painted <= len(saved) <= len(expected) and saved == expected[: len(saved)]:
        return ""
    return f"{painted} painted, {len(saved)} saved: pressed {expected}, saved {saved}"


def _painted(terminal: Terminal) -> int:
    """Return how many rulings the title counted last."""
    counts = DECIDED.findall(terminal.text)
    return int(counts[0][0]) if counts else 0


def started(story: Path, reviews: Path) -> Terminal:
    """Start the reader, and wait until its story can be decided."""
    terminal = Terminal([str(story), "--reviews", str(reviews)], (160, 40))
    terminal.child.delaybeforesend = None  # pexpect waits 50 ms before every key
    terminal.until_shown("0/")
    terminal.until_quiet()
    return terminal


def at_once(reviews: Path, count: int) -> int:
    """Let two processes decide at once; return how many decisions are kept."""
    code = "import sys; from pathlib import Path; from tests.durability import decide; decide(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))"
    command = [sys.executable, "-c", code, str(reviews)]
    processes = [subprocess.Popen([*command, who, str(count)], cwd=ROOT, stderr=subprocess.PIPE) for who in "ab"]
    said_wrong = [process.communicate()[1] for process in processes]
    if any(said_wrong):
        print(said_wrong)
    with Store.open_reading(reviews) as store:
        return sum(1 for _ in store.all())


def decide(reviews: Path, who: str, count: int, *, talk: bool = False) -> None:
    """Decide so many findings, one by one, as a reader does; what cannot be saved ends the process with its reason."""
    from artdiff.reviews.ledger import Ledger  # noqa: PLC0415  (as the reader does)

    ledger = Ledger(reviews)
    for number, entry in enumerate(made_up(count, who)):
        ledger.record([entry])
        for _ in range(TRIES):
            ledger.news()  # tries again to save what could not be saved, as the reader has it do
            if not ledger.trouble:
                break
            time.sleep(0.1)
        if ledger.trouble:
            sys.exit(f"{number}: {ledger.trouble}")
        if talk:
            print(number, flush=True)
    ledger.close()


def made_up(count: int, who: str) -> Iterator[Entry]:
    """Yield decisions on findings that nobody has."""
    chance = random.Random(who)
    for number in range(count):
        hashes = [chance.getrandbits(63) for _ in range(12)]
        sides = Pair(*(Spot(f"word {number}", 0, hashes[at], hashes[at + 1], tuple(hashes[4:])) for at in (0, 2)))
        yield Entry(Subject(FactKind.NUMBER, sides, Verdict.ALTERED), said(minutes=number, who=who))


def keys(story: Path, reviews: Path) -> Iterator[float]:
    """Yield for decisions the milliseconds from the key to the last byte that is painted."""
    terminal = started(story, reviews)
    for key in "cxsc" * (FINDINGS // 4):
        start = last = time.perf_counter()
        terminal.child.send(key)
        while time.perf_counter() - max(last, start) < SILENCE or last == start:
            try:
                terminal.child.read_nonblocking(1 << 16, SILENCE)
            except pexpect.TIMEOUT:
                continue
            last = time.perf_counter()
        yield (last - start) * 1000
    terminal.child.send("q")
    terminal.end()


def opening(folder: Path, runs: int = 9) -> tuple[float, float]:
    """Return the seconds until the seeds stand there to be decided: with an empty file, and with 100,000 decisions."""
    empty, full = folder / "empty.sqlite", folder / "full.sqlite"
    with Store.open(empty), Store.open(full) as store:
        store.decide(made_up(100_000, "many"))
    times: dict[Path, list[float]] = {empty: [], full: []}
    for turn in range(runs + 1):
        for reviews in times:
            start = time.perf_counter()
            terminal = Terminal([str(SEEDS), "--reviews", str(reviews)], (160, 50))
            terminal.until_shown("decided")
            times[reviews] += [time.perf_counter() - start] if turn else []
            terminal.close()
    return statistics.median(times[empty]), statistics.median(times[full])


if __name__ == "__main__":
    main()
