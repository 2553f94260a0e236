"""How large the HTML report of many pairs is, how long it takes to make and to open: a part of ``python -m tests.bench``."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

from artdiff.batch.work import compare_documents
from artdiff.documents.document import Document
from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
from artdiff.reports.forms import written
from artdiff.stories.story import Story
from tests.browser.chromium import CHROMIUM, Browser, started
from tests.program import SEEDS

PAIRS: Final = 100
WORDS: Final = 700
OPENINGS: Final = 5


def rows() -> Iterator[str]:
    """Yield the lines of the report's figures; opening it needs Chromium and selenium."""
    made = report()
    written(made, "html")  # the template is read once
    start = perf_counter()
    text = written(made, "html")
    seconds = perf_counter() - start
    name = f"HTML of {PAIRS} pairs of {WORDS} words"
    yield f"{name}: {len(text.encode()) / 1e6:.2f} MB (bar 5), made in {seconds:.2f} s (bar 3)"
    yield f"{name}: opens in {opening(text):.2f} s (bar 1)" if CHROMIUM.exists() else f"{name}: no Chromium to open it"


def report() -> Report:
    """Return a report on pairs that are made of the seeds' paragraphs, each with figures of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line.split()) > 15]
    return Report(tuple(_story(at, paragraphs) for at in range(PAIRS)))


def _story(at: int, paragraphs: list[str]) -> CheckedStory:
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < WORDS:
        number = at * 7 + len(lines)
        lines.append(f"{paragraphs[number % len(paragraphs)]} The file has {number + 1000} pages.")
    source = Document(f"source-{at}.txt", "\n\n".join(lines))
    text = (
        source.text.replace("Trump", "Biden")
        .replace(" not ", " ")
        .replace("has 1", "has 2")
        .replace(" talks", " meetings")
    )
    variant = Document(f"variant-{at}.txt", text)
    checked = CheckedVariant(variant, compare_documents(source, variant))
    return CheckedStory(Story(lines[0], 0, (1,), "It is made first.", certain=True), source, (checked,))


def opening(text: str) -> float:
    """Return the median seconds from asking for the page to its being painted whole."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_text(text, encoding="utf-8")
        with started(Path(folder, "profile")) as driver:
            browser = Browser(driver, {"report": file})
            taken: list[float] = []
            for _ in range(OPENINGS):
                browser.open("report")
                taken.append(float(browser.run(_PAINTED)))
            return statistics.median(taken) / 1000


_PAINTED: Final = """
    const [entry] = performance.getEntriesByType("navigation");
    const paints = performance.getEntriesByType("paint").map(one => one.startTime);
    return Math.max(entry.loadEventEnd, ...paints);
"""
