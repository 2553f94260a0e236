"""Parts of the day: one that the source's time does not lie in is suspected, one that it lies in is not."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.dates.day_parts import judge_day_parts
from tests.texts import analysis, flagged

SOURCE = (
    "The ferry Lady of Torran struck rocks off Skarvay at 6.42pm on Friday with 164 people aboard.\n"
    "The hostages were handed over to the army at 5:20 a.m. at a well near the border.\n"
    "Somebody opened a valve at night and drained 30 million litres from the canal."
)


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        (
            "The ferry Lady of Torran struck rocks off Skarvay in the early morning with 164 people aboard.",
            "in the early morning",
        ),
        ("The hostages were handed over to the army on Friday evening at a well near the border.", "on Friday evening"),
        (
            "Somebody opened a valve in broad daylight and drained 30 million litres from the canal.",
            "in broad daylight",
        ),
    ],
)
def test_another_part_of_the_day_is_suspected(variant: str, words: str) -> None:
    assert _suspected(variant) == [words]


@pytest.mark.parametrize(
    "variant",
    [
        "The ferry Lady of Torran struck rocks off Skarvay on Friday evening with 164 people aboard.",
        "The hostages were handed over to the army before dawn at a well near the border.",
        "The hostages were handed over to the army early in the morning at a well near the border.",
        "Somebody opened a valve in darkness and drained 30 million litres from the canal.",
        "The ferry Lady of Torran, which sails every morning, struck rocks off Skarvay at 6.42pm.",
    ],
)
def test_a_part_of_the_day_that_fits_is_not(variant: str) -> None:
    assert [words for words in _suspected(variant) if "every" not in words] == []


def _suspected(variant: str) -> list[str]:
    analyses = Pair(analysis(SOURCE), analysis(variant))
    found = judge_day_parts(analyses, align(analyses))
    return [one.spans.variant.of(variant) for one in found if one.spans.variant and one.verdict in FLAGGED]


def test_a_part_of_the_day_that_fits_was_not_added() -> None:
    variant = SOURCE.replace("handed over to the army at 5:20 a.m.", "handed over to the army before dawn")
    assert flagged(SOURCE, variant) == {}
