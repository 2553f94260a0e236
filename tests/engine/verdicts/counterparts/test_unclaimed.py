"""What of the source the rest of the variant leaves unsaid."""

from __future__ import annotations

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.counterparts.unclaimed import Unclaimed, way
from tests.texts import analysis

SOURCE = """A storm tore the roof off the village school on Monday.

The mayor promised money for repairs before winter.

Children will learn in the town hall until the spring."""


def unclaimed(variant: str) -> Unclaimed:
    analyses = Pair(analysis(SOURCE), analysis(variant))
    alignment = align(analyses)
    return Unclaimed(
        Evidence(analyses, alignment, ground(analyses, alignment), bytearray(len(analyses.variant.text.tokens)))
    )


def test_a_copy_leaves_nothing_unsaid() -> None:
    found = unclaimed(SOURCE)
    assert max(found.shares) == 0.0
    assert found.place(1).left == 0.0
    assert found.place(1).adjoining is False


def test_a_sentence_in_other_words_stands_where_the_source_is_unsaid() -> None:
    ours = SOURCE.replace("The mayor promised money for repairs before winter.", "Cash should arrive by December.")
    found = unclaimed(ours)
    assert found.place(1).between > 0.5
    assert found.place(1).open == 1


def test_a_sentence_that_was_put_in_finds_all_said() -> None:
    ours = SOURCE.replace("before winter.", "before winter.\n\nA drone filmed the scene.")
    found = unclaimed(ours)
    assert found.place(2).left == 0.0
    assert found.place(2).adjoining


def test_words_are_free_that_no_other_sentence_rests_on() -> None:
    ours = SOURCE + "\n\nThe storm came."
    found = unclaimed(ours)
    storm, own = 1, range(2)
    assert found.free_shares([storm], own, range(1), ()) == [0.0, 0.0]
    assert unclaimed(SOURCE).free_shares([storm], own, range(1), ()) == [1.0, 0.0]


def test_the_way_to_nowhere_is_the_longest() -> None:
    assert way(-1, 3) == 1.0
    assert way(2, 2) == 0.0
    assert way(0, 600) == 1.0
