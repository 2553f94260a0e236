"""Scores comparisons against the keys of tests/stories: what was found, what was flagged wrongly, what was linked.

The rules are those of the rewrite benchmark that the stories come from: a finding counts when it is altered or
hallucinated with a confidence of at least .5; it must point at the departure itself, not at a sentence around it; of
several on one departure the most confident counts, others that overlap that one are false.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from artdiff.documents.document import Document, Span
from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare
from artdiff.engine.values import Comparison, Finding, Pair, Verdict

STORIES = Path(__file__).parent / "stories"
SUMMARIES = Path(__file__).parent / "summaries"
"""Short summaries of the stories, and of chats, letters and talks, with keys of the same form."""
FAMILIES = {
    kind: family
    for family, kinds in {
        "figures": "number money percent date time duration",
        "names": "person organisation place role",
        "quotes": "quote attribution",
        "polarity": "negation modality",
        "claims": "event relation cause other",
    }.items()
    for kind in kinds.split()
}

Key = dict[str, Any]


@dataclass(frozen=True)
class Miss:
    """One line for whoever tunes the engine."""

    story: str
    variant: str
    what: str
    kind: str
    verdict: str
    words: str
    note: str = ""


@dataclass
class Tally:
    """Counts over any number of variants."""

    counts: Counter[str] = field(default_factory=Counter)
    families: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    said: list[tuple[float, bool]] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures that the accuracy table shows, shares of 1."""
        c = self.counts
        precision = share(c["found"], c["found"] + c["false"])
        recall = share(c["found"], c["departures"])
        pair_precision = share(c["pairs right"], c["pairs given"])
        pair_recall = share(c["pairs right"], c["pairs wanted"])
        return {
            "precision": precision,
            "recall": recall,
            "f1": harmonic(precision, recall),
            "traps sprung": share(c["traps sprung"], c["traps"]),
            "verdict right": share(c["verdict right"], c["found"]),
            "family right": share(c["family right"], c["found"]),
            "source span right": share(c["source right"], c["with source"]),
            "omissions named": share(c["omissions named"], c["omissions"]),
            "calibration error": self.calibration_error(),
            "link f1": harmonic(pair_precision, pair_recall),
            **{f"recall {name}": share(n["found"], n["departures"]) for name, n in sorted(self.families.items())},
        }

    def calibration_error(self, bins: int = 5) -> float:
        """Return the mean gap between confidence and share right over equally full bins of the flags."""
        said, gap = sorted(self.said), 0.0
        for n in range(bins):
            part = said[n * len(said) // bins : (n + 1) * len(said) // bins]
            gap += abs(sum(confidence for confidence, _ in part) - sum(right for _, right in part))
        return gap / len(said) if said else 0.0


def share(part: float, whole: float) -> float:
    """Return part of whole, 0 when there is no whole."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """Return the F1 of both."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def read(path: Path) -> Document:
    """Return a story's document."""
    return Document(path.name, path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"), path)


def score(names: list[str], folder: Path = STORIES) -> Tally:
    """Compare and score the named stories."""
    tally = Tally()
    for name in names:
        key = json.loads((folder / name / "gold.json").read_text(encoding="utf-8"))
        source = analyse(read(folder / name / key["source"]))
        for variant_name, wanted in key["variants"].items():
            variant = analyse(read(folder / name / variant_name))
            comparison = compare(Pair(source, variant))
            texts = Pair(source.text.document.text, variant.text.document.text)
            VariantScore(tally, name, variant_name, texts, comparison).add(wanted)
    return tally


class VariantScore:
    """Adds one variant's comparison to a tally."""

    def __init__(self, tally: Tally, story: str, variant: str, texts: Pair[str], comparison: Comparison) -> None:
        self.tally, self.story, self.variant, self.texts = tally, story, variant, texts
        self.lines = Pair(line_spans(texts.source), line_spans(texts.variant))
        self.comparison = comparison
        self.flags = sorted((f for f in comparison.findings if f.flagged), key=lambda f: -f.confidence)

    def add(self, wanted: Key) -> None:
        departures = [(self.place(row), row) for row in wanted["alterations"]]
        self.add_flags(departures)
        for span, row in departures:
            if not row.get("optional"):
                self.add_departure(span, row)
        self.add_traps(wanted["traps"], [span for span, _ in departures])
        self.add_omissions(wanted["omissions"])
        self.add_links(wanted["alignment"], set(wanted.get("loose", [])))

    def place(self, row: Key) -> Span:
        return find(self.texts.variant, self.lines.variant[row["paragraph"]], row["span"])

    def source_place(self, row: Key) -> Span:
        return find(self.texts.source, self.lines.source[row["source_paragraph"]], row["source_span"])

    def add_flags(self, departures: list[tuple[Span, Key]]) -> None:
        for finding in self.flags:
            hits = [row for span, row in departures if locates(variant_span(finding), span)]
            if not hits:
                self.false(finding)
            if not hits or not all(row.get("optional") for row in hits):
                self.tally.said.append((finding.confidence, bool(hits)))
                self.tally.rules[finding.rule]["right" if hits else "false"] += 1

    def false(self, finding: Finding) -> None:
        self.tally.counts["false"] += 1
        words = variant_span(finding).of(self.texts.variant)
        self.note("FALSE", finding.kind, finding.verdict, words, f"{finding.rule} {finding.confidence}")

    def note(self, what: str, kind: str, verdict: str, words: str, note: str = "") -> None:
        self.tally.misses.append(Miss(self.story, self.variant, what, kind, verdict, words, note))

    def add_departure(self, span: Span, row: Key) -> None:
        tally, family = self.tally, FAMILIES[row["fact"]]
        for counter in (tally.counts, tally.families[family], tally.kinds[row["fact"]]):
            counter["departures"] += 1
        hits = [finding for finding in self.flags if locates(variant_span(finding), span)]
        if not hits:
            self.note("MISSED", row["fact"], row["verdict"], row["span"], row.get("source_span", ""))
            return
        for finding in hits[1:]:
            if variant_span(finding).overlap(variant_span(hits[0])):
                self.false(finding)
        for counter in (tally.counts, tally.families[family], tally.kinds[row["fact"]]):
            counter["found"] += 1
        tally.counts["verdict right"] += hits[0].verdict == row["verdict"]
        tally.counts["family right"] += FAMILIES[hits[0].kind] == family
        if row["verdict"] == Verdict.ALTERED:
            at, given = self.source_place(row), hits[0].spans.source
            tally.counts["with source"] += 1
            tally.counts["source right"] += given is not None and (locates(given, at) or locates(at, given))

    def add_traps(self, traps: list[Key], departures: list[Span]) -> None:
        for row in traps:
            at = self.place(row)
            sprung = any(
                variant_span(finding).overlap(at)
                and not any(locates(variant_span(finding), span) for span in departures)
                for finding in self.flags
            )
            self.tally.counts["traps"] += 1
            self.tally.counts["traps sprung"] += sprung
            if sprung:
                self.note("TRAP", "", "", row["span"], row.get("why", ""))

    def add_omissions(self, omissions: list[Key]) -> None:
        named = [f.spans.source for f in self.comparison.findings if f.verdict is Verdict.OMITTED and f.spans.source]
        for row in omissions:
            found = any(self.source_place(row).overlap(span) for span in named)
            self.tally.counts["omissions"] += 1
            self.tally.counts["omissions named"] += found
            if not found:
                self.note("UNNAMED", row["fact"], "omitted", row["source_span"])

    def add_links(self, alignment: list[list[list[int]]], loose: set[int]) -> None:
        wanted = {(s, v) for left, right in alignment for s in left for v in right if v not in loose}
        given = {
            (s, v)
            for link in self.comparison.links
            for s in self.line_indices(link.paragraphs.source, "source")
            for v in self.line_indices(link.paragraphs.variant, "variant")
            if v not in loose
        }
        counts = self.tally.counts
        counts["pairs wanted"] += len(wanted)
        counts["pairs given"] += len(given)
        counts["pairs right"] += len(wanted & given)
        for s, v in sorted(wanted - given):
            self.note("UNLINKED", "", "", f"{s} ~ {v}")
        for s, v in sorted(given - wanted):
            self.note("MISLINKED", "", "", f"{s} ~ {v}")

    def line_indices(self, paragraphs: tuple[int, ...], side: str) -> list[int]:
        spans = [getattr(self.comparison.outlines, side).paragraphs[index].span for index in paragraphs]
        return [
            index for index, line in enumerate(getattr(self.lines, side)) if any(line.overlap(span) for span in spans)
        ]


def variant_span(finding: Finding) -> Span:
    """Return where a flagged finding stands, which it always says."""
    assert finding.spans.variant is not None
    return finding.spans.variant


def line_spans(text: str) -> list[Span]:
    """Return the span of every line that is not empty: the keys count these."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def find(text: str, line: Span, words: str) -> Span:
    """Return the span of words in a line."""
    at = line.start + line.of(text).index(words)
    return Span(at, at + len(words))


def locates(finding: Span, departure: Span) -> bool:
    """Say whether a finding points at the departure rather than at a whole sentence around it."""
    shared = finding.overlap(departure)
    union = max(finding.end, departure.end) - min(finding.start, departure.start)
    return shared > 0 and (shared >= 0.5 * finding.length or shared >= 0.25 * union)
