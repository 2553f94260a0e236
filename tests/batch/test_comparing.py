"""Comparing for hours keeps no document alive."""

import gc
import json

import pytest

from artdiff.batch.comparing import compare_texts
from artdiff.documents.document import Document
from artdiff.engine import remembering
from artdiff.engine.analysis import Analysis
from artdiff.engine.values import Pair
from tests.bench_scale import pair_lines


def test_analyses_are_forgotten_once_their_pairs_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 50)
    rows = [json.loads(line) for line in pair_lines(4)]
    pairs = [Pair(Document("s", row["source"]), Document("v", row["variant"])) for row in rows]
    before = alive()
    first = [one for pair in pairs for one in compare_texts((pair,))]
    assert alive() <= before + 1
    assert first == list(compare_texts(tuple(pairs)))


def alive() -> int:
    """Return how many analyses are held by anything."""
    gc.collect()
    return sum(isinstance(one, Analysis) for one in gc.get_objects())
