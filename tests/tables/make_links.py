"""Fits the weights that decide links: ``python -m tests.tables.make_links [--report]``.

Three logistic models with a ridge, for headers, for the source paragraph that carries most of a paragraph, and for further
ones, fitted on every candidate of the stories with keys. ``--report`` measures each story by models fitted without it.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.analysis import analyse
from artdiff.engine.correspondence import Candidate, Claims, Place
from artdiff.engine.cover import Cover
from artdiff.engine.lexicon.tables import FOLDER
from artdiff.engine.repeats import find_first_copies
from artdiff.engine.values import Pair
from tests.accuracy import story_names
from tests.scoring import STORIES, line_spans, read
from tests.tables.logistic import chances, fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis

HEAD = "# Weights of the models that decide links, by place; made by tests/tables/make_links.py from the stories in tests/stories.\n"


class Row(NamedTuple):
    """A candidate with its story and whether the key has the link."""

    story: str
    candidate: Candidate
    right: bool


def rows_of(story: str) -> Iterator[Row]:
    """Yield every candidate of a story's variants; paragraphs that the key leaves loose are left out."""
    folder = STORIES / story
    key = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    source = analyse(read(folder / key["source"]))
    for name, wanted in key["variants"].items():
        analyses = Pair(source, analyse(read(folder / name)))
        links = {(one, other) for left, right in wanted["alignment"] for one in left for other in right}
        lines = Pair(*map(_lines, analyses))
        first_copies = find_first_copies(analyses.variant)
        cover = Cover(analyses, first_copies)
        claims = Claims(analyses, cover, cover.supports(), first_copies)
        for paragraph, copy in enumerate(first_copies):
            if copy is None and lines.variant[paragraph] not in wanted.get("loose", []):
                for one in claims.candidates(paragraph):
                    pair = lines.source[one.paragraphs.source], lines.variant[paragraph]
                    yield Row(story, one, pair in links)


def _lines(analysis: Analysis) -> list[int]:
    """Return for each paragraph the key's number of its line."""
    lines = line_spans(analysis.text.document.text)
    return [next(at for at, line in enumerate(lines) if line.overlap(one.span)) for one in analysis.text.paragraphs]


def report(rows: list[Row]) -> None:
    """Print how well links of a story are told by models that never saw the story."""
    given = right = 0
    for place in Place:
        here = [row for row in rows if row.candidate.place is place]
        for story in story_names():
            seen = [row for row in here if row.story != story]
            weights = fit([row.candidate.features for row in seen], [row.right for row in seen], free=())
            own = [row for row in here if row.story == story]
            told = [chance >= 0.5 for chance in chances(weights, [row.candidate.features for row in own])]
            given += sum(told)
            right += sum(row.right and one for row, one in zip(own, told, strict=True))
    print(f"{given} links told, {right} right of {sum(row.right for row in rows)} among {len(rows)} candidates")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", action="store_true")
    rows = [row for story in story_names() for row in rows_of(story)]
    if parser.parse_args().report:
        report(rows)
    lines = []
    for place in Place:
        here = [row for row in rows if row.candidate.place is place]
        weights = fit([row.candidate.features for row in here], [row.right for row in here], free=())
        lines.append(f"{place}\t{' '.join(f'{name}={weight:.4f}' for name, weight in sorted(weights.items()))}\n")
    (FOLDER / "links.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
