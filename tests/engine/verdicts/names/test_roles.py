"""The judge of roles: who holds which office, across appositions, copulas and pronouns."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, FactKind, Pair, Verdict
from artdiff.engine.verdicts.names.roles import judge_roles
from tests.texts import analysis, flagged

STORY = (
    "The commission's chair, Judge Ines Corvo, announced the count on Sunday.\n"
    "Wendell Foss, 58, a janitor, walks two hours to his job at a cannery by the river.\n"
    "Neil Abernathy, the chief financial officer, will leave in November after six years.\n"
    "Professor Aurelia Stroud, the college's vice-chancellor, will lead the new body.\n"
    "“We did not start this fire,” said Paul Strand, the company's spokesman.\n"
    "“We had no warning of the flood,” said Rosa Kiala, a doctor at the hospital.\n"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The commission's chair, Judge Ines Corvo,", "The commission's deputy chair, Judge Ines Corvo,"),
        ("58, a janitor,", "58, a baker,"),
        ("Wendell Foss, 58, a janitor, walks", "Wendell Foss is a security guard and walks"),
        ("the chief financial officer", "the chief executive"),
        ("the college's vice-chancellor", "the college's chancellor"),
        ("a doctor at the hospital", "a volunteer at the hospital"),
        ("the company's spokesman", "the company's chief executive"),
    ],
)
def test_another_office_is_altered(old: str, new: str) -> None:
    found = flagged(STORY, STORY.replace(old, new))
    assert [(one.verdict, one.kind) for one in found.values()] == [(Verdict.ALTERED, FactKind.ROLE)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the chief financial officer", "the finance chief"),
        ("the chief financial officer", "the CFO"),
        ("a doctor at the hospital", "a physician at the hospital"),
        ("a doctor at the hospital", "a hospital doctor"),
        ("58, a janitor,", "58, a worker,"),
        (
            "Professor Aurelia Stroud, the college's vice-chancellor,",
            "Professor Aurelia Stroud, vice-chancellor of the college,",
        ),
        ("The commission's chair, Judge Ines Corvo,", "The commission's chairwoman, Judge Ines Corvo,"),
    ],
)
def test_the_same_office_by_another_name_passes(old: str, new: str) -> None:
    assert flagged(STORY, STORY.replace(old, new)) == {}


@pytest.mark.parametrize(
    ("theirs", "ours", "told"),
    [
        ("the chief information officer", "the chief financial officer", True),
        ("the company's engineering director", "the company's finance director", True),
        ("the minister for transport", "the minister for tourism", True),
        ("a maths teacher", "a mathematics teacher", False),
        ("the foreign minister", "the foreign affairs minister", False),
        ("a lawyer", "a defence lawyer", False),
    ],
)
def test_an_office_of_something_else_is_suspected(theirs: str, ours: str, *, told: bool) -> None:
    pair = Pair(
        analysis(f"News of the town.\n\nAnna Bell, {theirs}, said so on Monday."),
        analysis(f"Anna Bell, {ours}, said so."),
    )
    rules = {one.rule for one in judge_roles(pair, align(pair))}
    assert bool(rules & {"roles.trade", "roles.field"}) is told


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("a retired coroner", "a former coroner"),
        ("a retired postman", "a pensioner"),
        ("its co-owner", "its part-owner"),
    ],
)
def test_the_same_by_another_word_is_not(theirs: str, ours: str) -> None:
    pair = Pair(
        analysis(f"News of the town.\n\nAnna Bell, {theirs}, said so on Monday."),
        analysis(f"Anna Bell, {ours}, said so."),
    )
    assert not [one.rule for one in judge_roles(pair, align(pair)) if one.verdict in FLAGGED]
