"""Whole processes against what people use today, in processor time: ``python -m tests.bench_peers [--collatex PYTHON]``.

difflib.HtmlDiff comes with Python. collatex is in no extra of artdiff; it wants an environment of its own:

    python -m venv /tmp/collatex && /tmp/collatex/bin/pip install collatex Levenshtein
    python -m tests.bench_peers --collatex /tmp/collatex/bin/python

Processor time of each process and its children is compared, the least of a few runs: other programs on the machine do
not count.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.bench_scale import CACHE, texts
from tests.program import PROGRAM, installed

HTML_DIFF: Final = (
    "import difflib, sys\n"
    "sides = [open(name, encoding='utf-8').read().splitlines() for name in sys.argv[1:]]\n"
    "difflib.HtmlDiff().make_file(*sides)\n"
)
COLLATEX: Final = (
    "import sys\n"
    "from collatex import Collation, collate\n"
    "collation = Collation()\n"
    "for name in sys.argv[1:]:\n"
    "    collation.add_plain_witness(name, open(name, encoding='utf-8').read())\n"
    "collate(collation)\n"
)
RUNS: Final = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collatex", metavar="PYTHON", help="the Python of an environment that has collatex")
    for row in rows(parser.parse_args().collatex):
        print(row, flush=True)


def rows(collatex: str | None = None) -> Iterator[str]:
    """Yield a line for each peer and pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        light, heavy = written(folder, "light", lightly(5000)), written(folder, "heavy", heavily(5000))
        sentences = written(folder, "sentences", split(heavily(5000)))
        peer = least(sys.executable, "-c", HTML_DIFF, *heavy)
        yield f"HtmlDiff, 5,000 words, heavy rewrite      {peer:8.2f} s"
        yield f"HtmlDiff, the same, a line a sentence     {least(sys.executable, '-c', HTML_DIFF, *sentences):8.2f} s"
        yield f"HtmlDiff, 5,000 words, light edit         {least(sys.executable, '-c', HTML_DIFF, *light):8.2f} s"
        for kind, pair in (("light edit", light), ("heavy rewrite", heavy)):
            own = least(*PROGRAM, "check", "--no-cache", "--format", "json", *pair)
            yield f"check, 5,000 words, {kind:<20}  {own:8.2f} s  {peer / own:.1f} times as fast as HtmlDiff on the heavy one"
        if collatex:
            pair = written(folder, "short", heavily(1000))
            peer = least(collatex, "-c", COLLATEX, *pair, runs=1)
            own = least(*PROGRAM, "check", "--no-cache", "--format", "json", *pair)
            yield f"collatex, 1,000 words                     {peer:8.2f} s"
            yield f"check, 1,000 words                        {own:8.2f} s  {peer / own:.0f} times as fast as collatex"


def split(sides: tuple[str, str]) -> tuple[str, str]:
    source, variant = (re.sub(r"(?<=[.!?]) +(?=[A-Z“])", "\n", text) for text in sides)
    return source, variant


def least(*command: str, runs: int = RUNS) -> float:
    """Return the processor seconds of a command's cheapest run."""
    return min(cost(command) for _ in range(runs))


def cost(command: tuple[str, ...]) -> float:
    with subprocess.Popen(
        command, env=installed(CACHE.name), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ({0, 1} if "artdiff" in command else {0}):
            said = process.stderr.read().decode(errors="replace") if process.stderr else ""
            sys.exit(f"{command[0]} ended with {process.returncode}: {said[-400:]}")
    return used.ru_utime + used.ru_stime


def heavily(words: int) -> tuple[str, str]:
    """Return sources and rewrites of the stories with keys, one behind the other, of so many words."""
    return _cut(lambda source, variant: (source, variant), words)


def lightly(words: int) -> tuple[str, str]:
    """Return sources, and the same with a figure and a word changed here and there."""
    return _cut(
        lambda source, _: (source, source.replace(" not ", " ").replace("said", "claimed").replace("2", "3")), words
    )


def _cut(make: Callable[[str, str], tuple[str, str]], words: int) -> tuple[str, str]:
    """Return so many words of each side, a source taken once, with its first rewrite."""
    known: set[str] = set()
    sides: tuple[list[str], list[str]] = ([], [])
    for source, variant in texts():
        if source not in known and sum(len(text.split()) for text in sides[0]) < words:
            known.add(source)
            for side, text in zip(sides, make(source, variant), strict=True):
                side.append(text.strip())
    return _first("\n\n".join(sides[0]), words), _first("\n\n".join(sides[1]), words)


def _first(text: str, words: int) -> str:
    """Return the first paragraphs of a text that have so many words."""
    kept, count = [], 0
    for paragraph in text.split("\n\n"):
        kept.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            break
    return "\n\n".join(kept) + "\n"


def written(folder: Path, name: str, sides: tuple[str, str]) -> tuple[str, str]:
    paths = (folder / f"{name}-source.txt", folder / f"{name}-variant.txt")
    for path, text in zip(paths, sides, strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


if __name__ == "__main__":
    main()
