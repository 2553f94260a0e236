"""Figures and dates that the source has of something else: told as doubts, with what speaks for and against them."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, FactKind, Pair
from artdiff.engine.verdicts.dates.judging import judge_dates
from artdiff.engine.verdicts.figures.judging import judge_figures
from artdiff.engine.verdicts.judgement import Judgement
from tests.texts import analysis, flagged

SOURCE = (
    "The ferry company will cut five of its 60 sailings in March, its director said on Friday.\n"
    "Engineers found cracks in the bow door of the older ship in October. Repairs will take two weeks.\n"
    "A crew of six was on board when the alarm was raised. They waited for half an hour on the upper deck.\n"
    "The union had asked for talks a year in advance. The winter timetable starts again in the new year.\n"
)


def doubts(variant: str) -> list[Judgement]:
    analyses = Pair(analysis(SOURCE), analysis(variant))
    alignment = align(analyses)
    found = [*judge_figures(analyses, alignment), *judge_dates(analyses, alignment)]
    return [one for one in found if one.rule.startswith("doubts.")]


@pytest.mark.parametrize(
    ("variant", "words", "rule"),
    [
        ("A crew of five was on board when the alarm was raised.", "five", "doubts.elsewhere"),
        ("In March the alarm was raised when a crew of six was on board.", "March", "doubts.date"),
    ],
)
def test_a_figure_of_something_else_is_doubted(variant: str, words: str, rule: str) -> None:
    (found,) = doubts(variant)
    assert (found.spans.variant.of(variant) if found.spans.variant else "", found.rule) == (words, rule)
    features = dict(found.features)
    assert found.verdict in FLAGGED
    assert found.strength < 0.25  # never told unless the model says so
    assert features["gap"] > 0.5
    assert bool(features.get("rival")) == (rule == "doubts.elsewhere")


@pytest.mark.parametrize(
    "variant",
    [
        "When the alarm was raised a crew of six was on board.",
        "In October engineers found cracks in the bow door of the older ship.",
    ],
)
def test_what_is_told_where_the_source_tells_it_is_not(variant: str) -> None:
    assert doubts(variant) == []


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("They waited for 15 minutes on the upper deck.", "15 minutes"),
        ("Repairs will take two months, engineers found.", "two months"),
        ("The union had asked for talks two years in advance.", "two years"),
    ],
)
def test_another_length_of_time_is_marked(variant: str, words: str) -> None:
    assert flagged(SOURCE, variant)[words].kind is FactKind.DURATION


@pytest.mark.parametrize(
    ("variant", "words", "way"),
    [
        (
            "The ferry company will cut a twelfth of its sailings in March.",
            "a twelfth",
            "the share of one in the other",
        ),
        ("The company will keep 55 of its 60 sailings, its director said.", "55", "the difference of the two"),
    ],
)
def test_how_a_figure_was_reckoned_is_told_with_a_doubt(variant: str, words: str, way: str) -> None:
    found = [one for one in doubts(variant) if one.rule == "doubts.derived"]
    assert [one.spans.variant.of(variant) for one in found if one.spans.variant] == [words]
    assert dict(found[0].features)[way] == 1.0
