"""The judge of roles: who holds which office, across appositions, copulas and pronouns."""

import pytest

from artdiff.engine.values import FactKind, Verdict
from tests.texts import flagged

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
        ("The commission's chair, Judge Ines Corvo,", "The commission's chairwoman, Judge Ines Corvo,"),
    ],
)
def test_the_same_office_by_another_name_passes(old: str, new: str) -> None:
    assert flagged(STORY, STORY.replace(old, new)) == {}
